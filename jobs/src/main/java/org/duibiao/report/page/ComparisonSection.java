package org.duibiao.report.page;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Html;
import org.duibiao.markup.Texts;
import org.duibiao.model.Benchmark;
import org.duibiao.model.code.Comparability;
import org.duibiao.model.code.Standing;
import org.duibiao.report.chart.GapChart;
import org.duibiao.report.chart.RatioChart;
import org.duibiao.report.findings.ComparisonFindings;
import org.duibiao.report.model.BenchmarkView;
import org.duibiao.report.model.CityRows;
import org.duibiao.report.model.ReportIndex;
import org.duibiao.tables.BenchmarkRow;

/** The comparison of a city with the reference: ratios, shortages as counts, and a table of all. */
final class ComparisonSection {

  /** The most benchmarks in the chart; the table has all. */
  private static final int RATIOS = 16;

  /** The most shortages in the chart. */
  private static final int SHORT = 6;

  private final ReportIndex model;
  private final List<BenchmarkRow> rows;
  private final Bilingual name;
  private final Bilingual reference;

  private ComparisonSection(ReportIndex model, CityRows city, List<BenchmarkRow> rows) {
    this.model = model;
    this.rows = rows;
    this.name = model.areaName(city.code());
    this.reference = model.referenceName();
  }

  static Section of(ReportIndex model, CityRows city, List<BenchmarkRow> rows) {
    ComparisonSection section = new ComparisonSection(model, city, rows);
    boolean isReference = model.isReference(city.code());
    return new Section(
        "against",
        rows.stream().flatMap(row -> BenchmarkView.observationIds(row).stream()).toList(),
        Map.of(
            "rows", rows,
            "ratios", isReference ? Html.EMPTY : section.ratios(),
            "gaps", isReference ? Html.EMPTY : section.gaps()));
  }

  private Stream<BenchmarkRow> comparable() {
    return rows.stream().filter(row -> row.comparability() != Comparability.NOT_COMPARABLE);
  }

  private Html ratios() {
    List<BenchmarkRow> drawn =
        comparable()
            .filter(row -> row.ratio() != null)
            .sorted(Comparator.comparing(row -> row.standing() == Standing.NOT_JUDGED))
            .toList();
    if (drawn.isEmpty()) {
      return Html.EMPTY;
    }
    long better = drawn.stream().filter(row -> row.standing() == Standing.BETTER).count();
    long worse = drawn.stream().filter(row -> row.standing() == Standing.WORSE).count();
    Bilingual title =
        Texts.of(
            better + worse == 0
                ? "comparison.and-can-be-compared"
                : "comparison.of-benchmarks-in-which",
            name,
            reference,
            drawn.size(),
            better,
            worse);
    List<RatioChart.Row> shown = drawn.stream().limit(RATIOS).map(this::ratio).toList();
    return new RatioChart(title, name, reference, shown).draw();
  }

  private RatioChart.Row ratio(BenchmarkRow row) {
    return new RatioChart.Row(
        model.benchmarkName(row.benchmark()),
        ReportIndex.rateUnit(model.benchmarkOrNull(row.benchmark()), row.basis()),
        row);
  }

  /** The chart of what is short, the largest shares first. */
  private Html gaps() {
    List<BenchmarkRow> counted =
        comparable()
            .filter(row -> row.neededToMatch() != null && row.numerator() != null)
            .filter(row -> model.benchmarkOrNull(row.benchmark()).isComputed())
            .toList();
    List<BenchmarkRow> behind =
        counted.stream()
            .filter(row -> ReportIndex.roundedUp(row.neededToMatch()) > 0)
            .sorted(Comparator.comparing(BenchmarkRow::ratio))
            .toList();
    if (counted.isEmpty()) {
      return Html.EMPTY;
    } else if (behind.isEmpty()) {
      return Html.of(
          "<p class=\"lead\">{}</p>\n",
          Texts.of("comparison.at-rates-lacks-none", name, reference, counted.size()));
    }
    Bilingual title =
        Texts.of("comparison.at-rates-is-short", name, reference, counted.size(), behind.size());
    return new GapChart(title, reference, behind.stream().limit(SHORT).map(this::gap).toList())
        .draw();
  }

  private GapChart.Row gap(BenchmarkRow row) {
    Benchmark benchmark = model.benchmarkOrNull(row.benchmark());
    return new GapChart.Row(
        model.benchmarkName(benchmark.id()),
        Texts.of("comparison.now", model.numeratorText(benchmark, row.numerator())),
        Texts.of("comparison.short", ComparisonFindings.gap(model, benchmark, row)),
        row);
  }
}
