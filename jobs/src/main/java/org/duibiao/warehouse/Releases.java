package org.duibiao.warehouse;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.duibiao.tables.Release;

/** What was published, and which of it readers see. */
public final class Releases {

  /** The label of the release that readers see without asking. */
  public static final String CURRENT = "current";

  private final List<Release> releases;

  private Releases(List<Release> releases) {
    this.releases = releases;
  }

  /** The releases of a warehouse. */
  public static Releases of(Warehouse warehouse) {
    return new Releases(
        warehouse.read(Release.class).stream()
            .sorted(Comparator.comparing(Release::publishedAt))
            .toList());
  }

  /** The newest release under the label {@code current}. */
  public Optional<Release> current() {
    return releases.stream()
        .filter(release -> CURRENT.equals(release.label()))
        .reduce((earlier, later) -> later);
  }

  /** The newest release of that id. */
  public Optional<Release> withId(String id) {
    return releases.stream()
        .filter(release -> release.releaseId().equals(id))
        .reduce((earlier, later) -> later);
  }

  /**
   * The release that was computed from these inputs, if it is what a run would publish again: for
   * the label {@code current}, only the newest one counts.
   */
  public Optional<Release> withInputs(String inputs, String label) {
    Optional<Release> newest =
        releases.stream()
            .filter(release -> Objects.equals(release.label(), label))
            .filter(release -> label != null || release.inputsSha256().equals(inputs))
            .reduce((earlier, later) -> later);
    return newest.filter(release -> release.inputsSha256().equals(inputs));
  }

  /** All releases, the oldest first. */
  public List<Release> all() {
    return releases;
  }
}
