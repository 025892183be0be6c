package org.duibiao.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Html;
import org.duibiao.markup.Numbers;
import org.duibiao.markup.Texts;
import org.duibiao.model.Benchmark;
import org.duibiao.model.code.Comparability;
import org.duibiao.model.code.RateOrigin;
import org.duibiao.model.code.Standing;
import org.duibiao.report.chart.GapChart;
import org.duibiao.report.chart.RatioChart;
import org.duibiao.report.findings.ComparisonFindings;
import org.duibiao.report.model.BenchmarkView;
import org.duibiao.report.model.Citations;
import org.duibiao.report.model.CityRows;
import org.duibiao.report.model.ReportIndex;
import org.duibiao.tables.BenchmarkRow;

/** The comparison of a city with the reference: ratios, shortages as counts, and a table of all. */
final class ComparisonSection extends Section {

  /** The most benchmarks in the chart; the table has all. */
  private static final int RATIOS = 16;

  /** The most shortages in the chart. */
  private static final int SHORT = 6;

  private final CityRows city;
  private final Map<BenchmarkView, BenchmarkRow> rows;
  private final Bilingual name;
  private final Bilingual reference;
  private final boolean isReference;

  ComparisonSection(ReportIndex model, CityRows city, Map<BenchmarkView, BenchmarkRow> rows) {
    super(
        model,
        "against",
        model.isReference(city.code())
            ? Texts.of("comparison.benchmark-by-benchmark")
            : Bilingual.of("与{}对照", "Against {}", model.referenceName()));
    this.city = city;
    this.rows = rows;
    this.name = model.areaName(city.code());
    this.reference = model.referenceName();
    this.isReference = model.isReference(city.code());
  }

  /** The id of a city's row of a benchmark. */
  static String anchor(Benchmark benchmark, String cityCode) {
    return "v-" + ReportIndex.htmlId(benchmark.id()) + "-" + ReportIndex.htmlId(cityCode);
  }

  @Override
  List<String> observationIds() {
    return rows.values().stream()
        .flatMap(row -> BenchmarkView.observationIds(row).stream())
        .toList();
  }

  @Override
  Html body(Citations citations) {
    return rows.isEmpty()
        ? Html.EMPTY
        : Html.of("<div class=\"plots\">{}{}</div>\n{}", ratios(), gaps(), table(citations));
  }

  private Html ratios() {
    List<RatioChart.Row> drawn = new ArrayList<>();
    rows.forEach(
        (view, row) -> {
          if (row.ratio() != null && row.comparability() != Comparability.NOT_COMPARABLE) {
            drawn.add(
                new RatioChart.Row(
                    model.benchmarkName(view.benchmark().id()),
                    ReportIndex.rateUnit(view.benchmark(), row.basis()),
                    row));
          }
        });
    if (drawn.isEmpty() || isReference) {
      return Html.EMPTY;
    }
    drawn.sort(Comparator.comparing(each -> each.row().standing() == Standing.NOT_JUDGED));
    long better = count(Standing.BETTER);
    long worse = count(Standing.WORSE);
    Bilingual title =
        better + worse == 0
            ? Texts.of("comparison.and-can-be-compared", name, reference, drawn.size())
            : Texts.of(
                "comparison.of-benchmarks-in-which", name, reference, drawn.size(), better, worse);
    return new RatioChart(title, name, reference, drawn.subList(0, Math.min(RATIOS, drawn.size())))
        .draw();
  }

  private long count(Standing standing) {
    return rows.values().stream()
        .filter(row -> row.comparability() != Comparability.NOT_COMPARABLE)
        .filter(row -> row.ratio() != null && row.standing() == standing)
        .count();
  }

