package org.duibiao.ingest.table;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
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

  private final CharsetDetector.ByteSource bytes;
  private final TableLayout layout;
  private final CSVFormat format;
  private final CharsetDetector.DetectedCharset charset;

  public CsvReader(CharsetDetector.ByteSource bytes, TableLayout layout, String charsetLabel)
      throws IOException, UnreadableFileException {
    if (layout.sheet() != null || layout.table() != null || layout.range() != null) {
      throw new UnreadableFileException("sheet_missing.delimited");
    }
    this.bytes = bytes;
    this.layout = layout;
    this.charset = CharsetDetector.detect(bytes, charsetLabel);
    try (Reader text = charset.open(bytes)) {
      this.format = FORMAT.builder().setDelimiter(DelimiterDetector.of(text)).get();
    }
  }

  @Override
  public FileSummary check() throws IOException, UnreadableFileException {
    List<List<String>> headers = new ArrayList<>();
    long[] records = new long[1];
    read(headers::add, row -> records[0]++);
    if (headers.size() < layout.headerRows()) {
      throw new UnreadableFileException("empty.header", layout.headerRows());
    }
    ColumnMapping mapping = ColumnMapping.of(layout, columns(headers, layout.across()));
    if (records[0] == 0) {
      throw new UnreadableFileException("empty.records");
    }
    return FileSummary.ofTable("text/csv", charset.label(), mapping, records[0]);
  }

  @Override
  public void records(Consumer<FileRecord> records) throws IOException, UnreadableFileException {
    read(header -> {}, records);
  }

  private void read(Consumer<List<String>> headers, Consumer<FileRecord> records)
      throws IOException, UnreadableFileException {
    long line = 1;
    int dataRow = layout.skipRows() + layout.headerRows();
    try (Reader text = charset.open(bytes);
        CSVParser parser = CSVParser.builder().setReader(text).setFormat(format).get()) {
      Iterator<CSVRecord> rows = parser.iterator();
      while (rows.hasNext()) {
        CSVRecord row = rows.next();
        if (row.getRecordNumber() > dataRow) {
          if (!row.stream().allMatch(String::isBlank)) {
            records.accept(new FileRecord(Locators.row(line), row.toList()));
          }
        } else if (row.getRecordNumber() > layout.skipRows()) {
          headers.accept(row.toList());
        }
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
