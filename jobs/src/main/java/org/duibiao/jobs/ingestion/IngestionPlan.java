package org.duibiao.jobs.ingestion;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duibiao.catalogue.InvalidFileException;
import org.duibiao.ingest.sidecar.LandingArea;
import org.duibiao.ingest.sidecar.LandingFile;
import org.duibiao.ingest.sidecar.Sidecar;
import org.duibiao.jobs.context.FileNames;
import org.duibiao.jobs.context.NotPublishedException;
import org.duibiao.jobs.context.RunContext;
import org.duibiao.jobs.context.UsageException;
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
  private final SourceFileRows rows;
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

  /**
   * The plan for what lies in the landing area now.
   *
   * @param retirement a file that is gone for good, or null
   * @throws UsageException if there is no such folder, or Java cannot hold its names
   * @throws NotPublishedException if it cannot be read, or is empty though files were read from it
   */
  static IngestionPlan of(RunContext run, Retirement retirement) throws IOException {
    LandingArea area = scan(run);
    List<SourceFile> rows = run.warehouse().read(SourceFile.class);
    if (retirement != null) {
      rows = retirement.of(rows, area, run);
    }
    long held = rows.stream().filter(SourceFile::current).count();
    if (area.files().isEmpty() && held > 0) {
      throw new NotPublishedException(
          "The landing area %s is empty, but %s files were read from it: no figure was closed, and"
              + " nothing is published. See that it is the right folder and that it is mounted",
          run.locations().landing(), held);
    }
    KnownFiles known = new KnownFiles(rows, run.warehouse().read(NormalizedFile.class));
    return new IngestionPlan(area, known, run);
  }

  /** The files that lie in the landing area; throws as {@link #of}. */
  static LandingArea scan(RunContext run) throws IOException {
    String folder = run.locations().landing();
    FileNames.check(folder, run.configuration());
    try {
      return LandingArea.scan(folder, run.configuration());
    } catch (FileNotFoundException e) {
      throw new UsageException(
          "There is no landing area at " + folder + ": name its folder with --landing");
    } catch (IOException e) {
      throw new NotPublishedException(
          "The landing area %s cannot be read (%s): no figure was closed, and nothing is published",
          folder, e.getMessage());
    }
  }

  /** The plan for these files, by what earlier runs have left. */
  IngestionPlan(LandingArea area, KnownFiles known, RunContext run) {
    this.area = area;
    this.known = known;
    this.run = run;
    this.rows = new SourceFileRows(run.runId(), run.now());
    List<Claim> found = new ArrayList<>();
    for (LandingFile file : area.files()) {
      SourceFile earlier = known.currentRow(file);
      if (earlier == null) {
        newFiles++;
      } else if (earlier.isRejected() && !PLANNED_REASONS.contains(earlier.reason())) {
        addUnchanged(earlier);
        continue;
      }
      Sidecar sidecar = sidecar(file);
      if (sidecar != null) {
        found.add(new Claim(file, sidecar));
      }
    }
    List<Claim> accepted = new SourceAssignment(known, rejections).accepted(found);
    accepted.forEach(this::plan);
    keepOrClose(accepted);
    rejections.forEach(this::addRejected);
  }

  private void plan(Claim one) {
    LandingFile file = one.file();
    SourceFile earlier = known.currentRow(file);
    String recordsId = Digest.id(file.path(), file.fileSha256(), one.sidecar().layoutSha256());
    SourceFile inBronze = known.withRecords(recordsId);
    boolean parsed = earlier != null && !earlier.isRejected();
    if (parsed) {
      addUnchanged(earlier);
    } else if (inBronze != null) {
      sourceFileRows.add(rows.alreadyRead(file, one.sidecar(), inBronze));
    }
    if (inBronze == null ? !parsed : !isNormalized(file)) {
      boolean mayReplace =
          known.paths().contains(one.path()) || known.sourceIds().contains(one.sourceId());
      files.add(new PlannedFile(file, recordsId, one.sourceId(), inBronze, mayReplace));
    }
  }

  /** What becomes of figures whose own file is not one of those that hold from now on. */
  private void keepOrClose(List<Claim> accepted) {
    Map<String, Claim> bySource =
        accepted.stream().collect(Collectors.toMap(Claim::sourceId, Function.identity()));
    Set<String> holding = accepted.stream().map(Claim::path).collect(Collectors.toSet());
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

  /** The sidecar of a file; null if it is rejected. */
  private Sidecar sidecar(LandingFile file) {
    if (file.obstacle() != null) {
      return reject(file, file.obstacle().reason(), file.obstacle().detail());
    }
    if (file.sidecar() == null) {
      String detail =
          Message.of(
              "there is no %s.yaml that says where the file comes from and how it is laid out:"
                  + " `./duibiao describe %s` drafts it",
              file.path(), file.path());
      return reject(file, "no_sidecar", detail);
    }
    try {
      return Sidecar.of(file);
    } catch (InvalidFileException e) {
      return reject(file, "bad_sidecar", String.join("\n", e.problems()));
    }
  }

  private Sidecar reject(LandingFile file, String reason, String detail) {
    rejections.add(new Rejection(new Claim(file, null), reason, detail));
    return null;
  }

  private void addRejected(Rejection rejection) {
    LandingFile file = rejection.one().file();
    String detail =
        rejection.detail() + (kept.contains(file.path()) ? SourceFileRows.KEEPS_FIGURES : "");
    SourceFile earlier = known.currentRow(file);
    if (earlier != null
        && rejection.reason().equals(earlier.reason())
        && detail.equals(earlier.detail())) {
      addUnchanged(earlier);
    } else {
      sourceFileRows.add(
          rows.rejected(file, rejection.one().sidecar(), rejection.reason(), detail));
    }
  }

  LandingArea area() {
    return area;
  }

  KnownFiles known() {
    return known;
  }

  /** What is to be read, or normalized again. */
  List<PlannedFile> files() {
    return files;
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
