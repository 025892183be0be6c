package org.duibiao.report.export;

import static org.duibiao.columns.ColumnType.BOOLEAN;
import static org.duibiao.columns.ColumnType.DATE;
import static org.duibiao.columns.ColumnType.DECIMAL;
import static org.duibiao.columns.ColumnType.DOUBLE;
import static org.duibiao.columns.ColumnType.INT;
import static org.duibiao.columns.ColumnType.TEXT;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Html;
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
    List<ExportTable<?>> all = new ArrayList<>();
    all.add(tables.benchmarks());
    all.add(tables.values());
    all.add(tables.targets());
    all.add(tables.trends());
    all.add(tables.coverage());
    all.add(tables.vintages());
    if (model.input().asOf() != null) {
      all.add(tables.hindsight());
    }
    all.add(tables.disagreements());
    all.add(tables.figures());
    all.add(tables.sources());
    return List.copyOf(all);
  }

  private ExportTable<BenchmarkRow> benchmarks() {
    ExportTable<BenchmarkRow> table = ExportTable.of(BenchmarkRow.class, "benchmarks");
    comparisonNames(
        table, BenchmarkRow::benchmark, BenchmarkRow::cityCode, BenchmarkRow::referenceCode);
    return table
        .column(
            "publisher",
            TEXT,
            "who published the numerator, or the rate",
            row -> figure(row.numeratorObservationId(), Figure::publisher))
        .column(
            "published",
            DATE,
            "when that was published",
            row -> figure(row.numeratorObservationId(), Figure::published))
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
    ExportTable<IndicatorValue> table = ExportTable.of(IndicatorValue.class, "indicator_values");
    areaNames(table, "city", IndicatorValue::cityCode);
    return indicatorNames(table, IndicatorValue::indicator)
        .column("unit_zh", TEXT, "its unit in Chinese", row -> unit(row.unit()))
        .column(
            "publisher",
            TEXT,
            "who published it",
            row -> figure(row.observationId(), Figure::publisher))
        .rows(model.input().values());
  }

  private ExportTable<VintageRow> vintages() {
    ExportTable<VintageRow> table = ExportTable.of(VintageRow.class, "vintages");
    comparisonNames(table, VintageRow::benchmark, VintageRow::cityCode, VintageRow::referenceCode);
    return table
        .refersToFigures(
            "denominator_observation_id",
            "reference_denominator_observation_id",
            "earlier_denominator_observation_id",
            "reference_earlier_denominator_observation_id")
        .rows(model.input().vintages());
  }

  private ExportTable<HindsightRow> hindsight() {
    ExportTable<HindsightRow> table = ExportTable.of(HindsightRow.class, "hindsight");
    comparisonNames(
        table, HindsightRow::benchmark, HindsightRow::cityCode, HindsightRow::referenceCode);
    return table.rows(model.input().hindsight());
  }

  private ExportTable<TargetRow> targets() {
    ExportTable<TargetRow> table = ExportTable.of(TargetRow.class, "targets");
    areaNames(table, "city", TargetRow::cityCode);
    return indicatorNames(table, TargetRow::indicator)
        .column("unit_zh", TEXT, "its unit in Chinese", row -> unitOf(row.indicator()))
        .refersToFigures("observation_id", "latest_observation_id")
        .rows(model.input().targets());
  }

  private ExportTable<TrendRow> trends() {
    ExportTable<TrendRow> table = ExportTable.of(TrendRow.class, "trends");
    areaNames(table, "city", TrendRow::cityCode);
    return names(table, "series", "the series' name", row -> model.seriesName(row.series()))
        .rows(model.input().trends());
  }

  private ExportTable<CoverageRow> coverage() {
    ExportTable<CoverageRow> table = ExportTable.of(CoverageRow.class, "coverage");
    areaNames(table, "city", CoverageRow::cityCode);
    return indicatorNames(table, CoverageRow::indicator).rows(model.input().coverage());
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
    ExportTable<Line> table =
        new ExportTable<Line>(
                "disagreements",
                "What does not fit together: a line for each figure that differs from the one used")
            .columns(Finding.class, Line::finding);
    areaNames(table, "city", line -> line.finding().cityCode());
    return indicatorNames(table, line -> line.finding().indicator())
        .column(
            "chosen_observation_id",
            TEXT,
            "the observation used",
            line -> line.chosen(Figure::observationId))
        .column("chosen_value", DECIMAL, "its value", line -> line.chosen(Figure::value))
        .column("chosen_unit", TEXT, "its unit", line -> line.chosen(Figure::unit))
        .column("chosen_publisher", TEXT, "its publisher", line -> line.chosen(Figure::publisher))
        .column(
            "chosen_published",
            DATE,
            "when it was published",
            line -> line.chosen(Figure::published))
        .column(
            "other_observation_id",
            TEXT,
            "the observation that differs",
            line -> line.other(Figure::observationId))
        .column("other_value", DECIMAL, "its value", line -> line.other(Figure::value))
        .column("other_unit", TEXT, "its unit", line -> line.other(Figure::unit))
        .column("other_publisher", TEXT, "its publisher", line -> line.other(Figure::publisher))
        .column(
            "other_published", DATE, "when it was published", line -> line.other(Figure::published))
        .column(
            "difference_percent",
            DOUBLE,
            "(other − chosen) / chosen, in percent; empty when chosen is 0",
            line -> line.other(other -> line.disagreement().percent(other)))
        .refersToFigures("chosen_observation_id", "other_observation_id")
        .sortedRows(lines);
  }

  private ExportTable<Figure> figures() {
    ExportTable<Figure> table = ExportTable.of(Figure.class, "figures");
    areaNames(table, "city", Figure::cityCode);
    return indicatorNames(table, Figure::indicator)
        .column("unit_zh", TEXT, "its unit in Chinese", f -> unit(f.unit()))
        .column("title", TEXT, "the publication's title", f -> source(f, Source::title))
        .column("url", TEXT, "where it was published", f -> source(f, Source::url))
        .column("licence", TEXT, "under which licence", f -> source(f, Source::licence))
        .column(
            "transcribed",
            BOOLEAN,
            "typed over or rebuilt from the publication, not its own bytes",
            f -> source(f, Source::transcribed))
        .column(
            "report_number",
            INT,
            "its number on the page; empty if the page does not show it",
            f -> model.citations().number(f.observationId()))
        .refersTo("sources", List.of("source_id", "path"), List.of("source_id", "path"))
        .rows(model.input().figures());
  }

  private ExportTable<Source> sources() {
    return ExportTable.of(Source.class, "sources").rows(model.input().sources());
  }

  private <T> void comparisonNames(
      ExportTable<T> table,
      Function<T, String> benchmark,
      Function<T, String> city,
      Function<T, String> reference) {
    names(
        table,
        "benchmark",
        "the benchmark's name",
        row ->
            model.benchmarkOrNull(benchmark.apply(row)) == null
                ? null
                : model.benchmarkName(benchmark.apply(row)));
    names(table, "rate_unit", "the rate's unit", row -> rateUnits.get(benchmark.apply(row)));
    areaNames(table, "city", city);
    areaNames(table, "reference", reference);
  }

  private <T> void areaNames(ExportTable<T> table, String what, Function<T, String> code) {
    names(table, what, what + ": its name", row -> area(code.apply(row)));
  }

  private <T> ExportTable<T> indicatorNames(ExportTable<T> table, Function<T, String> id) {
    return names(table, "indicator", "the indicator's name", row -> indicator(id.apply(row)));
  }

  /** Two columns with a name in Chinese and in English; null where there is none. */
  private static <T> ExportTable<T> names(
      ExportTable<T> table, String prefix, String meaning, Function<T, Bilingual> name) {
    return table
        .column(
            prefix + "_zh",
            TEXT,
            meaning + " in Chinese",
            row -> text(name.apply(row), Bilingual::zh))
        .column(
            prefix + "_en",
            TEXT,
            meaning + " in English",
            row -> text(name.apply(row), Bilingual::en));
  }

  private static String text(Bilingual name, Function<Bilingual, Html> language) {
    return name == null ? null : language.apply(name).plainText();
  }

  private Object figure(String observationId, Function<Figure, Object> value) {
    Figure figure = observationId == null ? null : model.figures().get(observationId);
    return figure == null ? null : value.apply(figure);
  }

  private Object source(Figure figure, Function<Source, Object> value) {
    return model.sources().of(figure).map(value).orElse(null);
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
