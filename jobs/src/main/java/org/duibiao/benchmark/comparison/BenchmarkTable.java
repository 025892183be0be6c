package org.duibiao.benchmark.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.duibiao.benchmark.rate.AgeStructure;
import org.duibiao.benchmark.rate.DenominatorFinder;
import org.duibiao.benchmark.rate.Rate;
import org.duibiao.benchmark.rate.RateIntervals;
import org.duibiao.benchmark.rate.RateIntervals.RateWithInterval;
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

  private final Set<String> cities;
  private final Reference reference;
  private final SelectedValues values;
  private final DenominatorFinder denominators;
  private final VintageTable vintages;
  private final SeriesContinuity continuity;

  private BenchmarkTable(SelectedValues values, Set<String> cities, String referenceCode) {
    this.cities = cities;
    this.values = values;
    this.reference = new Reference(referenceCode, cities);
    this.denominators = new DenominatorFinder(values);
    this.vintages = new VintageTable(reference, denominators);
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
    Reference.ReferenceRates references = reference.new ReferenceRates(rates);
    RateIntervals rateIntervals = new RateIntervals(benchmark, values);
    List<BenchmarkRowBuilder> rows = new ArrayList<>();
    List<BenchmarkRowBuilder> ranked = new ArrayList<>();
    for (String area : values.areas()) {
      for (int year : rates.years(area)) {
        OwnAndReference pair = pair(rates, references, area, year);
        if (pair != null) {
          Comparison comparison = compare(benchmark, rateIntervals, area, pair);
          BenchmarkRowBuilder row = comparison.row(yearsBehind(rates, pair));
          rows.add(row);
          if (cities.contains(area) && comparison.isRanked()) {
            ranked.add(row);
          }
        }
      }
    }
    Ranking.rank(ranked, benchmark.polarity());
    return rows.stream().map(BenchmarkRowBuilder::build);
  }

  /**
   * An area's rate and the one that it is compared with.
   *
   * @param other null for the reference itself, and where it has no rate
   */
  private record OwnAndReference(Rate own, Rate other) {}

  /** The rates of that area and year, or null where it has none. */
  private OwnAndReference pair(
      Rates rates, Reference.ReferenceRates references, String area, int year) {
    Rate own = null;
    for (RateOrigin origin : RateOrigin.values()) {
      Rate rate = rates.rate(area, year, origin);
      own = own == null ? rate : own;
      if (rate != null && !reference.matches(area)) {
        Rate other = references.rate(area, year, origin);
        if (other != null) {
          return new OwnAndReference(rate, other);
        }
      }
    }
    if (own == null) {
      return null;
    }
    if (reference.matches(area) || reference.isAggregate()) {
      return new OwnAndReference(own, null);
    }
    RateOrigin origin =
        switch (own.origin()) {
          case COMPUTED -> RateOrigin.PUBLISHED;
          case PUBLISHED -> RateOrigin.COMPUTED;
        };
    return new OwnAndReference(own, references.rate(area, year, origin));
  }

  private Comparison compare(
      Benchmark benchmark, RateIntervals rateIntervals, String area, OwnAndReference pair) {
    RateWithInterval own = rateIntervals.of(pair.own());
    Rate other = pair.other();
    if (other == null) {
      return new Comparison(benchmark, area, reference, own, null, Set.of());
    }
    boolean bothComputed = pair.own().denominator() != null && other.denominator() != null;
    if (bothComputed && !reference.isAggregate()) {
      vintages.add(benchmark, rateIntervals, pair.own(), other);
    }
    Set<Flag> caveats = caveats(benchmark, area, pair);
    return new Comparison(benchmark, area, reference, own, rateIntervals.of(other), caveats);
  }

  private YearsBehind yearsBehind(Rates rates, OwnAndReference pair) {
    return pair.other() == null
            || reference.isAggregate()
            || Comparison.whyNotComparable(pair.own(), pair.other()) != null
        ? null
        : YearsBehind.of(pair.own(), pair.other(), rates, continuity);
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

  private Set<Flag> caveats(Benchmark benchmark, String area, OwnAndReference pair) {
    Set<Flag> caveats = EnumSet.noneOf(Flag.class);
    if (!reference.isAggregate() && pair.own().origin() == pair.other().origin()) {
      if (denominators.differInVintage(pair.own().population(), pair.other().population())) {
        caveats.add(Flag.POPULATION_VINTAGE_DIFFERS);
      }
      if (needsBasis(benchmark, pair.own()) || needsBasis(benchmark, pair.other())) {
        caveats.add(Flag.BASIS_UNKNOWN);
      }
    }
    if (continuity.crossesBoundaryChange(pair.own())
        || continuity.crossesBoundaryChange(pair.other())) {
      caveats.add(Flag.BOUNDARY_CHANGE);
    }
    String otherArea = pair.other().value().cityCode();
    if (AgeStructure.differ(values, benchmark, area, otherArea, pair.own().value().year())) {
      caveats.add(Flag.AGE_STRUCTURE_DIFFERS);
    }
    return caveats;
  }
}
