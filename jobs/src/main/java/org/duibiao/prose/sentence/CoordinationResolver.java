package org.duibiao.prose.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.duibiao.catalogue.Lexicon.WordClass;
import org.duibiao.prose.words.DocumentVocabulary;

/** Shares out nouns among figures that stand in a list: A、B、C分别为x、y、z. */
final class CoordinationResolver {

  private static final Pattern ITEMS =
      Pattern.compile("(?:上述|对应|[两二三四五2-5]项|[两二]者)(?:指标|比率|率|费用|水平|数值)?$");

  private static final Pattern PEOPLE = Pattern.compile("每?[千万](?:名|位)?(?:常住)?人口?");

  private static final Pattern SEVERAL_PLACES =
      Pattern.compile("^[〇零○一二三四五六七八九十百千万亿两廿个\\d]+[区县市地旗]");

  private static final String NOUN_ENDS = "。;；!?,，:“”";

  private final DocumentVocabulary words;
  private final AnaphoraMemory anaphora;
  private final NounPhraseTrimmer phrases;
  private final Sentence sentence;
  private final String text;
  private final List<NumberToken> tokens;

  CoordinationResolver(
      AnaphoraMemory anaphora,
      NounPhraseTrimmer phrases,
      Sentence sentence,
      List<NumberToken> tokens) {
    this.words = sentence.words();
    this.anaphora = anaphora;
    this.phrases = phrases;
    this.sentence = sentence;
    this.text = sentence.text();
    this.tokens = tokens;
  }

  /** Gives the figures after 分别 the nouns before it; returns how many, 0 if there is no list. */
  int assignRespectively(int first) {
    NumberToken token = tokens.get(first);
    int start = sentence.clauseStart(token.quantityFrom);
    int mark = sentence.lastRespectively(token.quantityFrom);
    int count = consecutiveCount(first);
    if (count < 2) {
      // Not as many figures as nouns: which noun it has is not known.
      token.ambiguous |= mark >= start && token.quantityFrom - mark <= 12 && count(mark) > 1;
      return 0;
    }
    if (mark < start || token.quantityFrom - mark > 12) {
      return inOrder(first, count) || isOfItems(first, count) ? count : 0;
    }
    List<NumberToken> listed = tokens.subList(first, first + count);
    for (int i = 0; i < count; i++) {
      listed.get(i).listIndex = i;
      listed.get(i).listSize = count;
    }
    int nounsFrom = nounsStart(mark);
    if (first > 0
        && tokens.get(first - 1).quantityTo > nounsFrom
        && assignFromEarlier(first, count)) {
      // 死亡率降到8‰、6‰,分别比上年下降2‰、1‰: the changes of those before.
      return count;
    }
    List<String> nouns = split(sentence.withoutTimes(nounsFrom, mark));
    if (nouns.size() == count && nouns.stream().allMatch(n -> words.placeAt(n, 0) != null)) {
      // 甲、乙两县就诊率分别为: the same noun, of several places.
      nouns = List.of(withoutPlaces(nouns.get(count - 1)));
    }
    boolean places = nouns.size() > 1 && nouns.stream().allMatch(n -> phrases.trim(n).isEmpty());
    if (places && first > 0 && tokens.get(first - 1).term != null) {
      // 其次是甲市、乙市,分别为: what is counted was said before.
      listed.forEach(each -> each.elide(tokens.get(first - 1)));
      return count;
    }
    if (nouns.isEmpty() && assignFromEarlier(first, count)) {
      return count;
    }
    String only = nouns.size() == 1 ? nouns.get(0) : "";
    if (ITEMS.matcher(only).find()) {
      // 全省三项指标分别为: those that were named before.
      List<NumberToken> before = anaphora.lastNamed(count);
      if (assignFromEarlier(first, count) || before.size() == count && elide(first, before)) {
        return count;
      }
    }
    if (PEOPLE.matcher(only).matches() && assignFromEarlier(first, count)) {
      // 医师2万人、护士3万人,千人口分别为3.10人、3.91人
      listed.forEach(each -> each.term = only + each.term);
      return count;
    }
    if (nouns.size() == count || nouns.size() == count + 1) {
      assign(listed, nouns);
      return count;
    }
    long years =
        sentence.times().stream().filter(t -> t.from() >= nounsFrom && t.to() <= mark).count();
    String noun = phrases.trim(nouns.size() == 1 ? only : sentence.withoutTimes(nounsFrom, mark));
    // 前三位死因依次为甲、乙、丙,死亡率分别为: each is of something else.
    boolean ambiguous = nouns.size() == 1 && years < count && !namesPlaces(mark, count);
    for (NumberToken each : listed) {
      each.term = noun;
      each.ambiguous = ambiguous;
    }
    return count;
  }

  /** How many nouns stand before 分别. */
  private int count(int mark) {
    return split(sentence.withoutTimes(nounsStart(mark), mark)).size();
  }

