package org.duibiao.report.page;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.duibiao.model.code.Flag;
import org.duibiao.report.model.BenchmarkView;
import org.duibiao.report.model.Disagreement;
import org.duibiao.report.model.ReportIndex;
import org.duibiao.report.model.VintageRows;
import org.duibiao.tables.BenchmarkRow;
import org.duibiao.tables.Figure;

/**
 * The highlights of all cities: sentences made by rule, ready to quote, and an overview of the
 * benchmarks.
 */
final class HighlightsSection {

  private HighlightsSection() {}

  static Section of(ReportIndex model) {
    Optional<BenchmarkView> leading =
        model.views().stream().filter(view -> view.year() != null).findFirst();
    Optional<BenchmarkRow> farthest = leading.flatMap(BenchmarkView::farthestBehind);
    Optional<Disagreement> worst = model.disagreements().relevant().stream().findFirst();
    Map<String, Object> values = new HashMap<>();
    values.put("leading", leading.orElse(null));
    values.put("farthest", farthest.orElse(null));
    values.put("revised", revised(model).orElse(null));
    values.put("disagreement", worst.orElse(null));
    values.put("competitor", worst.map(HighlightsSection::competitor).orElse(null));
    values.put("reasons", (Function<List<BenchmarkRow>, List<Flag>>) HighlightsSection::reasons);
    Set<String> ids = new HashSet<>(model.vintages().shownIds());
    ids.addAll(model.disagreements().shownIds());
    farthest.ifPresent(row -> ids.addAll(BenchmarkView.observationIds(row)));
    return new Section("first", ids, values);
  }

  /** The revision of a population that changes a comparison most, of the first benchmark if any. */
  private static Optional<VintageRows.Pair> revised(ReportIndex model) {
    String first = model.views().isEmpty() ? "" : model.views().get(0).benchmark().id();
    return VintageRows.pairs(model.vintages().shown()).stream()
        .filter(pair -> model.benchmarkOrNull(pair.before().benchmark()) != null)
        .min(
            Comparator.comparing(
                    (VintageRows.Pair pair) -> !pair.before().benchmark().equals(first))
                .thenComparing(pair -> -pair.before().year())
                .thenComparing(pair -> -pair.change())
                .thenComparing(pair -> pair.before().cityCode()));
  }

  /** The figure that differs most from the one that is used. */
  private static Figure competitor(Disagreement disagreement) {
    return disagreement.others().stream()
        .filter(other -> disagreement.percent(other) != null)
        .max(Comparator.comparing(other -> Math.abs(disagreement.percent(other))))
        .orElse(disagreement.others().get(0));
  }

  private static List<Flag> reasons(List<BenchmarkRow> rows) {
    return rows.stream()
        .flatMap(row -> BenchmarkView.reasons(row).stream())
        .distinct()
        .sorted()
        .toList();
  }
}
