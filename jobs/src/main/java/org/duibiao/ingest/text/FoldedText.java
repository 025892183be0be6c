package org.duibiao.ingest.text;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duibiao.model.CharacterFolding;

/**
 * A text made uniform for reading: full-width forms as ASCII, kinds of dashes, quotation marks and
 * brackets as one each, traditional characters as simplified ones, and spaces left out where they
 * part no words. Every character knows its place in the text as it was. A full-width comma stays
 * itself: it groups no digits.
 *
 * <pre>
 * of("床位 ３２２. ７８ 万 张", 0).chars() → "床位322.78万张"
 * </pre>
 *
 * @param chars the uniform text
 * @param sourceOffsets the place of each character in the document, in code points
 * @param end the place after the last one
 */
public record FoldedText(String chars, int[] sourceOffsets, int end) {

  /** 计(jì): some pages put the reading in brackets after a character. */
  private static final Pattern GLOSS =
      Pattern.compile(
          "[(（][a-z ]*+[TT][a-z TT]*+[)）]".replace("TT", "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ"));

  private static final int LONGEST_GLOSS = 9;

  /** ２，２８１: between full-width digits a full-width comma groups them. */
  private static final Pattern WIDE_GROUP = Pattern.compile("(?<=[０-９])，(?=[０-９]{3}(?![０-９]))");

  /** １ ０ ２ 个: digits that stand apart one by one, before a word, are one number. */
  private static final Pattern SPELT = Pattern.compile("(?:\\d(?!\\d) *+)++[\u4E00-\uFFFF]");

  private static final Pattern THREE_DIGITS = Pattern.compile("\\d{3}(?!\\d)");

  private static final Pattern ASTRAL = Pattern.compile("[\\x{10000}-\\x{10FFFF}]");

  private static final CharacterFolding FOLDING = folding();

  /**
   * Folds a text.
   *
   * @param text the text as it was decoded
   * @param start its place in the document, in code points
   */
  public static FoldedText of(String text, int start) {
    String folded = folded(text);
    String grouped = WIDE_GROUP.matcher(text).replaceAll(",");
    Matcher gloss = GLOSS.matcher(text);
    StringBuilder chars = new StringBuilder(text.length());
    int[] places = new int[text.length()];
    int place = start;
    for (int i = 0; i < text.length(); i++, place++) {
      char c = grouped.charAt(i) == ',' ? ',' : folded.charAt(i);
      boolean glossed =
          !chars.isEmpty()
              && chars.charAt(chars.length() - 1) >= '\u4E00'
              && gloss.region(i, text.length()).lookingAt()
              && gloss.end() - i <= LONGEST_GLOSS;
      if (glossed) {
        place += gloss.end() - i - 1;
        i = gloss.end() - 1;
      } else if (c != 0 && (c != ' ' || keepsSpace(chars, text, folded, i + 1))) {
        places[chars.length()] = place;
        chars.append(c);
      }
      boolean pair =
          i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
      i += pair ? 1 : 0;
    }
    return new FoldedText(chars.toString(), places, place);
  }

  /** The place of a character in the document, in code points; past the last one, the end. */
  public int sourceOffset(int index) {
    return index < chars.length() ? sourceOffsets[index] : end;
  }

  /** The place after a character, in code points. */
  public int sourceOffsetAfter(int index) {
    return sourceOffsets[index] + 1;
  }

  /** A space parts Latin words, and numbers unless it groups their digits. */
  private static boolean keepsSpace(StringBuilder before, String text, String folded, int next) {
    int from = next;
    while (from < folded.length() && folded.charAt(from) == ' ') {
      from++;
    }
    if (before.isEmpty() || from == folded.length()) {
      return false;
    }
    char left = before.charAt(before.length() - 1);
    char right = folded.charAt(from);
    // Cells of a table that became a line: a tab, or three spaces and more, part them.
    boolean gap = from - next > 1 || text.substring(next - 1, from).indexOf('\t') >= 0;
    if (isDigit(left) && isDigit(right)) {
      Matcher after = THREE_DIGITS.matcher(folded).region(from, folded.length());
      return gap
          || !(after.lookingAt() && groups(before))
              && !(after.usePattern(SPELT).lookingAt() && isSpelt(before));
    }
    if (isDigit(left) && right == '-' && gap) {
      return from + 1 < folded.length() && isDigit(folded.charAt(from + 1));
    }
    if (isDigit(left) && right == '.' || left == '.' && isDigit(right)) {
      // A point belongs to a number: 322. 78, but not the list number 3. 5.
      int to = before.length() - (left == '.' ? 1 : 0);
      int digits = digitsBefore(before, to);
      return digits == 0 || digits == to;
    }
    return isLatin(left) && (isLatin(right) || isDigit(right)) || isDigit(left) && isLatin(right);
  }

  /** How many digits end at a place. */
  private static int digitsBefore(StringBuilder text, int to) {
    int from = to;
    while (from > 0 && isDigit(text.charAt(from - 1))) {
      from--;
    }
    return to - from;
  }

  /** Whether the digits before may have a group of three after them. */
  private static boolean groups(StringBuilder before) {
    int head = digitsBefore(before, before.length());
    boolean decimals = head < before.length() && before.charAt(before.length() - 1 - head) == '.';
    return !decimals && (head % 3 != 0 || head == 3);
  }

  /** Whether the digits before may have another one after them. */
  private static boolean isSpelt(StringBuilder before) {
    boolean decimal = before.length() > 1 && before.charAt(before.length() - 2) == '.';
    return !decimal && digitsBefore(before, before.length()) <= 3;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLatin(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  /** The uniform form of each character; NUL for one without width, a space for kinds of spaces. */
  private static String folded(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      folded.append(FOLDING.of(text.charAt(i)));
    }
    ASTRAL.matcher(text).results().forEach(found -> folded.setCharAt(found.start(), '□'));
    return folded.toString();
  }

  /** The folding of symbols, and of traditional characters to simplified ones, one for one. */
  private static CharacterFolding folding() {
    ResourceBundle kinds = ResourceBundle.getBundle("org.duibiao.ingest.text.folding", Locale.ROOT);
    return new CharacterFolding(
        ' ',
        (kinds.getString("symbols") + "|" + kinds.getString("traditional").replace(' ', '|'))
            .split("[|]"));
  }
}
