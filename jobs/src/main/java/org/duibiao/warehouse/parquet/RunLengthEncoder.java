package org.duibiao.warehouse.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.apache.parquet.bytes.ByteBufferAllocator;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;

/**
 * Small numbers of a page, mostly the same: levels, or places in a dictionary. As long as they are
 * all the same they are only counted.
 */
final class RunLengthEncoder {

  private static final int INITIAL_SLAB = 1024;
  private static final int MAX_CAPACITY = 1 << 20;

  private int[] numbers = new int[256];
  private int size;
  private int first;
  private boolean same = true;

  void add(int number) {
    if (size == 0) {
      first = number;
    } else if (same && number != first) {
      same = false;
      reserve(size);
      Arrays.fill(numbers, 0, size, first);
    }
    if (!same) {
      reserve(size + 1);
      numbers[size] = number;
    }
    size++;
  }

  private void reserve(int capacity) {
    if (numbers.length < capacity) {
      numbers = Arrays.copyOf(numbers, Math.max(capacity, numbers.length * 2));
    }
  }

  int size() {
    return size;
  }

  /** The numbers in Parquet's hybrid of run lengths and packed bits; a number has so many bits. */
  BytesInput encoded(int width, ByteBufferAllocator allocator) throws IOException {
    if (same) {
      ByteArrayOutputStream run = new ByteArrayOutputStream();
      BytesUtils.writeUnsignedVarInt(size << 1, run);
      BytesUtils.writeIntLittleEndianPaddedOnBitWidth(run, first, width);
      return BytesInput.from(run);
    }
    try (RunLengthBitPackingHybridEncoder encoder =
        new RunLengthBitPackingHybridEncoder(width, INITIAL_SLAB, MAX_CAPACITY, allocator)) {
      for (int i = 0; i < size; i++) {
        encoder.writeInt(numbers[i]);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      encoder.toBytes().writeAllTo(bytes);
      return BytesInput.from(bytes);
    }
  }

  void clear() {
    size = 0;
    same = true;
  }
}
