package org.duibiao.tables;

import org.duibiao.columns.Column;
import org.duibiao.columns.Table;

/** Whether a city has published a figure that benchmarks are made of: what it lacks. */
@Table(
    name = "gold.coverage",
    comment =
        "What a city lacks: of all that benchmarks are made of, whether there is a figure, from the"
            + " first year in which the city has one of them",
    key = {"city_code", "indicator", "year"})
public record CoverageRow(
    @Column(value = "GB/T 2260 code", required = true) String cityCode,
    @Column(value = "the indicator", required = true) String indicator,
    @Column("the calendar year") int year,
    @Column("whether there is a figure of its own") boolean published,
    @Column("how many publishers give it, quotations aside") int sources,
    @Column("how many of them give it only in unverified sources") Integer unverifiedSources) {}
