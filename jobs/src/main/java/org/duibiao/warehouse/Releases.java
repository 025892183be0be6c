package org.duibiao.warehouse;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.duibiao.tables.Release;
import org.duibiao.tables.ReleaseBuilder;

/** What was published, and which of it readers see. Later is what was committed later. */
public final class Releases {

  /** The label of the release that readers see without asking. */
  public static final String CURRENT = "current";

  /** By commit; a clock that was put back says nothing. Only earlier builds noted no commit. */
  private static final Comparator<Release> ORDER =
      Comparator.comparing(Release::version, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Release::publishedAt);

  private final List<Release> releases;

  private Releases(List<Release> releases) {
    this.releases = releases;
  }

  /** The releases of a warehouse. */
  public static Releases of(Warehouse warehouse) {
    return new Releases(warehouse.read(Release.class).stream().sorted(ORDER).toList());
  }

  /** Appends a release to those of a warehouse, as the newest; returns it as it stands there. */
  public static Release publish(Warehouse warehouse, Release release) {
    long version = warehouse.version(Release.class).orElse(-1) + 1;
    Release published = ReleaseBuilder.builder(release).version(version).build();
    warehouse.append(Release.class, published);
    return published;
  }

  /** The newest release under the label {@code current}. */
  public Optional<Release> current() {
    return newest(release -> CURRENT.equals(release.label()));
  }

  private Optional<Release> newest(Predicate<Release> which) {
    return releases.stream().filter(which).reduce((earlier, later) -> later);
  }

  /** The newest release of that id. */
  public Optional<Release> withId(String id) {
    return newest(release -> release.releaseId().equals(id));
  }

  /**
   * The release that was computed from these inputs, if it is what a run would publish again: for
   * the label {@code current}, only the newest one counts.
   */
  public Optional<Release> withInputs(String inputs, String label) {
    return newest(
            release ->
                Objects.equals(release.label(), label)
                    && (label != null || release.inputsSha256().equals(inputs)))
        .filter(release -> release.inputsSha256().equals(inputs));
  }

  /**
   * The release that one is compared with: the last of its label, reference and day before the
   * first of its id, or of all if there is none of that id yet.
   */
  public Optional<Release> before(Release release) {
    return releases.stream()
        .takeWhile(other -> !other.releaseId().equals(release.releaseId()))
        .filter(other -> Objects.equals(other.label(), release.label()))
        .filter(other -> other.referenceCode().equals(release.referenceCode()))
        .filter(other -> Objects.equals(other.asOf(), release.asOf()))
        .reduce((earlier, later) -> later);
  }

  /** All releases, the oldest first. */
  public List<Release> all() {
    return releases;
  }
}
