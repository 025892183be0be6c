package org.duibiao.benchmark.comparison;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.duibiao.benchmark.Interval;
import org.duibiao.benchmark.rate.Denominator;
import org.duibiao.benchmark.rate.Rate;
import org.duibiao.benchmark.rate.RateIntervals;
import org.duibiao.benchmark.rate.RatePair;
import org.duibiao.benchmark.stats.BenchmarkMethod;
import org.duibiao.benchmark.stats.ComparisonResult;
import org.duibiao.benchmark.stats.RateInterval;
import org.duibiao.model.Benchmark;
import org.duibiao.model.code.Comparability;
import org.duibiao.model.code.ComparisonMethod;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.Polarity;
import org.duibiao.model.code.Significance;
import org.duibiao.model.code.Standing;
import org.duibiao.model.code.Uncertainty;
import org.duibiao.tables.BenchmarkRow;
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

  /** A rate and its intervals. */
  record RateWithInterval(Rate rate, RateInterval rateInterval) {

    static RateWithInterval of(Rate rate, RateIntervals rateIntervals) {
      return new RateWithInterval(rate, rateIntervals.of(rate));
    }

    RateInterval.CountAndDenominator counted() {
      return rateInterval.counted();
    }

    Set<Flag> flags(Benchmark benchmark) {
      Set<Flag> flags = rate.flags();
      if (RateIntervals.isReconstructed(rate, rateInterval)) {
        flags.add(Flag.NUMERATOR_RECONSTRUCTED);
      }
      if (counted() != null) {
        flags.addAll(BenchmarkMethod.of(benchmark.uncertainty()).flags(counted()));
      }
      return flags;
    }
  }

  private final Benchmark benchmark;
  private final BenchmarkMethod method;
  private final String cityCode;
  private final Reference referenceArea;
  private final RateWithInterval own;
  private final double rate;

  /** Null for the reference itself, and where it has no rate. */
  private final RateWithInterval other;

  private final Set<Flag> flags;
  private final Set<Flag> reasons = EnumSet.noneOf(Flag.class);
  private final Comparability comparability;

  /** Null where nothing may be calculated from the two. */
  private final ComparisonResult result;

  private final Integer yearsBehind;

  /**
   * A row of an area, compared with the reference.
   *
   * @param other null for the reference itself, and where it has no rate
   * @param caveats flags of the pair
   * @param yearsBehind null where nothing is said of it
   */
  Comparison(
      Benchmark benchmark,
      String cityCode,
      Reference referenceArea,
      RateWithInterval own,
      RateWithInterval other,
      Set<Flag> caveats,
      YearsBehind yearsBehind) {
    this.benchmark = benchmark;
    this.method = BenchmarkMethod.of(benchmark.uncertainty());
    this.cityCode = cityCode;
    this.referenceArea = referenceArea;
    this.own = own;
    this.rate = own.rate().toDouble();
    this.other = other;
    this.flags = own.flags(benchmark);
    if (other != null) {
      flags.addAll(other.flags(benchmark));
      flags.addAll(caveats);
      if (own.rate().value().year() != other.rate().value().year()) {
        flags.add(Flag.REFERENCE_YEAR_DIFFERS);
      }
      flags.stream().filter(Flag::needsCare).forEach(reasons::add);
    }
    Flag obstacle = obstacle();
    if (obstacle != null) {
      this.comparability =
          obstacle != Flag.IS_REFERENCE
              ? Comparability.NOT_COMPARABLE
              : comparability(flags.contains(Flag.SOURCE_UNTRACEABLE));
      this.result = null;
      this.yearsBehind = null;
      reasons.add(obstacle);
      return;
    }
    this.comparability = comparability(!reasons.isEmpty());
    this.result = result();
    this.yearsBehind = yearsBehind == null ? null : yearsBehind.years();
    if (yearsBehind != null && yearsBehind.flag() != null) {
      flags.add(yearsBehind.flag());
    }
    if (benchmark.polarity() == Polarity.NONE) {
      reasons.add(Flag.NO_POLARITY);
    }
    Flag why = method.whyNotTested();
    if (!result.isTested() && why != null) {
      boolean noCity = why == Flag.NO_COUNT_KNOWN && !referenceArea.isCity();
      reasons.add(noCity ? Flag.REFERENCE_NOT_A_CITY : why);
    }
  }

  private static Comparability comparability(boolean wantsCare) {
    return wantsCare ? Comparability.WITH_CARE : Comparability.COMPARABLE;
  }

  /** Why nothing is calculated from the two rates, or null. */
  private Flag obstacle() {
    if (referenceArea.matches(cityCode)) {
      return Flag.IS_REFERENCE;
    } else if (other == null) {
      return Flag.NO_REFERENCE_VALUE;
    }
    return referenceArea.isAggregate() ? null : whyNotComparable(own.rate(), other.rate());
  }

  static Flag whyNotComparable(Rate rate, Rate reference) {
    if (rate.origin() != reference.origin()) {
      return Flag.BASIS_DIFFERS;
    }
    boolean otherResidents =
        rate.populationBasis() != null
            && reference.populationBasis() != null
            && rate.populationBasis() != reference.populationBasis();
    return otherResidents ? Flag.POPULATION_BASIS_DIFFERS : null;
  }

  private ComparisonResult result() {
    return referenceArea.isCity() && own.counted() != null && other.counted() != null
        ? method.compare(own.counted(), other.counted(), benchmark.per())
        : ComparisonResult.ofRanges(
            own.rateInterval().interval95(), other.rateInterval().interval95());
  }

  String cityCode() {
    return cityCode;
  }

  Rate rate() {
    return own.rate();
  }

  double rateAsDouble() {
    return rate;
  }

  /** Between what the rate lies. */
  Interval interval() {
    return own.rateInterval().interval95();
  }

  int year() {
    return own.rate().value().year();
  }

  Comparability comparability() {
    return comparability;
  }

  /** The two rates in numbers, or null where nothing may be calculated from them. */
  private RatePair ratePair() {
    return result == null ? null : new RatePair(own.rate(), other.rate());
  }

  /**
   * How the city stands against the reference. Of events whose number is not known, of which there
   * may be few, nothing is said.
   */
  Standing standing() {
    RatePair pair = ratePair();
    if (pair == null || isOfUnknownEvents()) {
      return Standing.NOT_JUDGED;
    }
    int sign = sign(pair);
    return switch (benchmark.polarity()) {
      case NONE -> Standing.NOT_JUDGED;
      case HIGH -> Standing.ofSign(sign);
      case LOW -> Standing.ofSign(-sign);
    };
  }

  private boolean isOfUnknownEvents() {
    return benchmark.uncertainty() == Uncertainty.EVENTS
        && (own.counted() == null || referenceArea.isCity() && other.counted() == null);
  }

  private int sign(RatePair pair) {
    if (result.isTested()) {
      return result.significance().sign();
    }
    boolean open = own.rateInterval().interval95().overlaps(other.rateInterval().interval95());
    return open ? 0 : pair.relevantSign(benchmark.margin());
  }

  private ComparisonMethod method(Standing standing) {
    if (result == null || !result.isTested() && standing == Standing.NOT_JUDGED) {
      return ComparisonMethod.NONE;
    }
    return result.method();
  }

  private static Interval widenedTo(Interval interval, Double point) {
    return interval == null || point == null ? null : interval.including(point);
  }

  private static Double low(Interval interval) {
    return interval == null ? null : (Double) interval.low();
  }

  private static Double high(Interval interval) {
    return interval == null ? null : interval.high();
  }

  /**
   * The row.
   *
   * @param position its position among the ranked cities, or null if it is not ranked
   */
  BenchmarkRow row(Ranking.Position position) {
    RateInterval interval = own.rateInterval();
    Standing standing = standing();
    BenchmarkRowBuilder row =
        BenchmarkRowBuilder.builder()
            .benchmark(benchmark.id())
            .cityCode(cityCode)
            .referenceCode(referenceArea.code())
            .year(year())
            .basis(own.rate().origin())
            .method(method(standing))
            .numeratorObservationId(own.rate().value().observationId())
            .rate(rate)
            .rateLow(low(interval.interval95()))
            .rateHigh(high(interval.interval95()))
            .intervalMethod(interval.method())
            .rateLow998(low(interval.interval998()))
            .rateHigh998(high(interval.interval998()))
            .significance(Significance.NOT_TESTED)
            .significance998(Significance.NOT_TESTED)
            .standing(standing)
            .comparability(comparability)
            .reasons(List.copyOf(reasons))
            .yearsBehind(yearsBehind)
            .flags(List.copyOf(flags));
    Denominator denominator = own.rate().denominator();
    if (denominator != null) {
      row.numerator(own.rate().value().value())
          .denominator(denominator.value())
          .denominatorYear(denominator.last().year())
          .denominatorObservationId(denominator.last().observationId())
          .earlierDenominatorObservationId(denominator.earlierObservationId());
    }
    if (other != null) {
      addReference(row, other.rate());
    }
    if (result != null) {
      addComparison(row, new RatePair(own.rate(), other.rate()));
    }
    if (position != null) {
      row.rank(position.rank())
          .rankLow(position.rankLow())
          .rankHigh(position.rankHigh())
          .cities(position.cities())
          .percentile(position.percentile())
          .zScore(position.zScore());
    }
    return row.build();
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

  private void addComparison(BenchmarkRowBuilder row, RatePair pair) {
    Interval ratio = widenedTo(result.ratio(), pair.ratio());
    Interval difference = widenedTo(result.difference(), pair.difference());
    row.ratio(pair.ratio())
        .ratioLow(low(ratio))
        .ratioHigh(high(ratio))
        .difference(pair.difference())
        .differenceLow(low(difference))
        .differenceHigh(high(difference))
        .neededToMatch(pair.neededToMatch())
        .side(pair.side(benchmark.margin()))
        .significance(result.significance())
        .significance998(result.significance998());
  }
}
