package org.duibiao.warehouse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.bytes.ByteBufferAllocator;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.values.ValuesWriter;
import org.apache.parquet.column.values.dictionary.IntList;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.util.AutoCloseables;
import org.duibiao.columns.ColumnType;
import org.duibiao.columns.Schema;

/**
 * The pages of one column in one row group. A value is encoded when it is first seen; from then on
 * it is written as its place in the dictionary, until the dictionary is full or a page shows that
 * hardly anything repeats.
 *
 * <p>parquet-java's own writer hashes the bytes of every value of every row for its dictionary,
 * which takes most of the time of a large run.
 */
final class ColumnPageWriter implements AutoCloseable {

  private static final int DICTIONARY_BYTES = 1 << 20;
  private static final int INITIAL_SLAB = 1 << 12;
  private static final int MAX_CAPACITY = 1 << 22;

  private final Schema.Field field;
  private final ColumnDescriptor column;
  private final PageWriter pages;
  private final ByteBufferAllocator allocator;
  private final ValuesWriter repetitions;
  private final ValuesWriter definitions;
  private IntList dictionaryIds = new IntList();
  private final Map<Object, Integer> dictionary = new HashMap<>();
  private final ValuesWriter dictionaryValues;
  private final ValuesWriter plainValues;
  private boolean usesDictionary;
  private Object lastValue;
  private int lastId;
  private int size;

  ColumnPageWriter(
      Schema.Field field, ColumnDescriptor column, PageWriter pages, ParquetProperties properties) {
    this.field = field;
    this.column = column;
    this.pages = pages;
    this.allocator = properties.getAllocator();
    this.repetitions = properties.newRepetitionLevelWriter(column);
    this.definitions = properties.newDefinitionLevelWriter(column);
    this.dictionaryValues = properties.newValuesWriter(column);
    this.plainValues = properties.newValuesWriter(column);
    this.usesDictionary = field.type() != ColumnType.DOUBLE && field.type() != ColumnType.BOOLEAN;
  }

  /** The levels of a place; without a value unless one is added. */
  void addLevels(int repetition, int definition) {
    repetitions.writeInteger(repetition);
    definitions.writeInteger(definition);
    size++;
  }

  /** A value that is not null, as rows or their lists and maps have it. */
  void add(Object value, int repetition) {
    addLevels(repetition, column.getMaxDefinitionLevel());
    if (usesDictionary) {
      dictionaryIds.add(dictionaryId(value));
    } else {
      encode(field.stored(value), plainValues);
    }
  }

  /** The place of a value in the dictionary. */
  private int dictionaryId(Object value) {
    if (value == lastValue) {
      return lastId;
    }
    Integer place = dictionary.get(value);
    if (place == null) {
      encode(field.stored(value), dictionaryValues);
      place = dictionary.size();
      dictionary.put(value, place);
    }
    lastValue = value;
    lastId = place;
    return place;
  }

  private void encode(Object value, ValuesWriter writer) {
    switch (column.getPrimitiveType().getPrimitiveTypeName()) {
      case BINARY -> writer.writeBytes(Binary.fromString((String) value));
      case FIXED_LEN_BYTE_ARRAY -> writer.writeBytes(decimal((BigDecimal) value));
      case INT32 -> writer.writeInteger((Integer) value);
      case INT64 -> writer.writeLong((Long) value);
      case DOUBLE -> writer.writeDouble((Double) value);
      case BOOLEAN -> writer.writeBoolean((Boolean) value);
      default -> throw new IllegalStateException("No column of ours: " + column);
    }
  }

  private Binary decimal(BigDecimal value) {
    byte[] digits = value.unscaledValue().toByteArray();
    byte[] bytes = new byte[column.getPrimitiveType().getTypeLength()];
    int start = bytes.length - digits.length;
    Arrays.fill(bytes, 0, start, (byte) (value.signum() < 0 ? -1 : 0));
    System.arraycopy(digits, 0, bytes, start, digits.length);
    return Binary.fromConstantByteArray(bytes);
  }

  /** Completes a page of so many rows. */
  void endPage(int rows) throws IOException {
    BytesInput values = dictionaryIds.size() > 0 ? encodedDictionaryIds() : plainValues.getBytes();
    pages.writePage(
        BytesInput.concat(repetitions.getBytes(), definitions.getBytes(), values),
        size,
        rows,
        Statistics.noopStats(column.getPrimitiveType()),
        Encoding.RLE,
        Encoding.RLE,
        dictionaryIds.size() > 0 ? Encoding.RLE_DICTIONARY : Encoding.PLAIN);
    if (dictionary.size() > dictionaryIds.size() / 2 && dictionaryIds.size() > INITIAL_SLAB
        || dictionaryValues.getBufferedSize() > DICTIONARY_BYTES) {
      usesDictionary = false;
    }
    size = 0;
    repetitions.reset();
    definitions.reset();
    dictionaryIds = new IntList();
    plainValues.reset();
  }

  private BytesInput encodedDictionaryIds() throws IOException {
    int width = BytesUtils.getWidthFromMaxInt(dictionary.size() - 1);
    try (RunLengthBitPackingHybridEncoder encoder =
        new RunLengthBitPackingHybridEncoder(width, INITIAL_SLAB, MAX_CAPACITY, allocator)) {
      for (IntList.IntIterator ids = dictionaryIds.iterator(); ids.hasNext(); ) {
        encoder.writeInt(ids.next());
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      bytes.write(width);
      encoder.toBytes().writeAllTo(bytes);
      return BytesInput.from(bytes);
    }
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
    AutoCloseables.uncheckedClose(List.of(repetitions, definitions, dictionaryValues, plainValues));
  }
}
