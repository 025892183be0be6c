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

  /** Where the text is read from. */
  int position;

  /** What announced a share before the last number: 百分之; "" if nothing did. */
  private String announced = "";

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

  /** Ends the reading if something does not hold; see {@link #fault}. */
  final void refuseIf(boolean wrong, String key, int at) {
    if (wrong) {
      throw fault(key, at);
    }
  }

  /**
   * A text that is not one number.
   *
   * @param key the reason, perhaps with a point and more; it leads to what would be readable
   * @param at where the offending part starts
   */
  final UnreadableNumberException fault(String key, int at) {
    boolean date = DateDetector.looksLikeDate(text);
    int from = date ? 0 : Math.min(at, end);
    int to = Math.min(end, from + LONGEST_QUOTE);
    if (to < end && to > from && Character.isHighSurrogate(text.charAt(to - 1))) {
      to--;
    }
    String quote = "\"" + text.substring(from, to) + (to < end ? "…" : "") + "\": ";
    String problem = date ? "date" : key;
    return new UnreadableNumberException(
        new ParsedNumber.Unreadable(
            problem.split("[.]")[0],
            quote + WORDS.getString("advice." + problem).replace("%s", announced)));
  }

  ScannedNumber signedNumber() {
    int start = position;
    boolean signed = isSign(at(start));
    position = signed ? skipSpaces(start + 1) : start;
    refuseIf(
        signed && !isNumberStart(position),
        hasNumber(position) ? "malformed_sign" : "no_number.sign",
        start);
    ScannedNumber number = number();
    number.value = signed && at(start) != '+' ? number.value.negate() : number.value;
    return number;
  }

  private ScannedNumber number() {
    announced = match(SHARE, position);
    boolean shared = !announced.isEmpty();
    if (shared) {
      position = skipSpaces(position + announced.length());
      share = SHARES.get(announced);
      refuseIf(!isNumberStart(position), "no_number.share", position);
    }
    int start = position;
    ScannedNumber number;
    if (!shared && halfEnd(position) > position) {
      number = new ScannedNumber();
      number.value = BigDecimal.valueOf(5);
      number.chinese = true;
      toTenths(number);
      position = halfEnd(position);
    } else if (isDigit(at(position)) || at(position) == '.') {
      number = ascii();
    } else if (ChineseNumerals.startsNumeral(at(position))) {
      ChineseNumerals numeral = new ChineseNumerals(text, position);
      if (numeral.fault != null) {
        throw fault(numeral.fault + ".chinese", start);
      }
      position = numeral.end;
      number = numeral.number;
    } else {
      number = bareMultiplier(shared);
    }
    takeAndMore(number);
    refuseIf(number.scaled && shared, "trailing_text.share", start);
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
    refuseIf(
        number.andMore && "几幾".indexOf(at(position - 1)) >= 0 && exponent < 4,
        "ambiguous_numeral.few",
        from);
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
        refuseIf(next == 0 && few, "ambiguous_numeral.mixed", start);
        term.multiply(next);
      } else if (ChineseNumerals.startsNumeral(at(position))) {
        ChineseNumerals numeral = new ChineseNumerals(text, position);
        term = numeral.number;
        refuseIf(
            numeral.fault != null || term.shorthand || term.value.compareTo(BigDecimal.TEN) < 0,
            "ambiguous_numeral.mixed",
            start);
        sum.andMore = term.andMore;
        position = numeral.end;
      } else {
        return;
      }
      refuseIf(
          !whole
              || next >= multiplier
              || term.value.signum() == 0
              || term.value.compareTo(BigDecimal.ONE.movePointRight(multiplier)) >= 0,
          "malformed_numeral.terms",
          start);
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
    refuseIf(
        !whole.isEmpty() && !match(SEPARATED, position).isEmpty(),
        "malformed_separators.groups",
        start);
    String decimals = match(DECIMALS, position);
    refuseIf(decimals.isEmpty() && at(position) == '.', "malformed_separators", start);
    position += decimals.length();
    refuseIf(whole.length() > 1 && whole.charAt(0) == '0', "leading_zeros", start);
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
    refuseIf(
        exponent.abs().compareTo(BigDecimal.valueOf(LARGEST_EXPONENT)) > 0,
        "out_of_range",
        position);
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
