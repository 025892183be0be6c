package org.duibiao.benchmark.selection;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.duibiao.model.SeriesBreak;
import org.duibiao.model.code.Vintage;
import org.duibiao.tables.Figure;
import org.duibiao.tables.Finding;
import org.duibiao.tables.IndicatorValue;

/**
 * What a {@link ValueSelector} decided.
 *
 * @param values the value to use, by city, indicator and year
 * @param vintages for the years that a series break revised: the value to use of those published
 *     before the revision was announced, of those published since, and of those whose day of
 *     publication is unknown
 * @param figures the figure behind every value, of {@code values} and of {@code vintages}, those
 *     that contradict it, and those that were left out as doubted, by observation
 * @param conflictingObservations by chosen observation those of other publishers that contradict it
 *     and each other most; in a revised year only of the same vintage, as what was replaced does
 *     not compete
 * @param findings what disagrees, by city, indicator and day
 */
public record SelectedValues(
    List<IndicatorValue> values,
    SortedMap<VintageKey, IndicatorValue> vintages,
    SortedMap<String, Figure> figures,
    Map<String, List<String>> conflictingObservations,
    List<Finding> findings) {

  /** Copies what it is given. */
  public SelectedValues {
    values = List.copyOf(values);
    vintages = Collections.unmodifiableSortedMap(new TreeMap<>(vintages));
    figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
    conflictingObservations = Map.copyOf(conflictingObservations);
    findings = List.copyOf(findings);
  }

  /** On which side of the series break the figure behind one of these values was made. */
  public Vintage vintage(IndicatorValue value, SeriesBreak seriesBreak) {
    Figure figure = seriesBreak.revises(value.year()) ? figure(value.observationId()) : null;
    return seriesBreak.vintageOf(
        value.indicator(),
        value.cityCode(),
        value.periodEnd(),
        figure == null ? null : figure.published());
  }

  /** The observations that compete with the one behind the value. */
  public List<String> conflictingObservations(IndicatorValue value) {
    return value.observationId() == null
        ? List.of()
        : conflictingObservations.getOrDefault(value.observationId(), List.of());
  }

  /** The figure, or null if it is none of these. */
  public Figure figure(String observationId) {
    return observationId == null ? null : figures.get(observationId);
  }
}
