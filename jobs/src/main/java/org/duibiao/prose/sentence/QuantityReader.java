package org.duibiao.prose.sentence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.duibiao.catalogue.Lexicon.WordClass;
import org.duibiao.model.code.Bound;
import org.duibiao.normalize.number.NumberReader;
import org.duibiao.normalize.number.ParsedNumber;
import org.duibiao.prose.document.RejectReasons;
import org.duibiao.prose.words.Characters;
import org.duibiao.prose.words.DenominatorPhrases;
import org.duibiao.prose.words.DocumentVocabulary;

/** Reads a number of a sentence with the unit after it and the bound before or after it. */
final class QuantityReader {

  private final DocumentVocabulary words;
  private final Sentence sentence;
  private final String text;
  private final int from;
  private final int to;

  QuantityReader(DocumentVocabulary words, Sentence sentence) {
    this.words = words;
    this.sentence = sentence;
    this.text = sentence.text();
    this.from = sentence.from();
    this.to = sentence.to();
  }

  /** Fills in what the number says, or why it is no statistic. */
  void read(NumberToken token) {
    int end = token.to;
    if (token.rank) {
      readRank(token);
      return;
    }
    if (at(end) == '番' && (at(token.from - 1) == '翻' || text.startsWith("翻了", token.from - 2))) {
      readDoubling(token);
      return;
    }
    if (isHalf(token)) {
      readHalf(token);
      return;
    }
    if ((at(end) == '余' || at(end) == '多' || at(end) == '几')
        && (Characters.isDigit(at(end - 1)) || Characters.isNumeral(at(end - 1)))) {
      end++;
    }
    boolean pointsMore = text.startsWith("个多百分点", end);
    // 85.6分 is a score; minutes are 分钟.
    boolean score = at(end) == '分' && at(end + 1) != '钟' && at(end + 1) != '之';
    String unit =
        score || words.list(WordClass.NO_UNIT).at(text, end) != null
            ? null
            : words.units().at(text, end);
    if (pointsMore) {
      unit = "个多百分点";
    }
    if (unit != null && end + unit.length() > to) {
      unit = null;
    }
    if (unit != null) {
      end += unit.length();
      DenominatorPhrases.UnitDenominator divided = DenominatorPhrases.afterUnit(text, end, to);
      if (divided != null) {
        unit = divided.unit();
        end = divided.end();
      }
    } else if (Characters.isLatin(at(end)) && end == token.to) {
      token.reject("name", RejectReasons.describe("name"));
      return;
    }
    int bound = NumberReader.boundAfter(text, end);
    boolean more = bound > 0 && "多余餘".contains(text.substring(end, end + 1));
    if (bound > 0
        && end + bound <= to
        && (!more || "倍".equals(unit) || "%".equals(unit) || text.startsWith("成", end - 1))) {
      end += bound;
    }
    int start = Math.max(from, token.from - boundBefore(token.from));
    token.average = isAverage(end);
    if (start < token.from && token.average) {
      start = token.from;
    }
    if (start == token.from && isMinus(token.from - 1)) {
      start--;
    }
    token.quantityFrom = start;
    token.quantityTo = end;
    token.unit = unit;
    token.measurement = unit != null && words.isMeasurementUnit(unit);
    String cell = text.substring(start, end).replace("个多百分点", "多个百分点");
    if (pointsMore) {
      // 3个多百分点
      token.unit = "个百分点";
      token.measurement = true;
    }
    int colon = text.substring(token.from, token.to).indexOf(':');
    if (colon > 0) {
      String number = text.substring(token.from, token.to);
      boolean toOne = number.startsWith("1:");
      cell = (toOne ? number.substring(colon + 1) : number.substring(0, colon)) + "倍";
      token.ratio = true;
      token.unit = "倍";
      token.measurement = true;
    }
    ParsedNumber reading = fraction(token, start, end);
    if (reading == null) {
      reading = NumberReader.read(cell);
    }
    if (reading instanceof ParsedNumber.Amount figure) {
      token.number = figure;
      if (!figure.unit().isEmpty() && unit == null && colon < 0) {
        token.unit = figure.unit();
        token.measurement = true;
      }
    } else if (reading instanceof ParsedNumber.Unreadable unreadable) {
      switch (unreadable.reason()) {
        case "date", "ordinal" ->
            token.reject(unreadable.reason(), RejectReasons.describe(unreadable.reason()));
        case "leading_zeros", "digits_in_word" ->
            token.reject("name", RejectReasons.describe("name"));
        case "no_number", "ambiguous_numeral" ->
            token.reject("idiom", RejectReasons.describe("idiom"));
        default -> {
          token.reject(unreadable.reason(), unreadable.detail());
          token.unreadable = true;
        }
      }
    } else {
      token.reject("idiom", RejectReasons.describe("idiom"));
    }
  }

