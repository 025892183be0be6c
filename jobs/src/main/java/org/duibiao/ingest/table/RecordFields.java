package org.duibiao.ingest.table;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/** The fields of a record by the names of its columns, in order; the names are shared. */
public final class RecordFields extends AbstractMap<String, String> {

  private final List<String> names;
  private final List<String> cells;

  /**
   * Fields of these names.
   *
   * @param names unique
   * @param cells as many as names, or fewer
   */
  public RecordFields(List<String> names, List<String> cells) {
    if (cells.size() > names.size()) {
      throw new IllegalArgumentException(
          cells.size() + " cells do not fit under " + names.size() + " names");
    }
    this.names = names;
    this.cells = cells;
  }

  @Override
  public Set<Map.Entry<String, String>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Map.Entry<String, String>> iterator() {
        return new Iterator<>() {
          private int next;

          @Override
          public boolean hasNext() {
            return next < cells.size();
          }

          @Override
          public Map.Entry<String, String> next() {
            if (!hasNext()) {
              throw new NoSuchElementException("No field after " + (next - 1));
            }
            Map.Entry<String, String> entry = Map.entry(names.get(next), cells.get(next));
            next++;
            return entry;
          }
        };
      }

      @Override
      public int size() {
        return cells.size();
      }
    };
  }
}
