package org.duibiao.normalize.number;

import java.math.BigDecimal;

/**
 * Numbers in Chinese characters, plain or formal, simplified or traditional.
 *
 * <pre>
 * 二十二     → 22
 * 两千零五    → 2005
 * 一百零三万  → 1030000, to 10000
 * 三百二     → 320, to 10
 * 一万二     → 12000, to 1000
 * 三点五万    → 35000, to 1000
 * 廿         → 20
 * 二〇一九    → 2019
 * 壹佰       → 100
 * 二十多万    → 200000 and more
 * 七八       → ambiguous: it means seven or eight
 * </pre>
 */
final class ChineseNumerals {
  private static final int SECTION = 4;
  private static final int NONE = 16;

  /** What was read from a place on. */
  static final class Numeral {
    /** Where the numeral ends. */
    int end;

    BigDecimal value;

    /** The power of ten of the last digit that was said. */
    int lastExponent;

    /** The power of ten by which 万, 亿 or 万亿 multiply all of it; 0 if they do not. */
    int multiplier;

    /** Whether 万 or 亿 occur. */
    boolean scaled;

    /** Whether 多, 余 or 几 follow a part of it. */
    boolean more;

    /** Whether its last digit is shorthand: 三百二. */
    boolean shorthand;

    /** Whether it is a string of digits: 二〇一九. */
    boolean digitString;

    /** The reason why it cannot be read, or null. */
    String fault;

    private Numeral failed(String reason, int at) {
      fault = reason;
      end = at;
      return this;
    }
  }

  private ChineseNumerals() {}

  /** The digit that a character stands for, or -1. */
  static int digit(char c) {
    return switch (c) {
      case '〇', '零', '○' -> 0;
      case '一', '壹' -> 1;
      case '二', '贰', '貳', '两', '兩' -> 2;
      case '三', '叁', '參' -> 3;
      case '四', '肆' -> 4;
      case '五', '伍' -> 5;
      case '六', '陆', '陸' -> 6;
      case '七', '柒' -> 7;
      case '八', '捌' -> 8;
      case '九', '玖' -> 9;
      default -> -1;
    };
  }

  /** The power of ten that a character multiplies by, or 0: 十 → 1, 万 → 4, 亿 → 8. */
  static int exponent(char c) {
    return switch (c) {
      case '十', '拾' -> 1;
      case '百', '佰' -> 2;
      case '千', '仟' -> 3;
      case '万', '萬' -> 4;
      case '亿', '億' -> 8;
      default -> 0;
    };
  }

  /** Whether a character says that there is more than the number before it: 余, 多, 几. */
  static boolean isAndMore(char c) {
    return c == '余' || c == '餘' || c == '多' || c == '几' || c == '幾';
  }

  /** Whether a numeral may start with a character; a bare 百, 千, 万 or 亿 is none. */
  static boolean startsNumeral(char c) {
    return digit(c) >= 0 || exponent(c) == 1 || shortTens(c) > 0;
  }

  /**
   * The power of ten of the multiplier that stands there, or 0. The 千 of 千克 and the 百 of 百分点 belong
   * to a unit.
   */
  static int multiplier(char[] s, int at, int end) {
    if (at >= end) {
      return 0;
    }
    int exponent = exponent(s[at]);
    return exponent == 0 || opensUnit(s, at, end) ? 0 : exponent;
  }

  /** Where a chain of multipliers such as 百万 or 万亿 ends that starts there; there if none does. */
  static int multipliersEnd(char[] s, int from, int end) {
    int at = from;
    int exponent = multiplier(s, at, end);
    if (exponent > 0 && exponent < SECTION) {
      exponent = multiplier(s, ++at, end);
    }
    if (exponent == SECTION) {
      exponent = multiplier(s, ++at, end);
    }
    return exponent > SECTION ? at + 1 : at;
  }

  /** The power of ten of a chain of multipliers: 百万 → 6. */
  static int exponent(char[] s, int from, int end) {
    int sum = 0;
    for (int i = from; i < end; i++) {
      sum += exponent(s[i]);
    }
    return sum;
  }

  private static boolean opensUnit(char[] s, int at, int end) {
    if (at + 1 >= end) {
      return false;
    }
    char next = s[at + 1];
    return switch (s[at]) {
      case '千' -> "米克瓦卡焦伏赫帕".indexOf(next) >= 0 || opensShare(s, at + 1, end);
      case '百' -> next == '帕' || next == '货' || opensShare(s, at + 1, end);
      case '万', '萬' -> opensShare(s, at + 1, end);
      default -> false;
    };
  }

  private static boolean opensShare(char[] s, int at, int end) {
    return s[at] == '分' && at + 1 < end && "点點之率比位".indexOf(s[at + 1]) >= 0;
  }

  private static int shortTens(char c) {
    return switch (c) {
      case '廿' -> 2;
      case '卅' -> 3;
      case '卌' -> 4;
      default -> 0;
    };
  }

