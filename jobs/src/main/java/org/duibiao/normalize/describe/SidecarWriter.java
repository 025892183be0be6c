package org.duibiao.normalize.describe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The text of a sidecar in the making: each line with the reason for what it says. */
final class SidecarWriter {

  private static final int COMMENT_COLUMN = 44;

  private final StringBuilder text = new StringBuilder();

  /** A whole line of remark. */
  void comment(String words) {
    text.append("# ").append(oneLine(words)).append('\n');
  }

  /** A key with its value. */
  void line(String indent, String key, String value, String reason) {
    raw(indent + key + ": " + quoted(value), reason == null ? null : "guess: " + reason);
  }

  /** A key whose value is a list. */
  void list(String indent, String key, List<String> values, String reason) {
    List<String> quoted = new ArrayList<>();
    values.forEach(value -> quoted.add(quoted(value)));
    raw(indent + key + ": [" + String.join(", ", quoted) + "]", "guess: " + reason);
  }

  /** A key whose value is a map of lines. */
  void map(String indent, String key, Map<String, String> values, Map<String, String> reasons) {
    if (values.isEmpty()) {
      return;
    }
    raw(indent + key + ":", null);
    values.forEach((name, value) -> line(indent + "  ", name, value, reasons.get(name)));
  }

  /** A line as it is. */
  void raw(String line, String comment) {
    StringBuilder whole = new StringBuilder(line);
    if (comment != null) {
      while (whole.length() < COMMENT_COLUMN) {
        whole.append(' ');
      }
      whole.append("  # ").append(oneLine(comment));
    }
    text.append(whole).append('\n');
  }

  private static String oneLine(String words) {
    return words.replaceAll("\\s+", " ").strip();
  }

  /** A scalar that is read back as this text. */
  static String quoted(String value) {
    if (value.matches("[\\p{IsHan}A-Za-z][\\p{IsHan}A-Za-z0-9_()（）、/%‰]*")
        && !value.matches("(?i)null|true|false|yes|no|on|off|y|n")) {
      return value;
    }
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : value.toCharArray()) {
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n', '\r' -> quoted.append(' ');
        case '\t' -> quoted.append("\\t");
        default -> {
          if (c < 0x20 || c == 0x7F || (c >= 0x80 && c < 0xA0) || c == 0xFEFF) {
            quoted.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
