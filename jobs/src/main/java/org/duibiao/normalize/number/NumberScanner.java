package org.duibiao.normalize.number;

import java.math.BigDecimal;
import org.duibiao.model.code.Bound;

/**
 * The grammar of a whole cell, in one pass from left to right: bound words, a rate such as 每千人, a
 * currency sign, a sign; the number with its multipliers; perhaps the upper end of a range; unit
 * and bound words.
 */
final class NumberScanner extends NumberParser {
  private static final String[] RATE_BASES = {
    "常住人口", "户籍人口", "服务人口", "农业人口", "常住居民", "人口", "居民", "活产婴儿", "活产儿", "活产", "孕产妇", "产妇", "儿童",
    "老年人", "人", "名", "户", "个", "例"
  };

  private Bound bound = Bound.EQ;
  private String rate = "";
  private String currency = "";

  private NumberScanner(NumberText text) {
    super(text);
  }

  static NumberReading read(String text) {
    NumberText uniform = NumberText.of(text);
    if (uniform.isMissing()) {
      return new NumberReading.Missing(text);
    }
    NumberScanner scanner = new NumberScanner(uniform);
    if (uniform.isSpreadsheetError()) {
      return scanner.failed("spreadsheet_error", 0, "a formula failed here; mend it in the source");
    }
    NumberReading.Figure figure = scanner.figure();
    return figure != null ? figure : scanner.fault;
  }

  private NumberReading.Figure figure() {
    if (!lead()) {
      return null;
    }
    int start = pos;
    PrintedNumber low = signed();
    if (low == null) {
      return null;
    }
    if (low.more && !merge(Bound.GT, start)) {
      return null;
    }
    if (low.bare && bound == Bound.EQ) {
      return fail("no_number", start, "a multiplier alone is no number; 百余 or 近百 would be read");
    }
    String lowUnit = "";
    int mark = rangeMark(pos);
    if (mark < 0) {
      mark = laterRangeMark();
      if (mark >= 0) {
        lowUnit = UnitText.of(s, pos, mark);
        if (!isUnit(low, lowUnit, pos)) {
          return null;
        }
      }
    }
    PrintedNumber high = null;
    if (mark >= 0) {
      pos = skipSpaces(rangeMarkEnd(mark));
      high = high();
      if (high == null || !join(low, high, lowUnit, start)) {
        return null;
      }
    }
    return finish(low, high, lowUnit, start);
  }

  // Before the number

  private boolean lead() {
    for (; ; ) {
      pos = skipSpaces(pos);
      if (pos == end) {
        return failsWithoutNumber(end);
      }
      char c = s[pos];
      if (NumberText.isDigit(c)) {
        return true;
      }
      if (c == '上' && bareMultiplier(pos + 1)) {
        pos++;
        if (!merge(Bound.GE, pos)) {
          return false;
        }
        continue;
      }
      BoundWords.Word word = BoundWords.leading(s, pos, end);
      if (word != null) {
        pos += word.text().length();
        if (!merge(word.bound(), pos - word.text().length())) {
          return false;
        }
      } else if (c == '每' && rate.isEmpty()) {
        if (!rate()) {
          return false;
        }
      } else if ("¥$€£\uFFE5".indexOf(c) >= 0 && currency.isEmpty()) {
        currency = c == '\uFFE5' ? "¥" : String.valueOf(c);
        pos++;
      } else {
        return isNumberStart(pos) || isSign(c) || failsWithoutNumber(pos);
      }
    }
  }

  /** 每千人口 → /千人口; the place stands on 每. */
  private boolean rate() {
    int from = pos + 1;
    int at = digitsEnd(from);
    boolean one = at == from + 1 && s[from] == '1';
    if (at > from && !one && !UnitText.isPowerOfTen(s, from, at)) {
      return fails("leading_text", pos, "after 每 stands 10, 100, 千, 万, 10万, 人 …");
    }
    while (at < end && ChineseNumerals.exponent(s[at]) > 0) {
      at++;
    }
    for (String base : RATE_BASES) {
      if (NumberText.startsWith(s, at, end, base)) {
        at += base.length();
        break;
      }
    }
    if (at == from) {
      return fails("leading_text", pos, "after 每 stands 10, 100, 千, 万, 10万, 人 …");
    }
    rate = "/" + new String(s, from, at - from);
    pos = at;
    return true;
  }

