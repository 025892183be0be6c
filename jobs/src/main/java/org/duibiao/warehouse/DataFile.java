package org.duibiao.warehouse;

import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.FileReadResult;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.duibiao.columns.Schema;

/**
 * One data file of a table, or written for one; it is read where it suits: in a task, or here.
 *
 * @param path its full path
 * @param size its size in bytes
 * @param modified when it was written, in milliseconds since 1970
 * @param rows how many rows it holds; 0 where that does not count
 */
public record DataFile(String path, long size, long modified, long rows) implements Serializable {

  /** Passes on the rows of the file, in order. */
  public <R extends Record> void forEach(
      Class<R> table, Configuration configuration, Consumer<R> rows) {
    forEach(table, DeltaTypes.struct(Schema.of(table)), configuration, rows);
  }

  /** Passes on the rows of the file, in order: of these columns the values, of others null. */
  public <R extends Record> void forEach(
      Class<R> table, Set<String> columns, Configuration configuration, Consumer<R> rows) {
    List<StructField> fields = new ArrayList<>(DeltaTypes.struct(Schema.of(table)).fields());
    fields.removeIf(field -> !columns.contains(field.getName()));
    forEach(table, new StructType(fields), configuration, rows);
  }

  private <R extends Record> void forEach(
      Class<R> table, StructType struct, Configuration configuration, Consumer<R> rows) {
    Schema<R> schema = Schema.of(table);
    int[] places =
        schema.fields().stream().mapToInt(field -> struct.indexOf(field.name())).toArray();
    try (CloseableIterator<FileReadResult> results =
        DefaultEngine.create(configuration)
            .getParquetHandler()
            .readParquetFiles(
                Utils.singletonCloseableIterator(FileStatus.of(path, size, modified)),
                struct,
                Optional.empty())) {
      while (results.hasNext()) {
        ColumnarBatch batch = results.next().getData();
        for (int row = 0; row < batch.getSize(); row++) {
          Object[] values = new Object[places.length];
          for (int i = 0; i < places.length; i++) {
            if (places[i] >= 0) {
              values[i] = DeltaTypes.value(schema, i, batch.getColumnVector(places[i]), row);
            }
          }
          rows.accept(schema.row(values));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path + ": " + e.getMessage(), e);
    }
  }
}
