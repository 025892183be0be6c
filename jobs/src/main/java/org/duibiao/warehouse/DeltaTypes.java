package org.duibiao.warehouse;

import io.delta.kernel.data.ArrayValue;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.MapValue;
import io.delta.kernel.internal.types.DataTypeJsonSerDe;
import io.delta.kernel.types.StructType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duibiao.columns.ColumnType;
import org.duibiao.columns.Schema;

/** Our column types in Delta, there and back. */
public final class DeltaTypes {

  private DeltaTypes() {}

  /** The columns of a table as Kernel has them. */
  static StructType struct(Schema<?> schema) {
    return DataTypeJsonSerDe.deserializeStructType(sparkStruct(schema).json());
  }

  /** The columns of a table as Spark has them. */
  public static org.apache.spark.sql.types.StructType sparkStruct(Schema<?> schema) {
    org.apache.spark.sql.types.StructType struct = new org.apache.spark.sql.types.StructType();
    for (Schema.Field field : schema.fields()) {
      struct = struct.add(field.name(), field.type().sql(), !field.required(), field.comment());
    }
    return struct;
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
