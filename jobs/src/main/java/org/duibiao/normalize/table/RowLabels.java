package org.duibiao.normalize.table;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.duibiao.ingest.table.ColumnMapping;
import org.duibiao.ingest.table.FileRecord;
import org.duibiao.ingest.table.TableLayout.ColumnRole;
import org.duibiao.normalize.cell.Header;
import org.duibiao.normalize.cell.HeaderBuilder;
import org.duibiao.normalize.cell.HeaderReader;
import org.duibiao.normalize.cell.TermPath;
import org.duibiao.normalize.cell.UnitReader;

/**
 * What the labels of rows say: a row's own, and those of the rows above it that it belongs to.
 *
 * <pre>
 * 2022年                    a row without values: the time of the rows below
 * 床位数(张)      65,000
 *   #医院         50,000    a part of the row above: hospital beds
 * </pre>
 */
final class RowLabels {

  /** A row that is marked as a part stands below each row that is not. */
  private static final int MARKED = 1000;

  private final HeaderReader headers;
  private final TermPath paths;
  private final Deque<LabelledRow> above = new ArrayDeque<>();
  private Header section = Header.NONE;
  private Header current = Header.NONE;

  private record LabelledRow(int depth, Header labels) {}

  RowLabels(HeaderReader headers, TermPath paths) {
    this.headers = headers;
    this.paths = paths;
  }

  /** Takes the next row of the table. */
  void next(ColumnMapping mapping, FileRecord row) {
    String label = mapping.cell(row, ColumnRole.INDICATOR);
    if (isWithoutValues(mapping, row)) {
      Header said = section(mapping, row);
      if (said != null) {
        section = said.terms().isEmpty() ? said.within(section) : said;
        above.clear();
        current = section;
        return;
      }
    }
    if (label == null || label.isBlank()) {
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
  Header current() {
    return current;
  }

  private static boolean isWithoutValues(ColumnMapping mapping, FileRecord row) {
    return mapping.values().stream()
        .map(column -> ColumnMapping.cell(row, column.ordinal()))
        .allMatch(cell -> cell == null || cell.isBlank());
  }

  /** What the only cell of a row says of the rows below it; null if there is no such cell. */
  private Header section(ColumnMapping mapping, FileRecord row) {
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
