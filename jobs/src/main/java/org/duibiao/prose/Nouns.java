package org.duibiao.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.duibiao.catalogue.Lexicon.Role;

/** Finds the noun phrase of each figure of a sentence. */
final class Nouns {

  private static final int LONGEST = 40;

  private static final int LONGEST_HEADED = 10;

  /** What has grown was said before: 增长3万人,增幅达5%. */
  private static final List<String> GROWTH =
      List.of("增幅", "增幅达", "涨幅", "涨幅达", "升幅", "升幅达", "降幅", "降幅达", "跌幅", "跌幅达", "减幅", "减幅达");

  /** Words that end like a link. */
  private static final List<String> PARTS_OF_WORDS =
      List.of(
          "合同", "参与", "共同", "不同", "计较", "签约", "预约", "平均", "日均", "人均", "年均", "次均", "户均", "提高", "血高");

  private final Vocabulary words;
  private final String text;
  private final int from;
  private final int to;
  private final List<Token> tokens;
  private final List<Times.Time> times;

  /** The nouns of a sentence's figures; other numbers, as in 三级医院, belong to nouns. */
  Nouns(
      Vocabulary words, String text, int from, int to, List<Token> tokens, List<Times.Time> times) {
    this.words = words;
    this.text = text;
    this.from = from;
    this.to = to;
    this.tokens = tokens.stream().filter(Token::isFigure).toList();
    this.times = times;
  }

