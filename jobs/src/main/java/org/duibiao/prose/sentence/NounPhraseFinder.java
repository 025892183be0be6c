package org.duibiao.prose.sentence;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.duibiao.catalogue.Lexicon.WordClass;
import org.duibiao.prose.words.Characters;
import org.duibiao.prose.words.DocumentVocabulary;

/** Finds the noun phrase of each figure of a sentence. */
final class NounPhraseFinder {

  private static final int LONGEST_HEADED = 10;

  /** A bracket inside a word ends there: 执业(助理)医师, and 门(急)诊. */
  private static final String AFTER_INFIX = "(?<=<HAN>\\([、\\u4E00-\\u9FFF]{0,7}\\))";

  /** What may be the noun after a figure. */
  private static final String NOUN =
      "(?:(?<=<HAN>)\\([、\\u4E00-\\u9FFF]{0,7}\\)(?=<HAN>)|[“”]|(?!<BOUNDARY>).){0,40}";

  /** Nouns on both sides of 、 are counted together: 门诊部、诊所300家, 二级、三级医院. */
  private static final String JOINS =
      "(?=、)(?<=(?:<INSTITUTION_KIND>|<RESOURCE>|<GRADE>)(?:\\([^()]{0,20}\\))?)";

  private static final String NO_NOUN =
      "(?!“|<HAN>)|<PREDICATE>|<JOINER>|<LOCATED>|<COMPARATOR>|<STANDING>|<DIFFERENCE>|<RISE>|<FALL>";

  private final DocumentVocabulary words;
  private final AnaphoraMemory anaphora;
  private final NounPhraseTrimmer phrases;
  private final CoordinationResolver lists;
  private final Sentence sentence;
  private final String text;
  private final List<NumberToken> tokens;

  /** The nouns of a sentence's figures; other numbers, as in 三级医院, belong to nouns. */
  NounPhraseFinder(AnaphoraMemory anaphora, Sentence sentence, List<NumberToken> all) {
    this.words = sentence.words();
    this.anaphora = anaphora;
    this.phrases = new NounPhraseTrimmer(words);
    this.sentence = sentence;
    this.text = sentence.text();
    this.tokens = all.stream().filter(NumberToken::isStatistic).toList();
    this.lists = new CoordinationResolver(anaphora, phrases, sentence, tokens);
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
    int previousEnd = i == 0 ? sentence.from() : nounEnd(tokens.get(i - 1));
    String before = before(token, previousEnd);
    String after = after(token, i);
    if (follows(token, before, after)) {
      token.term = phrases.head(after.startsWith("的") ? after.substring(1) : after);
      token.termAfter = !token.term.isEmpty();
      token.ambiguous |= token.termAfter && isSome(token);
      if (token.termAfter) {
        return;
      }
    }
    if (before.endsWith(")") && !words.isKnown(before)) {
      before = withoutNote(before);
    }
    if (before.isEmpty()) {
      before = earlier(token, previousEnd);
    }
    if (!before.isEmpty()) {
      String headed = headed(before, i);
      token.term = words.isKnown(before) || headed == null ? before : headed;
      token.termWithHead = headed;
      return;
    }
    int size = lists.consecutiveCount(i);
    if (size > 1 && lists.assignFromEarlier(i, size)) {
      return;
    }
    String share = i == 0 ? null : shareOf(tokens.get(i - 1), token);
    if (share != null) {
      token.term = share;
      return;
    }
    NumberToken antecedent = antecedent(i);
    if (antecedent != null) {
      token.elide(antecedent);
      String added = words.list(WordClass.ADDED).at(antecedent.term, 0);
      if (added != null && added.length() < antecedent.term.length() && isTotal(token)) {
        // 新增医院3家,累计30家
        token.term = antecedent.term.substring(added.length());
      }
    } else {
      // 地区生产总值迈上新台阶,由2277亿元增加到2831亿元: the term that the sentence begins with.
      int at = words.indicators().lastIndex(text, sentence.from(), token.quantityFrom);
      token.term = at < 0 ? null : words.indicators().at(text, at);
    }
  }

