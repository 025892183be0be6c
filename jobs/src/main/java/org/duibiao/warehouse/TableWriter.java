package org.duibiao.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.schema.MessageType;
import org.duibiao.columns.ColumnType;
import org.duibiao.columns.Schema;

/**
 * Writes rows of one table to one Parquet file, on whatever machine it runs; {@link Warehouse}
 * makes the file part of the table. Without rows there is no file. A value that repeats is encoded
 * once, however many rows have it.
 *
 * @param <R> the record that declares the table
 */
public final class TableWriter<R extends Record> implements AutoCloseable {

  private static final long ROW_GROUP_BYTES = 48L << 20;
  private static final int PAGE_ROWS = 16_384;

  private final Configuration configuration;
  private final Path path;
  private final Schema<R> schema;
  private final ParquetProperties properties =
      ParquetProperties.builder().withDictionaryEncoding(false).build();
  private MessageType message;
  private ParquetFileWriter file;
  private CompressionCodecFactory codecs;
  private ColumnChunkPageWriteStore pages;
  private final List<ColumnPageWriter> columns = new ArrayList<>();
  private long rows;
  private long rowsInGroup;
  private int rowsInPage;

  TableWriter(Configuration configuration, String directory, Class<R> type, String runId) {
    this.configuration = configuration;
    this.path = new Path(directory, prefix(runId) + UUID.randomUUID() + ".snappy.parquet");
    this.schema = Schema.of(type);
  }

  private static String prefix(String runId) {
    return "part-" + runId + "-";
  }

  /** Whether that run wrote that file. */
  static boolean wrote(String runId, String path) {
    return path.substring(path.lastIndexOf('/') + 1).startsWith(prefix(runId));
  }

  private void begin() throws IOException {
    message = DeltaTypes.parquet(schema);
    codecs = new CodecFactory(configuration, properties.getPageSizeThreshold());
    file =
        new ParquetFileWriter(
            HadoopOutputFile.fromPath(path, configuration),
            message,
            ParquetFileWriter.Mode.CREATE,
            ROW_GROUP_BYTES,
            0,
            null,
            properties);
    file.start();
    beginRowGroup();
  }

  private void beginRowGroup() {
    pages =
        new ColumnChunkPageWriteStore(
            codecs.getCompressor(CompressionCodecName.SNAPPY),
            message,
            properties.getAllocator(),
            properties.getColumnIndexTruncateLength());
    columns.clear();
    Iterator<ColumnDescriptor> leaves = message.getColumns().iterator();
    for (Schema.Field field : schema.fields()) {
      for (int i = isMap(field) ? 2 : 1; i > 0; i--) {
        ColumnDescriptor leaf = leaves.next();
        columns.add(new ColumnPageWriter(field, leaf, pages.getPageWriter(leaf), properties));
      }
    }
    rowsInGroup = 0;
  }

  private static boolean isMap(Schema.Field field) {
    return field.type() == ColumnType.TEXT_MAP || field.type() == ColumnType.LONG_MAP;
  }

  /**
   * Appends a row.
   *
   * @throws IllegalArgumentException if a required value is missing or a value does not fit
   */
  public void add(R row) {
    try {
      if (file == null) {
        begin();
      }
      addValues(row);
      rows++;
      if (++rowsInPage == PAGE_ROWS) {
        endPage();
        if (columns.stream().mapToLong(ColumnPageWriter::size).sum() > ROW_GROUP_BYTES) {
          endRowGroup();
          beginRowGroup();
        }
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(schema.name() + ": " + e.getMessage() + " in " + row, e);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + path + ": " + e.getMessage(), e);
    }
  }

  private void addValues(R row) {
    int leaf = 0;
    for (int i = 0; i < schema.fields().size(); i++) {
      Schema.Field field = schema.fields().get(i);
      Object value = schema.value(row, i);
      ColumnPageWriter column = columns.get(leaf++);
      int empty = field.required() ? 0 : 1;
      if (isMap(field)) {
        addMap((Map<?, ?>) value, empty, column, columns.get(leaf++));
      } else if (value == null) {
        column.addLevels(0, 0);
      } else if (value instanceof List<?> list) {
        addList(list, empty, column);
      } else {
        column.add(value, 0);
      }
    }
  }

  private static void addList(List<?> list, int empty, ColumnPageWriter column) {
    if (list.isEmpty()) {
      column.addLevels(0, empty);
    }
    int repetition = 0;
    for (Object item : list) {
      column.add(item, repetition);
      repetition = 1;
    }
  }

  private static void addMap(
      Map<?, ?> map, int empty, ColumnPageWriter keys, ColumnPageWriter items) {
    if (map == null || map.isEmpty()) {
      keys.addLevels(0, map == null ? 0 : empty);
      items.addLevels(0, map == null ? 0 : empty);
      return;
    }
    int repetition = 0;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      keys.add(entry.getKey(), repetition);
      if (entry.getValue() == null) {
        items.addLevels(repetition, empty + 1);
      } else {
        items.add(entry.getValue(), repetition);
      }
      repetition = 1;
    }
  }

  private void endPage() throws IOException {
    for (ColumnPageWriter column : columns) {
      column.endPage(rowsInPage);
    }
    rowsInGroup += rowsInPage;
    rowsInPage = 0;
  }

  private void endRowGroup() throws IOException {
    for (ColumnPageWriter column : columns) {
      column.close();
    }
    if (rowsInGroup > 0) {
      file.startBlock(rowsInGroup);
      pages.flushToFileWriter(file);
      file.endBlock();
    }
    pages.close();
  }

  private void end() throws IOException {
    if (rowsInPage > 0) {
      endPage();
    }
    endRowGroup();
    file.end(Map.of());
    file.close();
    codecs.release();
  }

  /** Completes the file and returns it; nothing if there were no rows. */
  public List<DataFile> finish() {
    if (file == null) {
      return List.of();
    }
    try {
      end();
      file = null;
      FileStatus status = path.getFileSystem(configuration).getFileStatus(path);
      return List.of(
          new DataFile(
              status.getPath().toString(), status.getLen(), status.getModificationTime(), rows));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot complete " + path + ": " + e.getMessage(), e);
    }
  }

  /** Discards what was not finished. */
  @Override
  public void close() {
    if (file == null) {
      return;
    }
    try {
      end();
      path.getFileSystem(configuration).delete(path, false);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot discard " + path + ": " + e.getMessage(), e);
    } finally {
      file = null;
    }
  }
}
