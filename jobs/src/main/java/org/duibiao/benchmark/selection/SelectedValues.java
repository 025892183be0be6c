package org.duibiao.benchmark.selection;

import java.time.LocalDate;
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
 * @param figures the figure behind every value, of {@code values} and of {@code vintages}, and
 *     those that contradict it, by observation
 * @param conflictingObservations by chosen observation those of other publishers that contradict it
 *     and each other most; in a revised year only of the same vintage, as what was replaced does
 *     not compete
 * @param findings what disagrees, by city, indicator and day
 */
public record SelectedValues(
    List<IndicatorValue> values,
    SortedMap<VintageKey, IndicatorValue> vintages,
    List<Figure> figures,
    Map<String, List<String>> conflictingObservations,
    List<Finding> findings) {

  /** Copies what it is given. */
  public SelectedValues {
    values = List.copyOf(values);
    vintages = Collections.unmodifiableSortedMap(new TreeMap<>(vintages));
    figures = List.copyOf(figures);
    conflictingObservations = Map.copyOf(conflictingObservations);
    findings = List.copyOf(findings);
  }

  /** On which side of the series break the figure behind one of these values was made. */
  public Vintage vintage(IndicatorValue value, SeriesBreak seriesBreak) {
    LocalDate published =
        seriesBreak.revises(value.year()) ? published(value.observationId()) : null;
    return seriesBreak.vintageOf(value.indicator(), value.cityCode(), value.periodEnd(), published);
  }

  /** The observations that compete with the one behind the value. */
  public List<String> conflictingObservations(IndicatorValue value) {
    return value.observationId() == null
        ? List.of()
        : conflictingObservations.getOrDefault(value.observationId(), List.of());
  }

  /** When the figure was published; null if that is unknown. */
  private LocalDate published(String observationId) {
    Figure figure = figure(observationId);
    return figure == null ? null : figure.published();
  }

  /** The figure, or null if it is none of these. */
  public Figure figure(String observationId) {
    if (observationId == null) {
      return null;
    }
    int low = 0;
    int high = figures.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Figure figure = figures.get(middle);
      int order = figure.observationId().compareTo(observationId);
      if (order == 0) {
        return figure;
      } else if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return null;
  }
}
