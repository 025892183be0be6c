package org.duibiao.normalize.number;

import java.math.BigDecimal;
import org.duibiao.model.code.Bound;

/**
 * The grammar of a whole cell, in one pass from left to right: bound words, a rate such as 每千人, a
 * currency sign, a sign; the number with its multipliers; perhaps the upper end of a range; unit
 * and bound words.
 */
final class CellNumberParser extends NumberParser {
  private static final String[] RATE_BASES = {
    "常住人口", "户籍人口", "服务人口", "农业人口", "常住居民", "人口", "居民", "活产婴儿", "活产儿", "活产", "孕产妇", "产妇", "儿童",
    "老年人", "人", "名", "户", "个", "例"
  };

  private Bound bound = Bound.EQ;
  private String rate = "";
  private String currency = "";

  private CellNumberParser(NumberText text) {
    super(text);
  }

  static ParsedNumber read(String text) {
    NumberText uniform = NumberText.of(text);
    if (uniform.isMissing()) {
      return new ParsedNumber.Missing(text);
    }
    CellNumberParser scanner = new CellNumberParser(uniform);
    if (uniform.isSpreadsheetError()) {
      return scanner.unreadable(
          "spreadsheet_error", 0, "a formula failed here; correct it in the source");
    }
    ParsedNumber.Amount figure = scanner.parseAmount();
    return figure != null ? figure : scanner.fault;
  }

  private ParsedNumber.Amount parseAmount() {
    if (!parseBeforeNumber()) {
      return null;
    }
    int start = position;
    ScannedNumber low = signedNumber();
    if (low == null) {
      return null;
    }
    if (low.andMore && !merge(Bound.GT, start)) {
      return null;
    }
    if (low.bareMultiplier && bound == Bound.EQ) {
      return fail("no_number", start, "a multiplier alone is not a number; 百余 or 近百 would be read");
    }
    String lowUnit = "";
    int mark = rangeMark(position);
    if (mark < 0) {
      mark = laterRangeMark();
      if (mark >= 0) {
        lowUnit = UnitText.of(chars, position, mark);
        if (!isUnit(low, lowUnit, position)) {
          return null;
        }
      }
    }
    ScannedNumber high = null;
    if (mark >= 0) {
      position = skipSpaces(rangeMarkEnd(mark));
      high = parseUpperEnd();
      if (high == null || !reconcileRange(low, high, lowUnit, start)) {
        return null;
      }
    }
    return parseAfterNumber(low, high, lowUnit, start);
  }

  // Before the number

  private boolean parseBeforeNumber() {
    for (; ; ) {
      position = skipSpaces(position);
      if (position == end) {
        return recordMissingNumber(end);
      }
      char c = chars[position];
      if (NumberText.isDigit(c)) {
        return true;
      }
      if (c == '上' && bareMultiplier(position + 1)) {
        position++;
        if (!merge(Bound.GE, position)) {
          return false;
        }
        continue;
      }
      BoundWords.BoundWord word = BoundWords.leadingAt(chars, position, end);
      if (word != null) {
        position += word.text().length();
        if (!merge(word.bound(), position - word.text().length())) {
          return false;
        }
      } else if (c == '每' && rate.isEmpty()) {
        if (!rate()) {
          return false;
        }
      } else if ("¥$€£\uFFE5".indexOf(c) >= 0 && currency.isEmpty()) {
        currency = c == '\uFFE5' ? "¥" : String.valueOf(c);
        position++;
      } else {
        return isNumberStart(position) || isSign(c) || recordMissingNumber(position);
      }
    }
  }

  /** 每千人口 → /千人口; the place stands on 每. */
  private boolean rate() {
    int from = position + 1;
    int at = digitsEnd(from);
    boolean one = at == from + 1 && chars[from] == '1';
    if (at > from && !one && !UnitText.isPowerOfTen(chars, from, at)) {
      return recordFault("leading_text", position, "每 is followed by 10, 100, 千, 万, 10万, 人 …");
    }
    while (at < end && ChineseNumerals.exponent(chars[at]) > 0) {
      at++;
    }
    for (String base : RATE_BASES) {
      if (NumberText.startsWith(chars, at, end, base)) {
        at += base.length();
        break;
      }
    }
    if (at == from) {
      return recordFault("leading_text", position, "每 is followed by 10, 100, 千, 万, 10万, 人 …");
    }
    rate = "/" + new String(chars, from, at - from);
    position = at;
    return true;
  }

