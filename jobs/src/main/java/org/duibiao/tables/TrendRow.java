package org.duibiao.tables;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.duibiao.columns.Column;
import org.duibiao.columns.Table;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.RateOrigin;
import org.duibiao.model.code.TrendDirection;

/** How a city's series moved, where it has six points or more without a break. */
@RecordBuilder
@Table(
    name = "gold.trends",
    comment = "How a city's series moved: six points at least, never across a series break",
    key = {"city_code", "series", "basis", "first_year"})
public record TrendRow(
    @Column(value = "GB/T 2260 code", required = true) String cityCode,
    @Column(value = "a benchmark, or an indicator that is none", required = true) String series,
    @Column(value = "where the values come from", required = true) RateOrigin basis,
    @Column("the first year") int firstYear,
    @Column("the last year") int lastYear,
    @Column("years with a value") int points,
    @Column("last value − first value") Double change,
    @Column("(last / first) ^ (1 / years) − 1; null unless both are more than 0") Double cagr,
    @Column("Theil–Sen slope, per year") Double slope,
    @Column("lower end of Kendall's interval of the slope at 95 %") Double slopeLow,
    @Column("upper end") Double slopeHigh,
    @Column(value = "where the series goes, by whether the interval leaves out 0", required = true)
        TrendDirection direction,
    @Column("series_break: a break ends it on a side; series_has_gaps: years are missing")
        List<Flag> flags,
    @Column("the first year of its last five points") int recentFirstYear,
    @Column("Theil–Sen slope of its last five points, per year") Double recentSlope,
    @Column(value = "where its last five points go, by the same rule", required = true)
        TrendDirection recentDirection,
    @Column(
            "whether the last five points go the other way than the series, or than its points"
                + " before them")
        boolean turned) {}
