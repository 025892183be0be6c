package org.duibiao.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duibiao.benchmark.Rate.Origin;
import org.duibiao.model.Benchmark;
import org.duibiao.model.SeriesBreak;

/**
 * The rows of gold.benchmarks and gold.benchmark_vintages against one reference.
 *
 * <p>A row's rate is {@code computed} where both the city and the reference have a numerator and a
 * denominator, else as {@code published} where both have that; where neither is so, the city's own
 * stands beside the reference's other one, not comparable ({@code basis_differs}). The reference's
 * figure is that of the same year, else of the nearest within two years. All areas with figures
 * have rows; only cities are ranked.
 */
public final class BenchmarkTable {

  private final Set<String> cities;
  private final String referenceCode;
  private final ValueIndex values;
  private final Denominators denominators;
  private final VintageTable vintages;

  private BenchmarkTable(
      Choices choices, Set<String> cities, String referenceCode, List<SeriesBreak> breaks) {
    this.cities = cities;
    this.referenceCode = referenceCode;
    this.values = new ValueIndex(choices.values());
    this.denominators = new Denominators(values, choices, breaks);
    this.vintages = new VintageTable(referenceCode, denominators, breaks);
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
   * @param referenceCode the code of the area that the others are compared with
   */
  public static Result compute(
      List<Benchmark> benchmarks,
      Choices choices,
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
    List<Comparison> comparisons = new ArrayList<>();
    for (String area : values.areas()) {
      for (int year : rates.years(area)) {
        Comparison comparison = compare(benchmark, rates, area, year);
        if (comparison != null) {
          comparisons.add(comparison);
        }
      }
    }
    Map<Comparison, Ranking.Place> places =
        new Ranking(cities).places(comparisons, benchmark.polarity());
    return comparisons.stream().map(each -> each.row(places.get(each))).toList();
  }

  /** The comparison of that area and year, or null where the area has no rate. */
  private Comparison compare(Benchmark benchmark, Rates rates, String area, int year) {
    Rate own = null;
    for (Origin origin : Origin.values()) {
      Rate rate = rates.rate(area, year, origin);
      own = own == null ? rate : own;
      if (rate != null && !area.equals(referenceCode)) {
        Rate reference = rates.nearest(referenceCode, year, origin);
        if (reference != null) {
          if (origin == Origin.COMPUTED) {
            vintages.add(benchmark, rate, reference);
          }
          return Comparison.of(benchmark, area, rate, reference, denominators);
        }
      }
    }
    if (own == null) {
      return null;
    }
    if (area.equals(referenceCode)) {
      return Comparison.ofReference(benchmark, referenceCode, own);
    }
    Origin other =
        switch (own.origin()) {
          case COMPUTED -> Origin.PUBLISHED;
          case PUBLISHED -> Origin.COMPUTED;
        };
    Rate reference = rates.nearest(referenceCode, year, other);
    return reference == null
        ? Comparison.withoutReference(benchmark, area, referenceCode, own)
        : Comparison.of(benchmark, area, own, reference, denominators);
  }
}
