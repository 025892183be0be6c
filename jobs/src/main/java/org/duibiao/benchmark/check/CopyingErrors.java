package org.duibiao.benchmark.check;

import static java.util.stream.Collectors.groupingBy;
import static org.duibiao.benchmark.check.CheckedSeries.describe;
import static org.duibiao.benchmark.check.CheckedSeries.isExact;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.duibiao.model.DecimalText;
import org.duibiao.model.Message;
import org.duibiao.model.code.FindingKind;
import org.duibiao.tables.Figure;
import org.duibiao.tables.IndicatorValue;

/** Finds what seems to have been copied from the wrong place: a column, or a cell. */
record CopyingErrors(CheckedSeries series) {

  private static final BigDecimal LEAP = new BigDecimal("1.5");
  private static final int FEWEST_CITIES = 5;
  private static final int DIGITS_TO_REPEAT_IN_A_COLUMN = 3;
  private static final int DIGITS_TO_REPEAT_IN_A_CELL = 5;

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
        List<IndicatorValue> both = List.of(value, other);
        series.add(FindingKind.REPEATS_ANOTHER_CITY, value, both, conflicting.value(), detail);
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
}
