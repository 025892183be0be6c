package org.duibiao.normalize.describe;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duibiao.catalogue.YamlFile;
import org.duibiao.ingest.table.TableLayout.ColumnRole;

/** The text of a sidecar in the making: each line with the reason for what it says. */
final class SidecarWriter {

  private static final int COMMENT_COLUMN = 44;

  private final StringBuilder text = new StringBuilder();

  /** A whole line of remark. */
  void comment(String words) {
    text.append("# ").append(oneLine(words)).append('\n');
  }

  /** A key with its value. */
  void line(String indent, String key, Guess guess) {
    line(indent, key, guess.value(), guess.reason());
  }

  /** A key with its value. */
  void line(String indent, String key, String value, String reason) {
    raw(indent + key + ": " + quoted(value), "guess: " + reason);
  }

  /** A key whose value is a list. */
  void list(String indent, String key, List<String> values, String reason) {
    String quoted = values.stream().map(SidecarWriter::quoted).collect(Collectors.joining(", "));
    raw(indent + key + ": [" + quoted + "]", "guess: " + reason);
  }

  /** A key whose value is a map of lines. */
  void map(String indent, String key, Map<ColumnRole, Guess> values) {
    if (!values.isEmpty()) {
      raw(indent + key + ":", null);
      values.forEach((role, guess) -> line(indent + "  ", role.id(), guess));
    }
  }

  /** A line as it is. */
  void raw(String line, String comment) {
    text.append(line);
    if (comment != null) {
      text.append(" ".repeat(Math.max(0, COMMENT_COLUMN - line.length())));
      text.append("  # ").append(oneLine(comment));
    }
    text.append('\n');
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