  /** The chart of what is short, the largest shares first. */
  private Html gaps() {
    if (isReference) {
      return Html.EMPTY;
    }
    List<Map.Entry<BenchmarkView, BenchmarkRow>> counted =
        rows.entrySet().stream()
            .filter(
                entry ->
                    entry.getValue().neededToMatch() != null
                        && entry.getValue().numerator() != null
                        && entry.getKey().benchmark().isComputed()
                        && entry.getValue().comparability() != Comparability.NOT_COMPARABLE)
            .toList();
    List<GapChart.Row> drawn =
        counted.stream()
            .filter(entry -> ReportIndex.roundedUp(entry.getValue().neededToMatch()) > 0)
            .sorted(Comparator.comparing(entry -> entry.getValue().ratio()))
            .limit(SHORT)
            .map(entry -> gap(entry.getKey().benchmark(), entry.getValue()))
            .toList();
    long behind =
        counted.stream()
            .filter(entry -> ReportIndex.roundedUp(entry.getValue().neededToMatch()) > 0)
            .count();
    if (counted.isEmpty()) {
      return Html.EMPTY;
    } else if (drawn.isEmpty()) {
      return Paragraph.lead(
          Texts.of("comparison.at-rates-lacks-none", name, reference, counted.size()));
    }
    Bilingual title =
        Texts.of("comparison.at-rates-is-short", name, reference, counted.size(), behind);
    return new GapChart(title, reference, drawn).draw();
  }

  private GapChart.Row gap(Benchmark benchmark, BenchmarkRow row) {
    return new GapChart.Row(
        model.benchmarkName(benchmark.id()),
        Texts.of("comparison.now", model.numeratorText(benchmark, row.numerator())),
        Texts.of("comparison.short", ComparisonFindings.gap(model, benchmark, row)),
        row);
  }

  private Html table(Citations citations) {
    DataTable table = new DataTable("against-h", "compared", name, reference);
    if (isReference) {
      table.without("reference", "difference", "needed", "standing");
    }
    rows.forEach((view, row) -> addRow(table, view.benchmark(), row, citations));
    return table.render();
  }

  private void addRow(DataTable table, Benchmark benchmark, BenchmarkRow row, Citations citations) {
    Html parts = parts(benchmark, row, citations);
    table.rowWith(
        Html.of(" id=\"{}\"", anchor(benchmark, city.code())),
        BenchmarkSection.link(model, benchmark, ReportIndex.rateUnit(benchmark, row.basis())),
        row.year(),
        Html.of(
            "<b>{}</b>{}",
            Numbers.rate(row.rate(), row.basis()),
            parts.isEmpty()
                ? citations.links(row.numeratorObservationId(), row.denominatorObservationId())
                : parts),
        row.referenceRate() == null
            ? null
            : Html.of(
                "<b>{}</b>{}{}",
                Numbers.rate(row.referenceRate(), row.basis()),
                BenchmarkSection.otherYear(row.referenceYear(), row.year()),
                citations.links(BenchmarkView.referenceIds(row))),
        row.referenceRate() == null || row.difference() == null
            ? null
            : Numbers.difference(row.difference(), row.referenceRate(), row.basis()),
        row.referenceRate() == null || row.neededToMatch() == null || !benchmark.isComputed()
            ? null
            : ReportIndex.roundedUp(row.neededToMatch()) <= 0
                ? Bilingual.plain("已达到", "already there")
                : model.neededText(benchmark, row.neededToMatch()),
        BenchmarkSection.standing(benchmark, row),
        row.rank() == null ? null : BenchmarkSection.rank(row.rank(), row.cities()),
        BenchmarkSection.comparability(row));
  }

  /** Numerator and denominator with their sources. */
  private Html parts(Benchmark benchmark, BenchmarkRow row, Citations citations) {
    if (row.numerator() == null
        || row.denominator() == null
        || !benchmark.isComputed()
        || row.basis() != RateOrigin.COMPUTED) {
      return Html.EMPTY;
    }
    return Html.of(
        "<br/><small>{}{} ÷ {}{}{}</small>",
        model.numeratorText(benchmark, row.numerator()),
        citations.links(row.numeratorObservationId()),
        model.denominatorText(benchmark, row.denominator()),
        row.earlierDenominatorObservationId() == null
            ? BenchmarkSection.otherYear(row.denominatorYear(), row.year())
            : Html.of("<br/>{}", Texts.of("comparison.mean-of-the-year")),
        citations.links(BenchmarkView.denominatorIds(row)));
  }
}
