package org.duibiao.benchmark.selection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duibiao.tables.Figure;

/** Keeps one copy of what many figures have in common: publishers, sources, paths, dates, flags. */
final class Pool {

  /** So that a landing area in which every row is a source of its own cannot fill the heap. */
  private static final int LIMIT = 1 << 17;

  private final Map<String, String> publishers = new HashMap<>();
  private final Map<Object, Object> parts = new HashMap<>();
  private Figure lastSeen;
  private Figure lastKept;

  /** The one copy of that publisher's name; names can then be compared by identity. */
  String publisher(String name) {
    String known = publishers.putIfAbsent(name, name);
    return known == null ? name : known;
  }

  /** The figure with its parts replaced by the ones that are shared. */
  Figure keep(Figure figure) {
    if (figure != lastSeen) {
      lastKept = compact(figure);
      lastSeen = figure;
    }
    return lastKept;
  }

  private Figure compact(Figure figure) {
    return new Figure(
        figure.observationId(),
        share(figure.cityCode()),
        share(figure.indicator()),
        figure.value(),
        figure.valueHigh(),
        share(figure.unit()),
        share(figure.resolution()),
        figure.bound(),
        share(figure.periodStart()),
        share(figure.periodEnd()),
        figure.periodType(),
        figure.populationBasis(),
        share(figure.sourceId()),
        publisher(figure.publisher()),
        figure.sourceClass(),
        share(figure.published()),
        share(figure.path()),
        figure.locator(),
        share(figure.field()),
        figure.quote(),
        share(List.copyOf(figure.flags())));
  }

  <T> T share(T part) {
    if (part == null) {
      return null;
    }
    Object known = parts.get(part);
    if (known == null) {
      if (parts.size() < LIMIT) {
        parts.put(part, part);
      }
      return part;
    }
    @SuppressWarnings("unchecked") // Equal objects of these types are of one type.
    T same = (T) known;
    return same;
  }
}
