package org.duibiao.prose.sentence;

import java.math.BigDecimal;
import org.duibiao.catalogue.Lexicon.Role;
import org.duibiao.model.code.Bound;
import org.duibiao.prose.words.Characters;
import org.duibiao.prose.words.Vocabulary;

/**
 * Tells numbers that are no statistic by their unit and value, once they are read: ages that say
 * who is meant, durations, doses, small numerals of slogans.
 */
final class FigureFilter {

  /** More than that nobody takes at a time: it is a count. */
  private static final BigDecimal LARGEST_DOSE = BigDecimal.valueOf(1000);

  private final Vocabulary words;
  private final Sentence sentence;
  private final String text;
  private final int from;
  private final int to;

  FigureFilter(Vocabulary words, Sentence sentence) {
    this.words = words;
    this.sentence = sentence;
    this.text = sentence.text();
    this.from = sentence.from();
    this.to = sentence.to();
  }

  /** Why what was read is no statistic, in one word; null if it is one. */
  String reason(Token token) {
    String unit = token.unit;
    boolean chinese = Characters.isNumeral(text.charAt(token.from)) && !token.rank;
    boolean share = token.measure && unit != null && (unit.equals("%") || unit.contains("分之"));
    if (unit != null && is(Role.ORDINAL_UNIT, token.to) && !isCountedNoun(token)) {
      return "ordinal";
    }
    if (unit == null && is(Role.ORDINAL_UNIT, token.to)) {
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
        && is(Role.DOSE, token.to)
        && !token.figure.scaled()
        && token.figure.value().compareTo(LARGEST_DOSE) < 0) {
      return "dose";
    }
    String duration = words.list(Role.DURATION_UNIT).at(text, token.to);
    if (duration != null && duration.endsWith("龄")) {
      return "duration";
    }
    if (duration != null && (unit == null || duration.length() >= unit.length())) {
      int start = sentence.statement(token.from);
      boolean lasting =
          words.list(Role.LASTING).first(text, start, token.from) >= 0
              || words.list(Role.AGE).first(text, start, token.from) >= 0
              || text.startsWith("圈", token.cellTo);
      if (unit == null || !lasting || chinese) {
        return "duration";
      }
    }
    if (chinese && !share) {
      boolean small = token.to - token.from == 1;
      if (words.list(Role.IDIOM_NOUN).at(text, token.to) != null) {
        return "idiom";
      }
      if (unit == null) {
        return "idiom";
      }
      boolean more = at(token.to) == '余' || at(token.to) == '多';
      boolean concrete = words.list(Role.CONCRETE_COUNTER).at(text, token.to) != null || more;
      boolean times = unit.equals("倍") || unit.equals("番") || unit.contains("百分点");
      if (small && !times) {
        char digit = text.charAt(token.from);
        if (!concrete
            || digit == '一'
            || "十百千万亿".indexOf(digit) >= 0
                && token.cellFrom == token.from
                && "余多".indexOf(at(token.to)) < 0) {
          return "idiom";
        }
      }
    }
    if (unit == null && !chinese) {
      boolean bounded =
          token.cellFrom < token.from || token.figure.bound() != Bound.EQ || token.figure.scaled();
      int start = sentence.statement(token.from);
      boolean named = words.indicators().last(text, start, token.cellFrom) >= 0;
      boolean many = words.list(Role.SUFFIX).before(text, token.cellFrom, start) != null;
      boolean ends = Characters.isBoundary(at(token.cellTo)) && token.cellFrom > start + 1;
      boolean counted =
          bounded && isNoun(at(token.cellTo))
              || token.figure.scaled() && (many || ends && isNoun(at(token.cellFrom - 1)));
      if (!named && !counted || named && !bounded && !Characters.isBoundary(at(token.cellTo))) {
        return "bare_number";
      }
    }
    return null;
  }

  /** 在15个副省级城市中位居第三: how many there are is no figure of the city. */
  private boolean isPeers(Token token) {
    if (at(token.to) != '个' && at(token.to) != '座') {
      return false;
    }
    String peers = words.list(Role.PEERS).at(text, token.to + 1);
    int end = peers == null ? 0 : token.to + 1 + peers.length();
    return peers != null
        && ("中里内排位居之".indexOf(at(end)) >= 0
            || Characters.isBoundary(at(end)) && peers.length() > 1);
  }

  /** 12批次 counts, 12批 is a place in an order. */
  private boolean isCountedNoun(Token token) {
    String ordinal = words.list(Role.ORDINAL_UNIT).at(text, token.to);
    return token.unit.length() > ordinal.length();
  }

  /** Whether years of age say who is meant, and are no figure: 65岁以上老人, not 寿命79岁. */
  private boolean isAge(Token token) {
    if (words.list(Role.AGE).first(text, from, token.from) < 0) {
      return !isChange(token) || words.list(Role.AGE).first(text, from, to) < 0;
    }
    String after = text.substring(token.cellTo, Math.min(to, token.cellTo + 1));
    boolean says =
        words.list(Role.AGE).first(text, sentence.statement(token.from), token.from) >= 0;
    boolean qualifies = !after.isEmpty() && Characters.isChinese(after.charAt(0));
    return !says && qualifies && token.figure.bound() != Bound.EQ;
  }

  private boolean isChange(Token token) {
    String word = words.list(Role.RISE).before(text, token.cellFrom, from);
    return word != null || words.list(Role.FALL).before(text, token.cellFrom, from) != null;
  }

  private boolean is(Role role, int at) {
    return words.list(role).at(text, at) != null;
  }

  private char at(int i) {
    return sentence.at(i);
  }

  private static boolean isNoun(char c) {
    return Characters.isChinese(c) && !Characters.isNumeral(c);
  }
}
