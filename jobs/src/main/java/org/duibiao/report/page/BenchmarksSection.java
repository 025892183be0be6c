package org.duibiao.report.page;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.duibiao.markup.Html;
import org.duibiao.report.model.BenchmarkView;
import org.duibiao.report.model.ReportIndex;

/** Every benchmark over all cities. */
final class BenchmarksSection {

  /** How many rows the rankings have in all. */
  private static final int ROWS = 800;

  private static final int FEWEST_ROWS = 20;

  private BenchmarksSection() {}

  static Section of(ReportIndex model) {
    List<BenchmarkView> views = model.views();
    int all = views.stream().mapToInt(view -> view.rows().size() + 1).sum();
    int rows = all <= ROWS ? ROWS : Math.max(FEWEST_ROWS, ROWS / views.size());
    List<String> ids =
        views.stream()
            .filter(view -> view.year() != null)
            .flatMap(view -> BenchmarkView.rateIds(view.reference()).stream())
            .toList();
    List<Ranking> rankings = views.stream().map(view -> Ranking.of(model, view, rows)).toList();
    Function<BenchmarkView, Html> chart = view -> Ranking.chart(model, view);
    return new Section("benchmarks", ids, Map.of("rankings", rankings, "chart", chart));
  }
}
