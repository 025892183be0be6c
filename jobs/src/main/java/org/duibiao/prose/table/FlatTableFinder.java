package org.duibiao.prose.table;

import java.util.ArrayList;
import java.util.List;

/** Finds tables among lines: a row a line under a header, a cell a line, or rows of areas alone. */
final class FlatTableFinder {

  private final TableWords words;
  private final TableHeader headers;
  private final GridFinder rows;
  private final AreaRowFinder areas;

  FlatTableFinder(TableWords words, TableHeader headers) {
    this.words = words;
    this.headers = headers;
    this.rows = new GridFinder(words, headers);
    this.areas = new AreaRowFinder(words, headers, rows);
  }

  /**
   * The tables of some lines, in order.
   *
   * @param open a table whose rows may go on in the first line, or null
   */
  List<FlatTable> find(List<TableLine> lines, FlatTable open) {
    List<FlatTable> tables = new ArrayList<>();
    areas.reset();
    int at = 0;
    if (open != null) {
      FlatTable more = new FlatTable(open.shape, 0, 0, List.of());
      rows.grow(more, lines);
      if (more.counted > 0) {
        tables.add(more);
        at = more.to;
      }
    }
    int stackedTo = at;
    while (at < lines.size()) {
      FlatTable table = rows.at(lines, at);
      if (table == null) {
        table = areas.at(lines, at);
      }
      if (table == null && at >= stackedTo) {
        CellStack stack = new CellStack(words, headers, lines, at);
        for (FlatTable each : stack.tables()) {
          tables.add(each);
          at = each.to;
        }
        stackedTo = Math.max(stack.end(), at + 1);
        at = Math.max(at, stack.tables().isEmpty() ? at + 1 : at);
        continue;
      }
      if (table == null) {
        at++;
      } else {
        tables.add(table);
        at = table.to;
      }
    }
    return tables;
  }
}
