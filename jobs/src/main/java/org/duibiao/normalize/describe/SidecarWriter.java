package org.duibiao.normalize.describe;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duibiao.catalogue.YamlFile;

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
    String quoted = values.stream().map(SidecarWriter::quoted).collect(Collectors.joining(", "));
    raw(indent + key + ": [" + quoted + "]", "guess: " + reason);
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
    return YamlFile.quoted(value.replaceAll("[\\r\\n]", " "));
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
