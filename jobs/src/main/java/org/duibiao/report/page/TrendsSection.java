package org.duibiao.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
import org.duibiao.report.model.CityRows;
import org.duibiao.report.model.Phrases;
import org.duibiao.report.model.ReportIndex;
import org.duibiao.report.model.SeriesValues;
import org.duibiao.report.model.SeriesValues.YearValue;
import org.duibiao.tables.BenchmarkRow;
import org.duibiao.tables.TargetRow;
import org.duibiao.tables.TrendRow;

/** Charts of a city's most important series, with the sources of their figures. */
record TrendsSection(ReportIndex model, CityRows city) {

  private static final int SHOWN = 3;

  /** The smallest number of points of a series. */
  private static final int LEAST = 3;

  /** How many years back a series is shown. */
  private static final int YEARS = 15;

  /** A series that is drawn: the city's, and the reference's or none. */
  private record Shown(
      String series, RateOrigin basis, List<Line> lines, Optional<TrendRow> trend) {

    Line city() {
      return lines.get(0);
    }

    Stream<String> ids() {
      return lines.stream()
          .flatMap(line -> line.points().stream())
          .flatMap(point -> point.ids().stream());
    }
  }

  /** The values of one area, by year. */
  public record Line(Bilingual name, ChartRole role, List<YearValue> points) {

    public YearValue first() {
      return points.get(0);
    }

    public YearValue last() {
      return points.get(points.size() - 1);
    }
  }

  /** A chart with the lines whose ends it prints, and what must be known of them. */
  public record Plot(Html chart, List<Line> series, Bilingual caveat) {}

  static Section of(ReportIndex model, CityRows city, CityFindings findings) {
    TrendsSection section = new TrendsSection(model, city);
    Set<String> ids = new LinkedHashSet<>();
    List<Plot> plots = new ArrayList<>();
    for (Shown each : section.shown(findings)) {
      Bilingual caveat = Caveats.unrevised(model, each.ids().toList());
      plots.add(new Plot(section.chart(each).draw(), each.lines(), caveat));
      for (Line line : each.lines()) {
        ids.addAll(line.first().ids());
        ids.addAll(line.last().ids());
      }
    }
    return new Section("trends", ids, Map.of("plots", plots));
  }

  private List<Shown> shown(CityFindings findings) {
    Stream<String> first = model.views().stream().limit(1).map(view -> view.benchmark().id());
    Stream<String> trends =
        city.trends().stream()
            .sorted(
                Comparator.comparing((TrendRow row) -> model.benchmarkOrNull(row.series()) == null)
                    .thenComparing(Comparator.comparing(TrendRow::lastYear).reversed())
                    .thenComparing(TrendRow::series))
            .map(TrendRow::series)
            .filter(model::isCompared);
    Set<String> topics = new HashSet<>();
    return Stream.of(
            findings.findings().stream().map(CityFinding::subject),
            first,
            trends,
            model.views().stream().map(view -> view.benchmark().id()))
        .flatMap(each -> each)
        .distinct()
        .filter(series -> !topics.contains(topic(series)))
        .flatMap(series -> show(series).stream())
        .filter(each -> topics.add(topic(each.series())))
        .limit(SHOWN)
        .toList();
  }

  /** What a series counts, so that a rate and its numerator are not both drawn. */
  private String topic(String series) {
    Benchmark benchmark = model.benchmarkOrNull(series);
    return benchmark == null || benchmark.numerator() == null ? series : benchmark.numerator().id();
  }