  private boolean failsWithoutNumber(int at) {
    if (at < end && (s[at] == '(' || s[at] == '[') && hasNumber(at)) {
      return fails("bracketed", at, "a number in brackets may be negative, a share or a note");
    }
    if (at < end && s[at] == '—' && isNumberStart(skipSpaces(rangeMarkEnd(at)))) {
      return fails("malformed_sign", at, "a minus is -, −, － or –");
    }
    if (isOrdinalMark(at)) {
      return fails("ordinal", at, "a place in an order is no amount");
    }
    int digit = at;
    while (digit < end && !NumberText.isDigit(s[digit])) {
      digit++;
    }
    if (digit == end) {
      return fails("no_number", at, "22, 1,063.5, 3.2万 and 二十二 would be read");
    }
    if (digit > 0 && NumberText.isLatin(s[digit - 1])) {
      return fails("digits_in_word", at, "digits that touch letters are a name");
    }
    return fails("leading_text", at, "before a number stand bound words (约, 超过) or a rate (每千人)");
  }

  private boolean isOrdinalMark(int at) {
    if (at >= end) {
      return false;
    }
    int after = at;
    if (s[at] == '第' || s[at] == '№') {
      after = at + 1;
    } else if (NumberText.startsWith(s, at, end, "No.")
        || NumberText.startsWith(s, at, end, "NO.")) {
      after = at + 3;
    }
    return after > at && isNumberStart(skipSpaces(after));
  }

  // A range

  /** The mark of a range after the unit of its lower end: 10%-12%. */
  private int laterRangeMark() {
    for (int i = pos; i < end; i++) {
      if (rangeMarkEnd(i) > i) {
        int mark = rangeMark(i);
        if (mark >= 0) {
          return mark;
        }
      }
    }
    return -1;
  }

  private PrintedNumber high() {
    String lowShare = share;
    PrintedNumber high = signed();
    if (high != null && !share.equals(lowShare)) {
      fails("units_differ", pos, "百分之十至百分之二十 would be read");
      return null;
    }
    return high;
  }

  private boolean join(PrintedNumber low, PrintedNumber high, String lowUnit, int start) {
    if (low.more || high.more || low.bare || high.bare) {
      return fails("conflicting_bounds", start, "a range has two exact ends: 3-5");
    }
    boolean small = low.chinese && high.chinese && !high.scaled && !low.scaled && !high.tenths;
    if (small
        && low.value.compareTo(BigDecimal.TEN) < 0
        && high.value.compareTo(BigDecimal.TEN) > 0
        && high.value.stripTrailingZeros().precision() == 1) {
      return fails("ambiguous_numeral", start, "三百至五百 and 3-500 would be read");
    }
    if (lowUnit.isEmpty()) {
      if (!low.scaled && !low.tenths && high.multiplier > 0) {
        low.multiply(high.multiplier);
      } else if (high.tenths && !low.tenths && !low.scaled) {
        low.value = low.value.scaleByPowerOfTen(1);
        low.lastExponent++;
        low.tenths = true;
        low.plainWhole = false;
      }
    }
    if (low.tenths != high.tenths) {
      return fails("units_differ", start, "both ends of a range have one unit");
    }
    if (low.value.compareTo(high.value) >= 0) {
      return fails("range_order", start, "the lower end comes first: 3-5");
    }
    return true;
  }

  // After the number

