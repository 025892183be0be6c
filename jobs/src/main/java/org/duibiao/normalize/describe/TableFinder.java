package org.duibiao.normalize.describe;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.duibiao.catalogue.Terms;
import org.duibiao.ingest.FilePreview;
import org.duibiao.ingest.table.Grid;
import org.duibiao.ingest.table.TableLayout.ColumnRole;
import org.duibiao.normalize.cell.CellClassifier;

/**
 * Finds tables on a sheet: rows of numbers, the header right above them, titles above that, and
 * footnotes below.
 */
final class TableFinder {

  private static final int MAX_HEADER_ROWS = 4;
  private static final int MAX_GAP = 3;

  private static final List<ColumnRole> SERIES =
      List.of(ColumnRole.INDICATOR, ColumnRole.CITY, ColumnRole.UNIT, ColumnRole.NOTE);

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
   * @param series what each row of the header says, if its first cell tells; else empty
   * @param titles what stands above
   * @param footnotes what stands below
   */
  record FoundTable(
      int headerRow,
      int headerRows,
      int lastRow,
      int firstColumn,
      int lastColumn,
      List<ColumnRole> series,
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
    int free = 0;
    for (int index = 0; index < rowNumbers.size(); index++) {
      List<ColumnRole> series = seriesFrom(index);
      if (!series.isEmpty()) {
        int start = index + series.size();
        int end = start;
        while (end + 1 < rowNumbers.size() && isDated(end + 1)) {
          end++;
        }
        found.add(table(index, start, end, free, new int[] {0, width(index, end) - 1}, series));
        free = end + 1;
        index = end;
        continue;
      }
      if (!isData(index)) {
        continue;
      }
      int start = index;
      while (isBelow(start, free) && (isLabelOnly(start - 1, start) || isLabelRow(start - 1))) {
        start--;
      }
      int header = start;
      while (isBelow(header, free) && start - header < MAX_HEADER_ROWS && isHeader(header - 1)) {
        header--;
      }
      int end = lastDataRow(index);
      if (header < start) {
        found.addAll(sideBySide(header, start, end, free));
      }
      free = end + 1;
      index = end;
    }
    return found;
  }

  /**
   * What rows say that describe a series a column, with dates below them: 指标名称, 频率, 单位, 来源. Empty
   * if there are none from a row on.
   */
  private List<ColumnRole> seriesFrom(int index) {
    List<ColumnRole> said = new ArrayList<>();
    for (int i = index; i < rowNumbers.size(); i++) {
      String label = cell(cells(i), 0);
      ColumnRole role =
          SERIES.stream()
              .filter(each -> classifier.matchesWords("series/" + each.id(), label))
              .findFirst()
              .orElse(label.isBlank() && i == index ? ColumnRole.INDICATOR : null);
      if (role == null) {
        boolean isSeries =
            said.size() > 2
                && said.contains(ColumnRole.NOTE)
                && said.stream().filter(each -> each == ColumnRole.INDICATOR).count() == 1
                && isDated(i);
        return isSeries ? said : List.of();
      }
      said.add(role);
    }
    return List.of();
  }

  private boolean isDated(int index) {
    return classifier.isPeriod(cell(cells(index), 0));
  }

  private int width(int from, int to) {
    return IntStream.rangeClosed(from, to).map(i -> cells(i).size()).max().orElse(0);
  }

  /** Whether a row stands right below another one that belongs to no table yet. */
  private boolean isBelow(int index, int free) {
    return index > free && rowNumbers.get(index) - rowNumbers.get(index - 1) == 1;
  }

  private List<String> cells(int index) {
    return table.rows().get(rowNumbers.get(index));
  }

