package org.duibiao.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A part of SQL text, which is cut where its meaning changes, as Spark's lexer does: a semicolon, a
 * colon or {@code --} in a string is none.
 */
record SqlToken(Kind kind, String text) {

  /** What a part of the text is; all but code in the order of the groups of {@link #SPECIAL}. */
  enum Kind {
    /** Key words, names, numbers, operators, hints. */
    CODE,
    /** {@code -- …} without its line end, or a bracketed comment. */
    COMMENT,
    /** A string with its {@code r} and quotation marks, in which nothing escapes. */
    RAW_STRING,
    /** A call that gives the value of the widget that a string names. */
    ARGUMENT,
    /** A string with its quotation marks, in which a backslash escapes. */
    STRING,
    /** A name in backquotes. */
    NAME,
    /** The semicolon after a statement. */
    END
  }

  /** A string with both quotation marks. */
  static final String CLOSED_STRING = "'(?:[^'\\\\]|\\\\.)*+'|\"(?:[^\"\\\\]|\\\\.)*+\"";

  /** A backslash at the end of a line continues a comment; what is not closed goes to the end. */
  private static final Pattern SPECIAL =
      Pattern.compile(
          "(--[^\n]*+(?:(?<=\\\\)\n[^\n]*+)*+|/\\*(?!\\+))"
              + "|((?<!\\p{javaJavaIdentifierPart})[rR](?:'[^']*+'?|\"[^\"]*+\"?))"
              + "|(\\b(?i:getArgument)\\s*\\(\\s*(?:"
              + CLOSED_STRING
              + ")\\s*\\))"
              + "|('(?:[^'\\\\]|\\\\.?)*+'?|\"(?:[^\"\\\\]|\\\\.?)*+\"?)"
              + "|(`[^`]*+`?)"
              + "|(;)",
          Pattern.DOTALL);

  private static final Pattern BRACKET = Pattern.compile("/\\*|\\*/");

  /** The parts of a text, one after the other: together they are the text. */
  static List<SqlToken> of(String sql) {
    List<SqlToken> tokens = new ArrayList<>();
    Matcher special = SPECIAL.matcher(sql);
    int from = 0;
    while (from < sql.length()) {
      int start = special.find(from) ? special.start() : sql.length();
      if (from < start) {
        tokens.add(new SqlToken(Kind.CODE, sql.substring(from, start)));
      }
      from = start;
      for (Kind kind : Kind.values()) {
        if (start < sql.length() && kind != Kind.CODE && special.group(kind.ordinal()) != null) {
          from = special.group().equals("/*") ? commentEnd(sql, start) : special.end();
          tokens.add(new SqlToken(kind, sql.substring(start, from)));
        }
      }
    }
    return tokens;
  }

  /** Bracketed comments nest. */
  private static int commentEnd(String sql, int from) {
    Matcher bracket = BRACKET.matcher(sql);
    int depth = 0;
    for (int at = from; bracket.find(at); at = bracket.end()) {
      depth += bracket.group().equals("/*") ? 1 : -1;
      if (depth == 0) {
        return bracket.end();
      }
    }
    return sql.length();
  }

  /** The text of these parts. Comments go, their line ends stay, so that messages name the line. */
  static String text(List<SqlToken> tokens) {
    return tokens.stream().map(SqlToken::code).collect(Collectors.joining());
  }

  /** The text, in the place of a comment a space and its line ends. */
  String code() {
    return kind == Kind.COMMENT ? " " + text.replaceAll("[^\n]", "") : text;
  }
}
