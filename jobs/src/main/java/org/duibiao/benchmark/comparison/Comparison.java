package org.duibiao.benchmark.comparison;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.duibiao.benchmark.Interval;
import org.duibiao.benchmark.rate.Denominator;
import org.duibiao.benchmark.rate.Rate;
import org.duibiao.benchmark.rate.RatePair;
import org.duibiao.benchmark.rate.Rates;
import org.duibiao.benchmark.rate.Rates.RateWithInterval;
import org.duibiao.benchmark.stats.BenchmarkMethod;
import org.duibiao.benchmark.stats.ComparisonResult;
import org.duibiao.model.Benchmark;
import org.duibiao.model.code.Comparability;
import org.duibiao.model.code.ComparisonMethod;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.Polarity;
import org.duibiao.model.code.Significance;
import org.duibiao.model.code.Standing;
import org.duibiao.model.code.Uncertainty;
import org.duibiao.tables.BenchmarkRowBuilder;

/**
 * One city's rate, the reference's, and what may be said of the two.
 *
 * <p>Where both rest on counts of random events, or on samples of known size, the two are tested
 * and the standing follows the test: {@code similar} means that no difference can be demonstrated,
 * not that there is none. Elsewhere the standing is {@code similar} where |rate − reference rate|
 * is 0 or less than margin · |reference rate|, or where rounding, bounds and competing sources
 * leave open which of the two is higher. Better or worse is by the polarity. Nothing is calculated
 * from two rates that are not comparable; both stand in the row.
 */
final class Comparison {

  private final Reference reference;
  private final Benchmark benchmark;
  private final RatePair pair;
  private final RateWithInterval own;

  /** Null for the reference itself, and where it has no rate. */
  private final RateWithInterval other;

  private final Set<Flag> flags;
  private final Set<Flag> reasons = EnumSet.noneOf(Flag.class);
  private final Comparability comparability;

  /** Null where nothing may be calculated from the two. */
  private final ComparisonResult result;

  /**
   * Compares an area with the reference.
   *
   * @param caveats flags of the pair
   */
  Comparison(Reference reference, RatePair pair, Set<Flag> caveats) {
    this.reference = reference;
    this.pair = pair;
    Rates rates = reference.rates();
    this.benchmark = rates.benchmark();
    this.own = rates.withInterval(pair.rate());
    this.other = pair.reference() == null ? null : rates.withInterval(pair.reference());
    this.flags = Flag.setOf(own.flags());
    if (other != null) {
      flags.addAll(other.flags());
      flags.addAll(caveats);
      if (own.rate().value().year() != other.rate().value().year()) {
        flags.add(Flag.REFERENCE_YEAR_DIFFERS);
      }
      flags.stream().filter(Flag::needsCare).forEach(reasons::add);
    }
    Flag obstacle = obstacle();
    this.comparability = comparability(obstacle);
    this.result = obstacle == null ? result() : null;
    if (obstacle != null) {
      reasons.add(obstacle);
      return;
    }
    if (benchmark.polarity() == Polarity.NONE) {
      reasons.add(Flag.NO_POLARITY);
    }
    Flag why = BenchmarkMethod.of(benchmark.uncertainty()).whyNotTested();
    if (!result.isTested() && why != null) {
      boolean noCity = why == Flag.NO_COUNT_KNOWN && !reference.isCity();
      reasons.add(noCity ? Flag.REFERENCE_NOT_A_CITY : why);
    }
  }

  /** Why nothing is calculated from the two rates, or null. */
  private Flag obstacle() {
    if (reference.matches(pair.rate().value().cityCode())) {
      return Flag.IS_REFERENCE;
    } else if (other == null) {
      return Flag.NO_REFERENCE_VALUE;
    }
    return reference.isAggregate() ? null : pair.whyNotComparable();
  }

  private Comparability comparability(Flag obstacle) {
    if (obstacle != null && obstacle != Flag.IS_REFERENCE) {
      return Comparability.NOT_COMPARABLE;
    }
    boolean needsCare =
        obstacle == null ? !reasons.isEmpty() : flags.contains(Flag.SOURCE_UNTRACEABLE);
    return needsCare ? Comparability.WITH_CARE : Comparability.COMPARABLE;
  }

  private ComparisonResult result() {
    return reference.isCity() && isCounted(own) && isCounted(other)
        ? BenchmarkMethod.of(benchmark.uncertainty())
            .compare(own.interval().counted(), other.interval().counted(), benchmark.per())
        : ComparisonResult.ofRanges(own.interval().interval95(), other.interval().interval95());
  }

