package org.duibiao.benchmark.stats;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duibiao.benchmark.Interval;
import org.duibiao.benchmark.Intervals;

/**
 * The slope of a straight line through points, which a few outliers do not move: the median of the
 * slopes between all pairs of points.
 *
 * <p>Theil H. A rank-invariant method of linear and polynomial regression analysis. Proceedings of
 * the Royal Netherlands Academy of Sciences 1950; 53: 386–392. The interval is from Kendall's rank
 * correlation, with ties: Sen PK. Estimates of the regression coefficient based on Kendall's tau.
 * JASA 1968; 63: 1379–1389, equation 2.6, with the ranks rounded as in scipy's {@code theilslopes}.
 *
 * @param slope the median slope, per unit of x
 * @param interval its interval
 */
public record TheilSen(double slope, Interval interval) {

  /**
   * The slope of y over x.
   *
   * @param x such as years, not all the same
   * @param y as many values
   * @param confidence such as {@link Intervals#USUAL}
   */
  public static TheilSen of(double[] x, double[] y, double confidence) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(x.length + " values of x, " + y.length + " of y");
    }
    double[] slopes = slopes(x, y);
    if (slopes.length == 0) {
      throw new IllegalArgumentException("a slope needs two points with different x");
    }
    double n = x.length;
    double variance = (n * (n - 1) * (2 * n + 5) - ties(x) - ties(y)) / 18;
    double reach = Intervals.z(confidence) * Math.sqrt(Math.max(0, variance));
    int last = slopes.length - 1;
    int low = (int) Math.rint((slopes.length - reach) / 2) - 1;
    int high = (int) Math.rint((slopes.length + reach) / 2);
    return new TheilSen(
        RobustScale.median(slopes),
        new Interval(slopes[Math.max(0, Math.min(low, last))], slopes[Math.min(high, last)]));
  }

  private static double[] slopes(double[] x, double[] y) {
    return IntStream.range(0, x.length)
        .boxed()
        .flatMapToDouble(
            i ->
                IntStream.range(0, i)
                    .filter(j -> x[i] != x[j])
                    // Adding 0.0 makes −0.0 a plain 0.
                    .mapToDouble(j -> (y[i] - y[j]) / (x[i] - x[j]) + 0.0))
        .sorted()
        .toArray();
  }

  private static long ties(double[] values) {
    return Arrays.stream(values)
        .boxed()
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
        .values()
        .stream()
        .mapToLong(k -> k * (k - 1) * (2 * k + 5))
        .sum();
  }
}
