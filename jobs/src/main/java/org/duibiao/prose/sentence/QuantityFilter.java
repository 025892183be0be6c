package org.duibiao.prose.sentence;

import java.math.BigDecimal;
import org.duibiao.catalogue.Lexicon.WordClass;
import org.duibiao.model.code.Bound;
import org.duibiao.prose.words.Characters;

/**
 * Finds numbers that are not statistics by their unit and value, once they are read: ages that say
 * who is meant, durations, doses, small numerals of slogans.
 */
final class QuantityFilter {

  /** Nobody takes more than that at a time: it is a count. */
  private static final BigDecimal LARGEST_DOSE = BigDecimal.valueOf(1000);

  private final Sentence sentence;
  private final String text;

  QuantityFilter(Sentence sentence) {
    this.sentence = sentence;
    this.text = sentence.text();
  }

  /** Why what was read is not a statistic, in one word; null if it is one. */
  String rejectReason(NumberToken token) {
    String unit = token.unit;
    boolean chinese = Characters.isNumeral(text.charAt(token.from)) && !token.rank;
    String ordinal = sentence.wordAt(WordClass.ORDINAL_UNIT, token.to);
    if (ordinal != null && (unit == null || unit.length() <= ordinal.length())) {
      // 12批次 counts, 12批 is a place in an order.
      return "ordinal";
    }
    if (("岁".equals(unit) || "周岁".equals(unit)) && !token.hasDecimals() && isAge(token)) {
      return "age";
    }
    if (isPeers(token)) {
      return "peers";
    }
    if (unit != null
        && sentence.isAt(WordClass.DOSE, token.to)
        && !token.number.scaled()
        && token.number.value().compareTo(LARGEST_DOSE) < 0) {
      return "dose";
    }
    if (isDuration(token, chinese)) {
      return "duration";
    }
    if (chinese) {
      return isIdiom(token) ? "idiom" : null;
    }
    return unit == null && isBare(token) ? "bare_number" : null;
  }

  private boolean isDuration(NumberToken token, boolean chinese) {
    String duration = sentence.wordAt(WordClass.DURATION_UNIT, token.to);
    if (duration == null || duration.endsWith("龄")) {
      return duration != null;
    }
    if (token.unit == null || duration.length() < token.unit.length()) {
      return token.unit == null;
    }
    int start = sentence.statementStart(token.from);
    boolean lasting =
        sentence.isBetween(WordClass.LASTING, start, token.from)
            || sentence.isBetween(WordClass.AGE, start, token.from)
            || text.startsWith("圈", token.quantityTo);
    return !lasting || chinese;
  }

  private boolean isIdiom(NumberToken token) {
    String unit = token.unit;
    if (token.measurement && unit != null && (unit.equals("%") || unit.contains("分之"))) {
      return false;
    }
    if (unit == null || sentence.isAt(WordClass.IDIOM_NOUN, token.to)) {
      return true;
    }
    boolean times = unit.equals("倍") || unit.equals("番") || unit.contains("百分点");
    if (token.to - token.from > 1 || times) {
      return false;
    }
    boolean more = sentence.isOneOf("余多", token.to);
    boolean round = sentence.isOneOf("十百千万亿", token.from) && token.quantityFrom == token.from;
    return !more && (round || !sentence.isAt(WordClass.CONCRETE_COUNTER, token.to))
        || text.charAt(token.from) == '一';
  }

  /** Whether nothing says what a number without a unit counts. */
  private boolean isBare(NumberToken token) {
    int start = sentence.statementStart(token.from);
    boolean scaled = token.number.scaled();
    boolean bounded = token.quantityFrom < token.from || token.number.bound() != Bound.EQ || scaled;
    boolean ends = Characters.isBoundary(sentence.at(token.quantityTo));
    if (sentence.words().indicators().lastIndex(text, start, token.quantityFrom) >= 0) {
      return !bounded && !ends;
    }
    boolean nounBefore =
        sentence.isBefore(WordClass.SUFFIX, token.quantityFrom, start)
            || ends && token.quantityFrom > start + 1 && isNoun(token.quantityFrom - 1);
    return !(bounded && isNoun(token.quantityTo)) && !(scaled && nounBefore);
  }

  /** 在15个副省级城市中位居第三: how many there are is not a figure of the city. */
  private boolean isPeers(NumberToken token) {
    String peers =
        sentence.isOneOf("个座", token.to) ? sentence.wordAt(WordClass.PEERS, token.to + 1) : null;
    if (peers == null) {
      return false;
    }
    int end = token.to + 1 + peers.length();
    return sentence.isOneOf("中里内排位居之", end)
        || Characters.isBoundary(sentence.at(end)) && peers.length() > 1;
  }

  /** Whether years of age say who is meant, and are not a figure: 65岁以上老人, not 寿命79岁. */
  private boolean isAge(NumberToken token) {
    if (!sentence.isBetween(WordClass.AGE, sentence.from(), token.from)) {
      return !sentence.isChangeBefore(token.quantityFrom)
          || !sentence.isBetween(WordClass.AGE, sentence.from(), sentence.to());
    }
    int start = sentence.statementStart(token.from);
    return !sentence.isBetween(WordClass.AGE, start, token.from)
        && Characters.isChinese(sentence.at(token.quantityTo))
        && token.number.bound() != Bound.EQ;
  }

  private boolean isNoun(int at) {
    return Characters.isChinese(sentence.at(at)) && !Characters.isNumeral(sentence.at(at));
  }
}
