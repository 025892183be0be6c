package org.duibiao.normalize.describe;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.duibiao.ingest.FilePreview;
import org.duibiao.ingest.table.Grid;
import org.duibiao.normalize.cell.CellClassifier;

/**
 * Finds tables on a sheet: rows of numbers, the header right above them, titles above that, and
 * footnotes below.
 */
final class TableFinder {

  private static final int MAX_HEADER_ROWS = 4;
  private static final int MAX_GAP = 3;

  private final CellClassifier classifier;
  private final FilePreview.PreviewTable table;
  private final List<Integer> rowNumbers;

  /**
   * A table that was found.
   *
   * @param headerRow the first row of its header
   * @param headerRows how many rows the header has
   * @param lastRow the last row with a value
   * @param firstColumn its left end, from 0
   * @param lastColumn its right end
   * @param titles what stands above
   * @param footnotes what stands below
   */
  record FoundTable(
      int headerRow,
      int headerRows,
      int lastRow,
      int firstColumn,
      int lastColumn,
      List<String> titles,
      List<String> footnotes) {

    int dataRow() {
      return headerRow + headerRows;
    }
  }

  TableFinder(CellClassifier classifier, FilePreview.PreviewTable table) {
    this.classifier = classifier;
    this.table = table;
    this.rowNumbers = List.copyOf(table.rows().keySet());
  }

  List<FoundTable> find() {
    List<FoundTable> found = new ArrayList<>();
    int index = 0;
    int free = 0;
    while (index < rowNumbers.size()) {
      if (!isData(index)) {
        index++;
        continue;
      }
      int start = index;
      while (start > free
          && rowNumbers.get(start) - rowNumbers.get(start - 1) == 1
          && (isLabelOnly(start - 1, start) || isLabelRow(start - 1))) {
        start--;
      }
      int header = start;
      while (header > free
          && start - header < MAX_HEADER_ROWS
          && rowNumbers.get(header) - rowNumbers.get(header - 1) == 1
          && isHeader(header - 1)) {
        header--;
      }
      int end = lastDataRow(index);
      if (header < start) {
        found.addAll(sideBySide(header, start, end, free));
      }
      free = end + 1;
      index = end + 1;
    }
    return found;
  }

  private List<String> cells(int index) {
    return table.rows().get(rowNumbers.get(index));
  }

  private static int filled(List<String> cells) {
    return count(cells, cell -> !cell.isBlank());
  }

  private static int count(List<String> cells, Predicate<String> test) {
    return (int) cells.stream().filter(test).count();
  }

  /** Whether a cell names an area or a period. */
  private boolean isLabel(String cell) {
    return classifier.isArea(cell) || classifier.isPeriod(cell);
  }

  /** A row with a number that is more than a year above other numbers. */
  private boolean isData(int index) {
    List<String> cells = cells(index);
    int filled = filled(cells);
    if (filled < 2) {
      return false;
    }
    int years = count(cells, classifier::isPeriod);
    int figures = count(cells, cell -> !classifier.isPeriod(cell) && classifier.isNumber(cell));
    return figures > 0 && (years < 2 || figures > 1 || filled - years > 1);
  }

  private boolean isHeader(int index) {
    List<String> cells = cells(index);
    int filled = filled(cells);
    if (filled < 2) {
      // A merged header above several columns, but not a title over all of them.
      int row = rowNumbers.get(index);
      boolean spans =
          table.merges().stream()
              .anyMatch(
                  m ->
                      m.firstRow() <= row
                          && m.lastRow() >= row
                          && m.firstColumn() > 0
                          && m.lastColumn() > m.firstColumn());
      boolean covered =
          table.merges().stream().anyMatch(m -> m.firstRow() < row && m.lastRow() >= row);
      return filled == 1 && (spans || covered || isOnlyHeader(index));
    }
    return cells.stream().noneMatch(this::isUnitTitle) && !isData(index) && !isLabelRow(index);
  }

  /** The only header of a table of labels and one column of values. */
  private boolean isOnlyHeader(int index) {
    int column = 0;
    while (cells(index).get(column).isBlank()) {
      column++;
    }
    List<String> below = index + 1 < rowNumbers.size() ? cells(index + 1) : List.of();
    return column == 1 && below.size() == 2 && filled(below) == 2 && isData(index + 1);
  }

  /**
   * A row that names an area, perhaps a period, and has no value: 丹东 2021, or a part of a table.
   */
  private boolean isLabelRow(int index) {
    List<String> cells = cells(index);
    int areas = count(cells, classifier::isArea);
    int periods = count(cells, cell -> !classifier.isArea(cell) && classifier.isPeriod(cell));
    if (areas + periods < filled(cells)) {
      return false;
    }
    boolean period = areas == 0 && periods == 1;
    return period
        || areas > 0 && areas <= 2 && periods <= 1 && (periods == 1 || !cells.get(0).isBlank());
  }

