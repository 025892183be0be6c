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
    key = "benchmark, city_code, reference_code, year, vintage, reference_vintage")
public record VintageRow(
    @Column(required = true) String benchmark,
    @Column(required = true) String cityCode,
    @Column(required = true) String referenceCode,
    int year,
    @Column(required = true) String seriesBreak,
    @Column(required = true) Vintage vintage,
    @Column(required = true) Vintage referenceVintage,
    @Column(required = true) BigDecimal numerator,
    @Column(required = true) BigDecimal denominator,
    @Column(required = true) BigDecimal referenceNumerator,
    @Column(required = true) BigDecimal referenceDenominator,
    String denominatorObservationId,
    String referenceDenominatorObservationId,
    double rate,
    double referenceRate,
    Double ratio,
    double neededToMatch,
    List<Flag> flags,
    Side side,
    Standing standing,
    String earlierDenominatorObservationId,
    String referenceEarlierDenominatorObservationId) {}
