package org.duibiao.tables;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.duibiao.columns.Column;
import org.duibiao.columns.Table;
import org.duibiao.model.code.Bound;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.PopulationBasis;

/** The one value to use for a city, an indicator and a year, and why. */
@RecordBuilder
@Table(name = "gold.indicator_values", key = "city_code, indicator, year")
public record IndicatorValue(
    @Column(required = true) String cityCode,
    @Column(required = true) String indicator,
    int year,
    @Column(required = true) LocalDate periodEnd,
    @Column(required = true) BigDecimal value,
    @Column(required = true) String unit,
    @Column(required = true) Bound bound,
    PopulationBasis populationBasis,
    @Column(required = true) String observationId,
    int sources,
    Double spread,
    boolean conflict,
    @Column(required = true) String rule,
    List<Flag> flags,
    Integer unverifiedSources) {}
