package org.duibiao.report.export;

import org.dhatim.fastexcel.Worksheet;

/**
 * The formats of a table's cells, handed to the sheet for as many cells of a column at once as have
 * the same: one by one they cost more than all else about a cell.
 */
final class CellStyleRuns {

  private final Worksheet sheet;
  private final String[] formats;
  private final int[] first;
  private final int[] last;

  CellStyleRuns(Worksheet sheet, int columns) {
    this.sheet = sheet;
    this.formats = new String[columns];
    this.first = new int[columns];
    this.last = new int[columns];
  }

  /** The format of a cell; the rows of a column come in order. */
  void set(int row, int column, String format) {
    if (!format.equals(formats[column]) || last[column] != row - 1) {
      apply(column);
      formats[column] = format;
      first[column] = row;
    }
    last[column] = row;
  }

  /** Before the rows are written for good. */
  void apply() {
    for (int column = 0; column < formats.length; column++) {
      apply(column);
    }
  }

  private void apply(int column) {
    if (formats[column] != null) {
      sheet
          .range(first[column], column, last[column], column)
          .style()
          .format(formats[column])
          .set();
      formats[column] = null;
    }
  }
}
