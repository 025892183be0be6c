package org.duibiao.ingest.text;

/**
 * A text made uniform for reading: full-width forms as ASCII, kinds of dashes, quotation marks and
 * brackets as one each, traditional characters as simplified ones, and spaces left out where they
 * part no words. Every character knows its place in the text as it was. A full-width comma stays
 * itself: it groups no digits.
 *
 * <pre>
 * of("床位 ３２２. ７８ 万 张", 0).chars() → "床位322.78万张"
 * </pre>
 */
public final class FoldedText {

  private static final String TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ";

  private final String chars;
  private final int[] sourceOffsets;
  private final int end;

  private FoldedText(String chars, int[] places, int end) {
    this.chars = chars;
    this.sourceOffsets = places;
    this.end = end;
  }

  /**
   * Folds a text.
   *
   * @param text the text as it was decoded
   * @param start its place in the document, in code points
   */
  public static FoldedText of(String text, int start) {
    StringBuilder chars = new StringBuilder(text.length());
    int[] places = new int[text.length()];
    int place = start;
    for (int i = 0; i < text.length(); place++) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      int gloss = chars.isEmpty() ? 0 : gloss(text, i - Character.charCount(point), chars);
      if (gloss > 0) {
        place += gloss - 1;
        i += gloss - Character.charCount(point);
        continue;
      }
      char c = fold(point);
      if (c == '，' && groupsWide(text, i)) {
        c = ',';
      }
      if (c == ' ') {
        if (!keepsSpace(chars, text, i)) {
          continue;
        }
      } else if (c == 0) {
        continue;
      }
      places[chars.length()] = place;
      chars.append(c);
    }
    return new FoldedText(chars.toString(), places, place);
  }

  /** The uniform text. */
  public String chars() {
    return chars;
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
  private static boolean keepsSpace(StringBuilder before, String text, int next) {
    if (before.isEmpty()) {
      return false;
    }
    int from = next;
    while (from < text.length() && fold(text.codePointAt(from)) == ' ') {
      from++;
    }
    if (from == text.length()) {
      return false;
    }
    char left = before.charAt(before.length() - 1);
    char right = fold(text.codePointAt(from));
    if (isDigit(left) && isDigit(right)) {
      return isGap(text, next - 1, from)
          || !groupsDigits(before, text, from) && !isSpelt(before, text, from);
    }
    if (isDigit(left) && right == '-' && isGap(text, next - 1, from)) {
      return from + 1 < text.length() && isDigit(fold(text.codePointAt(from + 1)));
    }
    if (isDigit(left) && right == '.' || left == '.' && isDigit(right)) {
      return !isDecimal(before, left);
    }
    return isLatin(left) && (isLatin(right) || isDigit(right)) || isDigit(left) && isLatin(right);
  }

  /**
   * How long the reading in brackets is that some pages put after a character, 計(jì); 0 if none
   * starts there.
   */
  private static int gloss(String text, int from, StringBuilder before) {
    char open = text.charAt(from);
    if (open != '(' && open != '（' || before.charAt(before.length() - 1) < '\u4E00') {
      return 0;
    }
    boolean tone = false;
    for (int i = from + 1; i < text.length() && i < from + 9; i++) {
      char c = text.charAt(i);
      if (c == ')' || c == '）') {
        return tone ? i + 1 - from : 0;
      }
      boolean toned = TONED.indexOf(c) >= 0;
      tone |= toned;
      if (!toned && !(c >= 'a' && c <= 'z') && c != ' ') {
        return 0;
      }
    }
    return 0;
  }

  /** Whether spaces part cells of a table that became a line: a tab, or three and more. */
  private static boolean isGap(String text, int from, int to) {
    return to - from > 2 || text.substring(from, to).indexOf('\t') >= 0;
  }

  /** Whether a point belongs to a number: 322. 78, but not the list number 3. 5. */
  private static boolean isDecimal(StringBuilder before, char left) {
    int to = before.length() - (left == '.' ? 1 : 0);
    int digits = digitsBefore(before, to);
    return digits > 0 && digits < to;
  }

  /** How many digits end at a place. */
  private static int digitsBefore(StringBuilder text, int to) {
    int from = to;
    while (from > 0 && isDigit(text.charAt(from - 1))) {
      from--;
    }
    return to - from;
  }

  private static boolean groupsDigits(StringBuilder before, String text, int from) {
    int digits = 0;
    while (from + digits < text.length() && isDigit(fold(text.codePointAt(from + digits)))) {
      digits++;
    }
    int head = digitsBefore(before, before.length());
    boolean decimals = head < before.length() && before.charAt(before.length() - 1 - head) == '.';
    return !decimals && digits == 3 && (head % 3 != 0 || head == 3);
  }

  /** ２，２８１: between full-width digits a full-width comma groups them. */
  private static boolean groupsWide(String text, int next) {
    int digits = 0;
    while (next + digits < text.length() && isWideDigit(text.charAt(next + digits))) {
      digits++;
    }
    return digits == 3 && next >= 2 && isWideDigit(text.charAt(next - 2));
  }

  private static boolean isWideDigit(char c) {
    return c >= '０' && c <= '９';
  }

  /**
   * １ ０ ２ 个: digits that stand apart one by one, before a word, are one number.
   *
   * @param from where the digit after the space stands
   */
  private static boolean isSpelt(StringBuilder before, String text, int from) {
    int left = before.length() - 2;
    if (left >= 0
        && (isDigit(before.charAt(left)) && digitsBefore(before, left + 2) > 3
            || before.charAt(left) == '.')) {
      return false;
    }
    int at = from;
    int digits = 0;
    while (at < text.length()) {
      char c = fold(text.codePointAt(at));
      boolean space = c == ' ';
      if (!space && !isDigit(c)) {
        return digits > 0 && c >= '\u4E00';
      }
      if (isDigit(c)) {
        digits++;
        boolean apart = at + 1 == text.length() || !isDigit(fold(text.codePointAt(at + 1)));
        if (!apart) {
          return false;
        }
      }
      at++;
    }
    return false;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLatin(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  /** The uniform form of a character; 0 for one without width, a space for kinds of spaces. */
  private static char fold(int c) {
    if (c < 0x80) {
      return c < ' ' || c == 0x7F ? ' ' : (char) c;
    }
    if (c >= '！' && c <= '～' && c != '，') {
      return (char) (c - '！' + '!');
    }
    if (c > Character.MAX_VALUE) {
      return '□';
    }
    return switch (c) {
      case 0xA0, 0x1680, 0x2007, 0x202F, 0x205F, 0x3000, 0x85, 0x2028, 0x2029 -> ' ';
      case 0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF -> 0;
      case 0x2010, 0x2011, 0x2012, 0x2013, 0x2212, 0xFE63 -> '-';
      case 0x2014, 0x2015, 0x2500, 0x2501 -> '—';
      case 0x301C, 0x223C, 0x2053 -> '~';
      case 0x201D, 0x201E, 0x300C, 0x300D, 0x300E, 0x300F, 0x201C -> quote(c);
      case 0x3014, 0x3010, 0x3016 -> '[';
      case 0x3015, 0x3011, 0x3017 -> ']';
      case 0xFE59 -> '(';
      case 0xFE5A -> ')';
      case 0x2236, 0xFE13 -> ':';
      case 0x2103 -> '℃';
      default -> c >= 0x2000 && c <= 0x200A ? ' ' : ChineseSimplifier.simplified((char) c);
    };
  }

  private static char quote(int c) {
    return c == 0x201C || c == 0x201E || c == 0x300C || c == 0x300E ? '“' : '”';
  }
}
