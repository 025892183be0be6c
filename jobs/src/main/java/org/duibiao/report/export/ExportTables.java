package org.duibiao.report.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.duibiao.markup.Bilingual;
import org.duibiao.model.Area;
import org.duibiao.model.Unit;
import org.duibiao.report.model.Disagreement;
import org.duibiao.report.model.ReportIndex;
import org.duibiao.tables.BenchmarkRow;
import org.duibiao.tables.CoverageRow;
import org.duibiao.tables.Figure;
import org.duibiao.tables.Finding;
import org.duibiao.tables.HindsightRow;
import org.duibiao.tables.IndicatorValue;
import org.duibiao.tables.Source;
import org.duibiao.tables.TargetRow;
import org.duibiao.tables.TrendRow;
import org.duibiao.tables.VintageRow;

/** The tables beside the page: the release's own, and names beside their codes. */
public final class ExportTables {

  private final ReportIndex model;
  private final Map<String, Unit> units = new HashMap<>();
  private final Map<String, Bilingual> rateUnits = new HashMap<>();

  private ExportTables(ReportIndex model) {
    this.model = model;
    model.input().units().forEach(unit -> units.put(unit.id(), unit));
    model.benchmarks().forEach(each -> rateUnits.put(each.id(), ReportIndex.rateUnit(each)));
  }

  /** All of them, those that most readers want first. */
  public static List<ExportTable<?>> of(ReportIndex model) {
    ExportTables tables = new ExportTables(model);
    return Stream.of(
            tables.benchmarks(),
            tables.values(),
            tables.targets(),
            tables.trends(),
            tables.coverage(),
            tables.vintages(),
            model.input().asOf() == null ? null : tables.hindsight(),
            tables.disagreements(),
            tables.figures(),
            ExportTable.of(Source.class, "sources").rows(model.input().sources()))
        .filter(Objects::nonNull)
        .<ExportTable<?>>map(table -> table)
        .toList();
  }

  private ExportTable<BenchmarkRow> benchmarks() {
    return comparisons(
            ExportTable.of(BenchmarkRow.class, "benchmarks"),
            BenchmarkRow::benchmark,
            BenchmarkRow::cityCode,
            BenchmarkRow::referenceCode)
        .column("publisher", row -> figure(row.numeratorObservationId(), Figure::publisher))
        .column("published", row -> figure(row.numeratorObservationId(), Figure::published))
        .refersToFigures(
            "numerator_observation_id",
            "denominator_observation_id",
            "reference_numerator_observation_id",
            "reference_denominator_observation_id",
            "earlier_denominator_observation_id",
            "reference_earlier_denominator_observation_id")
        .rows(model.input().rows());
  }

  private ExportTable<IndicatorValue> values() {
    return ExportTable.of(IndicatorValue.class, "indicator_values")
        .names("city", row -> area(row.cityCode()))
        .names("indicator", row -> indicator(row.indicator()))
        .column("unit_zh", row -> unit(row.unit()))
        .column("publisher", row -> figure(row.observationId(), Figure::publisher))
        .rows(model.input().values());
  }

  private ExportTable<VintageRow> vintages() {
    return comparisons(
            ExportTable.of(VintageRow.class, "vintages"),
            VintageRow::benchmark,
            VintageRow::cityCode,
            VintageRow::referenceCode)
        .refersToFigures(
            "denominator_observation_id",
            "reference_denominator_observation_id",
            "earlier_denominator_observation_id",
            "reference_earlier_denominator_observation_id")
        .rows(model.input().vintages());
  }

  private ExportTable<HindsightRow> hindsight() {
    return comparisons(
            ExportTable.of(HindsightRow.class, "hindsight"),
            HindsightRow::benchmark,
            HindsightRow::cityCode,
            HindsightRow::referenceCode)
        .rows(model.input().hindsight());
  }

  private ExportTable<TargetRow> targets() {
    return ExportTable.of(TargetRow.class, "targets")
        .names("city", row -> area(row.cityCode()))
        .names("indicator", row -> indicator(row.indicator()))
        .column("unit_zh", row -> unitOf(row.indicator()))
        .refersToFigures("observation_id", "latest_observation_id")
        .rows(model.input().targets());
  }

  private ExportTable<TrendRow> trends() {
    return ExportTable.of(TrendRow.class, "trends")
        .names("city", row -> area(row.cityCode()))
        .names("series", row -> model.seriesName(row.series()))
        .rows(model.input().trends());
  }

