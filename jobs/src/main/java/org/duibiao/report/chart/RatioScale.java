package org.duibiao.report.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.duibiao.markup.Axis;

/**
 * A logarithmic scale for ratios: 2 is as far from 1 as 0.5.
 *
 * @param low where it begins, less than 1
 * @param high where it ends, more than 1
 */
record RatioScale(double low, double high) {

  private static final double LEAST = 1e-3;
  private static final double GREATEST = 1e3;

  /** The factor by which intervals may extend the scale beyond the ratios. */
  private static final double STRETCH = 2;

  private static final double MARGIN = 1.06;

  /** From this quotient of its ends on, the numbers on the scale are multiples of each other. */
  private static final double WIDE = 3.5;

  private static final int FEW = 7;

  private static final List<List<String>> DIGITS =
      List.of(List.of("1", "1.5", "2", "3", "5", "7"), List.of("1", "2", "5"), List.of("1", "3"));

  /** A scale that shows the ratios and, as far as there is room, their intervals. */
  static RatioScale over(List<RatioChart.Row> rows) {
    double least = 0.9;
    double greatest = 1.1;
    for (RatioChart.Row each : rows) {
      double ratio = each.row().ratio();
      if (ratio > 0) {
        least = Math.max(LEAST, Math.min(least, ratio));
        greatest = Math.min(GREATEST, Math.max(greatest, ratio));
      }
    }
    double from = least;
    double to = greatest;
    for (RatioChart.Row each : rows) {
      Double low = each.row().ratioLow();
      Double high = each.row().ratioHigh();
      from = low == null ? from : Math.min(from, Math.max(low, least / STRETCH));
      to = high == null ? to : Math.max(to, Math.min(high, greatest * STRETCH));
    }
    return new RatioScale(from / MARGIN, to * MARGIN);
  }

  /** How far along the scale: 0 at its beginning, 1 at its end; outside less and more. */
  double share(double ratio) {
    if (ratio <= 0) {
      return -1;
    }
    double share =
        (StrictMath.log(ratio) - StrictMath.log(low))
            / (StrictMath.log(high) - StrictMath.log(low));
    return Math.max(-1, Math.min(2, share));
  }

  /** The numbers on it, 1 among them. */
  List<BigDecimal> ticks() {
    if (high / low < WIDE) {
      return Axis.over(low, high, high / low < 1.5 ? 4 : 5).ticks().stream()
          .filter(this::holds)
          .toList();
    }
    return DIGITS.stream()
        .map(this::multiples)
        .filter(ticks -> ticks.size() <= FEW)
        .findFirst()
        .orElseGet(() -> multiples(List.of("1")));
  }

  /** The powers of ten times these numbers that are on it. */
  private List<BigDecimal> multiples(List<String> digits) {
    return IntStream.rangeClosed(-4, 4)
        .boxed()
        .flatMap(ten -> digits.stream().map(d -> new BigDecimal(d).scaleByPowerOfTen(ten)))
        .filter(this::holds)
        .toList();
  }

  private boolean holds(BigDecimal tick) {
    return tick.doubleValue() >= low && tick.doubleValue() <= high;
  }
}
