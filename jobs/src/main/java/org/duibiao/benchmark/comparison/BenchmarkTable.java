package org.duibiao.benchmark.comparison;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.duibiao.benchmark.rate.DenominatorFinder;
import org.duibiao.benchmark.rate.Rate;
import org.duibiao.benchmark.rate.RatePair;
import org.duibiao.benchmark.rate.Rates;
import org.duibiao.benchmark.rate.SeriesContinuity;
import org.duibiao.benchmark.selection.SelectedValues;
import org.duibiao.model.Benchmark;
import org.duibiao.model.Indicator;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.RateOrigin;
import org.duibiao.model.code.Uncertainty;
import org.duibiao.tables.BenchmarkRow;
import org.duibiao.tables.BenchmarkRowBuilder;
import org.duibiao.tables.IndicatorValue;
import org.duibiao.tables.VintageRow;

/**
 * The rows of gold.benchmarks and gold.benchmark_vintages against one reference.
 *
 * <p>A row's rate is {@code computed} where both the city and the reference have a numerator and a
 * denominator, else as {@code published} where both have that; where neither is so, the city's own
 * stands beside the reference's other one, not comparable ({@code basis_differs}). The reference's
 * figure is that of the same year, else of the nearest within two years. All areas with figures
 * have rows; only cities are ranked.
 *
 * <p>The reference is the code of an area, or {@code median} or {@code best}: of the other cities'
 * rates of the same year. Only against a city can a rate be tested.
 */
public final class BenchmarkTable {

  /** The references that are no area: the median and the best of the other cities. */
  public static final Set<String> AGGREGATE_REFERENCES = Set.of(Reference.MEDIAN, Reference.BEST);

  private static final BigDecimal AGES_APART = BigDecimal.valueOf(5);
  private static final int AGES_REACH = 5;

  private final SelectedValues values;
  private final Set<String> cities;
  private final String referenceCode;
  private final DenominatorFinder denominators;
  private final VintageTable vintages;
  private final SeriesContinuity continuity;

  private BenchmarkTable(SelectedValues values, Set<String> cities, String referenceCode) {
    this.values = values;
    this.cities = cities;
    this.referenceCode = referenceCode;
    this.denominators = new DenominatorFinder(values);
    this.vintages = new VintageTable(values.breaks());
    this.continuity = new SeriesContinuity(values);
  }

  /**
   * The rows.
   *
   * @param rows by benchmark, city and year
   * @param vintages by benchmark, city, year and the two vintages
   */
  public record Result(List<BenchmarkRow> rows, List<VintageRow> vintages) {}

  /**
   * Compares every area with the reference.
   *
   * @param cities the codes of the areas that are ranked with each other
   * @param referenceCode the code of the area that the others are compared with, {@code median} or
   *     {@code best}
   */
  public static Result compute(
      List<Benchmark> benchmarks, SelectedValues values, Set<String> cities, String referenceCode) {
    BenchmarkTable table = new BenchmarkTable(values, cities, referenceCode);
    List<BenchmarkRow> rows =
        benchmarks.stream()
            .sorted(Comparator.comparing(Benchmark::id))
            .flatMap(table::rows)
            .toList();
    return new Result(rows, table.vintages.rows());
  }

  private Stream<BenchmarkRow> rows(Benchmark benchmark) {
    Rates rates = new Rates(benchmark, values);
    Reference reference = new Reference(referenceCode, cities, rates);
    List<BenchmarkRowBuilder> rows = new ArrayList<>();
    List<BenchmarkRowBuilder> ranked = new ArrayList<>();
    for (String area : values.byArea().keySet()) {
      for (int year : rates.years(area)) {
        RatePair pair = pair(reference, area, year);
        if (pair != null) {
          Comparison comparison = new Comparison(reference, pair, caveats(reference, pair));
          BenchmarkRowBuilder row = comparison.row(reference.yearsBehind(pair, continuity));
          rows.add(row);
          if (cities.contains(area) && comparison.isRanked()) {
            ranked.add(row);
          }
          vintages.add(reference, pair);
        }
      }
    }
    Ranking.rank(ranked, benchmark.polarity());
    return rows.stream().map(BenchmarkRowBuilder::build);
  }

