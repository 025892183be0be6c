package org.duibiao.ingest.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.duibiao.ingest.file.UnreadableFileException;

/** Reads several tables of one file, each by a layout of its own, and the text beside them. */
public final class MultiTableReader implements RecordReader {

  private final List<RecordReader> parts;

  /** A reader of tables, at least one, in the order of the layouts. */
  public MultiTableReader(List<RecordReader> parts) {
    this.parts = parts;
  }

  @Override
  public FileSummary check() throws IOException, UnreadableFileException {
    List<FileSummary> contents = new ArrayList<>();
    for (RecordReader part : parts) {
      contents.add(part.check());
    }
    return new FileSummary(
        contents.get(0).mediaType(),
        contents.get(0).charset(),
        ColumnMappings.of(
            contents.stream()
                .filter(each -> each.mappings() != null)
                .map(each -> each.mappings().part(0))
                .toList()),
        contents.stream().mapToLong(FileSummary::records).sum(),
        contents.stream().mapToLong(FileSummary::values).sum());
  }

  @Override
  public void records(Consumer<FileRecord> records) throws IOException, UnreadableFileException {
    for (int i = 0; i < parts.size(); i++) {
      int part = i;
      parts
          .get(i)
          .records(
              row ->
                  records.accept(
                      row.text() != null ? row : new FileRecord(row.locator(), row.cells(), part)));
    }
  }
}
