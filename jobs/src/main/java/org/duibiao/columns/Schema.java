package org.duibiao.columns;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The columns of a table, as its record declares them.
 *
 * @param <R> the record
 */
public final class Schema<R extends Record> {

  private static final Map<Class<?>, Schema<?>> SCHEMAS = new ConcurrentHashMap<>();

  /** What a row is, by the name of the table, and what a column means, by table and column. */
  private static final Properties MEANINGS = meanings();

  private final Table table;
  private final List<Field> fields;
  private final MethodHandle constructor;
  private final MethodHandle[] accessors;

  /**
   * A column.
   *
   * @param name its name in the table
   * @param type its type
   * @param comment its meaning
   * @param required whether null is an error
   * @param constants the constants of the enum that it, or its list, holds by name; else null
   */
  public record Field(
      String name,
      ColumnType type,
      String comment,
      boolean required,
      Map<String, Enum<?>> constants) {

    /** The constant of that name; only for columns that hold one. */
    public Enum<?> constant(String id) {
      Enum<?> constant = constants.get(id);
      if (constant == null) {
        throw new IllegalArgumentException("Column " + name + " has no value '" + id + "'");
      }
      return constant;
    }

    /**
     * A value, or an element of one, as files hold it: constants by their names, days since
     * 1970-01-01, microseconds since then, decimals with {@link ColumnType#SCALE} decimals.
     *
     * @throws IllegalArgumentException if it does not fit
     */
    public Object stored(Object value) {
      if (value instanceof Enum<?> constant) {
        return id(constant);
      } else if (value instanceof BigDecimal decimal) {
        return scaled(decimal);
      } else if (value instanceof LocalDate day) {
        return Math.toIntExact(day.toEpochDay());
      } else if (value instanceof Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
      } else if (value instanceof Double number && !Double.isFinite(number)) {
        throw new IllegalArgumentException("Column " + name + " holds " + number);
      }
      return value;
    }

    private BigDecimal scaled(BigDecimal value) {
      BigDecimal scaled;
      try {
        scaled = value.setScale(ColumnType.SCALE, RoundingMode.UNNECESSARY);
      } catch (ArithmeticException e) {
        throw new IllegalArgumentException(
            "Column " + name + ": " + value + " has more decimals than are kept", e);
      }
      if (scaled.precision() > ColumnType.PRECISION) {
        throw new IllegalArgumentException(
            "Column " + name + ": " + value + " has more digits than are kept");
      }
      return scaled;
    }

    static String id(Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The schema that a record declares.
   *
   * @throws IllegalArgumentException if it is not a table or a component has a type that no column
   *     can have
   */
  @SuppressWarnings("unchecked")
  public static <R extends Record> Schema<R> of(Class<R> type) {
    return (Schema<R>) SCHEMAS.computeIfAbsent(type, first -> new Schema<>(type));
  }

  private Schema(Class<R> type) {
    this.table = type.getAnnotation(Table.class);
    if (table == null) {
      throw new IllegalArgumentException(type + " declares no table: @Table is missing");
    }
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] parameters =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    this.fields = Arrays.stream(components).map(this::field).toList();
    this.accessors = new MethodHandle[components.length];
    try {
      // The record may be package-private in another package of this module.
      MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
      this.constructor =
          lookup
              .findConstructor(type, MethodType.methodType(void.class, parameters))
              .asSpreader(Object[].class, parameters.length)
              .asType(MethodType.methodType(Object.class, Object[].class));
      for (int i = 0; i < components.length; i++) {
        accessors[i] =
            lookup
                .unreflect(components[i].getAccessor())
                .asType(MethodType.methodType(Object.class, Record.class));
      }
    } catch (IllegalAccessException | NoSuchMethodException e) {
      throw new IllegalArgumentException("Cannot construct and read rows of " + type, e);
    }
  }

  /**
   * The value of a row in a column.
   *
   * @throws IllegalArgumentException if it is missing and required
   */
  public Object value(Record row, int ordinal) {
    Object value;
    try {
      value = (Object) accessors[ordinal].invokeExact(row);
    } catch (Throwable e) {
      throw new IllegalStateException("Cannot read a row of " + name(), e);
    }
    if (value == null && fields.get(ordinal).required()) {
      throw new IllegalArgumentException(
          "Column " + fields.get(ordinal).name() + " must not be null");
    }
    return value;
  }

  /**
   * A row as text: its columns but one that have a value, by name, as they are stored. It stays the
   * same when a column is added or the type that holds one in the program is another.
   */
  public static String text(Record row, String without) {
    Schema<?> schema = of(row.getClass());
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < schema.fields.size(); i++) {
      String column = schema.fields.get(i).name();
      Object value = schema.value(row, i);
      if (value != null && !column.equals(without)) {
        text.append(column).append('=');
        text.append(value instanceof Enum<?> constant ? Field.id(constant) : value)
            .append('\u001f');
      }
    }
    return text.toString();
  }

