package org.duibiao.benchmark.rate;

import java.math.BigDecimal;
import org.duibiao.benchmark.stats.Rounding;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.PopulationBasis;
import org.duibiao.model.code.Side;

/**
 * Two rates of one benchmark in numbers. With rate = n · per / d and reference rate = m · per / e:
 *
 * <pre>
 *   ratio           = n · e / (m · d)               null where m is 0
 *   difference      = per · (n · e − m · d) / (d · e)
 *   needed to match = m · d / e − n                 null for published rates
 * </pre>
 *
 * Each is one division of exact decimals; null also beyond the range of doubles.
 *
 * @param reference null where there is none to compare with
 */
public record RatePair(Rate rate, Rate reference) {

  /** Why nothing is calculated from the rates of two areas, or null. */
  public Flag whyNotComparable() {
    if (rate.origin() != reference.origin()) {
      return Flag.BASIS_DIFFERS;
    }
    PopulationBasis basis = rate.populationBasis();
    PopulationBasis other = reference.populationBasis();
    return basis != null && other != null && basis != other ? Flag.POPULATION_BASIS_DIFFERS : null;
  }

  public Double ratio() {
    BigDecimal divisor = crossReference();
    return divisor.signum() == 0 ? null : Rounding.quotient(crossRate(), divisor);
  }

  public Double difference() {
    return Rounding.quotient(crossDifference(), rate.divisor().multiply(reference.divisor()));
  }

  public Double neededToMatch() {
    return switch (rate.origin()) {
      case COMPUTED ->
          Rounding.quotient(
              crossDifference().negate(),
              reference.divisor().multiply(BigDecimal.valueOf(rate.per())));
      case PUBLISHED -> null;
    };
  }

  /**
   * The sign of rate − reference rate where that is relevant: at least margin · |reference rate|;
   * else 0.
   */
  public int relevantSign(double margin) {
    BigDecimal difference = crossDifference();
    BigDecimal least = crossReference().abs().multiply(BigDecimal.valueOf(margin));
    return difference.abs().compareTo(least) < 0 ? 0 : difference.signum();
  }

  /** On which side of the reference the rate is. */
  public Side side(double margin) {
    return Side.ofSign(relevantSign(margin));
  }

  /** per · (n · e − m · d). */
  private BigDecimal crossDifference() {
    return crossRate().subtract(crossReference());
  }

  private BigDecimal crossRate() {
    return rate.dividend().multiply(reference.divisor());
  }

  private BigDecimal crossReference() {
    return reference.dividend().multiply(rate.divisor());
  }
}
