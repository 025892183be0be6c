package org.duibiao.jobs.ingestion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.duibiao.ingest.sidecar.LandingArea;
import org.duibiao.ingest.sidecar.LandingFile;
import org.duibiao.ingest.sidecar.Sidecar;
import org.duibiao.ingest.sidecar.SidecarException;
import org.duibiao.jobs.context.RunContext;
import org.duibiao.jobs.ingestion.SourceAssignment.Claim;
import org.duibiao.jobs.ingestion.SourceAssignment.Rejection;
import org.duibiao.model.Digest;
import org.duibiao.model.Message;
import org.duibiao.model.code.FindingKind;
import org.duibiao.tables.Finding;
import org.duibiao.tables.FindingBuilder;
import org.duibiao.tables.NormalizedFile;
import org.duibiao.tables.SourceFile;

/**
 * What has to be done so that the tables say what the landing area says: which files are read,
 * which are only normalized again from bronze, and whose figures are closed. Decided from
 * fingerprints alone.
 *
 * <p>A source is one file. Figures are closed only for a file that has taken their source over, or
 * if a person has retired them: a file that is gone, or was replaced by one that cannot be read,
 * keeps its figures.
 */
final class IngestionPlan {

  /** Reasons that are found here, without reading the file: they are looked at in every run. */
  private static final Set<String> PLANNED_REASONS =
      Set.of(
          "no_sidecar",
          "bad_sidecar",
          "duplicate_file",
          "duplicate_id",
          "other_publisher",
          "unreadable_file",
          "unreadable_name");

  private final LandingArea area;
  private final KnownFiles known;
  private final RunContext run;
  private final List<PlannedFile> files = new ArrayList<>();
  private final List<SourceFile> sourceFileRows = new ArrayList<>();
  private final List<Rejection> rejections = new ArrayList<>();
  private final Set<String> kept = new HashSet<>();
  private final Map<String, String> successors = new TreeMap<>();
  private final Set<String> retired = new TreeSet<>();
  private final List<Finding> disappeared = new ArrayList<>();
  private final Map<String, LocalDate> replacedOn = new HashMap<>();
  private int unchanged;
  private int newFiles;

  private IngestionPlan(LandingState state, RunContext run) {
    this.area = state.area();
    this.known = state.known();
    this.run = run;
  }

  /** The plan for what lies in the landing area now. */
  static IngestionPlan of(LandingState state, RunContext run) {
    IngestionPlan plan = new IngestionPlan(state, run);
    plan.build();
    return plan;
  }

  /** The file's row, if this is how it was found before. */
  private SourceFile unchangedRow(LandingFile file) {
    SourceFile row = known.row(file);
    return row != null && row.current() ? row : null;
  }

  private void build() {
    List<Claim> found = new ArrayList<>();
    for (LandingFile file : area.files()) {
      SourceFile earlier = unchangedRow(file);
      if (earlier == null) {
        newFiles++;
      } else if (SourceFileRows.isRejected(earlier)
          && !PLANNED_REASONS.contains(earlier.reason())) {
        addUnchanged(earlier);
        continue;
      }
      Sidecar sidecar = sidecar(file);
      if (sidecar != null) {
        found.add(new Claim(file, sidecar));
      }
    }
    SourceAssignment assignment = SourceAssignment.of(found, known);
    rejections.addAll(assignment.rejections());
    assignment.accepted().forEach(this::plan);
    keepOrClose(assignment.accepted());
    rejections.forEach(this::addRejected);
  }

  private void plan(Claim one) {
    LandingFile file = one.file();
    SourceFile earlier = unchangedRow(file);
    String recordsId = Digest.id(file.path(), file.fileSha256(), one.sidecar().layoutSha256());
    SourceFile inBronze = known.withRecords(recordsId);
    boolean parsed = earlier != null && !SourceFileRows.isRejected(earlier);
    if (parsed) {
      addUnchanged(earlier);
    } else if (inBronze != null) {
      sourceFileRows.add(
          SourceFileRows.alreadyRead(file, one.sidecar(), inBronze, run.runId(), run.now()));
    }
    if (inBronze == null ? !parsed : !isNormalized(file)) {
      files.add(
          new PlannedFile(
              file,
              recordsId,
              one.sourceId(),
              inBronze == null ? PlannedFile.RecordOrigin.LANDING : PlannedFile.RecordOrigin.BRONZE,
              inBronze == null ? List.of() : inBronze.columns(),
              inBronze == null ? 0 : inBronze.valuesFound(),
              known.paths().contains(one.path()) || known.sourceIds().contains(one.sourceId())));
    }
  }

