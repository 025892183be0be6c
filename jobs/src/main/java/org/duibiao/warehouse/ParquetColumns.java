package org.duibiao.warehouse;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.duibiao.columns.Batch;
import org.duibiao.columns.ColumnType;
import org.duibiao.columns.Schema;
import org.duibiao.columns.Values;

/**
 * Writes batches of columns to one Parquet file, column by column: an entry of a column's
 * dictionary is encoded once, however many rows have it.
 */
final class ParquetColumns implements AutoCloseable {

  private static final long ROW_GROUP_BYTES = 48L << 20;
  private static final int DECIMAL_BYTES = 11;

  private final MessageType message;
  private final ParquetProperties properties;
  private final ParquetFileWriter file;
  private final CodecFactory codecs;
  private ColumnChunkPageWriteStore pages;
  private ColumnWriteStore columns;
  private long rows;
  private long rowsInGroup;

  ParquetColumns(Configuration configuration, Path path, Schema<?> schema) throws IOException {
    this.message = message(schema);
    this.properties = ParquetProperties.builder().build();
    this.codecs = new CodecFactory(configuration, properties.getPageSizeThreshold());
    this.file =
        new ParquetFileWriter(
            HadoopOutputFile.fromPath(path, configuration),
            message,
            ParquetFileWriter.Mode.CREATE,
            ROW_GROUP_BYTES,
            0,
            null,
            properties);
    file.start();
    begin();
  }

  private void begin() {
    CompressionCodecFactory.BytesInputCompressor compressor =
        codecs.getCompressor(CompressionCodecName.SNAPPY);
    pages =
        new ColumnChunkPageWriteStore(
            compressor,
            message,
            properties.getAllocator(),
            properties.getColumnIndexTruncateLength());
    columns = properties.newColumnWriteStore(message, pages);
    rowsInGroup = 0;
  }

  void write(Batch<?> batch) throws IOException {
    List<ColumnDescriptor> descriptors = message.getColumns();
    int leaf = 0;
    for (int i = 0; i < batch.schema().fields().size(); i++) {
      Values values = batch.column(i);
      ColumnWriter writer = columns.getColumnWriter(descriptors.get(leaf++));
      switch (values.field().type()) {
        case TEXT -> writeText(values, writer);
        case DECIMAL -> writeDecimals(values, writer);
        case TEXT_LIST -> writeLists(values, writer);
        case TEXT_MAP, LONG_MAP ->
            writeMaps(values, writer, columns.getColumnWriter(descriptors.get(leaf++)));
        case INT, LONG, DOUBLE, BOOLEAN, DATE, TIMESTAMP -> writeNumbers(values, writer);
      }
    }
    for (int row = 0; row < batch.size(); row++) {
      columns.endRecord();
    }
    rows += batch.size();
    rowsInGroup += batch.size();
    if (columns.getBufferedSize() > ROW_GROUP_BYTES) {
      end();
      begin();
    }
  }

  private static void writeText(Values values, ColumnWriter writer) {
    Binary[] entries = new Binary[values.entries()];
    int level = values.field().required() ? 0 : 1;
    for (int row = 0; row < values.size(); row++) {
      int code = values.code(row);
      if (code == Values.NULL) {
        writer.writeNull(0, 0);
      } else {
        Binary entry = entries[code];
        if (entry == null) {
          entry = Binary.fromString(values.text(code));
          entries[code] = entry;
        }
        writer.write(entry, 0, level);
      }
    }
  }

  private static void writeDecimals(Values values, ColumnWriter writer) {
    Binary[] entries = new Binary[values.entries()];
    int level = values.field().required() ? 0 : 1;
    for (int row = 0; row < values.size(); row++) {
      int code = values.code(row);
      if (code == Values.NULL) {
        writer.writeNull(0, 0);
      } else {
        Binary entry = entries[code];
        if (entry == null) {
          entry = decimal(values.decimal(code));
          entries[code] = entry;
        }
        writer.write(entry, 0, level);
      }
    }
  }

  private static Binary decimal(BigDecimal value) {
    byte[] digits = value.unscaledValue().toByteArray();
    byte[] bytes = new byte[DECIMAL_BYTES];
    Arrays.fill(bytes, 0, DECIMAL_BYTES - digits.length, (byte) (value.signum() < 0 ? -1 : 0));
    System.arraycopy(digits, 0, bytes, DECIMAL_BYTES - digits.length, digits.length);
    return Binary.fromConstantByteArray(bytes);
  }

  private static void writeLists(Values values, ColumnWriter writer) {
    for (int row = 0; row < values.size(); row++) {
      int code = values.code(row);
      if (code == Values.NULL) {
        writer.writeNull(0, 0);
      } else if (values.list(code).isEmpty()) {
        writer.writeNull(0, 1);
      } else {
        int repetition = 0;
        for (String item : values.list(code)) {
          writer.write(Binary.fromString(item), repetition, 3);
          repetition = 1;
        }
      }
    }
  }

