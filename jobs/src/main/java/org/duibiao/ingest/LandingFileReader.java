package org.duibiao.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.duibiao.catalogue.Terms;
import org.duibiao.ingest.file.CharsetDetector;
import org.duibiao.ingest.file.ReadLimits;
import org.duibiao.ingest.file.UnreadableFileException;
import org.duibiao.ingest.sidecar.LandingFile;
import org.duibiao.ingest.sidecar.Sidecar;
import org.duibiao.ingest.table.CsvReader;
import org.duibiao.ingest.table.FileRecord;
import org.duibiao.ingest.table.FileSummary;
import org.duibiao.ingest.table.Grid;
import org.duibiao.ingest.table.GridReader;
import org.duibiao.ingest.table.RecordReader;
import org.duibiao.ingest.table.TableLayout;
import org.duibiao.ingest.table.Workbook;
import org.duibiao.ingest.text.TextReader;

/** Reads a file of the landing area as its sidecar says: the one way into the readers. */
public final class LandingFileReader {

  /** The tables in the order of the layouts, and the text beside them. */
  private final List<RecordReader> parts;

  private final FileSummary contents;

  private LandingFileReader(List<RecordReader> parts) throws IOException, UnreadableFileException {
    List<FileSummary> summaries = new ArrayList<>();
    for (RecordReader part : parts) {
      summaries.add(part.check());
    }
    this.parts = parts;
    this.contents = FileSummary.ofParts(summaries);
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
      throw new UnreadableFileException("empty.file");
    }
    Path path = new Path(file.location());
    FileSystem system = path.getFileSystem(configuration);
    return new LandingFileReader(parts(file.path(), () -> system.open(path), sidecar));
  }

  /**
   * Opens a file that is in memory.
   *
   * @throws UnreadableFileException if it cannot be read as its sidecar says
   */
  public static LandingFileReader open(String path, byte[] bytes, Sidecar sidecar)
      throws IOException, UnreadableFileException {
    return new LandingFileReader(parts(path, () -> new ByteArrayInputStream(bytes), sidecar));
  }

  /** The readers for a file, by what its bytes are: names lie. */
  private static List<RecordReader> parts(
      String path, CharsetDetector.ByteSource bytes, Sidecar sidecar)
      throws IOException, UnreadableFileException {
    FileFormat format = FileFormat.of(bytes);
    String charset = sidecar.charset();
    if (sidecar.layout() == null) {
      if (path.toLowerCase(Locale.ROOT).matches(".*\\.[ct]sv")) {
        throw new UnreadableFileException("no_layout.table");
      }
      return List.of(
          format == FileFormat.TEXT
              ? new TextReader(bytes, charset)
              : new TextReader(format.text(ReadLimits.bytes(bytes), charset), paragraph -> false));
    }
    List<RecordReader> parts = new ArrayList<>();
    if (format == FileFormat.TEXT) {
      for (TableLayout layout : sidecar.layouts()) {
        parts.add(CsvReader.of(bytes, layout, charset));
      }
    } else {
      Workbook workbook = format.tables(ReadLimits.bytes(bytes), charset);
      Set<String> rows = new HashSet<>();
      for (TableLayout layout : sidecar.layouts()) {
        parts.add(new GridReader(workbook, layout));
        if (sidecar.text() && format.hasText()) {
          Grid.Content table = workbook.grid(layout).content();
          table.read((number, cells) -> rows.add(Terms.visible(String.join("", cells))));
        }
      }
      if (sidecar.text() && format.hasText()) {
        parts.add(
            new TextReader(
                format.text(ReadLimits.bytes(bytes), charset),
                paragraph -> rows.contains(Terms.visible(paragraph))));
      }
    }
    if (sidecar.text() && !(format.hasText() && format.hasTables())) {
      throw new UnreadableFileException("no_text.beside_tables");
    }
    return parts;
  }

  /** What the file holds. */
  public FileSummary contents() {
    return contents;
  }

  /** Passes on the records, in order. */
  public void forEach(Consumer<FileRecord> records) throws IOException, UnreadableFileException {
    for (int i = 0; i < parts.size(); i++) {
      int part = i;
      parts
          .get(i)
          .records(row -> records.accept(part == 0 || row.text() != null ? row : row.ofPart(part)));
    }
  }
}
