package org.duibiao.tables;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.duibiao.columns.Column;
import org.duibiao.columns.Table;
import org.duibiao.model.code.FindingKind;

/** Something that does not fit together, and what to look at. */
@RecordBuilder
@Table(
    name = "silver.findings",
    comment = "What does not fit together, and what to look at",
    key = {"finding_id"})
public record Finding(
    @Column(
            value = "128 bits of SHA-256 over kind, city, indicator, period and figures",
            required = true)
        String findingId,
    @Column(value = "what does not fit together", required = true) FindingKind kind,
    @Column("GB/T 2260 code") String cityCode,
    @Column("the indicator") String indicator,
    @Column("last day of what the figures are about") LocalDate periodEnd,
    @Column("the observations concerned") List<String> observationIds,
    @Column("what the one side says") BigDecimal expected,
    @Column("what the other side says") BigDecimal found,
    @Column("what to look at") String detail,
    @Column("the file in the landing area, where it is about one file") String path,
    @Column(value = "the run that wrote the row", required = true) String runId)
    implements Serializable {}
