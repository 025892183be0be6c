package org.duibiao.jobs.ingestion;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.duibiao.ingest.sidecar.LandingFile;
import org.duibiao.ingest.sidecar.Sidecar;
import org.duibiao.ingest.table.FileSummary;
import org.duibiao.tables.SourceFile;
import org.duibiao.tables.SourceFileBuilder;

/** Rows of bronze.source_files. */
public final class SourceFileRows {

  static final String PARSED = "parsed";
  public static final String REJECTED = "rejected";

  /** The reason of a row whose file a person says is gone for good. */
  static final String RETIRED = "retired";

  /** Said of a rejected file whose path holds figures from before. */
  static final String KEEPS_FIGURES = ". Its figures stay as they were read before";

  private SourceFileRows() {}

  private static SourceFileBuilder row(
      LandingFile file, Sidecar sidecar, String status, String runId, Instant now) {
    SourceFileBuilder row =
        SourceFileBuilder.builder()
            .path(file.path())
            .fileSha256(file.fileSha256())
            .sidecarSha256(file.sidecarSha256())
            .current(true)
            .byteSize(file.byteSize())
            .status(status)
            .columns(List.of())
            .runId(runId)
            .ingestedAt(now);
    return sidecar == null
        ? row
        : row.publisher(sidecar.publisher())
            .title(sidecar.title())
            .published(sidecar.published())
            .sourceClass(sidecar.sourceClass());
  }

  static SourceFile parsed(
      PlannedFile planned, Sidecar sidecar, FileSummary contents, String runId, Instant now) {
    return row(planned.file(), sidecar, PARSED, runId, now)
        .mediaType(contents.mediaType())
        .charset(contents.charset())
        .records(contents.records())
        .valuesFound(contents.values())
        .recordsId(planned.recordsId())
        .columns(contents.mappings() == null ? List.of() : contents.mappings().columns())
        .build();
  }

  /** The row of a file whose records are in bronze from an earlier reading. */
  static SourceFile alreadyRead(
      LandingFile file, Sidecar sidecar, SourceFile earlier, String runId, Instant now) {
    return row(file, sidecar, PARSED, runId, now)
        .mediaType(earlier.mediaType())
        .charset(earlier.charset())
        .records(earlier.records())
        .valuesFound(earlier.valuesFound())
        .recordsId(earlier.recordsId())
        .columns(earlier.columns())
        .build();
  }

  static SourceFile rejected(
      LandingFile file, Sidecar sidecar, String reason, String detail, String runId, Instant now) {
    return row(file, sidecar, REJECTED, runId, now)
        .mediaType(mediaType(file.path()))
        .reason(reason)
        .detail(detail)
        .build();
  }

  private static String mediaType(String path) {
    String name = path.toLowerCase(Locale.ROOT);
    return name.endsWith(".csv") || name.endsWith(".tsv") ? "text/csv" : null;
  }

  /** A rejected file's row that says that figures of its path stay. */
  static SourceFile keepingFigures(SourceFile row) {
    return SourceFileBuilder.builder(row).detail(row.detail() + KEEPS_FIGURES).build();
  }

  static boolean isRejected(SourceFile row) {
    return row.status().equals(REJECTED);
  }

  /** The same row, no longer how the landing area is and without figures of its own. */
  static SourceFile asNotCurrent(SourceFile row) {
    return SourceFileBuilder.builder(row).current(false).build();
  }
}
