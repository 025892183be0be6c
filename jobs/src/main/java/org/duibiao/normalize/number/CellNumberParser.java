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
    if (isSpreadsheetError()) {
      throw fault("spreadsheet_error", 0, "a formula failed here; correct it in the source");
    }
    takeWordsBefore();
    int start = position;
    ScannedNumber low = signedNumber();
    if (low.andMore) {
      merge(Bound.GT, start);
    }
    if (low.bareMultiplier && bound == Bound.EQ) {
      throw fault("no_number", start, "a multiplier alone is not a number; 百余 or 近百 would be read");
    }
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
      if (!share.equals(lowShare)) {
        throw fault("units_differ", position, "百分之十至百分之二十 would be read");
      }
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
        if (words.length() < 2) {
          throw fault("leading_text", position, "每 is followed by 10, 100, 千, 万, 10万, 人 …");
        }
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
      return fault("bracketed", at, "a number in brackets may be negative, a share or a note");
    }
    if (at(at) == '—' && isNumberStart(skipSpaces(rangeMarkEnd(at)))) {
      return fault("malformed_sign", at, "a minus is -, −, － or –");
    }
    String ordinal = match(ORDINAL_MARK, at);
    if (!ordinal.isEmpty() && isNumberStart(skipSpaces(at + ordinal.length()))) {
      return fault("ordinal", at, "a rank is not an amount");
    }
    int digit = at + (int) text.chars().skip(at).takeWhile(c -> !isDigit((char) c)).count();
    if (digit == end) {
      return fault("no_number", at, "22, 1,063.5, 3.2万 and 二十二 would be read");
    }
    return digit > 0 && isLatin(at(digit - 1))
        ? fault("digits_in_word", at, "digits that touch letters are a name")
        : fault("leading_text", at, "a number follows bound words (约, 超过) or a rate (每千人)");
  }

  // A range

  private void reconcileRange(ScannedNumber low, ScannedNumber high, String lowUnit, int start) {
    if (low.andMore || high.andMore || low.bareMultiplier || high.bareMultiplier) {
      throw fault("conflicting_bounds", start, "a range has two exact ends: 3-5");
    }
    boolean small = low.chinese && high.chinese && !high.scaled && !low.scaled && !high.tenths;
    if (small
        && low.value.compareTo(BigDecimal.TEN) < 0
        && high.value.compareTo(BigDecimal.TEN) > 0
        && high.value.stripTrailingZeros().precision() == 1) {
      throw fault("ambiguous_numeral", start, "三百至五百 and 3-500 would be read");
    }
    if (lowUnit.isEmpty() && !low.scaled && !low.tenths) {
      if (high.multiplierExponent > 0) {
        low.multiply(high.multiplierExponent);
      } else if (high.tenths) {
        toTenths(low);
      }
    }
    if (low.tenths != high.tenths) {
      throw fault("units_differ", start, "both ends of a range have one unit");
    }
    if (low.value.compareTo(high.value) >= 0) {
      throw fault("range_order", start, "the lower end comes first: 3-5");
    }
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
    if (!lowUnit.isEmpty() && !lowUnit.equals(unit)) {
      throw fault("units_differ", start, "both ends of a range have one unit: 10%-12%");
    }
    if (DateDetector.isDateByUnit(low, high, unit)) {
      throw fault("date", 0, DateDetector.ADVICE);
    }
    String whole = wholeUnit(last, unit, tail);
    if (high != null && bound != Bound.EQ && bound != Bound.APPROX) {
      throw fault("conflicting_bounds", start, "a range has no other bound; 3-5 would be read");
    }
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
    String mismatch = null;
    if (!before.equals(currency)) {
      mismatch = (unit + rate + currency).isEmpty() ? null : "a share has no unit of its own";
    } else if (!currency.isEmpty()) {
      mismatch =
          rate.isEmpty() && (unit.isEmpty() || unit.startsWith("/"))
              ? null
              : "an amount with a currency sign is followed by nothing or by /人";
    } else if (!rate.isEmpty() && unit.matches("(?s).*[/每].*")) {
      mismatch = "a number has one rate, before it or after it";
    }
    if (mismatch != null) {
      throw fault("trailing_text", tail, mismatch);
    }
    return before + unit + rate;
  }

  /** Checks that a text may be the unit of a number. */
  private void checkUnit(ScannedNumber number, String unit, int tail) {
    if (unit.isEmpty()) {
      return;
    }
    if (DateDetector.isDateByUnit(number, null, unit)) {
      throw fault("date", 0, DateDetector.ADVICE);
    }
    String word = match(LATIN, tail);
    if (!word.isEmpty() && !number.chinese && !UnitText.isLatinUnit(word)) {
      throw fault("digits_in_word", tail, "digits that touch letters are a name; 35kg is read");
    }
    String reason = UnitText.fault(unit);
    if (reason != null) {
      throw fault(reason, tail, advice(reason));
    }
    if (UnitText.isOrdinal(unit) && number.plainWhole) {
      throw fault("ordinal", 0, "a rank is not an amount");
    }
    if (number.chinese && share.isEmpty() && !number.tenths && !UnitText.isCounter(unit)) {
      throw fault("no_number", 0, "the numeral is part of a word; 二十二所 would be read");
    }
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

  private void merge(Bound other, int at) {
    Bound both = BoundWords.combined(bound, other);
    if (both == null) {
      throw fault("conflicting_bounds", at, "one bound per number is read: 超过30, 30以内");
    }
    bound = both;
  }
}
