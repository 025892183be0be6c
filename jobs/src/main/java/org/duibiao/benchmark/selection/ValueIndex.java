package org.duibiao.benchmark.selection;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.duibiao.model.Indicator;
import org.duibiao.tables.IndicatorValue;

/** The chosen values by area, indicator and year. */
public final class ValueIndex {

  private record Series(String cityCode, String indicator) {}

  private final Map<Series, NavigableMap<Integer, IndicatorValue>> series = new HashMap<>();
  private final SortedSet<String> areas = new TreeSet<>();

  public ValueIndex(List<IndicatorValue> values) {
    for (IndicatorValue value : values) {
      series
          .computeIfAbsent(new Series(value.cityCode(), value.indicator()), key -> new TreeMap<>())
          .put(value.year(), value);
      areas.add(value.cityCode());
    }
  }

  public SortedSet<String> areas() {
    return areas;
  }

  /** The years with a value; none where the indicator is null. */
  public SortedSet<Integer> years(String area, Indicator indicator) {
    return indicator == null
        ? new TreeSet<>()
        : new TreeSet<>(series(area, indicator.id()).keySet());
  }

  /** The value of a year, or null. */
  public IndicatorValue value(String area, String indicator, int year) {
    return series(area, indicator).get(year);
  }

  /** The values by year. */
  public NavigableMap<Integer, IndicatorValue> series(String area, String indicator) {
    return series.getOrDefault(new Series(area, indicator), Collections.emptyNavigableMap());
  }
}
