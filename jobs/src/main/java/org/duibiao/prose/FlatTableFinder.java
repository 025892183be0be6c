package org.duibiao.prose;

import java.util.ArrayList;
import java.util.List;
import org.duibiao.model.Measure;

/** Finds tables among lines: a row a line under a header, a cell a line, or rows of areas alone. */
final class FlatTableFinder {

  private static final int HIGHEST_HEADER = 3;
  private static final int MOST_COLUMNS = 40;
  private static final int LONGEST_SECTION = 24;
  private static final int LONGEST_CELL = 40;
  private static final int MOST_SECTIONS = 2;
  private static final int MOST_SKIPPED = 4;

  /** A row without a header says what it is by its area; so many make a table. */
  private static final int FEWEST_WITHOUT_HEADER = 3;

  private final TableWords words;
  private final TableHeader headers;

  /** Up to where the lines were looked at for rows of areas. */
  private int areasTo;

  FlatTableFinder(TableWords words, TableHeader headers) {
    this.words = words;
    this.headers = headers;
  }

  /**
   * The tables of some lines, in order.
   *
   * @param open a table whose rows may go on in the first line, or null
   */
  List<FlatTable> find(List<TableLine> lines, FlatTable open) {
    List<FlatTable> tables = new ArrayList<>();
    areasTo = 0;
    int at = 0;
    if (open != null) {
      FlatTable more = new FlatTable(open.shape, 0, 0, List.of());
      grow(more, lines);
      if (more.counted > 0) {
        tables.add(more);
        at = more.to;
      }
    }
    int stackedTo = at;
    while (at < lines.size()) {
      FlatTable table = grid(lines, at);
      if (table == null && at >= areasTo) {
        table = withoutHeader(lines, at);
      }
      if (table == null && at >= stackedTo) {
        Stack stack = new Stack(lines, at);
        for (FlatTable each : stack.tables()) {
          tables.add(each);
          at = each.to;
        }
        stackedTo = Math.max(stack.end, at + 1);
        at = Math.max(at, stack.tables.isEmpty() ? at + 1 : at);
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

  // A row a line.

  private FlatTable grid(List<TableLine> lines, int at) {
    for (TableLine.Form form : lines.get(at).forms()) {
      List<TableColumn> columns = null;
      List<TableCell> cells = new ArrayList<>();
      for (int height = 1; height <= HIGHEST_HEADER && at + height < lines.size(); height++) {
        TableLine line = lines.get(at + height - 1);
        if (!line.forms().contains(form)) {
          break;
        }
        List<TableCell> own = line.cells(form);
        if (form == TableLine.Form.PIPES && own.size() > 1 && own.get(0).isBlank()) {
          own = own.subList(1, own.size());
        }
        if (own.size() < 2 || own.size() > MOST_COLUMNS) {
          break;
        }
        List<TableColumn> these = headers.columns(own);
        if (these == null) {
          break;
        }
        columns = columns == null ? these : TableHeader.over(columns, these);
        cells.addAll(own);
        if (columns == null) {
          break;
        }
        FlatTable table = under(columns, lines, at, height, cells, form);
        if (table != null) {
          return table;
        }
      }
    }
    return null;
  }

  private FlatTable under(
      List<TableColumn> header,
      List<TableLine> lines,
      int at,
      int height,
      List<TableCell> cells,
      TableLine.Form form) {
    List<TableColumn> columns = TableHeader.labelled(header);
    if (columns == null) {
      return null;
    }
    boolean parted = form == TableLine.Form.PIPES || form == TableLine.Form.TABS;
    long known = columns.stream().filter(c -> c.known() && !c.text().isEmpty()).count();
    boolean dense =
        columns.stream()
            .allMatch(c -> c.role() != TableColumn.Role.VALUE || c.known() || !c.text().isEmpty());
    if (known < (parted ? 1 : 2) || !dense) {
      return null;
    }
    FlatTable table =
        new FlatTable(new TableShape(words, columns), at, at + height, List.copyOf(cells));
    grow(table, lines);
    return table.counted >= (parted && known > 1 ? 1 : 2) ? table : null;
  }

  /** Takes the rows that follow, one a line. */
  private void grow(FlatTable table, List<TableLine> lines) {
    int at = table.to;
    int skipped = 0;
    while (at < lines.size()) {
      TableLine line = lines.get(at);
      TableShape.Row row = row(table.shape, line);
      if (row != null) {
        table.add(row);
        table.to = ++at;
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
              && row(table.shape, lines.get(at + sections)) != null;
      if (!goesOn) {
        return;
      }
      for (int i = 0; i < sections; i++) {
        table.section(section(lines.get(at + i)));
      }
      at += sections;
    }
  }

  private TableShape.Row row(TableShape shape, TableLine line) {
    for (TableLine.Form form : line.forms()) {
      TableShape.Row row = shape.row(line.cells(form), form);
      if (row != null) {
        return row;
      }
    }
    return null;
  }

  private static boolean repeats(FlatTable table, TableLine line) {
    if (table.header.isEmpty()) {
      return false;
    }
    String head = table.header.get(0).text();
    for (TableLine.Form form : line.forms()) {
      List<TableCell> cells = line.cells(form);
      if (cells.size() == table.header.size() && cells.get(0).text().equals(head)) {
        return cells.stream()
            .allMatch(c -> table.header.stream().anyMatch(h -> h.text().equals(c.text())));
      }
    }
    return false;
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
    for (TableLine.Form form : line.forms()) {
      if (form == TableLine.Form.SPACES) {
        break;
      }
      int filled = 0;
      for (TableCell cell : line.cells(form)) {
        if (!cell.isBlank()) {
          filled++;
          only = cell;
        }
      }
      if (filled != 1) {
        return null;
      }
    }
    return only;
  }

  // Rows of areas without a header.

  private FlatTable withoutHeader(List<TableLine> lines, int at) {
    for (TableLine.Form form : lines.get(at).forms()) {
      if (form == TableLine.Form.SPACES) {
        continue;
      }
      int size = lines.get(at).cells(form).size();
      int to = at;
      while (to < lines.size() && isOfArea(lines.get(to), form, size)) {
        to++;
      }
      areasTo = Math.max(areasTo, to);
      if (to - at < FEWEST_WITHOUT_HEADER) {
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
        grow(table, lines);
        if (table.counted >= FEWEST_WITHOUT_HEADER) {
          return table;
        }
      }
    }
    return null;
  }

  private boolean isOfArea(TableLine line, TableLine.Form form, int size) {
    if (size < 2 || size > MOST_COLUMNS || !line.forms().contains(form)) {
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

  // A cell a line.

  /** Lines that are a cell each, or cells that lone pipes part. */
  private final class Stack {

    private final List<TableLine> lines;
    private final List<TableCell> cells = new ArrayList<>();
    private final List<Integer> firstLine = new ArrayList<>();
    private final List<Integer> lastLine = new ArrayList<>();
    private final List<FlatTable> tables = new ArrayList<>();
    private final int end;

    Stack(List<TableLine> lines, int from) {
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
            add(lines.get(i).whole(), i, i);
          }
        }
      }
      search();
    }

    List<FlatTable> tables() {
      return tables;
    }

    private boolean isCell(TableLine line) {
      return line.isLonePipe()
          || line.text().length() <= LONGEST_CELL
              && line.forms().get(0) != TableLine.Form.PIPES
              && line.cells(TableLine.Form.GAPS).size() < 3;
    }

    private void add(TableCell cell, int first, int last) {
      cells.add(cell);
      firstLine.add(first);
      lastLine.add(last);
    }

    private void partedByPipes(int from, int to) {
      int i = from;
      while (i < to && !lines.get(i).isLonePipe()) {
        i++;
      }
      if (i > from) {
        add(lines.get(i - 1).whole(), i - 1, i - 1);
      }
      int first = ++i;
      for (; i <= to; i++) {
        boolean closes = i == to || lines.get(i).isLonePipe();
        if (!closes) {
          continue;
        }
        if (i > first) {
          // After the last pipe stands the last cell, and then what follows the table.
          int last = i == to ? first : i - 1;
          boolean heads = words.says("role/indicator", lines.get(last).whole().text());
          int start = heads ? last : first;
          TableCell cell = lines.get(start).whole();
          for (int k = start + 1; k <= last; k++) {
            cell = cell.and(lines.get(k).whole());
          }
          add(cell, start, last);
        }
        first = i + 1;
      }
    }

    private void search() {
      TableColumn[] read = new TableColumn[cells.size()];
      boolean[] refused = new boolean[cells.size()];
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
        FlatTable table =
            figure - at <= MOST_COLUMNS && startsHeader(at)
                ? from(at, figure, read, refused)
                : null;
        at = table == null ? at + 1 : indexAfter(table);
      }
    }

    private int next;

    private int indexAfter(FlatTable table) {
      tables.add(table);
      return next;
    }

    private boolean isFigure(String text) {
      return TableHeader.year(text) == 0
          && !text.isEmpty()
          && Character.isDigit(text.charAt(0))
          && words.figure(text) != null;
    }

    private boolean startsHeader(int at) {
      TableColumn column = headers.column(cells.get(at));
      if (column == null) {
        return false;
      }
      boolean names =
          column.role() == TableColumn.Role.LABEL
              || column.role() == TableColumn.Role.ORDINAL
              || column.role() == TableColumn.Role.CATEGORY;
      return names
          || at + 1 < cells.size()
              && TableHeader.year(cells.get(at).text()) > 0
              && TableHeader.year(cells.get(at + 1).text()) > 0;
    }

    private FlatTable from(int at, int figure, TableColumn[] read, boolean[] refused) {
      FlatTable best = null;
      int bestNext = 0;
      List<TableColumn> header = new ArrayList<>();
      for (int n = 1; at + n < figure + 1 && n <= MOST_COLUMNS; n++) {
        int i = at + n - 1;
        if (read[i] == null && !refused[i]) {
          read[i] = headers.column(cells.get(i));
          refused[i] = read[i] == null;
        }
        if (refused[i]) {
          break;
        }
        header.add(read[i]);
        if (n < 2 || at + n < figure - 8) {
          continue;
        }
        List<TableColumn> columns = TableHeader.labelled(header);
        if (columns == null || columns.size() < 2) {
          continue;
        }
        FlatTable table =
            new FlatTable(
                new TableShape(words, columns),
                firstLine.get(at),
                lastLine.get(i) + 1,
                List.copyOf(cells.subList(at, at + n)));
        int after = grow(table, at + n);
        if (table.counted > 1 && (best == null || table.counted > best.counted)) {
          best = table;
          bestNext = after;
        }
      }
      next = bestNext;
      return best;
    }

    /** Takes the rows that follow; where the cells after them begin. */
    private int grow(FlatTable table, int from) {
      int at = from;
      while (at < cells.size()) {
        int size = rowAt(table, at);
        int sections = 0;
        while (size == 0
            && sections < MOST_SECTIONS
            && at + sections < cells.size()
            && cells.get(at + sections).hasWord()
            && cells.get(at + sections).text().length() <= LONGEST_SECTION) {
          sections++;
          size = rowAt(table, at + sections);
        }
        if (size == 0) {
          return at;
        }
        for (int i = 0; i < sections; i++) {
          table.section(cells.get(at + i));
        }
        at += sections;
        table.add(table.shape.row(cells.subList(at, at + size), TableLine.Form.SPACES));
        at += size;
        table.to = lastLine.get(at - 1) + 1;
        while (table.to < end && lines.get(table.to).isLonePipe()) {
          table.to++;
        }
      }
      return at;
    }

    /** Of how many cells the row is that starts there; 0 if none does. */
    private int rowAt(FlatTable table, int at) {
      int most = Math.min(table.shape.most(), cells.size() - at);
      int found = 0;
      for (int size = 2; size <= most; size++) {
        TableShape.Row row = table.shape.row(cells.subList(at, at + size), TableLine.Form.SPACES);
        if (row != null && row.counted()) {
          boolean ends =
              at + size >= cells.size() || !isFigure(cells.get(at + size).text()) || ordinal(table);
          found = ends ? size : found;
        }
      }
      return found;
    }

    private boolean ordinal(FlatTable table) {
      return table.shape.columns().stream().anyMatch(c -> c.role() == TableColumn.Role.ORDINAL);
    }
  }
}
