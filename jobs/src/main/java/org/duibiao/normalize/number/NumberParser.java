package org.duibiao.normalize.number;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads one number from a place in a text on: its sign, digits with separators or a Chinese
 * numeral, multipliers, and the words that make it a share (百分之, 成, 一半).
 */
class NumberParser extends NumberText {
  private static final int LARGEST_EXPONENT = 30;
  private static final int LONGEST_QUOTE = 24;
  private static final String SIGNS = "-+–负負";

  /** What announces a share, and the unit that it means. */
  private static final Map<String, String> SHARES =
      Map.of(
          "百分之", "%",
          "千分之", "‰",
          "万分之", "/万",
          "十万分之", "/10万",
          "百万分之", "/100万",
          "10万分之", "/10万",
          "100万分之", "/100万");

  private static final Pattern SHARE = Pattern.compile("(?:[百千万]|十万|百万|10万|100万)分之");

  /** Digits, in groups of three that one kind of separator parts, or without. */
  private static final Pattern WHOLE =
      Pattern.compile("[1-9]\\d{0,2}([,' ])\\d{3}(?!\\d)(?:\\1\\d{3}(?!\\d))*|\\d*");

  private static final Pattern SEPARATED = Pattern.compile("[,']\\d");
  private static final Pattern DECIMALS = Pattern.compile("\\.\\d++(?![.,']\\d)");
  private static final Pattern RANGE_MARK = Pattern.compile("——|[-–—~至到]");
  private static final Pattern POWER_OF_TEN = Pattern.compile("[Ee][+-]?\\d+");

  private static final String MIXED_NUMERAL = "3万5千 and 35000 would be read";

  /** Where the text is read from. */
  int position;

  /** The unit of the share that 百分之 or the like announced; "" if none. */
  String share = "";

  NumberParser(String printed) {
    super(printed);
  }

  /** Ends the reading of a text that is not one number. */
  static final class UnreadableNumberException extends RuntimeException {
    final transient ParsedNumber.Unreadable reading;

    private UnreadableNumberException(ParsedNumber.Unreadable reading) {
      super(null, null, false, false);
      this.reading = reading;
    }
  }

  /**
   * A text that is not one number.
   *
   * @param at where the offending part starts
   * @param advice what would be readable
   */
  final UnreadableNumberException fault(String reason, int at, String advice) {
    boolean date = DateDetector.looksLikeDate(text);
    int from = date ? 0 : Math.min(at, end);
    int to = Math.min(end, from + LONGEST_QUOTE);
    if (to < end && to > from && Character.isHighSurrogate(text.charAt(to - 1))) {
      to--;
    }
    String quote = "\"" + text.substring(from, to) + (to < end ? "…" : "") + "\": ";
    return new UnreadableNumberException(
        date
            ? new ParsedNumber.Unreadable("date", quote + DateDetector.ADVICE)
            : new ParsedNumber.Unreadable(reason, quote + advice));
  }

  ScannedNumber signedNumber() {
    int start = position;
    boolean signed = isSign(at(start));
    position = signed ? skipSpaces(start + 1) : start;
    if (signed && !isNumberStart(position)) {
      throw fault(
          hasNumber(position) ? "malformed_sign" : "no_number",
          start,
          "a sign is followed by digits: -12.3");
    }
    ScannedNumber number = number();
    number.value = signed && at(start) != '+' ? number.value.negate() : number.value;
    return number;
  }

  private ScannedNumber number() {
    String before = match(SHARE, position);
    boolean shared = !before.isEmpty();
    if (shared) {
      position = skipSpaces(position + before.length());
      share = SHARES.get(before);
      if (!isNumberStart(position)) {
        throw fault("no_number", position, before + " is followed by a number");
      }
    }
    int start = position;
    ScannedNumber number;
    if (!shared && halfEnd(position) > position) {
      number = new ScannedNumber();
      number.value = BigDecimal.valueOf(50);
      number.lastDigitExponent = 1;
      number.tenths = true;
      number.chinese = true;
      position = halfEnd(position);
    } else if (isDigit(at(position)) || at(position) == '.') {
      number = ascii();
    } else if (ChineseNumerals.startsNumeral(at(position))) {
      ChineseNumerals numeral = new ChineseNumerals(text, position);
      if (numeral.fault != null) {
        throw fault(numeral.fault, start, "二十二, 两千零五, 一百零三万, 三百二 and 二〇一九 would be read");
      }
      position = numeral.end;
      number = numeral.number;
    } else {
      number = bareMultiplier(shared);
    }
    takeAndMore(number);
    if (number.scaled && shared) {
      throw fault("trailing_text", start, before + " is followed by a number without multiplier");
    }
    tenths(number);
    return number;
  }

