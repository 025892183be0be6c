package org.duibiao.notebook;

import java.util.ArrayList;
import java.util.List;

/**
 * SQL cut where its meaning changes, as Spark's lexer does: a semicolon, a colon or {@code --} in a
 * string is none.
 */
final class SqlTokenizer {

  /** What a part of the text is. */
  enum TokenKind {
    /** Key words, names, numbers, operators, hints. */
    CODE,
    /** A string with its quotation marks, in which a backslash escapes. */
    STRING,
    /** A string with its {@code r} and quotation marks, in which nothing escapes. */
    RAW_STRING,
    /** A name in backquotes. */
    NAME,
    /** {@code -- …} without its line end, or a bracketed comment. */
    COMMENT
  }

  /** A part of the text. */
  record SqlToken(TokenKind kind, String text) {}

  private final String sql;
  private final List<SqlToken> tokens = new ArrayList<>();
  private int at;
  private int codeFrom;

  private SqlTokenizer(String sql) {
    this.sql = sql;
  }

  /** The parts, one after the other: together they are the text. */
  static List<SqlToken> tokens(String sql) {
    return new SqlTokenizer(sql).scan();
  }

  private List<SqlToken> scan() {
    while (at < sql.length()) {
      char c = sql.charAt(at);
      if (sql.startsWith("--", at)) {
        token(TokenKind.COMMENT, at, lineEnd());
      } else if (sql.startsWith("/*", at) && !sql.startsWith("/*+", at)) {
        token(TokenKind.COMMENT, at, commentEnd());
      } else if (c == '\'' || c == '"') {
        if (isRaw()) {
          token(TokenKind.RAW_STRING, at - 1, after(c, at + 1));
        } else {
          token(TokenKind.STRING, at, stringEnd(c));
        }
      } else if (c == '`') {
        token(TokenKind.NAME, at, after('`', at + 1));
      } else {
        at++;
      }
    }
    code(at);
    return tokens;
  }

  private void token(TokenKind kind, int from, int to) {
    code(from);
    tokens.add(new SqlToken(kind, sql.substring(from, to)));
    at = to;
    codeFrom = to;
  }

  private void code(int to) {
    if (codeFrom < to) {
      tokens.add(new SqlToken(TokenKind.CODE, sql.substring(codeFrom, to)));
    }
  }

  /** Whether the quotation mark here follows an {@code r} of its own. */
  private boolean isRaw() {
    return at > codeFrom
        && (sql.charAt(at - 1) == 'r' || sql.charAt(at - 1) == 'R')
        && (at - 1 == codeFrom || !Character.isJavaIdentifierPart(sql.charAt(at - 2)));
  }

  /** A backslash at the end of a line continues the comment. */
  private int lineEnd() {
    int end = sql.indexOf('\n', at);
    while (end > 0 && sql.charAt(end - 1) == '\\') {
      end = sql.indexOf('\n', end + 1);
    }
    return end < 0 ? sql.length() : end;
  }

  private int commentEnd() {
    int depth = 0;
    for (int i = at; i < sql.length() - 1; i++) {
      if (sql.startsWith("/*", i)) {
        depth++;
        i++;
      } else if (sql.startsWith("*/", i)) {
        depth--;
        i++;
        if (depth == 0) {
          return i + 1;
        }
      }
    }
    return sql.length();
  }

  private int stringEnd(char quote) {
    for (int i = at + 1; i < sql.length(); i++) {
      if (sql.charAt(i) == '\\') {
        i++;
      } else if (sql.charAt(i) == quote) {
        return i + 1;
      }
    }
    return sql.length();
  }

  private int after(char quote, int from) {
    int end = sql.indexOf(quote, from);
    return end < 0 ? sql.length() : end + 1;
  }
}
