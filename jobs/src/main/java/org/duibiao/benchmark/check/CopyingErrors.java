package org.duibiao.benchmark.check;

import static java.util.stream.Collectors.groupingBy;
import static org.duibiao.benchmark.check.CheckedSeries.describe;
import static org.duibiao.benchmark.check.CheckedSeries.isExact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.duibiao.model.DecimalText;
import org.duibiao.model.Indicator;
import org.duibiao.model.Message;
import org.duibiao.model.code.FindingKind;
import org.duibiao.tables.Figure;
import org.duibiao.tables.IndicatorValue;

/** Finds what seems to have been copied from the wrong place: a column, a cell, or a series. */
record CopyingErrors(CheckedSeries series) {

  private static final BigDecimal LEAP = new BigDecimal("1.5");
  private static final int FEWEST_CITIES = 5;
  private static final int DIGITS_TO_REPEAT_IN_A_COLUMN = 3;
  private static final int DIGITS_TO_REPEAT_IN_A_CELL = 5;
  private static final int FEWEST_YEARS = 3;
  private static final int FEWEST_CITIES_OF_A_TABLE = 3;

  void checkColumns() {
    for (List<IndicatorValue> ofIndicator : series.ofCities.values()) {
      ofIndicator.stream()
          .filter(value -> value.value().signum() > 0 && isPositive(series.valueBefore(value)))
          .collect(groupingBy(IndicatorValue::year))
          .values()
          .stream()
          .filter(column -> column.size() >= FEWEST_CITIES)
          .forEach(this::checkColumn);
    }
  }

  private static boolean isPositive(IndicatorValue value) {
    return value != null && value.value().signum() > 0;
  }

  /** Checks one indicator in one year, over all cities that have the year before too. */
  private void checkColumn(List<IndicatorValue> column) {
    List<IndicatorValue> repeated =
        column.stream()
            .filter(value -> number(value).precision() >= DIGITS_TO_REPEAT_IN_A_COLUMN)
            .filter(value -> value.value().compareTo(series.valueBefore(value).value()) == 0)
            .toList();
    List<IndicatorValue> up =
        column.stream().filter(value -> leaps(series.valueBefore(value), value)).toList();
    List<IndicatorValue> down =
        column.stream().filter(value -> leaps(value, series.valueBefore(value))).toList();
    int most = column.size() * 4;
    if (repeated.size() * 5 >= most
        && repeated.stream().map(CopyingErrors::number).distinct().count() > 1) {
      addSlippedColumn(repeated, column.size(), "repeat the year before to the last digit");
    } else if (up.size() * 5 >= most) {
      addSlippedColumn(up, column.size(), "leap up by half or more at once");
    } else if (down.size() * 5 >= most) {
      addSlippedColumn(down, column.size(), "drop by a third or more at once");
    }
  }

  private static boolean leaps(IndicatorValue from, IndicatorValue to) {
    return to.value().compareTo(from.value().multiply(LEAP)) >= 0;
  }

  void checkCells() {
    series.values.stream()
        .filter(value -> isExact(value) && number(value).precision() >= DIGITS_TO_REPEAT_IN_A_CELL)
        .collect(
            groupingBy(
                value ->
                    List.of(
                        series.selected.figure(value).sourceId(),
                        value.indicator(),
                        number(value))))
        .values()
        .forEach(same -> same.forEach(value -> checkAmong(same, value)));
  }

  private static BigDecimal number(IndicatorValue value) {
    return value.value().stripTrailingZeros();
  }

  private void checkAmong(List<IndicatorValue> same, IndicatorValue value) {
    same.stream()
        .filter(other -> !other.cityCode().equals(value.cityCode()))
        .min(Comparator.comparing(IndicatorValue::cityCode).thenComparing(IndicatorValue::year))
        .ifPresent(other -> checkRepeated(value, other));
  }

  private void checkRepeated(IndicatorValue value, IndicatorValue other) {
    for (Figure conflicting : series.selected.conflicting(value)) {
      if (conflicting.value().compareTo(value.value()) != 0) {
        String detail =
            Message.of(
                "%s is to the last digit that of %s in %s in the same source, and %s says %s:"
                    + " look whether the cell was copied from the wrong place",
                describe(value),
                other.cityCode(),
                other.year(),
                conflicting.publisher(),
                DecimalText.plain(conflicting.value()));
        BigDecimal expected = conflicting.value();
        series.add(FindingKind.REPEATS_ANOTHER_CITY, value, expected, detail, value, other);
        return;
      }
    }
  }

  private void addSlippedColumn(List<IndicatorValue> concerned, int cities, String how) {
    IndicatorValue first =
        concerned.stream().min(Comparator.comparing(IndicatorValue::cityCode)).orElseThrow();
    String detail =
        Message.of(
            "%s of %s cities %s in %s, such as %s (%s): look whether the column is another year's,"
                + " or its unit or definition changed",
            concerned.size(), cities, how, first.year(), describe(first), first.cityCode());
    series.add(FindingKind.COLUMN_SLIPPED, first, null, concerned, null, null, detail);
  }

  private record Pair(String indicator, String other) {}

  /**
   * Finds two indicators of a city that have the same numbers in all of at least three common
   * years, to the last of at least three digits and not one number throughout: one of them is
   * called wrongly.
   *
   * <p>A part may be all of its whole in a city: where a city has no health centres, its hospitals
   * are its hospitals and health centres. So of a part and its whole that is a finding only if it
   * is so in three cities or more, and in half of those that have both for three years: then it is
   * the table, not the city.
   */
  void checkSeries() {
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
    same.forEach((pair, found) -> reportSeries(pair, found, cities.get(pair)));
  }

  private static boolean areSame(
      List<IndicatorValue> common, NavigableMap<Integer, IndicatorValue> years) {
    return common.stream()
            .allMatch(
                value ->
                    value.value().compareTo(years.get(value.year()).value()) == 0
                        && wholeNumber(value).precision() >= DIGITS_TO_REPEAT_IN_A_COLUMN)
        && common.stream().map(CopyingErrors::wholeNumber).distinct().count() > 1;
  }

  private static BigDecimal wholeNumber(IndicatorValue value) {
    BigDecimal number = value.value().stripTrailingZeros();
    return number.scale() < 0 ? number.setScale(0) : number;
  }

  private void reportSeries(Pair pair, List<List<IndicatorValue>> found, int cities) {
    boolean ofTheTable = found.size() >= FEWEST_CITIES_OF_A_TABLE && found.size() * 2 >= cities;
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
      series.add(FindingKind.IDENTICAL_SERIES, last, other.value(), detail, last, other);
    }
  }

  private boolean isPart(String part, String whole) {
    Indicator indicator = series.indicators.get(part);
    return indicator != null && indicator.partOf().contains(whole);
  }
}
