package org.duibiao.normalize.number;

import java.util.Set;

/**
 * A cell's text made uniform: full-width forms as ASCII, kinds of spaces, dashes and quotes as one
 * each, footnote marks at the end left out. Unlike NFKC it keeps ① and ² apart from digits.
 */
final class NumberText {
  /** A space that may stand between groups of digits; others become {@link #BREAK}. */
  static final char SPACE = ' ';

  /** A tab or a line break. */
  static final char BREAK = '\n';

  /** Symbols that, alone or repeated, say that there is no value. */
  private static final String MISSING_SYMBOLS = "-–—…⋯‥./\\·_#*×";

  private static final Set<String> MISSING_WORDS =
      Set.of(
          "x", "缺", "缺失", "缺测", "空", "空白", "空格", "无", "無", "无数据", "无资料", "无此项", "暂无", "暂无数据", "暂缺",
          "未公布", "未发布", "未统计", "未提供", "未知", "不详", "不明", "不适用", "n/a", "#n/a", "na", "n.a", "n.a.",
          "nan", "null", "nil", "none");

  private static final int LONGEST_MISSING_WORD = 4;

  private static final Set<String> SPREADSHEET_ERRORS =
      Set.of("#div/0!", "#value!", "#ref!", "#name?", "#num!", "#null!", "#spill!", "#calc!");

  final char[] chars;
  final int end;

  private NumberText(char[] chars, int end) {
    this.chars = chars;
    this.end = end;
  }

  static NumberText of(String text) {
    char[] chars = new char[text.length()];
    int end = 0;
    for (int i = 0; i < chars.length; i++) {
      char c = fold(text.charAt(i));
      if (c == 0 || (end == 0 && isSpace(c))) {
        continue;
      }
      chars[end++] = c;
    }
    end = trimmed(chars, 0, end);
    for (int kept = withoutMark(chars, end); kept < end; kept = withoutMark(chars, end)) {
      end = trimmed(chars, 0, kept);
    }
    return new NumberText(chars, end);
  }

  /** Whether the text says that there is no value. */
  boolean isMissing() {
    boolean symbols = true;
    for (int i = 0; i < end && symbols; i++) {
      symbols = isSpace(chars[i]) || MISSING_SYMBOLS.indexOf(chars[i]) >= 0;
    }
    return symbols || (end <= LONGEST_MISSING_WORD && MISSING_WORDS.contains(lowerCase()));
  }

  boolean isSpreadsheetError() {
    return end > 0 && chars[0] == '#' && SPREADSHEET_ERRORS.contains(lowerCase());
  }

  static boolean isSpace(char c) {
    return c == SPACE || c == BREAK;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Where the digits end that start there; there if none do. */
  static int digitsEnd(char[] chars, int from, int end) {
    int at = from;
    while (at < end && isDigit(chars[at])) {
      at++;
    }
    return at;
  }

  /** Where the spaces end that start there; there if none do. */
  static int skipSpaces(char[] chars, int from, int end) {
    int at = from;
    while (at < end && isSpace(chars[at])) {
      at++;
    }
    return at;
  }

  /** The end of the text from a place on without the spaces at its end. */
  static int trimmed(char[] chars, int from, int end) {
    int trimmed = end;
    while (trimmed > from && isSpace(chars[trimmed - 1])) {
      trimmed--;
    }
    return trimmed;
  }

  static boolean isLatin(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static boolean startsWith(char[] chars, int from, int end, String word) {
    int length = word.length();
    if (end - from < length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (chars[from + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private String lowerCase() {
    StringBuilder lower = new StringBuilder(end);
    for (int i = 0; i < end; i++) {
      char c = chars[i];
      lower.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
    }
    return lower.toString();
  }

  /** The end of the text without the footnote mark that it ends with; unchanged if it has none. */
  private static int withoutMark(char[] chars, int end) {
    if (end == 0) {
      return end;
    }
    char c = chars[end - 1];
    if (isMark(c)) {
      return end - 1;
    }
    if (isSuperscriptDigit(c)) {
      int from = end - 1;
      while (from > 0 && isSuperscriptDigit(chars[from - 1])) {
        from--;
      }
      return from > 0 && isLatin(chars[from - 1]) ? end : from;
    }
    if (c == ']' || c == ')') {
      int from = end - 1;
      while (from > 0 && end - from <= 2 && isDigit(chars[from - 1])) {
        from--;
      }
      boolean numbered = from < end - 1 && from > 0;
      if (numbered && c == ']' && chars[from - 1] == '[') {
        return from - 1;
      }
      if (numbered && c == ')' && isSpace(chars[from - 1])) {
        return from;
      }
    }
    return end;
  }

  private static boolean isMark(char c) {
    return "*※†‡".indexOf(c) >= 0
        || (c >= '①' && c <= '⒇')
        || (c >= '❶' && c <= '➓')
        || (c >= '㉑' && c <= '㉟')
        || (c >= '㊱' && c <= '㊿');
  }

  private static boolean isSuperscriptDigit(char c) {
    return "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c) >= 0;
  }

  /** The uniform form of a character; 0 for one without width. */
  private static char fold(char c) {
    if (c < 0x80) {
      return c > SPACE ? c : c == SPACE ? SPACE : BREAK;
    }
    if (c >= '！' && c <= '～') {
      return (char) (c - '！' + '!');
    }
    return switch (c) {
      case '\u00A0', '\u2007', '\u2008', '\u2009', '\u200A', '\u202F', '\u3000' -> SPACE;
      case '\u2002', '\u2003', '\u2004', '\u2005', '\u2006', '\u205F' -> SPACE;
      case '\u0085', '\u2028', '\u2029' -> BREAK;
      case '\u00AD', '\u200B', '\u200C', '\u200D', '\u200E', '\u200F', '\u2060', '\uFEFF' -> 0;
      case '\u2212', '\u2010', '\u2011', '\u2012', '\uFE63' -> '-';
      case '\u2015', '\u2500', '\u2501', '\uFE58' -> '—';
      case '\u301C', '\u223C', '\u2053', '\u02DC' -> '~';
      case '\u2018', '\u2019', '\u02BC', '\u00B4', '\u2032' -> '\'';
      case '\uFE50' -> ',';
      case '\uFE52' -> '.';
      case '\uFE62' -> '+';
      case '\uFE64' -> '<';
      case '\uFE65' -> '>';
      case '\uFE66' -> '=';
      case '\uFE6A' -> '%';
      case '\uFE59' -> '(';
      case '\uFE5A' -> ')';
      case '【', '〔', '〖' -> '[';
      case '】', '〕', '〗' -> ']';
      case '≧', '⩾' -> '≥';
      case '≦', '⩽' -> '≤';
      case '∶', '︰' -> ':';
      default -> c;
    };
  }
}
