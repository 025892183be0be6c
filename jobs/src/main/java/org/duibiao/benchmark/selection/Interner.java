package org.duibiao.benchmark.selection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duibiao.tables.Figure;
import org.duibiao.tables.FigureBuilder;

/** Keeps one copy of what many figures have in common: publishers, sources, paths, dates, flags. */
final class Interner {

  /** So that a landing area in which every row is a source of its own cannot fill the heap. */
  private static final int LIMIT = 1 << 17;

  private final Map<String, String> publishers = new HashMap<>();
  private final Map<Object, Object> parts = new HashMap<>();
  private Figure lastSeen;
  private Figure lastInterned;

  /** The one copy of that publisher's name; names can then be compared by identity. */
  String publisher(String name) {
    String known = publishers.putIfAbsent(name, name);
    return known == null ? name : known;
  }

  /** The figure with its parts replaced by the ones that are shared. */
  Figure internFigure(Figure figure) {
    if (figure != lastSeen) {
      lastInterned = compact(figure);
      lastSeen = figure;
    }
    return lastInterned;
  }

  private Figure compact(Figure figure) {
    return FigureBuilder.builder()
        .observationId(figure.observationId())
        .cityCode(intern(figure.cityCode()))
        .indicator(intern(figure.indicator()))
        .value(figure.value())
        .valueHigh(figure.valueHigh())
        .unit(intern(figure.unit()))
        .resolution(intern(figure.resolution()))
        .bound(figure.bound())
        .periodStart(intern(figure.periodStart()))
        .periodEnd(intern(figure.periodEnd()))
        .periodType(figure.periodType())
        .populationBasis(figure.populationBasis())
        .sourceId(intern(figure.sourceId()))
        .publisher(publisher(figure.publisher()))
        .sourceClass(figure.sourceClass())
        .published(intern(figure.published()))
        .path(intern(figure.path()))
        .locator(figure.locator())
        .field(intern(figure.field()))
        .quote(figure.quote())
        .flags(intern(List.copyOf(figure.flags())))
        .build();
  }

  <T> T intern(T part) {
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