  private NumberReading.Figure finish(
      PrintedNumber low, PrintedNumber high, String lowUnit, int start) {
    PrintedNumber last = high == null ? low : high;
    int tail = pos;
    int unitEnd = end;
    for (; ; ) {
      int at = skipSpaces(pos);
      BoundWords.Word word = BoundWords.trailing(s, at, end);
      if (word == null) {
        break;
      }
      pos = at + word.text().length();
      if (!merge(word.bound(), at)) {
        return null;
      }
    }
    if (high != null && endsWith("之间", unitEnd)) {
      unitEnd -= 2;
    }
    for (; ; ) {
      BoundWords.Word word = BoundWords.ending(s, pos, unitEnd);
      if (word == null) {
        break;
      }
      unitEnd -= word.text().length();
      if (!merge(word.bound(), unitEnd)) {
        return null;
      }
      while (unitEnd > pos && NumberText.isSpace(s[unitEnd - 1])) {
        unitEnd--;
      }
    }
    String unit = UnitText.of(s, pos, unitEnd);
    if (!isUnit(last, unit, tail)) {
      return null;
    }
    if (!lowUnit.isEmpty() && !lowUnit.equals(unit)) {
      return fail("units_differ", start, "both ends of a range have one unit: 10%-12%");
    }
    if (PrintedDates.isDate(low, high, unit)) {
      return fail("date", 0, "a date is no amount; a span is 3年, 6个月, 15天");
    }
    String whole = wholeUnit(last, unit, tail);
    if (whole == null) {
      return null;
    }
    if (high != null && bound != Bound.EQ && bound != Bound.APPROX) {
      return fail("conflicting_bounds", start, "a range has no other bound; 3-5 would be read");
    }
    int lastExponent =
        high == null ? low.lastExponent : Math.max(low.lastExponent, high.lastExponent);
    return new NumberReading.Figure(
        Decimals.plain(low.value, low.lastExponent),
        high == null ? null : Decimals.plain(high.value, high.lastExponent),
        high == null ? bound : Bound.RANGE,
        Decimals.powerOfTen(lastExponent),
        low.scaled || (high != null && high.scaled),
        whole);
  }

  /** The unit after the number joined with what stood before it; null with a fault if it cannot. */
  private String wholeUnit(PrintedNumber part, String unit, int tail) {
    String before = !share.isEmpty() ? share : part.tenths ? "%" : "";
    if (!before.isEmpty()) {
      if (unit.isEmpty() && rate.isEmpty() && currency.isEmpty()) {
        return before;
      }
      fails("trailing_text", tail, "a share has no unit of its own");
      return null;
    }
    if (!currency.isEmpty()) {
      if (rate.isEmpty() && (unit.isEmpty() || unit.startsWith("/"))) {
        return currency + unit;
      }
      fails("trailing_text", tail, "after an amount with a currency sign stands nothing, or /人");
      return null;
    }
    if (rate.isEmpty()) {
      return unit;
    }
    if (unit.indexOf('/') >= 0 || unit.indexOf('每') >= 0) {
      fails("trailing_text", tail, "a number has one rate, before it or after it");
      return null;
    }
    return unit + rate;
  }

  /** Whether a text may be the unit of a number; a fault if not. */
  private boolean isUnit(PrintedNumber part, String unit, int tail) {
    if (unit.isEmpty()) {
      return true;
    }
    if (PrintedDates.isDate(part, null, unit)) {
      return fails("date", 0, "a date is no amount; a span is 3年, 6个月, 15天");
    }
    if (tail < end && NumberText.isLatin(s[tail]) && !part.chinese) {
      int to = tail;
      while (to < end && NumberText.isLatin(s[to])) {
        to++;
      }
      if (!UnitText.isLatinUnit(new String(s, tail, to - tail))) {
        return fails("digits_in_word", tail, "digits that touch letters are a name; 35kg is read");
      }
    }
    String reason = UnitText.fault(unit);
    if (reason != null) {
      return fails(reason, tail, advice(reason));
    }
    if (UnitText.isOrdinal(unit) && part.plainWhole) {
      return fails("ordinal", 0, "a place in an order is no amount");
    }
    if (part.chinese && share.isEmpty() && !part.tenths && !UnitText.isCounter(unit)) {
      return fails("no_number", 0, "the numeral is part of a word; 二十二所 would be read");
    }
    return true;
  }

  private static String advice(String reason) {
    return switch (reason) {
      case "several_numbers" -> "one number a cell is read";
      case "ratio", "fraction" -> "a rate such as 4.26/10万 or 35% would be read";
      case "malformed_separators" -> "1,063.5 would be read";
      case "malformed_numeral" -> "3.5万 and 1.2万亿 would be read";
      default -> "after a number stands its unit: 22所, 4.26/10万";
    };
  }

  // Shared

  private boolean merge(Bound other, int at) {
    Bound both = BoundWords.both(bound, other);
    if (both == null) {
      return fails("conflicting_bounds", at, "one bound a number is read: 超过30, 30以内");
    }
    bound = both;
    return true;
  }

  private boolean endsWith(String word, int to) {
    int from = to - word.length();
    return from >= pos && NumberText.startsWith(s, from, to, word);
  }

  private NumberReading.Figure fail(String reason, int at, String advice) {
    fails(reason, at, advice);
    return null;
  }
}
