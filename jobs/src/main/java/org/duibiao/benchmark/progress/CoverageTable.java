package org.duibiao.benchmark.progress;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.duibiao.benchmark.selection.SelectedValues;
import org.duibiao.model.Benchmark;
import org.duibiao.model.code.Flag;
import org.duibiao.tables.CoverageRow;
import org.duibiao.tables.IndicatorValue;

/**
 * The rows of gold.coverage: for every area that has a figure which some benchmark counts or
 * publishes, every indicator that benchmarks are made of and every year from the first of those
 * figures to the newest year that any area has.
 */
public final class CoverageTable {

  private CoverageTable() {}

  /** The rows by city, indicator and year. */
  public static List<CoverageRow> compute(List<Benchmark> benchmarks, SelectedValues choices) {
    Set<String> counted = new HashSet<>();
    SortedSet<String> indicators = new TreeSet<>();
    for (Benchmark each : benchmarks) {
      Stream.of(each.numerator(), each.published())
          .filter(Objects::nonNull)
          .forEach(indicator -> counted.add(indicator.id()));
      Stream.ofNullable(each.denominator()).forEach(below -> indicators.add(below.id()));
    }
    indicators.addAll(counted);
    SortedMap<String, Integer> first = new TreeMap<>();
    int last = Integer.MIN_VALUE;
    for (IndicatorValue value : choices.values()) {
      if (counted.contains(value.indicator())) {
        first.merge(value.cityCode(), value.year(), Math::min);
        last = Math.max(last, value.year());
      }
    }
    List<CoverageRow> rows = new ArrayList<>();
    for (String area : first.keySet()) {
      for (String indicator : indicators) {
        for (int year = first.get(area); year <= last; year++) {
          IndicatorValue value = choices.value(area, indicator, year);
          boolean own = value != null && !value.flags().contains(Flag.QUOTED);
          int sources = value == null ? 0 : value.sources();
          int unverified = value == null ? 0 : value.unverifiedSources();
          rows.add(new CoverageRow(area, indicator, year, own, sources, unverified));
        }
      }
    }
    return List.copyOf(rows);
  }
}
