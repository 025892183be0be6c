package org.duibiao.tables;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.duibiao.columns.Column;
import org.duibiao.columns.Table;

/** A publication of the warehouse: the versions of its tables that belong together. */
@RecordBuilder
@Table(
    name = "gold.releases",
    comment = "The releases: which versions of the tables belong together. Written last",
    key = {"version"})
public record Release(
    @Column(value = "a hash of all that its report shows", required = true) String releaseId,
    @Column("current for what readers see without asking; else null") String label,
    @Column(value = "when it was published here", required = true) Instant publishedAt,
    @Column(value = "the city that others are compared with", required = true) String referenceCode,
    @Column("computed from what was published by that day; null for all") LocalDate asOf,
    @Column(value = "SHA-256 of the catalogue", required = true) String catalogueSha256,
    @Column(value = "the Delta version of every silver and gold table", required = true)
        Map<String, Long> tableVersions,
    @Column(value = "a hash of what it was computed from and how", required = true)
        String inputsSha256,
    @Column(value = "the run that wrote it", required = true) String runId,
    @Column("the version of this table that brought it: a later release has a greater one")
        Long version) {}