  /**
   * The rate of that area and year and the one that it is compared with, which is null for the
   * reference itself and where it has none; null where the area has no rate.
   */
  private static RatePair pair(Reference reference, String area, int year) {
    List<Rate> own =
        Stream.of(RateOrigin.values())
            .map(origin -> reference.rates().rate(area, year, origin))
            .filter(Objects::nonNull)
            .toList();
    if (own.isEmpty()) {
      return null;
    } else if (reference.matches(area)) {
      return new RatePair(own.get(0), null);
    }
    for (Rate rate : own) {
      Rate other = reference.rate(area, year, rate.origin());
      if (other != null) {
        return new RatePair(rate, other);
      }
    }
    RateOrigin origin =
        switch (own.get(0).origin()) {
          case COMPUTED -> RateOrigin.PUBLISHED;
          case PUBLISHED -> RateOrigin.COMPUTED;
        };
    Rate other = reference.isAggregate() ? null : reference.rate(area, year, origin);
    return new RatePair(own.get(0), other);
  }

  /**
   * Whether a published rate, or what a rate is divided by, does not say whose it is though others
   * of its indicator do. Amounts of money per resident are of permanent residents by the rules of
   * national accounts.
   */
  private static boolean needsBasis(Benchmark benchmark, Rate rate) {
    Indicator indicator =
        rate.denominator() == null ? benchmark.published() : benchmark.denominator();
    return benchmark.uncertainty() != Uncertainty.NONE
        && rate.population().last().populationBasis() == null
        && indicator.dependsOnResidents();
  }

  private Set<Flag> caveats(Reference reference, RatePair pair) {
    Set<Flag> caveats = EnumSet.noneOf(Flag.class);
    Rate own = pair.rate();
    Rate other = pair.reference();
    if (other == null) {
      return caveats;
    }
    Benchmark benchmark = reference.rates().benchmark();
    if (!reference.isAggregate() && own.origin() == other.origin()) {
      if (denominators.differInVintage(own.population(), other.population())) {
        caveats.add(Flag.POPULATION_VINTAGE_DIFFERS);
      }
      if (needsBasis(benchmark, own) || needsBasis(benchmark, other)) {
        caveats.add(Flag.BASIS_UNKNOWN);
      }
    }
    if (continuity.crossesBoundaryChange(own) || continuity.crossesBoundaryChange(other)) {
      caveats.add(Flag.BOUNDARY_CHANGE);
    }
    BigDecimal share = shareOfOld(benchmark, own);
    BigDecimal otherShare = shareOfOld(benchmark, other);
    if (share != null
        && otherShare != null
        && share.subtract(otherShare).abs().compareTo(AGES_APART) > 0) {
      caveats.add(Flag.AGE_STRUCTURE_DIFFERS);
    }
    return caveats;
  }

  /**
   * The share of old people, in percent, of the nearest year within five; or null. Where it differs
   * much, deaths, visits, discharges and beds per resident do not mean the same. Censuses are ten
   * years apart; where no share is known nothing is said.
   */
  private BigDecimal shareOfOld(Benchmark benchmark, Rate rate) {
    if (benchmark.ages() == null) {
      return null;
    }
    NavigableMap<Integer, IndicatorValue> shares =
        values.series(rate.value().cityCode(), benchmark.ages().id());
    int year = rate.value().year();
    return shares.subMap(year - AGES_REACH, true, year + AGES_REACH, true).values().stream()
        .filter(each -> !each.flags().contains(Flag.BOUND))
        .min(Comparator.comparingInt(each -> Math.abs(each.year() - year)))
        .map(IndicatorValue::value)
        .orElse(null);
  }
}
