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
@Table(name = "gold.trends", key = "city_code, series, basis, first_year")
public record TrendRow(
    @Column(required = true) String cityCode,
    @Column(required = true) String series,
    @Column(required = true) RateOrigin basis,
    int firstYear,
    int lastYear,
    int points,
    Double change,
    Double cagr,
    Double slope,
    Double slopeLow,
    Double slopeHigh,
    @Column(required = true) TrendDirection direction,
    List<Flag> flags,
    int recentFirstYear,
    Double recentSlope,
    @Column(required = true) TrendDirection recentDirection,
    boolean turned) {}
