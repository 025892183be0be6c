package org.duibiao.jobs.ingestion;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.duibiao.ingest.sidecar.LandingFile;
import org.duibiao.ingest.sidecar.Sidecar;
import org.duibiao.ingest.table.FileSummary;
import org.duibiao.tables.SourceFile;
import org.duibiao.tables.SourceFileBuilder;

/**
 * Makes the rows of bronze.source_files that a run adds.
 *
 * @param runId the run
 * @param now its clock
 */
record SourceFileRows(String runId, Instant now) implements Serializable {

  /** The reason of a row whose file a person says is gone for good. */
  static final String RETIRED = "retired";

  /** Said of a rejected file whose path holds figures from before. */
  static final String KEEPS_FIGURES = ". Its figures stay as they were read before";

  private SourceFileBuilder row(LandingFile file, Sidecar sidecar, String status) {
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

  SourceFile parsed(PlannedFile planned, Sidecar sidecar, FileSummary contents) {
    return row(planned.file(), sidecar, SourceFile.PARSED)
        .mediaType(contents.mediaType())
        .charset(contents.charset())
        .records(contents.records())
        .valuesFound(contents.values())
        .recordsId(planned.recordsId())
        .columns(contents.mappings() == null ? List.of() : contents.mappings().columns())
        .build();
  }

  /** The row of a file whose records are in bronze from an earlier reading. */
  SourceFile alreadyRead(LandingFile file, Sidecar sidecar, SourceFile earlier) {
    return row(file, sidecar, SourceFile.PARSED)
        .mediaType(earlier.mediaType())
        .charset(earlier.charset())
        .records(earlier.records())
        .valuesFound(earlier.valuesFound())
        .recordsId(earlier.recordsId())
        .columns(earlier.columns())
        .build();
  }

  /**
   * The row of a file that is not read.
   *
   * @param sidecar null if it cannot be read either
   */
  SourceFile rejected(LandingFile file, Sidecar sidecar, String reason, String detail) {
    String name = file.path().toLowerCase(Locale.ROOT);
    return row(file, sidecar, SourceFile.REJECTED)
        .mediaType(name.endsWith(".csv") || name.endsWith(".tsv") ? "text/csv" : null)
        .reason(reason)
        .detail(detail)
        .build();
  }
}
