package org.duibiao.tables;

import java.util.Map;
import org.duibiao.columns.Column;
import org.duibiao.columns.Table;

/** A record as a reader found it, kept untouched. */
@Table(name = "bronze.source_records")
public record SourceRecord(
    @Column(required = true) String fileSha256,
    @Column(required = true) String recordsId,
    @Column(required = true) String locator,
    Map<String, String> fields,
    String text,
    @Column(required = true) String runId) {}
