package org.duibiao.warehouse;

import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import io.delta.kernel.data.ArrayValue;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.MapValue;
import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.BooleanType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.DateType;
import io.delta.kernel.types.DecimalType;
import io.delta.kernel.types.DoubleType;
import io.delta.kernel.types.FieldMetadata;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.MapType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import io.delta.kernel.types.TimestampType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.schema.ConversionPatterns;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;
import org.duibiao.columns.ColumnType;
import org.duibiao.columns.Schema;

/** Our column types in Delta, there and back. */
final class DeltaTypes {

  /** What holds the digits of a decimal. */
  private static final int DECIMAL_BYTES = 12;

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
      case INT -> IntegerType.INTEGER;
      case LONG -> LongType.LONG;
      case DOUBLE -> DoubleType.DOUBLE;
      case BOOLEAN -> BooleanType.BOOLEAN;
      case DECIMAL -> new DecimalType(ColumnType.PRECISION, ColumnType.SCALE);
      case DATE -> DateType.DATE;
      case TIMESTAMP -> TimestampType.TIMESTAMP;
      case TEXT_LIST -> new ArrayType(StringType.STRING, true);
      case TEXT_MAP -> new MapType(StringType.STRING, StringType.STRING, true);
      case LONG_MAP -> new MapType(StringType.STRING, LongType.LONG, true);
    };
  }

  /** The columns of a table as its Parquet files have them: as Spark would write them. */
  static MessageType parquet(Schema<?> schema) {
    return new MessageType(
        "spark_schema", schema.fields().stream().map(DeltaTypes::parquetType).toList());
  }

  private static Type parquetType(Schema.Field field) {
    Repetition repetition = field.required() ? Repetition.REQUIRED : Repetition.OPTIONAL;
    String name = field.name();
    return switch (field.type()) {
      case TEXT -> text(repetition, name);
      case INT -> Types.primitive(INT32, repetition).named(name);
      case LONG -> Types.primitive(INT64, repetition).named(name);
      case DOUBLE -> Types.primitive(PrimitiveTypeName.DOUBLE, repetition).named(name);
      case BOOLEAN -> Types.primitive(PrimitiveTypeName.BOOLEAN, repetition).named(name);
      case DECIMAL ->
          Types.primitive(FIXED_LEN_BYTE_ARRAY, repetition)
              .length(DECIMAL_BYTES)
              .as(LogicalTypeAnnotation.decimalType(ColumnType.SCALE, ColumnType.PRECISION))
              .named(name);
      case DATE ->
          Types.primitive(INT32, repetition).as(LogicalTypeAnnotation.dateType()).named(name);
      case TIMESTAMP ->
          Types.primitive(INT64, repetition)
              .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS))
              .named(name);
      case TEXT_LIST ->
          ConversionPatterns.listOfElements(repetition, name, text(Repetition.OPTIONAL, "element"));
      case TEXT_MAP -> map(repetition, name, text(Repetition.OPTIONAL, "value"));
      case LONG_MAP ->
          map(repetition, name, Types.primitive(INT64, Repetition.OPTIONAL).named("value"));
    };
  }

  private static Type text(Repetition repetition, String name) {
    return Types.primitive(BINARY, repetition).as(LogicalTypeAnnotation.stringType()).named(name);
  }

  private static Type map(Repetition repetition, String name, Type values) {
    return Types.map(repetition).key(text(Repetition.REQUIRED, "key")).value(values).named(name);
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
