package org.duibiao.jobs.ingestion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.duibiao.ingest.sidecar.LandingArea;
import org.duibiao.ingest.sidecar.LandingFile;
import org.duibiao.ingest.sidecar.Sidecar;
import org.duibiao.ingest.sidecar.SidecarException;
import org.duibiao.jobs.context.RunContext;
import org.duibiao.model.Digest;
import org.duibiao.tables.NormalizedFile;
import org.duibiao.tables.SourceFile;

/**
 * What has to be done so that the tables say what the landing area says: which files are read,
 * which are only understood anew from bronze, and which have gone. Decided from fingerprints alone.
 */
final class IngestionPlan {

  /** Reasons that are found here, without reading the file: they are looked at in every run. */
  private static final Set<String> PLANNED_REASONS =
      Set.of("no_sidecar", "bad_sidecar", "duplicate_file", "duplicate_id");

  private final List<PlannedFile> files = new ArrayList<>();
  private final List<SourceFile> sourceFileRows = new ArrayList<>();
  private final Set<String> removedPaths = new HashSet<>();
  private final Map<String, LocalDate> replacedOn = new HashMap<>();
  private int unchanged;
  private int newFiles;

  private record IdentifiedFile(LandingFile file, Sidecar sidecar, String sourceId) {}

  /** Where normalization stands. */
  private final Map<String, NormalizedFile> normalized = new HashMap<>();

  private final Map<String, SourceFile> current = new HashMap<>();
  private final Set<String> normalizedStems = new HashSet<>();
  private final String catalogueSha256;

  private IngestionPlan(List<NormalizedFile> normalizedFiles, String catalogueSha256) {
    for (NormalizedFile file : normalizedFiles) {
      normalized.put(file.path(), file);
      normalizedStems.add(LandingFile.stem(file.path()));
    }
    this.catalogueSha256 = catalogueSha256;
  }

  /** The plan for what lies in the landing area now. */
  static IngestionPlan of(
      LandingArea area, List<SourceFile> known, List<NormalizedFile> normalized, RunContext run) {
    IngestionPlan plan = new IngestionPlan(normalized, run.catalogue().sha256());
    plan.build(area, known, run);
    return plan;
  }

  private void build(LandingArea area, List<SourceFile> known, RunContext run) {
    Map<String, SourceFile> byRecords = new HashMap<>();
    for (SourceFile row : known) {
      if (row.current()) {
        current.put(row.path(), row);
      }
      if (row.recordsId() != null) {
        byRecords.putIfAbsent(row.recordsId(), row);
      }
    }
    List<IdentifiedFile> found = new ArrayList<>();
    for (LandingFile file : area.files()) {
      SourceFile earlier = current.get(file.path());
      boolean same =
          earlier != null
              && earlier.fileSha256().equals(file.fileSha256())
              && earlier.sidecarSha256().equals(file.sidecarSha256());
      if (!same) {
        newFiles++;
      } else if (earlier.status().equals(SourceFileRows.REJECTED)
          && !PLANNED_REASONS.contains(earlier.reason())) {
        addUnchanged(earlier);
        continue;
      }
      Sidecar sidecar = sidecar(file, run);
      if (sidecar != null) {
        found.add(new IdentifiedFile(file, sidecar, sourceId(file, sidecar)));
      }
    }
    for (IdentifiedFile one : newestBySource(found, run)) {
      LandingFile file = one.file();
      SourceFile earlier = current.get(file.path());
      boolean same =
          earlier != null
              && earlier.fileSha256().equals(file.fileSha256())
              && earlier.sidecarSha256().equals(file.sidecarSha256());
      String recordsId = Digest.id(file.path(), file.fileSha256(), one.sidecar().layoutSha256());
      SourceFile inBronze = byRecords.get(recordsId);
      boolean parsed = same && earlier.status().equals(SourceFileRows.PARSED);
      if (parsed) {
        addUnchanged(earlier);
      } else if (inBronze != null) {
        sourceFileRows.add(
            SourceFileRows.alreadyRead(file, one.sidecar(), inBronze, run.runId(), run.now()));
      }
      if (inBronze == null && !parsed) {
        files.add(
            new PlannedFile(
                file,
                recordsId,
                one.sourceId(),
                PlannedFile.RecordOrigin.LANDING,
                List.of(),
                0,
                mayReplaceReadings(one)));
      } else if (inBronze != null && !isNormalized(file)) {
        files.add(
            new PlannedFile(
                file,
                recordsId,
                one.sourceId(),
                PlannedFile.RecordOrigin.BRONZE,
                inBronze.columns(),
                inBronze.valuesFound(),
                mayReplaceReadings(one)));
      }
    }
    Set<String> parsed = new HashSet<>();
    sourceFileRows.stream()
        .filter(row -> row.status().equals(SourceFileRows.PARSED))
        .forEach(r -> parsed.add(r.path()));
    files.forEach(planned -> parsed.add(planned.file().path()));
    normalized.keySet().stream().filter(path -> !parsed.contains(path)).forEach(removedPaths::add);
  }

