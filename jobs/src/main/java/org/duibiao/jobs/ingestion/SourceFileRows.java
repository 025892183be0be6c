package org.duibiao.jobs.ingestion;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.duibiao.ingest.LandingFileReader;
import org.duibiao.ingest.sidecar.LandingFile;
import org.duibiao.ingest.sidecar.Sidecar;
import org.duibiao.tables.SourceFile;

/** Rows of bronze.source_files. */
public final class SourceFileRows {

  static final String PARSED = "parsed";
  public static final String REJECTED = "rejected";

  private SourceFileRows() {}

  static SourceFile parsed(
      PlannedFile planned, Sidecar sidecar, LandingFileReader reader, String runId, Instant now) {
    LandingFile file = planned.file();
    return new SourceFile(
        file.path(),
        file.fileSha256(),
        file.sidecarSha256(),
        true,
        sidecar.publisher(),
        sidecar.title(),
        sidecar.published(),
        sidecar.sourceClass(),
        reader.mediaType(),
        reader.charset(),
        file.byteSize(),
        reader.records(),
        reader.valuesFound(),
        PARSED,
        null,
        null,
        planned.recordsId(),
        reader.bindings() == null ? List.of() : reader.bindings().columns(),
        runId,
        now);
  }

  /** The row of a file whose records are in bronze from an earlier reading. */
  static SourceFile alreadyRead(
      LandingFile file, Sidecar sidecar, SourceFile earlier, String runId, Instant now) {
    return new SourceFile(
        file.path(),
        file.fileSha256(),
        file.sidecarSha256(),
        true,
        sidecar.publisher(),
        sidecar.title(),
        sidecar.published(),
        sidecar.sourceClass(),
        earlier.mediaType(),
        earlier.charset(),
        file.byteSize(),
        earlier.records(),
        earlier.valuesFound(),
        PARSED,
        null,
        null,
        earlier.recordsId(),
        earlier.columns(),
        runId,
        now);
  }

  static SourceFile rejected(
      LandingFile file, Sidecar sidecar, String reason, String detail, String runId, Instant now) {
    return new SourceFile(
        file.path(),
        file.fileSha256(),
        file.sidecarSha256(),
        true,
        sidecar == null ? null : sidecar.publisher(),
        sidecar == null ? null : sidecar.title(),
        sidecar == null ? null : sidecar.published(),
        sidecar == null ? null : sidecar.sourceClass(),
        mediaType(file.path()),
        null,
        file.byteSize(),
        0,
        0,
        REJECTED,
        reason,
        detail,
        null,
        List.of(),
        runId,
        now);
  }

  private static String mediaType(String path) {
    String name = path.toLowerCase(Locale.ROOT);
    return name.endsWith(".csv") || name.endsWith(".tsv") ? "text/csv" : null;
  }

  /** The same row, no longer how the landing area is. */
  static SourceFile asNotCurrent(SourceFile row) {
    return new SourceFile(
        row.path(),
        row.fileSha256(),
        row.sidecarSha256(),
        false,
        row.publisher(),
        row.title(),
        row.published(),
        row.sourceClass(),
        row.mediaType(),
        row.charset(),
        row.byteSize(),
        row.records(),
        row.valuesFound(),
        row.status(),
        row.reason(),
        row.detail(),
        row.recordsId(),
        row.columns(),
        row.runId(),
        row.ingestedAt());
  }
}
