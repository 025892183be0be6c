package org.duibiao.benchmark.check;

import static org.duibiao.benchmark.check.CheckedSeries.isExact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.duibiao.model.Indicator;
import org.duibiao.model.Message;
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
record IdenticalSeries(CheckedSeries series) {

  private static final int FEWEST_YEARS = 3;
  private static final int FEWEST_DIGITS = 3;
  private static final int FEWEST_CITIES = 3;

  private record Pair(String indicator, String other) {}

  void check() {
    Map<Pair, Integer> cities = new HashMap<>();
    Map<Pair, List<List<IndicatorValue>>> same = new HashMap<>();
    for (NavigableMap<String, NavigableMap<Integer, IndicatorValue>> ofCity :
        series.selected.byArea().values()) {
      for (String indicator : ofCity.keySet()) {
        for (String other : ofCity.tailMap(indicator, false).keySet()) {
          NavigableMap<Integer, IndicatorValue> others = ofCity.get(other);
          List<IndicatorValue> common =
              ofCity.get(indicator).values().stream()
                  .filter(each -> isExact(each) && isExact(others.get(each.year())))
                  .toList();
          if (common.size() >= FEWEST_YEARS) {
            Pair pair = new Pair(indicator, other);
            cities.merge(pair, 1, Integer::sum);
            if (areSame(common, others)) {
              same.computeIfAbsent(pair, none -> new ArrayList<>()).add(common);
            }
          }
        }
      }
    }
    same.forEach((pair, found) -> report(pair, found, cities.get(pair)));
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
    if (!ofTheTable && (isPart(pair.indicator, pair.other) || isPart(pair.other, pair.indicator))) {
      return;
    }
    for (List<IndicatorValue> values : found) {
      IndicatorValue last = values.get(values.size() - 1);
      IndicatorValue other = series.selected.value(last.cityCode(), pair.other, last.year());
      String detail =
          Message.of(
              "%s and %s are the same in all of %s years (%s to %s), as in %s of %s cities with"
                  + " both: look which of them is called wrongly",
              pair.indicator,
              pair.other,
              values.size(),
              values.get(0).year(),
              last.year(),
              found.size(),
              cities);
      List<IndicatorValue> both = List.of(last, other);
      series.add(FindingKind.IDENTICAL_SERIES, last, both, other.value(), detail);
    }
  }

  private boolean isPart(String part, String whole) {
    Indicator indicator = series.indicator(part);
    return indicator != null && indicator.partOf().contains(whole);
  }
}
