package org.duibiao.benchmark.selection;

import org.duibiao.model.code.Vintage;

/**
 * What there is one value to use for in a revised year.
 *
 * @param cityCode the GB/T 2260 code
 * @param indicator the indicator that was revised
 * @param year the calendar year
 * @param seriesBreak the id of the series break
 * @param vintage {@link Vintage#BEFORE} or {@link Vintage#AFTER}
 */
public record VintageKey(
    String cityCode, String indicator, int year, String seriesBreak, Vintage vintage) {}