  private void addUnchanged(SourceFile row) {
    sourceFileRows.add(row);
    unchanged++;
  }

  /** Whether figures of this file or source can be among the readings already. */
  private boolean mayReplaceReadings(IdentifiedFile one) {
    return normalizedStems.contains(one.file().stem())
        || one.sidecar().replaces() != null
        || (one.sidecar().id() != null && !normalized.isEmpty());
  }

  private boolean isNormalized(LandingFile file) {
    NormalizedFile done = normalized.get(file.path());
    return done != null
        && done.fileSha256().equals(file.fileSha256())
        && done.sidecarSha256().equals(file.sidecarSha256())
        && done.catalogueSha256().equals(catalogueSha256);
  }

  private Sidecar sidecar(LandingFile file, RunContext run) {
    if (file.sidecar() == null) {
      reject(
          file,
          null,
          "no_sidecar",
          "there is no "
              + file.path()
              + ".yaml that says where the file comes from and how it is"
              + " laid out: `./duibiao describe "
              + file.path()
              + "` drafts it",
          run);
      return null;
    }
    try {
      return Sidecar.of(file);
    } catch (SidecarException e) {
      reject(file, null, "bad_sidecar", String.join("\n", e.problems()), run);
      return null;
    }
  }

  private static String sourceId(LandingFile file, Sidecar sidecar) {
    if (sidecar.replaces() != null) {
      return sidecar.replaces();
    }
    return sidecar.id() != null ? sidecar.id() : file.stem();
  }

  private void reject(
      LandingFile file, Sidecar sidecar, String reason, String detail, RunContext run) {
    SourceFile earlier = current.get(file.path());
    if (earlier != null
        && earlier.fileSha256().equals(file.fileSha256())
        && earlier.sidecarSha256().equals(file.sidecarSha256())
        && reason.equals(earlier.reason())
        && detail.equals(earlier.detail())) {
      addUnchanged(earlier);
    } else {
      sourceFileRows.add(
          SourceFileRows.rejected(file, sidecar, reason, detail, run.runId(), run.now()));
    }
  }

  /** A source is one file: the newest re-issue, if there are several. */
  private List<IdentifiedFile> newestBySource(List<IdentifiedFile> found, RunContext run) {
    Map<String, List<IdentifiedFile>> bySource = new TreeMap<>();
    Map<String, LandingFile> byContent = new HashMap<>();
    for (IdentifiedFile one : found) {
      String content = one.file().fileSha256() + one.file().sidecarSha256();
      LandingFile twin = byContent.putIfAbsent(content, one.file());
      if (twin != null) {
        reject(
            one.file(),
            one.sidecar(),
            "duplicate_file",
            "the file and its sidecar are the same as " + twin.path() + ": remove one of them",
            run);
      } else {
        bySource.computeIfAbsent(one.sourceId(), id -> new ArrayList<>()).add(one);
      }
    }
    List<IdentifiedFile> unique = new ArrayList<>();
    for (List<IdentifiedFile> files : bySource.values()) {
      files.sort(
          Comparator.comparing((IdentifiedFile one) -> one.sidecar().replaces() != null)
              .thenComparing(
                  one -> one.sidecar().published(),
                  Comparator.nullsFirst(Comparator.naturalOrder()))
              .thenComparing(one -> one.file().path()));
      IdentifiedFile newest = files.get(files.size() - 1);
      unique.add(newest);
      for (IdentifiedFile other : files.subList(0, files.size() - 1)) {
        if (newest.sidecar().replaces() == null) {
          reject(
              other.file(),
              other.sidecar(),
              "duplicate_id",
              "its source id '"
                  + other.sourceId()
                  + "' is also that of "
                  + newest.file().path()
                  + ": give one of them another `id`, or say which it `replaces`",
              run);
        } else if (newest.sidecar().published() != null) {
          replacedOn.put(other.file().path(), newest.sidecar().published());
        }
      }
    }
    unique.sort(Comparator.comparing(one -> one.file().path()));
    return unique;
  }

  /** What is to be read, or understood anew. */
  List<PlannedFile> files() {
    return files;
  }

  /** The current rows of files for which nothing has to be read. */
  List<SourceFile> sourceFileRows() {
    return sourceFileRows;
  }

  /** The paths whose readings cease to hold: their files are gone, replaced or now rejected. */
  Set<String> removedPaths() {
    return removedPaths;
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
