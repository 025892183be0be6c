package org.duibiao.notebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duibiao.notebook.SqlTokenizer.SqlToken;
import org.duibiao.notebook.SqlTokenizer.TokenKind;

/**
 * The values that a notebook asks for, and how queries take them: {@code :city} and {@code
 * getArgument("city")} as a string, {@code '${city}'} as part of one, {@code ${year}} as a number.
 * A value is always a literal: whatever it contains, the rest of the query does not change.
 */
final class Widgets {

  private static final Pattern MARKER =
      Pattern.compile("(?<![\\p{L}\\p{N}_:)\\]]):([\\p{L}_][\\p{L}\\p{N}_]*)|\\$\\{([^}]*)\\}");
  private static final Pattern IN_STRING =
      Pattern.compile("\\\\.|\\$\\{([^}]*)\\}", Pattern.DOTALL);
  private static final Pattern CALL = Pattern.compile("(?is)(.*?)\\bgetArgument\\s*\\(\\s*");
  private static final Pattern CLOSE = Pattern.compile("(?s)\\s*\\)(.*)");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,18})?");

  private final Map<String, String> values = new LinkedHashMap<>();

  void put(String name, String value) {
    values.put(name, value);
  }

  void remove(String name) {
    if (values.remove(name) == null) {
      throw missing(name);
    }
  }

  /** The query with the values in it. */
  String bind(List<SqlToken> tokens) {
    StringBuilder sql = new StringBuilder();
    List<SqlToken> rest = new ArrayList<>(tokens);
    for (int i = 0; i < rest.size(); i++) {
      SqlToken token = rest.get(i);
      switch (token.kind()) {
        case CODE -> {
          Matcher call = CALL.matcher(token.text());
          Matcher close = CLOSE.matcher(i + 2 < rest.size() ? rest.get(i + 2).text() : "");
          if (call.matches() && close.matches() && rest.get(i + 1).kind() == TokenKind.STRING) {
            String name = rest.get(i + 1).text();
            sql.append(inCode(call.group(1)));
            sql.append(literal(value(name.substring(1, name.length() - 1))));
            rest.set(i + 2, new SqlToken(TokenKind.CODE, close.group(1)));
            i++;
          } else {
            sql.append(inCode(token.text()));
          }
        }
        case STRING -> sql.append(inString(token.text()));
        case RAW_STRING, NAME -> sql.append(without(token.text()));
        case COMMENT -> sql.append(' ');
      }
    }
    return sql.toString();
  }

  private String inCode(String code) {
    return MARKER
        .matcher(code)
        .replaceAll(
            marker -> {
              if (marker.group(1) != null) {
                return Matcher.quoteReplacement(literal(value(marker.group(1))));
              }
              String name = marker.group(2).strip();
              String value = value(name);
              if (!NUMBER.matcher(value).matches()) {
                throw new NotebookException(
                    "takes ${%s} outside quotation marks, where it can only be a number, but it is"
                        + " '%s': write :%s, or '${%s}'",
                    name, value, name, name);
              }
              return "(" + value + ")";
            });
  }

  private String inString(String string) {
    return IN_STRING
        .matcher(string)
        .replaceAll(
            part ->
                Matcher.quoteReplacement(
                    part.group(1) != null
                        ? escaped(value(part.group(1).strip()))
                        : part.group().equals("\\$") ? "\\u0024" : part.group()));
  }

  private static String without(String text) {
    if (text.contains("${")) {
      throw new NotebookException(
          "takes a widget in "
              + text
              + ", where it cannot stand: write :name, or IDENTIFIER(:name)");
    }
    return text;
  }

  private static String literal(String value) {
    return "'" + escaped(value) + "'";
  }

  /** Escapes everything but letters and digits, so that no character has a meaning for Spark. */
  private static String escaped(String value) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        escaped.append(c);
      } else {
        String hex = Integer.toHexString(c);
        escaped.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
      }
    }
    return escaped.toString();
  }

  private String value(String name) {
    String value = values.get(name);
    if (value == null) {
      throw missing(name);
    }
    return value;
  }

  private NotebookException missing(String name) {
    return new NotebookException(
        "names the widget '"
            + name
            + "', which no cell before has created; there is "
            + (values.isEmpty() ? "none" : String.join(", ", values.keySet())));
  }
}
