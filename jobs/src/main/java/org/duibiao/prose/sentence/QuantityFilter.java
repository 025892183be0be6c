package org.duibiao.prose.sentence;

import java.math.BigDecimal;
import org.duibiao.catalogue.Lexicon.WordClass;
import org.duibiao.model.code.Bound;
import org.duibiao.prose.words.Characters;
import org.duibiao.prose.words.DocumentVocabulary;

/**
 * Tells numbers that are no statistic by their unit and value, once they are read: ages that say
 * who is meant, durations, doses, small numerals of slogans.
 */
final class QuantityFilter {

  /** More than that nobody takes at a time: it is a count. */
  private static final BigDecimal LARGEST_DOSE = BigDecimal.valueOf(1000);

  private final DocumentVocabulary words;
  private final Sentence sentence;
  private final String text;
  private final int from;
  private final int to;

  QuantityFilter(DocumentVocabulary words, Sentence sentence) {
    this.words = words;
    this.sentence = sentence;
    this.text = sentence.text();
    this.from = sentence.from();
    this.to = sentence.to();
  }

  /** Why what was read is no statistic, in one word; null if it is one. */
  String rejectReason(NumberToken token) {
    String unit = token.unit;
    boolean chinese = Characters.isNumeral(text.charAt(token.from)) && !token.rank;
    boolean share = token.measurement && unit != null && (unit.equals("%") || unit.contains("分之"));
    if (unit != null && is(WordClass.ORDINAL_UNIT, token.to) && !isCountedNoun(token)) {
      return "ordinal";
    }
    if (unit == null && is(WordClass.ORDINAL_UNIT, token.to)) {
      return "ordinal";
    }
    boolean whole = !token.hasDecimals();
    if (unit != null && whole && (unit.equals("岁") || unit.equals("周岁")) && isAge(token)) {
      return "age";
    }
    if (isPeers(token)) {
      return "peers";
    }
    if (unit != null
        && is(WordClass.DOSE, token.to)
        && !token.number.scaled()
        && token.number.value().compareTo(LARGEST_DOSE) < 0) {
      return "dose";
    }
    String duration = words.list(WordClass.DURATION_UNIT).at(text, token.to);
    if (duration != null && duration.endsWith("龄")) {
      return "duration";
    }
    if (duration != null && (unit == null || duration.length() >= unit.length())) {
      int start = sentence.statementStart(token.from);
      boolean lasting =
          words.list(WordClass.LASTING).firstIndex(text, start, token.from) >= 0
              || words.list(WordClass.AGE).firstIndex(text, start, token.from) >= 0
              || text.startsWith("圈", token.quantityTo);
      if (unit == null || !lasting || chinese) {
        return "duration";
      }
    }
    if (chinese && !share) {
      boolean small = token.to - token.from == 1;
      if (words.list(WordClass.IDIOM_NOUN).at(text, token.to) != null) {
        return "idiom";
      }
      if (unit == null) {
        return "idiom";
      }
      boolean more = at(token.to) == '余' || at(token.to) == '多';
      boolean concrete = words.list(WordClass.CONCRETE_COUNTER).at(text, token.to) != null || more;
      boolean times = unit.equals("倍") || unit.equals("番") || unit.contains("百分点");
      if (small && !times) {
        char digit = text.charAt(token.from);
        if (!concrete
            || digit == '一'
            || "十百千万亿".indexOf(digit) >= 0
                && token.quantityFrom == token.from
                && "余多".indexOf(at(token.to)) < 0) {
          return "idiom";
        }
      }
    }
    if (unit == null && !chinese) {
      boolean bounded =
          token.quantityFrom < token.from
              || token.number.bound() != Bound.EQ
              || token.number.scaled();
      int start = sentence.statementStart(token.from);
      boolean named = words.indicators().lastIndex(text, start, token.quantityFrom) >= 0;
      boolean many = words.list(WordClass.SUFFIX).before(text, token.quantityFrom, start) != null;
      boolean ends = Characters.isBoundary(at(token.quantityTo)) && token.quantityFrom > start + 1;
      boolean counted =
          bounded && isNoun(at(token.quantityTo))
              || token.number.scaled() && (many || ends && isNoun(at(token.quantityFrom - 1)));
      if (!named && !counted || named && !bounded && !Characters.isBoundary(at(token.quantityTo))) {
        return "bare_number";
      }
    }
    return null;
  }

  /** 在15个副省级城市中位居第三: how many there are is no figure of the city. */
  private boolean isPeers(NumberToken token) {
    if (at(token.to) != '个' && at(token.to) != '座') {
      return false;
    }
    String peers = words.list(WordClass.PEERS).at(text, token.to + 1);
    int end = peers == null ? 0 : token.to + 1 + peers.length();
    return peers != null
        && ("中里内排位居之".indexOf(at(end)) >= 0
            || Characters.isBoundary(at(end)) && peers.length() > 1);
  }

  /** 12批次 counts, 12批 is a place in an order. */
  private boolean isCountedNoun(NumberToken token) {
    String ordinal = words.list(WordClass.ORDINAL_UNIT).at(text, token.to);
    return token.unit.length() > ordinal.length();
  }

  /** Whether years of age say who is meant, and are no figure: 65岁以上老人, not 寿命79岁. */
  private boolean isAge(NumberToken token) {
    if (words.list(WordClass.AGE).firstIndex(text, from, token.from) < 0) {
      return !isChange(token) || words.list(WordClass.AGE).firstIndex(text, from, to) < 0;
    }
    String after = text.substring(token.quantityTo, Math.min(to, token.quantityTo + 1));
    boolean says =
        words.list(WordClass.AGE).firstIndex(text, sentence.statementStart(token.from), token.from)
            >= 0;
    boolean qualifies = !after.isEmpty() && Characters.isChinese(after.charAt(0));
    return !says && qualifies && token.number.bound() != Bound.EQ;
  }

  private boolean isChange(NumberToken token) {
    String word = words.list(WordClass.RISE).before(text, token.quantityFrom, from);
    return word != null
        || words.list(WordClass.FALL).before(text, token.quantityFrom, from) != null;
  }

  private boolean is(WordClass role, int at) {
    return words.list(role).at(text, at) != null;
  }

  private char at(int i) {
    return sentence.at(i);
  }

  private static boolean isNoun(char c) {
    return Characters.isChinese(c) && !Characters.isNumeral(c);
  }
}