  /** Whether a count is of those that do something: 6家医院竣工. */
  private boolean isSome(NumberToken token) {
    int number = token.quantityFrom;
    if (token.measurement || sentence.isBefore(WordClass.LINK, number)) {
      return false;
    }
    int noun = text.indexOf(token.term, token.quantityTo);
    int end = noun < 0 ? token.quantityTo : noun + token.term.length();
    return sentence.isAt(WordClass.ACTION, end);
  }

  /** Whether the noun of a figure is what stands after it. */
  private boolean follows(NumberToken token, String before, String after) {
    // 目标 is not the noun of 3人的目标.
    if (token.average || words.fits(NO_NOUN + "|<SUFFIX>", after, 0)) {
      return false;
    }
    boolean known = before.length() > 1 && words.isKnown(before);
    if (token.measurement) {
      return !words.list(WordClass.AVERAGE).isAt(after, 1)
          && (after.startsWith("的") || before.isEmpty())
          && !known;
    }
    if (("人次".equals(token.unit) || "例次".equals(token.unit)) && !before.isEmpty()) {
      return false;
    }
    return before.length() <= 1 || !isLinked(token) || !known && !phrases.isWhole(before);
  }

  /** 65岁及以上人口80万人,占比15%: the share of what was counted right before; null if it is none. */
  private String shareOf(NumberToken counted, NumberToken token) {
    String between = text.substring(counted.quantityTo, token.quantityFrom);
    boolean says = "%".equals(token.unit) && between.matches("[,，]?(?:占比|比重)(?:为|达|达到|是)?");
    String share = says && counted.hasTerm() ? counted.term + "占比" : null;
    return share != null && words.isKnown(share) ? share : null;
  }

  /** Whether a figure is all there is, not what was added: 累计30家. */
  private boolean isTotal(NumberToken token) {
    String clause = text.substring(sentence.clauseStart(token.quantityFrom), token.quantityFrom);
    return Stream.of("累计", "总数", "共", "达").anyMatch(clause::contains);
  }

  /** The figure before from which a figure takes its noun, or null. */
  private NumberToken antecedent(int i) {
    NumberToken token = tokens.get(i);
    int number = token.quantityFrom;
    boolean grown = number > sentence.from() && text.charAt(number - 1) == '了';
    boolean change = sentence.isChangeBefore(grown ? number - 1 : number);
    NumberToken like = null;
    for (int k = i - 1; k >= 0 && !change && like == null; k--) {
      NumberToken earlier = tokens.get(k);
      boolean same = token.measurement && token.unit != null && token.unit.equals(earlier.unit);
      like = earlier.hasTerm() && same ? earlier : null;
    }
    for (int k = i - 1; k >= 0; k--) {
      NumberToken earlier = tokens.get(k);
      if (!earlier.hasTerm()) {
        continue;
      }
      if (change && !earlier.isElided()) {
        return earlier;
      }
      if (isLike(token, earlier) && (like == null || Objects.equals(earlier.unit, token.unit))) {
        like = earlier;
        if (token.measurement == earlier.measurement || token.unit == null) {
          break;
        }
      }
    }
    return like == null ? anaphora.antecedent(token, sentence) : like;
  }

  /** Whether two figures can have one noun: 3.3万张 counts beds, 6.77张 is a rate. */
  private static boolean isLike(NumberToken token, NumberToken earlier) {
    return token.unit == null
        || token.measurement
        || !token.unit.equals(earlier.unit)
        || !(token.number.scaled() && earlier.isFraction());
  }

  /** 公立, after 医院 → 公立医院, if the catalogue knows that; else null. */
  private String headed(String noun, int i) {
    String whole = null;
    for (int k = i - 1; whole == null && k >= Math.max(0, i - 4); k--) {
      whole = headed(noun, tokens.get(k).term);
    }
    NumberToken before = anaphora.inUnitOf(tokens.get(i));
    boolean part = text.startsWith("其中", sentence.from()) && before != null;
    // 床位3000张。其中,医院2000张: the sentence goes on.
    return whole == null && part ? headed(noun, before.term) : whole;
  }