  void find() {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).term == null) {
        int listed = respectively(i);
        if (listed == 0) {
          find(i);
        } else {
          i += listed - 1;
        }
      }
    }
  }

  // A、B、C分别为x、y、z

  /** Gives the figures after 分别 the nouns before it; returns how many, 0 if it is not that. */
  private int respectively(int first) {
    Token token = tokens.get(first);
    int start = clauseStart(token.cellFrom);
    int mark = Marks.respectively(text, token.cellFrom);
    boolean marked = mark >= start && token.cellFrom - mark <= 12;
    int count = 1;
    int last = first;
    while (last + 1 < tokens.size() && isNext(tokens.get(last), tokens.get(last + 1))) {
      last++;
      count++;
    }
    if (count < 2) {
      return 0;
    }
    if (!marked) {
      return inOrder(first, count) ? count : 0;
    }
    for (int i = first; i <= last; i++) {
      tokens.get(i).listed = i - first;
      tokens.get(i).listSize = count;
    }
    int nounsFrom = nounsStart(mark);
    if (first > 0 && tokens.get(first - 1).cellTo > nounsFrom && ofEarlier(first, count)) {
      // 死亡率降到8‰、6‰,分别比上年下降2‰、1‰: the changes of those before.
      return count;
    }
    List<String> nouns = split(plain(nounsFrom, mark));
    if (nouns.size() == count && nouns.stream().allMatch(this::startsWithPlace)) {
      // 甲、乙两县就诊率分别为: the same noun, of several places.
      nouns = List.of(withoutPlaces(nouns.get(count - 1)));
    }
    boolean places = nouns.size() > 1 && nouns.stream().allMatch(n -> trimmed(n).isEmpty());
    if (places && first > 0 && tokens.get(first - 1).term != null) {
      // 其次是甲市、乙市,分别为: what is counted was said before.
      for (int i = first; i <= last; i++) {
        tokens.get(i).term = tokens.get(first - 1).term;
        tokens.get(i).elided = true;
      }
      return count;
    }
    if (nouns.isEmpty() && ofEarlier(first, count)) {
      return count;
    }
    String shared = nouns.isEmpty() ? "" : nouns.get(nouns.size() - 1);
    if (nouns.size() == count + 1) {
      nouns = nouns.subList(1, nouns.size());
    }
    if (nouns.size() != count) {
      for (int i = first; i <= last; i++) {
        tokens.get(i).term =
            nouns.size() == 1 ? trimmed(nouns.get(0)) : trimmed(plain(nounsFrom, mark));
      }
      return count;
    }
    for (int i = 0; i < count; i++) {
      String noun = trimmed(nouns.get(i));
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
    Token token = tokens.get(first);
    List<String> nouns = split(trimmed(plain(clauseStart(token.cellFrom), token.cellFrom)));
    if (nouns.size() != count) {
      return false;
    }
    String shared = nouns.get(count - 1);
    List<String> known = new ArrayList<>();
    for (String noun : nouns) {
      String term = trimmed(noun);
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

  private boolean startsWithPlace(String noun) {
    return words.districtNames().at(noun, 0) != null || words.areaNames().at(noun, 0) != null;
  }

  /** 寒亭4区签约居民 → 签约居民. */
  private String withoutPlaces(String noun) {
    String name = words.districtNames().at(noun, 0);
    String rest = noun.substring((name == null ? words.areaNames().at(noun, 0) : name).length());
    int i = 0;
    while (i < rest.length()
        && (Tokens.isNumeral(rest.charAt(i))
            || rest.charAt(i) == '个'
            || Character.isDigit(rest.charAt(i)))) {
      i++;
    }
    boolean places = i > 0 && i < rest.length() && "区县市地旗".indexOf(rest.charAt(i)) >= 0;
    return places ? rest.substring(i + 1) : rest;
  }

  /** 出院3万人次,诊疗9万人次,分别增长5%、6%: the changes are of the figures before, in order. */
  private boolean ofEarlier(int first, int count) {
    List<Token> named = new ArrayList<>();
    for (int k = first - 1; k >= 0 && named.size() < count; k--) {
      Token token = tokens.get(k);
      if (token.term != null && !token.elided) {
        named.add(0, token);
      }
    }
    if (named.size() < count) {
      return false;
    }
    for (int k = 0; k < count; k++) {
      elide(tokens.get(first + k), named.get(k));
    }
    return true;
  }

  /** A stretch of text without the times in it. */
  private String plain(int start, int end) {
    StringBuilder plain = new StringBuilder();
    int at = start;
    for (Times.Time time : times) {
      if (time.from() >= at && time.to() <= end) {
        plain.append(text, at, time.from());
        at = time.to();
      }
    }
    return at > end ? plain.toString() : plain.append(text, at, end).toString();
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

  private boolean isNext(Token one, Token other) {
    if (!other.isFigure() || other.cellFrom - one.cellTo > 3 || other.cellFrom < one.cellTo) {
      return false;
    }
    String between = text.substring(one.cellTo, other.cellFrom);
    for (Role role : List.of(Role.RISE, Role.FALL)) {
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
    int i = Marks.start(text, mark, from, "。;；!?,，:“”");
    if (i == mark && i > from) {
      i = Marks.start(text, i - 1, from, "。;；!?,，:“”");
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
        if (!part.isEmpty() && !trimmed(part).isEmpty()) {
          parts.add(part);
        }
        start = i + 1;
      }
    }
    return parts;
  }

  // One figure.

  private void find(int i) {
    Token token = tokens.get(i);
    int previousEnd = i == 0 ? from : Math.max(from, nounEnd(i - 1));
    String before = before(token, previousEnd);
    int afterEnd = afterEnd(token, i);
    String after = text.substring(token.cellTo, afterEnd);
    // 3人的目标 is no 目标.
    boolean follows =
        !after.isEmpty()
            && !token.average
            && startsNoun(token, after)
            && words.list(Role.SUFFIX).at(after, 0) == null;
    if (token.measure) {
      boolean average = words.list(Role.AVERAGE).at(after, 1) != null;
      follows = follows && !average && (after.startsWith("的") || before.isEmpty());
      if (follows && before.length() > 1 && words.meaning(before, "") != null) {
        follows = false;
      }
    } else if (follows && isVisit(token.unit) && !before.isEmpty()) {
      follows = false;
    } else if (follows && before.length() > 1 && isLinked(token)) {
      follows = words.meaning(before, "") == null && !isWholeNoun(before);
    }
    if (follows) {
      String noun = after.startsWith("的") ? after.substring(1) : after;
      token.term = noun(token, noun);
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
      token.headed = headed;
      return;
    }
    int chain = i;
    while (chain + 1 < tokens.size() && isNext(tokens.get(chain), tokens.get(chain + 1))) {
      chain++;
    }
    if (chain > i && ofEarlier(i, chain - i + 1)) {
      return;
    }
    Token like = null;
    boolean change = isChange(token);
    for (int k = i - 1; k >= 0 && !change && token.unit != null && like == null; k--) {
      Token earlier = tokens.get(k);
      boolean named = earlier.term != null && !earlier.term.isEmpty();
      like = named && token.unit.equals(earlier.unit) && token.measure ? earlier : null;
    }
    for (int k = i - 1; k >= 0; k--) {
      Token earlier = tokens.get(k);
      boolean named = earlier.term != null && !earlier.term.isEmpty();
      if (named && change && !earlier.elided) {
        like = earlier;
        break;
      }
      if (named && (like == null || Objects.equals(earlier.unit, token.unit))) {
        like = earlier;
        if (token.measure == earlier.measure || token.unit == null) {
          break;
        }
      }
    }
    if (like != null) {
      elide(token, like);
    }
  }

  private static void elide(Token token, Token like) {
    token.term = like.term;
    token.like = like;
    token.elided = true;
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
  private boolean isChange(Token token) {
    int end = token.cellFrom;
    if (end > from && text.charAt(end - 1) == '了') {
      end--;
    }
    return words.list(Role.RISE).before(text, end, from) != null
        || words.list(Role.FALL).before(text, end, from) != null;
  }

  /** Where the number's own noun ends: what follows belongs to the next figure. */
  private int nounEnd(int i) {
    Token token = tokens.get(i);
    if (!token.isFigure() || !token.termAfter || token.term == null) {
      return token.cellTo;
    }
    int at = text.indexOf(token.term, token.cellTo);
    return at < 0 || at > token.cellTo + 2 ? token.cellTo : at + token.term.length();
  }

  /** Whether a link such as 达到 stands right before the figure. */
  private boolean isLinked(Token token) {
    String link = words.list(Role.LINK).before(text, token.cellFrom, from);
    return link != null && link.length() > 0 && !link.equals("有") && !link.equals("共有");
  }

  private boolean isWholeNoun(String before) {
    return words.list(Role.SUFFIX).before(before, before.length(), 1) != null;
  }

  /** The phrase between the last boundary and the figure, without links; empty if only links. */
  private String before(Token token, int floor) {
    int start = token.cellFrom;
    int depth = 0;
    while (start > floor) {
      char c = text.charAt(start - 1);
      if (c == ')' && isInfix(start - 1)) {
        depth++;
      } else if (c == '(' && depth > 0) {
        depth--;
      } else if (depth == 0 && (Tokens.isBoundary(c) && c != '”' && c != '“' || c == '、')) {
        break;
      }
      start--;
    }
    return trimmed(plain(start, token.cellFrom));
  }

  /** A bracket inside a word: 执业(助理)医师, and 门(急)诊. */
  private boolean isInfix(int close) {
    int open = text.lastIndexOf('(', close);
    if (open < from || close - open > 8 || open == from) {
      return false;
    }
    for (int i = open + 1; i < close; i++) {
      char c = text.charAt(i);
      if (!Vocabulary.isChinese(c) && c != '、') {
        return false;
      }
    }
    return Vocabulary.isChinese(text.charAt(open - 1));
  }

  /** The clause before, if the figure's own has only links: 三级医院数量,达到22家. */
  private String earlier(Token token, int floor) {
    int end = clauseStart(token.cellFrom);
    if (end <= floor
        || end == token.cellFrom && text.charAt(end - 1) != ',' && text.charAt(end - 1) != '，') {
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
      } else if (Tokens.isBoundary(c)) {
        break;
      } else {
        start--;
      }
    }
    String phrase = trimmed(plain(start, end - 1));
    return words.meaning(phrase, "") != null || isWholeNoun(phrase) ? phrase : "";
  }

  /** The phrase without the links and leading words that are no part of a noun. */
  private String trimmed(String phrase) {
    if (GROWTH.contains(phrase)) {
      return "";
    }
    if (phrase.length() > 2 && phrase.charAt(1) == '是' && Tokens.isNumeral(phrase.charAt(0))) {
      // 三是力争: it numbers a part of the text.
      return trimmed(phrase.substring(2));
    }
    String term = phrase.length() > LONGEST ? phrase.substring(phrase.length() - LONGEST) : phrase;
    for (String end = ending(term);
        end != null && words.meaning(term, "") == null;
        end = ending(term)) {
      term = term.substring(0, term.length() - end.length());
    }
    for (String lead = words.lead(term); lead != null && !isTerm(term); lead = words.lead(term)) {
      term = term.substring(lead.length());
    }
    if ((words.list(Role.COMPARED_TO).at(term, 0) != null
            || term.startsWith("高于")
            || term.startsWith("低于"))
        && !isTerm(term)) {
      // 较上年新增三级医院: what was added is the noun.
      int since = words.list(Role.ADDED).first(term, 0, term.length());
      term =
          since < 0 ? "" : term.substring(since + words.list(Role.ADDED).at(term, since).length());
    }
    if (term.endsWith("年") && term.chars().allMatch(c -> c == '年' || Tokens.isNumeral((char) c))) {
      return "";
    }
    term = core(term);
    int added = words.list(Role.ADDED).last(term, 1, term.length());
    if (added > 0 && words.meaning(term, "") == null) {
      // 五年内尚需新增床位: what was added is the noun.
      String rest = term.substring(added + words.list(Role.ADDED).at(term, added).length());
      term = words.meaning(rest, "") == null ? term : rest;
    }
    if (term.length() == 1 && !isTerm(term)) {
      return "";
    }
    return isPlace(term) ? "" : term.replace("“", "").replace("”", "").strip();
  }

  /**
   * The noun that a clause is about, without who has it and where it started: 机构共有家庭医生团队, and
   * 预期寿命由解放初期.
   */
  private String core(String term) {
    if (words.meaning(term, "") != null) {
      return term;
    }
    int has = term.lastIndexOf('有');
    if (has > 0 && words.meaning(term.substring(has + 1), "") != null) {
      return term.substring(has + 1);
    }
    int since = Math.max(term.lastIndexOf('由'), term.lastIndexOf('从'));
    return since > 1 && words.meaning(term.substring(0, since), "") != null
        ? term.substring(0, since)
        : term;
  }

  /** Whether a phrase only says where: the noun was said before. */
  private boolean isPlace(String phrase) {
    String rest = phrase;
    for (boolean cut = true; cut && !rest.isEmpty(); ) {
      cut = false;
      for (Role role :
          List.of(Role.NATION, Role.PROVINCE, Role.AVERAGE, Role.URBAN_CORE, Role.SELF)) {
        String word = words.list(role).at(rest, 0);
        if (word != null) {
          rest = rest.substring(word.length());
          cut = true;
        }
      }
      String area = words.areaNames().at(rest, 0);
      area = area == null ? words.districtNames().at(rest, 0) : area;
      if (area != null) {
        rest = rest.substring(area.length());
        cut = true;
      }
      if (rest.startsWith("的") || rest.startsWith("线")) {
        rest = rest.substring(1);
        cut = true;
      }
    }
    boolean district =
        rest.length() >= 2
            && rest.length() <= 5
            && (rest.endsWith("区") || rest.endsWith("县"))
            && words.list(Role.COMMON_AREA).before(rest, rest.length(), 0) == null;
    return rest.isEmpty() || district;
  }

  /** A link, or a word of change, at the end of a phrase; null if it ends in a noun. */
  private String ending(String phrase) {
    for (Role role :
        List.of(
            Role.LINK,
            Role.RISE,
            Role.FALL,
            Role.ADDED,
            Role.SELF,
            Role.PLAN,
            Role.TARGET,
            Role.COMPARED_TO)) {
      String word = words.list(role).before(phrase, phrase.length(), 0);
      boolean partOfWord =
          word != null
              && word.length() == 1
              && phrase.length() > 1
              && PARTS_OF_WORDS.contains(phrase.charAt(phrase.length() - 2) + word);
      if (word != null && !partOfWord) {
        return word;
      }
    }
    return phrase.endsWith("了") || phrase.endsWith("的") || phrase.endsWith("中")
        ? phrase.substring(phrase.length() - 1)
        : null;
  }

  private boolean isTerm(String phrase) {
    return words.catalogue().meaning(phrase).isPresent();
  }

  /** Where the text after the figure that may be its noun ends. */
  private int afterEnd(Token token, int i) {
    int limit = to;
    if (i + 1 < tokens.size()) {
      limit = Math.min(limit, tokens.get(i + 1).cellFrom);
    }
    int end = token.cellTo;
    while (end < limit && end - token.cellTo < LONGEST) {
      char c = text.charAt(end);
      if (c == '(') {
        int close = text.indexOf(')', end);
        boolean infix =
            close > 0
                && close < limit
                && isInfix(close)
                && close + 1 < to
                && Vocabulary.isChinese(text.charAt(close + 1));
        if (!infix) {
          break;
        }
        end = close;
      } else if (Tokens.isBoundary(c) && c != '“' && c != '”' || c == '、') {
        break;
      }
      end++;
    }
    return end;
  }

  private boolean startsNoun(Token token, String after) {
    char first = after.charAt(0);
    if (!Vocabulary.isChinese(first) && first != '“') {
      return false;
    }
    return words.list(Role.PREDICATE).at(after, 0) == null
        && words.list(Role.JOINER).at(after, 0) == null
        && words.list(Role.LOCATED).at(after, 0) == null
        && words.list(Role.COMPARATOR).at(after, 0) == null
        && words.list(Role.RISE).at(after, 0) == null
        && words.list(Role.FALL).at(after, 0) == null;
  }

  private static boolean isVisit(String unit) {
    return unit != null && (unit.equals("人次") || unit.equals("例次"));
  }

  /** The noun at the head of a phrase: up to what is said of it. */
  private String noun(Token token, String phrase) {
    int end = phrase.length();
    // 社区卫生服务中心 is a noun, although 服务 says what is done.
    String known = words.indicators().at(phrase, 0);
    int floor = known == null ? 1 : known.length();
    int predicate = words.list(Role.PREDICATE).first(phrase, floor, phrase.length());
    if (predicate > 0) {
      String rest = phrase.substring(predicate);
      boolean located = words.list(Role.LOCATED).at(rest, 0) != null;
      String licence = words.list(Role.LICENCE).before(rest, rest.length(), 1);
      if (licence != null) {
        String verb = words.list(Role.PREDICATE).at(rest, 0);
        String made = rest.substring(verb.length(), rest.length() - licence.length());
        if (made.length() > 1) {
          return made;
        }
      }
      if (located || words.meaning(phrase, "") == null) {
        end = predicate;
      }
    }
    String noun = phrase.substring(0, end);
    for (String joiner = words.list(Role.JOINER).before(noun, noun.length(), 1);
        joiner != null;
        joiner = words.list(Role.JOINER).before(noun, noun.length(), 1)) {
      noun = noun.substring(0, noun.length() - joiner.length());
    }
    for (String link = ending(noun); link != null && !isTerm(noun); link = ending(noun)) {
      noun = noun.substring(0, noun.length() - link.length());
    }
    return noun.replace("“", "").replace("”", "");
  }

  private int clauseStart(int at) {
    return Marks.start(text, at, from, "。;；!?,，:");
  }
}
