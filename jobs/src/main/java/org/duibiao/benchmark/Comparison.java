package org.duibiao.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.duibiao.model.Benchmark;
import org.duibiao.model.Polarity;

/**
 * One city's rate, the reference's, and what may be said of the two.
 *
 * <p>The standing is {@code similar} where |rate − reference rate| is 0 or less than margin ·
 * |reference rate|; else better or worse by the polarity. Nothing is calculated from two rates that
 * are not comparable; both stand in the row.
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

  private final Benchmark benchmark;
  private final String cityCode;
  private final String referenceCode;
  private final Rate rate;
  private final double rateAsDouble;

  /** Null for the reference itself, and where it has no rate. */
  private final Rate reference;

  private final SortedSet<String> flags;
  private final SortedSet<String> reasons = new TreeSet<>();
  private final Comparability comparability;

  private Comparison(
      Benchmark benchmark,
      String cityCode,
      String referenceCode,
      Rate rate,
      Rate reference,
      SortedSet<String> flags,
      String obstacle) {
    this.benchmark = benchmark;
    this.cityCode = cityCode;
    this.referenceCode = referenceCode;
    this.rate = rate;
    this.rateAsDouble = rate.toDouble();
    this.reference = reference;
    this.flags = flags;
    if (cityCode.equals(referenceCode)) {
      this.comparability = Comparability.COMPARABLE;
      this.reasons.add(Flags.IS_REFERENCE);
      return;
    }
    if (reference != null) {
      reasons.addAll(flags);
      reasons.retainAll(Flags.WITH_CARE);
    }
    if (obstacle != null) {
      this.comparability = Comparability.NOT_COMPARABLE;
      reasons.add(obstacle);
    } else {
      this.comparability = reasons.isEmpty() ? Comparability.COMPARABLE : Comparability.WITH_CARE;
      if (benchmark.polarity() == Polarity.NONE) {
        reasons.add(Flags.NO_POLARITY);
      }
    }
  }

  /** The reference's own row: it is never compared with itself. */
  static Comparison ofReference(Benchmark benchmark, String referenceCode, Rate rate) {
    return new Comparison(benchmark, referenceCode, referenceCode, rate, null, rate.flags(), null);
  }

  /** A row of a city where the reference has no rate at all. */
  static Comparison withoutReference(
      Benchmark benchmark, String cityCode, String referenceCode, Rate rate) {
    return new Comparison(
        benchmark, cityCode, referenceCode, rate, null, rate.flags(), Flags.NO_REFERENCE_VALUE);
  }

  /** A city's rate against the reference's. */
  static Comparison of(
      Benchmark benchmark, String cityCode, Rate rate, Rate reference, Denominators denominators) {
    SortedSet<String> flags = rate.flags();
    flags.addAll(reference.flags());
    if (rate.value().year() != reference.value().year()) {
      flags.add(Flags.REFERENCE_YEAR_DIFFERS);
    }
    if (rate.denominator() != null
        && reference.denominator() != null
        && denominators.differInVintage(rate.denominator(), reference.denominator())) {
      flags.add(Flags.POPULATION_VINTAGE_DIFFERS);
    }
    return new Comparison(
        benchmark,
        cityCode,
        reference.value().cityCode(),
        rate,
        reference,
        flags,
        obstacle(rate, reference));
  }

  private static String obstacle(Rate rate, Rate reference) {
    if (rate.origin() != reference.origin()) {
      return Flags.BASIS_DIFFERS;
    }
    boolean otherResidents =
        rate.residents() != null
            && reference.residents() != null
            && rate.residents() != reference.residents();
    return otherResidents ? Flags.POPULATION_BASIS_DIFFERS : null;
  }

  String cityCode() {
    return cityCode;
  }

  Rate rate() {
    return rate;
  }

  double rateAsDouble() {
    return rateAsDouble;
  }

  int year() {
    return rate.value().year();
  }

  Comparability comparability() {
    return comparability;
  }

  private Standing standing(Relation relation) {
    if (relation == null) {
      return Standing.NOT_JUDGED;
    }
    int sign = relation.relevantSign(benchmark.margin());
    return switch (benchmark.polarity()) {
      case NONE -> Standing.NOT_JUDGED;
      case HIGH -> ofSign(sign);
      case LOW -> ofSign(-sign);
    };
  }

  private static Standing ofSign(int sign) {
    if (sign == 0) {
      return Standing.SIMILAR;
    }
    return sign > 0 ? Standing.BETTER : Standing.WORSE;
  }

  /**
   * The row.
   *
   * @param place its place among the ranked cities, or null if it is not ranked
   */
  BenchmarkRow row(Ranking.Place place) {
    Denominator own = rate.denominator();
    Denominator other = reference == null ? null : reference.denominator();
    Relation relation =
        reference == null || comparability == Comparability.NOT_COMPARABLE
            ? null
            : new Relation(rate, reference);
    Standing standing = standing(relation);
    return new BenchmarkRow(
        benchmark.id(),
        cityCode,
        referenceCode,
        year(),
        rate.origin().id(),
        standing == Standing.NOT_JUDGED ? "none" : "relevance_margin",
        own == null ? null : rate.value().value(),
        own == null ? null : own.value(),
        own == null ? null : own.last().year(),
        other == null ? null : reference.value().value(),
        other == null ? null : other.value(),
        other == null ? null : other.last().year(),
        reference == null ? null : reference.value().year(),
        rate.value().observationId(),
        own == null ? null : own.last().observationId(),
        reference == null ? null : reference.value().observationId(),
        other == null ? null : other.last().observationId(),
        rateAsDouble,
        null,
        null,
        reference == null ? null : reference.toDouble(),
        relation == null ? null : relation.ratio(),
        null,
        null,
        relation == null ? null : relation.difference(),
        null,
        null,
        relation == null ? null : relation.neededToMatch(),
        "not_tested",
        standing.id(),
        comparability.id(),
        List.copyOf(reasons),
        place == null ? null : place.rank(),
        null,
        null,
        place == null ? null : place.cities(),
        null,
        null,
        null,
        List.copyOf(flags));
  }
}
