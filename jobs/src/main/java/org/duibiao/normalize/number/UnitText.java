package org.duibiao.normalize.number;

import java.text.Normalizer;
import java.util.Set;
import java.util.stream.Stream;

/** The text that is left after a number: a unit, or a reason why the cell is not one number. */
final class UnitText {
  private static final int MAX_LENGTH = 16;

  /** Units in Latin letters that may touch the digits before them; 5G and 7N9 are words. */
  private static final Set<String> LATIN_UNITS =
      Set.of(
          "g", "kg", "mg", "ug", "ng", "t", "m", "km", "cm", "mm", "um", "nm", "hm", "ha", "l", "L",
          "mL", "ml", "dL", "dl", "kW", "kWh", "MW", "GW", "W", "V", "kV", "J", "kJ", "MJ", "h",
          "min", "s", "d", "a", "Hz", "dB", "Pa", "kPa", "hPa", "MPa", "mmHg", "mol", "mmol", "IU",
          "U", "ppm", "ppb", "pp", "yuan", "RMB", "CNY", "USD", "EUR");

  /** What a unit after a numeral in Chinese characters starts with; 三亚 and 一般 are words. */
  private static final String COUNTERS =
      "个個所家间間张張人名位次例户戶座辆輛台件项項种種类類份支只条條床岁歲年月日天周时時小分秒元圆角亩畝公里米吨噸千克升毫厘倍对對队隊组組"
          + "站点處处片区縣县市镇鎮乡鄉村街社批场場部本册套万代宗起头棵株层栋幢门科校院店员室车美港欧英口度股单盒瓶针剂号级甲等届期流世"
          + "季%‰/·每(";

  private UnitText() {}

  /** The unit as it is kept: without spaces, brackets around all of it, in NFKC. */
  static String of(char[] s, int from, int to) {
    int start = NumberText.skipSpaces(s, from, to);
    int end = NumberText.trimmed(s, start, to);
    if (end - start > 2 && s[start] == '(' && s[end - 1] == ')') {
      start = NumberText.skipSpaces(s, start + 1, end - 1);
      end = NumberText.trimmed(s, start, end - 1);
    }
    if (start == end) {
      return "";
    }
    if (end - start == 1 && s[start] == '%') {
      return "%";
    }
    StringBuilder kept = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      if (!NumberText.isSpace(s[i])) {
        kept.append(s[i]);
      } else if (isWord(s[i - 1]) && i + 1 < end && isWord(s[i + 1])) {
        kept.append(' ');
      }
    }
    return Normalizer.isNormalized(kept, Normalizer.Form.NFKC)
        ? kept.toString()
        : Normalizer.normalize(kept, Normalizer.Form.NFKC);
  }

  private static boolean isWord(char c) {
    return c > ' ' && c < 0x7F && c != '/';
  }

  /** Whether a unit may follow a numeral in Chinese characters. */
  static boolean isCounter(String unit) {
    return unit.isEmpty()
        || COUNTERS.indexOf(unit.charAt(0)) >= 0
        || unit.startsWith("平方")
        || unit.startsWith("立方")
        || unit.startsWith("百分");
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
    if (unit.isEmpty()) {
      return null;
    }
    if (unit.contains("分之")) {
      return "fraction";
    }
    char[] s = unit.toCharArray();
    if (ChineseNumerals.multiplier(s, 0, s.length) > 0) {
      return "malformed_numeral";
    }
    if (ChineseNumerals.digit(s[0]) >= 0) {
      return "several_numbers";
    }
    String punctuation = null;
    for (int i = 0; i < s.length; ) {
      char c = s[i];
      if (NumberText.isDigit(c)) {
        int end = NumberText.digitsEnd(s, i, s.length);
        if (punctuation != null || !mayContainNumber(s, i, end)) {
          return numbersReason(s, i, punctuation);
        }
        i = end;
      } else {
        int point = Character.codePointAt(s, i);
        if (punctuation == null && !belongs(point)) {
          punctuation =
              c == ':' ? "ratio" : (c == ',' || c == '.') && i == 0 ? "." : "trailing_text";
        }
        i += Character.charCount(point);
      }
    }
    if (punctuation != null) {
      return punctuation.equals(".") ? "malformed_separators" : "trailing_text";
    }
    return s.length > MAX_LENGTH || unit.indexOf('半') >= 0 || containsBoundWord(unit)
        ? "trailing_text"
        : null;
  }

  /** 岁以上老年人, 至上百万: the bound is about something else, or the text is not a unit. */
  private static boolean containsBoundWord(String unit) {
    return Stream.of("以上", "以下", "以内", "左右", "不足", "至", "到").anyMatch(unit::contains);
  }

  private static String numbersReason(char[] s, int at, String punctuation) {
    if ("ratio".equals(punctuation) && s[0] == ':') {
      return "ratio";
    }
    if (".".equals(punctuation)) {
      return "malformed_separators";
    }
    return at > 0 && s[at - 1] == '/' ? "fraction" : "several_numbers";
  }

  private static boolean belongs(int point) {
    return Character.isLetter(point) || "/%‰‱°· ".indexOf(point) >= 0;
  }

  /** Digits of a unit: the 2 of m2, the 100000 of /100000, both numbers of 1/10万. */
  private static boolean mayContainNumber(char[] s, int from, int end) {
    if (end - from == 1 && from > 0 && s[from - 1] == 'm' && (s[from] == '2' || s[from] == '3')) {
      return true;
    }
    if (from == 0) {
      return end == 1 && s[0] == '1' && end < s.length && s[end] == '/';
    }
    boolean rate =
        s[from - 1] == '/'
            || s[from - 1] == '每'
            || (from >= 4 && NumberText.startsWith(s, from - 4, s.length, "per "));
    boolean fraction =
        s[from - 1] == '/' && end - from < 3 && ChineseNumerals.multiplier(s, end, s.length) == 0;
    return rate && !fraction && isPowerOfTen(s, from, end);
  }

  /** Whether digits are 10, 100, 1000 … */
  static boolean isPowerOfTen(char[] s, int from, int end) {
    return end - from > 1
        && s[from] == '1'
        && new String(s, from + 1, end - from - 1).chars().allMatch(c -> c == '0');
  }
}
