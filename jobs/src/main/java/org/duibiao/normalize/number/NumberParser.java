package org.duibiao.normalize.number;

import java.math.BigDecimal;

/**
 * Reads one number from a place in a text on: its sign, digits with separators or a Chinese
 * numeral, multipliers, and the words that make it a share (百分之, 成, 一半).
 */
class NumberParser extends NumberCursor {
  private static final int LARGEST_EXPONENT = 30;

  /** A share before its number, and the unit that it means. */
  private record Share(String text, String unit) {}

  private static final Share[] SHARES = {
    new Share("百分之", "%"),
    new Share("千分之", "‰"),
    new Share("万分之", "/万"),
    new Share("十万分之", "/10万"),
    new Share("百万分之", "/100万"),
    new Share("10万分之", "/10万"),
    new Share("100万分之", "/100万"),
  };

  /** The unit of the share that 百分之 or the like announced; "" if none. */
  String share = "";

  NumberParser(NumberText text) {
    super(text);
  }

  ScannedNumber signedNumber() {
    int start = position;
    boolean negative = false;
    if (isSign(chars[position])) {
      negative = chars[position] != '+';
      position = skipSpaces(position + 1);
      if (!isNumberStart(position)) {
        recordFault(
            hasNumber(position) ? "malformed_sign" : "no_number",
            start,
            "a sign is followed by digits: -12.3");
        return null;
      }
    }
    ScannedNumber part = number();
    if (part != null && negative) {
      part.value = part.value.negate();
    }
    return part;
  }

  private ScannedNumber number() {
    Share before = shareAt(position);
    if (before != null) {
      position = skipSpaces(position + before.text.length());
      share = before.unit;
      if (!isNumberStart(position)) {
        recordFault("no_number", position, before.text + " is followed by a number");
        return null;
      }
    }
    int start = position;
    ScannedNumber part = new ScannedNumber();
    int half = before == null ? halfEnd(position) : position;
    boolean read;
    if (half > position) {
      part.value = BigDecimal.valueOf(50);
      part.lastDigitExponent = 1;
      part.tenths = true;
      part.chinese = true;
      position = half;
      read = true;
    } else if (NumberText.isDigit(chars[position]) || chars[position] == '.') {
      read = ascii(part);
    } else if (ChineseNumerals.startsNumeral(chars[position])) {
      read = chinese(part);
    } else {
      read = bareMultiplierNumber(part, before);
    }
    if (!read) {
      return null;
    }
    if (!part.andMore && position < end && ChineseNumerals.isAndMore(chars[position])) {
      part.andMore = true;
      position++;
    }
    if (part.scaled && before != null) {
      recordFault(
          "trailing_text", start, before.text + " is followed by a number without multiplier");
      return null;
    }
    tenths(part);
    return part;
  }

  static boolean isSign(char c) {
    return c == '-' || c == '+' || c == '–' || c == '负' || c == '負';
  }

  boolean isNumberStart(int at) {
    if (at >= end) {
      return false;
    }
    char c = chars[at];
    return NumberText.isDigit(c)
        || (c == '.' && at + 1 < end && NumberText.isDigit(chars[at + 1]))
        || ChineseNumerals.startsNumeral(c)
        || bareMultiplier(at)
        || shareAt(at) != null
        || halfEnd(at) > at;
  }

  boolean bareMultiplier(int at) {
    return ChineseNumerals.multiplier(chars, at, end) > 1;
  }

  boolean hasNumber(int from) {
    for (int i = from; i < end; i++) {
      if (NumberText.isDigit(chars[i]) || ChineseNumerals.startsNumeral(chars[i])) {
        return true;
      }
    }
    return false;
  }

  /** The 百 of 百余 and 近百, the 百万 of 上百万; after 百分之 it is a hundred. */
  private boolean bareMultiplierNumber(ScannedNumber part, Share before) {
    int start = position;
    position = ChineseNumerals.multipliersEnd(chars, position, end);
    int exponent = ChineseNumerals.exponent(chars, start, position);
    part.value = BigDecimal.ONE;
    part.chinese = true;
    if (before != null && exponent == 2) {
      part.value = BigDecimal.valueOf(100);
      return true;
    }
    part.multiplierExponent = exponent;
    part.multiply(exponent);
    part.bareMultiplier = true;
    return true;
  }

  private Share shareAt(int at) {
    for (Share each : SHARES) {
      if (NumberText.startsWith(chars, at, end, each.text)) {
        return each;
      }
    }
    return null;
  }

  /** Where 一半, 半数 or a lone 半 ends that starts there; there if none does. */
  private int halfEnd(int at) {
    if (NumberText.startsWith(chars, at, end, "一半")
        || NumberText.startsWith(chars, at, end, "半数")) {
      return at + 2;
    }
    if (at >= end || chars[at] != '半') {
      return at;
    }
    int next = skipSpaces(at + 1);
    boolean alone =
        next == end || BoundWords.trailingAt(chars, next, end) != null || rangeMarkEnd(next) > next;
    return alone ? at + 1 : at;
  }

