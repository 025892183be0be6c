package org.duibiao.report.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duibiao.markup.Bilingual;
import org.duibiao.model.Area;
import org.duibiao.model.Indicator;
import org.duibiao.model.Unit;
import org.duibiao.report.model.Disagreement;
import org.duibiao.report.model.ReportIndex;
import org.duibiao.report.model.ReportInput;
import org.duibiao.tables.BenchmarkRow;
import org.duibiao.tables.Figure;
import org.duibiao.tables.Finding;
import org.duibiao.tables.HindsightRow;
import org.duibiao.tables.IndicatorValue;
import org.duibiao.tables.Source;
import org.duibiao.tables.TargetRow;
import org.duibiao.tables.TrendRow;
import org.duibiao.tables.VintageRow;

/**
 * The tables beside the page: what it shows, with names beside the codes. Of a comparison that is
 * each city's newest, of an indicator each city's newest value, of figures those behind them. All
 * of a release is in its tables, and {@code export} gives it away.
 */
public final class ExportTables {

  /** The columns of comparisons that name observations. */
  private static final String[] COMPARED = {
    "numerator_observation_id", "denominator_observation_id",
    "reference_numerator_observation_id", "reference_denominator_observation_id",
    "earlier_denominator_observation_id", "reference_earlier_denominator_observation_id"
  };

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
    return new ExportTables(model).all();
  }

  private List<ExportTable<?>> all() {
    ReportInput input = model.input();
    List<ExportTable<?>> tables = new ArrayList<>();
    tables.add(
        declared(BenchmarkRow.class, "benchmarks")
            .column("publisher", row -> figure(row.numeratorObservationId(), Figure::publisher))
            .column("published", row -> figure(row.numeratorObservationId(), Figure::published))
            .refersToFigures(COMPARED)
            .rows(model.views().stream().flatMap(view -> view.rows().stream()).toList()));
    tables.add(
        declared(IndicatorValue.class, "indicator_values")
            .column("unit_zh", row -> unit(row.unit()))
            .column("publisher", row -> figure(row.observationId(), Figure::publisher))
            .refersToFigures("observation_id")
            .rows(newestValues()));
    tables.add(
        declared(TargetRow.class, "targets")
            .column("unit_zh", row -> unitOf(row.indicator()))
            .refersToFigures("observation_id", "latest_observation_id")
            .rows(input.targets()));
    tables.add(
        declared(TrendRow.class, "trends")
            .rows(input.trends().stream().filter(row -> model.isCompared(row.series())).toList()));
    tables.add(
        declared(VintageRow.class, "vintages").refersToFigures(COMPARED).rows(input.vintages()));
    if (input.asOf() != null) {
      tables.add(declared(HindsightRow.class, "hindsight").rows(input.hindsight()));
    }
    tables.add(disagreements());
    Set<List<Object>> cited = referredTo("figures", tables);
    tables.add(
        declared(Figure.class, "figures")
            .column("unit_zh", figure -> unit(figure.unit()))
            .column("title", figure -> source(figure, Source::title))
            .column("url", figure -> source(figure, Source::url))
            .column("licence", figure -> source(figure, Source::licence))
            .column("transcribed", figure -> source(figure, Source::transcribed))
            .column("report_number", figure -> model.citations().number(figure.observationId()))
            .refersTo("sources", List.of("source_id", "path"), List.of("source_id", "path"))
            .rows(
                input.figures().stream()
                    .filter(figure -> cited.contains(List.of(figure.observationId())))
                    .toList()));
    Set<List<Object>> published = referredTo("sources", tables);
    tables.add(
        ExportTable.of(Source.class, "sources")
            .rows(
                input.sources().stream()
                    .filter(each -> published.contains(List.of(each.sourceId(), each.path())))
                    .toList()));
    return tables;
  }

  private List<IndicatorValue> newestValues() {
    return model.input().values().stream()
        .filter(
            each ->
                model.city(each.cityCode()).values().get(each.indicator()).lastKey() == each.year())
        .toList();
  }

  /** The keys of a table that lines of those tables name. */
  private static Set<List<Object>> referredTo(String table, List<ExportTable<?>> tables) {
    return tables.stream()
        .flatMap(
            each ->
                each.references().stream()
                    .filter(reference -> reference.table().equals(table))
                    .flatMap(reference -> each.values(reference.columns()).stream()))
        .collect(Collectors.toSet());
  }

  /** A line of the disagreements. */
  private record Line(Disagreement disagreement, Figure other) {

    Finding finding() {
      return disagreement.finding();
    }

    Double percent() {
      return disagreement.percent(other);
    }
  }

  private ExportTable<Line> disagreements() {
    List<Line> lines = new ArrayList<>();
    for (Disagreement disagreement : model.disagreements().relevant()) {
      disagreement.others().forEach(other -> lines.add(new Line(disagreement, other)));
    }
    ExportTable<Line> table =
        ExportTable.<Line>of(
                "disagreements",
                "What does not fit together: a line for each figure that differs from the one used",
                List.of())
            .columns(Finding.class, Line::finding);
    named(table);
    figure(table, "chosen", line -> line.disagreement().chosen());
    figure(table, "other", Line::other);
    return table
        .column("difference_percent", Line::percent)
        .refersToFigures("chosen_observation_id", "other_observation_id")
        .sortedRows(lines);
  }

  /** Columns with what a reader wants to know of a figure of a line. */
  private static void figure(ExportTable<Line> table, String which, Function<Line, Figure> of) {
    for (String name : List.of("observation_id", "value", "unit", "publisher", "published")) {
      Function<Figure, Object> value =
          ExportTable.of(Figure.class, "figures").byName().get(name).of();
      table.column(which + "_" + name, line -> value.apply(of.apply(line)));
    }
  }

  private <R extends Record> ExportTable<R> declared(Class<R> table, String name) {
    return named(ExportTable.of(table, name));
  }

  /** The names of what its columns give by id. */
  private <T> ExportTable<T> named(ExportTable<T> table) {
    return table
        .names("benchmark", "benchmark", this::benchmark)
        .names("rate_unit", "benchmark", rateUnits::get)
        .names("city", "city_code", this::area)
        .names("reference", "reference_code", this::area)
        .names("indicator", "indicator", this::indicator)
        .names("series", "series", model::seriesName);
  }

  private Bilingual benchmark(String id) {
    return model.benchmarkOrNull(id) == null ? null : model.benchmarkName(id);
  }

  private Object figure(String observationId, Function<Figure, Object> value) {
    return Optional.ofNullable(model.figures().get(observationId)).map(value).orElse(null);
  }

  private Object source(Figure figure, Function<Source, Object> value) {
    return model.source(figure).map(value).orElse(null);
  }

  private Bilingual area(String code) {
    Area area = model.areaOrNull(code);
    return area == null ? null : Bilingual.plain(area.zh(), area.en());
  }

  private Bilingual indicator(String id) {
    return model.indicatorOrNull(id) == null ? null : model.indicatorName(id);
  }

  private String unit(String id) {
    return units.containsKey(id) ? units.get(id).zh() : null;
  }

  private String unitOf(String indicator) {
    Indicator known = model.indicatorOrNull(indicator);
    return known == null ? null : known.unit().zh();
  }
}
