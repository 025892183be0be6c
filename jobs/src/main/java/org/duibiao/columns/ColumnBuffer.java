package org.duibiao.columns;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The values of one column, growing. Texts are kept once, in a dictionary, as long as they repeat:
 * what is done to a text (parsing, encoding) can then be done once for all its occurrences.
 */
public final class ColumnBuffer {

  /** The code of null in {@link #code}. */
  public static final int NULL = -1;

  private static final int ENTRIES_BEFORE_GIVING_UP = 1024;

  private final Schema.Field field;
  private int size;
  private int[] codes;
  private Object[] objects;
  private long[] numbers;
  private boolean[] nulls;

  private final List<Object> dictionary = new ArrayList<>();
  private final Map<Object, Integer> index = new HashMap<>();
  private boolean repeating = true;
  private Object last;
  private int lastCode = NULL;

  ColumnBuffer(Schema.Field field) {
    this.field = field;
    switch (field.type()) {
      case TEXT, DECIMAL, TEXT_LIST -> codes = new int[256];
      case TEXT_MAP, LONG_MAP -> objects = new Object[256];
      case INT, LONG, DOUBLE, BOOLEAN, DATE, TIMESTAMP -> {
        numbers = new long[256];
        nulls = new boolean[256];
      }
    }
  }

  void add(Object value) {
    if (value == null && field.required()) {
      throw new IllegalArgumentException("Column " + field.name() + " must not be null");
    }
    switch (field.type()) {
      case TEXT, DECIMAL, TEXT_LIST -> addCoded(value);
      case TEXT_MAP, LONG_MAP -> {
        if (size == objects.length) {
          objects = Arrays.copyOf(objects, size * 2);
        }
        objects[size] = value;
      }
      case INT, LONG, DOUBLE, BOOLEAN, DATE, TIMESTAMP -> {
        if (size == numbers.length) {
          numbers = Arrays.copyOf(numbers, size * 2);
          nulls = Arrays.copyOf(nulls, size * 2);
        }
        nulls[size] = value == null;
        numbers[size] = value == null ? 0 : number(value);
      }
    }
    size++;
  }

  private void addCoded(Object value) {
    if (size == codes.length) {
      codes = Arrays.copyOf(codes, size * 2);
    }
    if (value == null) {
      codes[size] = NULL;
      return;
    }
    if (value == last) {
      codes[size] = lastCode;
      return;
    }
    Integer known = repeating ? index.get(value) : null;
    int code;
    if (known != null) {
      code = known;
    } else {
      code = dictionary.size();
      dictionary.add(entry(value));
      if (repeating) {
        index.put(value, code);
        if (code > ENTRIES_BEFORE_GIVING_UP && code > size / 2) {
          // Hardly anything repeats here: looking it up costs more than it saves.
          repeating = false;
          index.clear();
        }
      }
    }
    last = value;
    lastCode = code;
    codes[size] = code;
  }

  private Object entry(Object value) {
    return switch (field.type()) {
      case TEXT -> value instanceof Enum<?> constant ? Schema.Field.id(constant) : value;
      case DECIMAL -> decimal((BigDecimal) value);
      case TEXT_LIST ->
          field.constants() == null
              ? value
              : ((List<?>) value).stream().map(each -> Schema.Field.id((Enum<?>) each)).toList();
      default -> value;
    };
  }

  private BigDecimal decimal(BigDecimal value) {
    BigDecimal scaled;
    try {
      scaled = value.setScale(ColumnType.SCALE, RoundingMode.UNNECESSARY);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "Column " + field.name() + ": " + value + " has more decimals than are kept", e);
    }
    if (scaled.precision() > ColumnType.PRECISION) {
      throw new IllegalArgumentException(
          "Column " + field.name() + ": " + value + " has more digits than are kept");
    }
    return scaled;
  }

  private long number(Object value) {
    return switch (field.type()) {
      case INT, LONG -> ((Number) value).longValue();
      case DOUBLE -> {
        double number = (Double) value;
        if (!Double.isFinite(number)) {
          throw new IllegalArgumentException("Column " + field.name() + " holds " + number);
        }
        yield Double.doubleToRawLongBits(number);
      }
      case BOOLEAN -> (Boolean) value ? 1 : 0;
      case DATE -> ((LocalDate) value).toEpochDay();
      case TIMESTAMP -> ChronoUnit.MICROS.between(Instant.EPOCH, (Instant) value);
      default -> throw new IllegalStateException("Not a number: " + field.type());
    };
  }

  /** Forgets all values, to be filled again. */
  void clear() {
    size = 0;
    dictionary.clear();
    index.clear();
    repeating = true;
    last = null;
    lastCode = NULL;
    if (objects != null) {
      Arrays.fill(objects, null);
    }
  }

  /** The column. */
  public Schema.Field field() {
    return field;
  }

  /** How many rows. */
  public int size() {
    return size;
  }

  /** Whether that row has no value. */
  public boolean isNull(int row) {
    if (codes != null) {
      return codes[row] == NULL;
    }
    return objects != null ? objects[row] == null : nulls[row];
  }

  /** Text, decimals and lists: which entry of the dictionary that row has, or {@link #NULL}. */
  public int code(int row) {
    return codes[row];
  }

  /** Text, decimals and lists: how many entries the dictionary has. */
  public int dictionarySize() {
    return dictionary.size();
  }

  /**
   * Text, decimals and lists: an entry of the dictionary; decimals with {@link ColumnType#SCALE}
   * decimals.
   */
  public Object entry(int code) {
    return dictionary.get(code);
  }

  /** Maps: the value of that row. */
  public Map<?, ?> map(int row) {
    return (Map<?, ?>) objects[row];
  }

  /**
   * Numbers: the value of that row; days since 1970-01-01, microseconds since then, 1 for true, the
   * bits of a double.
   */
  public long number(int row) {
    return numbers[row];
  }
}
