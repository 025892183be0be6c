package org.duibiao.normalize.table;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duibiao.ingest.table.ColumnMapping;
import org.duibiao.ingest.table.ColumnMapping.ValueColumn;
import org.duibiao.ingest.table.FileRecord;
import org.duibiao.ingest.table.TableLayout.ColumnRole;
import org.duibiao.normalize.cell.Header;
import org.duibiao.normalize.cell.HeaderBuilder;
import org.duibiao.normalize.cell.HeaderReader;
import org.duibiao.normalize.cell.TermPath;
import org.duibiao.normalize.cell.UnitReader;

/**
 * What the headers over the columns of values say, and the labels of rows: a row's own, and those
 * of the rows above it that it belongs to. A header that is marked as a part (#医院, 其中:医院) is a part
 * of the nearest column to its left that is not.
 *
 * <pre>
 * 2022年                    a row without values: the time of the rows below
 * 床位数(张)      65,000
 *   #医院         50,000    a part of the row above: hospital beds
 * </pre>
 */
final class TableLabels {

  /** A row that is marked as a part stands below each row that is not. */
  private static final int MARKED = 1000;

  private final HeaderReader headers;
  private final TermPath paths;
  private final ColumnMapping mapping;
  private final Map<ValueColumn, Header> columns = new HashMap<>();
  private final Deque<LabelledRow> above = new ArrayDeque<>();
  private Header section = Header.NONE;
  private Header current = Header.NONE;

  private record LabelledRow(int depth, Header labels) {}

  TableLabels(HeaderReader headers, TermPath paths, ColumnMapping mapping) {
    this.headers = headers;
    this.paths = paths;
    this.mapping = mapping;
    Header whole = Header.NONE;
    String group = "";
    for (ValueColumn column : mapping.values()) {
      Header own = Header.NONE;
      if (column.meaning().isEmpty()) {
        // The header of the only column of values may say more than that it holds them: 数值(万人).
        own = but(read(column.name())).terms(List.of()).part(false).build();
      }
      for (Map.Entry<ColumnRole, String> each : column.meaning().entrySet()) {
        own = add(own, each.getKey(), each.getValue());
      }
      String above = above(column.name());
      if (!own.part()) {
        whole = own;
        group = above;
      } else if (isBeside(above, group)) {
        int size = own.terms().size();
        List<String> narrowest = own.terms().subList(Math.max(0, size - 1), size);
        own = but(own).terms(narrowest).build().within(whole);
      }
      columns.put(column, own);
    }
  }

  /** What the headers over a column say. */
  Header of(ValueColumn column) {
    return columns.get(column);
  }

  private Header read(String name) {
    return Arrays.stream(name.split(ColumnMapping.HEADER_SEPARATOR, -1))
        .filter(part -> !part.isBlank())
        .map(headers::read)
        .reduce(Header.NONE, (wider, narrower) -> narrower.within(wider));
  }

  private static HeaderBuilder but(Header header) {
    return HeaderBuilder.builder(header);
  }

  /** The headers above the last of a column. */
  private static String above(String name) {
    return name.substring(0, Math.max(0, name.lastIndexOf(ColumnMapping.HEADER_SEPARATOR)));
  }

  /** Whether two columns have the same headers above their last; 其中 alone is no header. */
  private boolean isBeside(String above, String group) {
    Header last =
        headers.read(
            above.substring(above.lastIndexOf(ColumnMapping.HEADER_SEPARATOR.strip()) + 1));
    return (last.part() && last.terms().isEmpty() ? above(above) : above).equals(group);
  }

  /** With what a header says in a role; it is taken in that role though it is not known. */
  private Header add(Header labels, ColumnRole role, String text) {
    if (text.isBlank() || role == ColumnRole.NOTE) {
      return labels;
    }
    Header said = read(text).within(labels);
    return switch (role) {
      case CITY ->
          but(labels)
              .area(headers.narrower(labels.area(), said.area() != null ? said.area() : text))
              .build();
      case UNIT -> but(labels).unit(headers.unit(text)).build();
      case PERIOD -> said.period() != null ? said : but(labels).period(text).build();
      case SCOPE -> said.scope() != null ? said : but(labels).scope(text).build();
      default -> said;
    };
  }

  /** Takes the next row of the table. */
  void next(FileRecord row) {
    String label = mapping.cell(row, ColumnRole.INDICATOR);
    if (isWithoutValues(row)) {
      Header said = section(row);
      if (said != null) {
        section = said.terms().isEmpty() ? said.within(section) : said;
        above.clear();
        current = section;
        return;
      }
    }
    if (ValueInterpreter.isBlank(label)) {
      current = section;
      return;
    }
    Header own = headers.read(label);
    int depth = (own.part() || isNextPart(own.terms()) ? MARKED : 0) + indentation(label);
    while (!above.isEmpty() && above.peek().depth >= depth) {
      above.pop();
    }
    if (own.unit() == null) {
      UnitReader.PrintedUnit unit = headers.unit(mapping.cell(row, ColumnRole.UNIT));
      own = HeaderBuilder.builder(own).unit(unit).build();
    }
    String kind = mapping.cell(row, ColumnRole.NAME);
    if (kind != null && !kind.isBlank()) {
      own = headers.read(kind).within(own);
    }
    current = section;
    above.descendingIterator().forEachRemaining(wider -> current = wider.labels.within(current));
    current = own.within(current);
    above.push(new LabelledRow(depth, own));
  }

  /** 女性 below 其中:男性 is not marked, but known only as a part of the same whole. */
  private boolean isNextPart(List<String> term) {
    if (term.isEmpty() || above.size() < 2 || above.peek().depth < MARKED) {
      return false;
    }
    List<String> path = new ArrayList<>(term);
    above.stream().skip(1).forEach(row -> path.addAll(0, row.labels.terms()));
    return headers.meaning(term.get(0)).isEmpty() && paths.compose(path).meaning().isPresent();
  }

  /** What is said of the row that was taken last. */
  Header ofRow() {
    return current;
  }

  private boolean isWithoutValues(FileRecord row) {
    return mapping.values().stream()
        .map(column -> ColumnMapping.cell(row, column.ordinal()))
        .allMatch(cell -> cell == null || cell.isBlank());
  }

  /** What the only cell of a row says of the rows below it; null if there is no such cell. */
  private Header section(FileRecord row) {
    List<String> filled = row.cells().stream().filter(cell -> !cell.isBlank()).limit(2).toList();
    if (filled.size() != 1 || filled.get(0).equals(mapping.cell(row, ColumnRole.NOTE))) {
      return null;
    }
    Header said = headers.read(filled.get(0));
    boolean label = filled.get(0).equals(mapping.cell(row, ColumnRole.INDICATOR));
    return label || said.terms().isEmpty() ? said : null;
  }

  private static int indentation(String label) {
    return (int)
        label.chars().takeWhile(c -> Character.isWhitespace(c) || Character.isSpaceChar(c)).count();
  }
}
