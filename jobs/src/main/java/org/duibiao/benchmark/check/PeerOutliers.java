package org.duibiao.benchmark.check;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.duibiao.benchmark.check.CheckedSeries.describe;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.duibiao.benchmark.stats.RobustScale;
import org.duibiao.model.Indicator;
import org.duibiao.model.Message;
import org.duibiao.model.code.FindingKind;
import org.duibiao.model.code.Uncertainty;
import org.duibiao.tables.IndicatorValue;

/**
 * Compares a city's value with the cities next to it in rank: how far it lies from the mean of the
 * years before and after, as logarithms, against how far the ten cities on either side lie from
 * theirs (modified z-score, Iglewicz and Hoaglin 1993, here with six deviations and at least a
 * quarter). It finds slips that are too small for {@link LevelShifts}; what all cities do in a year
 * is no slip.
 */
record PeerOutliers(CheckedSeries series) {

  private static final int ON_EITHER_SIDE = 10;
  private static final int FEWEST_CITIES = 2 * ON_EITHER_SIDE;
  private static final int DEVIATIONS = 6;
  private static final double LEAST = Math.log(1.25);

  /** A value between those of the years before and after. */
  private record Point(IndicatorValue before, IndicatorValue value, IndicatorValue after) {

    double distance() {
      return log(value) - (log(before) + log(after)) / 2;
    }

    private static double log(IndicatorValue value) {
      return Math.log(value.value().doubleValue());
    }

    /** Whether the years around agree with each other by so far that the value is alone. */
    boolean isAlone(double distance) {
      return Math.abs(log(after) - log(before)) < Math.abs(distance) / 2;
    }
  }

  void check() {
    series.ofCities.forEach(this::check);
  }

  private void check(String id, List<IndicatorValue> values) {
    Indicator indicator = series.indicators.get(id);
    if (indicator == null || indicator.uncertainty() == Uncertainty.EVENTS) {
      return;
    }
    values.stream()
        .collect(groupingBy(IndicatorValue::year, TreeMap::new, toList()))
        .values()
        .forEach(this::compare);
  }

  /** Compares the cities' values of one year. */
  private void compare(List<IndicatorValue> ofYear) {
    List<Point> points =
        ofYear.stream()
            .map(each -> new Point(series.valueBefore(each), each, series.valueAfter(each)))
            .filter(each -> isUsable(each.before) && isUsable(each.value) && isUsable(each.after))
            .sorted(
                Comparator.comparing((Point each) -> each.before.value())
                    .thenComparing(each -> each.value.cityCode()))
            .toList();
    if (points.size() >= FEWEST_CITIES) {
      IntStream.range(0, points.size()).forEach(i -> compare(points, i));
    }
  }

  private static boolean isUsable(IndicatorValue value) {
    return value != null && value.value().signum() > 0;
  }

  private void compare(List<Point> points, int place) {
    Point point = points.get(place);
    RobustScale usual =
        RobustScale.of(
            IntStream.rangeClosed(place - ON_EITHER_SIDE, place + ON_EITHER_SIDE)
                .filter(i -> i >= 0 && i < points.size() && i != place)
                .mapToDouble(i -> points.get(i).distance())
                .toArray());
    double distance = point.distance() - usual.median();
    if (Math.abs(distance) > Math.max(LEAST, DEVIATIONS * usual.deviation())
        && point.isAlone(distance)) {
      String detail =
          Message.of(
              "%s in %s, between %s and %s, where the cities next in rank moved by %s %%: look"
                  + " whether it is of another row or year, and what is counted",
              describe(point.value),
              point.value.year(),
              describe(point.before),
              describe(point.after),
              Math.round(100 * Math.expm1(usual.median())));
      series.add(
          FindingKind.PEER_OUTLIER,
          point.value,
          point.before.value(),
          detail,
          point.before,
          point.value,
          point.after);
    }
  }
}
