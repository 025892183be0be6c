package org.duibiao.benchmark.stats;

import org.duibiao.benchmark.Interval;
import org.duibiao.benchmark.Intervals;
import org.duibiao.model.code.ComparisonMethod;
import org.duibiao.model.code.Significance;

/**
 * What a test of two rates says.
 *
 * @param ratio the interval of their ratio at 95 %, or null where there is none
 * @param difference likewise of their difference
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

  /** Two Poisson rates, by the exact conditional interval of their ratio. */
  public static ComparisonResult ofEvents(
      RateInterval.CountAndDenominator own, RateInterval.CountAndDenominator other, int per) {
    Interval ratio = ratio(own, other, Intervals.USUAL);
    return new ComparisonResult(
        ratio,
        Intervals.rateDifference(
                own.count(), own.denominator(), other.count(), other.denominator(), Intervals.USUAL)
            .times(per),
        significance(ratio, 1),
        significance(ratio(own, other, Intervals.STRICT), 1),
        ComparisonMethod.EXACT_CONDITIONAL);
  }

  private static Interval ratio(
      RateInterval.CountAndDenominator own,
      RateInterval.CountAndDenominator other,
      double confidence) {
    return Intervals.rateRatio(
        own.count(), own.denominator(), other.count(), other.denominator(), confidence);
  }

  /** Two proportions, by Newcombe's interval of their difference. */
  public static ComparisonResult ofProportions(
      RateInterval.CountAndDenominator own, RateInterval.CountAndDenominator other, int per) {
    Interval difference = difference(own, other, Intervals.USUAL);
    return new ComparisonResult(
        null,
        difference.times(per),
        significance(difference, 0),
        significance(difference(own, other, Intervals.STRICT), 0),
        ComparisonMethod.NEWCOMBE);
  }

  private static Interval difference(
      RateInterval.CountAndDenominator own,
      RateInterval.CountAndDenominator other,
      double confidence) {
    return Intervals.newcombe(
        own.count(), own.denominator(), other.count(), other.denominator(), confidence);
  }

  /** No test: the intervals are what the two extents leave open. */
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
  private static Significance significance(Interval interval, double same) {
    if (interval.contains(same)) {
      return Significance.SIMILAR;
    }
    return interval.low() > same ? Significance.HIGHER : Significance.LOWER;
  }
}
