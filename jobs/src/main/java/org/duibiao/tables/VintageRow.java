package org.duibiao.tables;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.util.List;
import org.duibiao.columns.Column;
import org.duibiao.columns.Table;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.Side;
import org.duibiao.model.code.Standing;
import org.duibiao.model.code.Vintage;

/**
 * The same comparison on each vintage of a population that was revised: what was true of 2019
 * before the census of 2020, and after it.
 */
@RecordBuilder
@Table(
    name = "gold.benchmark_vintages",
    comment = "A comparison of a year whose populations were revised, on each pair of vintages",
    key = {"benchmark", "city_code", "reference_code", "year", "vintage", "reference_vintage"})
public record VintageRow(
    @Column(value = "the rate", required = true) String benchmark,
    @Column(value = "GB/T 2260 code of the city", required = true) String cityCode,
    @Column(value = "GB/T 2260 code of the reference", required = true) String referenceCode,
    @Column("the calendar year") int year,
    @Column(value = "the series break, such as census_2020", required = true) String seriesBreak,
    @Column(
            value =
                "the city's population against the revision, unknown if its publication has no"
                    + " date",
            required = true)
        Vintage vintage,
    @Column(value = "the same of the reference's population", required = true)
        Vintage referenceVintage,
    @Column(value = "what is counted", required = true) BigDecimal numerator,
    @Column(value = "residents", required = true) BigDecimal denominator,
    @Column(value = "what is counted in the reference", required = true)
        BigDecimal referenceNumerator,
    @Column(value = "residents of the reference", required = true) BigDecimal referenceDenominator,
    @Column("the observation behind the denominator") String denominatorObservationId,
    @Column("the observation behind the reference's denominator")
        String referenceDenominatorObservationId,
    @Column("the rate") double rate,
    @Column("the reference's rate") double referenceRate,
    @Column("rate / reference rate") Double ratio,
    @Column("how many more would give the reference's rate, signed and unrounded")
        double neededToMatch,
    @Column("population_vintage_differs where the two vintages are not the same") List<Flag> flags,
    @Column("the side, as in gold.benchmarks") Side side,
    @Column("the standing, as in gold.benchmarks") Standing standing,
    @Column("where the denominator is a mean of two year-ends, the observation of the earlier one")
        String earlierDenominatorObservationId,
    @Column("the same for the reference") String referenceEarlierDenominatorObservationId) {}
