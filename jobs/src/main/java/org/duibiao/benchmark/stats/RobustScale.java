package org.duibiao.benchmark.stats;

import java.util.Arrays;

/**
 * Where most of many numbers lie, whatever a few of them are: up to half of them can be wrong
 * without moving it far (Hampel 1974, "The influence curve and its role in robust estimation", JASA
 * 69, 383–393).
 *
 * @param median the median
 * @param deviation 1.4826 × the median of |x − median|, which estimates the standard deviation
 *     where the numbers are normally distributed
 */
public record RobustScale(double median, double deviation) {

  private static final double NORMAL = 1.4826;

  /** Of at least one number. */
  public static RobustScale of(double[] numbers) {
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    double median = median(sorted);
    double[] distances = Arrays.stream(sorted).map(x -> Math.abs(x - median)).sorted().toArray();
    return new RobustScale(median, NORMAL * median(distances));
  }

  /** The middle one of numbers in order, or the mean of the two. */
  static double median(double[] sorted) {
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }
}