  /** 低于4.51张的全省平均水平: what it is lower than is told exactly. */
  private boolean isAverage(int end) {
    int at = at(end) == '的' ? end + 1 : end;
    for (WordClass role : List.of(WordClass.NATION, WordClass.PROVINCE, WordClass.SELF)) {
      String area = words.list(role).at(text, at);
      if (area != null) {
        at += area.length();
        return words.list(WordClass.AVERAGE).at(text, at) != null || text.startsWith("水平", at);
      }
    }
    return at(end) == '的' && words.list(WordClass.AVERAGE).at(text, at) != null;
  }

  /** A minus, and no dash of a name or a range. */
  private boolean isMinus(int at) {
    char before = at(at - 1);
    return at(at) == '-'
        && before != 0
        && ("=:(".indexOf(before) >= 0 || "为是达长率度值额幅和、".indexOf(before) >= 0);
  }

  /** The bound right before a number, or before what links it: 至少有1家. */
  private int boundBefore(int number) {
    int length = NumberReader.boundBefore(text, number);
    char link = at(number - 1);
    if (length == 0 && (link == '有' || link == '为' || link == '达')) {
      int before = NumberReader.boundBefore(text, number - 1);
      return before == 0 ? 0 : before + 1;
    }
    return length;
  }

  /** 翻一番 grows by 100 %, 翻两番 by 300 %. */
  private void readDoubling(NumberToken token) {
    ParsedNumber reading = NumberReader.read(text.substring(token.from, token.to) + "个");
    boolean few =
        reading instanceof ParsedNumber.Amount figure
            && figure.value().signum() > 0
            && figure.value().compareTo(BigDecimal.TEN) < 0
            && figure.value().stripTrailingZeros().scale() <= 0;
    if (!few) {
      token.reject("idiom", RejectReasons.describe("idiom"));
      return;
    }
    int times = ((ParsedNumber.Amount) reading).value().intValueExact();
    boolean more = at(token.to + 1) == '多';
    token.quantityTo = token.to + (more ? 2 : 1);
    token.number =
        new ParsedNumber.Amount(
            BigDecimal.valueOf(100L * ((1L << times) - 1)),
            null,
            more ? Bound.GT : Bound.EQ,
            BigDecimal.valueOf(100),
            false,
            "%");
    token.unit = "%";
    token.measurement = true;
    token.doubling = true;
  }

  /** 占一半, 一半以上; no 一半时间, and no 砍掉一半. */
  private boolean isHalf(NumberToken token) {
    return text.substring(token.from, token.to).equals("一")
        && at(token.to) == '半'
        && "时月年天日小截岁个".indexOf(at(token.to + 1)) < 0
        && ("占达近约超过逾到为有".indexOf(at(token.from - 1)) >= 0
            || NumberReader.boundAfter(text, token.to + 1) > 0);
  }

  /** 一半以上 is at least 50 %. */
  private void readHalf(NumberToken token) {
    int end = token.to + 1;
    int bound = NumberReader.boundAfter(text, end);
    token.quantityFrom = token.from - boundBefore(token.from);
    token.quantityTo = end + bound;
    if (NumberReader.read(
            text.substring(token.quantityFrom, token.from)
                + "50%"
                + text.substring(end, token.quantityTo))
        instanceof ParsedNumber.Amount figure) {
      token.number = figure;
      token.unit = "%";
      token.measurement = true;
    } else {
      token.reject("idiom", RejectReasons.describe("idiom"));
    }
  }

  private void readRank(NumberToken token) {
    int end = token.to;
    if (at(end) == '位' || at(end) == '名') {
      end++;
    }
    token.quantityFrom = token.from - 1;
    token.quantityTo = end;
    ParsedNumber reading = NumberReader.read(text.substring(token.from, token.to) + "位");
    if (reading instanceof ParsedNumber.Amount figure) {
      token.number = figure;
      token.unit = "位";
      token.measurement = true;
    } else {
      token.reject("ordinal", RejectReasons.describe("ordinal"));
    }
  }

  /** 三分之一 as a percentage; a fraction of a power of ten is read as a rate elsewhere. */
  private ParsedNumber fraction(NumberToken token, int start, int end) {
    String number = text.substring(token.from, token.to);
    int mark = number.indexOf("分之");
    if (mark <= 0) {
      return null;
    }
    String below = number.substring(0, mark);
    if (below.chars().anyMatch(c -> "百千万亿".indexOf(c) >= 0)) {
      return null;
    }
    ParsedNumber denominator = NumberReader.read(below + "个");
    ParsedNumber numerator = NumberReader.read(number.substring(mark + 2) + "个");
    if (!(denominator instanceof ParsedNumber.Amount d)
        || !(numerator instanceof ParsedNumber.Amount n)
        || d.value().signum() <= 0) {
      return null;
    }
    BigDecimal percent =
        n.value().multiply(BigDecimal.valueOf(100)).divide(d.value(), 4, RoundingMode.HALF_UP);
    Bound bound = Bound.APPROX;
    if (text.substring(start, end).matches(".*(超过|以上|多|强)$|^(超过|逾|超).*")) {
      bound = Bound.GT;
    }
    return new ParsedNumber.Amount(percent, null, bound, BigDecimal.ONE, false, "%");
  }

  private char at(int i) {
    return sentence.at(i);
  }
}
