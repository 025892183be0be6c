package org.duibiao.tables;

import org.duibiao.columns.Column;
import org.duibiao.columns.Table;

/** Whether a city has published a figure that benchmarks are made of: what it lacks. */
@Table(name = "gold.coverage", key = "city_code, indicator, year")
public record CoverageRow(
    @Column(required = true) String cityCode,
    @Column(required = true) String indicator,
    int year,
    boolean published,
    int sources,
    Integer unverifiedSources) {}
