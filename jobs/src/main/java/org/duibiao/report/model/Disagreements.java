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

/** All findings of a release, and those that the page shows. */
public final class Disagreements {

  /** How many the page has room for. */
  private static final int SHOWN = 40;

  private final List<Disagreement> all;
  private final List<Disagreement> relevant;
  private final Map<String, List<Disagreement>> byFigure = new HashMap<>();

  /**
   * Sorts the findings of a release.
   *
   * @param figures by observation
   * @param shown the observations that the page shows
   */
  Disagreements(ReportInput input, Map<String, Figure> figures, Set<String> shown) {
    Set<String> used =
        input.values().stream().map(IndicatorValue::observationId).collect(Collectors.toSet());
    all =
        input.findings().stream()
            .sorted(
                Comparator.comparing(Finding::kind)
                    .thenComparing(Finding::cityCode, nulls())
                    .thenComparing(Finding::indicator, nulls())
                    .thenComparing(Finding::periodEnd, nulls())
                    .thenComparing(Finding::findingId))
            .map(finding -> Disagreement.of(finding, figures, used))
            .toList();
    relevant =
        all.stream()
            .filter(d -> d.finding().kind() == FindingKind.SOURCES_DISAGREE)
            .filter(d -> !d.others().isEmpty())
            .filter(d -> Disagreement.ids(d.finding()).stream().anyMatch(shown::contains))
            .sorted(
                Comparator.comparing(Disagreement::greatest)
                    .reversed()
                    .thenComparing(d -> d.finding().findingId()))
            .toList();
    for (Disagreement disagreement : all) {
      if (!disagreement.others().isEmpty()) {
        disagreement
            .figures()
            .forEach(
                figure ->
                    byFigure
                        .computeIfAbsent(figure.observationId(), id -> new ArrayList<>())
                        .add(disagreement));
      }
    }
  }

  /** All findings. */
  public List<Disagreement> all() {
    return all;
  }

  /** Disagreements of sources about figures that the page shows, the greatest first. */
  public List<Disagreement> relevant() {
    return relevant;
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
