package org.duibiao.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A statement of a SQL cell. */
sealed interface SqlStatement {

  /**
   * Answer a query.
   *
   * @param charts how its answer is drawn: what its {@code -- CHART} comments say
   */
  record Query(List<SqlToken> sql, List<String> charts) implements SqlStatement {}

  /**
   * Give later queries a name for this one.
   *
   * @param name the view's
   */
  record CreateView(String name, List<SqlToken> sql) implements SqlStatement {}

  /**
   * Ask for a value.
   *
   * @param name the widget's
   * @param type how a workspace asks: by a text field, or a choice
   * @param value what it is unless somebody says otherwise
   * @param choices the query whose first column may be chosen, or empty
   */
  record CreateWidget(String name, Type type, String value, List<SqlToken> choices)
      implements SqlStatement {

    /** How a workspace asks for the value. */
    enum Type {
      TEXT,
      DROPDOWN,
      COMBOBOX,
      MULTISELECT
    }
  }

  /** Forget a widget. */
  record RemoveWidget(String name) implements SqlStatement {}

  Pattern CHART = Pattern.compile("--\\s*CHART\\s+(.*)", Pattern.DOTALL);
  String IDENTIFIER = "([\\p{L}_][\\p{L}\\p{N}_]*|`[^`]+`)";
  String STRING = "('[^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+'|\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\")";
  int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
  Pattern CREATE_WIDGET =
      Pattern.compile(
          "\\s*CREATE\\s+WIDGET\\s+(TEXT|DROPDOWN|COMBOBOX|MULTISELECT)\\s+"
              + IDENTIFIER
              + "\\s+DEFAULT\\s*"
              + STRING
              + "(?:\\s*CHOICES\\b(.*))?\\s*",
          FLAGS);
  Pattern REMOVE_WIDGET = Pattern.compile("\\s*REMOVE\\s+WIDGET\\s+" + IDENTIFIER + "\\s*", FLAGS);
  Pattern ANY_WIDGET = Pattern.compile("\\s*(CREATE|REMOVE)\\s+WIDGET\\b.*", FLAGS);
  Pattern CREATE_VIEW =
      Pattern.compile(
          "\\s*CREATE\\s+(?:OR\\s+REPLACE\\s+)?TEMP(?:ORARY)?\\s+VIEW\\s+"
              + IDENTIFIER
              + "\\s+AS\\b(.*)",
          FLAGS);

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
      Matcher chart = CHART.matcher(token.text());
      if (token.kind() == SqlToken.Kind.END) {
        add(statements, statement, charts);
      } else {
        statement.add(token);
        if (token.kind() == SqlToken.Kind.COMMENT && chart.matches()) {
          charts.add(chart.group(1).strip());
        }
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
    if (!SqlToken.text(statement).isBlank()) {
      statements.add(of(List.copyOf(statement), charts));
      charts.clear();
    }
    statement.clear();
  }

  private static SqlStatement of(List<SqlToken> tokens, List<String> charts) {
    String text = SqlToken.text(tokens);
    Matcher matcher = CREATE_WIDGET.matcher(text);
    if (matcher.matches()) {
      return new CreateWidget(
          unquoted(matcher.group(2)),
          CreateWidget.Type.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)),
          unquoted(matcher.group(3)),
          matcher.group(4) == null ? List.of() : SqlToken.of(matcher.group(4)));
    }
    matcher = REMOVE_WIDGET.matcher(text);
    if (matcher.matches()) {
      return new RemoveWidget(unquoted(matcher.group(1)));
    }
    if (ANY_WIDGET.matcher(text).matches()) {
      throw new NotebookException(
          "cannot be understood; a widget is made by CREATE WIDGET TEXT name DEFAULT \"value\", by"
              + " DROPDOWN, COMBOBOX or MULTISELECT with CHOICES and a query behind the default,"
              + " and taken away by REMOVE WIDGET name: %s",
          text.strip());
    }
    matcher = CREATE_VIEW.matcher(text);
    if (matcher.matches()) {
      return new CreateView(unquoted(matcher.group(1)), SqlToken.of(matcher.group(2)));
    }
    return new Query(tokens, List.copyOf(charts));
  }

  private static String unquoted(String text) {
    char first = text.charAt(0);
    return switch (first) {
      case '`' -> text.substring(1, text.length() - 1);
      case '\'', '"' -> text.substring(1, text.length() - 1).replaceAll("(?s)\\\\(.)", "$1");
      default -> text;
    };
  }
}
