package org.duibiao.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement of a SQL cell: it creates a {@code widget} with a {@code type}, a default {@code
 * value} and perhaps a query for its {@code choices}, removes a widget ({@code removed}), gives a
 * query a name ({@code view}, {@code sql}), or is a query.
 *
 * @param tokens what it is made of
 * @param parts what it says, by those names
 * @param charts how its answer is drawn: what its {@code -- CHART} comments say
 */
record SqlStatement(List<SqlToken> tokens, Matcher parts, List<String> charts) {

  private static final Pattern CHART = Pattern.compile("--\\s*CHART\\s+(.*)", Pattern.DOTALL);
  private static final String IDENTIFIER = "[\\p{L}_][\\p{L}\\p{N}_]*|`[^`]+`";

  private static final Pattern PARTS =
      Pattern.compile(
          ("(?is)\\s*(?:CREATE\\s+WIDGET\\s+(?<type>TEXT|DROPDOWN|COMBOBOX|MULTISELECT)"
                  + "\\s+(?<widget>NAME)\\s+DEFAULT\\s*(?<value>STRING)"
                  + "(?:\\s*CHOICES\\b(?<choices>.*))?\\s*"
                  + "|REMOVE\\s+WIDGET\\s+(?<removed>NAME)\\s*"
                  + "|(?<broken>(?:CREATE|REMOVE)\\s+WIDGET\\b.*)"
                  + "|CREATE\\s+(?:OR\\s+REPLACE\\s+)?TEMP(?:ORARY)?\\s+VIEW"
                  + "\\s+(?<view>NAME)\\s+AS\\b(?<sql>.*)"
                  + "|.*)")
              .replace("NAME", IDENTIFIER)
              .replace("STRING", SqlToken.CLOSED_STRING));

  /**
   * The statements of a cell.
   *
   * @throws NotebookException if a widget is asked for in no way that a workspace knows
   */
  static List<SqlStatement> of(String cell) {
    List<SqlStatement> statements = new ArrayList<>();
    List<SqlToken> statement = new ArrayList<>();
    List<String> charts = new ArrayList<>();
    for (SqlToken token : SqlToken.of(cell)) {
      if (token.kind() == SqlToken.Kind.END) {
        add(statements, statement, charts);
        continue;
      }
      statement.add(token);
      Matcher chart = CHART.matcher(token.text());
      if (token.kind() == SqlToken.Kind.COMMENT && chart.matches()) {
        charts.add(chart.group(1).strip());
      }
    }
    add(statements, statement, charts);
    if (!charts.isEmpty()) {
      throw new NotebookException("-- CHART stands in no query: put it before the semicolon");
    }
    return statements;
  }

  private static void add(
      List<SqlStatement> statements, List<SqlToken> statement, List<String> charts) {
    String text = SqlToken.text(statement);
    if (!text.isBlank()) {
      Matcher parts = PARTS.matcher(text);
      if (parts.matches() && parts.group("broken") != null) {
        throw new NotebookException(
            "cannot be understood; a widget is made by CREATE WIDGET TEXT name DEFAULT \"value\","
                + " by DROPDOWN, COMBOBOX or MULTISELECT with CHOICES and a query behind the"
                + " default, and taken away by REMOVE WIDGET name: %s",
            text.strip());
      }
      statements.add(new SqlStatement(List.copyOf(statement), parts, List.copyOf(charts)));
      charts.clear();
    }
    statement.clear();
  }

  /** A part, a name or a string without its quotation marks; null if there is none. */
  String part(String name) {
    String text = parts.group(name);
    if (text == null || "`'\"".indexOf(text.charAt(0)) < 0) {
      return text;
    }
    String inside = text.substring(1, text.length() - 1);
    return text.startsWith("`") ? inside : inside.replaceAll("(?s)\\\\(.)", "$1");
  }
}
