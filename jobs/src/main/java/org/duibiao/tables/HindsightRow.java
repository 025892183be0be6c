package org.duibiao.tables;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import org.duibiao.columns.Column;
import org.duibiao.columns.Table;
import org.duibiao.model.code.Comparability;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.Side;
import org.duibiao.model.code.Significance;
import org.duibiao.model.code.Standing;

/** What was known on a day, and what is known now, of one comparison. */
@RecordBuilder
@Table(name = "gold.hindsight", key = "benchmark, city_code, reference_code, year")
public record HindsightRow(
    @Column(required = true) String benchmark,
    @Column(required = true) String cityCode,
    @Column(required = true) String referenceCode,
    int year,
    @Column(required = true) LocalDate asOf,
    Double rateThen,
    Double rateNow,
    Double referenceRateThen,
    Double referenceRateNow,
    Double ratioThen,
    Double ratioNow,
    Double neededToMatchThen,
    Double neededToMatchNow,
    Side sideThen,
    Side sideNow,
    Significance significanceThen,
    Significance significanceNow,
    Standing standingThen,
    Standing standingNow,
    Comparability comparabilityThen,
    Comparability comparabilityNow,
    Boolean changed,
    List<Flag> flags) {}