  private boolean recordMissingNumber(int at) {
    if (at < end && (chars[at] == '(' || chars[at] == '[') && hasNumber(at)) {
      return recordFault(
          "bracketed", at, "a number in brackets may be negative, a share or a note");
    }
    if (at < end && chars[at] == '—' && isNumberStart(skipSpaces(rangeMarkEnd(at)))) {
      return recordFault("malformed_sign", at, "a minus is -, −, － or –");
    }
    if (isOrdinalMark(at)) {
      return recordFault("ordinal", at, "a rank is not an amount");
    }
    int digit = at;
    while (digit < end && !NumberText.isDigit(chars[digit])) {
      digit++;
    }
    if (digit == end) {
      return recordFault("no_number", at, "22, 1,063.5, 3.2万 and 二十二 would be read");
    }
    if (digit > 0 && NumberText.isLatin(chars[digit - 1])) {
      return recordFault("digits_in_word", at, "digits that touch letters are a name");
    }
    return recordFault("leading_text", at, "a number follows bound words (约, 超过) or a rate (每千人)");
  }

  private boolean isOrdinalMark(int at) {
    if (at >= end) {
      return false;
    }
    int after = at;
    if (chars[at] == '第' || chars[at] == '№') {
      after = at + 1;
    } else if (NumberText.startsWith(chars, at, end, "No.")
        || NumberText.startsWith(chars, at, end, "NO.")) {
      after = at + 3;
    }
    return after > at && isNumberStart(skipSpaces(after));
  }

  // A range

  /** The mark of a range after the unit of its lower end: 10%-12%. */
  private int laterRangeMark() {
    for (int i = position; i < end; i++) {
      if (rangeMarkEnd(i) > i) {
        int mark = rangeMark(i);
        if (mark >= 0) {
          return mark;
        }
      }
    }
    return -1;
  }

  private ScannedNumber parseUpperEnd() {
    String lowShare = share;
    ScannedNumber high = signedNumber();
    if (high != null && !share.equals(lowShare)) {
      recordFault("units_differ", position, "百分之十至百分之二十 would be read");
      return null;
    }
    return high;
  }

  private boolean reconcileRange(ScannedNumber low, ScannedNumber high, String lowUnit, int start) {
    if (low.andMore || high.andMore || low.bareMultiplier || high.bareMultiplier) {
      return recordFault("conflicting_bounds", start, "a range has two exact ends: 3-5");
    }
    boolean small = low.chinese && high.chinese && !high.scaled && !low.scaled && !high.tenths;
    if (small
        && low.value.compareTo(BigDecimal.TEN) < 0
        && high.value.compareTo(BigDecimal.TEN) > 0
        && high.value.stripTrailingZeros().precision() == 1) {
      return recordFault("ambiguous_numeral", start, "三百至五百 and 3-500 would be read");
    }
    if (lowUnit.isEmpty()) {
      if (!low.scaled && !low.tenths && high.multiplierExponent > 0) {
        low.multiply(high.multiplierExponent);
      } else if (high.tenths && !low.tenths && !low.scaled) {
        low.value = low.value.scaleByPowerOfTen(1);
        low.lastDigitExponent++;
        low.tenths = true;
        low.plainWhole = false;
      }
    }
    if (low.tenths != high.tenths) {
      return recordFault("units_differ", start, "both ends of a range have one unit");
    }
    if (low.value.compareTo(high.value) >= 0) {
      return recordFault("range_order", start, "the lower end comes first: 3-5");
    }
    return true;
  }

  // After the number

