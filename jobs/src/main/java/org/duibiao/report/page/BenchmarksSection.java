package org.duibiao.report.page;

import java.util.List;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Html;
import org.duibiao.markup.Texts;
import org.duibiao.report.model.BenchmarkView;
import org.duibiao.report.model.Citations;
import org.duibiao.report.model.ReportIndex;

/** Every benchmark over all cities. */
final class BenchmarksSection extends Section {

  /** How many rows the rankings have in all. */
  private static final int ROWS = 800;

  private static final int FEWEST_ROWS = 20;

  BenchmarksSection(ReportIndex model) {
    super(model, "benchmarks", Texts.of("benchmarks.benchmark-by-benchmark"));
  }

  @Override
  List<Html> contents() {
    return List.of(link("benchmarks", Bilingual.plain("逐项排名", "Benchmarks")));
  }

  @Override
  List<String> observationIds() {
    return model.views().stream()
        .filter(view -> view.year() != null)
        .flatMap(view -> BenchmarkView.rateIds(view.reference()).stream())
        .toList();
  }

  @Override
  Html body(Citations citations) {
    int all = model.views().stream().mapToInt(view -> view.rows().size() + 1).sum();
    int rows = all <= ROWS ? ROWS : Math.max(FEWEST_ROWS, ROWS / model.views().size());
    return Html.all(
        Paragraph.of(Texts.of("benchmarks.one-row-a-city")),
        model.views().stream().map(view -> BenchmarkSection.render(model, view, rows)).toList());
  }
}
