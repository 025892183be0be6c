package org.duibiao.normalize.number;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * A number in Chinese characters, plain or formal, simplified or traditional.
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

  /** Ten characters a row, from 0 to 9. */
  private static final String DIGITS = "零一二三四五六七八九〇壹贰叁肆伍陆柒捌玖○一两參四五陸七八九○一兩三四五六七八九○一貳三四五六七八九";

  private static final String MULTIPLIERS = "十拾百佰千仟万萬亿億";
  private static final int[] EXPONENTS = {1, 1, 2, 2, 3, 3, 4, 4, 8, 8};

  /** 廿 is 20, 卅 30 and 卌 40. */
  private static final String SHORT_TENS = "廿卅卌";

  /** A multiplier; the 千 of 千克 and the 百 of 百分点 belong to a unit. */
  static final Pattern MULTIPLIER =
      Pattern.compile("(?!千[米克瓦卡焦伏赫帕]|百[帕货]|[百千万萬]分[点點之率比位])[" + MULTIPLIERS + "]");

  private final String text;

  /** Where the numeral ends. */
  int end;

  /** What was read, unless there is a fault. */
  final ScannedNumber number = new ScannedNumber();

  /** The reason why it cannot be read, or null. */
  String fault;

  // All of 万 and above, the part below, its last digit that is not multiplied yet, or -1.
  private long total;
  private long section;
  private int pending = -1;

  // The powers of ten of the last multipliers, and how many of 万 and 亿 there were.
  private int lastSmall = SECTION;
  private int lastBig = NONE;
  private int bigExponent;
  private int bigs;
  private boolean hundredMillions;

  /** Whether a 零 stands before what follows. */
  private boolean zero;

  /** Reads the numeral that starts there; {@link #startsNumeral} held. */
  ChineseNumerals(String text, int from) {
    this.text = text;
    this.end = from;
    number.chinese = true;
    while (next()) {
      end++;
    }
    if (fault == null && number.value == null) {
      finish();
    }
  }

  /** The digit that a character stands for, or -1. */
  static int digit(char c) {
    return DIGITS.indexOf(c) % 10;
  }

  /** The power of ten that a character multiplies by, or 0: 十 → 1, 万 → 4, 亿 → 8. */
  static int exponent(char c) {
    int at = MULTIPLIERS.indexOf(c);
    return at < 0 ? 0 : EXPONENTS[at];
  }

  /** Whether a character says that there is more than the number before it: 余, 多, 几. */
  static boolean isAndMore(char c) {
    return "余餘多几幾".indexOf(c) >= 0;
  }

  /** Whether a numeral may start with a character; a bare 百, 千, 万 or 亿 is none. */
  static boolean startsNumeral(char c) {
    return digit(c) >= 0 || exponent(c) == 1 || SHORT_TENS.indexOf(c) >= 0;
  }

  /** The power of ten of the multiplier that stands there, or 0. */
  static int multiplier(String text, int at) {
    if (at >= text.length()) {
      return 0;
    }
    boolean multiplies = MULTIPLIER.matcher(text).region(at, text.length()).lookingAt();
    return multiplies ? exponent(text.charAt(at)) : 0;
  }

  /** Where a chain of multipliers such as 百万 or 万亿 ends that starts there; there if none does. */
  static int multipliersEnd(String text, int from) {
    int at = from;
    int exponent = multiplier(text, at);
    if (exponent > 0 && exponent < SECTION) {
      exponent = multiplier(text, ++at);
    }
    if (exponent == SECTION) {
      exponent = multiplier(text, ++at);
    }
    return exponent > SECTION ? at + 1 : at;
  }

  /** The power of ten of a chain of multipliers: 百万 → 6. */
  static int exponent(String multipliers) {
    return multipliers.chars().map(c -> exponent((char) c)).sum();
  }

  /** Takes the next character; whether the numeral goes on behind it. */
  private boolean next() {
    char c = NumberText.at(text, end);
    int digit = digit(c);
    int tens = SHORT_TENS.indexOf(c) + 2;
    int exponent = tens > 1 ? 1 : multiplier(text, end);
    if (digit >= 0) {
      return digit(digit);
    } else if (exponent >= SECTION) {
      return big(exponent);
    } else if (exponent > 0) {
      return small(exponent, tens);
    }
    if ((c == '点' || c == '點') && digit(NumberText.at(text, end + 1)) >= 0) {
      return bigs > 0 || endsWithZero()
          ? fail("malformed_numeral")
          : isShorthandOfHundreds() ? fail("ambiguous_numeral") : decimals();
    }
    boolean afterUnit = pending < 0 && !zero && (section > 0 || total > 0);
    if (isAndMore(c) && afterUnit && !number.andMore) {
      number.andMore = true;
      if (section > 0 && multiplier(text, end + 1) >= SECTION) {
        return true;
      }
      end++;
    }
    return false;
  }

  private boolean digit(int digit) {
    boolean opening = lastSmall == SECTION && lastBig == NONE && section == 0;
    if (pending >= 0) {
      return opening ? digits(end - 1) : fail("ambiguous_numeral");
    } else if (digit > 0 || opening) {
      pending = digit;
    } else if (zero) {
      return fail("malformed_numeral");
    } else {
      zero = true;
    }
    return true;
  }

  private boolean small(int exponent, int tens) {
    boolean implied = pending < 0 && exponent == 1;
    long count = implied ? Math.max(1, tens) : tens > 1 ? 0 : Math.max(0, pending);
    if (exponent >= lastSmall || count == 0) {
      return fail("malformed_numeral");
    }
    section += times(count, exponent);
    lastSmall = exponent;
    pending = -1;
    zero = false;
    return true;
  }

  private boolean big(int exponent) {
    if (isShorthandOfHundreds()) {
      return fail("ambiguous_numeral");
    }
    section += Math.max(0, pending);
    boolean ofTenThousands = exponent > SECTION && lastBig == SECTION && !hundredMillions;
    if (endsWithZero() || !ofTenThousands && (section == 0 || exponent >= lastBig)) {
      return fail("malformed_numeral");
    }
    boolean joined = ofTenThousands && section == 0;
    total = ofTenThousands ? times(total + section, exponent) : total + times(section, exponent);
    bigExponent = joined ? SECTION + exponent : exponent;
    bigs += joined ? 0 : 1;
    hundredMillions |= exponent > SECTION;
    lastBig = exponent;
    lastSmall = SECTION;
    section = 0;
    pending = -1;
    zero = false;
    boolean goesOn = !number.andMore || multiplier(text, end + 1) > SECTION;
    end += goesOn ? 0 : 1;
    return goesOn;
  }

  /** 三百二万: 320万 or 302万. */
  private boolean isShorthandOfHundreds() {
    return pending > 0 && (lastSmall == 2 || lastSmall == 3) && !zero;
  }

  private boolean endsWithZero() {
    return zero && pending < 0;
  }

  private void finish() {
    if (endsWithZero()) {
      fail("malformed_numeral");
      return;
    }
    long last = Math.max(0, pending);
    int lastExponent = section > 0 || pending >= 0 ? 0 : bigExponent;
    int unit = lastSmall < SECTION ? lastSmall : section == 0 ? bigExponent : 0;
    if (pending > 0 && !zero && unit > 1) {
      number.shorthand = true;
      lastExponent = unit - 1;
      last = times(pending, lastExponent);
    }
    number.value = BigDecimal.valueOf(total + section + last);
    number.lastDigitExponent = lastExponent;
    number.scaled = bigs > 0;
    number.multiplierExponent = bigs == 1 && section == 0 && pending < 0 ? bigExponent : 0;
    number.plainWhole = !number.scaled && lastExponent == 0;
  }

  private boolean fail(String reason) {
    fault = reason;
    return false;
  }

  /** 二〇一九: three digits or more, or a 〇 among them; two others are an estimate, such as 七八. */
  private boolean digits(int from) {
    String digits = asciiDigits(from);
    boolean goesOn = multiplier(text, end) > 0 || "点點".indexOf(NumberText.at(text, end)) >= 0;
    if (goesOn || digits.length() == 2 && digits.indexOf('0') < 0) {
      return fail("ambiguous_numeral");
    } else if (digits.charAt(0) == '0') {
      return fail("leading_zeros");
    }
    number.value = new BigDecimal(digits);
    number.plainWhole = true;
    return false;
  }

  private boolean decimals() {
    String decimals = asciiDigits(end + 1);
    int to = multipliersEnd(text, end);
    int exponent = exponent(text.substring(end, to));
    number.value = new BigDecimal(section + Math.max(0, pending) + "." + decimals);
    number.lastDigitExponent = -decimals.length();
    number.multiply(exponent);
    number.multiplierExponent = exponent;
    end = to;
    return false;
  }

  /** The digits that start there as ASCII; the numeral ends after them. */
  private String asciiDigits(int from) {
    StringBuilder digits = new StringBuilder();
    end = from;
    for (int d = digit(NumberText.at(text, end)); d >= 0; d = digit(NumberText.at(text, end))) {
      digits.append(d);
      end++;
    }
    return digits.toString();
  }

  private static long times(long count, int exponent) {
    return BigDecimal.valueOf(count).scaleByPowerOfTen(exponent).longValue();
  }
}
