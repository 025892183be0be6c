package org.duibiao.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Html;
import org.duibiao.markup.Texts;
import org.duibiao.model.Benchmark;
import org.duibiao.model.Scope;
import org.duibiao.model.SeriesBreak;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.RateOrigin;
import org.duibiao.report.chart.ChartRole;
import org.duibiao.report.chart.TrendChart;
import org.duibiao.report.chart.TrendLine;
import org.duibiao.report.findings.Caveats;
import org.duibiao.report.findings.CityFinding;
import org.duibiao.report.findings.CityFindings;
import org.duibiao.report.model.BenchmarkView;
import org.duibiao.report.model.Citations;
import org.duibiao.report.model.CityRows;
import org.duibiao.report.model.Phrases;
import org.duibiao.report.model.ReportIndex;
import org.duibiao.report.model.SeriesValues;
import org.duibiao.tables.BenchmarkRow;
import org.duibiao.tables.TargetRow;
import org.duibiao.tables.TrendRow;

/** Charts of a city's most important series, with the sources of their figures. */
final class TrendsSection extends Section {

  private static final int SHOWN = 3;

  /** The smallest number of points of a series. */
  private static final int LEAST = 3;

  /** How many years back a series is shown. */
  private static final int YEARS = 15;

  private final CityRows city;
  private final List<Shown> shown = new ArrayList<>();

  /** A series that is drawn. */
  private record Shown(
      String series,
      RateOrigin basis,
      SortedMap<Integer, SeriesValues.YearValue> points,
      SortedMap<Integer, SeriesValues.YearValue> reference,
      Optional<TrendRow> trend) {}

  TrendsSection(ReportIndex model, CityRows city, CityFindings findings) {
    super(model, "trends", Bilingual.plain("自己的走势", "Its own trends"));
    this.city = city;
    Set<String> candidates = new LinkedHashSet<>();
    findings.findings().stream().map(CityFinding::subject).forEach(candidates::add);
    model.views().stream()
        .map(BenchmarkView::benchmark)
        .limit(1)
        .map(Benchmark::id)
        .forEach(candidates::add);
    city.trends().stream()
        .sorted(
            Comparator.comparing((TrendRow row) -> model.benchmarkOrNull(row.series()) == null)
                .thenComparing(Comparator.comparing(TrendRow::lastYear).reversed())
                .thenComparing(TrendRow::series))
        .map(TrendRow::series)
        .filter(model::isCompared)
        .forEach(candidates::add);
    model.views().stream().map(view -> view.benchmark().id()).forEach(candidates::add);
    Set<String> topics = new HashSet<>();
    for (String series : candidates) {
      if (shown.size() < SHOWN && !topics.contains(topic(series))) {
        show(series)
            .ifPresent(
                each -> {
                  shown.add(each);
                  topics.add(topic(series));
                });
      }
    }
  }

  /** What a series counts, so that a rate and its numerator are not both drawn. */
  private String topic(String series) {
    Benchmark benchmark = model.benchmarkOrNull(series);
    return benchmark == null || benchmark.numerator() == null ? series : benchmark.numerator().id();
  }

  private Optional<Shown> show(String series) {
    RateOrigin basis = basis(series);
    SortedMap<Integer, SeriesValues.YearValue> points =
        SeriesValues.points(model, city, series, basis);
    int newest = city.newestYear();
    points = new TreeMap<>(points.tailMap(newest - YEARS));
    if (points.size() < LEAST || points.lastKey() < newest - LEAST - 1) {
      return Optional.empty();
    }
    SortedMap<Integer, SeriesValues.YearValue> reference = new TreeMap<>();
    if (model.benchmarkOrNull(series) != null && !model.isReference(city.code())) {
      CityRows other = model.city(model.input().reference().code());
      reference.putAll(SeriesValues.points(model, other, series, basis).tailMap(points.firstKey()));
    }
    Optional<TrendRow> trend =
        city.trends().stream()
            .filter(row -> row.series().equals(series) && row.basis() == basis)
            .max(Comparator.comparing(TrendRow::lastYear));
    return Optional.of(new Shown(series, basis, points, reference, trend));
  }

  private RateOrigin basis(String series) {
    TreeMap<Integer, BenchmarkRow> rows = city.rows().get(series);
    return rows == null ? RateOrigin.PUBLISHED : rows.lastEntry().getValue().basis();
  }

  /** The observations behind the figures that the pictures print: the first and the last ones. */
  @Override
  List<String> observationIds() {
    return shown.stream()
        .flatMap(each -> Stream.of(each.points(), each.reference()))
        .filter(points -> !points.isEmpty())
        .flatMap(points -> Stream.of(points.get(points.firstKey()), points.get(points.lastKey())))
        .flatMap(point -> point.ids().stream())
        .distinct()
        .toList();
  }

  @Override
  Html body(Citations citations) {
    return shown.isEmpty()
        ? Paragraph.of(Texts.of("trends.no-benchmark-has-figures"))
        : Html.of(
            "<div class=\"plots\">{}</div>",
            shown.stream()
                .map(
                    each ->
                        Html.of(
                            "<div class=\"plotted\">{}{}</div>\n",
                            chart(each).draw(),
                            figures(each, citations)))
                .toList());
  }

  private Bilingual amount(Shown each, double value) {
    return SeriesValues.amountText(model, each.series(), each.basis(), value);
  }

