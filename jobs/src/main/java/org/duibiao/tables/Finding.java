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
@Table(name = "silver.findings", key = "finding_id")
public record Finding(
    @Column(required = true) String findingId,
    @Column(required = true) FindingKind kind,
    String cityCode,
    String indicator,
    LocalDate periodEnd,
    List<String> observationIds,
    BigDecimal expected,
    BigDecimal found,
    String detail,
    String path,
    @Column(required = true) String runId)
    implements Serializable {}
