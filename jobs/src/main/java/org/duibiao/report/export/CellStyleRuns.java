package org.duibiao.report.export;

import java.util.stream.IntStream;
import org.dhatim.fastexcel.Worksheet;

/**
 * Sets the formats of a table's cells for runs of cells in a column that have the same format: set
 * one by one, they cost more than everything else about a cell.
 */
final class CellStyleRuns {

  /** Cells of a column, one below the other. */
  private record Run(String format, int first, int last) {}

  private final Worksheet sheet;
  private final Run[] runs;

  CellStyleRuns(Worksheet sheet, int columns) {
    this.sheet = sheet;
    this.runs = new Run[columns];
  }

  /** Takes the format of a cell; the rows of a column come in order. */
  void set(int row, int column, String format) {
    Run run = runs[column];
    if (run != null && run.format().equals(format) && run.last() == row - 1) {
      runs[column] = new Run(format, run.first(), row);
    } else {
      apply(column);
      runs[column] = new Run(format, row, row);
    }
  }

  /** Sets the formats that are pending. */
  void apply() {
    IntStream.range(0, runs.length).forEach(this::apply);
  }

  private void apply(int column) {
    Run run = runs[column];
    if (run != null) {
      sheet.range(run.first(), column, run.last(), column).style().format(run.format()).set();
      runs[column] = null;
    }
  }
}
