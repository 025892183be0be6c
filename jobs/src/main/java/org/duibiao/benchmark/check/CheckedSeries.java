package org.duibiao.benchmark.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.duibiao.benchmark.rate.SeriesContinuity;
import org.duibiao.benchmark.selection.SelectedValues;
import org.duibiao.benchmark.selection.ValueIndex;
import org.duibiao.model.Indicator;
import org.duibiao.model.code.Bound;
import org.duibiao.tables.Figure;
import org.duibiao.tables.IndicatorValue;

/** The values that are looked at, with what is known of them. */
final class CheckedSeries {

  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  final SelectedValues selected;
  final ConsistencyRules rules;
  final ValueIndex index;
  final SeriesContinuity continuity;
  private final Map<String, List<IndicatorValue>> ofCities;
  private final Map<String, Indicator> indicators = new HashMap<>();

  CheckedSeries(SelectedValues selected, ConsistencyRules rules) {
    this.selected = selected;
    this.rules = rules;
    this.index = new ValueIndex(selected.values());
    this.continuity = new SeriesContinuity(selected, rules.breaks());
    this.ofCities =
        values().stream()
            .filter(value -> isExact(value) && rules.cities().contains(value.cityCode()))
            .collect(
                Collectors.groupingBy(
                    IndicatorValue::indicator, TreeMap::new, Collectors.toList()));
    rules.indicators().forEach(indicator -> indicators.put(indicator.id(), indicator));
  }

  static boolean isExact(IndicatorValue value) {
    return value != null && value.bound() == Bound.EQ;
  }

  List<IndicatorValue> values() {
    return selected.values();
  }

  /** What it is, or null if the catalogue does not have it. */
  Indicator indicator(IndicatorValue value) {
    return indicators.get(value.indicator());
  }

  Figure figure(IndicatorValue value) {
    return selected.figure(value.observationId());
  }

  /** The exact values of the cities that are compared, by indicator. */
  Map<String, List<IndicatorValue>> ofCities() {
    return ofCities;
  }

  BigDecimal halfResolution(IndicatorValue value) {
    Figure figure = figure(value);
    return figure == null || figure.resolution() == null
        ? BigDecimal.ZERO
        : figure.resolution().divide(TWO, MathContext.DECIMAL128);
  }

  /** The value of another indicator for the same city and day, if it is exact; else null. */
  IndicatorValue valueOfSameDay(IndicatorValue value, String indicator) {
    IndicatorValue other = index.value(value.cityCode(), indicator, value.year());
    return isExact(other) && other.periodEnd().equals(value.periodEnd()) ? other : null;
  }
}
