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
@Table(
    name = "gold.hindsight",
    comment =
        "Of a release with --as-of: each comparison as it read on that day and as it reads now;"
            + " without --as-of it has no rows",
    key = {"benchmark", "city_code", "reference_code", "year"})
public record HindsightRow(
    @Column(value = "the rate", required = true) String benchmark,
    @Column(value = "GB/T 2260 code of the city", required = true) String cityCode,
    @Column(value = "what it is compared with", required = true) String referenceCode,
    @Column("the calendar year of the city's figure") int year,
    @Column(value = "the day: what was published by then", required = true) LocalDate asOf,
    @Column("the rate as of that day; null if nothing was published") Double rateThen,
    @Column("the rate now; null if what was published then has no date or is gone") Double rateNow,
    @Column("the reference's rate as of that day") Double referenceRateThen,
    @Column("the reference's rate now") Double referenceRateNow,
    @Column("rate / reference rate as of that day") Double ratioThen,
    @Column("rate / reference rate now") Double ratioNow,
    @Column("how many more would have matched, as of that day") Double neededToMatchThen,
    @Column("how many more would match, now") Double neededToMatchNow,
    @Column("the side as of that day") Side sideThen,
    @Column("the side now") Side sideNow,
    @Column("significance as of that day") Significance significanceThen,
    @Column("significance now") Significance significanceNow,
    @Column("standing as of that day") Standing standingThen,
    @Column("standing now") Standing standingNow,
    @Column("comparability as of that day") Comparability comparabilityThen,
    @Column("comparability now") Comparability comparabilityNow,
    @Column("whether side, significance or standing are not the same; null if one is missing")
        Boolean changed,
    @Column("what must be known of the figures now") List<Flag> flags) {}
