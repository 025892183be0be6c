package org.duibiao.prose.table;

import java.util.ArrayList;
import java.util.List;

/** Finds tables among lines: a row a line under a header, a cell a line, or rows of areas alone. */
final class FlattenedTableFinder {

  private final CellInterpreter words;
  private final TableHeaderReader headers;
  private final HeaderedTableFinder rows;
  private final HeaderlessTableFinder areas;

  FlattenedTableFinder(CellInterpreter words, TableHeaderReader headers) {
    this.words = words;
    this.headers = headers;
    this.rows = new HeaderedTableFinder(words, headers);
    this.areas = new HeaderlessTableFinder(words, headers, rows);
  }

  /**
   * The tables of some lines, in order.
   *
   * @param open a table that may go on in the first line, or null
   */
  List<FlattenedTable> find(List<TableLine> lines, FlattenedTable open) {
    List<FlattenedTable> tables = new ArrayList<>();
    areas.reset();
    int at = 0;
    if (open != null) {
      FlattenedTable more = new FlattenedTable(open.aligner, 0, 0, List.of());
      rows.grow(more, lines);
      if (more.numericRows > 0) {
        tables.add(more);
        at = more.endLine;
      }
    }
    int stackedTo = at;
    while (at < lines.size()) {
      FlattenedTable table = rows.tableAt(lines, at);
      if (table == null) {
        table = areas.tableAt(lines, at);
      }
      if (table == null && at >= stackedTo) {
        StackedCells stack = new StackedCells(words, headers, lines, at);
        for (FlattenedTable each : stack.tables()) {
          tables.add(each);
          at = each.endLine;
        }
        stackedTo = Math.max(stack.end(), at + 1);
        at = Math.max(at, stack.tables().isEmpty() ? at + 1 : at);
        continue;
      }
      if (table == null) {
        at++;
      } else {
        tables.add(table);
        at = table.endLine;
      }
    }
    return tables;
  }
}
