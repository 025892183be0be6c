package org.duibiao.prose.sentence;

import java.util.List;
import java.util.Objects;
import org.duibiao.catalogue.Lexicon.WordClass;
import org.duibiao.prose.words.Characters;
import org.duibiao.prose.words.DocumentVocabulary;

/** Finds the noun phrase of each figure of a sentence. */
final class NounPhraseFinder {

  private static final int LONGEST_HEADED = 10;

  private final DocumentVocabulary words;
  private final AnaphoraMemory anaphora;
  private final NounPhraseTrimmer phrases;
  private final CoordinationResolver lists;
  private final Sentence sentence;
  private final String text;
  private final int from;
  private final int to;
  private final List<NumberToken> tokens;

  /** The nouns of a sentence's figures; other numbers, as in 三级医院, belong to nouns. */
  NounPhraseFinder(
      DocumentVocabulary words,
      AnaphoraMemory recall,
      Sentence sentence,
      List<NumberToken> tokens) {
    this.words = words;
    this.anaphora = recall;
    this.phrases = new NounPhraseTrimmer(words);
    this.sentence = sentence;
    this.text = sentence.text();
    this.from = sentence.from();
    this.to = sentence.to();
    this.tokens = tokens.stream().filter(NumberToken::isStatistic).toList();
    this.lists = new CoordinationResolver(words, recall, phrases, sentence, this.tokens);
  }

