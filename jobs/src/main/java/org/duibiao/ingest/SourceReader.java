package org.duibiao.ingest;

import java.io.IOException;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Reads a file of the landing area as its sidecar says: the one way into the readers. */
public final class SourceReader {

  private final RecordReader reader;
  private final Contents contents;

  private SourceReader(RecordReader reader) throws IOException, UnreadableException {
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
    if (file.byteSize() == 0) {
      throw new UnreadableException(
          "empty", "the file has no bytes: publish it again, or remove it with its sidecar");
    }
    Path path = new Path(file.location());
    FileSystem system = path.getFileSystem(configuration);
    return new SourceReader(reader(file.path(), () -> system.open(path), sidecar));
  }

  /** The reader for a file, by what its bytes are: names lie. */
  private static RecordReader reader(String path, Charsets.Bytes bytes, Sidecar sidecar)
      throws IOException, UnreadableException {
    Format format = Format.of(bytes);
    if (sidecar.layout() == null) {
      return prose(format, bytes, sidecar);
    }
    if (sidecar.layout().kind() == Layout.Kind.LIST) {
      throw new UnreadableException(
          "layout_not_supported", "lists (`kind: list`) are not read yet: use long or wide");
    }
    return switch (format) {
      case TEXT ->
          new CsvReader(path.toLowerCase(Locale.ROOT), bytes, sidecar.layout(), sidecar.charset());
      case OTHER ->
          throw new UnreadableException(
              "unknown_format",
              "the bytes are an archive, but no workbook and no document, or a damaged one: publish"
                  + " the file again, or remove it from the landing area");
      case XLSX, XLS, HTML, PDF, DOCX ->
          throw new UnreadableException(
              "media_type_not_supported",
              "the file is " + format.words() + ", whose tables are not read yet: save it as CSV");
    };
  }

  /** Running text: the file has no layout. */
  private static RecordReader prose(Format format, Charsets.Bytes bytes, Sidecar sidecar)
      throws IOException, UnreadableException {
    if (format == Format.TEXT) {
      return new TextReader(bytes, sidecar.charset());
    }
    throw new UnreadableException(
        "no_layout",
        "the sidecar has no `layout`, and "
            + format.words()
            + " is not read as running text yet: describe the table under `layout`, or save the"
            + " text as .txt");
  }

  /** The layout in the file's columns; null for text. */
  public Binding binding() {
    return contents.binding();
  }

  /** Such as text/csv. */
  public String mediaType() {
    return reader.mediaType();
  }

  /** How the text is encoded; null where the file itself is no text. */
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
