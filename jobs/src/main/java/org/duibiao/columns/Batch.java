package org.duibiao.columns;

import java.lang.invoke.MethodHandle;
import java.util.List;

/**
 * Rows of a table as columns, filled row by row, written, and filled again.
 *
 * @param <R> the record that declares the table
 */
public final class Batch<R extends Record> {

  private final Schema<R> schema;
  private final MethodHandle[] accessors;
  private final ColumnBuffer[] columns;
  private int size;

  private Batch(Schema<R> schema) {
    this.schema = schema;
    this.accessors = schema.accessors().toArray(MethodHandle[]::new);
    this.columns = schema.fields().stream().map(ColumnBuffer::new).toArray(ColumnBuffer[]::new);
  }

  /** An empty batch. */
  public static <R extends Record> Batch<R> of(Class<R> type) {
    return new Batch<>(Schema.of(type));
  }

  /** A batch of these rows. */
  public static <R extends Record> Batch<R> of(Class<R> type, List<R> rows) {
    Batch<R> batch = of(type);
    rows.forEach(batch::add);
    return batch;
  }

  /**
   * Appends a row.
   *
   * @throws IllegalArgumentException if a required value is missing or a value does not fit
   */
  public void add(R row) {
    try {
      for (int i = 0; i < columns.length; i++) {
        columns[i].add((Object) accessors[i].invokeExact((Record) row));
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(schema.name() + ": " + e.getMessage() + " in " + row, e);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("Cannot read a row of " + schema.name(), e);
    }
    size++;
  }

  /** Forgets the rows, to be filled again. */
  public void clear() {
    for (ColumnBuffer column : columns) {
      column.clear();
    }
    size = 0;
  }

  /** The table's columns. */
  public Schema<R> schema() {
    return schema;
  }

  /** How many rows. */
  public int size() {
    return size;
  }

  /** The values of a column. */
  public ColumnBuffer column(int ordinal) {
    return columns[ordinal];
  }
}
