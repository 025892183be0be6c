package org.duibiao.tables;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.util.List;
import org.duibiao.columns.Column;
import org.duibiao.columns.Table;
import org.duibiao.model.code.Comparability;
import org.duibiao.model.code.ComparisonMethod;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.IntervalMethod;
import org.duibiao.model.code.RateOrigin;
import org.duibiao.model.code.Side;
import org.duibiao.model.code.Significance;
import org.duibiao.model.code.Standing;

/** How one city stands against the reference in one rate and year. */
@RecordBuilder
@Table(
    name = "gold.benchmarks",
    comment = "How a city stands against the reference in one rate and year",
    key = {"benchmark", "city_code", "reference_code", "year"})
public record BenchmarkRow(
    @Column(value = "the rate, see data/catalogue/benchmarks.yaml", required = true)
        String benchmark,
    @Column(value = "GB/T 2260 code of the city", required = true) String cityCode,
    @Column(
            value = "GB/T 2260 code of the area it is compared with, or median or best",
            required = true)
        String referenceCode,
    @Column("the calendar year of the city's figure") int year,
    @Column(value = "where the rate comes from", required = true) RateOrigin basis,
    @Column(value = "how the two were compared", required = true) ComparisonMethod method,
    @Column("what is counted") BigDecimal numerator,
    @Column(
            "residents; the mean of two year-ends where that is the rule, or interpolated between"
                + " two")
        BigDecimal denominator,
    @Column("the year of the denominator") Integer denominatorYear,
    @Column("what is counted in the reference") BigDecimal referenceNumerator,
    @Column("residents of the reference") BigDecimal referenceDenominator,
    @Column("the year of the reference's denominator") Integer referenceDenominatorYear,
    @Column("the year of the reference's figure") Integer referenceYear,
    @Column("the observation behind the numerator, or behind the published rate")
        String numeratorObservationId,
    @Column("the observation behind the denominator; the later one of a mean")
        String denominatorObservationId,
    @Column("the same for the reference") String referenceNumeratorObservationId,
    @Column("the same for the reference") String referenceDenominatorObservationId,
    @Column(value = "the rate, per as many as the benchmark says", required = true) Double rate,
    @Column("lower end of its interval, at 95 % unless interval_method is extent") Double rateLow,
    @Column("upper end; null where there is none") Double rateHigh,
    @Column("the reference's rate") Double referenceRate,
    @Column("rate / reference rate") Double ratio,
    @Column("lower end of its interval: at 95 %, or what two ranges leave open") Double ratioLow,
    @Column("upper end of its interval") Double ratioHigh,
    @Column("rate − reference rate") Double difference,
    @Column("lower end of its interval, as for the ratio") Double differenceLow,
    @Column("upper end of its interval") Double differenceHigh,
    @Column(
            "how many more of the numerator would give the reference's rate: signed, unrounded; at"
                + " most 0 if already there")
        Double neededToMatch,
    @Column(value = "what the test at 95 % says of the rate", required = true)
        Significance significance,
    @Column(value = "how the city stands against the reference", required = true) Standing standing,
    @Column(value = "whether the two may be compared", required = true) Comparability comparability,
    @Column("why it is not simply comparable, or has no verdict") List<Flag> reasons,
    @Column("1 is the highest rate; where low is good, the lowest; from ten cities on")
        Integer rank,
    @Column("the best rank that its uncertainty allows") Integer rankLow,
    @Column("the worst such rank") Integer rankHigh,
    @Column("how many cities are ranked") Integer cities,
    @Column("share of the ranked cities with a lower rate, in percent") Double percentile,
    @Column("(rate − mean) / standard deviation (n − 1) of the ranked cities; null if that is 0")
        Double zScore,
    @Column("years since the reference first had this rate, where it is ahead") Integer yearsBehind,
    @Column("what must be known when using it") List<Flag> flags,
    @Column(
            value =
                "how the rate's interval was made; an extent is what rounding, bounds and competing"
                    + " sources leave open, nothing random",
            required = true)
        IntervalMethod intervalMethod,
    @Column(
            value = "lower end of the rate's interval at 99.8 %; an extent is the same",
            name = "rate_low_998")
        Double rateLow998,
    @Column(value = "upper end of the rate's interval at 99.8 %", name = "rate_high_998")
        Double rateHigh998,
    @Column(
            value = "what the test at 99.8 % says of the rate",
            name = "significance_998",
            required = true)
        Significance significance998,
    @Column("where the denominator is of two year-ends, the observation of the earlier one")
        String earlierDenominatorObservationId,
    @Column("the same for the reference") String referenceEarlierDenominatorObservationId,
    @Column(
            "on which side of the reference's rate, by at least the benchmark's margin; null where"
                + " the two may not be compared")
        Side side) {}
