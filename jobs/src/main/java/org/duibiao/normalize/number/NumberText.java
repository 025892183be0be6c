package org.duibiao.normalize.number;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duibiao.model.CharacterFolding;

/**
 * A cell's text made uniform: full-width forms as ASCII, kinds of spaces, dashes and quotes as one
 * each, footnote marks at the end left out. Unlike NFKC it keeps ① and ² apart from digits.
 */
class NumberText {

  /** A space may stand between groups of digits, a line break or tab may not. */
  private static final CharacterFolding FOLDING =
      new CharacterFolding(
          '\n',
          " \u00A0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000",
          "\n\u0085\u2028\u2029",
          "-\u2212\u2010\u2011\u2012\uFE63",
          "—\u2015\u2500\u2501\uFE58",
          "~\u301C\u223C\u2053\u02DC",
          "'\u2018\u2019\u02BC\u00B4\u2032",
          ",\uFE50",
          ".\uFE52",
          "+\uFE62",
          "<\uFE64",
          ">\uFE65",
          "=\uFE66",
          "%\uFE6A",
          "(\uFE59",
          ")\uFE5A",
          "[【〔〖",
          "]】〕〗",
          "≥≧⩾",
          "≤≦⩽",
          ":∶︰");

  /** Symbols that, alone or repeated, say that there is no value. */
  private static final Pattern MISSING_SYMBOLS = Pattern.compile("[-–—…⋯‥./\\\\·_#*× \n]*");

  private static final Set<String> MISSING_WORDS =
      Set.of(
          "x", "缺", "缺失", "缺测", "空", "空白", "空格", "无", "無", "无数据", "无资料", "无此项", "暂无", "暂无数据", "暂缺",
          "未公布", "未发布", "未统计", "未提供", "未知", "不详", "不明", "不适用", "n/a", "#n/a", "na", "n.a", "n.a.",
          "nan", "null", "nil", "none");

  private static final Set<String> SPREADSHEET_ERRORS =
      Set.of("#div/0!", "#value!", "#ref!", "#name?", "#num!", "#null!", "#spill!", "#calc!");

  /** The footnote marks at the end; the 2 of km² is none. */
  private static final Pattern MARKS =
      Pattern.compile(
          "(?:(?:[*※†‡①-⒇❶-➓㉑-㉟㊱-㊿]|(?<![A-Za-z⁰¹²³⁴⁵⁶⁷⁸⁹])[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\\[\\d{1,2}\\]"
              + "|(?<=[ \n])\\d{1,2}\\))[ \n]*)+\\z");

  private static final Pattern OUTER_SPACES = Pattern.compile("\\A[ \n]+|[ \n]+\\z");

  final String text;
  final int end;

  NumberText(String printed) {
    String uniform = stripped(FOLDING.of(printed));
    text = stripped(MARKS.matcher(uniform).replaceFirst(""));
    end = text.length();
  }

  /** A text without the spaces at its ends. */
  static String stripped(String text) {
    return OUTER_SPACES.matcher(text).replaceAll("");
  }

  /** Whether the text says that there is no value. */
  boolean isMissing() {
    return MISSING_SYMBOLS.matcher(text).matches() || MISSING_WORDS.contains(lowerCase());
  }

  boolean isSpreadsheetError() {
    return SPREADSHEET_ERRORS.contains(lowerCase());
  }

  private String lowerCase() {
    return text.toLowerCase(Locale.ROOT);
  }

  /** The character at a place; 0 past the end. */
  final char at(int index) {
    return at(text, index);
  }

  /** The character at a place of a text; 0 past its end. */
  static char at(String text, int index) {
    return index < text.length() ? text.charAt(index) : 0;
  }

  /** What of the text fits a pattern from a place on; "" if nothing does. */
  final String match(Pattern pattern, int from) {
    Matcher matcher = pattern.matcher(text).region(from, end).useTransparentBounds(true);
    return matcher.lookingAt() ? matcher.group() : "";
  }

  /** Where the spaces end that start there; there if none do. */
  final int skipSpaces(int from) {
    int to = from;
    while (isSpace(at(to))) {
      to++;
    }
    return to;
  }

  static boolean isSpace(char c) {
    return c == ' ' || c == '\n';
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLatin(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}
