package org.duibiao.prose.table;

import java.util.ArrayList;
import java.util.List;
import org.duibiao.prose.table.ColumnAligner.AlignedRow;

/**
 * A table that was found in lines of text.
 *
 * <p>A table is a shape, headers and entries: rows, and the sections that stand over them.
 */
final class FlattenedTable {

  /** A row, or a line over the rows that follow it. */
  record RowOrSection(AlignedRow row, TableCell section) {}

  final ColumnAligner aligner;
  final int firstLine;
  final List<TableCell> header;
  final List<RowOrSection> entries = new ArrayList<>();

  /** The line after its last one. */
  int endLine;

  int numericRows;

  FlattenedTable(ColumnAligner shape, int from, int to, List<TableCell> header) {
    this.aligner = shape;
    this.firstLine = from;
    this.endLine = to;
    this.header = header;
  }

  void addRow(AlignedRow row) {
    entries.add(new RowOrSection(row, null));
    numericRows += row.hasNumber() ? 1 : 0;
  }

  void addSection(TableCell cell) {
    entries.add(new RowOrSection(null, cell));
  }
}
