package org.duibiao.jobs.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.NumericType;
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

  static String cellText(Object value) {
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
