package org.duibiao.report.model;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duibiao.model.code.Comparability;
import org.duibiao.tables.BenchmarkRow;
import org.duibiao.tables.CoverageRow;
import org.duibiao.tables.HindsightRow;
import org.duibiao.tables.IndicatorValue;
import org.duibiao.tables.TargetRow;
import org.duibiao.tables.TrendRow;
import org.duibiao.tables.VintageRow;

/**
 * A city's rows of the tables, sorted.
 *
 * @param code the city
 * @param rows its comparisons with the report's reference, by benchmark and year
 * @param values its values to use, by indicator and year
 * @param vintages comparisons on other populations
 * @param trends how its series moved
 * @param targets its targets
 * @param coverage what it published
 * @param disagreements where sources disagree about it
 * @param hindsight comparisons as of a day beside those of now
 */
public record CityRows(
    String code,
    Map<String, TreeMap<Integer, BenchmarkRow>> rows,
    Map<String, TreeMap<Integer, IndicatorValue>> values,
    List<VintageRow> vintages,
    List<TrendRow> trends,
    List<TargetRow> targets,
    List<CoverageRow> coverage,
    List<Disagreement> disagreements,
    List<HindsightRow> hindsight) {

  private static final Comparator<TrendRow> TRENDS =
      Comparator.comparing(TrendRow::series)
          .thenComparing(TrendRow::basis)
          .thenComparing(TrendRow::firstYear);

  private static final Comparator<TargetRow> TARGETS =
      Comparator.comparing(TargetRow::indicator)
          .thenComparing(TargetRow::scope)
          .thenComparing(TargetRow::measure)
          .thenComparing(TargetRow::due)
          .thenComparing(TargetRow::observationId, Comparator.nullsLast(Comparator.naturalOrder()));

  private static final Comparator<CoverageRow> COVERAGE =
      Comparator.comparing(CoverageRow::indicator).thenComparing(CoverageRow::year);

  /** All cities that a row is about, by code. */
  static Map<String, CityRows> of(
      ReportInput input, List<VintageRow> vintages, List<Disagreement> disagreements) {
    Map<String, CityRows> cities = new TreeMap<>();
    input.rows().stream()
        .filter(row -> row.referenceCode().equals(input.reference().code()))
        .forEach(
            row ->
                in(cities, row.cityCode())
                    .rows
                    .computeIfAbsent(row.benchmark(), id -> new TreeMap<>())
                    .merge(row.year(), row, CityRows::first));
    input
        .values()
        .forEach(
            value ->
                in(cities, value.cityCode())
                    .values
                    .computeIfAbsent(value.indicator(), id -> new TreeMap<>())
                    .put(value.year(), value));
    Map<String, CityRows> filled = new TreeMap<>();
    Map<String, List<VintageRow>> byVintage = by(vintages, VintageRow::cityCode);
    Map<String, List<TrendRow>> trends = by(input.trends(), TrendRow::cityCode);
    Map<String, List<TargetRow>> targets = by(input.targets(), TargetRow::cityCode);
    Map<String, List<CoverageRow>> coverage = by(input.coverage(), CoverageRow::cityCode);
    Map<String, List<HindsightRow>> hindsight =
        by(
            input.hindsight().stream()
                .filter(row -> row.referenceCode().equals(input.reference().code()))
                .toList(),
            HindsightRow::cityCode);
    Map<String, List<Disagreement>> contested =
        by(
            disagreements.stream().filter(each -> each.finding().cityCode() != null).toList(),
            each -> each.finding().cityCode());
    trends.keySet().forEach(code -> in(cities, code));
    targets.keySet().forEach(code -> in(cities, code));
    coverage.keySet().forEach(code -> in(cities, code));
    cities.forEach(
        (code, city) ->
            filled.put(
                code,
                new CityRows(
                    code,
                    city.rows,
                    city.values,
                    byVintage.getOrDefault(code, List.of()),
                    sorted(trends.get(code), TRENDS),
                    sorted(targets.get(code), TARGETS),
                    sorted(coverage.get(code), COVERAGE),
                    contested.getOrDefault(code, List.of()),
                    hindsight.getOrDefault(code, List.of()))));
    return filled;
  }

  /** A city without rows. */
  static CityRows none(String code) {
    return new CityRows(
        code,
        new TreeMap<>(),
        new TreeMap<>(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** The newest comparison with the reference that can be made in a benchmark. */
  public Optional<BenchmarkRow> newestCompared(String benchmark) {
    TreeMap<Integer, BenchmarkRow> years = rows.get(benchmark);
    return years == null
        ? Optional.empty()
        : years.descendingMap().values().stream()
            .filter(row -> row.referenceRate() != null)
            .filter(row -> row.comparability() != Comparability.NOT_COMPARABLE)
            .findFirst();
  }

  /** The newest year with a published figure, or 0. */
  public int newestYear() {
    return Stream.of(rows, values)
        .flatMap(series -> series.values().stream())
        .mapToInt(TreeMap::lastKey)
        .max()
        .orElse(0);
  }

  private static BenchmarkRow first(BenchmarkRow a, BenchmarkRow b) {
    return a.basis().compareTo(b.basis()) <= 0 ? a : b;
  }

  private static CityRows in(Map<String, CityRows> cities, String code) {
    return cities.computeIfAbsent(code, CityRows::none);
  }

  private static <R> Map<String, List<R>> by(List<R> rows, Function<R, String> code) {
    return rows.stream().collect(Collectors.groupingBy(code, HashMap::new, Collectors.toList()));
  }

  private static <R> List<R> sorted(List<R> rows, Comparator<R> order) {
    return rows == null ? List.of() : rows.stream().sorted(order).toList();
  }
}
