package org.duibiao.benchmark.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duibiao.benchmark.rate.AgeStructure;
import org.duibiao.benchmark.rate.DenominatorFinder;
import org.duibiao.benchmark.rate.Rate;
import org.duibiao.benchmark.rate.RateIntervals;
import org.duibiao.benchmark.rate.Rates;
import org.duibiao.benchmark.rate.SeriesContinuity;
import org.duibiao.benchmark.selection.SelectedValues;
import org.duibiao.benchmark.selection.ValueIndex;
import org.duibiao.model.Benchmark;
import org.duibiao.model.Indicator;
import org.duibiao.model.SeriesBreak;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.RateOrigin;
import org.duibiao.model.code.Uncertainty;
import org.duibiao.tables.BenchmarkRow;
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
  private final ValueIndex values;
  private final DenominatorFinder denominators;
  private final VintageTable vintages;
  private final SelectedValues selected;
  private final SeriesContinuity continuity;
  private final AgeStructure ageStructure;

  private BenchmarkTable(
      SelectedValues choices, Set<String> cities, String referenceCode, List<SeriesBreak> breaks) {
    this.cities = cities;
    this.selected = choices;
    this.reference = new Reference(referenceCode, cities);
    this.values = new ValueIndex(choices.values());
    this.denominators = new DenominatorFinder(values, choices, breaks);
    this.vintages = new VintageTable(reference, denominators, breaks);
    this.continuity = new SeriesContinuity(choices, breaks);
    this.ageStructure = new AgeStructure(values);
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
      List<Benchmark> benchmarks,
      SelectedValues choices,
      Set<String> cities,
      String referenceCode,
      List<SeriesBreak> breaks) {
    BenchmarkTable table = new BenchmarkTable(choices, cities, referenceCode, breaks);
    List<BenchmarkRow> rows = new ArrayList<>();
    benchmarks.stream()
        .sorted(Comparator.comparing(Benchmark::id))
        .forEach(each -> rows.addAll(table.rows(each)));
    return new Result(List.copyOf(rows), table.vintages.rows());
  }

  private List<BenchmarkRow> rows(Benchmark benchmark) {
    Rates rates = new Rates(benchmark, values, denominators);
    Reference.ReferenceRates references = reference.ratesOf(benchmark, rates, values.areas());
    RateIntervals rateIntervals = new RateIntervals(benchmark, values, selected);
    List<Comparison> comparisons = new ArrayList<>();
    for (String area : values.areas()) {
      for (int year : rates.years(area)) {
        OwnAndReference pair = pair(rates, references, area, year);
        if (pair != null) {
          comparisons.add(compare(benchmark, rates, rateIntervals, area, pair));
        }
      }
    }
    Map<Comparison, Ranking.Position> positions =
        new Ranking(cities).positions(comparisons, benchmark.polarity());
    return comparisons.stream().map(each -> each.row(positions.get(each))).toList();
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
      Benchmark benchmark,
      Rates rates,
      RateIntervals rateIntervals,
      String area,
      OwnAndReference pair) {
    Comparison.RateWithInterval own = Comparison.RateWithInterval.of(pair.own(), rateIntervals);
    Rate rate = pair.other();
    if (rate == null) {
      return new Comparison(benchmark, area, reference, own, null, Set.of(), null);
    }
    boolean bothComputed =
        pair.own().origin() == RateOrigin.COMPUTED && rate.origin() == RateOrigin.COMPUTED;
    if (bothComputed && !reference.isAggregate()) {
      vintages.add(benchmark, rateIntervals, pair.own(), rate);
    }
    YearsBehind yearsBehind =
        !reference.isAggregate() && Comparison.whyNotComparable(pair.own(), rate) == null
            ? YearsBehind.of(
                pair.own(), rate, reference.code(), rates, continuity, benchmark.polarity())
            : null;
    return new Comparison(
        benchmark,
        area,
        reference,
        own,
        Comparison.RateWithInterval.of(rate, rateIntervals),
        caveats(benchmark, area, pair),
        yearsBehind);
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
    if (ageStructure.differ(benchmark, area, otherArea, pair.own().value().year())) {
      caveats.add(Flag.AGE_STRUCTURE_DIFFERS);
    }
    return caveats;
  }
}