  /** What was published; what was not would be most of the rows, and is what has none. */
  private ExportTable<CoverageRow> coverage() {
    return ExportTable.of(CoverageRow.class, "coverage")
        .names("city", row -> area(row.cityCode()))
        .names("indicator", row -> indicator(row.indicator()))
        .rows(model.input().coverage().stream().filter(row -> row.sources() > 0).toList());
  }

  private record Line(Disagreement disagreement, Figure other) {
    Finding finding() {
      return disagreement.finding();
    }

    Object chosen(Function<Figure, Object> value) {
      return disagreement.chosen() == null ? null : value.apply(disagreement.chosen());
    }

    Object other(Function<Figure, Object> value) {
      return other == null ? null : value.apply(other);
    }
  }

  private ExportTable<Line> disagreements() {
    List<Line> lines = new ArrayList<>();
    for (Disagreement disagreement : model.disagreements().all()) {
      disagreement.others().forEach(other -> lines.add(new Line(disagreement, other)));
      if (disagreement.others().isEmpty()) {
        lines.add(new Line(disagreement, null));
      }
    }
    return new ExportTable<Line>(
            "disagreements",
            "What does not fit together: a line for each figure that differs from the one used")
        .columns(Finding.class, Line::finding)
        .names("city", line -> area(line.finding().cityCode()))
        .names("indicator", line -> indicator(line.finding().indicator()))
        .column("chosen_observation_id", line -> line.chosen(Figure::observationId))
        .column("chosen_value", line -> line.chosen(Figure::value))
        .column("chosen_unit", line -> line.chosen(Figure::unit))
        .column("chosen_publisher", line -> line.chosen(Figure::publisher))
        .column("chosen_published", line -> line.chosen(Figure::published))
        .column("other_observation_id", line -> line.other(Figure::observationId))
        .column("other_value", line -> line.other(Figure::value))
        .column("other_unit", line -> line.other(Figure::unit))
        .column("other_publisher", line -> line.other(Figure::publisher))
        .column("other_published", line -> line.other(Figure::published))
        .column("difference_percent", line -> line.other(line.disagreement()::percent))
        .refersToFigures("chosen_observation_id", "other_observation_id")
        .sortedRows(lines);
  }

  private ExportTable<Figure> figures() {
    return ExportTable.of(Figure.class, "figures")
        .names("city", figure -> area(figure.cityCode()))
        .names("indicator", figure -> indicator(figure.indicator()))
        .column("unit_zh", figure -> unit(figure.unit()))
        .column("title", figure -> source(figure, Source::title))
        .column("url", figure -> source(figure, Source::url))
        .column("licence", figure -> source(figure, Source::licence))
        .column("transcribed", figure -> source(figure, Source::transcribed))
        .column("report_number", figure -> model.citations().number(figure.observationId()))
        .refersTo("sources", List.of("source_id", "path"), List.of("source_id", "path"))
        .rows(model.input().figures());
  }

  private <T> ExportTable<T> comparisons(
      ExportTable<T> table,
      Function<T, String> benchmark,
      Function<T, String> city,
      Function<T, String> reference) {
    return table
        .names("benchmark", row -> benchmark(benchmark.apply(row)))
        .names("rate_unit", row -> rateUnits.get(benchmark.apply(row)))
        .names("city", row -> area(city.apply(row)))
        .names("reference", row -> area(reference.apply(row)));
  }

  private Bilingual benchmark(String id) {
    return model.benchmarkOrNull(id) == null ? null : model.benchmarkName(id);
  }

  private Object figure(String observationId, Function<Figure, Object> value) {
    Figure figure = observationId == null ? null : model.figures().get(observationId);
    return figure == null ? null : value.apply(figure);
  }

  private Object source(Figure figure, Function<Source, Object> value) {
    return model.source(figure).map(value).orElse(null);
  }

  private Bilingual area(String code) {
    Area area = code == null ? null : model.areaOrNull(code);
    return area == null ? null : Bilingual.plain(area.zh(), area.en());
  }

  private Bilingual indicator(String id) {
    return id == null || model.indicatorOrNull(id) == null ? null : model.indicatorName(id);
  }

  private String unit(String id) {
    return units.containsKey(id) ? units.get(id).zh() : null;
  }

  private String unitOf(String indicator) {
    return indicator == null || model.indicatorOrNull(indicator) == null
        ? null
        : model.indicatorOrNull(indicator).unit().zh();
  }
}
