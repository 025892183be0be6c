package org.duibiao.benchmark.check;

import static org.duibiao.benchmark.check.CheckedSeries.describe;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ObjDoubleConsumer;
import java.util.stream.IntStream;
import org.duibiao.benchmark.rate.SeriesContinuity;
import org.duibiao.benchmark.stats.RobustScale;
import org.duibiao.model.Indicator;
import org.duibiao.model.Message;
import org.duibiao.model.code.FindingKind;
import org.duibiao.model.code.IndicatorKind;
import org.duibiao.model.code.Uncertainty;
import org.duibiao.tables.IndicatorValue;

/**
 * Finds values far from those of the same city around them, as logarithms. How far is usual is
 * measured for each indicator: ten times the median absolute deviation of the changes from one year
 * to the next of all cities, at least a factor of 1.5, and of 3 where fewer than thirty changes are
 * known. It is the identifier of Hampel (Davies and Gather 1993, "The identification of multiple
 * outliers", JASA 88, 782–792) with a window of three years to each side, which ends at every
 * series break; a count must differ by ten besides.
 *
 * <ul>
 *   <li>A point is doubted where it is so far from both its neighbours on one side, while they are
 *       less than half as far from each other; and the last of at least four where it is twice as
 *       far, and four times or a quarter of the level before: nothing confirms it yet.
 *   <li>A level that stays is a finding only: which side is right cannot be told from the figures.
 * </ul>
 */
record LevelShifts(CheckedSeries series) {

  private static final int DEVIATIONS = 10;
  private static final int FEWEST_CHANGES = 30;
  private static final double LEAST = Math.log(1.5);
  private static final double UNKNOWN = Math.log(3);
  private static final double LEAST_AT_THE_END = Math.log(4);

  private static final int WINDOW = 3;
  private static final BigDecimal LEAST_COUNT = BigDecimal.TEN;

  /** A value far from its neighbours, and how far. */
  private record Point(List<IndicatorValue> around, IndicatorValue value, double distance) {}

  /** Doubts single values. */
  void checkPoints() {
    forEachSeries(
        (values, usual) -> {
          List<Point> points = new ArrayList<>();
          for (int i = 1; i < values.size(); i++) {
            Point point =
                i + 1 < values.size() ? between(values, i, usual) : atTheEnd(values, usual);
            if (point != null) {
              points.add(point);
            }
          }
          doubt(points);
        });
  }

  /** Finds levels that stay. */
  void checkLevels() {
    forEachSeries(
        (values, usual) -> {
          for (int i = 1; i < values.size(); i++) {
            IndicatorValue before = values.get(i - 1);
            IndicatorValue value = values.get(i);
            double change = Math.abs(distance(before, value));
            double shift =
                Math.abs(
                    median(values.subList(i, Math.min(i + WINDOW, values.size())))
                        - median(values.subList(Math.max(0, i - WINDOW), i)));
            boolean isJump =
                value.year() - before.year() == 1 && Consistency.isTenfold(before, value);
            if (differ(before, value) && Math.min(change, shift) > usual && !isJump) {
              String detail =
                  Message.of(
                      "%s in %s, then %s in %s, and no series break explains it: look whether both"
                          + " count the same in the same area, and write a series break if they do"
                          + " not",
                      describe(before), before.year(), describe(value), value.year());
              series.add(FindingKind.LEVEL_SHIFT, value, before.value(), detail, before, value);
            }
          }
        });
  }

  /** Every part of a city's series that no break and no gap interrupts, with the usual change. */
  private void forEachSeries(ObjDoubleConsumer<List<IndicatorValue>> check) {
    series.ofCities.forEach(
        (id, ofIndicator) -> {
          Indicator indicator = series.indicators.get(id);
          if (indicator != null && indicator.uncertainty() != Uncertainty.EVENTS) {
            List<IndicatorValue> values =
                ofIndicator.stream()
                    .filter(value -> value.value().signum() > 0 && !series.isDoubted(value))
                    .toList();
            List<List<IndicatorValue>> parts =
                SeriesContinuity.segments(values, this::isInterrupted);
            double usual = usualChange(parts);
            parts.forEach(part -> check.accept(part, usual));
          }
        });
  }

