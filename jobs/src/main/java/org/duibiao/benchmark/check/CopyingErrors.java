package org.duibiao.benchmark.check;

import static java.util.stream.Collectors.groupingBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.duibiao.model.DecimalText;
import org.duibiao.model.Message;
import org.duibiao.model.code.FindingKind;
import org.duibiao.tables.IndicatorValue;

/** Finds what seems to have been copied from the wrong place: a column, or a cell. */
final class CopyingErrors {

  private static final BigDecimal LEAP = new BigDecimal("1.5");
  private static final int FEWEST_CITIES = 5;
  private static final int DIGITS_TO_REPEAT_IN_A_COLUMN = 3;
  private static final int DIGITS_TO_REPEAT_IN_A_CELL = 5;

  private final CheckedSeries series;
  private final ConsistencyFindings collector;

  CopyingErrors(CheckedSeries series, ConsistencyFindings collector) {
    this.series = series;
    this.collector = collector;
  }

  /** One indicator in one year, over all cities. */
  private record IndicatorYear(String indicator, int year) {}

  void checkColumns() {
    series.ofCities().values().stream()
        .flatMap(List::stream)
        .collect(groupingBy(value -> new IndicatorYear(value.indicator(), value.year())))
        .forEach(this::checkColumn);
  }

  private void checkColumn(IndicatorYear column, List<IndicatorValue> now) {
    List<IndicatorValue> repeated = new ArrayList<>();
    List<IndicatorValue> up = new ArrayList<>();
    List<IndicatorValue> down = new ArrayList<>();
    int pairs = 0;
    Set<BigDecimal> different = new HashSet<>();
    for (IndicatorValue value : now) {
      IndicatorValue before =
          series.index.value(value.cityCode(), column.indicator(), column.year() - 1);
      if (!CheckedSeries.isExact(before)
          || before.value().signum() <= 0
          || value.value().signum() <= 0) {
        continue;
      }
      pairs++;
      if (value.value().compareTo(before.value()) == 0
          && number(value).precision() >= DIGITS_TO_REPEAT_IN_A_COLUMN) {
        repeated.add(value);
        different.add(number(value));
      } else if (value.value().compareTo(before.value().multiply(LEAP)) >= 0) {
        up.add(value);
      } else if (before.value().compareTo(value.value().multiply(LEAP)) >= 0) {
        down.add(value);
      }
    }
    if (pairs < FEWEST_CITIES) {
      return;
    }
    if (repeated.size() * 5 >= pairs * 4 && different.size() > 1) {
      addSlippedColumn(repeated, pairs, "repeat the year before to the last digit");
    } else if (up.size() * 5 >= pairs * 4) {
      addSlippedColumn(up, pairs, "leap up by half or more at once");
    } else if (down.size() * 5 >= pairs * 4) {
      addSlippedColumn(down, pairs, "drop by a third or more at once");
    }
  }

  /** A number of one indicator in one source. */
  private record Printed(String source, String indicator, BigDecimal number) {}

  void checkCells() {
    series.values().stream()
        .filter(value -> CheckedSeries.isExact(value) && series.figure(value) != null)
        .filter(value -> number(value).precision() >= DIGITS_TO_REPEAT_IN_A_CELL)
        .collect(groupingBy(this::printed))
        .values()
        .forEach(same -> same.forEach(value -> checkAmong(same, value)));
  }

  private Printed printed(IndicatorValue value) {
    String source = series.figure(value).sourceId();
    return new Printed(source, value.indicator(), number(value));
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
    series.selected.conflictingObservations(value).stream()
        .map(series.selected::figure)
        .filter(
            conflicting -> conflicting != null && conflicting.value().compareTo(value.value()) != 0)
        .findFirst()
        .ifPresent(
            conflicting ->
                collector.add(
                    FindingKind.REPEATS_ANOTHER_CITY,
                    value,
                    List.of(value, other),
                    conflicting.value(),
                    value.value(),
                    "%s is to the last digit that of %s in %s in the same source, and %s says %s:"
                        + " look whether the cell was copied from the wrong place",
                    ConsistencyFindings.describe(value),
                    other.cityCode(),
                    other.year(),
                    conflicting.publisher(),
                    DecimalText.plain(conflicting.value())));
  }

  private void addSlippedColumn(List<IndicatorValue> concerned, int pairs, String how) {
    IndicatorValue first =
        concerned.stream().min(Comparator.comparing(IndicatorValue::cityCode)).orElseThrow();
    collector.addOfCities(
        FindingKind.COLUMN_SLIPPED,
        first,
        concerned,
        Message.of(
            "%s of %s cities %s in %s, such as %s (%s): look whether the column is another year's,"
                + " or its unit or definition changed",
            concerned.size(),
            pairs,
            how,
            first.year(),
            ConsistencyFindings.describe(first),
            first.cityCode()));
  }
}
