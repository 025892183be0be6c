package org.duibiao.prose.table;

import java.util.ArrayList;
import java.util.List;
import org.duibiao.model.code.Measure;

/** Finds tables without a header: rows that begin with an area and have one column of figures. */
final class AreaRowFinder {

  /** A row without a header says what it is by its area; so many make a table. */
  private static final int FEWEST_ROWS = 3;

  private final TableWords words;
  private final TableHeader headers;
  private final GridFinder rows;

  /** Up to where the lines were looked at. */
  private int lookedTo;

  AreaRowFinder(TableWords words, TableHeader headers, GridFinder rows) {
    this.words = words;
    this.headers = headers;
    this.rows = rows;
  }

  /** Begins with other lines. */
  void reset() {
    lookedTo = 0;
  }

  /** The table whose first row is a line, or null. */
  FlatTable at(List<TableLine> lines, int at) {
    if (at < lookedTo) {
      return null;
    }
    for (TableLine.Form form : lines.get(at).forms()) {
      if (form == TableLine.Form.SPACES) {
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
      columns.add(TableColumn.of(TableColumn.Role.LABEL, ""));
      for (int i = 1; i < size; i++) {
        boolean phone = true;
        for (int k = at; k < to && phone; k++) {
          String text = lines.get(k).cells(form).get(i).text();
          phone = isPhone(text) || words.isMissing(text);
        }
        columns.add(
            phone
                ? TableColumn.of(TableColumn.Role.PHONE, "")
                : new TableColumn(
                    TableColumn.Role.VALUE,
                    "",
                    "",
                    null,
                    null,
                    null,
                    Measure.LEVEL,
                    null,
                    false,
                    false));
      }
      // Nothing would tell two columns of figures apart.
      if (columns.stream().filter(c -> c.role() == TableColumn.Role.VALUE).count() == 1) {
        FlatTable table = new FlatTable(new TableShape(words, columns), at, at, List.of());
        rows.grow(table, lines);
        if (table.counted >= FEWEST_ROWS) {
          return table;
        }
      }
    }
    return null;
  }

  private boolean isOfArea(TableLine line, TableLine.Form form, int size) {
    if (size < 2 || size > GridFinder.MOST_COLUMNS || !line.forms().contains(form)) {
      return false;
    }
    List<TableCell> cells = line.cells(form);
    if (cells.size() != size || headers.area(cells.get(0).text()) == null) {
      return false;
    }
    for (TableCell cell : cells.subList(1, size)) {
      if (!words.isMissing(cell.text())
          && words.figure(cell.text()) == null
          && !isPhone(cell.text())) {
        return false;
      }
    }
    return true;
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