  private boolean isInterrupted(IndicatorValue value, IndicatorValue next) {
    return !value.cityCode().equals(next.cityCode())
        || next.year() - value.year() > WINDOW
        || series.continuity.isBroken(value, next);
  }

  private static double usualChange(List<List<IndicatorValue>> parts) {
    double[] changes =
        parts.stream()
            .flatMapToDouble(
                values ->
                    IntStream.range(1, values.size())
                        .mapToDouble(i -> distance(values.get(i - 1), values.get(i))))
            .toArray();
    return changes.length < FEWEST_CHANGES
        ? UNKNOWN
        : Math.max(LEAST, DEVIATIONS * RobustScale.of(changes).deviation());
  }

  private Point between(List<IndicatorValue> values, int i, double usual) {
    IndicatorValue value = values.get(i);
    IndicatorValue before = values.get(i - 1);
    IndicatorValue after = values.get(i + 1);
    double up = distance(before, value);
    double down = distance(after, value);
    double nearest = Math.min(Math.abs(up), Math.abs(down));
    boolean alone =
        up * down > 0
            && nearest > usual
            && Math.abs(distance(before, after)) < nearest / 2
            && differ(before, value)
            && differ(after, value);
    return alone ? new Point(List.of(before, value, after), value, nearest) : null;
  }

  private Point atTheEnd(List<IndicatorValue> values, double usual) {
    int last = values.size() - 1;
    IndicatorValue value = values.get(last);
    List<IndicatorValue> before = values.subList(Math.max(0, last - WINDOW), last);
    double far = Math.max(2 * usual, LEAST_AT_THE_END);
    boolean alone =
        before.size() == WINDOW
            && before.stream()
                .allMatch(
                    each ->
                        Math.abs(log(each) - median(before)) < usual
                            && Math.abs(distance(each, value)) > far
                            && differ(each, value));
    IndicatorValue neighbour = values.get(last - 1);
    return alone
        ? new Point(List.of(neighbour, value), value, Math.abs(distance(neighbour, value)))
        : null;
  }

  /** The furthest first; a neighbour of a doubted one is looked at again without it. */
  private void doubt(List<Point> points) {
    points.sort(
        Comparator.comparingDouble(Point::distance)
            .reversed()
            .thenComparing(point -> point.value.year()));
    Set<String> doubted = new HashSet<>();
    for (Point point : points) {
      if (point.around.stream().noneMatch(each -> doubted.contains(each.observationId()))) {
        doubted.add(point.value.observationId());
        IndicatorValue before = point.around.get(0);
        IndicatorValue after = point.around.get(point.around.size() - 1);
        String others =
            after == point.value
                ? " and about as many before; a series break says so where the new level is right"
                : " and " + describe(after) + " in " + after.year();
        String detail =
            Message.of(
                "%s in %s, but %s in %s%s: it is not used; look at the unit, at what is counted and"
                    + " whether it is of the whole city",
                describe(point.value), point.value.year(), describe(before), before.year(), others);
        IndicatorValue[] around = point.around.toArray(IndicatorValue[]::new);
        series.doubt(FindingKind.LEVEL_SHIFT, point.value, before.value(), detail, around);
      }
    }
  }

  /** Whether two counts differ by more than a few. */
  private boolean differ(IndicatorValue one, IndicatorValue other) {
    Indicator indicator = series.indicators.get(one.indicator());
    return indicator.kind() == IndicatorKind.RATE
        || one.value().subtract(other.value()).abs().compareTo(LEAST_COUNT) >= 0;
  }

  private static double log(IndicatorValue value) {
    return Math.log(value.value().doubleValue());
  }

  private static double distance(IndicatorValue from, IndicatorValue to) {
    return log(to) - log(from);
  }

  private static double median(List<IndicatorValue> values) {
    return RobustScale.of(values.stream().mapToDouble(LevelShifts::log).toArray()).median();
  }
}
