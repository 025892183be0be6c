package org.duibiao.prose.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.duibiao.prose.table.ColumnAligner.AlignedRow;
import org.duibiao.prose.table.TableLine.CellSeparator;

/** Finds tables that have a row a line under a header of a few lines. */
final class HeaderedTableFinder {

  static final int MOST_COLUMNS = 40;
  static final int LONGEST_SECTION = 24;
  static final int MOST_SECTIONS = 2;

  private static final int HIGHEST_HEADER = 3;
  private static final int MOST_SKIPPED = 4;

  private final CellInterpreter words;
  private final TableHeaderReader headers;

  HeaderedTableFinder(CellInterpreter words, TableHeaderReader headers) {
    this.words = words;
    this.headers = headers;
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
        List<TableColumn> these = headers.columns(own);
        if (these == null) {
          break;
        }
        columns = columns == null ? these : TableHeaderReader.combineRows(columns, these);
        cells.addAll(own);
        if (columns == null) {
          break;
        }
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
      TableLine line = lines.get(at);
      AlignedRow row = row(table.aligner, line);
      if (row != null) {
        table.addRow(row);
        table.endLine = ++at;
        skipped = 0;
        continue;
      }
      if (skipped < MOST_SKIPPED && (line.isRule() || repeats(table, line))) {
        at++;
        skipped++;
        continue;
      }
      int sections = 0;
      while (at + sections < lines.size()
          && sections < MOST_SECTIONS
          && isSection(lines.get(at + sections))) {
        sections++;
      }
      boolean goesOn =
          sections > 0
              && at + sections < lines.size()
              && row(table.aligner, lines.get(at + sections)) != null;
      if (!goesOn) {
        return;
      }
      for (int i = 0; i < sections; i++) {
        table.addSection(section(lines.get(at + i)));
      }
      at += sections;
    }
  }

  private AlignedRow row(ColumnAligner shape, TableLine line) {
    return line.separators().stream()
        .map(form -> shape.row(line.cells(form), form))
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

  /** A line over some rows: a few words, in one cell. */
  private boolean isSection(TableLine line) {
    TableCell cell = section(line);
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
