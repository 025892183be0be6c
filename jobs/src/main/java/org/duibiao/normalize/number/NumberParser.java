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

  PrintedNumber signed() {
    int start = pos;
    boolean negative = false;
    if (isSign(s[pos])) {
      negative = s[pos] != '+';
      pos = skipSpaces(pos + 1);
      if (!isNumberStart(pos)) {
        fails(
            hasNumber(pos) ? "malformed_sign" : "no_number",
            start,
            "a sign is followed by digits: -12.3");
        return null;
      }
    }
    PrintedNumber part = number();
    if (part != null && negative) {
      part.value = part.value.negate();
    }
    return part;
  }

  private PrintedNumber number() {
    Share before = shareAt(pos);
    if (before != null) {
      pos = skipSpaces(pos + before.text.length());
      share = before.unit;
      if (!isNumberStart(pos)) {
        fails("no_number", pos, "after " + before.text + " stands a number");
        return null;
      }
    }
    int start = pos;
    PrintedNumber part = new PrintedNumber();
    int half = before == null ? halfEnd(pos) : pos;
    boolean read;
    if (half > pos) {
      part.value = BigDecimal.valueOf(50);
      part.lastExponent = 1;
      part.tenths = true;
      part.chinese = true;
      pos = half;
      read = true;
    } else if (NumberText.isDigit(s[pos]) || s[pos] == '.') {
      read = ascii(part);
    } else if (ChineseNumerals.starts(s[pos])) {
      read = chinese(part);
    } else {
      read = bare(part, before);
    }
    if (!read) {
      return null;
    }
    if (!part.more && pos < end && isMoreAt(pos)) {
      part.more = true;
      pos++;
    }
    if (part.scaled && before != null) {
      fails("trailing_text", start, "after " + before.text + " stands a number without multiplier");
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
    char c = s[at];
    return NumberText.isDigit(c)
        || (c == '.' && at + 1 < end && NumberText.isDigit(s[at + 1]))
        || ChineseNumerals.starts(c)
        || bareMultiplier(at)
        || shareAt(at) != null
        || halfEnd(at) > at;
  }

  boolean bareMultiplier(int at) {
    return ChineseNumerals.multiplier(s, at, end) > 1;
  }

  boolean hasNumber(int from) {
    for (int i = from; i < end; i++) {
      if (NumberText.isDigit(s[i]) || ChineseNumerals.starts(s[i])) {
        return true;
      }
    }
    return false;
  }

  /** The 百 of 百余 and 近百, the 百万 of 上百万; after 百分之 it is a hundred. */
  private boolean bare(PrintedNumber part, Share before) {
    int start = pos;
    pos = ChineseNumerals.multipliersEnd(s, pos, end);
    int exponent = ChineseNumerals.exponent(s, start, pos);
    part.value = BigDecimal.ONE;
    part.chinese = true;
    if (before != null && exponent == 2) {
      part.value = BigDecimal.valueOf(100);
      return true;
    }
    part.multiplier = exponent;
    part.multiply(exponent);
    part.bare = true;
    return true;
  }

  private Share shareAt(int at) {
    for (Share each : SHARES) {
      if (NumberText.startsWith(s, at, end, each.text)) {
        return each;
      }
    }
    return null;
  }

  /** Where 一半, 半数 or a lone 半 ends that starts there; there if none does. */
  private int halfEnd(int at) {
    if (NumberText.startsWith(s, at, end, "一半") || NumberText.startsWith(s, at, end, "半数")) {
      return at + 2;
    }
    if (at >= end || s[at] != '半') {
      return at;
    }
    int next = skipSpaces(at + 1);
    boolean alone =
        next == end || BoundWords.trailing(s, next, end) != null || rangeMarkEnd(next) > next;
    return alone ? at + 1 : at;
  }

  /** Whether nothing follows that could be a unit. */
  private boolean isNumberEnd(int at) {
    int next = skipSpaces(at);
    return next == end || BoundWords.trailing(s, next, end) != null || rangeMark(next) >= 0;
  }

  private static boolean isSeveral(char c) {
    return c == '几' || c == '幾';
  }

  private boolean isMoreAt(int at) {
    return ChineseNumerals.isMore(s[at]);
  }

  private boolean chinese(PrintedNumber part) {
    ChineseNumerals.Numeral numeral = ChineseNumerals.read(s, pos, end);
    if (numeral.fault != null) {
      return fails(numeral.fault, pos, "二十二, 两千零五, 一百零三万, 三百二 and 二〇一九 would be read");
    }
    part.value = numeral.value;
    part.lastExponent = numeral.lastExponent;
    part.scaled = numeral.scaled;
    part.multiplier = numeral.multiplier;
    part.more = numeral.more;
    part.plainWhole = !numeral.scaled && numeral.lastExponent == 0;
    part.chinese = true;
    pos = numeral.end;
    return true;
  }

  private boolean ascii(PrintedNumber part) {
    if (!digits(part)) {
      return false;
    }
    if (scientific(part)) {
      return fault == null;
    }
    if (pos < end && isMoreAt(pos)) {
      part.more = true;
      pos++;
    }
    int from = skipSpaces(pos);
    int to = ChineseNumerals.multipliersEnd(s, from, end);
    if (to == from) {
      return true;
    }
    if (part.more && isSeveral(s[pos - 1]) && ChineseNumerals.exponent(s[from]) < 4) {
      return fails("ambiguous_numeral", from, "130 and 100多 would be read");
    }
    boolean whole = part.lastExponent >= 0;
    part.multiplier = ChineseNumerals.exponent(s, from, to);
    part.multiply(part.multiplier);
    pos = to;
    return part.more || smallerTerms(part, whole);
  }

  /** 3万|5千, 1亿|2000万: further terms, each below the multiplier before it. */
  private boolean smallerTerms(PrintedNumber sum, boolean whole) {
    int start = pos;
    int multiplier = sum.multiplier;
    while (pos < end && multiplier > 0) {
      PrintedNumber term = new PrintedNumber();
      int next;
      if (NumberText.isDigit(s[pos])) {
        int from = pos;
        if (!digits(term)) {
          return false;
        }
        int printed = pos - from;
        boolean fraction = term.lastExponent < 0;
        int to = ChineseNumerals.multipliersEnd(s, pos, end);
        next = ChineseNumerals.exponent(s, pos, to);
        if (next == 0 && (fraction || printed < 3)) {
          return fails("ambiguous_numeral", start, "3万5千 and 35000 would be read");
        }
        term.multiply(next);
        pos = to;
      } else if (ChineseNumerals.starts(s[pos])) {
        ChineseNumerals.Numeral numeral = ChineseNumerals.read(s, pos, end);
        if (numeral.fault != null
            || numeral.shorthand
            || numeral.value.compareTo(BigDecimal.TEN) < 0) {
          return fails("ambiguous_numeral", start, "3万5千 and 35000 would be read");
        }
        term.value = numeral.value;
        term.lastExponent = numeral.lastExponent;
        sum.more = numeral.more;
        next = 0;
        pos = numeral.end;
      } else {
        break;
      }
      if (!whole
          || next >= multiplier
          || term.value.signum() == 0
          || term.value.compareTo(Decimals.powerOfTen(multiplier)) >= 0) {
        return fails("malformed_numeral", start, "1亿2000万 would be read");
      }
      whole = term.lastExponent >= next;
      sum.value = sum.value.add(term.value);
      sum.lastExponent = term.lastExponent;
      sum.multiplier = 0;
      multiplier = next;
    }
    return true;
  }

  /** Digits with separators of groups and decimals, from the place on. */
  private boolean digits(PrintedNumber part) {
    int start = pos;
    int at = digitsEnd(pos);
    int whole = at - start;
    char[] kept = new char[end - start];
    System.arraycopy(s, start, kept, 0, whole);
    char separator = 0;
    while (at < end && whole > 0 && isSeparator(s[at])) {
      char c = s[at];
      int groupEnd = digitsEnd(at + 1);
      boolean group = groupEnd == at + 4;
      boolean fits = separator == 0 ? whole <= 3 && kept[0] != '0' : separator == c;
      if (!group || !fits) {
        boolean meant = c != NumberText.SPACE && groupEnd > at + 1;
        if (meant) {
          return fails("malformed_separators", start, "1,063,540 and 1063540 would be read");
        }
        break;
      }
      separator = c;
      System.arraycopy(s, at + 1, kept, whole, 3);
      whole += 3;
      at = groupEnd;
    }
    int count = whole;
    if (at < end && s[at] == '.') {
      int decimalsEnd = digitsEnd(at + 1);
      boolean goesOn =
          decimalsEnd + 1 < end
              && (s[decimalsEnd] == '.' || s[decimalsEnd] == ',' || s[decimalsEnd] == '\'')
              && NumberText.isDigit(s[decimalsEnd + 1]);
      if (decimalsEnd == at + 1 || goesOn) {
        return fails("malformed_separators", start, "1,063.5 would be read");
      }
      int decimals = decimalsEnd - at - 1;
      System.arraycopy(s, at + 1, kept, whole, decimals);
      count += decimals;
      at = decimalsEnd;
    }
    if (whole > 1 && kept[0] == '0') {
      return fails("leading_zeros", start, "digits that start with 0 are a code");
    }
    part.lastExponent = whole - count;
    part.value = Decimals.of(kept, count, part.lastExponent);
    part.plainWhole = count == whole && separator == 0;
    pos = at;
    return true;
  }

  private static boolean isSeparator(char c) {
    return c == ',' || c == NumberText.SPACE || c == '\'';
  }

  /** The E5 of 1.2E5. True if it stands there, also if it is out of range. */
  private boolean scientific(PrintedNumber part) {
    if (pos >= end || (s[pos] != 'E' && s[pos] != 'e')) {
      return false;
    }
    int at = pos + 1;
    boolean negative = at < end && s[at] == '-';
    if (at < end && (s[at] == '-' || s[at] == '+')) {
      at++;
    }
    int to = digitsEnd(at);
    if (to == at) {
      return false;
    }
    int exponent = 0;
    for (int i = at; i < to && exponent <= LARGEST_EXPONENT; i++) {
      exponent = exponent * 10 + (s[i] - '0');
    }
    if (exponent > LARGEST_EXPONENT) {
      fails("out_of_range", pos, "powers of ten up to " + LARGEST_EXPONENT + " are read");
      return true;
    }
    part.value = part.value.scaleByPowerOfTen(negative ? -exponent : exponent);
    part.lastExponent += negative ? -exponent : exponent;
    part.plainWhole = false;
    pos = to;
    return true;
  }

  /** 三成, 六成五, 6.5成 → percent, unless a word such as 成人 follows. */
  private void tenths(PrintedNumber part) {
    if (pos >= end || s[pos] != '成' || part.scaled || part.tenths || !share.isEmpty()) {
      return;
    }
    int at = pos + 1;
    int unit = at < end ? (s[at] == '半' ? 5 : ChineseNumerals.digit(s[at])) : -1;
    boolean units = unit > 0 && part.lastExponent == 0;
    if (units) {
      at++;
    }
    if (part.value.compareTo(BigDecimal.TEN) > 0 || !isNumberEnd(at)) {
      return;
    }
    part.value = part.value.scaleByPowerOfTen(1);
    part.lastExponent++;
    if (units) {
      part.value = part.value.add(BigDecimal.valueOf(unit));
      part.lastExponent = 0;
    }
    part.tenths = true;
    part.plainWhole = false;
    pos = at;
    if (pos < end && isMoreAt(pos) && !part.more) {
      part.more = true;
      pos++;
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
    if (s[mark] == '-' && mark > 0 && NumberText.isSpace(s[mark - 1]) && next == markEnd) {
      return -1;
    }
    if (next < end && isSign(s[next])) {
      next++;
    }
    return isNumberStart(next) && !endsInWord(mark, next) ? mark : -1;
  }

  /** The 至 and 到 of words: 到一半 is a range's end, 至百姓 is not. */
  private boolean endsInWord(int mark, int next) {
    return (s[mark] == '至' || s[mark] == '到')
        && bareMultiplier(next)
        && !NumberText.startsWith(s, next, end, "百分之");
  }

  int rangeMarkEnd(int at) {
    if (at >= end) {
      return at;
    }
    return switch (s[at]) {
      case '—' -> at + 1 < end && s[at + 1] == '—' ? at + 2 : at + 1;
      case '-', '–', '~', '至', '到' -> at + 1;
      default -> at;
    };
  }
}
