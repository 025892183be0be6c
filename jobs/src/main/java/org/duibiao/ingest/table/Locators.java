package org.duibiao.ingest.table;

import org.apache.poi.ss.util.CellReference;

/** The places of records and cells, as locators write them. */
public final class Locators {

  /** Stands for delimited text that is read as a grid. */
  static final String ROWS = "row";

  private static final char MARK = '!';

  private Locators() {}

  /** Such as {@code row:17}. */
  static String row(long line) {
    return "row:" + line;
  }

  /**
   * A row of a grid, such as {@code sheet:表1!7}.
   *
   * @param grid such as {@code sheet:表1} or {@code table:2}
   * @param row from 1
   */
  static String row(String grid, int row) {
    return grid.equals(ROWS) ? row(row) : grid + MARK + row;
  }

  /** A cell of a grid's row: {@code sheet:表1!7} and 1 give {@code sheet:表1!B7}. */
  static String cell(String row, int ordinal) {
    int mark = row.lastIndexOf(MARK);
    return mark < 0 ? row : row.substring(0, mark + 1) + letters(ordinal) + row.substring(mark + 1);
  }

  /** A column's letters: 0 gives A, 25 Z, 26 AA. */
  public static String letters(int ordinal) {
    return CellReference.convertNumToColString(ordinal);
  }
}