  /** Reads the numeral that starts there; {@link #startsNumeral} held. */
  static Numeral read(char[] s, int from, int end) {
    Numeral numeral = new Numeral();
    long total = 0;
    long section = 0;
    int pending = -1;
    int lastSmall = SECTION;
    int lastBig = NONE;
    int bigExponent = 0;
    int bigs = 0;
    boolean hundredMillions = false;
    boolean zero = false;
    int i = from;
    while (i < end) {
      char c = s[i];
      int digit = digit(c);
      if (digit >= 0) {
        boolean opening = lastSmall == SECTION && lastBig == NONE && section == 0;
        if (pending >= 0) {
          return opening ? digits(numeral, s, from, end) : numeral.failed("ambiguous_numeral", i);
        }
        if (digit == 0 && !opening) {
          if (zero) {
            return numeral.failed("malformed_numeral", i);
          }
          zero = true;
        } else {
          pending = digit;
        }
        i++;
        continue;
      }
      int exponent = multiplier(s, i, end);
      int tens = shortTens(c);
      if (tens > 0 || (exponent > 0 && exponent < SECTION)) {
        int small = tens > 0 ? 1 : exponent;
        boolean counted = pending > 0 && tens == 0;
        boolean implied = pending < 0 && small == 1;
        if (small >= lastSmall || !(counted || implied)) {
          return numeral.failed("malformed_numeral", i);
        }
        long count = tens > 0 ? tens : counted ? pending : 1;
        section += count * power(small);
        lastSmall = small;
        pending = -1;
        zero = false;
        i++;
        continue;
      }
      if (exponent >= SECTION) {
        if (pending > 0 && (lastSmall == 2 || lastSmall == 3) && !zero) {
          return numeral.failed("ambiguous_numeral", i);
        }
        if (zero && pending < 0) {
          return numeral.failed("malformed_numeral", i);
        }
        section += Math.max(0, pending);
        boolean ofTenThousands = exponent > SECTION && lastBig == SECTION && !hundredMillions;
        if (!ofTenThousands && (section == 0 || exponent >= lastBig)) {
          return numeral.failed("malformed_numeral", i);
        }
        if (ofTenThousands) {
          total = (total + section) * power(exponent);
          bigExponent = section == 0 ? SECTION + exponent : exponent;
          bigs = section == 0 ? bigs : bigs + 1;
        } else {
          total += section * power(exponent);
          bigExponent = exponent;
          bigs++;
        }
        hundredMillions |= exponent > SECTION;
        lastBig = exponent;
        lastSmall = SECTION;
        section = 0;
        pending = -1;
        zero = false;
        i++;
        if (numeral.more && multiplier(s, i, end) <= SECTION) {
          break;
        }
        continue;
      }
      if ((c == '点' || c == '點') && i + 1 < end && digit(s[i + 1]) >= 0) {
        if (bigs > 0 || (zero && pending < 0)) {
          return numeral.failed("malformed_numeral", i);
        }
        if (pending > 0 && (lastSmall == 2 || lastSmall == 3) && !zero) {
          return numeral.failed("ambiguous_numeral", i);
        }
        return decimals(numeral, section + Math.max(0, pending), s, i + 1, end);
      }
      boolean afterUnit = pending < 0 && !zero && (section > 0 || total > 0);
      if (isAndMore(c) && afterUnit && !numeral.more) {
        numeral.more = true;
        i++;
        if (section > 0 && multiplier(s, i, end) >= SECTION) {
          continue;
        }
      }
      break;
    }
    if (zero && pending < 0) {
      return numeral.failed("malformed_numeral", i);
    }
    long last = Math.max(0, pending);
    int lastExponent = section > 0 || pending >= 0 ? 0 : bigExponent;
    if (pending > 0 && !zero) {
      int unit = lastSmall < SECTION ? lastSmall : section == 0 ? bigExponent : 0;
      if (unit > 1) {
        numeral.shorthand = true;
        lastExponent = unit - 1;
        last = pending * power(lastExponent);
      }
    }
    numeral.end = i;
    numeral.value = BigDecimal.valueOf(total + section + last);
    numeral.lastExponent = lastExponent;
    numeral.scaled = bigs > 0;
    numeral.multiplier = bigs == 1 && section == 0 && pending < 0 ? bigExponent : 0;
    return numeral;
  }

  /** 二〇一九: three digits or more, or a 〇 among them; two others are an estimate, such as 七八. */
  private static Numeral digits(Numeral numeral, char[] s, int from, int end) {
    char[] ascii = new char[end - from];
    int count = 0;
    boolean zero = false;
    int i = from;
    while (i < end && digit(s[i]) >= 0) {
      int digit = digit(s[i++]);
      zero |= digit == 0;
      ascii[count++] = (char) ('0' + digit);
    }
    boolean goesOn = multiplier(s, i, end) > 0 || (i < end && (s[i] == '点' || s[i] == '點'));
    if (goesOn || (count == 2 && !zero)) {
      return numeral.failed("ambiguous_numeral", i);
    }
    if (ascii[0] == '0') {
      return numeral.failed("leading_zeros", i);
    }
    numeral.end = i;
    numeral.value = Decimals.of(ascii, count, 0);
    numeral.digitString = true;
    return numeral;
  }

  private static Numeral decimals(Numeral numeral, long whole, char[] s, int from, int end) {
    StringBuilder digits = new StringBuilder(24).append(whole).append('.');
    int i = from;
    while (i < end && digit(s[i]) >= 0) {
      digits.append((char) ('0' + digit(s[i++])));
    }
    int multipliersEnd = multipliersEnd(s, i, end);
    int exponent = exponent(s, i, multipliersEnd);
    numeral.value = new BigDecimal(digits.toString()).scaleByPowerOfTen(exponent);
    numeral.lastExponent = exponent - (i - from);
    numeral.multiplier = exponent;
    numeral.scaled = exponent > 0;
    numeral.end = multipliersEnd;
    return numeral;
  }

  private static long power(int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= 10;
    }
    return power;
  }
}
