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
@Table(
    name = "gold.indicator_values",
    comment = "The one value to use per city, indicator and year, and why",
    key = {"city_code", "indicator", "year"})
public record IndicatorValue(
    @Column(value = "GB/T 2260 code", required = true) String cityCode,
    @Column(value = "the indicator", required = true) String indicator,
    @Column("the calendar year") int year,
    @Column(value = "last day of what the figure is about", required = true) LocalDate periodEnd,
    @Column(value = "the figure", required = true) BigDecimal value,
    @Column(value = "its canonical unit", required = true) String unit,
    @Column(value = "how the printed value bounds the true one", required = true) Bound bound,
    @Column("which residents, where it matters") PopulationBasis populationBasis,
    @Column(value = "the observation chosen", required = true) String observationId,
    @Column("how many publishers give the figure, quotations aside") int sources,
    @Column("(greatest − least) / chosen, a ratio; null when chosen is 0") Double spread,
    @Column("whether two publishers differ by more than half the sum of their resolutions")
        boolean conflict,
    @Column(value = "what decided the choice", required = true) String rule,
    @Column("what must be known when using it") List<Flag> flags,
    @Column("how many of the publishers give it only in unverified sources")
        Integer unverifiedSources) {}
