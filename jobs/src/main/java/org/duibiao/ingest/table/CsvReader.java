package org.duibiao.ingest.table;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.duibiao.ingest.file.CharsetDetector;
import org.duibiao.ingest.file.UnreadableFileException;

/** Reads delimited text. */
public final class CsvReader implements RecordReader {

  /** The format without its delimiter. */
  public static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).get();

  private static final String MEDIA_TYPE = "text/csv";

  private final CharsetDetector.ByteSource bytes;
  private final TableLayout layout;
  private final CSVFormat format;
  private final CharsetDetector.DetectedCharset charset;

  public CsvReader(CharsetDetector.ByteSource bytes, TableLayout layout, String charsetLabel)
      throws IOException, UnreadableFileException {
    if (layout.sheet() != null || layout.table() != null) {
      throw new UnreadableFileException("sheet_missing.delimited");
    }
    this.bytes = bytes;
    this.layout = layout;
    this.charset = CharsetDetector.detect(bytes, charsetLabel);
    try (Reader text = charset.open(bytes)) {
      this.format = FORMAT.builder().setDelimiter(DelimiterDetector.of(text)).get();
    }
  }

  /** A reader of the whole file, or of the range that its layout names. */
  public static RecordReader of(
      CharsetDetector.ByteSource bytes, TableLayout layout, String charsetLabel)
      throws IOException, UnreadableFileException {
    CsvReader reader = new CsvReader(bytes, layout, charsetLabel);
    return layout.range() == null ? reader : new GridReader(reader.workbook(), layout);
  }

  private Workbook workbook() {
    Grid grid =
        new Grid(
            Locators.ROWS,
            sink -> read((row, line) -> sink.row((int) row.getRecordNumber(), row.toList())));
    return new Workbook(MEDIA_TYPE, charset.label(), null, List.of(grid));
  }

  @Override
  public FileSummary check() throws IOException, UnreadableFileException {
    List<List<String>> headers = new ArrayList<>();
    long[] records = new long[1];
    read(
        (row, line) -> {
          if (isRecord(row)) {
            records[0]++;
          } else if (row.getRecordNumber() > layout.skipRows()
              && headers.size() < layout.headerRows()) {
            headers.add(row.toList());
          }
        });
    if (headers.size() < layout.headerRows()) {
      throw new UnreadableFileException("empty.header", layout.headerRows());
    }
    ColumnMapping mapping = ColumnMapping.of(layout, columns(headers, layout.across()));
    if (records[0] == 0) {
      throw new UnreadableFileException("empty.records");
    }
    return FileSummary.ofTable(MEDIA_TYPE, charset.label(), mapping, records[0]);
  }

  private boolean isRecord(CSVRecord row) {
    return row.getRecordNumber() > layout.skipRows() + layout.headerRows()
        && !row.stream().allMatch(String::isBlank);
  }

  @Override
  public void records(Consumer<FileRecord> records) throws IOException, UnreadableFileException {
    read(
        (row, line) -> {
          if (isRecord(row)) {
            records.accept(new FileRecord(Locators.row(line), row.toList()));
          }
        });
  }

  /** Passes on all rows with the line that each begins on. */
  private void read(ObjLongConsumer<CSVRecord> rows) throws IOException, UnreadableFileException {
    long line = 1;
    try (Reader text = charset.open(bytes);
        CSVParser parser = CSVParser.builder().setReader(text).setFormat(format).get()) {
      for (CSVRecord row : parser) {
        rows.accept(row, line);
        // The lines that ended before the next record: it starts on the one after them.
        line = parser.getCurrentLineNumber() + 1;
      }
    } catch (UncheckedIOException e) {
      throw malformed(e.getCause(), line);
    } catch (CSVException e) {
      throw malformed(e, line);
    }
  }

  private static UnreadableFileException malformed(IOException e, long line) throws IOException {
    String message = String.valueOf(e.getMessage());
    if (message.contains("EOF reached before encapsulated token finished")) {
      return new UnreadableFileException("unclosed_quote", line);
    } else if (e instanceof CSVException || message.contains("nvalid char")) {
      return new UnreadableFileException("malformed_csv", line, message);
    }
    throw e;
  }

  /**
   * The columns' names: the headers from top to bottom. A blank header cell in an upper row repeats
   * the one to its left, as merged cells do. Columns of one name are numbered: {@code 数值 #1}.
   */
  static List<String> columns(List<List<String>> headers, List<TableLayout.ColumnRole> across) {
    int width = headers.stream().mapToInt(List::size).max().orElse(0);
    return ColumnNames.names(ColumnNames.paths(headers, 1, List.of(), width, across));
  }
}
