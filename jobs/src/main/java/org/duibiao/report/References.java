package org.duibiao.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.duibiao.benchmark.Figure;
import org.duibiao.ingest.Source;

/** The figures that the page shows, numbered as they stand in its appendix: by publication. */
final class References {

  /** How much of an observation's id names its entry. */
  private static final int ANCHOR = 12;

  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /**
   * A figure in the appendix.
   *
   * @param number its number, from 1
   * @param anchor the id of its element
   * @param figure the figure
   */
  record Entry(int number, String anchor, Figure figure) {}

  References(Collection<String> shown, Map<String, Figure> figures, Model.Sources sources) {
    List<Figure> sorted = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String id : shown) {
      Figure figure = figures.get(id);
      if (figure != null && seen.add(id)) {
        sorted.add(figure);
      }
    }
    sorted.sort(
        Comparator.comparing(Figure::sourceClass)
            .thenComparing(Figure::publisher)
            .thenComparing(
                figure -> sources.of(figure).map(Source::title).orElse(null),
                Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Figure::sourceId)
            .thenComparing(Figure::path)
            .thenComparing(Figure::cityCode)
            .thenComparing(Figure::indicator)
            .thenComparing(Figure::periodEnd)
            .thenComparing(Figure::observationId));
    Set<String> anchors = new HashSet<>();
    for (Figure figure : sorted) {
      String base = "f-" + Model.identifier(start(figure.observationId()));
      String anchor = base;
      for (int i = 2; !anchors.add(anchor); i++) {
        anchor = base + "-" + i;
      }
      entries.put(figure.observationId(), new Entry(entries.size() + 1, anchor, figure));
    }
  }

  /** All of them, in the order of their numbers. */
  Collection<Entry> entries() {
    return entries.values();
  }

  /** Whether the page shows it. */
  boolean contains(String observationId) {
    return entries.containsKey(observationId);
  }

  /** Its number, or null if the page does not show it. */
  Integer number(String observationId) {
    Entry entry = entries.get(observationId);
    return entry == null ? null : entry.number();
  }

  /** Links to the entries of these observations, null among them left out: {@code [12][13]}. */
  Html links(String... observationIds) {
    return Html.join(
        "", Stream.of(observationIds).filter(Objects::nonNull).distinct().map(this::link).toList());
  }

  private static String start(String observationId) {
    return observationId.substring(0, Math.min(ANCHOR, observationId.length()));
  }

  private Html link(String observationId) {
    Entry entry = entries.get(observationId);
    return entry == null
        ? Html.text("[?]")
        : Html.of("<a class=\"r\" href=\"#{}\">[{}]</a>", entry.anchor(), entry.number());
  }
}
