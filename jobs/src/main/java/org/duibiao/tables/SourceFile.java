package org.duibiao.tables;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.duibiao.columns.Column;
import org.duibiao.columns.Table;
import org.duibiao.model.code.SourceClass;

/** A file of the landing area as it was found with its sidecar. */
@RecordBuilder
@Table(name = "bronze.source_files", key = "path, file_sha256, sidecar_sha256")
public record SourceFile(
    @Column(required = true) String path,
    @Column(required = true) String fileSha256,
    @Column(required = true) String sidecarSha256,
    boolean current,
    String publisher,
    String title,
    LocalDate published,
    @Column(name = "class") SourceClass sourceClass,
    String mediaType,
    String charset,
    long byteSize,
    long records,
    long valuesFound,
    @Column(required = true) String status,
    String reason,
    String detail,
    String recordsId,
    List<String> columns,
    @Column(required = true) String runId,
    @Column(required = true) Instant ingestedAt)
    implements Serializable, SourceFileBuilder.With {

  /** The status of a file that was read. */
  public static final String PARSED = "parsed";

  /** The status of a file that cannot be read. */
  public static final String REJECTED = "rejected";

  /** Whether it cannot be read, or must not be. */
  public boolean isRejected() {
    return status.equals(REJECTED);
  }
}
