package org.duibiao.prose.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.duibiao.catalogue.Lexicon.WordClass;
import org.duibiao.prose.words.Characters;
import org.duibiao.prose.words.DocumentVocabulary;

/** Shares out nouns among figures that stand in a list: A、B、C分别为x、y、z. */
final class CoordinationResolver {

  private static final Pattern ITEMS = Pattern.compile("(?:上述|[两二三四五2-5]项|[两二]者)(?:指标|比率|率|费用)?$");

  private static final Pattern PEOPLE = Pattern.compile("每?[千万](?:名|位)?(?:常住)?人口?");

  private final DocumentVocabulary words;
  private final AnaphoraMemory anaphora;
  private final NounPhraseTrimmer phrases;
  private final Sentence sentence;
  private final String text;
  private final int from;
  private final List<NumberToken> tokens;

  CoordinationResolver(
      DocumentVocabulary words,
      AnaphoraMemory recall,
      NounPhraseTrimmer phrases,
      Sentence sentence,
      List<NumberToken> tokens) {
    this.words = words;
    this.anaphora = recall;
    this.phrases = phrases;
    this.sentence = sentence;
    this.text = sentence.text();
    this.from = sentence.from();
    this.tokens = tokens;
  }

  /** Gives the figures after 分别 the nouns before it; returns how many, 0 if it is not that. */
  int assignRespectively(int first) {
    NumberToken token = tokens.get(first);
    int start = sentence.clauseStart(token.quantityFrom);
    int mark = sentence.lastRespectively(token.quantityFrom);
    boolean marked = mark >= start && token.quantityFrom - mark <= 12;
    int count = consecutiveCount(first);
    if (count < 2) {
      return 0;
    }
    if (!marked) {
      return inOrder(first, count) ? count : 0;
    }
    for (int i = first; i < first + count; i++) {
      tokens.get(i).listIndex = i - first;
      tokens.get(i).listSize = count;
    }
    int nounsFrom = nounsStart(mark);
    if (first > 0
        && tokens.get(first - 1).quantityTo > nounsFrom
        && assignFromEarlier(first, count)) {
      // 死亡率降到8‰、6‰,分别比上年下降2‰、1‰: the changes of those before.
      return count;
    }
    List<String> nouns = split(sentence.withoutTimes(nounsFrom, mark));
    if (nouns.size() == count && nouns.stream().allMatch(this::startsWithPlace)) {
      // 甲、乙两县就诊率分别为: the same noun, of several places.
      nouns = List.of(withoutPlaces(nouns.get(count - 1)));
    }
    boolean places = nouns.size() > 1 && nouns.stream().allMatch(n -> phrases.trim(n).isEmpty());
    if (places && first > 0 && tokens.get(first - 1).term != null) {
      // 其次是甲市、乙市,分别为: what is counted was said before.
      for (int i = first; i < first + count; i++) {
        tokens.get(i).elide(tokens.get(first - 1));
      }
      return count;
    }
    if (nouns.isEmpty() && assignFromEarlier(first, count)) {
      return count;
    }
    if (nouns.size() == 1 && ITEMS.matcher(nouns.get(0)).find()) {
      // 全省三项指标分别为: those that were named before.
      List<NumberToken> before = anaphora.lastNamed(count);
      if (assignFromEarlier(first, count) || before.size() == count && elide(first, before)) {
        return count;
      }
    }
    String divided = nouns.size() == 1 ? nouns.get(0) : "";
    if (PEOPLE.matcher(divided).matches() && assignFromEarlier(first, count)) {
      // 医师2万人、护士3万人,千人口分别为3.10人、3.91人
      for (int i = first; i < first + count; i++) {
        tokens.get(i).term = divided + tokens.get(i).term;
      }
      return count;
    }
    String shared = nouns.isEmpty() ? "" : nouns.get(nouns.size() - 1);
    if (nouns.size() == count + 1) {
      nouns = nouns.subList(1, nouns.size());
    }
    if (nouns.size() != count) {
      long years =
          sentence.times().stream().filter(t -> t.from() >= nounsFrom && t.to() <= mark).count();
      for (int i = first; i < first + count; i++) {
        tokens.get(i).term =
            nouns.size() == 1
                ? phrases.trim(nouns.get(0))
                : phrases.trim(sentence.withoutTimes(nounsFrom, mark));
        // 前三位死因依次为甲、乙、丙,死亡率分别为: each is of something else.
        tokens.get(i).ambiguous = nouns.size() == 1 && years < count && !saysPlaces(mark, count);
      }
      return count;
    }
    for (int i = 0; i < count; i++) {
      String noun = phrases.trim(nouns.get(i));
      if (i < count - 1 && words.meaning(noun, "") == null) {
        noun = completed(noun, shared);
      } else if (i > 0 && words.meaning(noun, "") == null) {
        noun = prefixed(nouns.get(0), noun);
      }
      tokens.get(first + i).term = noun;
    }
    return count;
  }

