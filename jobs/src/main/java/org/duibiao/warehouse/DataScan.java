package org.duibiao.warehouse;

import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.FileReadResult;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.duibiao.columns.Schema;

/**
 * One data file of a table, to be read where it suits: in a task, or here.
 *
 * @param path its full path
 * @param size its size in bytes
 * @param modified when it was written, in milliseconds since 1970
 */
public record DataScan(String path, long size, long modified) implements Serializable {

  /**
   * Passes on the rows of the file, in order.
   *
   * @param columns a record that declares some or all of the table's columns
   */
  public <R extends Record> void forEach(
      Class<R> columns, Configuration configuration, Consumer<R> rows) {
    Schema<R> schema = Schema.of(columns);
    try (CloseableIterator<FileReadResult> results =
        DefaultEngine.create(configuration)
            .getParquetHandler()
            .readParquetFiles(
                Utils.singletonCloseableIterator(FileStatus.of(path, size, modified)),
                DeltaTypes.struct(schema),
                Optional.empty())) {
      while (results.hasNext()) {
        rows(schema, results.next().getData(), Optional.empty(), rows);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path + ": " + e.getMessage(), e);
    }
  }

  static <R extends Record> void rows(
      Schema<R> schema, ColumnarBatch batch, Optional<ColumnVector> selected, Consumer<R> rows) {
    int columns = schema.fields().size();
    ColumnVector[] vectors = new ColumnVector[columns];
    for (int i = 0; i < columns; i++) {
      vectors[i] = batch.getColumnVector(i);
    }
    for (int row = 0; row < batch.getSize(); row++) {
      if (selected.isPresent()
          && (selected.get().isNullAt(row) || !selected.get().getBoolean(row))) {
        continue;
      }
      Object[] values = new Object[columns];
      for (int i = 0; i < columns; i++) {
        values[i] = DeltaTypes.value(schema, i, vectors[i], row);
      }
      rows.accept(schema.row(values));
    }
  }
}
