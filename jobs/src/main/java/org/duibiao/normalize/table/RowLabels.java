package org.duibiao.normalize.table;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.duibiao.ingest.table.ColumnMapping;
import org.duibiao.ingest.table.FileRecord;
import org.duibiao.ingest.table.TableLayout.ColumnRole;
import org.duibiao.normalize.cell.CellReader;
import org.duibiao.normalize.cell.HeaderReader;
import org.duibiao.normalize.cell.HeaderReader.Header;
import org.duibiao.normalize.cell.TermPath;

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

  private final CellReader cells;
  private final HeaderReader headers;
  private final TermPath paths;
  private final Deque<LabelledRow> above = new ArrayDeque<>();
  private Labels section = Labels.NONE;
  private Labels current = Labels.NONE;

  private record LabelledRow(int depth, Labels labels) {}

  RowLabels(CellReader cells, HeaderReader headers, TermPath paths) {
    this.cells = cells;
    this.headers = headers;
    this.paths = paths;
  }

  /** Takes the next row of the table. */
  void next(ColumnMapping mapping, FileRecord row) {
    String label = mapping.cell(row, ColumnRole.INDICATOR);
    if (isWithoutValues(mapping, row)) {
      Labels said = section(mapping, row);
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
    Header header = headers.read(label);
    boolean part = header.part() || isNextPart(header.term());
    int depth = (part ? MARKED : 0) + indentation(label);
    while (!above.isEmpty() && above.peek().depth >= depth) {
      above.pop();
    }
    Labels own = Labels.NONE.with(header).orUnit(cells.unit(mapping.cell(row, ColumnRole.UNIT)));
    String kind = mapping.cell(row, ColumnRole.NAME);
    if (kind != null && !kind.isBlank()) {
      own = own.with(headers.read(kind));
    }
    Labels around = section;
    for (Iterator<LabelledRow> rows = above.descendingIterator(); rows.hasNext(); ) {
      around = rows.next().labels.within(around);
    }
    current = own.within(around);
    above.push(new LabelledRow(depth, own));
  }

  /** 女性 below 其中:男性 is not marked, but known only as a part of the same whole. */
  private boolean isNextPart(String term) {
    LabelledRow last = above.peek();
    if (last == null || last.depth < MARKED || above.size() < 2 || term.isEmpty()) {
      return false;
    }
    List<String> path = new ArrayList<>();
    above.stream().skip(1).forEach(row -> path.addAll(0, row.labels.terms()));
    path.add(term);
    return headers.meaning(term).isEmpty() && paths.compose(path).meaning().isPresent();
  }

  /** What is said of the row that was taken last. */
  Labels current() {
    return current;
  }

  private static boolean isWithoutValues(ColumnMapping mapping, FileRecord row) {
    for (ColumnMapping.ValueColumn column : mapping.values()) {
      String cell = ColumnMapping.cell(row, column.ordinal());
      if (cell != null && !cell.isBlank()) {
        return false;
      }
    }
    return true;
  }

  /** What the only cell of a row says of the rows below it; null if there is no such cell. */
  private Labels section(ColumnMapping mapping, FileRecord row) {
    String only = null;
    for (String cell : row.cells()) {
      if (!cell.isBlank() && only != null) {
        return null;
      }
      only = cell.isBlank() ? only : cell;
    }
    if (only == null || only.equals(mapping.cell(row, ColumnRole.NOTE))) {
      return null;
    }
    Labels said = Labels.NONE.with(headers.read(only));
    boolean label = only.equals(mapping.cell(row, ColumnRole.INDICATOR));
    return label || said.terms().isEmpty() ? said : null;
  }

  private static int indentation(String label) {
    int depth = 0;
    while (depth < label.length()
        && (Character.isWhitespace(label.charAt(depth))
            || Character.isSpaceChar(label.charAt(depth)))) {
      depth++;
    }
    return depth;
  }
}
