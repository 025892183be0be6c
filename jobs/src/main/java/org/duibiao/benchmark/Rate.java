package org.duibiao.benchmark;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.duibiao.model.Basis;

/**
 * A rate of one area and year: numerator · per / denominator, or as it was published.
 *
 * @param value the numerator, or the published rate
 * @param denominator null for a published rate
 * @param per 1 for a published rate
 */
record Rate(IndicatorValue value, Denominator denominator, int per) {

  /** The lower rate first, compared exactly. */
  static final Comparator<Rate> BY_SIZE =
      (one, other) ->
          one.dividend()
              .multiply(other.divisor())
              .compareTo(other.dividend().multiply(one.divisor()));

  /** Where a rate comes from; the better one first. */
  enum Origin {
    COMPUTED,
    PUBLISHED;

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Rate computed(IndicatorValue numerator, Denominator denominator, int per) {
    return new Rate(numerator, denominator, per);
  }

  static Rate published(IndicatorValue rate) {
    return new Rate(rate, null, 1);
  }

  Origin origin() {
    return denominator == null ? Origin.PUBLISHED : Origin.COMPUTED;
  }

  /** The rate's dividend: numerator · per. */
  BigDecimal dividend() {
    return value.value().multiply(BigDecimal.valueOf(per));
  }

  /** The rate's divisor, which is positive; 1 for a published rate. */
  BigDecimal divisor() {
    return denominator == null ? BigDecimal.ONE : denominator.value();
  }

  /** Null only if it is beyond the range of doubles. */
  Double toDouble() {
    return Exact.quotient(dividend(), divisor());
  }

  /** What must be known of it, its numerator and its denominator. */
  SortedSet<String> flags() {
    SortedSet<String> flags = new TreeSet<>(value.flags());
    if (denominator != null) {
      flags.addAll(denominator.flags());
    } else if (value.populationBasis() == Basis.REGISTERED) {
      flags.add(Flags.REGISTERED_POPULATION);
    }
    return flags;
  }

  /** Whose rate it is, or null if that is not stated. */
  Basis residents() {
    if (denominator == null) {
      return value.populationBasis();
    }
    return denominator.flags().contains(Flags.REGISTERED_POPULATION)
        ? Basis.REGISTERED
        : Basis.PERMANENT;
  }
}
