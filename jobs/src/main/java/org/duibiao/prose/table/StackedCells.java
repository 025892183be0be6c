package org.duibiao.prose.table;

import java.util.ArrayList;
import java.util.List;
import org.duibiao.prose.table.ColumnAligner.AlignedRow;
import org.duibiao.prose.table.TableColumn.ColumnRole;
import org.duibiao.prose.table.TableLine.CellSeparator;

/** Lines that are a cell each, or cells that lone pipes part; and the tables that they make. */
final class StackedCells {

  private static final int LONGEST_CELL = 40;

  private final CellInterpreter words;
  private final TableHeaderReader headers;
  private final List<TableLine> lines;
  private final List<TableCell> cells = new ArrayList<>();

  /** The first and the last line of each cell. */
  private final List<int[]> places = new ArrayList<>();

  private List<TableColumn> columns;

  /** The tables that the cells make, in order. */
  final List<FlattenedTable> tables = new ArrayList<>();

  /** After the last line that is a cell. */
  final int end;

  /** Where the cells after the last table begin. */
  private int next;

  StackedCells(CellInterpreter words, TableHeaderReader headers, List<TableLine> lines, int from) {
    this.words = words;
    this.headers = headers;
    this.lines = lines;
    int to = from;
    int pipes = 0;
    while (to < lines.size() && isCell(lines.get(to))) {
      pipes += lines.get(to).isLonePipe() ? 1 : 0;
      to++;
    }
    this.end = to;
    if (pipes > 3) {
      partedByPipes(from, to);
    } else {
      for (int i = from; i < to; i++) {
        if (!lines.get(i).isLonePipe()) {
          add(i, i);
        }
      }
    }
    search();
  }

  private boolean isCell(TableLine line) {
    return line.isLonePipe()
        || line.text().length() <= LONGEST_CELL
            && line.separators().get(0) != CellSeparator.PIPES
            && line.cells(CellSeparator.GAPS).size() < 3;
  }

  private void add(int first, int last) {
    cells.add(
        lines.subList(first, last + 1).stream()
            .map(TableLine::asCell)
            .reduce(TableCell::join)
            .orElseThrow());
    places.add(new int[] {first, last});
  }

  private void partedByPipes(int from, int to) {
    int first = from;
    while (first < to && !lines.get(first).isLonePipe()) {
      first++;
    }
    if (first > from) {
      add(first - 1, first - 1);
    }
    first++;
    for (int i = first; i <= to; i++) {
      if (i < to && !lines.get(i).isLonePipe()) {
        continue;
      }
      if (i > first) {
        // After the last pipe stands the last cell, and then what follows the table.
        int last = i == to ? first : i - 1;
        boolean heads = words.headers.is("role/indicator", lines.get(last).asCell().text());
        add(heads ? last : first, last);
      }
      first = i + 1;
    }
  }

  private void search() {
    columns = cells.stream().map(headers::column).toList();
    int figure = 0;
    int at = 0;
    while (at < cells.size()) {
      figure = Math.max(figure, at + 1);
      while (figure < cells.size() && !isFigure(cells.get(figure).text())) {
        figure++;
      }
      if (figure >= cells.size()) {
        return;
      }
      FlattenedTable table =
          figure - at <= FlattenedTableFinder.MOST_COLUMNS && startsHeader(at)
              ? from(at, figure)
              : null;
      if (table == null) {
        at++;
      } else {
        tables.add(table);
        at = next;
      }
    }
  }

  private boolean isFigure(String text) {
    return TableHeaderReader.year(text) == 0
        && !text.isEmpty()
        && Character.isDigit(text.charAt(0))
        && words.number(text) != null;
  }

  private boolean startsHeader(int at) {
    TableColumn column = columns.get(at);
    if (column == null) {
      return false;
    }
    return switch (column.role()) {
      case LABEL, ORDINAL, CATEGORY -> true;
      default ->
          at + 1 < cells.size()
              && TableHeaderReader.year(cells.get(at).text()) > 0
              && TableHeaderReader.year(cells.get(at + 1).text()) > 0;
    };
  }

  /** The table with the most rows of those with a header from a cell on; null if there is none. */
  private FlattenedTable from(int at, int figure) {
    FlattenedTable best = null;
    int bestNext = 0;
    List<TableColumn> header = new ArrayList<>();
    for (int n = 1; at + n < figure + 1 && n <= FlattenedTableFinder.MOST_COLUMNS; n++) {
      int i = at + n - 1;
      if (columns.get(i) == null) {
        break;
      }
      header.add(columns.get(i));
      if (n < 2 || at + n < figure - 8) {
        continue;
      }
      List<TableColumn> shape = TableHeaderReader.withLabelColumn(header);
      if (shape == null || shape.size() < 2) {
        continue;
      }
      ColumnAligner aligner = new ColumnAligner(words, shape);
      List<TableCell> head = List.copyOf(cells.subList(at, at + n));
      FlattenedTable table =
          new FlattenedTable(aligner, places.get(at)[0], places.get(i)[1] + 1, head);
      int after = grow(table, at + n);
      if (table.numericRows > 1 && (best == null || table.numericRows > best.numericRows)) {
        best = table;
        bestNext = after;
      }
    }
    next = bestNext;
    return best;
  }

  /** Takes the rows that follow; where the cells after them begin. */
  private int grow(FlattenedTable table, int from) {
    int at = from;
    while (at < cells.size()) {
      int row = at;
      int size = rowAt(table, row);
      while (size == 0) {
        boolean section =
            row - at < FlattenedTableFinder.MOST_SECTIONS
                && row < cells.size()
                && cells.get(row).hasWord()
                && cells.get(row).text().length() <= FlattenedTableFinder.LONGEST_SECTION;
        if (!section) {
          return at;
        }
        size = rowAt(table, ++row);
      }
      cells.subList(at, row).forEach(table::addSection);
      at = row + size;
      table.addRow(table.aligner.row(cells.subList(row, at), CellSeparator.SPACES));
      table.endLine = places.get(at - 1)[1] + 1;
      while (table.endLine < end && lines.get(table.endLine).isLonePipe()) {
        table.endLine++;
      }
    }
    return at;
  }

  /** Of how many cells the row is that starts there; 0 if none does. */
  private int rowAt(FlattenedTable table, int at) {
    int most = Math.min(table.aligner.maxCells(), cells.size() - at);
    boolean numbered = table.aligner.columns.stream().anyMatch(c -> c.role() == ColumnRole.ORDINAL);
    int found = 0;
    for (int size = 2; size <= most; size++) {
      AlignedRow row = table.aligner.row(cells.subList(at, at + size), CellSeparator.SPACES);
      boolean counted = row != null && row.hasNumber();
      if (counted
          && (numbered || at + size == cells.size() || !isFigure(cells.get(at + size).text()))) {
        found = size;
      }
    }
    return found;
  }
}
