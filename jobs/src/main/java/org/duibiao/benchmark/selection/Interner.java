package org.duibiao.benchmark.selection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duibiao.columns.Schema;
import org.duibiao.tables.Figure;

/** Keeps one copy of what many figures have in common: publishers, sources, paths, dates, flags. */
final class Interner {

  /** So that a landing area in which every row is a source of its own cannot fill the heap. */
  private static final int LIMIT = 1 << 17;

  private static final Schema<Figure> FIGURE = Schema.of(Figure.class);

  /** The columns in which hardly anything repeats. */
  private static final Set<String> DISTINCT =
      Set.of("observation_id", "value", "value_high", "locator", "quote");

  private final Map<Object, Object> parts = new HashMap<>();

  /** The figure with its parts replaced by the ones that are shared. */
  Figure intern(Figure figure) {
    List<Schema.Field> fields = FIGURE.fields();
    Object[] values = new Object[fields.size()];
    for (int i = 0; i < values.length; i++) {
      Object value = FIGURE.value(figure, i);
      values[i] = DISTINCT.contains(fields.get(i).name()) ? value : shared(value);
    }
    return FIGURE.row(values);
  }

  /** The part, or the equal one that was seen before. */
  private Object shared(Object part) {
    if (part != null && parts.size() < LIMIT) {
      parts.putIfAbsent(part, part);
    }
    return parts.getOrDefault(part, part);
  }
}
