package org.duibiao.normalize.number;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duibiao.model.CharacterFolding;

/**
 * A cell's text made uniform: full-width forms as ASCII, kinds of spaces, dashes and quotes as one
 * each, footnote marks at the end left out. Unlike NFKC it keeps ① and ² apart from digits.
 */
class NumberText {

  /** Lists of words, a space between them, by their keys. */
  static final ResourceBundle WORDS =
      ResourceBundle.getBundle("org.duibiao.normalize.number.words", Locale.ROOT);

  /** A space may stand between groups of digits, a line break or tab may not. */
  private static final CharacterFolding FOLDING =
      new CharacterFolding('\n', WORDS.getString("folding").split("[|]"));

  /** Symbols that, alone or repeated, say that there is no value. */
  private static final Pattern MISSING_SYMBOLS = Pattern.compile("[-–—…⋯‥./\\\\·_#*× \n]*");

  private static final Set<String> MISSING_WORDS = Set.of(words("missing"));
  private static final Set<String> SPREADSHEET_ERRORS = Set.of(words("spreadsheet_errors"));

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
    boolean unmarked = uniform.isEmpty() || Character.isLetterOrDigit(last(uniform));
    text = unmarked ? uniform : stripped(MARKS.matcher(uniform).replaceFirst(""));
    end = text.length();
  }

  static String[] words(String key) {
    return WORDS.getString(key).split(" ");
  }

  /** A text without the spaces at its ends. */
  static String stripped(String text) {
    boolean bare = !text.isEmpty() && !isSpace(text.charAt(0)) && !isSpace(last(text));
    return bare ? text : OUTER_SPACES.matcher(text).replaceAll("");
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

  private static char last(String text) {
    return text.charAt(text.length() - 1);
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
