package org.duibiao.tables;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.duibiao.columns.Column;
import org.duibiao.columns.Table;

/** A publication of the warehouse: the versions of its tables that belong together. */
@RecordBuilder
@Table(name = "gold.releases", key = "version")
public record Release(
    @Column(required = true) String releaseId,
    String label,
    @Column(required = true) Instant publishedAt,
    @Column(required = true) String referenceCode,
    LocalDate asOf,
    @Column(required = true) String catalogueSha256,
    @Column(required = true) Map<String, Long> tableVersions,
    @Column(required = true) String inputsSha256,
    @Column(required = true) String runId,
    Long version) {}
