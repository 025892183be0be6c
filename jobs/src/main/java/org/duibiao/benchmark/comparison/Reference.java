package org.duibiao.benchmark.comparison;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duibiao.benchmark.rate.Rate;
import org.duibiao.benchmark.rate.RatePair;
import org.duibiao.benchmark.rate.Rates;
import org.duibiao.benchmark.rate.SeriesContinuity;
import org.duibiao.model.code.Bound;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.Polarity;
import org.duibiao.model.code.RateOrigin;
import org.duibiao.tables.IndicatorValueBuilder;

/**
 * What cities are compared with: one city, as uncertain as they are; a province or the nation as
 * published; or the {@code median} or the {@code best} of the other cities.
 *
 * <p>The best has the highest rate, or where low is good the lowest; of rates that are no merit it
 * is merely the highest. A city never takes part in what it is compared with. Only a city is tested
 * against: a province or the nation contains the cities, and a median is not a count.
 */
final class Reference {

  static final String MEDIAN = "median";
  static final String BEST = "best";

  private static final BigDecimal HALF = new BigDecimal("0.5");

  private record Group(int year, RateOrigin origin) {}

  private final String code;
  private final Set<String> cities;
  private final Rates rates;
  private final Map<Group, List<Rate>> groups = new HashMap<>();
  private final Map<RateOrigin, List<List<Rate>>> segments = new EnumMap<>(RateOrigin.class);

  /**
   * What rates are compared with.
   *
   * @param cities the codes of the areas that are ranked with each other
   * @param rates those of one benchmark
   */
  Reference(String code, Set<String> cities, Rates rates) {
    this.code = code;
    this.cities = cities;
    this.rates = rates;
  }

  String code() {
    return code;
  }

  /** Those of the benchmark. */
  Rates rates() {
    return rates;
  }

  boolean matches(String area) {
    return code.equals(area);
  }

  /** Whether it is one city, so that the two can be tested against each other. */
  boolean isCity() {
    return cities.contains(code);
  }

  /** Whether it is made of the other cities' rates. */
  boolean isAggregate() {
    return BenchmarkTable.AGGREGATE_REFERENCES.contains(code);
  }

  /**
   * What that area's rate of that year is compared with: of an area the rate of the same year, else
   * of the nearest within two years; of other cities that of the same year. Null if there is none.
   */
  Rate rate(String area, int year, RateOrigin origin) {
    if (!isAggregate()) {
      return rates.nearest(code, year, origin);
    }
    List<Rate> others =
        groups.computeIfAbsent(new Group(year, origin), this::members).stream()
            .filter(each -> !each.value().cityCode().equals(area))
            .toList();
    if (others.isEmpty()) {
      return null;
    }
    return code.equals(BEST)
        ? others.get(rates.benchmark().polarity() == Polarity.LOW ? 0 : others.size() - 1)
        : median(others, year);
  }

  /** What other cities may be measured by, the lowest first. */
  private List<Rate> members(Group group) {
    return cities.stream()
        .map(city -> rates.rate(city, group.year(), group.origin()))
        .filter(rate -> rate != null && rate.isRanked())
        .sorted(Rate.BY_SIZE.thenComparing(rate -> rate.value().cityCode()))
        .toList();
  }

  private Rate median(List<Rate> others, int year) {
    BigDecimal lower = exact(others.get((others.size() - 1) / 2));
    BigDecimal upper = exact(others.get(others.size() / 2));
    return Rate.published(
        IndicatorValueBuilder.builder()
            .cityCode(MEDIAN)
            .indicator(rates.benchmark().id())
            .year(year)
            .periodEnd(LocalDate.of(year, 12, 31))
            .value(lower.add(upper).multiply(HALF))
            .unit(rates.benchmark().unit().id())
            .bound(Bound.EQ)
            .sources(others.size())
            .rule(MEDIAN)
            .flags(List.of())
            .unverifiedSources(0)
            .build());
  }

  private static BigDecimal exact(Rate rate) {
    return rate.dividend().divide(rate.divisor(), MathContext.DECIMAL128);
  }

  /**
   * By how many years the reference is ahead of a city.
   *
   * @param years since the first year in which the reference had the city's present rate; null if
   *     the reference is not ahead, or its series does not reach back so far
   * @param flags what must be known of it
   */
  record YearsBehind(Integer years, Set<Flag> flags) {

    private static final YearsBehind NONE = new YearsBehind(null, Set.of());
    private static final YearsBehind UNKNOWN = new YearsBehind(null, Set.of(Flag.SERIES_TOO_SHORT));
  }

  /** How far it is ahead of a city; only an area with a comparable rate can be. */
  YearsBehind yearsBehind(RatePair pair, SeriesContinuity continuity) {
    Rate rate = pair.rate();
    Rate other = pair.reference();
    if (other == null
        || isAggregate()
        || pair.whyNotComparable() != null
        || Rate.BY_SIZE.compare(rate, other) == 0
        || isAtLeastAsGood(rate, other)) {
      return YearsBehind.NONE;
    }
    int year = Math.min(rate.value().year(), other.value().year());
    List<Rate> present =
        segments.computeIfAbsent(other.origin(), origin -> segments(origin, continuity)).stream()
            .map(part -> part.stream().filter(each -> each.value().year() <= year).toList())
            .filter(part -> !part.isEmpty())
            .reduce((earlier, later) -> later)
            .orElse(List.of());
    if (present.isEmpty()) {
      return YearsBehind.UNKNOWN;
    }
    for (int i = 0; i < present.size(); i++) {
      if (isAtLeastAsGood(present.get(i), rate)) {
        if (i == 0) {
          return YearsBehind.UNKNOWN;
        }
        int first = present.get(i).value().year();
        boolean gap = present.get(i - 1).value().year() < first - 1;
        Set<Flag> flags = gap ? Set.of(Flag.SERIES_HAS_GAPS) : Set.of();
        return new YearsBehind(rate.value().year() - first, flags);
      }
    }
    return YearsBehind.NONE;
  }

  /** The reference's own series, cut where it becomes another one. */
  private List<List<Rate>> segments(RateOrigin origin, SeriesContinuity continuity) {
    return SeriesContinuity.segments(
        rates.series(code, origin).stream().filter(Rate::isRanked).toList(), continuity::isBroken);
  }

  /** Whether the first rate is at least as high as the second, or as low where low is good. */
  private boolean isAtLeastAsGood(Rate rate, Rate other) {
    int order = Rate.BY_SIZE.compare(rate, other);
    return switch (rates.benchmark().polarity()) {
      case HIGH, NONE -> order >= 0;
      case LOW -> order <= 0;
    };
  }
}