  private Bilingual title(Shown each) {
    SeriesValues.YearValue first = each.points().get(each.points().firstKey());
    SeriesValues.YearValue last = each.points().get(each.points().lastKey());
    Bilingual values =
        Texts.of(
            "trends.in-in",
            first.year(),
            amount(each, first.value()),
            last.year(),
            amount(each, last.value()));
    return Texts.of(
        "trends.title",
        model.seriesName(each.series()),
        values,
        each.trend()
            .map(
                row ->
                    Texts.of(
                        "trends.recent",
                        row.recentFirstYear(),
                        row.lastYear(),
                        Phrases.of("direction", row.recentDirection()),
                        row.firstYear(),
                        Phrases.of("direction", row.direction()),
                        row.turned() ? Texts.of("trends.turned") : Bilingual.EMPTY))
            .orElse(Bilingual.EMPTY));
  }

  private TrendChart chart(Shown each) {
    List<TrendLine> lines = new ArrayList<>();
    lines.add(line(each, model.areaName(city.code()), ChartRole.CITY, each.points(), slope(each)));
    if (!each.reference().isEmpty()) {
      lines.add(line(each, model.referenceName(), ChartRole.REFERENCE, each.reference(), null));
    }
    Benchmark benchmark = model.benchmarkOrNull(each.series());
    return new TrendChart(
        title(each),
        benchmark != null
            ? ReportIndex.rateUnit(benchmark, each.basis())
            : model.unitOf(each.series()),
        lines,
        goals(each),
        breaks(each));
  }

  private TrendLine line(
      Shown each,
      Bilingual name,
      ChartRole role,
      SortedMap<Integer, SeriesValues.YearValue> points,
      TrendRow slope) {
    return new TrendLine(
        name,
        role,
        points.values().stream()
            .map(
                point ->
                    new TrendLine.YearPoint(
                        point.year(),
                        point.value(),
                        SeriesValues.printed(model, each.series(), each.basis(), point.value())))
            .toList(),
        slope);
  }

  private TrendRow slope(Shown each) {
    return each.trend()
        .filter(row -> row.slope() != null && row.firstYear() >= each.points().firstKey())
        .orElse(null);
  }

  private List<TrendChart.TargetLine> goals(Shown each) {
    Benchmark benchmark = model.benchmarkOrNull(each.series());
    String indicator =
        benchmark == null
            ? each.series()
            : benchmark.published() == null ? "" : benchmark.published().id();
    List<TrendChart.TargetLine> goals = new ArrayList<>();
    for (TargetRow row : city.targets()) {
      if (row.indicator().equals(indicator)
          && Scope.isWhole(row.scope())
          && row.measure() == Measure.LEVEL
          && row.target() != null
          && row.due().getYear() >= each.points().firstKey()) {
        goals.add(
            new TrendChart.TargetLine(
                row.due(),
                row.target().doubleValue(),
                row.bound(),
                Texts.of(
                    "trends.target-for-the-end",
                    row.due().getYear(),
                    Phrases.bounded(model.amountText(indicator, row.target()), row.bound()))));
      }
    }
    return goals;
  }

  private List<TrendChart.Break> breaks(Shown each) {
    Benchmark benchmark = model.benchmarkOrNull(each.series());
    List<String> indicators = new ArrayList<>();
    if (benchmark == null) {
      indicators.add(each.series());
    } else {
      Stream.of(benchmark.numerator(), benchmark.denominator(), benchmark.published())
          .filter(Objects::nonNull)
          .forEach(indicator -> indicators.add(indicator.id()));
    }
    int first = each.points().firstKey();
    int last = each.points().lastKey();
    return indicators.stream()
        .flatMap(indicator -> model.breaks(indicator, city.code()))
        .filter(row -> row.date().getYear() > first && row.date().getYear() <= last)
        .distinct()
        .sorted(Comparator.comparing(SeriesBreak::date).thenComparing(SeriesBreak::id))
        .map(row -> new TrendChart.Break(row.date(), Bilingual.plain(row.zh(), row.en())))
        .toList();
  }

  /** Where the figures that are printed in the picture come from. */
  private Html figures(Shown each, Citations citations) {
    List<Html> parts = new ArrayList<>();
    parts.add(ends(model.areaName(city.code()), each.points(), citations));
    if (!each.reference().isEmpty()) {
      parts.add(ends(model.referenceName(), each.reference(), citations));
    }
    Bilingual caveat =
        Caveats.unrevised(
            model,
            Stream.of(each.points(), each.reference())
                .flatMap(points -> points.values().stream())
                .flatMap(point -> point.ids().stream())
                .toList());
    return Html.of(
        "<p class=\"note\">{}{}</p>\n{}",
        Bilingual.plain("出处：", "Sources: "),
        Html.join("; ", parts),
        caveat.isEmpty()
            ? Html.EMPTY
            : Paragraph.note(Bilingual.of("须慎用：{}", "With care: {}", caveat)));
  }

  private static Html ends(
      Bilingual name, SortedMap<Integer, SeriesValues.YearValue> points, Citations citations) {
    SeriesValues.YearValue first = points.get(points.firstKey());
    SeriesValues.YearValue last = points.get(points.lastKey());
    return Html.of(
        "{} {}{} {}{}",
        name,
        first.year(),
        citations.links(first.ids().toArray(String[]::new)),
        last.year(),
        citations.links(last.ids().toArray(String[]::new)));
  }
}
