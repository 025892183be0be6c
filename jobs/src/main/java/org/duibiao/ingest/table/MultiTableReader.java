package org.duibiao.ingest.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.duibiao.ingest.file.UnreadableFileException;

/** Reads several tables of one file, each by a layout of its own. */
public final class MultiTableReader implements RecordReader {

  private final List<RecordReader> parts;

  /** A reader of tables, at least one, in the order of the layouts. */
  public MultiTableReader(List<RecordReader> parts) {
    this.parts = parts;
  }

  @Override
  public String mediaType() {
    return parts.get(0).mediaType();
  }

  @Override
  public String charset() {
    return parts.get(0).charset();
  }

  @Override
  public FileSummary check() throws IOException, UnreadableFileException {
    List<ColumnMapping> mappings = new ArrayList<>();
    long records = 0;
    long values = 0;
    for (RecordReader part : parts) {
      FileSummary contents = part.check();
      mappings.add(contents.mappings().part(0));
      records += contents.records();
      values += contents.values();
    }
    return new FileSummary(ColumnMappings.of(mappings), records, values);
  }

  @Override
  public void records(Consumer<FileRecord> records) throws IOException, UnreadableFileException {
    for (int i = 0; i < parts.size(); i++) {
      int part = i;
      parts.get(i).records(row -> records.accept(new FileRecord(row.locator(), row.cells(), part)));
    }
  }
}
