package org.duibiao.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.duibiao.benchmark.BenchmarkRow;
import org.duibiao.benchmark.Figure;
import org.duibiao.benchmark.Finding;
import org.duibiao.benchmark.VintageRow;
import org.duibiao.ingest.Source;
import org.duibiao.model.Area;
import org.duibiao.model.Benchmark;
import org.duibiao.model.Indicator;

/** The tables of a report as files: the warehouse's columns, and names beside the codes. */
final class CsvFiles {

  private CsvFiles() {}

  static byte[] benchmarks(Model model) {
    List<BenchmarkRow> rows = new ArrayList<>(model.input().rows());
    rows.sort(
        Comparator.comparing(BenchmarkRow::benchmark)
            .thenComparing(BenchmarkRow::cityCode)
            .thenComparing(BenchmarkRow::referenceCode)
            .thenComparing(BenchmarkRow::year)
            .thenComparing(BenchmarkRow::basis));
    return new Csv<BenchmarkRow>()
        .columns(BenchmarkRow.class, row -> row)
        .column("benchmark_zh", row -> benchmark(model, row.benchmark()))
        .column("city_zh", row -> area(model, row.cityCode()))
        .column("reference_zh", row -> area(model, row.referenceCode()))
        .write(rows);
  }

  static byte[] vintages(Model model) {
    List<VintageRow> rows = new ArrayList<>(model.input().vintages());
    rows.sort(
        Comparator.comparing(VintageRow::benchmark)
            .thenComparing(VintageRow::cityCode)
            .thenComparing(VintageRow::referenceCode)
            .thenComparing(VintageRow::year)
            .thenComparing(VintageRow::seriesBreak)
            .thenComparing(VintageRow::vintage, Comparator.reverseOrder())
            .thenComparing(VintageRow::referenceVintage, Comparator.reverseOrder()));
    return new Csv<VintageRow>()
        .columns(VintageRow.class, row -> row)
        .column("benchmark_zh", row -> benchmark(model, row.benchmark()))
        .column("city_zh", row -> area(model, row.cityCode()))
        .column("reference_zh", row -> area(model, row.referenceCode()))
        .write(rows);
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

  static byte[] disagreements(Model model) {
    List<Line> lines = new ArrayList<>();
    for (Disagreement disagreement : model.disagreements()) {
      disagreement.others().forEach(other -> lines.add(new Line(disagreement, other)));
      if (disagreement.others().isEmpty()) {
        lines.add(new Line(disagreement, null));
      }
    }
    return new Csv<Line>()
        .columns(Finding.class, Line::finding)
        .column("city_zh", line -> area(model, line.finding().cityCode()))
        .column("indicator_zh", line -> indicator(model, line.finding().indicator()))
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
        .column(
            "difference_percent", line -> line.other(other -> line.disagreement().percent(other)))
        .write(lines);
  }

  static byte[] figures(Model model) {
    return new Csv<Figure>()
        .columns(Figure.class, figure -> figure)
        .column("city_zh", figure -> area(model, figure.cityCode()))
        .column("indicator_zh", figure -> indicator(model, figure.indicator()))
        .column("title", figure -> source(model, figure, Source::title))
        .column("url", figure -> source(model, figure, Source::url))
        .column("licence", figure -> source(model, figure, Source::licence))
        .column("transcribed", figure -> source(model, figure, Source::transcribed))
        .column("report_number", figure -> model.references().number(figure.observationId()))
        .write(List.copyOf(model.figures().values()));
  }

  private static Object source(Model model, Figure figure, Function<Source, Object> value) {
    return model.sources().of(figure).map(value).orElse(null);
  }

  private static String area(Model model, String code) {
    Area area = model.areaOrNull(code);
    return area == null ? null : area.zh();
  }

  private static String benchmark(Model model, String id) {
    Benchmark benchmark = model.benchmarkOrNull(id);
    return benchmark == null ? null : benchmark.zh();
  }

  private static String indicator(Model model, String id) {
    Indicator indicator = model.indicatorOrNull(id);
    return indicator == null ? null : indicator.zh();
  }
}
