package org.duibiao.prose.table;

import java.util.ArrayList;
import java.util.List;

/**
 * A table that was found in lines of text.
 *
 * <p>A table is a shape, headers and entries: rows, and the sections that stand over them.
 */
final class FlatTable {

  /** A row, or a line over the rows that follow it. */
  record Entry(TableShape.Row row, TableCell section) {}

  final TableShape shape;
  final int from;
  final List<TableCell> header;
  final List<Entry> entries = new ArrayList<>();

  /** The line after its last one. */
  int to;

  int counted;

  FlatTable(TableShape shape, int from, int to, List<TableCell> header) {
    this.shape = shape;
    this.from = from;
    this.to = to;
    this.header = header;
  }

  void add(TableShape.Row row) {
    entries.add(new Entry(row, null));
    counted += row.counted() ? 1 : 0;
  }

  void section(TableCell cell) {
    entries.add(new Entry(null, cell));
  }
}