  /** A cell of a row; empty where the row is too short. */
  static String cell(List<String> cells, int column) {
    return column < cells.size() ? cells.get(column) : "";
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
      boolean merged =
          table.merges().stream()
              .filter(m -> m.firstRow() <= row && m.lastRow() >= row)
              .anyMatch(
                  m ->
                      m.firstRow() < row
                          || m.firstColumn() > 0 && m.lastColumn() > m.firstColumn());
      return filled == 1 && (merged || isOnlyHeader(index));
    }
    return cells.stream().noneMatch(this::isUnitTitle) && !isData(index) && !isLabelRow(index);
  }

  /** The only header of a table of labels and one column of values. */
  private boolean isOnlyHeader(int index) {
    List<String> below = index + 1 < rowNumbers.size() ? cells(index + 1) : List.of();
    return firstFilled(cells(index)) == 1
        && below.size() == 2
        && filled(below) == 2
        && isData(index + 1);
  }

  private static int firstFilled(List<String> cells) {
    return (int) cells.stream().takeWhile(String::isBlank).count();
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
    return periods == 1 && areas <= 2
        || periods == 0 && areas > 0 && areas <= 2 && !cells.get(0).isBlank();
  }

  private boolean isUnitTitle(String cell) {
    return SourceDraft.afterLabel(classifier.catalogue().words("unit/before"), cell) != null;
  }

  /** A row of which only the label is filled: 2018年, and values to come. */
  private boolean isLabelOnly(int index, int next) {
    int only = firstFilled(cells(index));
    return filled(cells(index)) == 1
        && classifier.isPeriod(cells(index).get(only))
        && classifier.isPeriod(cell(cells(next), only));
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
    BitSet used = new BitSet();
    for (int i = header; i <= end; i++) {
      List<String> cells = cells(i);
      IntStream.range(0, cells.size()).filter(j -> !cells.get(j).isBlank()).forEach(used::set);
    }
    int width = used.length();
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
    boolean apart =
        segments.size() > 1
            && segments.stream()
                .allMatch(each -> each[1] > each[0] && hasLabels(each[0], each[1], start, end));
    if (!apart) {
      segments = repeated(used.nextSetBit(0), width, start, end);
    }
    return segments.stream()
        .map(segment -> table(header, start, end, free, segment, List.of()))
        .toList();
  }

  private FoundTable table(
      int header, int start, int end, int free, int[] segment, List<ColumnRole> series) {
    return new FoundTable(
        rowNumbers.get(header),
        rowNumbers.get(start) - rowNumbers.get(header),
        rowNumbers.get(end),
        segment[0],
        segment[1],
        series,
        texts(free, header),
        texts(end + 1, Math.min(end + 8, rowNumbers.size())));
  }

  /** Blocks that begin with labels under the same header: 城市, 医院, 城市, 床位. */
  private List<int[]> repeated(int first, int width, int start, int end) {
    List<String> header = cells(start - 1);
    String label = Terms.key(cell(header, first));
    int[] starts =
        IntStream.range(first, width)
            .filter(i -> i == first || i > first + 1 && Terms.key(cell(header, i)).equals(label))
            .filter(
                i ->
                    i == first
                        || i < width - 1 && !label.isEmpty() && !isNumeric(i, start, end)
                        || hasLabels(i, i, start, end))
            .toArray();
    return IntStream.range(0, starts.length)
        .mapToObj(i -> new int[] {starts[i], i + 1 < starts.length ? starts[i + 1] - 1 : width - 1})
        .toList();
  }

  private boolean isNumeric(int column, int start, int end) {
    return IntStream.rangeClosed(start, end)
        .mapToObj(i -> cell(cells(i), column))
        .allMatch(cell -> cell.isBlank() || classifier.isNumber(cell));
  }

  /** Whether most rows of one of some columns name an area or a period. */
  private boolean hasLabels(int first, int last, int start, int end) {
    List<List<String>> rows =
        IntStream.rangeClosed(start, end)
            .mapToObj(this::cells)
            .map(row -> row.subList(Math.min(first, row.size()), Math.min(last + 1, row.size())))
            .filter(row -> filled(row) > 0)
            .toList();
    return IntStream.rangeClosed(0, last - first)
        .anyMatch(
            column ->
                rows.stream().filter(row -> isLabel(cell(row, column))).count() * 2 > rows.size());
  }

  private List<String> texts(int from, int to) {
    return rowNumbers.subList(from, Math.max(from, to)).stream()
        .flatMap(row -> table.rows().get(row).stream())
        .filter(cell -> !cell.isBlank())
        .map(String::strip)
        .toList();
  }

  /** Which share of the filled cells of a column satisfies something. */
  static double shareMatching(Map<Integer, List<String>> rows, int column, Predicate<String> test) {
    List<String> filled =
        rows.values().stream()
            .map(cells -> cell(cells, column))
            .filter(cell -> !cell.isBlank())
            .toList();
    return filled.isEmpty() ? 0 : (double) count(filled, test) / filled.size();
  }
}