  private static boolean isCounted(RateWithInterval rate) {
    return rate.interval().counted() != null;
  }

  /** Whether the area, if it is a city, is ranked among the others. */
  boolean isRanked() {
    return comparability != Comparability.NOT_COMPARABLE && own.rate().isRanked();
  }

  /**
   * How the city stands against the reference. Of events whose number is not known, of which there
   * may be few, nothing is said.
   */
  Standing standing() {
    if (result == null || isOfUnknownEvents()) {
      return Standing.NOT_JUDGED;
    }
    return switch (benchmark.polarity()) {
      case NONE -> Standing.NOT_JUDGED;
      case HIGH -> Standing.ofSign(sign());
      case LOW -> Standing.ofSign(-sign());
    };
  }

  private boolean isOfUnknownEvents() {
    return benchmark.uncertainty() == Uncertainty.EVENTS
        && (!isCounted(own) || reference.isCity() && !isCounted(other));
  }

  private int sign() {
    if (result.isTested()) {
      return result.significance().sign();
    }
    boolean open = own.interval().interval95().overlaps(other.interval().interval95());
    return open ? 0 : pair.relevantSign(benchmark.margin());
  }

  /** The row, without a rank. */
  BenchmarkRowBuilder row(Reference.YearsBehind yearsBehind) {
    Rate rate = own.rate();
    Standing standing = standing();
    boolean compared = result != null && (result.isTested() || standing != Standing.NOT_JUDGED);
    BenchmarkRowBuilder row =
        BenchmarkRowBuilder.builder()
            .benchmark(benchmark.id())
            .cityCode(rate.value().cityCode())
            .referenceCode(reference.code())
            .year(rate.value().year())
            .basis(rate.origin())
            .method(compared ? result.method() : ComparisonMethod.NONE)
            .numeratorObservationId(rate.value().observationId())
            .rate(rate.toDouble())
            .intervalMethod(own.interval().method())
            .significance(Significance.NOT_TESTED)
            .significance998(Significance.NOT_TESTED)
            .standing(standing)
            .comparability(comparability)
            .reasons(List.copyOf(reasons));
    addLimits(own.interval().interval95(), row::rateLow, row::rateHigh);
    addLimits(own.interval().interval998(), row::rateLow998, row::rateHigh998);
    Denominator denominator = rate.denominator();
    if (denominator != null) {
      row.numerator(rate.value().value())
          .denominator(denominator.value())
          .denominatorYear(denominator.last().year())
          .denominatorObservationId(denominator.last().observationId())
          .earlierDenominatorObservationId(denominator.earlierObservationId());
    }
    if (other != null) {
      addReference(row, other.rate());
    }
    if (result != null) {
      Interval difference = widenedTo(result.difference(), pair.difference());
      addLimits(widenedTo(result.ratio(), pair.ratio()), row::ratioLow, row::ratioHigh);
      addLimits(difference, row::differenceLow, row::differenceHigh);
      row.ratio(pair.ratio())
          .difference(pair.difference())
          .neededToMatch(pair.neededToMatch())
          .side(pair.side(benchmark.margin()))
          .significance(result.significance())
          .significance998(result.significance998());
    }
    flags.addAll(yearsBehind.flags());
    return row.yearsBehind(yearsBehind.years()).flags(List.copyOf(flags));
  }

  private static void addReference(BenchmarkRowBuilder row, Rate reference) {
    Denominator denominator = reference.denominator();
    row.referenceYear(reference.value().year())
        .referenceNumeratorObservationId(reference.value().observationId())
        .referenceRate(reference.toDouble());
    if (denominator != null) {
      row.referenceNumerator(reference.value().value())
          .referenceDenominator(denominator.value())
          .referenceDenominatorYear(denominator.last().year())
          .referenceDenominatorObservationId(denominator.last().observationId())
          .referenceEarlierDenominatorObservationId(denominator.earlierObservationId());
    }
  }

  private static Interval widenedTo(Interval interval, Double point) {
    return interval == null || point == null ? null : interval.including(point);
  }

  private static void addLimits(Interval interval, Consumer<Double> low, Consumer<Double> high) {
    if (interval != null) {
      low.accept(interval.low());
      high.accept(interval.high());
    }
  }
}
