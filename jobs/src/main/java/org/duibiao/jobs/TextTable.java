package org.duibiao.jobs;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;

/** A table for a terminal: a Chinese character takes two columns, numbers stand to the right. */
final class TextTable {

  private static final int WIDEST = 80;

  private final List<List<String>> lines = new ArrayList<>();
  private final boolean[] numeric;

  TextTable(List<String> header, List<Row> rows) {
    this.numeric = new boolean[header.size()];
    lines.add(header);
    for (Row row : rows) {
      List<String> line = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        Object value = row.get(i);
        numeric[i] |= value instanceof Number;
        line.add(text(value));
      }
      lines.add(line);
    }
  }

  private static String text(Object value) {
    if (value instanceof BigDecimal decimal) {
      BigDecimal plain = decimal.stripTrailingZeros();
      return plain.scale() < 0 ? plain.toBigInteger().toString() : plain.toPlainString();
    } else if (value instanceof scala.collection.Iterable<?> items) {
      return items.mkString(", ");
    }
    String text = String.valueOf(value).replaceAll("\\p{Cntrl}", " ");
    return text.length() > WIDEST ? text.substring(0, WIDEST - 1) + "…" : text;
  }

  private static int width(String text) {
    return text.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
  }

  private static boolean isWide(int c) {
    return (c >= 0x1100 && c <= 0x115F)
        || (c >= 0x2E80 && c <= 0xA4CF)
        || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xFE30 && c <= 0xFE6F)
        || (c >= 0xFF00 && c <= 0xFF60)
        || (c >= 0xFFE0 && c <= 0xFFE6)
        || (c >= 0x20000 && c <= 0x3FFFD);
  }

  void print(PrintStream out) {
    int[] widths = new int[numeric.length];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], width(line.get(i)));
      }
    }
    for (int row = 0; row < lines.size(); row++) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String cell = lines.get(row).get(i);
        String padding = " ".repeat(widths[i] - width(cell));
        line.append(numeric[i] ? padding + cell : cell + padding);
        line.append(i < widths.length - 1 ? "  " : "");
      }
      out.println(line.toString().stripTrailing());
      if (row == 0) {
        StringBuilder rule = new StringBuilder();
        for (int width : widths) {
          rule.append("-".repeat(width)).append("  ");
        }
        out.println(rule.toString().stripTrailing());
      }
    }
    out.println("(" + (lines.size() - 1) + (lines.size() == 2 ? " row)" : " rows)"));
  }
}
