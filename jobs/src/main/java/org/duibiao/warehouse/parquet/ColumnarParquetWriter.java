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
import org.apache.parquet.schema.MessageType;
import org.apache.spark.sql.execution.datasources.parquet.SparkToParquetSchemaConverter;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.StructType;
import org.duibiao.columns.Batch;
import org.duibiao.columns.ColumnBuffer;
import org.duibiao.columns.ColumnType;

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

  public ColumnarParquetWriter(Configuration configuration, Path path, StructType columns)
      throws IOException {
    this.message = message(columns);
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
      columns.add(new ColumnPageWriter(column, pages.getPageWriter(column), properties));
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
        column.addLevels(0, 0);
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
    int empty = values.field().required() ? 0 : 1;
    for (int row = 0; row < values.size(); row++) {
      int code = values.code(row);
      if (code == ColumnBuffer.NULL) {
        column.addLevels(0, 0);
      } else if (values.entry(code).equals(List.of())) {
        column.addLevels(0, empty);
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
        keys.addLevels(0, 0);
        items.addLevels(0, 0);
      } else if (map.isEmpty()) {
        keys.addLevels(0, empty);
        items.addLevels(0, empty);
      } else {
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
    }
  }

  private static void writeNumbers(ColumnBuffer values, ColumnPageWriter column) {
    ColumnType type = values.field().type();
    Object last = null;
    long lastNumber = 0;
    for (int row = 0; row < values.size(); row++) {
      if (values.isNull(row)) {
        column.addLevels(0, 0);
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

  private static MessageType message(StructType columns) {
    SQLConf conf = new SQLConf();
    conf.setConfString("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");
    return new SparkToParquetSchemaConverter(conf).convert(columns);
  }
}
