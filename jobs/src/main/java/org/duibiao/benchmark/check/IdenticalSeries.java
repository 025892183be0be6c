package org.duibiao.benchmark.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.duibiao.model.Indicator;
import org.duibiao.model.code.FindingKind;
import org.duibiao.tables.IndicatorValue;

/**
 * Finds two indicators of a city that have the same numbers in all of at least three common years,
 * to the last of at least three digits and not one number throughout: one of them is called
 * wrongly.
 *
 * <p>A part may be all of its whole in a city: where a city has no health centres, its hospitals
 * are its hospitals and health centres. So of a part and its whole that is a finding only if it is
 * so in three cities or more, and in half of those that have both for three years: then it is the
 * table, not the city.
 */
final class IdenticalSeries {

  private static final int FEWEST_YEARS = 3;
  private static final int FEWEST_DIGITS = 3;
  private static final int FEWEST_CITIES = 3;

  private final CheckedSeries series;
  private final ConsistencyFindings collector;

  IdenticalSeries(CheckedSeries series, ConsistencyFindings collector) {
    this.series = series;
    this.collector = collector;
  }

  private record Pair(String indicator, String other) {}

  void check() {
    Map<String, Map<String, List<IndicatorValue>>> byCity = new TreeMap<>();
    for (IndicatorValue value : series.values()) {
      if (CheckedSeries.isExact(value)) {
        byCity
            .computeIfAbsent(value.cityCode(), none -> new TreeMap<>())
            .computeIfAbsent(value.indicator(), none -> new ArrayList<>())
            .add(value);
      }
    }
    Map<Pair, Integer> cities = new HashMap<>();
    Map<Pair, List<List<IndicatorValue>>> same = new HashMap<>();
    byCity.values().forEach(indicators -> compare(List.copyOf(indicators.values()), cities, same));
    same.forEach((pair, found) -> report(pair, found, cities.get(pair)));
  }

  private void compare(
      List<List<IndicatorValue>> indicators,
      Map<Pair, Integer> cities,
      Map<Pair, List<List<IndicatorValue>>> same) {
    for (int i = 0; i < indicators.size(); i++) {
      for (int j = i + 1; j < indicators.size(); j++) {
        IndicatorValue first = indicators.get(i).get(0);
        IndicatorValue other = indicators.get(j).get(0);
        NavigableMap<Integer, IndicatorValue> years =
            series.index.series(other.cityCode(), other.indicator());
        List<IndicatorValue> common =
            indicators.get(i).stream()
                .filter(value -> CheckedSeries.isExact(years.get(value.year())))
                .toList();
        if (common.size() >= FEWEST_YEARS) {
          Pair pair = new Pair(first.indicator(), other.indicator());
          cities.merge(pair, 1, Integer::sum);
          if (areSame(common, years)) {
            same.computeIfAbsent(pair, none -> new ArrayList<>()).add(common);
          }
        }
      }
    }
  }

  private static boolean areSame(
      List<IndicatorValue> common, NavigableMap<Integer, IndicatorValue> years) {
    return common.stream()
            .allMatch(
                value ->
                    value.value().compareTo(years.get(value.year()).value()) == 0
                        && number(value).precision() >= FEWEST_DIGITS)
        && common.stream().map(IdenticalSeries::number).distinct().count() > 1;
  }

  private static BigDecimal number(IndicatorValue value) {
    BigDecimal number = value.value().stripTrailingZeros();
    return number.scale() < 0 ? number.setScale(0) : number;
  }

  private void report(Pair pair, List<List<IndicatorValue>> found, int cities) {
    boolean ofTheTable = found.size() >= FEWEST_CITIES && found.size() * 2 >= cities;
    IndicatorValue example = found.get(0).get(0);
    IndicatorValue same = series.index.value(example.cityCode(), pair.other, example.year());
    if (!ofTheTable && (isPart(example, pair.other) || isPart(same, pair.indicator))) {
      return;
    }
    for (List<IndicatorValue> values : found) {
      IndicatorValue last = values.get(values.size() - 1);
      IndicatorValue other = series.index.value(last.cityCode(), pair.other, last.year());
      collector.add(
          FindingKind.IDENTICAL_SERIES,
          last,
          List.of(last, other),
          other.value(),
          last.value(),
          "%s and %s are the same in all of %s years (%s to %s), as in %s of %s cities with both:"
              + " look which of them is called wrongly",
          pair.indicator,
          pair.other,
          values.size(),
          values.get(0).year(),
          last.year(),
          found.size(),
          cities);
    }
  }

  private boolean isPart(IndicatorValue part, String whole) {
    Indicator indicator = series.indicator(part);
    return indicator != null && indicator.partOf().contains(whole);
  }
}
