package org.duibiao.ingest.table;

import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
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
    List<Map.Entry<String, String>> fields =
        new AbstractList<>() {
          @Override
          public Map.Entry<String, String> get(int i) {
            return Map.entry(names.get(i), cells.get(i));
          }

          @Override
          public int size() {
            return cells.size();
          }
        };
    return new AbstractSet<>() {
      @Override
      public Iterator<Map.Entry<String, String>> iterator() {
        return fields.iterator();
      }

      @Override
      public int size() {
        return cells.size();
      }
    };
  }
}
