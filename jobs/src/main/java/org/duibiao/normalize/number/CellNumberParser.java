package org.duibiao.normalize.number;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.duibiao.model.code.Bound;

/**
 * The grammar of a whole cell, in one pass from left to right: bound words, a rate such as 每千人, a
 * currency sign, a sign; the number with its multipliers; perhaps the upper end of a range; unit
 * and bound words.
 */
final class CellNumberParser extends NumberParser {

  /** 每千人口; without what it is of, 每千. */
  private static final Pattern RATE =
      Pattern.compile(
          "每(?:10*)?(?!\\d)[十拾百佰千仟万萬亿億]*(?:常住人口|户籍人口|服务人口|农业人口|常住居民|人口|居民|活产婴儿"
              + "|活产儿|活产|孕产妇|产妇|儿童|老年人|人|名|户|个|例)?");

  private static final Pattern ORDINAL_MARK = Pattern.compile("第|№|No\\.|NO\\.");
  private static final Pattern LATIN = Pattern.compile("[A-Za-z]+");

  private Bound bound = Bound.EQ;
  private String rate = "";
  private String currency = "";

  private CellNumberParser(String printed) {
    super(printed);
  }

  static ParsedNumber read(String text) {
    CellNumberParser parser = new CellNumberParser(text);
    if (parser.isMissing()) {
      return new ParsedNumber.Missing(text);
    }
    try {
      return parser.amount();
    } catch (UnreadableNumberException e) {
      return e.reading;
    }
  }

  private ParsedNumber.Amount amount() {
    refuseIf(isSpreadsheetError(), "spreadsheet_error", 0);
    takeWordsBefore();
    int start = position;
    ScannedNumber low = signedNumber();
    if (low.andMore) {
      merge(Bound.GT, start);
    }
    refuseIf(low.bareMultiplier && bound == Bound.EQ, "no_number.multiplier", start);
    int mark = rangeMark(position);
    String lowUnit = "";
    if (mark < 0) {
      mark = IntStream.range(position, end).filter(this::isRangeMark).findFirst().orElse(-1);
      lowUnit = mark < 0 ? "" : UnitText.of(text.substring(position, mark));
      checkUnit(low, lowUnit, position);
    }
    ScannedNumber high = null;
    if (mark >= 0) {
      position = skipSpaces(rangeMarkEnd(mark));
      String lowShare = share;
      high = signedNumber();
      refuseIf(!share.equals(lowShare), "units_differ.share", position);
      reconcileRange(low, high, lowUnit, start);
    }
    return amount(low, high, lowUnit, start);
  }

  /** Whether the mark of a range stands there: in 10%-12% after the unit of the lower end. */
  private boolean isRangeMark(int at) {
    return rangeMarkEnd(at) > at && rangeMark(at) >= 0;
  }

  // Before the number

  private void takeWordsBefore() {
    for (; ; ) {
      position = skipSpaces(position);
      char c = at(position);
      BoundWords.BoundWord word = BoundWords.leadingAt(text, position);
      if (isDigit(c)) {
        return;
      } else if (c == '上' && isBareMultiplier(position + 1)) {
        merge(Bound.GE, ++position);
      } else if (word != null) {
        merge(word.bound(), position);
        position += word.text().length();
      } else if (c == '每' && rate.isEmpty()) {
        String words = match(RATE, position);
        refuseIf(words.length() < 2, "leading_text.rate", position);
        rate = "/" + words.substring(1);
        position += words.length();
      } else if ("¥$€£\uFFE5".indexOf(c) >= 0 && currency.isEmpty()) {
        currency = c == '\uFFE5' ? "¥" : String.valueOf(c);
        position++;
      } else if (isNumberStart(position) || isSign(c)) {
        return;
      } else {
        throw noNumber(position);
      }
    }
  }

  /** Why no number starts there. */
  private UnreadableNumberException noNumber(int at) {
    if ((at(at) == '(' || at(at) == '[') && hasNumber(at)) {
      return fault("bracketed", at);
    }
    if (at(at) == '—' && isNumberStart(skipSpaces(rangeMarkEnd(at)))) {
      return fault("malformed_sign.dash", at);
    }
    String ordinal = match(ORDINAL_MARK, at);
    if (!ordinal.isEmpty() && isNumberStart(skipSpaces(at + ordinal.length()))) {
      return fault("ordinal", at);
    }
    int digit = at + (int) text.chars().skip(at).takeWhile(c -> !isDigit((char) c)).count();
    if (digit == end) {
      return fault("no_number", at);
    }
    return digit > 0 && isLatin(at(digit - 1))
        ? fault("digits_in_word", at)
        : fault("leading_text", at);
  }

