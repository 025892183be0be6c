package org.duibiao.ingest;

import java.io.IOException;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Reads a file of the landing area as its sidecar says: the one way into the readers. */
public final class SourceReader {

  private final CsvReader reader;
  private final CsvReader.Contents contents;

  private SourceReader(CsvReader reader) throws IOException, UnreadableException {
    this.reader = reader;
    this.contents = reader.check();
  }

  /**
   * Opens a file and checks it from start to end.
   *
   * @throws UnreadableException if it cannot be read as its sidecar says
   */
  public static SourceReader open(LandingFile file, Sidecar sidecar, Configuration configuration)
      throws IOException, UnreadableException {
    if (sidecar.layout() == null) {
      throw new UnreadableException(
          "no_layout",
          "the sidecar has no `layout`, and running text is not read yet: describe the table's"
              + " columns under `layout`");
    }
    if (sidecar.layout().kind() == Layout.Kind.LIST) {
      throw new UnreadableException(
          "layout_not_supported", "lists (`kind: list`) are not read yet: use long or wide");
    }
    String name = file.path().toLowerCase(Locale.ROOT);
    if (!name.endsWith(".csv") && !name.endsWith(".tsv") && !name.endsWith(".txt")) {
      throw new UnreadableException(
          "media_type_not_supported",
          "only .csv, .tsv and .txt tables are read yet: save the table as CSV");
    }
    if (file.byteSize() == 0) {
      throw new UnreadableException(
          "empty", "the file has no bytes: publish it again, or remove it with its sidecar");
    }
    Path path = new Path(file.location());
    FileSystem system = path.getFileSystem(configuration);
    return new SourceReader(
        new CsvReader(name, () -> system.open(path), sidecar.layout(), sidecar.charset()));
  }

  /** The layout in the file's columns. */
  public Binding binding() {
    return contents.binding();
  }

  /** Such as text/csv. */
  public String mediaType() {
    return "text/csv";
  }

  /** How the text is encoded. */
  public String charset() {
    return reader.charset();
  }

  /** How many records the file has. */
  public long records() {
    return contents.records();
  }

  /** How many values stand in value positions, blank ones too. */
  public long valuesFound() {
    return contents.values();
  }

  /** Passes on the records, in order. */
  public void forEach(Consumer<FileRecord> records) throws IOException, UnreadableException {
    reader.records(records);
  }
}
