package org.duibiao.ingest.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.duibiao.ingest.file.UnreadableFileException;

/**
 * Reads one table of a sheet or of a page. Headers of several rows become the path of each column;
 * a cell that is merged downwards applies to every row that it covers, if it says what values are
 * about; a merged value is one value. Below the last row with a value there are only footnotes.
 */
public final class GridReader implements RecordReader {

  private final Workbook workbook;
  private final TableLayout layout;
  private final Grid grid;
  private final Grid.CellRange range;
  private final int headerRow;
  private final int dataRow;

  private final List<Grid.CellRange> merges = new ArrayList<>();
  private ColumnMapping mapping;
  private int width;
  private int lastRow;

  /**
   * A reader of one table.
   *
   * @throws UnreadableFileException if the file has no such sheet or table
   */
  public GridReader(Workbook workbook, TableLayout layout) throws UnreadableFileException {
    this.workbook = workbook;
    this.layout = layout;
    this.grid = workbook.grid(layout);
    this.range = layout.range() == null ? Grid.CellRange.ALL : Grid.CellRange.parse(layout.range());
    this.headerRow = range.firstRow() + layout.skipRows();
    this.dataRow = headerRow + layout.headerRows();
  }

  @Override
  public FileSummary check() throws IOException, UnreadableFileException {
    List<List<String>> headers = new ArrayList<>();
    for (int i = 0; i < layout.headerRows(); i++) {
      headers.add(List.of());
    }
    BitSet content = new BitSet();
    int[] last = new int[1];
    merges.clear();
    grid.content()
        .read(
            new TableSink() {
              @Override
              void table(int number, List<String> cells) {
                last[0] = number;
                width = Math.max(width, cells.size());
                if (number < dataRow) {
                  headers.set(number - headerRow, cells);
                  return;
                }
                for (int i = 0; i < cells.size(); i++) {
                  if (!cells.get(i).isBlank()) {
                    content.set(i);
                  }
                }
              }

              @Override
              public void merge(Grid.CellRange area) {
                if (area.lastRow() >= headerRow && area.firstRow() <= range.lastRow()) {
                  merges.add(area);
                }
              }
            });
    if (last[0] < dataRow) {
      throw new UnreadableFileException(
          "empty",
          "%s has nothing below the header, which ends in row %s: check `sheet`, `range`,"
              + " `skip_rows` and `header_rows`, or publish it again",
          grid.place(),
          dataRow - 1);
    }
    for (int i = 0; i < range.firstColumn() && i < width; i++) {
      content.clear(i);
    }
    List<List<String>> paths = ColumnNames.paths(headers, headerRow, merges, width);
    mapping = ColumnMapping.of(layout, ColumnNames.names(paths, content, merges, dataRow - 1));
    return count();
  }

  /** Where the table ends is known only by what stands in value positions. */
  private FileSummary count() throws IOException, UnreadableFileException {
    long[] rows = new long[2];
    lastRow = 0;
    grid.content()
        .read(
            new TableSink() {
              @Override
              void table(int number, List<String> cells) {
                if (number >= dataRow) {
                  rows[0]++;
                  if (isRecord(cells)) {
                    rows[1] = rows[0];
                    lastRow = number;
                  }
                }
              }
            });
    if (rows[1] == 0) {
      throw new UnreadableFileException(
          "empty",
          "%s has no value below row %s: check `range`, `skip_rows`, `header_rows` and `columns`",
          grid.place(),
          dataRow - 1);
    }
    return FileSummary.ofTable(workbook.mediaType(), workbook.charset(), mapping, rows[1]);
  }

  private boolean isRecord(List<String> cells) {
    if (layout.kind() == TableLayout.TableShape.LIST) {
      return width == 1 || cells.stream().filter(cell -> !cell.isBlank()).count() > 1;
    }
    return mapping.values().stream()
        .map(ColumnMapping.ValueColumn::ordinal)
        .anyMatch(ordinal -> ordinal < cells.size() && !cells.get(ordinal).isBlank());
  }

  @Override
  public void records(Consumer<FileRecord> records) throws IOException, UnreadableFileException {
    Map<Integer, List<Grid.CellRange>> byRow = new HashMap<>();
    for (Grid.CellRange merge : merges) {
      if (merge.lastRow() > merge.firstRow()
          && merge.lastRow() >= dataRow
          && mapping.isRole(merge.firstColumn())) {
        byRow.computeIfAbsent(merge.firstRow(), row -> new ArrayList<>()).add(merge);
      }
    }
    Map<Integer, Merged> open = new HashMap<>();
    grid.content()
        .read(
            new TableSink() {
              @Override
              void table(int number, List<String> cells) {
                if (number < dataRow || number > lastRow) {
                  return;
                }
                List<String> filled = cells;
                for (Map.Entry<Integer, Merged> entry : open.entrySet()) {
                  if (number <= entry.getValue().lastRow()) {
                    filled = with(filled, entry.getKey(), entry.getValue().text());
                  }
                }
                for (Grid.CellRange merge : byRow.getOrDefault(number, List.of())) {
                  int column = merge.firstColumn();
                  String text = column < cells.size() ? cells.get(column) : "";
                  open.put(column, new Merged(merge.lastRow(), text));
                }
                records.accept(new FileRecord(Locators.row(grid.place(), number), filled));
              }
            });
  }

  private record Merged(int lastRow, String text) {}

  private static List<String> with(List<String> cells, int column, String text) {
    List<String> changed = new ArrayList<>(cells);
    while (changed.size() <= column) {
      changed.add("");
    }
    if (changed.get(column).isBlank()) {
      changed.set(column, text);
    }
    return changed;
  }

  /** Takes the rows of the table from its header on, without what stands beside it. */
  private abstract class TableSink implements Grid.Sink {

    @Override
    public final void row(int number, List<String> cells) {
      if (number < headerRow || number > range.lastRow()) {
        return;
      }
      int end = Math.min(cells.size(), range.lastColumn() + 1);
      List<String> inside = cells.subList(0, Math.max(end, 0));
      if (range.firstColumn() > 0) {
        inside = new ArrayList<>(inside);
        for (int i = 0; i < range.firstColumn() && i < inside.size(); i++) {
          inside.set(i, "");
        }
      }
      if (!inside.stream().allMatch(String::isBlank)) {
        table(number, inside);
      }
    }

    abstract void table(int number, List<String> cells);
  }
}
