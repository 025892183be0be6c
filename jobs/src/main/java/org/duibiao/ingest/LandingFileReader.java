package org.duibiao.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.duibiao.ingest.file.CharsetDetector;
import org.duibiao.ingest.file.ReadLimits;
import org.duibiao.ingest.file.UnreadableFileException;
import org.duibiao.ingest.sidecar.LandingFile;
import org.duibiao.ingest.sidecar.Sidecar;
import org.duibiao.ingest.table.CsvReader;
import org.duibiao.ingest.table.FileRecord;
import org.duibiao.ingest.table.FileSummary;
import org.duibiao.ingest.table.GridReader;
import org.duibiao.ingest.table.MultiTableReader;
import org.duibiao.ingest.table.RecordReader;
import org.duibiao.ingest.table.TableLayout;
import org.duibiao.ingest.table.Workbook;
import org.duibiao.ingest.text.TextReader;

/** Reads a file of the landing area as its sidecar says: the one way into the readers. */
public final class LandingFileReader {

  private final RecordReader reader;
  private final FileSummary contents;

  private LandingFileReader(RecordReader reader) throws IOException, UnreadableFileException {
    this.reader = reader;
    this.contents = reader.check();
  }

  /**
   * Opens a file and checks it from start to end.
   *
   * @throws UnreadableFileException if it cannot be read as its sidecar says
   */
  public static LandingFileReader open(
      LandingFile file, Sidecar sidecar, Configuration configuration)
      throws IOException, UnreadableFileException {
    if (file.byteSize() == 0) {
      throw new UnreadableFileException(
          "empty", "the file has no bytes: publish it again, or remove it with its sidecar");
    }
    Path path = new Path(file.location());
    FileSystem system = path.getFileSystem(configuration);
    return new LandingFileReader(reader(file.path(), () -> system.open(path), sidecar));
  }

  /**
   * Opens a file that is in memory.
   *
   * @throws UnreadableFileException if it cannot be read as its sidecar says
   */
  public static LandingFileReader open(String path, byte[] bytes, Sidecar sidecar)
      throws IOException, UnreadableFileException {
    return new LandingFileReader(reader(path, () -> new ByteArrayInputStream(bytes), sidecar));
  }

  /** The reader for a file, by what its bytes are: names lie. */
  static RecordReader reader(String path, CharsetDetector.ByteSource bytes, Sidecar sidecar)
      throws IOException, UnreadableFileException {
    FileFormat format = FileFormat.of(bytes);
    if (sidecar.layout() == null) {
      return runningText(path, format, bytes, sidecar);
    }
    List<RecordReader> parts = new ArrayList<>();
    if (format == FileFormat.TEXT) {
      for (TableLayout layout : sidecar.layouts()) {
        parts.add(new CsvReader(bytes, textLayout(layout), sidecar.charset()));
      }
    } else {
      Workbook workbook = format.tables(ReadLimits.bytes(bytes), sidecar.charset());
      for (TableLayout layout : sidecar.layouts()) {
        parts.add(new GridReader(workbook, layout));
      }
      if (sidecar.text() && format.hasText()) {
        parts.add(
            new TextBesideTables(
                format.text(ReadLimits.bytes(bytes), sidecar.charset()),
                workbook,
                sidecar.layouts()));
      }
    }
    if (sidecar.text() && !(format.hasText() && format.hasTables())) {
      throw new UnreadableFileException(
          "no_text",
          "the file has no running text beside its tables: remove `text` from the sidecar");
    }
    return parts.size() == 1 ? parts.get(0) : new MultiTableReader(parts);
  }

  private static TableLayout textLayout(TableLayout layout) throws UnreadableFileException {
    if (layout.sheet() != null || layout.table() != null || layout.range() != null) {
      throw new UnreadableFileException(
          "sheet_missing",
          "the file is delimited text, which has neither sheets nor tables nor ranges: remove"
              + " `sheet`, `table` and `range` from the sidecar");
    }
    return layout;
  }

  /** Running text: the file has no layout. */
  private static RecordReader runningText(
      String path, FileFormat format, CharsetDetector.ByteSource bytes, Sidecar sidecar)
      throws IOException, UnreadableFileException {
    String name = path.toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv") || name.endsWith(".tsv")) {
      throw new UnreadableFileException(
          "no_layout",
          "the sidecar has no `layout`, and by its name the file is a table: describe its columns"
              + " under `layout`, or name it .txt if it is running text");
    }
    return format == FileFormat.TEXT
        ? new TextReader(bytes, sidecar.charset())
        : new TextReader(format.text(ReadLimits.bytes(bytes), sidecar.charset()));
  }

  /** What the file holds. */
  public FileSummary contents() {
    return contents;
  }

  /** Passes on the records, in order. */
  public void forEach(Consumer<FileRecord> records) throws IOException, UnreadableFileException {
    reader.records(records);
  }
}
