package org.duibiao.benchmark.selection;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.duibiao.model.SeriesBreak;
import org.duibiao.model.code.Vintage;
import org.duibiao.tables.Figure;
import org.duibiao.tables.Finding;
import org.duibiao.tables.IndicatorValue;

/**
 * What a {@link ValueSelector} decided.
 *
 * @param breaks the series breaks that it knows
 * @param byArea the value to use, by city, indicator and year
 * @param vintages for the years that a series break revised: the value to use of those published
 *     before the revision was announced, of those published since, and of those whose day of
 *     publication is unknown
 * @param figures the figure behind every value, of {@code byArea} and of {@code vintages}, those
 *     that contradict it, and those that were left out as doubted, by observation
 * @param conflicts by chosen observation the two figures that contradict it or each other most; in
 *     a revised year only of the same vintage, as what was replaced does not compete
 * @param findings what disagrees, by city, indicator and day
 */
public record SelectedValues(
    List<SeriesBreak> breaks,
    NavigableMap<String, NavigableMap<String, NavigableMap<Integer, IndicatorValue>>> byArea,
    Map<VintageKey, IndicatorValue> vintages,
    Map<String, Figure> figures,
    Map<String, List<Figure>> conflicts,
    List<Finding> findings) {

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

  /** The values to use, by city, indicator and year. */
  public List<IndicatorValue> values() {
    return byArea.values().stream()
        .flatMap(indicators -> indicators.values().stream())
        .flatMap(years -> years.values().stream())
        .toList();
  }

  /** The values by year. */
  public NavigableMap<Integer, IndicatorValue> series(String area, String indicator) {
    return byArea
        .getOrDefault(area, Collections.emptyNavigableMap())
        .getOrDefault(indicator, Collections.emptyNavigableMap());
  }

  /** The value of a year, or null. */
  public IndicatorValue value(String area, String indicator, int year) {
    return series(area, indicator).get(year);
  }

  /** The value of a year that a series break revised, on one side of it; or null. */
  public IndicatorValue value(
      String area, String indicator, int year, SeriesBreak seriesBreak, Vintage vintage) {
    return vintages.get(new VintageKey(area, indicator, year, seriesBreak.id(), vintage));
  }

  /** The figure behind one of these values; null where it was calculated. */
  public Figure figure(IndicatorValue value) {
    return value.observationId() == null ? null : figures.get(value.observationId());
  }

  /** The figures that compete with the one behind the value. */
  public List<Figure> conflicting(IndicatorValue value) {
    return conflicts.getOrDefault(value.observationId(), List.of());
  }

  /** On which side of the series break the figure behind one of these values was made. */
  public Vintage vintage(IndicatorValue value, SeriesBreak seriesBreak) {
    Figure figure = seriesBreak.revises(value.year()) ? figure(value) : null;
    return seriesBreak.vintageOf(
        value.indicator(),
        value.cityCode(),
        value.periodEnd(),
        figure == null ? null : figure.published());
  }
}
