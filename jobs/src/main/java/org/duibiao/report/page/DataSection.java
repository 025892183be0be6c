package org.duibiao.report.page;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duibiao.report.model.ReportIndex;
import org.duibiao.tables.Figure;
import org.duibiao.tables.Source;

/**
 * The data itself: what changed since the previous release, the publications, the findings, the
 * candidates that wait for review, and what was left out.
 */
final class DataSection {

  private DataSection() {}

  /** A publication, and how many figures of it are used. */
  public record Publication(Source source, int figures) {}

  static Section of(ReportIndex model) {
    Map<List<String>, Integer> figures = new HashMap<>();
    for (Figure figure : model.input().figures()) {
      figures.merge(List.of(figure.sourceId(), figure.path()), 1, Integer::sum);
    }
    List<Publication> publications =
        model.input().sources().stream()
            .map(each -> new Publication(each, figures.getOrDefault(key(each), 0)))
            .filter(each -> each.figures() > 0)
            .sorted(
                Comparator.comparing((Publication each) -> -each.figures())
                    .thenComparing(each -> each.source().sourceId())
                    .thenComparing(each -> each.source().path()))
            .toList();
    return new Section("data", List.of(), Map.of("publications", publications));
  }

  private static List<String> key(Source source) {
    return List.of(source.sourceId(), source.path());
  }
}
