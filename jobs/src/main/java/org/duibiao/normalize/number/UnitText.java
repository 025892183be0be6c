package org.duibiao.normalize.number;

import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The text that is left after a number: a unit, or a reason why the cell is not one number. */
final class UnitText {
  private static final int MAX_LENGTH = 16;

  /** Units in Latin letters that may touch the digits before them; 5G and 7N9 are words. */
  private static final Set<String> LATIN_UNITS = Set.of(NumberText.words("units.latin"));

  /** What a unit after a numeral in Chinese characters starts with; 三亚 and 一般 are words. */
  private static final String COUNTERS = NumberText.WORDS.getString("units.chinese");

  /** A space that parts no words in Latin letters. */
  private static final Pattern SPACE = Pattern.compile("(?<![!-.0-~])[ \n]|[ \n](?![!-.0-~])");

  private static final Pattern BRACKETED = Pattern.compile("\\A\\((.+)\\)\\z", Pattern.DOTALL);

  /** Numbers in a unit: the 2 of m2, the 100000 of /100000, both of 1/10万, but not that of 1/10. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<=m)[23](?!\\d)|\\A1(?=/)|(?<=/)100+(?!\\d)|(?<=/)10(?="
              + ChineseNumerals.MULTIPLIER
              + ")|(?<=每|per )10+(?!\\d)");

  /** The bound is about something else, or the text is not a unit: 岁以上老年人, 至上百万. */
  private static final Pattern NO_UNIT = Pattern.compile("半|以上|以下|以内|左右|不足|至|到");

  private UnitText() {}

  /** The unit as it is kept: without spaces, brackets around all of it, in NFKC. */
  static String of(String text) {
    String unit = BRACKETED.matcher(NumberText.stripped(text)).replaceFirst("$1");
    String kept = SPACE.matcher(NumberText.stripped(unit)).replaceAll("").replace('\n', ' ');
    return Normalizer.normalize(kept, Normalizer.Form.NFKC);
  }

  /** Whether a unit may follow a numeral in Chinese characters. */
  static boolean isCounter(String unit) {
    return unit.isEmpty()
        || COUNTERS.indexOf(unit.charAt(0)) >= 0
        || Stream.of("平方", "立方", "百分").anyMatch(unit::startsWith);
  }

  /** Whether a unit makes the number before it a place in an order: 3级, 2号. */
  static boolean isOrdinal(String unit) {
    return !unit.isEmpty() && "级甲等届号期流".indexOf(unit.charAt(0)) >= 0;
  }

  /** Whether a word in Latin letters that touches digits is a unit. */
  static boolean isLatinUnit(String word) {
    return LATIN_UNITS.contains(word);
  }

  /** Why a text is not a unit, as a reason; null if it may be one. */
  static String fault(String unit) {
    if (unit.contains("分之")) {
      return "fraction";
    } else if (ChineseNumerals.multiplier(unit, 0) > 0) {
      return "malformed_numeral";
    } else if (ChineseNumerals.digit(NumberText.at(unit, 0)) >= 0) {
      return "several_numbers";
    }
    String punctuation = null;
    // A letter stands for each number that a unit may have.
    String rest = NUMBER.matcher(unit).replaceAll(found -> "数".repeat(found.group().length()));
    for (int i = 0; i < rest.length(); i = rest.offsetByCodePoints(i, 1)) {
      int c = rest.codePointAt(i);
      boolean digit = NumberText.isDigit(unit.charAt(i));
      if (digit && (punctuation != null || c == unit.charAt(i))) {
        return "ratio".equals(punctuation) && unit.charAt(0) == ':'
            ? "ratio"
            : ".".equals(punctuation)
                ? "malformed_separators"
                : i > 0 && unit.charAt(i - 1) == '/' ? "fraction" : "several_numbers";
      } else if (!digit && punctuation == null && !belongs(c)) {
        punctuation = c == ':' ? "ratio" : (c == ',' || c == '.') && i == 0 ? "." : "trailing_text";
      }
    }
    if (punctuation != null) {
      return punctuation.equals(".") ? "malformed_separators" : "trailing_text";
    }
    return unit.length() > MAX_LENGTH || NO_UNIT.matcher(unit).find() ? "trailing_text" : null;
  }

  private static boolean belongs(int point) {
    return Character.isLetter(point) || "/%‰‱°· ".indexOf(point) >= 0;
  }
}
