package org.duibiao.report.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.duibiao.model.code.Comparability;
import org.duibiao.model.code.Flag;
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
    Predicate<String> isReference = input.reference().code()::equals;
    Map<String, CityRows> cities = new TreeMap<>();
    Function<String, CityRows> in = code -> cities.computeIfAbsent(code, CityRows::none);
    for (BenchmarkRow row : input.rows()) {
      if (isReference.test(row.referenceCode())) {
        in.apply(row.cityCode())
            .rows
            .computeIfAbsent(row.benchmark(), id -> new TreeMap<>())
            .merge(
                row.year(), row, BinaryOperator.minBy(Comparator.comparing(BenchmarkRow::basis)));
      }
    }
    for (IndicatorValue value : input.values()) {
      in.apply(value.cityCode())
          .values
          .computeIfAbsent(value.indicator(), id -> new TreeMap<>())
          .put(value.year(), value);
    }
    input.trends().stream().sorted(TRENDS).forEach(row -> in.apply(row.cityCode()).trends.add(row));
    input.targets().stream()
        .sorted(TARGETS)
        .forEach(row -> in.apply(row.cityCode()).targets.add(row));
    input.coverage().stream()
        .sorted(COVERAGE)
        .forEach(row -> in.apply(row.cityCode()).coverage.add(row));
    Predicate<String> isKnown = code -> code != null && cities.containsKey(code);
    vintages.stream()
        .filter(row -> isKnown.test(row.cityCode()))
        .forEach(row -> in.apply(row.cityCode()).vintages.add(row));
    disagreements.stream()
        .filter(each -> isKnown.test(each.finding().cityCode()))
        .forEach(each -> in.apply(each.finding().cityCode()).disagreements.add(each));
    input.hindsight().stream()
        .filter(row -> isReference.test(row.referenceCode()) && isKnown.test(row.cityCode()))
        .forEach(row -> in.apply(row.cityCode()).hindsight.add(row));
    return cities;
  }

  /** A city without rows. */
  static CityRows none(String code) {
    return new CityRows(
        code,
        new TreeMap<>(),
        new TreeMap<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>());
  }

  /** The newest comparison with the reference that can be made in a benchmark. */
  public Optional<BenchmarkRow> newestCompared(String benchmark) {
    return compared(benchmark).findFirst();
  }

  /** The newest of them that rests only on sources that can be looked up. */
  public Optional<BenchmarkRow> newestTraceable(String benchmark) {
    return compared(benchmark)
        .filter(row -> !row.flags().contains(Flag.SOURCE_UNTRACEABLE))
        .findFirst();
  }

  private Stream<BenchmarkRow> compared(String benchmark) {
    return rows.getOrDefault(benchmark, new TreeMap<>()).descendingMap().values().stream()
        .filter(row -> row.referenceRate() != null)
        .filter(row -> row.comparability() != Comparability.NOT_COMPARABLE);
  }

  /** The newest year with a published figure, or 0. */
  public int newestYear() {
    return Stream.of(rows, values)
        .flatMap(series -> series.values().stream())
        .mapToInt(TreeMap::lastKey)
        .max()
        .orElse(0);
  }
}
