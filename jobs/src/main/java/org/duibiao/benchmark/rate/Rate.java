package org.duibiao.benchmark.rate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Set;
import org.duibiao.benchmark.stats.Rounding;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.PopulationBasis;
import org.duibiao.model.code.RateOrigin;
import org.duibiao.tables.IndicatorValue;

/**
 * A rate of one area and year: numerator · per / denominator, or as it was published.
 *
 * @param value the numerator, or the published rate
 * @param denominator null for a published rate
 * @param per 1 for a published rate
 */
public record Rate(IndicatorValue value, Denominator denominator, int per) {

  /** The lower rate first, compared exactly. */
  public static final Comparator<Rate> BY_SIZE =
      (one, other) ->
          one.dividend()
              .multiply(other.divisor())
              .compareTo(other.dividend().multiply(one.divisor()));

  public static Rate published(IndicatorValue rate) {
    return new Rate(rate, null, 1);
  }

  public RateOrigin origin() {
    return denominator == null ? RateOrigin.PUBLISHED : RateOrigin.COMPUTED;
  }

  /** The rate's dividend: numerator · per. */
  public BigDecimal dividend() {
    return value.value().multiply(BigDecimal.valueOf(per));
  }

  /** The rate's divisor, which is positive; 1 for a published rate. */
  public BigDecimal divisor() {
    return denominator == null ? BigDecimal.ONE : denominator.value();
  }

  /** Null only if it is beyond the range of doubles. */
  public Double toDouble() {
    return Rounding.quotient(dividend(), divisor());
  }

  /** The rate with four decimals. */
  public BigDecimal rounded() {
    return dividend().divide(divisor(), 4, RoundingMode.HALF_UP);
  }

  /** What must be known of it, its numerator and its denominator. */
  public Set<Flag> flags() {
    Set<Flag> flags = Flag.setOf(value.flags());
    if (denominator != null) {
      flags.addAll(denominator.flags());
    } else if (value.populationBasis() == PopulationBasis.REGISTERED) {
      flags.add(Flag.REGISTERED_POPULATION);
    }
    return flags;
  }

  /** Whether cities may be ranked by it. */
  public boolean isRanked() {
    return flags().stream().noneMatch(Flag::isNeverRanked);
  }

  /**
   * What carries the vintage of the population: the denominator, else the published rate itself.
   */
  public Denominator population() {
    return denominator == null ? Denominator.of(value) : denominator;
  }

  /** Whose rate it is, or null if that is not stated. */
  public PopulationBasis populationBasis() {
    if (denominator == null) {
      return value.populationBasis();
    }
    return denominator.flags().contains(Flag.REGISTERED_POPULATION)
            || denominator.last().populationBasis() == PopulationBasis.REGISTERED
        ? PopulationBasis.REGISTERED
        : PopulationBasis.PERMANENT;
  }
}
