package org.duibiao.columns;

import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows in a stream of objects, column by column: a value that repeats is written once, and is one
 * object again when it is read. Java's own serialization takes several times the space for dates,
 * decimals and records.
 */
public final class ColumnStream {

  private static final int NULL = -1;
  private static final int MANY = 1024;

  private ColumnStream() {}

  /** Writes rows of a table. */
  public static <R extends Record> void write(ObjectOutput out, Class<R> table, List<R> rows)
      throws IOException {
    Schema<R> schema = Schema.of(table);
    for (int column = 0; column < schema.fields().size(); column++) {
      Map<Object, Integer> places = new HashMap<>();
      places.put(null, NULL);
      List<Object> values = new ArrayList<>();
      int[] codes = new int[rows.size()];
      for (int row = 0; row < codes.length; row++) {
        Object value = schema.value(rows.get(row), column);
        // Where hardly anything repeats, looking it up costs more than it saves.
        boolean repeats = value == null || values.size() < MANY || values.size() < row / 2;
        Integer known = repeats ? places.putIfAbsent(value, values.size()) : null;
        codes[row] = known == null ? values.size() : known;
        if (known == null) {
          values.add(value instanceof BigDecimal ? value.toString() : value);
        }
      }
      out.writeObject(values);
      out.writeObject(codes);
    }
  }

  /** Reads what {@link #write} wrote of that table. */
  public static <R extends Record> List<R> read(ObjectInput in, Class<R> table)
      throws IOException, ClassNotFoundException {
    Schema<R> schema = Schema.of(table);
    List<Object[]> rows = new ArrayList<>();
    for (int column = 0; column < schema.fields().size(); column++) {
      List<Object> values = new ArrayList<>((List<?>) in.readObject());
      if (schema.fields().get(column).type() == ColumnType.DECIMAL) {
        values.replaceAll(decimal -> new BigDecimal((String) decimal));
      }
      int[] codes = (int[]) in.readObject();
      for (int row = 0; row < codes.length; row++) {
        if (column == 0) {
          rows.add(new Object[schema.fields().size()]);
        }
        rows.get(row)[column] = codes[row] == NULL ? null : values.get(codes[row]);
      }
    }
    return rows.stream().map(schema::row).toList();
  }
}
