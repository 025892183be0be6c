package org.duibiao.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.duibiao.ingest.file.Format;
import org.duibiao.ingest.file.UnreadableException;
import org.duibiao.ingest.table.Delimiter;
import org.duibiao.ingest.table.Grid;
import org.duibiao.ingest.table.Headers;
import org.duibiao.ingest.table.HtmlPage;
import org.duibiao.ingest.table.Workbook;
import org.duibiao.ingest.table.XlsWorkbook;
import org.duibiao.ingest.table.XlsxWorkbook;
import org.duibiao.ingest.text.DocumentText;

/**
 * What a file without a sidecar shows: its tables as grids of text, or its running text.
 *
 * @param mediaType such as text/csv
 * @param charset how text is encoded, or null
 * @param heading what stands outside the tables: a page's title and first lines; may be empty
 * @param tables its tables; empty for running text
 * @param text its running text, or null
 */
public record Preview(
    String mediaType, String charset, String heading, List<Table> tables, String text) {

  private static final int MAX_ROWS = 20_000;
  private static final int LINES_LOOKED_AT = 60;
  private static final int MAX_HEADING = 2_000;

  /**
   * A table, or whatever else stands in a grid.
   *
   * @param kind sheet, table or text
   * @param name the sheet's name, else the number
   * @param rows cells by row, from 1
   * @param merges merged cells
   */
  public record Table(
      String kind, String name, SortedMap<Integer, List<String>> rows, List<Merge> merges) {

    /**
     * The headers above each column, from top to bottom.
     *
     * @param first the first row of the header
     * @param count how many rows it has
     * @param width how many columns the table has
     */
    public List<List<String>> headers(int first, int count, int width) {
      List<List<String>> cells = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        List<String> row = rows.getOrDefault(first + i, List.of());
        cells.add(row.subList(0, Math.min(row.size(), width)));
      }
      return Headers.paths(cells, first, areas(), width);
    }

    private List<Grid.Area> areas() {
      return merges.stream()
          .map(m -> new Grid.Area(m.firstRow, m.lastRow, m.firstColumn, m.lastColumn))
          .toList();
    }

    /**
     * The names that columns under such headers get.
     *
     * @param content the columns with anything below the header
     * @param lastHeaderRow where the header ends
     */
    public List<String> names(List<List<String>> headers, BitSet content, int lastHeaderRow) {
      return kind.equals("text")
          ? Headers.names(headers)
          : Headers.names(headers, content, areas(), lastHeaderRow);
    }

    /** Such as {@code B3:F20}. */
    public static String range(int firstRow, int lastRow, int firstColumn, int lastColumn) {
      return new Grid.Area(firstRow, lastRow, firstColumn, lastColumn).text();
    }
  }

  /** Merged cells; rows from 1, columns from 0, both ends inclusive. */
  public record Merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {}

  /**
   * Looks at a file.
   *
   * @throws UnreadableException if it cannot be read, whatever its sidecar will say
   */
  public static Preview of(byte[] bytes) throws IOException, UnreadableException {
    if (bytes.length == 0) {
      throw new UnreadableException("empty", "the file has no bytes");
    }
    Format format = Format.of(() -> new ByteArrayInputStream(bytes));
    return switch (format) {
      case XLSX -> of(new XlsxWorkbook(bytes), "");
      case XLS -> of(new XlsWorkbook(bytes), "");
      case HTML -> {
        DocumentText page = DocumentText.of(bytes, null);
        HtmlPage parsed = new HtmlPage(bytes, null);
        String title = parsed.page().title();
        String text = page.text();
        String heading = title + "\n" + text.substring(0, Math.min(text.length(), MAX_HEADING));
        Preview tables = of(parsed, heading);
        yield tables.tables.isEmpty()
            ? new Preview(page.mediaType(), page.charset(), heading, List.of(), text)
            : new Preview(page.mediaType(), page.charset(), heading, tables.tables, text);
      }
      case TEXT -> text(bytes);
      case DOCX, PDF, OTHER -> {
        DocumentText document = DocumentText.of(bytes, null);
        yield new Preview(document.mediaType(), document.charset(), "", List.of(), document.text());
      }
    };
  }

  private static Preview of(Workbook workbook, String heading)
      throws IOException, UnreadableException {
    List<Table> tables = new ArrayList<>();
    for (Grid grid : workbook.grids()) {
      SortedMap<Integer, List<String>> rows = new TreeMap<>();
      List<Merge> merges = new ArrayList<>();
      grid.read(
          new Grid.Sink() {
            @Override
            public void row(int number, List<String> cells) {
              if (rows.size() < MAX_ROWS) {
                rows.put(number, cells);
              }
            }

            @Override
            public void merge(Grid.Area area) {
              merges.add(
                  new Merge(
                      area.firstRow(), area.lastRow(), area.firstColumn(), area.lastColumn()));
            }
          });
      int colon = grid.place().indexOf(':');
      tables.add(
          new Table(
              grid.place().substring(0, colon),
              grid.place().substring(colon + 1),
              rows,
              List.copyOf(merges)));
    }
    return new Preview(workbook.mediaType(), workbook.charset(), heading, tables, null);
  }

  /** Delimited text has about as many cells in each line; running text has not. */
  private static Preview text(byte[] bytes) throws IOException, UnreadableException {
    DocumentText document = DocumentText.of(bytes, null);
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setIgnoreEmptyLines(false)
            .setDelimiter(Delimiter.of(document.text()))
            .get();
    SortedMap<Integer, List<String>> rows = new TreeMap<>();
    try (CSVParser parser = CSVParser.parse(document.text(), format)) {
      int number = 0;
      for (CSVRecord row : parser) {
        number++;
        if (row.size() > 1 || !row.get(0).isBlank()) {
          rows.put(number, row.toList());
        }
        if (rows.size() >= MAX_ROWS) {
          break;
        }
      }
    } catch (IOException | UncheckedIOException e) {
      rows.clear();
    }
    List<Integer> widths = rows.values().stream().limit(LINES_LOOKED_AT).map(List::size).toList();
    int alike =
        widths.stream()
            .filter(width -> width > 1)
            .mapToInt(width -> Collections.frequency(widths, width))
            .max()
            .orElse(0);
    boolean isTable = alike > 1 && alike * 2 > widths.size();
    return isTable
        ? new Preview(
            "text/csv",
            document.charset(),
            "",
            List.of(new Table("text", "1", rows, List.of())),
            null)
        : new Preview("text/plain", document.charset(), "", List.of(), document.text());
  }
}