  private String headed(String noun, String head) {
    boolean brief = noun.length() <= LONGEST_HEADED && head != null;
    for (int start = 0; brief && start < head.length() - 1; start++) {
      String whole = noun + head.substring(start);
      if (words.catalogue().meaning(whole).isPresent()) {
        return whole;
      }
    }
    return null;
  }

  /** Where the number's own noun ends: what follows belongs to the next figure. */
  private int nounEnd(NumberToken token) {
    int at = token.termAfter ? text.indexOf(token.term, token.quantityTo) : -1;
    boolean beside = at >= 0 && at <= token.quantityTo + 2;
    return Math.max(sentence.from(), beside ? at + token.term.length() : token.quantityTo);
  }

  /** Whether a link such as 达到 stands right before the figure. */
  private boolean isLinked(NumberToken token) {
    String link = sentence.wordBefore(WordClass.LINK, token.quantityFrom, sentence.from());
    return link != null && !Set.of("有", "共有").contains(link);
  }

  /** The phrase between the last boundary and the figure, without links; empty if only links. */
  private String before(NumberToken token, int floor) {
    int end = token.quantityFrom;
    int start = phraseStart(end, floor, "(?<=—)—|(?![“”])(?!" + JOINS + ")<BOUNDARY>");
    start += start == floor && start < end && text.charAt(start) == '、' ? 1 : 0;
    return phrases.trim(sentence.withoutTimes(start, end));
  }

  /** Where a phrase begins: after the last boundary, brackets inside of words aside. */
  private int phraseStart(int end, int floor, String boundary) {
    int start = end;
    while (start > floor) {
      if (text.charAt(start - 1) == ')' && sentence.fits(AFTER_INFIX, start)) {
        start = text.lastIndexOf('(', start - 1);
      } else if (mayEndNoun(text.charAt(start - 1)) && sentence.fits(boundary, start - 1)) {
        break;
      } else {
        start--;
      }
    }
    return start;
  }

  /** What is no boundary is most of a text: no pattern is tried there. */
  private static boolean mayEndNoun(char c) {
    return c == '—' || Characters.isBoundary(c);
  }

  /** 卫生机构(医疗卫生机构), 卫生机构(含诊所): the noun without its other name or what it includes. */
  private String withoutNote(String noun) {
    int open = noun.lastIndexOf('(');
    String note = open < 1 ? "" : noun.substring(open + 1, noun.length() - 1);
    String plain = phrases.trim(noun.substring(0, Math.max(0, open)));
    boolean same = note.startsWith("含") || words.isKnown(note);
    return same && words.isKnown(plain) ? plain : noun;
  }

  /** The clause before, if the figure's own has only links: 三级医院数量,达到22家. */
  private String earlier(NumberToken token, int floor) {
    int end = sentence.clauseStart(token.quantityFrom);
    char boundary = end <= floor ? 0 : text.charAt(end - 1);
    boolean comma = boundary == ',' || boundary == '，';
    if (!comma && (boundary != ':' || end == token.quantityFrom)) {
      return "";
    }
    int start = phraseStart(end - 1, floor, "<BOUNDARY>");
    String phrase = phrases.trim(sentence.withoutTimes(start, end - 1));
    return words.isKnown(phrase) || phrases.isWhole(phrase) ? phrase : "";
  }

  /** The text after the figure that may be its noun. */
  private String after(NumberToken token, int i) {
    boolean last = i + 1 == tokens.size();
    int limit = Math.min(sentence.to(), last ? sentence.to() : tokens.get(i + 1).quantityFrom);
    String after = words.at(NOUN, text, token.quantityTo);
    return after.substring(0, Math.min(after.length(), limit - token.quantityTo));
  }
}