  /** 甲、乙下降到x、y: as many nouns that the catalogue knows as figures, without 分别. */
  private boolean inOrder(int first, int count) {
    NumberToken token = tokens.get(first);
    List<String> nouns =
        split(
            phrases.trim(
                sentence.withoutTimes(
                    sentence.clauseStart(token.quantityFrom), token.quantityFrom)));
    if (nouns.size() != count) {
      return false;
    }
    String shared = nouns.get(count - 1);
    List<String> known = new ArrayList<>();
    for (String noun : nouns) {
      String term = phrases.trim(noun);
      term = words.meaning(term, "") == null ? completed(term, shared) : term;
      if (words.meaning(term, "") == null) {
        return false;
      }
      known.add(term);
    }
    for (int i = 0; i < count; i++) {
      tokens.get(first + i).term = known.get(i);
    }
    return true;
  }

  /** Whether as many places as figures were named in the sentence. */
  private boolean saysPlaces(int before, int count) {
    int places = 0;
    for (int i = from; i < before; i++) {
      String name = words.districtNames().at(text, i);
      name = name == null ? words.areaNames().at(text, i) : name;
      if (name != null) {
        places++;
        i += name.length() - 1;
      }
    }
    return places >= count;
  }

  private boolean startsWithPlace(String noun) {
    return words.districtNames().isAt(noun, 0) || words.areaNames().isAt(noun, 0);
  }

  /** 寒亭4区签约居民 → 签约居民. */
  private String withoutPlaces(String noun) {
    String name = words.districtNames().at(noun, 0);
    String rest = noun.substring((name == null ? words.areaNames().at(noun, 0) : name).length());
    int i = 0;
    while (i < rest.length()
        && (Characters.isNumeral(rest.charAt(i))
            || rest.charAt(i) == '个'
            || Character.isDigit(rest.charAt(i)))) {
      i++;
    }
    boolean places = i > 0 && i < rest.length() && "区县市地旗".indexOf(rest.charAt(i)) >= 0;
    return places ? rest.substring(i + 1) : rest;
  }

  /** 出院3万人次,诊疗9万人次,分别增长5%、6%: the changes are of the figures before, in order. */
  boolean assignFromEarlier(int first, int count) {
    List<NumberToken> named = new ArrayList<>();
    for (int k = first - 1; k >= 0 && named.size() < count; k--) {
      NumberToken token = tokens.get(k);
      if (token.term != null && !token.isElided()) {
        named.add(0, token);
      }
    }
    if (named.size() < count) {
      return false;
    }
    return elide(first, named);
  }

  private boolean elide(int first, List<NumberToken> named) {
    for (int k = 0; k < named.size(); k++) {
      tokens.get(first + k).elide(named.get(k));
    }
    return true;
  }

  /** 男性, of 女性人均预期寿命 → 男性人均预期寿命: the longest end that makes a known term. */
  private String completed(String noun, String shared) {
    for (int i = 1; i < shared.length() - 1; i++) {
      String whole = noun + shared.substring(i);
      if (words.meaning(whole, "") != null) {
        return whole;
      }
    }
    return noun;
  }

  /** 医生, of 每千人口床位 → 每千人口医生. */
  private String prefixed(String first, String noun) {
    for (int i = first.length() - 1; i > 1; i--) {
      String whole = first.substring(0, i) + noun;
      if (words.meaning(whole, "") != null) {
        return whole;
      }
    }
    return noun;
  }

  /** How many figures stand one right after the other from a place on. */
  int consecutiveCount(int first) {
    int last = first;
    while (last + 1 < tokens.size() && isNext(tokens.get(last), tokens.get(last + 1))) {
      last++;
    }
    return last - first + 1;
  }

  private boolean isNext(NumberToken one, NumberToken other) {
    if (!other.isStatistic()
        || other.quantityFrom - one.quantityTo > 3
        || other.quantityFrom < one.quantityTo) {
      return false;
    }
    String between = text.substring(one.quantityTo, other.quantityFrom);
    for (WordClass role : List.of(WordClass.RISE, WordClass.FALL)) {
      // 增长4.7%和下降1.9%
      String word = words.list(role).before(between, between.length(), 1);
      boolean joined = word != null && "和及与、".indexOf(between.charAt(0)) >= 0;
      between = joined ? between.substring(0, between.length() - word.length()) : between;
    }
    return between.equals("、")
        || between.equals(",")
        || between.equals("，")
        || between.equals("和")
        || between.equals("及")
        || between.equals("与");
  }

  private int nounsStart(int mark) {
    int i = sentence.start(mark, "。;；!?,，:“”");
    if (i == mark && i > from) {
      i = sentence.start(i - 1, "。;；!?,，:“”");
    }
    return i;
  }

  private List<String> split(String phrase) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    int depth = 0;
    for (int i = 0; i <= phrase.length(); i++) {
      char c = i < phrase.length() ? phrase.charAt(i) : '、';
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      boolean and = depth == 0 && i > start + 1 && (c == '和' || c == '与' || c == '及');
      if (depth == 0 && c == '、' || and) {
        String part = phrase.substring(start, i).strip();
        if (part.endsWith("以")) {
          part = part.substring(0, part.length() - 1);
        }
        if (!part.isEmpty() && !phrases.trim(part).isEmpty()) {
          parts.add(part);
        }
        start = i + 1;
      }
    }
    return parts;
  }
}
