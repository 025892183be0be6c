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
@Table(
    name = "bronze.source_files",
    comment = "The files of the landing area, each as it was found with its sidecar",
    key = {"path", "file_sha256", "sidecar_sha256"})
public record SourceFile(
    @Column(value = "path in the landing area, with /", required = true) String path,
    @Column(value = "SHA-256 of the file's bytes, in hex", required = true) String fileSha256,
    @Column(value = "SHA-256 of the sidecar's bytes, in hex; empty without one", required = true)
        String sidecarSha256,
    @Column(
            "whether its figures hold, or it waits for a correction: how the path was found last,"
                + " and what the figures were read from if that cannot be read now or is gone")
        boolean current,
    @Column("who published it, if the whole file has one publisher") String publisher,
    @Column("the publication's title, if the whole file has one") String title,
    @Column("when it was published; null if unknown or mapped from a column") LocalDate published,
    @Column(value = "the kind of publication", name = "class") SourceClass sourceClass,
    @Column("such as text/csv") String mediaType,
    @Column("how the text is encoded, as detected") String charset,
    @Column("size in bytes") long byteSize,
    @Column("records found by the reader") long records,
    @Column("values found by the reader, before normalization; blank cells too") long valuesFound,
    @Column(value = "parsed or rejected", required = true) String status,
    @Column("rejected: why, in one word; retired: gone for good") String reason,
    @Column("rejected: what is wrong and what to do; retired: since when and why") String detail,
    @Column("the set of records that this file was read into, see bronze.source_records")
        String recordsId,
    @Column("the columns of the records, in order") List<String> columns,
    @Column(value = "the run that read it", required = true) String runId,
    @Column(value = "when it was read", required = true) Instant ingestedAt)
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