  /** A row of these values, in the order of the fields. */
  @SuppressWarnings("unchecked")
  public R row(Object[] values) {
    try {
      return (R) (Object) constructor.invokeExact(values);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("Cannot construct a row of " + name(), e);
    }
  }

  /** {@code <layer>.<table>}. */
  public String name() {
    return table.name();
  }

  /** What a row is. */
  public String comment() {
    return MEANINGS.getProperty(name(), "");
  }

  /** The columns that identify a row. */
  public List<String> key() {
    return table.key().isEmpty() ? List.of() : List.of(table.key().split(", "));
  }

  /** The columns, in order. */
  public List<Field> fields() {
    return fields;
  }

  private static Properties meanings() {
    Properties meanings = new Properties();
    try (InputStream in = Schema.class.getResourceAsStream("meanings.properties")) {
      meanings.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return meanings;
  }

  private Field field(RecordComponent component) {
    Column column = component.getAnnotation(Column.class);
    String name =
        column == null || column.name().isEmpty() ? snakeCase(component.getName()) : column.name();
    String meaning = MEANINGS.getProperty(name() + "." + name, "");
    Class<?> raw = component.getType();
    Map<String, Enum<?>> constants =
        elementType(component) instanceof Class<?> element && element.isEnum()
            ? Arrays.stream(element.getEnumConstants())
                .map(constant -> (Enum<?>) constant)
                .collect(Collectors.toMap(Field::id, Function.identity()))
            : null;
    return new Field(
        name,
        columnType(component),
        raw.isEnum() ? meaning + ": " + ids(raw) : meaning,
        raw.isPrimitive() || column != null && column.required(),
        constants);
  }

  /** The names of an enum's constants, as a sentence lists them. */
  private static String ids(Class<?> type) {
    List<String> ids =
        Arrays.stream(type.getEnumConstants()).map(each -> Field.id((Enum<?>) each)).toList();
    int last = ids.size() - 1;
    return String.join(", ", ids.subList(0, last)) + " or " + ids.get(last);
  }

  /** The type of a list's elements, else the component's own. */
  private static Type elementType(RecordComponent component) {
    return component.getType() == List.class
        ? ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0]
        : component.getType();
  }

  private static ColumnType columnType(RecordComponent component) {
    Class<?> raw = MethodType.methodType(component.getType()).wrap().returnType();
    if (raw == Map.class) {
      Type values = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[1];
      return values == Long.class ? ColumnType.LONG_MAP : ColumnType.TEXT_MAP;
    }
    String place = component.getDeclaringRecord() + "." + component.getName();
    return ColumnType.of(raw.isEnum() ? String.class : raw)
        .orElseThrow(() -> new IllegalArgumentException(place + ": no column has the type " + raw));
  }

  private static String snakeCase(String camel) {
    return camel.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