  private ParsedNumber.Amount parseAfterNumber(
      ScannedNumber low, ScannedNumber high, String lowUnit, int start) {
    ScannedNumber last = high == null ? low : high;
    int tail = position;
    int unitEnd = end;
    for (; ; ) {
      int at = skipSpaces(position);
      BoundWords.BoundWord word = BoundWords.trailingAt(chars, at, end);
      if (word == null) {
        break;
      }
      position = at + word.text().length();
      if (!merge(word.bound(), at)) {
        return null;
      }
    }
    if (high != null && endsWith("之间", unitEnd)) {
      unitEnd -= 2;
    }
    for (; ; ) {
      BoundWords.BoundWord word = BoundWords.trailingEndingAt(chars, position, unitEnd);
      if (word == null) {
        break;
      }
      unitEnd -= word.text().length();
      if (!merge(word.bound(), unitEnd)) {
        return null;
      }
      unitEnd = NumberText.trimmed(chars, position, unitEnd);
    }
    String unit = UnitText.of(chars, position, unitEnd);
    if (!isUnit(last, unit, tail)) {
      return null;
    }
    if (!lowUnit.isEmpty() && !lowUnit.equals(unit)) {
      return fail("units_differ", start, "both ends of a range have one unit: 10%-12%");
    }
    if (DateDetector.isDateByUnit(low, high, unit)) {
      return fail("date", 0, "a date is not an amount; a span is 3年, 6个月, 15天");
    }
    String whole = wholeUnit(last, unit, tail);
    if (whole == null) {
      return null;
    }
    if (high != null && bound != Bound.EQ && bound != Bound.APPROX) {
      return fail("conflicting_bounds", start, "a range has no other bound; 3-5 would be read");
    }
    int lastExponent =
        high == null
            ? low.lastDigitExponent
            : Math.max(low.lastDigitExponent, high.lastDigitExponent);
    return new ParsedNumber.Amount(
        Decimals.withPrintedScale(low.value, low.lastDigitExponent),
        high == null ? null : Decimals.withPrintedScale(high.value, high.lastDigitExponent),
        high == null ? bound : Bound.RANGE,
        Decimals.powerOfTen(lastExponent),
        low.scaled || (high != null && high.scaled),
        whole);
  }

  /** The unit after the number joined with what stood before it; null with a fault if it cannot. */
  private String wholeUnit(ScannedNumber part, String unit, int tail) {
    String before = !share.isEmpty() ? share : part.tenths ? "%" : "";
    if (!before.isEmpty()) {
      if (unit.isEmpty() && rate.isEmpty() && currency.isEmpty()) {
        return before;
      }
      recordFault("trailing_text", tail, "a share has no unit of its own");
      return null;
    }
    if (!currency.isEmpty()) {
      if (rate.isEmpty() && (unit.isEmpty() || unit.startsWith("/"))) {
        return currency + unit;
      }
      recordFault(
          "trailing_text", tail, "an amount with a currency sign is followed by nothing or by /人");
      return null;
    }
    if (rate.isEmpty()) {
      return unit;
    }
    if (unit.indexOf('/') >= 0 || unit.indexOf('每') >= 0) {
      recordFault("trailing_text", tail, "a number has one rate, before it or after it");
      return null;
    }
    return unit + rate;
  }

  /** Whether a text may be the unit of a number; a fault if not. */
  private boolean isUnit(ScannedNumber part, String unit, int tail) {
    if (unit.isEmpty()) {
      return true;
    }
    if (DateDetector.isDateByUnit(part, null, unit)) {
      return recordFault("date", 0, "a date is not an amount; a span is 3年, 6个月, 15天");
    }
    if (tail < end && NumberText.isLatin(chars[tail]) && !part.chinese) {
      int to = tail;
      while (to < end && NumberText.isLatin(chars[to])) {
        to++;
      }
      if (!UnitText.isLatinUnit(new String(chars, tail, to - tail))) {
        return recordFault(
            "digits_in_word", tail, "digits that touch letters are a name; 35kg is read");
      }
    }
    String reason = UnitText.fault(unit);
    if (reason != null) {
      return recordFault(reason, tail, advice(reason));
    }
    if (UnitText.isOrdinal(unit) && part.plainWhole) {
      return recordFault("ordinal", 0, "a rank is not an amount");
    }
    if (part.chinese && share.isEmpty() && !part.tenths && !UnitText.isCounter(unit)) {
      return recordFault("no_number", 0, "the numeral is part of a word; 二十二所 would be read");
    }
    return true;
  }

  private static String advice(String reason) {
    return switch (reason) {
      case "several_numbers" -> "one number per cell is read";
      case "ratio", "fraction" -> "a rate such as 4.26/10万 or 35% would be read";
      case "malformed_separators" -> "1,063.5 would be read";
      case "malformed_numeral" -> "3.5万 and 1.2万亿 would be read";
      default -> "a number is followed by its unit: 22所, 4.26/10万";
    };
  }

  // Shared

  private boolean merge(Bound other, int at) {
    Bound both = BoundWords.combined(bound, other);
    if (both == null) {
      return recordFault("conflicting_bounds", at, "one bound per number is read: 超过30, 30以内");
    }
    bound = both;
    return true;
  }

  private boolean endsWith(String word, int to) {
    int from = to - word.length();
    return from >= position && NumberText.startsWith(chars, from, to, word);
  }

  private ParsedNumber.Amount fail(String reason, int at, String advice) {
    recordFault(reason, at, advice);
    return null;
  }
}
