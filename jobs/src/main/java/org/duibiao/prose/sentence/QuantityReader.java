package org.duibiao.prose.sentence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.duibiao.catalogue.Lexicon.WordClass;
import org.duibiao.model.code.Bound;
import org.duibiao.normalize.number.NumberReader;
import org.duibiao.normalize.number.ParsedNumber;
import org.duibiao.normalize.number.ParsedNumber.Amount;
import org.duibiao.prose.words.Characters;
import org.duibiao.prose.words.DenominatorPhrases;

/** Reads a number of a sentence with the unit after it and the bound before or after it. */
final class QuantityReader {

  private final Sentence sentence;
  private final String text;

  QuantityReader(Sentence sentence) {
    this.sentence = sentence;
    this.text = sentence.text();
  }

  /** Fills in what the number says, or why it is not a statistic. */
  void read(NumberToken token) {
    int end = token.to;
    if (token.rank) {
      readRank(token);
      return;
    }
    if (sentence.at(end) == '番'
        && (sentence.at(token.from - 1) == '翻' || text.startsWith("翻了", token.from - 2))) {
      readDoubling(token);
      return;
    }
    if (isHalf(token)) {
      readHalf(token);
      return;
    }
    char last = sentence.at(end - 1);
    if (sentence.isOneOf("余多几", end) && (Characters.isDigit(last) || Characters.isNumeral(last))) {
      end++;
    }
    boolean pointsMore = text.startsWith("个多百分点", end);
    String unit = pointsMore ? "个多百分点" : unitAt(end);
    if (unit != null && end + unit.length() > sentence.to()) {
      unit = null;
    }
    if (unit != null) {
      end += unit.length();
      DenominatorPhrases.UnitDenominator divided =
          DenominatorPhrases.afterUnit(text, end, sentence.to());
      if (divided != null) {
        unit = divided.unit();
        end = divided.end();
      }
    } else if (Characters.isLatin(sentence.at(end)) && end == token.to) {
      token.reject("name");
      return;
    }
    int bound = NumberReader.boundAfter(text, end);
    boolean more = bound > 0 && "多余餘".indexOf(text.charAt(end)) >= 0;
    if (bound > 0
        && end + bound <= sentence.to()
        && (!more || "倍".equals(unit) || "%".equals(unit) || text.startsWith("成", end - 1))) {
      end += bound;
    }
    // 低于4.51张的全省平均水平: what it is lower than is told exactly.
    token.average =
        sentence.fits("的?(?:<NATION>|<PROVINCE>|<SELF>)(?:<AVERAGE>|水平)|的<AVERAGE>", end);
    int bounded = token.average ? 0 : boundBefore(token.from);
    int start = Math.max(sentence.from(), token.from - bounded);
    if (start == token.from && isMinus(token.from - 1)) {
      start--;
    }
    boolean negative = sentence.at(token.from - 1) == '负' && unit != null;
    start = negative ? token.from - 1 : start;
    token.quantityFrom = start;
    token.quantityTo = end;
    token.unit = unit;
    token.measurement = unit != null && sentence.words().isMeasurementUnit(unit);
    String cell = text.substring(start, end).replace("个多百分点", "多个百分点");
    cell = negative ? cell.replaceFirst("负", "-") : cell;
    if (pointsMore) {
      token.measure("个百分点");
    }
    String number = token.in(text);
    int colon = number.indexOf(':');
    if (colon > 0) {
      boolean toOne = number.startsWith("1:");
      String part = toOne ? number.substring(colon + 1) : number.substring(0, colon);
      cell = text.substring(start, token.from) + part + "倍";
      token.ratio = true;
      token.measure("倍");
    }
    Amount fraction = fraction(number, cell);
    accept(token, fraction == null ? NumberReader.read(cell) : fraction);
    if (token.isStatistic() && !token.number.unit().isEmpty() && unit == null && colon < 0) {
      token.measure(token.number.unit());
    }
  }

  private static void accept(NumberToken token, ParsedNumber reading) {
    if (reading instanceof Amount figure) {
      token.number = figure;
    } else if (reading instanceof ParsedNumber.Unreadable unreadable) {
      switch (unreadable.reason()) {
        case "date", "ordinal" -> token.reject(unreadable.reason());
        case "leading_zeros", "digits_in_word" -> token.reject("name");
        case "no_number", "ambiguous_numeral" -> token.reject("idiom");
        default -> {
          token.reject(unreadable.reason(), unreadable.detail());
          token.unreadable = true;
        }
      }
    } else {
      token.reject("idiom");
    }
  }