  static boolean isSign(char c) {
    return SIGNS.indexOf(c) >= 0;
  }

  boolean isNumberStart(int at) {
    char c = at(at);
    return isDigit(c)
        || c == '.' && isDigit(at(at + 1))
        || ChineseNumerals.startsNumeral(c)
        || isBareMultiplier(at)
        || !match(SHARE, Math.min(at, end)).isEmpty()
        || halfEnd(at) > at;
  }

  boolean isBareMultiplier(int at) {
    return ChineseNumerals.multiplier(text, at) > 1;
  }

  boolean hasNumber(int from) {
    return text.substring(from)
        .chars()
        .anyMatch(c -> isDigit((char) c) || ChineseNumerals.startsNumeral((char) c));
  }

  /** Takes the 余, 多 or 几 after a number. */
  private void takeAndMore(ScannedNumber number) {
    if (!number.andMore && ChineseNumerals.isAndMore(at(position))) {
      number.andMore = true;
      position++;
    }
  }

  /** The 百 of 百余 and 近百, the 百万 of 上百万; after 百分之 it is a hundred. */
  private ScannedNumber bareMultiplier(boolean shared) {
    int exponent = takeMultipliers(position);
    ScannedNumber number = new ScannedNumber();
    number.value = BigDecimal.ONE;
    number.chinese = true;
    if (shared && exponent == 2) {
      number.value = BigDecimal.valueOf(100);
    } else {
      number.multiply(exponent);
      number.multiplierExponent = exponent;
      number.bareMultiplier = true;
    }
    return number;
  }

  /** Takes the multipliers that start there, if any; their power of ten. */
  private int takeMultipliers(int from) {
    int to = ChineseNumerals.multipliersEnd(text, from);
    position = to > from ? to : position;
    return ChineseNumerals.exponent(text.substring(from, to));
  }

  /** Where 一半, 半数 or a lone 半 ends that starts there; there if none does. */
  private int halfEnd(int at) {
    if (text.startsWith("一半", at) || text.startsWith("半数", at)) {
      return at + 2;
    }
    return at(at) == '半'
            && (isLast(at + 1) || rangeMarkEnd(skipSpaces(at + 1)) > skipSpaces(at + 1))
        ? at + 1
        : at;
  }

  /** Whether nothing follows but a bound word. */
  private boolean isLast(int at) {
    int next = skipSpaces(at);
    return next == end || BoundWords.trailingAt(text, next) != null;
  }

  private ScannedNumber ascii() {
    ScannedNumber number = digits();
    if (takePowerOfTen(number)) {
      return number;
    }
    takeAndMore(number);
    int from = skipSpaces(position);
    int exponent = ChineseNumerals.multiplier(text, from);
    if (exponent == 0) {
      return number;
    }
    if (number.andMore && "几幾".indexOf(at(position - 1)) >= 0 && exponent < 4) {
      throw fault("ambiguous_numeral", from, "130 and 100多 would be read");
    }
    boolean whole = number.lastDigitExponent >= 0;
    number.multiplierExponent = takeMultipliers(from);
    number.multiply(number.multiplierExponent);
    if (!number.andMore) {
      addSmallerTerms(number, whole);
    }
    return number;
  }

  /** 3万|5千, 1亿|2000万: further terms, each below the multiplier before it. */
  private void addSmallerTerms(ScannedNumber sum, boolean wholeBefore) {
    int start = position;
    boolean whole = wholeBefore;
    int multiplier = sum.multiplierExponent;
    while (multiplier > 0) {
      ScannedNumber term;
      int next = 0;
      if (isDigit(at(position))) {
        int from = position;
        term = digits();
        boolean few = term.lastDigitExponent < 0 || position - from < 3;
        next = takeMultipliers(position);
        if (next == 0 && few) {
          throw fault("ambiguous_numeral", start, MIXED_NUMERAL);
        }
        term.multiply(next);
      } else if (ChineseNumerals.startsNumeral(at(position))) {
        ChineseNumerals numeral = new ChineseNumerals(text, position);
        term = numeral.number;
        if (numeral.fault != null || term.shorthand || term.value.compareTo(BigDecimal.TEN) < 0) {
          throw fault("ambiguous_numeral", start, MIXED_NUMERAL);
        }
        sum.andMore = term.andMore;
        position = numeral.end;
      } else {
        return;
      }
      if (!whole
          || next >= multiplier
          || term.value.signum() == 0
          || term.value.compareTo(BigDecimal.ONE.movePointRight(multiplier)) >= 0) {
        throw fault("malformed_numeral", start, "1亿2000万 would be read");
      }
      whole = term.lastDigitExponent >= next;
      sum.value = sum.value.add(term.value);
      sum.lastDigitExponent = term.lastDigitExponent;
      sum.multiplierExponent = 0;
      multiplier = next;
    }
  }

