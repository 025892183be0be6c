package org.duibiao.markup;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** A table in plain text: a Chinese character takes two columns, numbers are aligned right. */
public final class TextTable {

  private final List<List<String>> lines = new ArrayList<>();
  private final BitSet numeric;

  /**
   * A table.
   *
   * @param header the names of its columns
   * @param rows a text a column, null where there is no value
   * @param numeric the columns that hold numbers
   * @param widest longer texts are cut
   */
  public TextTable(List<String> header, List<List<String>> rows, BitSet numeric, int widest) {
    this.numeric = numeric;
    lines.add(header);
    for (List<String> row : rows) {
      lines.add(row.stream().map(text -> line(text, widest)).toList());
    }
  }

  private static String line(String value, int widest) {
    String text = String.valueOf(value).replaceAll("\\p{Cntrl}", " ");
    return text.length() > widest ? text.substring(0, widest - 1) + "…" : text;
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

  /** Its lines: the names, a rule, the rows. */
  public List<String> lines() {
    int[] widths = new int[lines.get(0).size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], width(line.get(i)));
      }
    }
    List<String> out = new ArrayList<>();
    for (List<String> cells : lines) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String cell = cells.get(i);
        String padding = " ".repeat(widths[i] - width(cell));
        line.append(numeric.get(i) ? padding + cell : cell + padding);
        line.append(i < widths.length - 1 ? "  " : "");
      }
      out.add(line.toString().stripTrailing());
      if (out.size() == 1) {
        StringBuilder rule = new StringBuilder();
        for (int width : widths) {
          rule.append("-".repeat(width)).append("  ");
        }
        out.add(rule.toString().stripTrailing());
      }
    }
    return out;
  }
}
