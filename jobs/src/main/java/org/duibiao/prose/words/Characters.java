package org.duibiao.prose.words;

import java.util.Map;

/** Classes of characters. */
public final class Characters {

  private static final String NUMERALS = "〇零○一二三四五六七八九十百千万亿两廿";

  private static final String BOUNDARIES = "。;；!！?？,，、:()[]“”《》\"<>〈〉|·…■□◆◇●★☆▲△▶※→√";

  /** The classes of characters for patterns, by name. */
  static final Map<String, String> REGEX =
      Map.of(
          "HAN", "[\u4E00-\u9FFF]",
          "NUMERAL", "[" + NUMERALS + "]",
          "BOUNDARY", "[" + BOUNDARIES.replace("[]", "\\[\\]") + "\n]");

  private Characters() {}

  public static boolean isChinese(char c) {
    return c >= '\u4E00' && c <= '\u9FFF';
  }

  /** Whether it writes a number in Chinese. */
  public static boolean isNumeral(char c) {
    return NUMERALS.indexOf(c) >= 0;
  }

  public static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  public static boolean isLatin(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  /** Whether no noun goes on beyond it; 0 is the end of a text. */
  public static boolean isBoundary(char c) {
    return BOUNDARIES.indexOf(c) >= 0 || c == 0 || c == '\n';
  }
}