  void find() {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).term == null) {
        int listed = lists.assignRespectively(i);
        if (listed == 0) {
          find(i);
        } else {
          i += listed - 1;
        }
      }
    }
  }

  private void find(int i) {
    NumberToken token = tokens.get(i);
    int previousEnd = i == 0 ? from : Math.max(from, nounEnd(i - 1));
    String before = before(token, previousEnd);
    int afterEnd = afterEnd(token, i);
    String after = text.substring(token.quantityTo, afterEnd);
    // 3人的目标 is no 目标.
    boolean follows =
        !after.isEmpty()
            && !token.average
            && startsNoun(token, after)
            && !words.list(WordClass.SUFFIX).isAt(after, 0);
    if (token.measurement) {
      boolean average = words.list(WordClass.AVERAGE).isAt(after, 1);
      follows = follows && !average && (after.startsWith("的") || before.isEmpty());
      if (follows && before.length() > 1 && words.meaning(before, "") != null) {
        follows = false;
      }
    } else if (follows && isVisit(token.unit) && !before.isEmpty()) {
      follows = false;
    } else if (follows && before.length() > 1 && isLinked(token)) {
      follows = words.meaning(before, "") == null && !phrases.isWhole(before);
    }
    if (follows) {
      String noun = after.startsWith("的") ? after.substring(1) : after;
      token.term = phrases.head(noun);
      token.termAfter = !token.term.isEmpty();
      if (token.termAfter) {
        return;
      }
    }
    if (before.isEmpty()) {
      before = earlier(token, previousEnd);
    }
    if (!before.isEmpty()) {
      String headed = headed(before, i);
      boolean known = words.meaning(before, "") != null;
      token.term = known || headed == null ? before : headed;
      token.termWithHead = headed;
      return;
    }
    int size = lists.consecutiveCount(i);
    if (size > 1 && lists.assignFromEarlier(i, size)) {
      return;
    }
    NumberToken like = null;
    boolean change = isChange(token);
    for (int k = i - 1; k >= 0 && !change && token.unit != null && like == null; k--) {
      NumberToken earlier = tokens.get(k);
      like =
          earlier.hasTerm()
                  && token.unit.equals(earlier.unit)
                  && token.measurement
                  && isLike(token, earlier)
              ? earlier
              : null;
    }
    for (int k = i - 1; k >= 0; k--) {
      NumberToken earlier = tokens.get(k);
      if (earlier.hasTerm() && change && !earlier.isElided()) {
        like = earlier;
        break;
      }
      if (earlier.hasTerm()
          && isLike(token, earlier)
          && (like == null || Objects.equals(earlier.unit, token.unit))) {
        like = earlier;
        if (token.measurement == earlier.measurement || token.unit == null) {
          break;
        }
      }
    }
    like = like == null ? anaphora.antecedent(token, sentence) : like;
    if (like != null) {
      token.elide(like);
    } else {
      token.term = opening(token);
    }
  }

  /** Whether one figure can be of what the other is of: 3.3万张 are beds, and no 6.77张 of a rate. */
  private static boolean isLike(NumberToken token, NumberToken earlier) {
    return token.unit == null
        || token.measurement
        || !token.unit.equals(earlier.unit)
        || !(token.number.scaled() && earlier.isFraction());
  }

  /** 地区生产总值迈上新台阶,由2277亿元增加到2831亿元: the term that the sentence begins with, or null. */
  private String opening(NumberToken token) {
    int at = words.indicators().lastIndex(text, from, token.quantityFrom);
    return at < 0 ? null : words.indicators().at(text, at);
  }

  /** 公立, after 医院 → 公立医院, if the catalogue knows that; else null. */
  private String headed(String noun, int i) {
    if (noun.length() > LONGEST_HEADED) {
      return null;
    }
    for (int k = i - 1; k >= 0 && k >= i - 4; k--) {
      String head = tokens.get(k).term;
      for (int from = 0; head != null && from < head.length() - 1; from++) {
        String whole = noun + head.substring(from);
        if (words.catalogue().meaning(whole).isPresent()) {
          return whole;
        }
      }
    }
    return null;
  }

  /** Whether a word of change stands right before the figure. */
  private boolean isChange(NumberToken token) {
    int end = token.quantityFrom;
    if (end > from && text.charAt(end - 1) == '了') {
      end--;
    }
    return sentence.isBefore(WordClass.RISE, end, from)
        || sentence.isBefore(WordClass.FALL, end, from);
  }

  /** Where the number's own noun ends: what follows belongs to the next figure. */
  private int nounEnd(int i) {
    NumberToken token = tokens.get(i);
    if (!token.isStatistic() || !token.termAfter || token.term == null) {
      return token.quantityTo;
    }
    int at = text.indexOf(token.term, token.quantityTo);
    return at < 0 || at > token.quantityTo + 2 ? token.quantityTo : at + token.term.length();
  }

  /** Whether a link such as 达到 stands right before the figure. */
  private boolean isLinked(NumberToken token) {
    String link = sentence.wordBefore(WordClass.LINK, token.quantityFrom, from);
    return link != null && link.length() > 0 && !link.equals("有") && !link.equals("共有");
  }

  /** The phrase between the last boundary and the figure, without links; empty if only links. */
  private String before(NumberToken token, int floor) {
    int start = token.quantityFrom;
    int depth = 0;
    while (start > floor) {
      char c = text.charAt(start - 1);
      if (c == ')' && isInfix(start - 1)) {
        depth++;
      } else if (c == '(' && depth > 0) {
        depth--;
      } else if (depth == 0 && (Characters.isBoundary(c) && c != '”' && c != '“' || c == '、')) {
        break;
      }
      start--;
    }
    return phrases.trim(sentence.withoutTimes(start, token.quantityFrom));
  }

  /** A bracket inside a word: 执业(助理)医师, and 门(急)诊. */
  private boolean isInfix(int close) {
    int open = text.lastIndexOf('(', close);
    if (open < from || close - open > 8 || open == from) {
      return false;
    }
    for (int i = open + 1; i < close; i++) {
      char c = text.charAt(i);
      if (!Characters.isChinese(c) && c != '、') {
        return false;
      }
    }
    return Characters.isChinese(text.charAt(open - 1));
  }

  /** The clause before, if the figure's own has only links: 三级医院数量,达到22家. */
  private String earlier(NumberToken token, int floor) {
    int end = sentence.clauseStart(token.quantityFrom);
    if (end <= floor
        || end == token.quantityFrom
            && text.charAt(end - 1) != ','
            && text.charAt(end - 1) != '，') {
      return "";
    }
    char boundary = text.charAt(end - 1);
    if (boundary != ',' && boundary != '，' && boundary != ':') {
      return "";
    }
    int start = end - 1;
    while (start > floor) {
      char c = text.charAt(start - 1);
      if (c == ')' && isInfix(start - 1)) {
        start = text.lastIndexOf('(', start - 1);
      } else if (Characters.isBoundary(c)) {
        break;
      } else {
        start--;
      }
    }
    String phrase = phrases.trim(sentence.withoutTimes(start, end - 1));
    return words.meaning(phrase, "") != null || phrases.isWhole(phrase) ? phrase : "";
  }

  /** Where the text after the figure that may be its noun ends. */
  private int afterEnd(NumberToken token, int i) {
    int limit = to;
    if (i + 1 < tokens.size()) {
      limit = Math.min(limit, tokens.get(i + 1).quantityFrom);
    }
    int end = token.quantityTo;
    while (end < limit && end - token.quantityTo < NounPhraseTrimmer.LONGEST) {
      char c = text.charAt(end);
      if (c == '(') {
        int close = text.indexOf(')', end);
        boolean infix =
            close > 0
                && close < limit
                && isInfix(close)
                && close + 1 < to
                && Characters.isChinese(text.charAt(close + 1));
        if (!infix) {
          break;
        }
        end = close;
      } else if (Characters.isBoundary(c) && c != '“' && c != '”' || c == '、') {
        break;
      }
      end++;
    }
    return end;
  }

  private boolean startsNoun(NumberToken token, String after) {
    char first = after.charAt(0);
    if (!Characters.isChinese(first) && first != '“') {
      return false;
    }
    return !words.list(WordClass.PREDICATE).isAt(after, 0)
        && !words.list(WordClass.JOINER).isAt(after, 0)
        && !words.list(WordClass.LOCATED).isAt(after, 0)
        && !words.list(WordClass.COMPARATOR).isAt(after, 0)
        && !words.list(WordClass.STANDING).isAt(after, 0)
        && !words.list(WordClass.DIFFERENCE).isAt(after, 0)
        && !words.list(WordClass.RISE).isAt(after, 0)
        && !words.list(WordClass.FALL).isAt(after, 0);
  }

  private static boolean isVisit(String unit) {
    return unit != null && (unit.equals("人次") || unit.equals("例次"));
  }
}
