package org.duibiao.tables;

import java.util.Map;
import org.duibiao.columns.Column;
import org.duibiao.columns.Table;

/** A record as a reader found it, kept untouched. */
@Table(name = "bronze.source_records", comment = "What the readers found, untouched")
public record SourceRecord(
    @Column(value = "SHA-256 of the file's bytes, in hex", required = true) String fileSha256,
    @Column(
            value = "the reading of the file that this is a part of, see bronze.source_files",
            required = true)
        String recordsId,
    @Column(value = "the place in the file, such as row:17", required = true) String locator,
    @Column("tables: the cells of the row by column") Map<String, String> fields,
    @Column("prose: the paragraph") String text,
    @Column(value = "the run that read it", required = true) String runId) {}
