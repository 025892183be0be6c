package org.duibiao.report.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.duibiao.model.code.FindingKind;
import org.duibiao.tables.Figure;
import org.duibiao.tables.Finding;
import org.duibiao.tables.IndicatorValue;

/**
 * All findings of a release, and those that the page shows.
 *
 * @param all all findings
 * @param relevant disagreements of sources about figures that the page shows, the greatest first
 * @param byFigure the disagreements that a figure is part of
 */
public record Disagreements(
    List<Disagreement> all, List<Disagreement> relevant, Map<String, List<Disagreement>> byFigure) {

  /** How many the page has room for. */
  private static final int SHOWN = 40;

  /**
   * Sorts the findings of a release.
   *
   * @param figures by observation
   * @param shown the observations that the page shows
   */
  static Disagreements of(ReportInput input, Map<String, Figure> figures, Set<String> shown) {
    Set<String> used =
        input.values().stream().map(IndicatorValue::observationId).collect(Collectors.toSet());
    List<Disagreement> all =
        input.findings().stream()
            .sorted(
                Comparator.comparing(Finding::kind)
                    .thenComparing(Finding::cityCode, nulls())
                    .thenComparing(Finding::indicator, nulls())
                    .thenComparing(Finding::periodEnd, nulls())
                    .thenComparing(Finding::findingId))
            .map(finding -> Disagreement.of(finding, figures, used))
            .toList();
    List<Disagreement> differing = all.stream().filter(d -> !d.others().isEmpty()).toList();
    List<Disagreement> relevant =
        differing.stream()
            .filter(d -> d.finding().kind() == FindingKind.SOURCES_DISAGREE)
            .filter(d -> Disagreement.ids(d.finding()).stream().anyMatch(shown::contains))
            .sorted(
                Comparator.comparing(Disagreement::greatest)
                    .reversed()
                    .thenComparing(d -> d.finding().findingId()))
            .toList();
    Map<String, List<Disagreement>> byFigure = new HashMap<>();
    for (Disagreement each : differing) {
      each.figures()
          .map(figure -> byFigure.computeIfAbsent(figure.observationId(), id -> new ArrayList<>()))
          .forEach(those -> those.add(each));
    }
    return new Disagreements(all, relevant, byFigure);
  }

  /** Those of them that the page has room for. */
  public List<Disagreement> shown() {
    return relevant.subList(0, Math.min(SHOWN, relevant.size()));
  }

  /** The figures of those that are shown. */
  public Set<String> shownIds() {
    return shown().stream()
        .flatMap(Disagreement::figures)
        .map(Figure::observationId)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Those that a figure is part of. */
  public List<Disagreement> of(String observationId) {
    return byFigure.getOrDefault(observationId, List.of());
  }

  private static <T extends Comparable<? super T>> Comparator<T> nulls() {
    return Comparator.nullsLast(Comparator.naturalOrder());
  }
}
