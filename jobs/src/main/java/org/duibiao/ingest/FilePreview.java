package org.duibiao.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.duibiao.ingest.file.UnreadableFileException;
import org.duibiao.ingest.table.CsvReader;
import org.duibiao.ingest.table.DelimiterDetector;
import org.duibiao.ingest.table.Grid;
import org.duibiao.ingest.table.Workbook;
import org.duibiao.ingest.text.DocumentText;

/**
 * What a file without a sidecar shows: its tables as grids of text, or its running text.
 *
 * @param heading what stands outside the tables: a page's title and first lines; may be empty
 * @param tables its tables; empty for running text
 * @param text its running text, or null
 */
public record FilePreview(String heading, List<PreviewTable> tables, String text) {

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
  public record PreviewTable(
      String kind,
      String name,
      SortedMap<Integer, List<String>> rows,
      List<Grid.CellRange> merges) {}

  /**
   * Looks at a file.
   *
   * @throws UnreadableFileException if it cannot be read, whatever its sidecar will say
   */
  public static FilePreview of(byte[] bytes) throws IOException, UnreadableFileException {
    if (bytes.length == 0) {
      throw new UnreadableFileException("empty.preview");
    }
    FileFormat format = FileFormat.of(() -> new ByteArrayInputStream(bytes));
    if (format == FileFormat.TEXT) {
      return plainText(format.text(bytes, null).text());
    }
    DocumentText document =
        format.hasText() || !format.hasTables() ? format.text(bytes, null) : null;
    String text = document == null ? null : document.text();
    if (!format.hasTables()) {
      return new FilePreview("", List.of(), text);
    }
    Workbook workbook = format.tables(bytes, null);
    String start = text == null ? "" : text.substring(0, Math.min(text.length(), MAX_HEADING));
    return new FilePreview(
        workbook.title() == null ? "" : workbook.title() + "\n" + start, tables(workbook), text);
  }

  private static List<PreviewTable> tables(Workbook workbook)
      throws IOException, UnreadableFileException {
    List<PreviewTable> tables = new ArrayList<>();
    for (Grid grid : workbook.grids()) {
      SortedMap<Integer, List<String>> rows = new TreeMap<>();
      List<Grid.CellRange> merges = new ArrayList<>();
      grid.content()
          .read(
              new Grid.Sink() {
                @Override
                public void row(int number, List<String> cells) {
                  if (rows.size() < MAX_ROWS) {
                    rows.put(number, cells);
                  }
                }

                @Override
                public void merge(Grid.CellRange area) {
                  merges.add(area);
                }
              });
      String[] place = grid.place().split(":", 2);
      tables.add(new PreviewTable(place[0], place[1], rows, List.copyOf(merges)));
    }
    return tables;
  }

  /** Delimited text has about as many cells in each line; running text has not. */
  private static FilePreview plainText(String text) {
    CSVFormat format = CsvReader.FORMAT.builder().setDelimiter(DelimiterDetector.of(text)).get();
    SortedMap<Integer, List<String>> rows = new TreeMap<>();
    try (CSVParser parser = CSVParser.parse(text, format)) {
      parser.stream()
          .filter(row -> row.size() > 1 || !row.get(0).isBlank())
          .limit(MAX_ROWS)
          .forEach(row -> rows.put((int) row.getRecordNumber(), row.toList()));
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
    return alike > 1 && alike * 2 > widths.size()
        ? new FilePreview("", List.of(new PreviewTable("text", "1", rows, List.of())), null)
        : new FilePreview("", List.of(), text);
  }
}
