package org.duibiao.jobs.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructType;
import org.duibiao.model.DecimalText;

/** What Spark answers, as plain text. */
final class QueryResults {

  private QueryResults() {}

  /** A text a column, null where there is no value. */
  static List<List<String>> rowsAsText(List<Row> rows) {
    List<List<String>> texts = new ArrayList<>(rows.size());
    for (Row row : rows) {
      String[] line = new String[row.size()];
      Arrays.setAll(line, i -> row.isNullAt(i) ? null : cellText(row.get(i)));
      texts.add(Arrays.asList(line));
    }
    return texts;
  }

  /** The columns that hold numbers. */
  static BitSet numericColumns(Dataset<Row> answer) {
    BitSet numeric = new BitSet();
    for (int i = 0; i < answer.columns().length; i++) {
      numeric.set(i, answer.schema().apply(i).dataType() instanceof NumericType);
    }
    return numeric;
  }

  /**
   * An answer with a text in every column: nested values as JSON, decimals with the digits that
   * they have, not with those that they could have.
   */
  static Dataset<Row> flat(Dataset<Row> answer) {
    String[] texts =
        Arrays.stream(answer.schema().fields())
            .map(
                field -> {
                  String name = "`" + field.name().replace("`", "``") + "`";
                  DataType type = field.dataType();
                  boolean isNested =
                      type instanceof ArrayType
                          || type instanceof MapType
                          || type instanceof StructType;
                  String text = isNested ? "to_json(" + name + ")" : "string(" + name + ")";
                  if (type instanceof DecimalType) {
                    text = "regexp_replace(" + text + ", '[.]0+$|([.][0-9]*[1-9])0+$', '$1')";
                  }
                  return text + " AS " + name;
                })
            .toArray(String[]::new);
    return answer.selectExpr(texts);
  }

  private static String cellText(Object value) {
    if (value instanceof BigDecimal decimal) {
      return DecimalText.plain(decimal);
    } else if (value instanceof scala.collection.Iterable<?> items) {
      return items.mkString(", ");
    }
    String text = String.valueOf(value);
    return value instanceof Double && text.contains("E")
        ? new BigDecimal(text).toPlainString()
        : text;
  }
}
