package org.duibiao.benchmark.comparison;

import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.duibiao.benchmark.Interval;
import org.duibiao.benchmark.rate.Denominator;
import org.duibiao.benchmark.rate.Evidences;
import org.duibiao.benchmark.rate.Rate;
import org.duibiao.benchmark.rate.Relation;
import org.duibiao.benchmark.stats.Evidence;
import org.duibiao.benchmark.stats.Outcome;
import org.duibiao.benchmark.stats.Outcome.Significance;
import org.duibiao.model.Benchmark;
import org.duibiao.model.code.Flags;
import org.duibiao.model.code.Polarity;
import org.duibiao.model.code.Uncertainty;
import org.duibiao.tables.BenchmarkRow;
import org.duibiao.tables.IndicatorValue;

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

  /** Whether the two rates may be compared. */
  enum Comparability {
    COMPARABLE,
    WITH_CARE,
    NOT_COMPARABLE;

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How the city stands, where more or less is a merit. */
  enum Standing {
    BETTER,
    WORSE,
    SIMILAR,
    NOT_JUDGED;

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Of fewer events than these, one more or less moves the rate by more than a tenth. */
  private static final int FEW_CASES = 10;

  /** A rate and how sure it is. */
  record Side(Rate rate, Evidence evidence) {

    Evidence.Counted counted() {
      return evidence.counted();
    }

    SortedSet<String> flags(Benchmark benchmark) {
      SortedSet<String> flags = rate.flags();
      if (Evidences.isReconstructed(rate, evidence)) {
        flags.add(Flags.NUMERATOR_RECONSTRUCTED);
      }
      if (evidence.counted() != null && benchmark.uncertainty() == Uncertainty.SAMPLE) {
        flags.add(Flags.SIMPLE_SAMPLE_ASSUMED);
      }
      if (evidence.counted() != null
          && benchmark.uncertainty() == Uncertainty.EVENTS
          && evidence.counted().count() < FEW_CASES) {
        flags.add(Flags.FEW_CASES);
      }
      return flags;
    }
  }

  private final Benchmark benchmark;
  private final String cityCode;
  private final Reference referenceArea;
  private final Side own;
  private final double rate;

  /** Null for the reference itself, and where it has no rate. */
  private final Side other;

  private final SortedSet<String> flags;
  private final SortedSet<String> reasons = new TreeSet<>();
  private final Comparability comparability;

  /** Null where nothing may be calculated from the two. */
  private final Outcome outcome;

  private final Integer yearsBehind;

  private Comparison(
      Benchmark benchmark,
      String cityCode,
      Reference referenceArea,
      Side own,
      Side other,
      SortedSet<String> flags,
      String obstacle,
      Head head) {
    this.benchmark = benchmark;
    this.cityCode = cityCode;
    this.referenceArea = referenceArea;
    this.own = own;
    this.rate = own.rate().toDouble();
    this.other = other;
    this.flags = flags;
    if (referenceArea.is(cityCode)) {
      this.comparability = Comparability.COMPARABLE;
      this.outcome = null;
      this.yearsBehind = null;
      this.reasons.add(Flags.IS_REFERENCE);
      return;
    }
    if (other != null) {
      reasons.addAll(flags);
      reasons.retainAll(Flags.WITH_CARE);
    }
    if (obstacle != null) {
      this.comparability = Comparability.NOT_COMPARABLE;
      this.outcome = null;
      this.yearsBehind = null;
      reasons.add(obstacle);
      return;
    }
    this.comparability = reasons.isEmpty() ? Comparability.COMPARABLE : Comparability.WITH_CARE;
    this.outcome = outcome();
    this.yearsBehind = head == null ? null : head.years();
    if (head != null && head.flag() != null) {
      flags.add(head.flag());
    }
    if (benchmark.polarity() == Polarity.NONE) {
      reasons.add(Flags.NO_POLARITY);
    }
    if (!outcome.isTested()) {
      addWhyNotTested();
    }
  }

  private void addWhyNotTested() {
    switch (benchmark.uncertainty()) {
      case STOCK -> reasons.add(Flags.COMPLETE_COUNT);
      case EVENTS, SAMPLE ->
          reasons.add(referenceArea.isCity() ? Flags.NO_COUNT_KNOWN : Flags.NOT_A_CITY);
      case NONE -> {}
    }
  }

  /** The reference's own row: it is never compared with itself. */
  static Comparison ofReference(Benchmark benchmark, Reference reference, Side own) {
    return new Comparison(
        benchmark, reference.code(), reference, own, null, own.flags(benchmark), null, null);
  }

  /** A row of a city where the reference has no rate at all. */
  static Comparison withoutReference(
      Benchmark benchmark, String cityCode, Reference reference, Side own) {
    return new Comparison(
        benchmark,
        cityCode,
        reference,
        own,
        null,
        own.flags(benchmark),
        Flags.NO_REFERENCE_VALUE,
        null);
  }

  /**
   * A city's rate against the reference's.
   *
   * @param caveats flags of the pair
   */
  static Comparison of(
      Benchmark benchmark,
      String cityCode,
      Reference reference,
      Side own,
      Side other,
      SortedSet<String> caveats,
      Head head) {
    SortedSet<String> flags = own.flags(benchmark);
    flags.addAll(other.flags(benchmark));
    flags.addAll(caveats);
    if (own.rate().value().year() != other.rate().value().year()) {
      flags.add(Flags.REFERENCE_YEAR_DIFFERS);
    }
    String obstacle = reference.isMade() ? null : obstacle(own.rate(), other.rate());
    return new Comparison(benchmark, cityCode, reference, own, other, flags, obstacle, head);
  }

  static String obstacle(Rate rate, Rate reference) {
    if (rate.origin() != reference.origin()) {
      return Flags.BASIS_DIFFERS;
    }
    boolean otherResidents =
        rate.residents() != null
            && reference.residents() != null
            && rate.residents() != reference.residents();
    return otherResidents ? Flags.POPULATION_BASIS_DIFFERS : null;
  }

  private Outcome outcome() {
    if (referenceArea.isCity() && own.counted() != null && other.counted() != null) {
      return switch (benchmark.uncertainty()) {
        case EVENTS -> Outcome.ofEvents(own.counted(), other.counted(), benchmark.per());
        case SAMPLE -> Outcome.ofProportions(own.counted(), other.counted(), benchmark.per());
        case STOCK, NONE -> throw new IllegalStateException("nothing random: " + benchmark.id());
      };
    }
    return Outcome.ofExtents(own.evidence().usual(), other.evidence().usual());
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
    return own.evidence().usual();
  }

  int year() {
    return own.rate().value().year();
  }

  Comparability comparability() {
    return comparability;
  }

  /** The two rates in numbers, or null where nothing may be calculated from them. */
  private Relation relation() {
    return outcome == null ? null : new Relation(own.rate(), other.rate());
  }

  /** How the city stands against the reference. */
  Standing standing() {
    Relation relation = relation();
    if (relation == null) {
      return Standing.NOT_JUDGED;
    }
    int sign = sign(relation);
    return switch (benchmark.polarity()) {
      case NONE -> Standing.NOT_JUDGED;
      case HIGH -> ofSign(sign);
      case LOW -> ofSign(-sign);
    };
  }

  private int sign(Relation relation) {
    if (outcome.isTested()) {
      return outcome.significance().sign();
    }
    boolean open = own.evidence().usual().overlaps(other.evidence().usual());
    return open ? 0 : relation.relevantSign(benchmark.margin());
  }

  private static Standing ofSign(int sign) {
    if (sign == 0) {
      return Standing.SIMILAR;
    }
    return sign > 0 ? Standing.BETTER : Standing.WORSE;
  }

  private Outcome.Method method(Standing standing) {
    if (outcome == null || !outcome.isTested() && standing == Standing.NOT_JUDGED) {
      return Outcome.Method.NONE;
    }
    return outcome.method();
  }

  private static Interval around(Interval interval, Double point) {
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
   * @param place its place among the ranked cities, or null if it is not ranked
   */
  BenchmarkRow row(Ranking.Place place) {
    IndicatorValue value = own.rate().value();
    Denominator below = own.rate().denominator();
    IndicatorValue otherValue = other == null ? null : other.rate().value();
    Denominator otherBelow = other == null ? null : other.rate().denominator();
    Relation relation = relation();
    Double ratioPoint = relation == null ? null : relation.ratio();
    Double differencePoint = relation == null ? null : relation.difference();
    Interval ratio = outcome == null ? null : around(outcome.ratio(), ratioPoint);
    Interval difference = outcome == null ? null : around(outcome.difference(), differencePoint);
    Standing standing = standing();
    Significance untested = Significance.NOT_TESTED;
    return new BenchmarkRow(
        benchmark.id(),
        cityCode,
        referenceArea.code(),
        year(),
        own.rate().origin().id(),
        method(standing).id(),
        below == null ? null : value.value(),
        below == null ? null : below.value(),
        below == null ? null : below.last().year(),
        otherBelow == null ? null : otherValue.value(),
        otherBelow == null ? null : otherBelow.value(),
        otherBelow == null ? null : otherBelow.last().year(),
        otherValue == null ? null : otherValue.year(),
        value.observationId(),
        below == null ? null : below.last().observationId(),
        otherValue == null ? null : otherValue.observationId(),
        otherBelow == null ? null : otherBelow.last().observationId(),
        rate,
        low(own.evidence().usual()),
        high(own.evidence().usual()),
        other == null ? null : other.rate().toDouble(),
        ratioPoint,
        low(ratio),
        high(ratio),
        differencePoint,
        low(difference),
        high(difference),
        relation == null ? null : relation.neededToMatch(),
        (outcome == null ? untested : outcome.significance()).id(),
        standing.id(),
        comparability.id(),
        List.copyOf(reasons),
        place == null ? null : place.rank(),
        place == null ? null : place.best(),
        place == null ? null : place.worst(),
        place == null ? null : place.cities(),
        place == null ? null : place.percentile(),
        place == null ? null : place.score(),
        yearsBehind,
        List.copyOf(flags),
        own.evidence().method().id(),
        low(own.evidence().strict()),
        high(own.evidence().strict()),
        (outcome == null ? untested : outcome.strict()).id(),
        below == null ? null : below.earlierObservationId(),
        otherBelow == null ? null : otherBelow.earlierObservationId());
  }
}