  // A range

  private void reconcileRange(ScannedNumber low, ScannedNumber high, String lowUnit, int start) {
    refuseIf(
        low.andMore || high.andMore || low.bareMultiplier || high.bareMultiplier,
        "conflicting_bounds.ends",
        start);
    boolean small = low.chinese && high.chinese && !high.scaled && !low.scaled && !high.tenths;
    refuseIf(
        small
            && low.value.compareTo(BigDecimal.TEN) < 0
            && high.value.compareTo(BigDecimal.TEN) > 0
            && high.value.stripTrailingZeros().precision() == 1,
        "ambiguous_numeral.range",
        start);
    if (lowUnit.isEmpty() && !low.scaled && !low.tenths) {
      if (high.multiplierExponent > 0) {
        low.multiply(high.multiplierExponent);
      } else if (high.tenths) {
        toTenths(low);
      }
    }
    refuseIf(low.tenths != high.tenths, "units_differ.tenths", start);
    refuseIf(low.value.compareTo(high.value) >= 0, "range_order", start);
  }

  // After the number

  private ParsedNumber.Amount amount(
      ScannedNumber low, ScannedNumber high, String lowUnit, int start) {
    ScannedNumber last = high == null ? low : high;
    int tail = position;
    int at = skipSpaces(position);
    BoundWords.BoundWord word;
    while ((word = BoundWords.trailingAt(text, at)) != null) {
      merge(word.bound(), at);
      position = at + word.text().length();
      at = skipSpaces(position);
    }
    String rest = text.substring(position);
    if (high != null && rest.endsWith("之间")) {
      rest = rest.substring(0, rest.length() - 2);
    }
    while ((word = BoundWords.trailingAtEnd(rest)) != null) {
      rest = rest.substring(0, rest.length() - word.text().length());
      merge(word.bound(), position + rest.length());
      rest = rest.replaceFirst("[ \n]+\\z", "");
    }
    String unit = UnitText.of(rest);
    checkUnit(last, unit, tail);
    refuseIf(!lowUnit.isEmpty() && !lowUnit.equals(unit), "units_differ", start);
    refuseIf(DateDetector.isDateByUnit(low, high, unit), "date", 0);
    String whole = wholeUnit(last, unit, tail);
    refuseIf(
        high != null && bound != Bound.EQ && bound != Bound.APPROX,
        "conflicting_bounds.range",
        start);
    return new ParsedNumber.Amount(
        low.printed(),
        high == null ? null : high.printed(),
        high == null ? bound : Bound.RANGE,
        BigDecimal.ONE.movePointRight(Math.max(low.lastDigitExponent, last.lastDigitExponent)),
        low.scaled || last.scaled,
        whole);
  }

  /** The unit after the number joined with what stood before it. */
  private String wholeUnit(ScannedNumber number, String unit, int tail) {
    String before = !share.isEmpty() ? share : number.tenths ? "%" : currency;
    if (!before.equals(currency)) {
      refuseIf(!(unit + rate + currency).isEmpty(), "trailing_text.unit_of_share", tail);
    } else if (!currency.isEmpty()) {
      boolean perUnit = unit.isEmpty() || unit.startsWith("/");
      refuseIf(!rate.isEmpty() || !perUnit, "trailing_text.currency", tail);
    } else {
      boolean twoRates = !rate.isEmpty() && unit.matches("(?s).*[/每].*");
      refuseIf(twoRates, "trailing_text.rates", tail);
    }
    return before + unit + rate;
  }

  /** Checks that a text may be the unit of a number. */
  private void checkUnit(ScannedNumber number, String unit, int tail) {
    if (unit.isEmpty()) {
      return;
    }
    refuseIf(DateDetector.isDateByUnit(number, null, unit), "date", 0);
    String word = match(LATIN, tail);
    refuseIf(
        !word.isEmpty() && !number.chinese && !UnitText.isLatinUnit(word),
        "digits_in_word.unit",
        tail);
    String reason = UnitText.fault(unit);
    refuseIf(reason != null, reason, tail);
    refuseIf(UnitText.isOrdinal(unit) && number.plainWhole, "ordinal", 0);
    refuseIf(
        number.chinese && share.isEmpty() && !number.tenths && !UnitText.isCounter(unit),
        "no_number.word",
        0);
  }

  private void merge(Bound other, int at) {
    Bound both = BoundWords.combined(bound, other);
    refuseIf(both == null, "conflicting_bounds", at);
    bound = both;
  }
}