  private static void writeMaps(Values values, ColumnWriter keys, ColumnWriter items) {
    boolean numbers = values.field().type() == ColumnType.LONG_MAP;
    int empty = values.field().required() ? 0 : 1;
    // Keys, and often values, are the same in row after row.
    Map<String, Binary> encoded = new HashMap<>();
    for (int row = 0; row < values.size(); row++) {
      Map<?, ?> map = values.map(row);
      if (map == null) {
        keys.writeNull(0, 0);
        items.writeNull(0, 0);
      } else if (map.isEmpty()) {
        keys.writeNull(0, empty);
        items.writeNull(0, empty);
      } else {
        int repetition = 0;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          String key = (String) entry.getKey();
          keys.write(encoded.computeIfAbsent(key, Binary::fromString), repetition, empty + 1);
          if (entry.getValue() == null) {
            items.writeNull(repetition, empty + 1);
          } else if (numbers) {
            items.write((long) (Long) entry.getValue(), repetition, empty + 2);
          } else {
            String item = (String) entry.getValue();
            items.write(encoded.computeIfAbsent(item, Binary::fromString), repetition, empty + 2);
          }
          repetition = 1;
        }
      }
    }
  }

  private static void writeNumbers(Values values, ColumnWriter writer) {
    int level = values.field().required() ? 0 : 1;
    ColumnType type = values.field().type();
    for (int row = 0; row < values.size(); row++) {
      if (values.isNull(row)) {
        writer.writeNull(0, 0);
        continue;
      }
      long number = values.number(row);
      switch (type) {
        case INT, DATE -> writer.write((int) number, 0, level);
        case LONG, TIMESTAMP -> writer.write(number, 0, level);
        case DOUBLE -> writer.write(Double.longBitsToDouble(number), 0, level);
        case BOOLEAN -> writer.write(number == 1, 0, level);
        default -> throw new IllegalStateException("Not a number: " + type);
      }
    }
  }

  long rows() {
    return rows;
  }

  private void end() throws IOException {
    columns.flush();
    if (rowsInGroup > 0) {
      file.startBlock(rowsInGroup);
      pages.flushToFileWriter(file);
      file.endBlock();
    }
    columns.close();
    pages.close();
  }

  @Override
  public void close() throws IOException {
    end();
    file.end(Map.of());
    file.close();
    codecs.release();
  }

  private static MessageType message(Schema<?> schema) {
    Types.MessageTypeBuilder builder = Types.buildMessage();
    for (Schema.Field field : schema.fields()) {
      builder.addField(type(field));
    }
    return builder.named("row");
  }

  private static Type type(Schema.Field field) {
    Type.Repetition repetition =
        field.required() ? Type.Repetition.REQUIRED : Type.Repetition.OPTIONAL;
    return switch (field.type()) {
      case TEXT ->
          Types.primitive(PrimitiveTypeName.BINARY, repetition)
              .as(LogicalTypeAnnotation.stringType())
              .named(field.name());
      case INT -> Types.primitive(PrimitiveTypeName.INT32, repetition).named(field.name());
      case LONG -> Types.primitive(PrimitiveTypeName.INT64, repetition).named(field.name());
      case DOUBLE -> Types.primitive(PrimitiveTypeName.DOUBLE, repetition).named(field.name());
      case BOOLEAN -> Types.primitive(PrimitiveTypeName.BOOLEAN, repetition).named(field.name());
      case DECIMAL ->
          Types.primitive(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY, repetition)
              .length(DECIMAL_BYTES)
              .as(LogicalTypeAnnotation.decimalType(ColumnType.SCALE, ColumnType.PRECISION))
              .named(field.name());
      case DATE ->
          Types.primitive(PrimitiveTypeName.INT32, repetition)
              .as(LogicalTypeAnnotation.dateType())
              .named(field.name());
      case TIMESTAMP ->
          Types.primitive(PrimitiveTypeName.INT64, repetition)
              .as(LogicalTypeAnnotation.timestampType(true, LogicalTypeAnnotation.TimeUnit.MICROS))
              .named(field.name());
      case TEXT_LIST ->
          Types.optionalList()
              .element(
                  Types.optional(PrimitiveTypeName.BINARY)
                      .as(LogicalTypeAnnotation.stringType())
                      .named("element"))
              .named(field.name());
      case TEXT_MAP ->
          map(
              field,
              repetition,
              Types.optional(PrimitiveTypeName.BINARY).as(LogicalTypeAnnotation.stringType()));
      case LONG_MAP -> map(field, repetition, Types.optional(PrimitiveTypeName.INT64));
    };
  }

  private static GroupType map(
      Schema.Field field,
      Type.Repetition repetition,
      Types.PrimitiveBuilder<org.apache.parquet.schema.PrimitiveType> value) {
    return Types.map(repetition)
        .key(
            Types.required(PrimitiveTypeName.BINARY)
                .as(LogicalTypeAnnotation.stringType())
                .named("key"))
        .value(value.named("value"))
        .named(field.name());
  }
}
