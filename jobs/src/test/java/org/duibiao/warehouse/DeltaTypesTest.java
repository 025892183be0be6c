package org.duibiao.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.delta.kernel.internal.types.DataTypeJsonSerDe;
import org.apache.spark.sql.execution.datasources.parquet.SparkToParquetSchemaConverter;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.StructType;
import org.duibiao.columns.Schema;
import org.duibiao.tables.Tables;
import org.junit.jupiter.api.Test;

/** That the columns of every table are in Delta and Parquet what Spark would have made of them. */
class DeltaTypesTest {

  @Test
  void everyTableHasTheColumnsThatSparkWouldGiveIt() {
    SQLConf conf = new SQLConf();
    conf.setConfString("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");
    SparkToParquetSchemaConverter converter = new SparkToParquetSchemaConverter(conf);
    for (Class<? extends Record> table : Tables.ALL) {
      Schema<?> schema = Schema.of(table);
      StructType struct = new StructType();
      for (Schema.Field field : schema.fields()) {
        struct = struct.add(field.name(), field.type().sql(), !field.required(), field.comment());
      }
      assertEquals(
          DataTypeJsonSerDe.deserializeStructType(struct.json()), DeltaTypes.struct(schema));
      assertEquals(converter.convert(struct), DeltaTypes.parquet(schema));
    }
  }
}
