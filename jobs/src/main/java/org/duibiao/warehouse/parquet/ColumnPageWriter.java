package org.duibiao.warehouse.parquet;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.parquet.bytes.ByteBufferAllocator;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.values.ValuesWriter;
import org.apache.parquet.column.values.plain.BooleanPlainValuesWriter;
import org.apache.parquet.column.values.plain.FixedLenByteArrayPlainValuesWriter;
import org.apache.parquet.column.values.plain.PlainValuesWriter;
import org.apache.parquet.io.api.Binary;
import org.duibiao.columns.ColumnType;

/**
 * The pages of one column in one row group. A value is encoded when it is first seen; from then on
 * it is written as its place in the dictionary, until the dictionary is full or a page shows that
 * hardly anything repeats.
 *
 * <p>parquet-java's own writer hashes the bytes of every value of every row for its dictionary,
 * which takes most of the time of a large run.
 */
final class ColumnPageWriter implements AutoCloseable {

  /** The bytes of a decimal: as many as {@code ColumnType.PRECISION} digits need. */
  static final int DECIMAL_BYTES = BigInteger.TEN.pow(ColumnType.PRECISION).bitLength() / 8 + 1;

  private static final int DICTIONARY_BYTES = 1 << 20;
  private static final int INITIAL_SLAB = 1 << 12;
  private static final int MAX_CAPACITY = 1 << 22;

  private final ColumnDescriptor column;
  private final PageWriter pages;
  private final ByteBufferAllocator allocator;
  private final RunLengthEncoder repetitions = new RunLengthEncoder();
  private final RunLengthEncoder definitions = new RunLengthEncoder();
  private final RunLengthEncoder dictionaryIds = new RunLengthEncoder();
  private final Map<Object, Integer> dictionary = new HashMap<>();
  private final ValuesWriter dictionaryValues;
  private final ValuesWriter plainValues;
  private boolean usesDictionary;
  private Object lastValue;
  private int lastId;

  ColumnPageWriter(ColumnDescriptor column, PageWriter pages, ByteBufferAllocator allocator) {
    this.column = column;
    this.pages = pages;
    this.allocator = allocator;
    this.dictionaryValues = writer();
    this.plainValues = writer();
    this.usesDictionary =
        switch (column.getPrimitiveType().getPrimitiveTypeName()) {
          case DOUBLE, BOOLEAN -> false;
          default -> true;
        };
  }

  private ValuesWriter writer() {
    return switch (column.getPrimitiveType().getPrimitiveTypeName()) {
      case BOOLEAN -> new BooleanPlainValuesWriter();
      case FIXED_LEN_BYTE_ARRAY ->
          new FixedLenByteArrayPlainValuesWriter(
              DECIMAL_BYTES, INITIAL_SLAB, MAX_CAPACITY, allocator);
      default -> new PlainValuesWriter(INITIAL_SLAB, MAX_CAPACITY, allocator);
    };
  }

  /** No value at these levels. */
  void addNull(int repetition, int definition) {
    repetitions.add(repetition);
    definitions.add(definition);
  }

  /**
   * A value: a String, a BigDecimal with the column's scale, a Double, a Boolean, or a Long for
   * whole numbers, dates and timestamps.
   */
  void add(Object value, int repetition) {
    repetitions.add(repetition);
    definitions.add(column.getMaxDefinitionLevel());
    if (usesDictionary) {
      dictionaryIds.add(dictionaryId(value));
    } else {
      encode(value, plainValues);
    }
  }

  /** Whether values are written by their place in the dictionary, up to the end of this page. */
  boolean usesDictionary() {
    return usesDictionary;
  }

  /** The place of a value in the dictionary, for {@link #addDictionaryId}. */
  int dictionaryId(Object value) {
    if (value == lastValue) {
      return lastId;
    }
    Integer place = dictionary.get(value);
    if (place == null) {
      place = dictionary.size();
      dictionary.put(value, place);
      encode(value, dictionaryValues);
    }
    lastValue = value;
    lastId = place;
    return place;
  }

  /** The value at that place. */
  void addDictionaryId(int place) {
    repetitions.add(0);
    definitions.add(column.getMaxDefinitionLevel());
    dictionaryIds.add(place);
  }

  private void encode(Object value, ValuesWriter writer) {
    switch (column.getPrimitiveType().getPrimitiveTypeName()) {
      case BINARY -> writer.writeBytes(Binary.fromString((String) value));
      case FIXED_LEN_BYTE_ARRAY -> writer.writeBytes(decimal((BigDecimal) value));
      case INT32 -> writer.writeInteger(Math.toIntExact((Long) value));
      case INT64 -> writer.writeLong((Long) value);
      case DOUBLE -> writer.writeDouble((Double) value);
      case BOOLEAN -> writer.writeBoolean((Boolean) value);
      default -> throw new IllegalStateException("No column of ours: " + column);
    }
  }

  private static Binary decimal(BigDecimal value) {
    byte[] digits = value.unscaledValue().toByteArray();
    byte[] bytes = new byte[DECIMAL_BYTES];
    Arrays.fill(bytes, 0, DECIMAL_BYTES - digits.length, (byte) (value.signum() < 0 ? -1 : 0));
    System.arraycopy(digits, 0, bytes, DECIMAL_BYTES - digits.length, digits.length);
    return Binary.fromConstantByteArray(bytes);
  }

  /** Completes a page of so many rows. */
  void endPage(int rows) throws IOException {
    BytesInput values = plainValues.getBytes();
    Encoding encoding = Encoding.PLAIN;
    if (dictionaryIds.size() > 0) {
      int width = BytesUtils.getWidthFromMaxInt(dictionary.size() - 1);
      values =
          BytesInput.concat(
              BytesInput.from(new byte[] {(byte) width}), dictionaryIds.encoded(width, allocator));
      encoding = Encoding.RLE_DICTIONARY;
    }
    pages.writePage(
        BytesInput.concat(
            levels(repetitions, column.getMaxRepetitionLevel()),
            levels(definitions, column.getMaxDefinitionLevel()),
            values),
        definitions.size(),
        rows,
        Statistics.noopStats(column.getPrimitiveType()),
        Encoding.RLE,
        Encoding.RLE,
        encoding);
    if (dictionary.size() > dictionaryIds.size() / 2 && dictionaryIds.size() > INITIAL_SLAB
        || dictionaryValues.getBufferedSize() > DICTIONARY_BYTES) {
      usesDictionary = false;
    }
    repetitions.clear();
    definitions.clear();
    dictionaryIds.clear();
    plainValues.reset();
  }

  private BytesInput levels(RunLengthEncoder levels, int greatest) throws IOException {
    if (greatest == 0) {
      return BytesInput.empty();
    }
    BytesInput encoded = levels.encoded(BytesUtils.getWidthFromMaxInt(greatest), allocator);
    return BytesInput.concat(BytesInput.fromInt(Math.toIntExact(encoded.size())), encoded);
  }

  /** Bytes that wait to be written to the file. */
  long size() {
    return pages.getMemSize() + dictionaryValues.getBufferedSize();
  }

  /** Completes the column; its pages are then in the store that gave the page writer. */
  @Override
  public void close() throws IOException {
    if (!dictionary.isEmpty()) {
      pages.writeDictionaryPage(
          new DictionaryPage(dictionaryValues.getBytes(), dictionary.size(), Encoding.PLAIN));
    }
    dictionaryValues.close();
    plainValues.close();
  }
}