  /** Digits with separators of groups and decimals, from the place on. */
  private ScannedNumber digits() {
    int start = position;
    String whole = match(WHOLE, start);
    position += whole.length();
    if (!whole.isEmpty() && !match(SEPARATED, position).isEmpty()) {
      throw fault("malformed_separators", start, "1,063,540 and 1063540 would be read");
    }
    String decimals = match(DECIMALS, position);
    if (decimals.isEmpty() && at(position) == '.') {
      throw fault("malformed_separators", start, "1,063.5 would be read");
    }
    position += decimals.length();
    if (whole.length() > 1 && whole.charAt(0) == '0') {
      throw fault("leading_zeros", start, "digits that start with 0 are a code");
    }
    String digits = whole.replaceAll("[,' ]", "");
    ScannedNumber number = new ScannedNumber();
    number.value = new BigDecimal(digits + decimals);
    number.lastDigitExponent = -number.value.scale();
    number.plainWhole = digits.length() == position - start;
    return number;
  }

  /** Takes the E5 of 1.2E5; whether it stands there. */
  private boolean takePowerOfTen(ScannedNumber number) {
    String power = match(POWER_OF_TEN, position);
    if (power.isEmpty()) {
      return false;
    }
    BigDecimal exponent = new BigDecimal(power.substring(1));
    if (exponent.abs().compareTo(BigDecimal.valueOf(LARGEST_EXPONENT)) > 0) {
      throw fault(
          "out_of_range", position, "powers of ten up to " + LARGEST_EXPONENT + " are read");
    }
    number.value = number.value.scaleByPowerOfTen(exponent.intValue());
    number.lastDigitExponent += exponent.intValue();
    number.plainWhole = false;
    position += power.length();
    return true;
  }

  /** 三成, 六成五, 6.5成 → percent, unless a word such as 成人 follows. */
  private void tenths(ScannedNumber number) {
    if (at(position) != '成' || number.scaled || number.tenths || !share.isEmpty()) {
      return;
    }
    int at = position + 1;
    int unit = at(at) == '半' ? 5 : ChineseNumerals.digit(at(at));
    boolean units = unit > 0 && number.lastDigitExponent == 0;
    at += units ? 1 : 0;
    boolean ends = isLast(at) || rangeMark(at) >= 0;
    if (number.value.compareTo(BigDecimal.TEN) > 0 || !ends) {
      return;
    }
    toTenths(number);
    if (units) {
      number.value = number.value.add(BigDecimal.valueOf(unit));
      number.lastDigitExponent = 0;
    }
    position = at;
    takeAndMore(number);
  }

  /** Makes a number of tenths one of hundredths. */
  static void toTenths(ScannedNumber number) {
    number.value = number.value.scaleByPowerOfTen(1);
    number.lastDigitExponent++;
    number.tenths = true;
    number.plainWhole = false;
  }

  /** Where a mark of a range stands that is followed by a number, but for spaces; else -1. */
  int rangeMark(int at) {
    int mark = skipSpaces(at);
    int markEnd = rangeMarkEnd(mark);
    int next = skipSpaces(markEnd);
    boolean minus = at(mark) == '-' && mark > 0 && isSpace(at(mark - 1)) && next == markEnd;
    next += isSign(at(next)) ? 1 : 0;
    // 到一半 is a range's end, 至百姓 is not.
    boolean word =
        "至到".indexOf(at(mark)) >= 0 && isBareMultiplier(next) && !text.startsWith("百分之", next);
    return markEnd > mark && !minus && !word && isNumberStart(next) ? mark : -1;
  }

  int rangeMarkEnd(int at) {
    return at + match(RANGE_MARK, Math.min(at, end)).length();
  }
}
