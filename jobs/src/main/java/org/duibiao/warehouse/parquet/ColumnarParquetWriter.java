package org.duibiao.warehouse.parquet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.duibiao.columns.Batch;
import org.duibiao.columns.ColumnBuffer;
import org.duibiao.columns.ColumnType;
import org.duibiao.columns.Schema;

/**
 * Writes batches of columns to one Parquet file, column by column: an entry of a column's
 * dictionary is encoded once, however many rows have it.
 */
public final class ColumnarParquetWriter implements AutoCloseable {

  private static final long ROW_GROUP_BYTES = 48L << 20;

  private final MessageType message;
  private final ParquetProperties properties;
  private final ParquetFileWriter file;
  private final CodecFactory codecs;
  private ColumnChunkPageWriteStore pages;
  private List<ColumnPageWriter> columns;
  private long rows;
  private long rowsInGroup;

  public ColumnarParquetWriter(Configuration configuration, Path path, Schema<?> schema)
      throws IOException {
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
    beginRowGroup();
  }

  private void beginRowGroup() {
    CompressionCodecFactory.BytesInputCompressor compressor =
        codecs.getCompressor(CompressionCodecName.SNAPPY);
    pages =
        new ColumnChunkPageWriteStore(
            compressor,
            message,
            properties.getAllocator(),
            properties.getColumnIndexTruncateLength());
    columns = new ArrayList<>();
    for (ColumnDescriptor column : message.getColumns()) {
      columns.add(
          new ColumnPageWriter(column, pages.getPageWriter(column), properties.getAllocator()));
    }
    rowsInGroup = 0;
  }

  /** Writes a page of each column. */
  public void write(Batch<?> batch) throws IOException {
    int leaf = 0;
    for (int i = 0; i < batch.schema().fields().size(); i++) {
      ColumnBuffer values = batch.column(i);
      ColumnPageWriter column = columns.get(leaf++);
      switch (values.field().type()) {
        case TEXT, DECIMAL -> writeDictionaryEncoded(values, column);
        case TEXT_LIST -> writeLists(values, column);
        case TEXT_MAP, LONG_MAP -> writeMaps(values, column, columns.get(leaf++));
        case INT, LONG, DOUBLE, BOOLEAN, DATE, TIMESTAMP -> writeNumbers(values, column);
      }
    }
    for (ColumnPageWriter column : columns) {
      column.endPage(batch.size());
    }
    rows += batch.size();
    rowsInGroup += batch.size();
    if (columns.stream().mapToLong(ColumnPageWriter::size).sum() > ROW_GROUP_BYTES) {
      endRowGroup();
      beginRowGroup();
    }
  }

  /** Looks each entry of the batch's dictionary up once, whatever the number of rows. */
  private static void writeDictionaryEncoded(ColumnBuffer values, ColumnPageWriter column) {
    int[] places = new int[values.dictionarySize()];
    Arrays.fill(places, -1);
    for (int row = 0; row < values.size(); row++) {
      int code = values.code(row);
      if (code == ColumnBuffer.NULL) {
        column.addNull(0, 0);
      } else if (column.usesDictionary()) {
        if (places[code] < 0) {
          places[code] = column.dictionaryId(values.entry(code));
        }
        column.addDictionaryId(places[code]);
      } else {
        column.add(values.entry(code), 0);
      }
    }
  }

  private static void writeLists(ColumnBuffer values, ColumnPageWriter column) {
    for (int row = 0; row < values.size(); row++) {
      int code = values.code(row);
      if (code == ColumnBuffer.NULL) {
        column.addNull(0, 0);
      } else if (values.entry(code).equals(List.of())) {
        column.addNull(0, 1);
      } else {
        int repetition = 0;
        for (Object item : (List<?>) values.entry(code)) {
          column.add(item, repetition);
          repetition = 1;
        }
      }
    }
  }

  private static void writeMaps(
      ColumnBuffer values, ColumnPageWriter keys, ColumnPageWriter items) {
    int empty = values.field().required() ? 0 : 1;
    for (int row = 0; row < values.size(); row++) {
      Map<?, ?> map = values.map(row);
      if (map == null) {
        keys.addNull(0, 0);
        items.addNull(0, 0);
      } else if (map.isEmpty()) {
        keys.addNull(0, empty);
        items.addNull(0, empty);
      } else {
        int repetition = 0;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          keys.add(entry.getKey(), repetition);
          if (entry.getValue() == null) {
            items.addNull(repetition, empty + 1);
          } else {
            items.add(entry.getValue(), repetition);
          }
          repetition = 1;
        }
      }
    }
  }

  private static void writeNumbers(ColumnBuffer values, ColumnPageWriter column) {
    ColumnType type = values.field().type();
    Object last = null;
    long lastNumber = 0;
    for (int row = 0; row < values.size(); row++) {
      if (values.isNull(row)) {
        column.addNull(0, 0);
        continue;
      }
      long number = values.number(row);
      if (last == null || number != lastNumber) {
        last =
            switch (type) {
              case DOUBLE -> Double.longBitsToDouble(number);
              case BOOLEAN -> number == 1;
              default -> number;
            };
        lastNumber = number;
      }
      column.add(last, 0);
    }
  }

  public long rows() {
    return rows;
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

  @Override
  public void close() throws IOException {
    endRowGroup();
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
              .length(ColumnPageWriter.DECIMAL_BYTES)
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