  /** Whether nothing follows that could be a unit. */
  private boolean isNumberEnd(int at) {
    int next = skipSpaces(at);
    return next == end || BoundWords.trailingAt(chars, next, end) != null || rangeMark(next) >= 0;
  }

  private boolean chinese(ScannedNumber part) {
    ChineseNumerals.Numeral numeral = ChineseNumerals.read(chars, position, end);
    if (numeral.fault != null) {
      return recordFault(numeral.fault, position, "二十二, 两千零五, 一百零三万, 三百二 and 二〇一九 would be read");
    }
    part.value = numeral.value;
    part.lastDigitExponent = numeral.lastExponent;
    part.scaled = numeral.scaled;
    part.multiplierExponent = numeral.multiplier;
    part.andMore = numeral.more;
    part.plainWhole = !numeral.scaled && numeral.lastExponent == 0;
    part.chinese = true;
    position = numeral.end;
    return true;
  }

  private boolean ascii(ScannedNumber part) {
    if (!digits(part)) {
      return false;
    }
    if (scientific(part)) {
      return fault == null;
    }
    if (position < end && ChineseNumerals.isAndMore(chars[position])) {
      part.andMore = true;
      position++;
    }
    int from = skipSpaces(position);
    int to = ChineseNumerals.multipliersEnd(chars, from, end);
    if (to == from) {
      return true;
    }
    if (part.andMore
        && "几幾".indexOf(chars[position - 1]) >= 0
        && ChineseNumerals.exponent(chars[from]) < 4) {
      return recordFault("ambiguous_numeral", from, "130 and 100多 would be read");
    }
    boolean whole = part.lastDigitExponent >= 0;
    part.multiplierExponent = ChineseNumerals.exponent(chars, from, to);
    part.multiply(part.multiplierExponent);
    position = to;
    return part.andMore || smallerTerms(part, whole);
  }

  /** 3万|5千, 1亿|2000万: further terms, each below the multiplier before it. */
  private boolean smallerTerms(ScannedNumber sum, boolean whole) {
    int start = position;
    int multiplier = sum.multiplierExponent;
    while (position < end && multiplier > 0) {
      ScannedNumber term = new ScannedNumber();
      int next;
      if (NumberText.isDigit(chars[position])) {
        int from = position;
        if (!digits(term)) {
          return false;
        }
        int printed = position - from;
        boolean fraction = term.lastDigitExponent < 0;
        int to = ChineseNumerals.multipliersEnd(chars, position, end);
        next = ChineseNumerals.exponent(chars, position, to);
        if (next == 0 && (fraction || printed < 3)) {
          return recordFault("ambiguous_numeral", start, "3万5千 and 35000 would be read");
        }
        term.multiply(next);
        position = to;
      } else if (ChineseNumerals.startsNumeral(chars[position])) {
        ChineseNumerals.Numeral numeral = ChineseNumerals.read(chars, position, end);
        if (numeral.fault != null
            || numeral.shorthand
            || numeral.value.compareTo(BigDecimal.TEN) < 0) {
          return recordFault("ambiguous_numeral", start, "3万5千 and 35000 would be read");
        }
        term.value = numeral.value;
        term.lastDigitExponent = numeral.lastExponent;
        sum.andMore = numeral.more;
        next = 0;
        position = numeral.end;
      } else {
        break;
      }
      if (!whole
          || next >= multiplier
          || term.value.signum() == 0
          || term.value.compareTo(Decimals.powerOfTen(multiplier)) >= 0) {
        return recordFault("malformed_numeral", start, "1亿2000万 would be read");
      }
      whole = term.lastDigitExponent >= next;
      sum.value = sum.value.add(term.value);
      sum.lastDigitExponent = term.lastDigitExponent;
      sum.multiplierExponent = 0;
      multiplier = next;
    }
    return true;
  }

