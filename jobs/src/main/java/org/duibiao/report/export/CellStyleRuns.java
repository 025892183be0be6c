package org.duibiao.report.export;

import org.dhatim.fastexcel.Worksheet;

/**
 * Sets the formats of a table's cells for runs of cells in a column that have the same format: set
 * one by one, they cost more than everything else about a cell.
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

  /** Takes the format of a cell; the rows of a column come in order. */
  void set(int row, int column, String format) {
    if (!format.equals(formats[column]) || last[column] != row - 1) {
      apply(column);
      formats[column] = format;
      first[column] = row;
    }
    last[column] = row;
  }

  /** Sets the formats that are pending; to be called before rows are flushed. */
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