  /** What becomes of figures whose own file is not one of those that hold from now on. */
  private void keepOrClose(List<Claim> accepted) {
    Map<String, Claim> bySource = new HashMap<>();
    Set<String> holding = new HashSet<>();
    for (Claim one : accepted) {
      bySource.put(one.sourceId(), one);
      holding.add(one.path());
    }
    Set<String> there = new HashSet<>();
    Map<String, String> byContent = new HashMap<>();
    for (LandingFile file : area.files()) {
      there.add(file.path());
      byContent.putIfAbsent(file.fileSha256(), file.path());
    }
    for (String path : known.paths()) {
      Claim successor = bySource.get(known.sourceId(path));
      if (holding.contains(path)) {
        continue;
      } else if (successor != null) {
        successors.put(path, successor.path());
        if (successor.replaces() && successor.sidecar().published() != null) {
          replacedOn.put(path, successor.sidecar().published());
        }
      } else if (known.isRetired(path)) {
        retired.add(path);
      } else {
        kept.add(path);
        sourceFileRows.add(known.source(path));
        if (!there.contains(path)) {
          disappeared.add(disappeared(path, byContent.get(known.source(path).fileSha256())));
        }
      }
    }
  }

  private Finding disappeared(String path, String sameBytes) {
    String detail =
        Message.of(
            "%s is not in the landing area any more; its figures stay. Put it back, or close them:"
                + " `./duibiao retire %s --because \"…\"`%s",
            path, path, sameBytes == null ? "" : "; the same bytes lie at " + sameBytes + " now");
    return FindingBuilder.builder()
        .findingId(Digest.id(FindingKind.SOURCE_DISAPPEARED.id(), path, detail))
        .kind(FindingKind.SOURCE_DISAPPEARED)
        .observationIds(List.of())
        .detail(detail)
        .path(path)
        .runId(run.runId())
        .build();
  }

  private void addUnchanged(SourceFile row) {
    sourceFileRows.add(row);
    unchanged++;
  }

  private boolean isNormalized(LandingFile file) {
    NormalizedFile done = known.normalized().get(file.path());
    return done != null
        && done.fileSha256().equals(file.fileSha256())
        && done.sidecarSha256().equals(file.sidecarSha256())
        && done.catalogueSha256().equals(run.catalogue().sha256());
  }

  private Sidecar sidecar(LandingFile file) {
    if (file.obstacle() != null) {
      reject(file, file.obstacle().reason(), file.obstacle().detail());
      return null;
    }
    if (file.sidecar() == null) {
      reject(
          file,
          "no_sidecar",
          Message.of(
              "there is no %s.yaml that says where the file comes from and how it is laid out:"
                  + " `./duibiao describe %s` drafts it",
              file.path(), file.path()));
      return null;
    }
    try {
      return Sidecar.of(file);
    } catch (SidecarException e) {
      reject(file, "bad_sidecar", String.join("\n", e.problems()));
      return null;
    }
  }

  private void reject(LandingFile file, String reason, String detail) {
    rejections.add(new Rejection(file, null, reason, detail));
  }

  private void addRejected(Rejection rejection) {
    LandingFile file = rejection.file();
    String detail =
        rejection.detail() + (kept.contains(file.path()) ? SourceFileRows.KEEPS_FIGURES : "");
    SourceFile earlier = unchangedRow(file);
    if (earlier != null
        && rejection.reason().equals(earlier.reason())
        && detail.equals(earlier.detail())) {
      addUnchanged(earlier);
    } else {
      sourceFileRows.add(
          SourceFileRows.rejected(
              file, rejection.sidecar(), rejection.reason(), detail, run.runId(), run.now()));
    }
  }

  /** What is to be read, or normalized again. */
  List<PlannedFile> files() {
    return files;
  }

  /** Those of them whose records come from there. */
  List<PlannedFile> files(PlannedFile.RecordOrigin origin) {
    return files.stream().filter(each -> each.recordOrigin() == origin).toList();
  }

  /** The current rows of files for which nothing has to be read. */
  List<SourceFile> sourceFileRows() {
    return sourceFileRows;
  }

  /**
   * The paths whose figures cease to hold: those that were retired, and those whose source another
   * file has taken over.
   *
   * @param rejected the files that turned out to be unreadable: they take nothing over
   */
  Set<String> closedPaths(Set<String> rejected) {
    Set<String> closed = new TreeSet<>(successors.keySet());
    closed.removeIf(path -> rejected.contains(successors.get(path)));
    closed.addAll(retired);
    return closed;
  }

  /**
   * The rows of files whose figures stay because what was to take their place turned out to be
   * unreadable.
   */
  List<SourceFile> keptRows(Set<String> rejected) {
    return known.paths().stream()
        .filter(
            path -> rejected.contains(path) || rejected.contains(successors.getOrDefault(path, "")))
        .map(known::source)
        .toList();
  }

  /** The files with current figures that are gone. */
  List<Finding> disappeared() {
    return disappeared;
  }

  /** When each replaced file's replacement was published. */
  Map<String, LocalDate> replacedOn() {
    return replacedOn;
  }

  int unchanged() {
    return unchanged;
  }

  int newFiles() {
    return newFiles;
  }
}
