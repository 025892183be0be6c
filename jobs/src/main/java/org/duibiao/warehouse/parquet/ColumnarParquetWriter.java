package org.duibiao.warehouse.parquet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
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
import org.apache.parquet.schema.MessageType;
import org.apache.spark.sql.execution.datasources.parquet.SparkToParquetSchemaConverter;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.StructType;
import org.duibiao.columns.ColumnType;
import org.duibiao.columns.Schema;

/**
 * Writes rows of a table to one Parquet file, column by column: a value that repeats is encoded
 * once, however many rows have it.
 *
 * @param <R> the record that declares the table
 */
public final class ColumnarParquetWriter<R extends Record> implements AutoCloseable {

  private static final long ROW_GROUP_BYTES = 48L << 20;
  private static final int PAGE_ROWS = 16_384;

  private final Schema<R> schema;
  private final MessageType message;
  private final ParquetProperties properties;
  private final ParquetFileWriter file;
  private final CodecFactory codecs;
  private ColumnChunkPageWriteStore pages;
  private List<ColumnPageWriter> columns;
  private long rows;
  private long rowsInGroup;
  private int rowsInPage;

  /**
   * Begins a file.
   *
   * @param struct the columns of the table as Spark has them
   */
  public ColumnarParquetWriter(
      Configuration configuration, Path path, Schema<R> schema, StructType struct)
      throws IOException {
    this.schema = schema;
    this.message = message(struct);
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
    Iterator<ColumnDescriptor> leaves = message.getColumns().iterator();
    for (Schema.Field field : schema.fields()) {
      addColumn(field, leaves.next());
      if (isMap(field)) {
        addColumn(field, leaves.next());
      }
    }
    rowsInGroup = 0;
  }

  private void addColumn(Schema.Field field, ColumnDescriptor leaf) {
    columns.add(new ColumnPageWriter(field, leaf, pages.getPageWriter(leaf), properties));
  }

  private static boolean isMap(Schema.Field field) {
    return field.type() == ColumnType.TEXT_MAP || field.type() == ColumnType.LONG_MAP;
  }

  /**
   * Appends a row.
   *
   * @throws IllegalArgumentException if a required value is missing or a value does not fit
   */
  public void add(R row) throws IOException {
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
    rows++;
    if (++rowsInPage == PAGE_ROWS) {
      endPage();
      if (columns.stream().mapToLong(ColumnPageWriter::size).sum() > ROW_GROUP_BYTES) {
        endRowGroup();
        beginRowGroup();
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

  /** How many rows were added. */
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
    if (rowsInPage > 0) {
      endPage();
    }
    endRowGroup();
    file.end(Map.of());
    file.close();
    codecs.release();
  }

  private static MessageType message(StructType columns) {
    SQLConf conf = new SQLConf();
    conf.setConfString("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");
    return new SparkToParquetSchemaConverter(conf).convert(columns);
  }
}
