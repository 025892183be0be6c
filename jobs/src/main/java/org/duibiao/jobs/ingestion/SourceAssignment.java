package org.duibiao.jobs.ingestion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.duibiao.ingest.sidecar.LandingFile;
import org.duibiao.ingest.sidecar.Sidecar;
import org.duibiao.model.Message;
import org.duibiao.tables.SourceFile;

/**
 * Which file each source is: a source is one file, the newest re-issue if there are several.
 *
 * @param known what is known of earlier runs
 * @param rejections takes the files that are no source
 */
record SourceAssignment(KnownFiles known, List<Rejection> rejections) {

  /** A file that says which source it is; the sidecar is null if it cannot be read. */
  record Claim(LandingFile file, Sidecar sidecar) {

    String path() {
      return file.path();
    }

    boolean replaces() {
      return sidecar.replaces() != null;
    }

    String sourceId() {
      if (replaces()) {
        return sidecar.replaces();
      }
      return sidecar.id() != null ? sidecar.id() : file.stem();
    }
  }

  /** A file that is not read, and why. */
  record Rejection(Claim one, String reason, String detail) {}

  private void reject(Claim one, String reason, String template, Object... arguments) {
    rejections.add(new Rejection(one, reason, Message.of(template, arguments)));
  }

  private void rejectDuplicateId(Claim one, String holder) {
    String problem =
        "its source id '%s' is also that of %s: give one of them another `id`, or say that it"
            + " `replaces` the other";
    reject(one, "duplicate_id", problem, one.sourceId(), holder);
  }

  /** Whether the current figures of the file's path are of the source that it says it is. */
  private boolean holdsFigures(Claim one) {
    return one.sourceId().equals(known.sourceId(one.path()));
  }

  /** The files that are sources, by path. */
  List<Claim> accepted(List<Claim> claims) {
    Map<String, List<Claim>> bySource = new TreeMap<>();
    Map<String, LandingFile> byContent = new HashMap<>();
    Set<String> paths = new HashSet<>();
    // A copy that is put beside a file does not take its place.
    List<Claim> ordered = new ArrayList<>(claims);
    ordered.sort(
        Comparator.comparing((Claim one) -> !holdsFigures(one)).thenComparing(Claim::path));
    for (Claim one : ordered) {
      paths.add(one.path());
      String content = one.file().fileSha256() + one.file().sidecarSha256();
      LandingFile twin = byContent.putIfAbsent(content, one.file());
      if (twin != null) {
        String problem = "the file and its sidecar are the same as %s: remove one of them";
        reject(one, "duplicate_file", problem, twin.path());
      } else {
        bySource.computeIfAbsent(one.sourceId(), id -> new ArrayList<>()).add(one);
      }
    }
    // Figures whose file is gone or cannot be read now; a file with another id gives its own up.
    Map<String, String> keepers = new HashMap<>();
    known.paths().stream()
        .filter(path -> !paths.contains(path) && !known.isRetired(path))
        .forEach(path -> keepers.put(known.sourceId(path), path));
    return bySource.entrySet().stream()
        .flatMap(source -> newest(source.getValue(), keepers.get(source.getKey())).stream())
        .sorted(Comparator.comparing(Claim::path))
        .toList();
  }

  /**
   * The file that a source is from now on.
   *
   * @param files those that say that they are it
   * @param keeper the path of the figures of that source, if its file is gone or cannot be read
   */
  private Optional<Claim> newest(List<Claim> files, String keeper) {
    files.sort(
        Comparator.comparing(Claim::replaces)
            .thenComparing(one -> !one.replaces() && holdsFigures(one))
            .thenComparing(
                one -> one.sidecar().published(), Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Claim::path));
    List<Claim> originals = files.stream().filter(one -> !one.replaces()).toList();
    Claim original = originals.isEmpty() ? null : originals.get(originals.size() - 1);
    if (keeper != null || original != null) {
      String owner = keeper != null ? keeper : original.path();
      String publisher = keeper != null ? known.publisher(keeper) : original.sidecar().publisher();
      files.removeIf(one -> one.replaces() && isOfAnother(one, owner, publisher));
    }
    if (keeper != null) {
      files.removeIf(one -> !one.replaces() && !hasMoved(one, keeper));
    }
    if (files.isEmpty()) {
      return Optional.empty();
    }
    Claim newest = files.get(files.size() - 1);
    if (!newest.replaces()) {
      files.stream()
          .filter(one -> one != newest)
          .forEach(one -> rejectDuplicateId(one, newest.path()));
    }
    return Optional.of(newest);
  }

  /** Whether a file says that it replaces what another publisher has published; it is rejected. */
  private boolean isOfAnother(Claim one, String owner, String publisher) {
    if (Objects.equals(one.sidecar().publisher(), publisher)) {
      return false;
    }
    String problem =
        "it says that it replaces '%s', which is %s of %s: only its own publisher replaces what it"
            + " published; remove `replaces`, or correct `publisher`";
    String whose = Objects.requireNonNullElse(publisher, "several publishers");
    reject(one, "other_publisher", problem, one.sourceId(), owner, whose);
    return true;
  }

  /**
   * Whether a file of the same id is the one whose figures are kept, at another path. Any other one
   * has to say that it replaces them; one that they have replaced does not come back by itself.
   */
  private boolean hasMoved(Claim one, String keeper) {
    SourceFile source = known.source(keeper);
    boolean same =
        Objects.equals(one.sidecar().publisher(), source.publisher())
            && one.file().fileSha256().equals(source.fileSha256());
    SourceFile before = known.row(one.file());
    if (!same && (before == null || before.isRejected())) {
      rejectDuplicateId(one, keeper);
    }
    return same;
  }
}
