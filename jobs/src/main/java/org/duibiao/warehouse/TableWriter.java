package org.duibiao.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.duibiao.columns.Schema;

/**
 * Writes rows of one table to one Parquet file, on whatever machine it runs; {@link Warehouse}
 * makes the file part of the table. Without rows there is no file.
 *
 * @param <R> the record that declares the table
 */
public final class TableWriter<R extends Record> implements AutoCloseable {

  private static final long ROW_GROUP_BYTES = 48L << 20;

  private final Configuration configuration;
  private final Path path;
  private final Schema<R> schema;
  private ParquetWriter<R> file;
  private long rows;

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

  /** Opens files whose rows are these records. */
  @SuppressWarnings("deprecation") // Parquet asks for what it deprecates.
  private static final class Builder<R extends Record>
      extends ParquetWriter.Builder<R, Builder<R>> {
    private final Schema<R> schema;

    private Builder(HadoopOutputFile file, Schema<R> schema) {
      super(file);
      this.schema = schema;
    }

    @Override
    protected Builder<R> self() {
      return this;
    }

    @Override
    protected WriteSupport<R> getWriteSupport(Configuration configuration) {
      return new Rows<>(schema);
    }
  }

  /** Passes the values of a record on to Parquet. */
  @SuppressWarnings("deprecation")
  private static final class Rows<R extends Record> extends WriteSupport<R> {
    private final Schema<R> schema;
    private RecordConsumer to;

    private Rows(Schema<R> schema) {
      this.schema = schema;
    }

    @Override
    public WriteContext init(Configuration configuration) {
      return new WriteContext(DeltaTypes.parquet(schema), Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
      this.to = consumer;
    }

    @Override
    public void write(R row) {
      to.startMessage();
      for (int i = 0; i < schema.fields().size(); i++) {
        Schema.Field field = schema.fields().get(i);
        Object value = schema.value(row, i);
        if (value != null) {
          to.startField(field.name(), i);
          if (value instanceof List<?> list) {
            repeat("list", list, item -> add("element", 0, field, item));
          } else if (value instanceof Map<?, ?> map) {
            repeat(
                "key_value",
                map.entrySet(),
                entry -> {
                  add("key", 0, field, entry.getKey());
                  add("value", 1, field, entry.getValue());
                });
          } else {
            add(field, value);
          }
          to.endField(field.name(), i);
        }
      }
      to.endMessage();
    }

    private <T> void repeat(String name, Iterable<T> items, Consumer<T> eachOfThem) {
      to.startGroup();
      if (items.iterator().hasNext()) {
        to.startField(name, 0);
        for (T item : items) {
          to.startGroup();
          eachOfThem.accept(item);
          to.endGroup();
        }
        to.endField(name, 0);
      }
      to.endGroup();
    }

    private void add(String name, int place, Schema.Field field, Object value) {
      if (value != null) {
        to.startField(name, place);
        add(field, value);
        to.endField(name, place);
      }
    }

    private void add(Schema.Field field, Object value) {
      Object stored = field.stored(value);
      if (stored instanceof String text) {
        to.addBinary(Binary.fromString(text));
      } else if (stored instanceof Integer number) {
        to.addInteger(number);
      } else if (stored instanceof Long number) {
        to.addLong(number);
      } else if (stored instanceof Double number) {
        to.addDouble(number);
      } else if (stored instanceof BigDecimal number) {
        to.addBinary(decimal(number));
      } else {
        to.addBoolean((Boolean) stored);
      }
    }

    private static Binary decimal(BigDecimal value) {
      byte[] digits = value.unscaledValue().toByteArray();
      byte[] bytes = new byte[DeltaTypes.DECIMAL_BYTES];
      int start = bytes.length - digits.length;
      Arrays.fill(bytes, 0, start, (byte) (value.signum() < 0 ? -1 : 0));
      System.arraycopy(digits, 0, bytes, start, digits.length);
      return Binary.fromConstantByteArray(bytes);
    }
  }

  /**
   * Appends a row.
   *
   * @throws IllegalArgumentException if a required value is missing or a value does not fit
   */
  public void add(R row) {
    try {
      if (file == null) {
        file =
            new Builder<>(HadoopOutputFile.fromPath(path, configuration), schema)
                .withConf(configuration)
                .withCompressionCodec(CompressionCodecName.SNAPPY)
                .withRowGroupSize(ROW_GROUP_BYTES)
                .build();
      }
      file.write(row);
      rows++;
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
      file.close();
      path.getFileSystem(configuration).delete(path, false);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot discard " + path + ": " + e.getMessage(), e);
    } finally {
      file = null;
    }
  }
}
