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
@Table(name = "gold.benchmarks", key = "benchmark, city_code, reference_code, year")
public record BenchmarkRow(
    @Column(required = true) String benchmark,
    @Column(required = true) String cityCode,
    @Column(required = true) String referenceCode,
    int year,
    @Column(required = true) RateOrigin basis,
    @Column(required = true) ComparisonMethod method,
    BigDecimal numerator,
    BigDecimal denominator,
    Integer denominatorYear,
    BigDecimal referenceNumerator,
    BigDecimal referenceDenominator,
    Integer referenceDenominatorYear,
    Integer referenceYear,
    String numeratorObservationId,
    String denominatorObservationId,
    String referenceNumeratorObservationId,
    String referenceDenominatorObservationId,
    @Column(required = true) Double rate,
    Double rateLow,
    Double rateHigh,
    Double referenceRate,
    Double ratio,
    Double ratioLow,
    Double ratioHigh,
    Double difference,
    Double differenceLow,
    Double differenceHigh,
    Double neededToMatch,
    @Column(required = true) Significance significance,
    @Column(required = true) Standing standing,
    @Column(required = true) Comparability comparability,
    List<Flag> reasons,
    Integer rank,
    Integer rankLow,
    Integer rankHigh,
    Integer cities,
    Double percentile,
    Double zScore,
    Integer yearsBehind,
    List<Flag> flags,
    @Column(required = true) IntervalMethod intervalMethod,
    @Column(name = "rate_low_998") Double rateLow998,
    @Column(name = "rate_high_998") Double rateHigh998,
    @Column(name = "significance_998", required = true) Significance significance998,
    String earlierDenominatorObservationId,
    String referenceEarlierDenominatorObservationId,
    Side side) {}
