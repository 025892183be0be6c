package org.duibiao.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.duibiao.ingest.file.UnreadableFileException;
import org.duibiao.ingest.sidecar.Sidecar;
import org.duibiao.ingest.table.ColumnMapping;
import org.duibiao.ingest.table.ColumnMappings;
import org.duibiao.ingest.table.FileRecord;
import org.duibiao.ingest.table.FileSummary;

/**
 * A table that was read from memory.
 *
 * @param sidecar its sidecar
 * @param mappings the layouts in its columns
 * @param rows its records
 * @param valuesFound the values that the reader counted
 * @param charset how it was encoded
 */
public record TestTable(
    Sidecar sidecar,
    ColumnMappings mappings,
    List<FileRecord> rows,
    long valuesFound,
    String charset) {

  /** What every sidecar says, before its layout. */
  public static final String SOURCE = "publisher: 甲\ntitle: 乙\npublished: 2024-04-28\n";

  /** A long layout with five columns. */
  public static final String LONG =
      SOURCE
          + "layout:\n  kind: long\n  columns:"
          + " {city: 城市, indicator: 指标, period: 年份, value: 数值, unit: 单位}\n";

  /** Reads a table. */
  public static TestTable read(String text, String sidecar) throws UnreadableFileException {
    return read(text.getBytes(StandardCharsets.UTF_8), sidecar);
  }

  /** Reads a table. */
  public static TestTable read(byte[] bytes, String sidecar) throws UnreadableFileException {
    return read("a/b.csv", bytes, sidecar);
  }

  /** Reads a table under a name. */
  public static TestTable read(String path, byte[] bytes, String sidecar)
      throws UnreadableFileException {
    Sidecar parsed = Sidecar.parse(path + ".yaml", sidecar.getBytes(StandardCharsets.UTF_8));
    try {
      LandingFileReader reader = LandingFileReader.open(path, bytes, parsed);
      FileSummary contents = reader.contents();
      List<FileRecord> rows = new ArrayList<>();
      reader.forEach(rows::add);
      return new TestTable(
          parsed, contents.mappings(), rows, contents.values(), contents.charset());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The layout of a file with one table, in its columns. */
  public ColumnMapping mapping() {
    return mappings.part(0);
  }
}
