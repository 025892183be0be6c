package org.duibiao.notebook;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What a query answered.
 *
 * @param columns the columns, in order
 * @param rows the rows: a text for each column, null where there is no value
 * @param completeness whether these are all rows
 */
public record QueryResult(
    List<Column> columns, List<List<String>> rows, Completeness completeness) {

  /** The most characters of a value that are shown. */
  public static final int CHARACTERS = 1000;

  /** What a column holds. */
  public enum ValueType {
    /** Numbers, as decimals. */
    NUMBER,
    /** Any other type. */
    TEXT
  }

  /** Whether an answer was cut. */
  public enum Completeness {
    /** All rows are there. */
    COMPLETE,
    /** There were more. */
    TRUNCATED
  }

  /**
   * A column.
   *
   * @param name as the query names it
   * @param type what it holds
   */
  public record Column(String name, ValueType type) {}

  /**
   * The index of the column of that name, ignoring case.
   *
   * @throws NotebookException if there is none
   */
  int column(String name) {
    return IntStream.range(0, columns.size())
        .filter(i -> columns.get(i).name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new NotebookException(
                    "has a chart of the column '%s', which the query does not give; it gives %s",
                    name, String.join(", ", names())));
  }

  List<String> names() {
    return columns.stream().map(Column::name).toList();
  }
}
