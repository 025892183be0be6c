package org.duibiao.prose.table;

import java.util.ArrayList;
import java.util.List;
import org.duibiao.prose.table.TableColumn.ColumnRole;
import org.duibiao.prose.table.TableLine.CellSeparator;

/** Finds tables among lines: a row a line under a header, a cell a line, or rows of areas alone. */
final class FlattenedTableFinder {

  /** A row without a header says what it is by its area; so many make a table. */
  private static final int FEWEST_ROWS = 3;

  private final CellInterpreter words;
  private final TableHeaderReader headers;
  private final HeaderedTableFinder rows;

  /** Up to where the lines were looked at for tables without a header. */
  private int lookedTo;

  FlattenedTableFinder(CellInterpreter words, TableHeaderReader headers) {
    this.words = words;
    this.headers = headers;
    this.rows = new HeaderedTableFinder(words, headers);
  }

  /**
   * The tables of some lines, in order.
   *
   * @param open a table that may go on in the first line, or null
   */
  List<FlattenedTable> find(List<TableLine> lines, FlattenedTable open) {
    List<FlattenedTable> tables = new ArrayList<>();
    lookedTo = 0;
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
        table = ofAreas(lines, at);
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

  /**
   * The table without a header that has its first row in a line: rows that begin with an area, and
   * one column of figures; null if there is none.
   */
  private FlattenedTable ofAreas(List<TableLine> lines, int at) {
    if (at < lookedTo) {
      return null;
    }
    for (CellSeparator form : lines.get(at).separators()) {
      if (form == CellSeparator.SPACES) {
        continue;
      }
      int size = lines.get(at).cells(form).size();
      int to = at;
      while (to < lines.size() && isOfArea(lines.get(to), form, size)) {
        to++;
      }
      lookedTo = Math.max(lookedTo, to);
      if (to - at < FEWEST_ROWS) {
        continue;
      }
      List<TableColumn> columns = new ArrayList<>();
      columns.add(TableColumn.of(ColumnRole.LABEL, ""));
      List<TableLine> found = lines.subList(at, to);
      for (int i = 1; i < size; i++) {
        int column = i;
        boolean phone =
            found.stream()
                .map(line -> line.cells(form).get(column).text())
                .allMatch(text -> isPhone(text) || words.isMissing(text));
        columns.add(TableColumn.of(phone ? ColumnRole.PHONE : ColumnRole.VALUE, ""));
      }
      // Nothing would tell two columns of figures apart.
      if (columns.stream().filter(c -> c.isValue()).count() == 1) {
        FlattenedTable table =
            new FlattenedTable(new ColumnAligner(words, columns), at, at, List.of());
        rows.grow(table, lines);
        if (table.numericRows >= FEWEST_ROWS) {
          return table;
        }
      }
    }
    return null;
  }

  private boolean isOfArea(TableLine line, CellSeparator form, int size) {
    if (size < 2 || size > HeaderedTableFinder.MOST_COLUMNS || !line.separators().contains(form)) {
      return false;
    }
    List<TableCell> cells = line.cells(form);
    if (cells.size() != size || headers.area(cells.get(0).text()) == null) {
      return false;
    }
    return cells.subList(1, size).stream()
        .map(TableCell::text)
        .allMatch(each -> words.isMissing(each) || words.number(each) != null || isPhone(each));
  }

  private static boolean isPhone(String text) {
    long digits = text.chars().filter(c -> c >= '0' && c <= '9').count();
    return digits >= 7
        && digits <= 24
        && (text.charAt(0) != '0' || digits > 9)
        && text.chars().allMatch(c -> "0123456789-、,/()".indexOf(c) >= 0);
  }
}
