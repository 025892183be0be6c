package org.duibiao.ingest.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    List<List<String>> headers =
        new ArrayList<>(Collections.nCopies(layout.headerRows(), List.of()));
    BitSet content = new BitSet();
    lastRow = 0;
    forEachRow(
        (number, cells) -> {
          lastRow = number;
          width = Math.max(width, cells.size());
          if (number < dataRow) {
            headers.set(number - headerRow, cells);
          } else {
            IntStream.range(0, cells.size())
                .filter(i -> !cells.get(i).isBlank())
                .forEach(content::set);
          }
        });
    if (lastRow < dataRow) {
      throw new UnreadableFileException("empty.grid", grid.place(), dataRow - 1);
    }
    List<List<String>> paths =
        ColumnNames.paths(headers, headerRow, merges, width, layout.across());
    mapping = ColumnMapping.of(layout, ColumnNames.names(paths, content, merges, dataRow - 1));
    // Where the table ends is known only by what stands in value positions.
    long[] rows = new long[2];
    forEachRow(
        (number, cells) -> {
          rows[0] += number < dataRow ? 0 : 1;
          if (number >= dataRow && isRecord(cells)) {
            rows[1] = rows[0];
            lastRow = number;
          }
        });
    if (rows[1] == 0) {
      throw new UnreadableFileException("empty.values", grid.place(), dataRow - 1);
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
    Map<Integer, List<Grid.CellRange>> byRow =
        merges.stream()
            .filter(merge -> merge.lastRow() > merge.firstRow() && merge.lastRow() >= dataRow)
            .filter(merge -> mapping.isRole(merge.firstColumn()))
            .collect(Collectors.groupingBy(Grid.CellRange::firstRow));
    Map<Integer, Merged> open = new HashMap<>();
    forEachRow(
        (number, cells) -> {
          if (number < dataRow || number > lastRow) {
            return;
          }
          List<String> filled = new ArrayList<>(cells);
          open.forEach(
              (column, merged) -> {
                if (number <= merged.lastRow()) {
                  filled.addAll(Collections.nCopies(Math.max(0, column + 1 - filled.size()), ""));
                  filled.set(
                      column, filled.get(column).isBlank() ? merged.text() : filled.get(column));
                }
              });
          for (Grid.CellRange merge : byRow.getOrDefault(number, List.of())) {
            int column = merge.firstColumn();
            String text = column < cells.size() ? cells.get(column) : "";
            open.put(column, new Merged(merge.lastRow(), text));
          }
          records.accept(new FileRecord(Locators.row(grid.place(), number), filled));
        });
  }

  private record Merged(int lastRow, String text) {}

  /**
   * Passes on the rows of the table from its header on, without what stands beside it, and finds
   * its merged cells.
   */
  private void forEachRow(Grid.Sink rows) throws IOException, UnreadableFileException {
    merges.clear();
    grid.content()
        .read(
            new Grid.Sink() {
              @Override
              public void row(int number, List<String> cells) {
                if (number < headerRow || number > range.lastRow()) {
                  return;
                }
                List<String> inside =
                    new ArrayList<>(
                        cells.subList(0, Math.min(cells.size(), range.lastColumn() + 1)));
                int beside = Math.min(range.firstColumn(), inside.size());
                Collections.fill(inside.subList(0, beside), "");
                if (!inside.stream().allMatch(String::isBlank)) {
                  rows.row(number, inside);
                }
              }

              @Override
              public void merge(Grid.CellRange area) {
                if (area.lastRow() >= headerRow && area.firstRow() <= range.lastRow()) {
                  merges.add(area);
                }
              }
            });
  }
}
