package org.duibiao.prose.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.duibiao.prose.table.ColumnAligner.AlignedRow;
import org.duibiao.prose.table.TableColumn.ColumnRole;
import org.duibiao.prose.table.TableLine.CellSeparator;

/** Finds tables among lines: a row a line under a header, a cell a line, or rows of areas alone. */
final class FlattenedTableFinder {

  static final int MOST_COLUMNS = 40;
  static final int LONGEST_SECTION = 24;
  static final int MOST_SECTIONS = 2;

  private static final int HIGHEST_HEADER = 3;
  private static final int MOST_SKIPPED = 4;

  /** A row without a header says what it is by its area; so many make a table. */
  private static final int FEWEST_ROWS = 3;

  private final CellInterpreter words;
  private final TableHeaderReader headers;

  /** Up to where the lines were looked at for tables without a header. */
  private int lookedTo;

  FlattenedTableFinder(CellInterpreter words, TableHeaderReader headers) {
    this.words = words;
    this.headers = headers;
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
      grow(more, lines);
      if (more.numericRows > 0) {
        tables.add(more);
        at = more.endLine;
      }
    }
    int stackedTo = at;
    while (at < lines.size()) {
      FlattenedTable table = tableAt(lines, at);
      table = table == null ? ofAreas(lines, at) : table;
      List<FlattenedTable> found = table == null ? List.of() : List.of(table);
      int next = at + 1;
      if (table == null && at >= stackedTo) {
        StackedCells stack = new StackedCells(words, headers, lines, at);
        found = stack.tables;
        stackedTo = Math.max(stack.end, next);
      }
      tables.addAll(found);
      at = found.isEmpty() ? next : found.get(found.size() - 1).endLine;
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
      for (int i = 1; i < size; i++) {
        int column = i;
        boolean phone =
            lines.subList(at, to).stream()
                .map(line -> line.cells(form).get(column).text())
                .allMatch(text -> isPhone(text) || words.isMissing(text));
        columns.add(TableColumn.of(phone ? ColumnRole.PHONE : ColumnRole.VALUE, ""));
      }
      // Nothing would tell two columns of figures apart.
      if (columns.stream().filter(c -> c.isValue()).count() == 1) {
        FlattenedTable table =
            new FlattenedTable(new ColumnAligner(words, columns), at, at, List.of());
        grow(table, lines);
        if (table.numericRows >= FEWEST_ROWS) {
          return table;
        }
      }
    }
    return null;
  }

  private boolean isOfArea(TableLine line, CellSeparator form, int size) {
    if (size < 2 || size > MOST_COLUMNS || !line.separators().contains(form)) {
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

  /** The table with a header that begins at a line, or null. */
  FlattenedTable tableAt(List<TableLine> lines, int at) {
    for (CellSeparator form : lines.get(at).separators()) {
      List<TableColumn> columns = null;
      List<TableCell> cells = new ArrayList<>();
      for (int height = 1; height <= HIGHEST_HEADER && at + height < lines.size(); height++) {
        TableLine line = lines.get(at + height - 1);
        if (!line.separators().contains(form)) {
          break;
        }
        List<TableCell> own = line.cells(form);
        if (form == CellSeparator.PIPES && own.size() > 1 && own.get(0).isBlank()) {
          own = own.subList(1, own.size());
        }
        if (own.size() < 2 || own.size() > MOST_COLUMNS) {
          break;
        }
        columns = headers.columnsUnder(columns, own);
        if (columns == null) {
          break;
        }
        cells.addAll(own);
        FlattenedTable table = under(columns, lines, at, height, cells, form);
        if (table != null) {
          return table;
        }
      }
    }
    return null;
  }

  private FlattenedTable under(
      List<TableColumn> header,
      List<TableLine> lines,
      int at,
      int height,
      List<TableCell> cells,
      CellSeparator form) {
    List<TableColumn> columns = TableHeaderReader.withLabelColumn(header);
    if (columns == null) {
      return null;
    }
    boolean parted = form.isMark();
    long known = columns.stream().filter(c -> c.known() && !c.text().isEmpty()).count();
    boolean dense =
        columns.stream().allMatch(c -> !c.isValue() || c.known() || !c.text().isEmpty());
    if (known < (parted ? 1 : 2) || !dense) {
      return null;
    }
    FlattenedTable table =
        new FlattenedTable(new ColumnAligner(words, columns), at, at + height, List.copyOf(cells));
    grow(table, lines);
    return table.numericRows >= (parted && known > 1 ? 1 : 2) ? table : null;
  }

  /** Takes the rows that follow, one a line. */
  void grow(FlattenedTable table, List<TableLine> lines) {
    int at = table.endLine;
    int skipped = 0;
    while (at < lines.size()) {
      AlignedRow row = row(table, lines, at);
      if (row != null) {
        table.addRow(row);
        table.endLine = ++at;
        skipped = 0;
      } else if (skipped < MOST_SKIPPED
          && (lines.get(at).isRule() || repeats(table, lines.get(at)))) {
        at++;
        skipped++;
      } else {
        List<TableCell> sections =
            lines.subList(at, Math.min(lines.size(), at + MOST_SECTIONS)).stream()
                .map(FlattenedTableFinder::section)
                .takeWhile(FlattenedTableFinder::isSection)
                .toList();
        if (sections.isEmpty() || row(table, lines, at + sections.size()) == null) {
          return;
        }
        sections.forEach(table::addSection);
        at += sections.size();
      }
    }
  }

  private static AlignedRow row(FlattenedTable table, List<TableLine> lines, int at) {
    if (at >= lines.size()) {
      return null;
    }
    TableLine line = lines.get(at);
    return line.separators().stream()
        .map(form -> table.aligner.row(line.cells(form), form))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static boolean repeats(FlattenedTable table, TableLine line) {
    List<String> header = table.header.stream().map(TableCell::text).toList();
    return !header.isEmpty()
        && line.separators().stream()
            .map(form -> line.cells(form).stream().map(TableCell::text).toList())
            .filter(cells -> cells.size() == header.size() && cells.get(0).equals(header.get(0)))
            .findFirst()
            .filter(header::containsAll)
            .isPresent();
  }

  /** Whether the only cell of a line may stand over some rows: a few words. */
  private static boolean isSection(TableCell cell) {
    return cell != null
        && cell.hasWord()
        && cell.text().length() <= LONGEST_SECTION
        && cell.text().indexOf('，') < 0
        && cell.text().indexOf(':') < 0;
  }

  private static TableCell section(TableLine line) {
    if (line.isLonePipe() || line.isRule()) {
      return null;
    }
    TableCell only = null;
    for (CellSeparator form : line.separators()) {
      if (form == CellSeparator.SPACES) {
        break;
      }
      List<TableCell> filled = line.cells(form).stream().filter(c -> !c.isBlank()).toList();
      if (filled.size() != 1) {
        return null;
      }
      only = filled.get(0);
    }
    return only;
  }
}
