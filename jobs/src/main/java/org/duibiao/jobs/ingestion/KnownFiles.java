package org.duibiao.jobs.ingestion;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.duibiao.ingest.sidecar.LandingFile;
import org.duibiao.tables.NormalizedFile;
import org.duibiao.tables.SourceFile;

/** What the warehouse knows of files from earlier runs. */
final class KnownFiles {

  private final List<SourceFile> rows;
  private final Map<Version, SourceFile> byVersion = new HashMap<>();
  private final Map<String, SourceFile> byRecords = new HashMap<>();
  private final Map<String, NormalizedFile> normalized = new TreeMap<>();
  private final Set<String> sourceIds;

  private record Version(String path, String fileSha256, String sidecarSha256) {
    static Version of(SourceFile row) {
      return new Version(row.path(), row.fileSha256(), row.sidecarSha256());
    }
  }

  KnownFiles(List<SourceFile> rows, List<NormalizedFile> normalized) {
    this.rows = rows;
    for (SourceFile row : rows) {
      byVersion.put(Version.of(row), row);
      if (row.recordsId() != null) {
        byRecords.putIfAbsent(row.recordsId(), row);
      }
    }
    normalized.forEach(file -> this.normalized.put(file.path(), file));
    this.sourceIds = paths().stream().map(this::sourceId).collect(Collectors.toSet());
  }

  /** The rows of bronze.source_files. */
  List<SourceFile> rows() {
    return rows;
  }

  /** The rows of what these do not speak of: versions of files that are no longer current. */
  List<SourceFile> rowsBeside(List<SourceFile> current) {
    Set<Version> versions = current.stream().map(Version::of).collect(Collectors.toSet());
    return rows.stream()
        .filter(row -> !versions.contains(Version.of(row)))
        .map(row -> row.withCurrent(false))
        .toList();
  }

  /** The row of exactly this file with exactly this sidecar, or null. */
  SourceFile row(LandingFile file) {
    return byVersion.get(new Version(file.path(), file.fileSha256(), file.sidecarSha256()));
  }

  /** The row of a file that is as it was found before, or null. */
  SourceFile currentRow(LandingFile file) {
    SourceFile row = row(file);
    return row != null && row.current() ? row : null;
  }

  /** A row of a file that was read into these records, or null. */
  SourceFile withRecords(String recordsId) {
    return byRecords.get(recordsId);
  }

  /** The balances of the files whose figures are current, by path. */
  Map<String, NormalizedFile> normalized() {
    return normalized;
  }

  /** The paths of the files whose figures are current. */
  Set<String> paths() {
    return normalized.keySet();
  }

  /** The row of the file that the current figures of a path were read from, or null. */
  SourceFile source(String path) {
    NormalizedFile file = normalized.get(path);
    return file == null
        ? null
        : byVersion.get(new Version(path, file.fileSha256(), file.sidecarSha256()));
  }

  /** The source that the current figures of a path are of, or null. */
  String sourceId(String path) {
    NormalizedFile file = normalized.get(path);
    if (file == null) {
      return null;
    }
    return file.sourceId() == null ? LandingFile.stem(path) : file.sourceId();
  }

  /** The sources that current figures are of. */
  Set<String> sourceIds() {
    return sourceIds;
  }

  /** The publisher of the current figures of a path; null if rows name their own. */
  String publisher(String path) {
    SourceFile source = source(path);
    return source == null ? null : source.publisher();
  }

  /** Whether a person said that the file is gone for good. */
  boolean isRetired(String path) {
    SourceFile source = source(path);
    return source != null && SourceFileRows.RETIRED.equals(source.reason());
  }
}