  private Optional<Shown> show(String series) {
    RateOrigin basis = basis(series);
    int newest = city.newestYear();
    SortedMap<Integer, YearValue> points =
        SeriesValues.points(model, city, series, basis).tailMap(newest - YEARS);
    if (points.size() < LEAST || points.lastKey() < newest - LEAST - 1) {
      return Optional.empty();
    }
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(model.areaName(city.code()), ChartRole.CITY, List.copyOf(points.values())));
    if (model.benchmarkOrNull(series) != null && !model.isReference(city.code())) {
      CityRows other = model.city(model.input().reference().code());
      List<YearValue> others =
          List.copyOf(
              SeriesValues.points(model, other, series, basis).tailMap(points.firstKey()).values());
      if (!others.isEmpty()) {
        lines.add(new Line(model.referenceName(), ChartRole.REFERENCE, others));
      }
    }
    Optional<TrendRow> trend =
        city.trends().stream()
            .filter(row -> row.series().equals(series) && row.basis() == basis)
            .max(Comparator.comparing(TrendRow::lastYear));
    return Optional.of(new Shown(series, basis, lines, trend));
  }

  private RateOrigin basis(String series) {
    TreeMap<Integer, BenchmarkRow> rows = city.rows().get(series);
    return rows == null ? RateOrigin.PUBLISHED : rows.lastEntry().getValue().basis();
  }

  private Bilingual amount(Shown each, double value) {
    return SeriesValues.amountText(model, each.series(), each.basis(), value);
  }

  private Bilingual title(Shown each) {
    YearValue first = each.city().first();
    YearValue last = each.city().last();
    Bilingual from = amount(each, first.value());
    Bilingual to = amount(each, last.value());
    Bilingual values = Texts.of("trends.in-in", first.year(), from, last.year(), to);
    Bilingual recent = each.trend().map(TrendsSection::recent).orElse(Bilingual.EMPTY);
    return Texts.of("trends.title", model.seriesName(each.series()), values, recent);
  }

  private static Bilingual recent(TrendRow row) {
    Bilingual now = Phrases.of("direction", row.recentDirection());
    Bilingual all = Phrases.of("direction", row.direction());
    Bilingual turned = row.turned() ? Texts.of("trends.turned") : Bilingual.EMPTY;
    return Texts.of(
        "trends.recent", row.recentFirstYear(), row.lastYear(), now, row.firstYear(), all, turned);
  }

  private TrendChart chart(Shown each) {
    Benchmark benchmark = model.benchmarkOrNull(each.series());
    Bilingual unit =
        benchmark != null
            ? ReportIndex.rateUnit(benchmark, each.basis())
            : model.unitOf(each.series());
    List<TrendLine> lines = each.lines().stream().map(line -> drawn(each, line)).toList();
    return new TrendChart(title(each), unit, lines, goals(each), breaks(each));
  }

  private TrendLine drawn(Shown each, Line line) {
    List<TrendLine.YearPoint> points = new ArrayList<>();
    for (YearValue point : line.points()) {
      String printed = SeriesValues.printed(model, each.series(), each.basis(), point.value());
      points.add(new TrendLine.YearPoint(point.year(), point.value(), printed));
    }
    TrendRow slope = line.role() == ChartRole.CITY ? slope(each) : null;
    return new TrendLine(line.name(), line.role(), points, slope);
  }

  private TrendRow slope(Shown each) {
    return each.trend()
        .filter(row -> row.slope() != null && row.firstYear() >= each.city().first().year())
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
          && row.due().getYear() >= each.city().first().year()) {
        Bilingual aim = Phrases.bounded(model.amountText(indicator, row.target()), row.bound());
        Bilingual text = Texts.of("trends.target-for-the-end", row.due().getYear(), aim);
        double value = row.target().doubleValue();
        goals.add(new TrendChart.TargetLine(row.due(), value, row.bound(), text));
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
    int first = each.city().first().year();
    int last = each.city().last().year();
    return indicators.stream()
        .flatMap(indicator -> model.breaks(indicator, city.code()))
        .filter(row -> row.date().getYear() > first && row.date().getYear() <= last)
        .distinct()
        .sorted(Comparator.comparing(SeriesBreak::date).thenComparing(SeriesBreak::id))
        .map(row -> new TrendChart.Break(row.date(), Bilingual.plain(row.zh(), row.en())))
        .toList();
  }
}
