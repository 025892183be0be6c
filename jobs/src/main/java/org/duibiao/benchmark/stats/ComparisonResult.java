package org.duibiao.benchmark.stats;

import org.duibiao.benchmark.Interval;
import org.duibiao.benchmark.Intervals;

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

  /** How two rates are compared. */
  public enum ComparisonMethod {
    EXACT_CONDITIONAL("exact_conditional"),
    NEWCOMBE("newcombe"),
    RELEVANCE_MARGIN("relevance_margin"),
    NONE("none");

    private final String id;

    ComparisonMethod(String id) {
      this.id = id;
    }

    public String id() {
      return id;
    }
  }

  /** On which side of the reference a city demonstrably is. */
  public enum Significance {
    HIGHER("higher", 1),
    LOWER("lower", -1),
    SIMILAR("similar", 0),
    NOT_TESTED("not_tested", 0);

    private final String id;
    private final int sign;

    Significance(String id, int sign) {
      this.id = id;
      this.sign = sign;
    }

    public String id() {
      return id;
    }

    public int sign() {
      return sign;
    }

    /** By the interval of what is {@code same} where the two rates are equal. */
    static Significance of(Interval interval, double same) {
      if (interval.contains(same)) {
        return SIMILAR;
      }
      return interval.low() > same ? HIGHER : LOWER;
    }
  }

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
        Significance.of(ratio, 1),
        Significance.of(ratio(own, other, Intervals.STRICT), 1),
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
        Significance.of(difference, 0),
        Significance.of(difference(own, other, Intervals.STRICT), 0),
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
}
