package org.duibiao.prose.table;

import java.util.ArrayList;
import java.util.List;
import org.duibiao.prose.table.TableColumn.ColumnRole;
import org.duibiao.prose.table.TableLine.CellSeparator;

/** Finds tables without a header: rows that begin with an area and have one column of figures. */
final class HeaderlessTableFinder {

  /** A row without a header says what it is by its area; so many make a table. */
  private static final int FEWEST_ROWS = 3;

  private final CellInterpreter words;
  private final TableHeaderReader headers;
  private final HeaderedTableFinder rows;

  /** Up to where the lines were looked at. */
  private int lookedTo;

  HeaderlessTableFinder(
      CellInterpreter words, TableHeaderReader headers, HeaderedTableFinder rows) {
    this.words = words;
    this.headers = headers;
    this.rows = rows;
  }

  /** Begins with other lines. */
  void reset() {
    lookedTo = 0;
  }

  /** The table with its first row in a line, or null. */
  FlattenedTable tableAt(List<TableLine> lines, int at) {
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
        && text.chars().allMatch(c -> c >= '0' && c <= '9' || "-、,/()".indexOf(c) >= 0)
        && (text.charAt(0) != '0' || digits > 9)
        && text.indexOf('.') < 0;
  }
}