  /** The unit or counter that starts at a place, or null. 85.6分 is a score; minutes are 分钟. */
  private String unitAt(int at) {
    boolean score = sentence.at(at) == '分' && !sentence.isOneOf("钟之", at + 1);
    return score || sentence.isAt(WordClass.NO_UNIT, at)
        ? null
        : sentence.words().units().at(text, at);
  }

  /** Whether a minus stands there, not the dash of a name or a range. */
  private boolean isMinus(int at) {
    return sentence.at(at) == '-' && sentence.isOneOf("=:(为是达长率度值额幅和、", at - 1);
  }

  /** The length of the bound right before a number, or before what links it: 至少有1家. */
  private int boundBefore(int number) {
    int length = NumberReader.boundBefore(text, number);
    if (length == 0 && sentence.isOneOf("有为达", number - 1)) {
      int before = NumberReader.boundBefore(text, number - 1);
      return before == 0 ? 0 : before + 1;
    }
    return length;
  }

  /** What a number is that counts things; null if it is none. */
  private static BigDecimal counted(String number) {
    return NumberReader.read(number + "个") instanceof Amount figure ? figure.value() : null;
  }

  /** 翻一番 grows by 100 %, 翻两番 by 300 %. */
  private void readDoubling(NumberToken token) {
    BigDecimal times = counted(token.in(text));
    boolean few =
        times != null
            && times.signum() > 0
            && times.compareTo(BigDecimal.TEN) < 0
            && times.stripTrailingZeros().scale() <= 0;
    if (!few) {
      token.reject("idiom");
      return;
    }
    boolean more = sentence.at(token.to + 1) == '多';
    token.quantityTo = token.to + (more ? 2 : 1);
    BigDecimal growth = BigDecimal.valueOf(100L * ((1L << times.intValueExact()) - 1));
    token.number = NumberToken.percent(growth, more ? Bound.GT : Bound.EQ, 100);
    token.measure("%");
    token.doubling = true;
  }

  /** 占一半, 一半以上; but not 一半时间, or 砍掉一半. */
  private boolean isHalf(NumberToken token) {
    return token.in(text).equals("半数")
        || token.in(text).equals("一")
            && sentence.at(token.to) == '半'
            && !sentence.isOneOf("时月年天日小截岁个", token.to + 1)
            && (sentence.isOneOf("占达近约超过逾到为有", token.from - 1)
                || NumberReader.boundAfter(text, token.to + 1) > 0);
  }

  /** 一半以上 is at least 50 %. */
  private void readHalf(NumberToken token) {
    int end = token.to + (sentence.at(token.to - 1) == '数' ? 0 : 1);
    token.quantityFrom = token.from - boundBefore(token.from);
    token.quantityTo = end + NumberReader.boundAfter(text, end);
    String before = text.substring(token.quantityFrom, token.from);
    String after = text.substring(end, token.quantityTo);
    readAs("%", before + "50%" + after, token, "idiom");
  }

  private void readRank(NumberToken token) {
    token.quantityFrom = token.from - 1;
    token.quantityTo = token.to + (sentence.isOneOf("位名", token.to) ? 1 : 0);
    readAs("位", token.in(text) + "位", token, "ordinal");
  }

  private static void readAs(String unit, String cell, NumberToken token, String otherwise) {
    if (NumberReader.read(cell) instanceof Amount figure) {
      token.number = figure;
      token.measure(unit);
    } else {
      token.reject(otherwise);
    }
  }

  /** 三分之一 as a percentage; null for fractions of a power of ten, which are rates. */
  private static Amount fraction(String number, String cell) {
    int mark = number.indexOf("分之");
    if (mark <= 0 || number.substring(0, mark).matches(".*[百千万亿].*")) {
      return null;
    }
    BigDecimal denominator = counted(number.substring(0, mark));
    BigDecimal numerator = counted(number.substring(mark + 2));
    if (denominator == null || numerator == null || denominator.signum() <= 0) {
      return null;
    }
    BigDecimal percent =
        numerator.multiply(BigDecimal.valueOf(100)).divide(denominator, 4, RoundingMode.HALF_UP);
    boolean more = cell.matches(".*(超过|以上|多|强)$|^(超过|逾|超).*");
    return NumberToken.percent(percent, more ? Bound.GT : Bound.APPROX, 1);
  }
}
