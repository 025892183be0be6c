package org.duibiao.warehouse;

import io.delta.kernel.data.ArrayValue;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.MapValue;
import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.BasePrimitiveType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.DecimalType;
import io.delta.kernel.types.FieldMetadata;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.MapType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.duibiao.columns.ColumnType;
import org.duibiao.columns.Schema;

/** Our column types in Delta, there and back. */
final class DeltaTypes {

  /** What holds the digits of a decimal. */
  static final int DECIMAL_BYTES = 12;

  private static final String MAP =
      "group NAME (MAP) { repeated group key_value { required binary key (STRING); ";

  private DeltaTypes() {}

  /** The columns of a table as Kernel has them. */
  static StructType struct(Schema<?> schema) {
    StructType struct = new StructType();
    for (Schema.Field field : schema.fields()) {
      FieldMetadata comment =
          field.comment() == null
              ? FieldMetadata.empty()
              : FieldMetadata.builder().putString("comment", field.comment()).build();
      struct = struct.add(field.name(), type(field.type()), !field.required(), comment);
    }
    return struct;
  }

  private static DataType type(ColumnType type) {
    return switch (type) {
      case TEXT -> StringType.STRING;
      case TEXT_LIST -> new ArrayType(StringType.STRING, true);
      case TEXT_MAP -> new MapType(StringType.STRING, StringType.STRING, true);
      case LONG_MAP -> new MapType(StringType.STRING, LongType.LONG, true);
      case DECIMAL -> new DecimalType(ColumnType.PRECISION, ColumnType.SCALE);
      case INT -> BasePrimitiveType.createPrimitive("integer");
      default -> BasePrimitiveType.createPrimitive(type.name().toLowerCase(Locale.ROOT));
    };
  }

  /** The columns of a table as its Parquet files have them: as Spark would write them. */
  static MessageType parquet(Schema<?> schema) {
    return MessageTypeParser.parseMessageType(
        schema.fields().stream()
            .map(
                field ->
                    (field.required() ? "required " : "optional ")
                        + parquet(field.type()).replace("NAME", field.name()))
            .collect(Collectors.joining(" ", "message spark_schema { ", " }")));
  }

  private static String parquet(ColumnType type) {
    return switch (type) {
      case TEXT -> "binary NAME (STRING);";
      case INT -> "int32 NAME;";
      case LONG -> "int64 NAME;";
      case DOUBLE -> "double NAME;";
      case BOOLEAN -> "boolean NAME;";
      case DECIMAL ->
          ("fixed_len_byte_array(" + DECIMAL_BYTES + ") NAME (DECIMAL(")
              + (ColumnType.PRECISION + "," + ColumnType.SCALE + "));");
      case DATE -> "int32 NAME (DATE);";
      case TIMESTAMP -> "int64 NAME (TIMESTAMP(MICROS,true));";
      case TEXT_LIST ->
          "group NAME (LIST) { repeated group list { optional binary element (STRING); } }";
      case TEXT_MAP -> MAP + "optional binary value (STRING); } }";
      case LONG_MAP -> MAP + "optional int64 value; } }";
    };
  }

  /** The value of a row as the record's component has it. */
  static Object value(Schema<?> schema, int ordinal, ColumnVector vector, int row) {
    if (vector.isNullAt(row)) {
      return null;
    }
    Schema.Field field = schema.fields().get(ordinal);
    return switch (field.type()) {
      case TEXT ->
          field.constants() == null ? vector.getString(row) : field.constant(vector.getString(row));
      case INT -> vector.getInt(row);
      case LONG -> vector.getLong(row);
      case DOUBLE -> vector.getDouble(row);
      case BOOLEAN -> vector.getBoolean(row);
      case DECIMAL -> ColumnType.plain(vector.getDecimal(row));
      case DATE -> LocalDate.ofEpochDay(vector.getInt(row));
      case TIMESTAMP -> Instant.EPOCH.plus(vector.getLong(row), ChronoUnit.MICROS);
      case TEXT_LIST -> list(field, vector.getArray(row));
      case TEXT_MAP, LONG_MAP -> map(field.type(), vector.getMap(row));
    };
  }

  private static List<Object> list(Schema.Field field, ArrayValue array) {
    List<Object> values = new ArrayList<>();
    ColumnVector elements = array.getElements();
    for (int i = 0; i < array.getSize(); i++) {
      String text = elements.getString(i);
      values.add(field.constants() == null ? text : field.constant(text));
    }
    return Collections.unmodifiableList(values);
  }

  private static Map<String, Object> map(ColumnType type, MapValue value) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < value.getSize(); i++) {
      ColumnVector items = value.getValues();
      Object item = null;
      if (!items.isNullAt(i)) {
        item = type == ColumnType.LONG_MAP ? (Object) items.getLong(i) : items.getString(i);
      }
      map.put(value.getKeys().getString(i), item);
    }
    return Collections.unmodifiableMap(map);
  }
}
