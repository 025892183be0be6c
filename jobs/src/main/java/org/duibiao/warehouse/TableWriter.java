package org.duibiao.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.duibiao.columns.Schema;
import org.duibiao.warehouse.parquet.ColumnarParquetWriter;

/**
 * Writes rows of one table to one data file, on whatever machine it runs; {@link Warehouse} makes
 * the file part of the table. Without rows there is no file.
 *
 * @param <R> the record that declares the table
 */
public final class TableWriter<R extends Record> implements AutoCloseable {

  private final Configuration configuration;
  private final Path directory;
  private final Schema<R> schema;
  private final String runId;
  private Path path;
  private ColumnarParquetWriter<R> file;

  TableWriter(Configuration configuration, String directory, Class<R> type, String runId) {
    this.runId = runId;
    this.configuration = configuration;
    this.directory = new Path(directory);
    this.schema = Schema.of(type);
  }

  private static String prefix(String runId) {
    return "part-" + runId + "-";
  }

  /** Whether that run wrote that file. */
  static boolean wrote(String runId, String path) {
    return path.substring(path.lastIndexOf('/') + 1).startsWith(prefix(runId));
  }

  /**
   * Appends a row.
   *
   * @throws IllegalArgumentException if a required value is missing or a value does not fit
   */
  public void add(R row) {
    try {
      if (file == null) {
        path = new Path(directory, prefix(runId) + UUID.randomUUID() + ".snappy.parquet");
        file =
            new ColumnarParquetWriter<>(
                configuration, path, schema, DeltaTypes.sparkStruct(schema));
      }
      file.add(row);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(schema.name() + ": " + e.getMessage() + " in " + row, e);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + path + ": " + e.getMessage(), e);
    }
  }

  /** Completes the file and returns it; nothing if there were no rows. */
  public List<DataFile> finish() {
    if (file == null) {
      return List.of();
    }
    try {
      file.close();
      FileSystem files = path.getFileSystem(configuration);
      FileStatus status = files.getFileStatus(path);
      long rows = file.rows();
      file = null;
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
      file.close();
      path.getFileSystem(configuration).delete(path, false);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot discard " + path + ": " + e.getMessage(), e);
    } finally {
      file = null;
    }
  }
}
