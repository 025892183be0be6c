package org.duibiao.benchmark.stats;

import org.duibiao.benchmark.Interval;
import org.duibiao.model.code.ComparisonMethod;
import org.duibiao.model.code.Significance;

/**
 * What a test of two rates says.
 *
 * @param ratio the interval of their ratio at 95 %, or null where there is none
 * @param difference that of their difference, or null
 * @param significance at 95 %
 * @param significance998 at 99.8 %
 * @param method how the two were compared
 */
public record ComparisonResult(
    Interval ratio,
    Interval difference,
    Significance significance,
    Significance significance998,
    ComparisonMethod method) {

  public boolean isTested() {
    return significance != Significance.NOT_TESTED;
  }

  /** No test: the intervals are what the two ranges leave open. */
  public static ComparisonResult ofRanges(Interval own, Interval other) {
    Double least = other.high() == null ? null : finiteOrNull(own.low() - other.high());
    Double greatest = own.high() == null ? null : finiteOrNull(own.high() - other.low());
    Interval difference = least == null ? null : new Interval(least, greatest);
    Interval ratio = null;
    if (other.high() != null && other.high() > 0 && own.low() >= 0) {
      Double high =
          own.high() == null || other.low() <= 0 ? null : finiteOrNull(own.high() / other.low());
      ratio = new Interval(own.low() / other.high(), high);
    }
    return new ComparisonResult(
        ratio,
        difference,
        Significance.NOT_TESTED,
        Significance.NOT_TESTED,
        ComparisonMethod.RELEVANCE_MARGIN);
  }

  private static Double finiteOrNull(double value) {
    return Double.isFinite(value) ? value : null;
  }

  /** By the interval of what is {@code same} where the two rates are equal. */
  static Significance significance(Interval interval, double same) {
    if (interval.contains(same)) {
      return Significance.SIMILAR;
    }
    return interval.low() > same ? Significance.HIGHER : Significance.LOWER;
  }
}