  private boolean isUnitTitle(String cell) {
    return SourceDraft.afterLabel(classifier.catalogue().words("unit/before"), cell) != null;
  }

  /** A row of which only the label is filled: 2018年, and values to come. */
  private boolean isLabelOnly(int index, int next) {
    List<String> cells = cells(index);
    if (filled(cells) != 1) {
      return false;
    }
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isBlank()) {
        String below = i < cells(next).size() ? cells(next).get(i) : "";
        return classifier.isPeriod(cells.get(i)) && classifier.isPeriod(below);
      }
    }
    return false;
  }

  /** The last row of data that goes on from one without another header in between. */
  private int lastDataRow(int from) {
    int end = from;
    int width = cells(from).size();
    int unknown = 0;
    boolean apart = false;
    for (int i = from + 1; i < rowNumbers.size() && unknown <= MAX_GAP; i++) {
      boolean gap = rowNumbers.get(i) - rowNumbers.get(i - 1) > 1;
      if (isLabelRow(i)) {
        continue;
      }
      unknown++;
      // An empty row or a title of its own sets the next table apart.
      apart |= gap || filled(cells(i)) == 1;
      if (isData(i)) {
        unknown = 0;
        apart = false;
        end = i;
        width = Math.max(width, cells(i).size());
      } else if (isNextHeader(i, gap, apart, width)) {
        break;
      }
    }
    return end;
  }

  private boolean isNextHeader(int index, boolean gap, boolean apart, int width) {
    List<String> cells = cells(index);
    int filled = filled(cells);
    if (filled < 2) {
      return false;
    }
    if (gap) {
      return true;
    }
    int known = count(cells, this::isLabel);
    // Rows of a long table may have no value; they still name an area or a period.
    return known == 0 && (apart || filled * 2 >= width) || known >= 3 && !isData(index);
  }

  /** One table, or several with empty columns between them, each with labels of its own. */
  private List<FoundTable> sideBySide(int header, int start, int end, int free) {
    int width = 0;
    BitSet used = new BitSet();
    for (int i = header; i <= end; i++) {
      List<String> cells = cells(i);
      for (int j = 0; j < cells.size(); j++) {
        if (!cells.get(j).isBlank()) {
          used.set(j);
          width = Math.max(width, j + 1);
        }
      }
    }
    for (Grid.CellRange merge : table.merges()) {
      if (merge.firstRow() >= rowNumbers.get(header) && merge.lastRow() <= rowNumbers.get(end)) {
        int to = Math.min(merge.lastColumn() + 1, width);
        used.set(Math.min(merge.firstColumn(), to), to);
      }
    }
    List<int[]> segments = new ArrayList<>();
    for (int from = used.nextSetBit(0); from >= 0; from = used.nextSetBit(from)) {
      int to = used.nextClearBit(from);
      segments.add(new int[] {from, to - 1});
      from = to;
    }
    boolean apart = segments.size() > 1;
    for (int[] segment : segments) {
      apart &= segment[1] > segment[0] && hasLabels(segment, start, end);
    }
    if (!apart) {
      segments = List.of(new int[] {used.nextSetBit(0), width - 1});
    }
    List<FoundTable> found = new ArrayList<>();
    for (int[] segment : segments) {
      found.add(
          new FoundTable(
              rowNumbers.get(header),
              rowNumbers.get(start) - rowNumbers.get(header),
              rowNumbers.get(end),
              segment[0],
              segment[1],
              texts(free, header),
              texts(end + 1, Math.min(end + 8, rowNumbers.size()))));
    }
    return found;
  }

  private boolean hasLabels(int[] segment, int start, int end) {
    for (int column = segment[0]; column <= segment[1]; column++) {
      int labels = 0;
      for (int i = start; i <= end; i++) {
        String cell = column < cells(i).size() ? cells(i).get(column) : "";
        labels += isLabel(cell) ? 1 : 0;
      }
      if (labels * 2 > end - start + 1) {
        return true;
      }
    }
    return false;
  }

  private List<String> texts(int from, int to) {
    return rowNumbers.subList(from, Math.max(from, to)).stream()
        .flatMap(row -> table.rows().get(row).stream())
        .filter(cell -> !cell.isBlank())
        .map(String::strip)
        .toList();
  }

  /** How many cells of a column below a header satisfy something, and how many are filled. */
  static double shareMatching(Map<Integer, List<String>> rows, int column, Predicate<String> test) {
    int filled = 0;
    int matching = 0;
    for (List<String> cells : rows.values()) {
      String cell = column < cells.size() ? cells.get(column) : "";
      if (!cell.isBlank()) {
        filled++;
        matching += test.test(cell) ? 1 : 0;
      }
    }
    return filled == 0 ? 0 : (double) matching / filled;
  }
}