  /** Gives each figure its noun, completed by the first or the last one. */
  private void assign(List<NumberToken> listed, List<String> all) {
    int count = listed.size();
    List<String> nouns = all.subList(all.size() - count, all.size());
    for (int i = 0; i < count; i++) {
      String noun = phrases.trim(nouns.get(i));
      if (i < count - 1) {
        noun = completed(noun, nouns.get(count - 1));
      } else if (i > 0) {
        noun = prefixed(nouns.get(0), noun);
      }
      if (i > 0) {
        noun = ofGroup(phrases.trim(nouns.get(0)), noun);
      }
      listed.get(i).term = noun;
    }
  }

  /** 甲、乙下降到x、y: as many nouns that the catalogue knows as figures, without 分别. */
  private boolean inOrder(int first, int count) {
    int end = tokens.get(first).quantityFrom;
    List<String> nouns = split(phrases.trim(sentence.withoutTimes(sentence.clauseStart(end), end)));
    if (nouns.size() != count) {
      return false;
    }
    List<String> terms =
        nouns.stream().map(n -> completed(phrases.trim(n), nouns.get(count - 1))).toList();
    boolean known = terms.stream().allMatch(words::isKnown);
    for (int i = 0; known && i < count; i++) {
      tokens.get(first + i).term = terms.get(i);
    }
    return known;
  }

  /** 全国对应水平为a、b和c, without 分别: those that were named before, in their order. */
  private boolean isOfItems(int first, int count) {
    int end = tokens.get(first).quantityFrom;
    String said = sentence.withoutTimes(sentence.clauseStart(end), end);
    return ITEMS.matcher(said.replaceFirst("[为是达]$", "")).find() && assignFromEarlier(first, count);
  }

  /** Whether the sentence names as many places as figures. */
  private boolean namesPlaces(int before, int count) {
    int places = 0;
    for (int i = sentence.from(); i < before; i++) {
      String name = words.placeAt(text, i);
      places += name == null ? 0 : 1;
      i += name == null ? 0 : name.length() - 1;
    }
    return places >= count;
  }

  /** 寒亭4区签约居民 → 签约居民. */
  private String withoutPlaces(String noun) {
    String rest = noun.substring(words.placeAt(noun, 0).length());
    return SEVERAL_PLACES.matcher(rest).replaceFirst("");
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
    return named.size() == count && elide(first, named);
  }

  private boolean elide(int first, List<NumberToken> named) {
    IntStream.range(0, named.size()).forEach(k -> tokens.get(first + k).elide(named.get(k)));
    return true;
  }

  /** 男性, of 女性人均预期寿命 → 男性人均预期寿命: the longest end that makes a known term. */
  private String completed(String noun, String shared) {
    return knownOr(noun, 1, shared.length() - 1, i -> noun + shared.substring(i));
  }

  /** The noun itself if it is known, else the first of longer ones that is; else the noun. */
  private String knownOr(String noun, int from, int to, IntFunction<String> longer) {
    return words.isKnown(noun)
        ? noun
        : IntStream.range(from, to)
            .mapToObj(longer)
            .filter(words::isKnown)
            .findFirst()
            .orElse(noun);
  }

  /** 基本医疗保险参保人数, after 职工基本养老 → 职工基本医疗保险参保人数. */
  private String ofGroup(String first, String noun) {
    String whole = words.list(WordClass.GROUP).at(first, 0) + noun;
    return words.list(WordClass.GROUP).starts(first) && words.isKnown(whole) ? whole : noun;
  }

  /** 医生, of 每千人口床位 → 每千人口医生. */
  private String prefixed(String first, String noun) {
    int last = first.length();
    return knownOr(noun, 1, last - 1, i -> first.substring(0, last - i) + noun);
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
    if (other.quantityFrom - one.quantityTo > 3 || other.quantityFrom < one.quantityTo) {
      return false;
    }
    // 增长4.7%和下降1.9%
    String between = text.substring(one.quantityTo, other.quantityFrom);
    return words.fits("(?:[、和及与](?:<RISE>|<FALL>)?|[,，])\\z", between, 0);
  }

  private int nounsStart(int mark) {
    int start = sentence.start(mark, NOUN_ENDS);
    return start == mark && start > sentence.from() ? sentence.start(start - 1, NOUN_ENDS) : start;
  }

  private List<String> split(String phrase) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    int depth = 0;
    for (int i = 0; i <= phrase.length(); i++) {
      char c = i < phrase.length() ? phrase.charAt(i) : '、';
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      boolean and = i > start + 1 && (c == '和' || c == '与' || c == '及');
      if (depth == 0 && (c == '、' || and)) {
        String part = phrase.substring(start, i).strip().replaceFirst("以$", "");
        if (!part.isEmpty() && !phrases.trim(part).isEmpty()) {
          parts.add(part);
        }
        start = i + 1;
      }
    }
    return parts;
  }
}
