package org.duibiao.tables;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.duibiao.columns.Column;
import org.duibiao.columns.Table;
import org.duibiao.model.code.Bound;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.TargetPace;
import org.duibiao.model.code.TargetState;

/** A target, and what came of it. */
@RecordBuilder
@Table(name = "gold.targets", key = "city_code, indicator, measure, scope, due, observation_id")
public record TargetRow(
    @Column(required = true) String cityCode,
    @Column(required = true) String indicator,
    @Column(required = true) Measure measure,
    @Column(required = true) String scope,
    BigDecimal base,
    BigDecimal target,
    @Column(required = true) Bound bound,
    LocalDate start,
    @Column(required = true) LocalDate due,
    BigDecimal latest,
    Integer latestYear,
    Boolean attained,
    BigDecimal gap,
    Double neededPerYear,
    Double shareDone,
    Double shareElapsed,
    @Column(required = true) TargetPace pace,
    List<Flag> flags,
    String observationId,
    String latestObservationId,
    String baseObservationId,
    @Column(required = true) TargetState state) {}