  /** Digits with separators of groups and decimals, from the place on. */
  private boolean digits(ScannedNumber part) {
    int start = position;
    int at = digitsEnd(position);
    int whole = at - start;
    char[] kept = new char[end - start];
    System.arraycopy(chars, start, kept, 0, whole);
    char separator = 0;
    while (at < end && whole > 0 && isSeparator(chars[at])) {
      char c = chars[at];
      int groupEnd = digitsEnd(at + 1);
      boolean group = groupEnd == at + 4;
      boolean fits = separator == 0 ? whole <= 3 && kept[0] != '0' : separator == c;
      if (!group || !fits) {
        boolean meant = c != NumberText.SPACE && groupEnd > at + 1;
        if (meant) {
          return recordFault("malformed_separators", start, "1,063,540 and 1063540 would be read");
        }
        break;
      }
      separator = c;
      System.arraycopy(chars, at + 1, kept, whole, 3);
      whole += 3;
      at = groupEnd;
    }
    int count = whole;
    if (at < end && chars[at] == '.') {
      int decimalsEnd = digitsEnd(at + 1);
      boolean goesOn =
          decimalsEnd + 1 < end
              && ".,'".indexOf(chars[decimalsEnd]) >= 0
              && NumberText.isDigit(chars[decimalsEnd + 1]);
      if (decimalsEnd == at + 1 || goesOn) {
        return recordFault("malformed_separators", start, "1,063.5 would be read");
      }
      int decimals = decimalsEnd - at - 1;
      System.arraycopy(chars, at + 1, kept, whole, decimals);
      count += decimals;
      at = decimalsEnd;
    }
    if (whole > 1 && kept[0] == '0') {
      return recordFault("leading_zeros", start, "digits that start with 0 are a code");
    }
    part.lastDigitExponent = whole - count;
    part.value = Decimals.of(kept, count, part.lastDigitExponent);
    part.plainWhole = count == whole && separator == 0;
    position = at;
    return true;
  }

  private static boolean isSeparator(char c) {
    return c == ',' || c == NumberText.SPACE || c == '\'';
  }

  /** The E5 of 1.2E5. True if it stands there, also if it is out of range. */
  private boolean scientific(ScannedNumber part) {
    if (position >= end || (chars[position] != 'E' && chars[position] != 'e')) {
      return false;
    }
    int at = position + 1;
    boolean negative = at < end && chars[at] == '-';
    if (at < end && (chars[at] == '-' || chars[at] == '+')) {
      at++;
    }
    int to = digitsEnd(at);
    if (to == at) {
      return false;
    }
    int exponent = 0;
    for (int i = at; i < to && exponent <= LARGEST_EXPONENT; i++) {
      exponent = exponent * 10 + (chars[i] - '0');
    }
    if (exponent > LARGEST_EXPONENT) {
      recordFault(
          "out_of_range", position, "powers of ten up to " + LARGEST_EXPONENT + " are read");
      return true;
    }
    part.value = part.value.scaleByPowerOfTen(negative ? -exponent : exponent);
    part.lastDigitExponent += negative ? -exponent : exponent;
    part.plainWhole = false;
    position = to;
    return true;
  }

  /** 三成, 六成五, 6.5成 → percent, unless a word such as 成人 follows. */
  private void tenths(ScannedNumber part) {
    if (position >= end
        || chars[position] != '成'
        || part.scaled
        || part.tenths
        || !share.isEmpty()) {
      return;
    }
    int at = position + 1;
    int unit = at < end ? (chars[at] == '半' ? 5 : ChineseNumerals.digit(chars[at])) : -1;
    boolean units = unit > 0 && part.lastDigitExponent == 0;
    if (units) {
      at++;
    }
    if (part.value.compareTo(BigDecimal.TEN) > 0 || !isNumberEnd(at)) {
      return;
    }
    part.value = part.value.scaleByPowerOfTen(1);
    part.lastDigitExponent++;
    if (units) {
      part.value = part.value.add(BigDecimal.valueOf(unit));
      part.lastDigitExponent = 0;
    }
    part.tenths = true;
    part.plainWhole = false;
    position = at;
    if (position < end && ChineseNumerals.isAndMore(chars[position]) && !part.andMore) {
      part.andMore = true;
      position++;
    }
  }

  /** Where a mark of a range stands that is followed by a number, but for spaces; else -1. */
  int rangeMark(int at) {
    int mark = skipSpaces(at);
    int markEnd = rangeMarkEnd(mark);
    if (markEnd == mark) {
      return -1;
    }
    int next = skipSpaces(markEnd);
    if (chars[mark] == '-' && mark > 0 && NumberText.isSpace(chars[mark - 1]) && next == markEnd) {
      return -1;
    }
    if (next < end && isSign(chars[next])) {
      next++;
    }
    return isNumberStart(next) && !endsInWord(mark, next) ? mark : -1;
  }

  /** The 至 and 到 of words: 到一半 is a range's end, 至百姓 is not. */
  private boolean endsInWord(int mark, int next) {
    return (chars[mark] == '至' || chars[mark] == '到')
        && bareMultiplier(next)
        && !NumberText.startsWith(chars, next, end, "百分之");
  }

  int rangeMarkEnd(int at) {
    if (at >= end) {
      return at;
    }
    return switch (chars[at]) {
      case '—' -> at + 1 < end && chars[at + 1] == '—' ? at + 2 : at + 1;
      case '-', '–', '~', '至', '到' -> at + 1;
      default -> at;
    };
  }
}
