package org.duibiao.prose.sentence;

import org.duibiao.catalogue.Lexicon.WordClass;
import org.duibiao.prose.words.DocumentVocabulary;

/** Takes from a phrase what is not part of its noun: links, leading words, names of areas. */
record NounPhraseTrimmer(DocumentVocabulary words) {

  /** The longest phrase that is looked at. */
  private static final int LONGEST = 40;

  private static final WordClass[] ENDINGS = {
    WordClass.LINK, WordClass.RISE, WordClass.FALL, WordClass.ADDED,
    WordClass.SELF, WordClass.PLAN, WordClass.TARGET, WordClass.COMPARED_TO
  };

  private static final WordClass[] PLACES = {
    WordClass.NATION, WordClass.PROVINCE, WordClass.AVERAGE, WordClass.URBAN_CORE, WordClass.SELF
  };

  /** The phrase without the links and leading words that are no part of a noun. */
  String trim(String phrase) {
    // What has grown was said before: 增长3万人,增幅达5%.
    if (words.fits("(?:<EXTENT>|<SHORTFALL>)\\z", phrase, 0)) {
      return "";
    }
    if (words.fits("<NUMERAL>是.", phrase, 0)) {
      // 三是力争: it numbers a part of the text.
      return trim(phrase.substring(2));
    }
    String term = phrase.length() > LONGEST ? phrase.substring(phrase.length() - LONGEST) : phrase;
    while (term.startsWith("—")) {
      term = term.substring(1);
    }
    if (comparesPlace(term)) {
      return "";
    }
    // Numbers of the page run into the text.
    term = term.replaceFirst("^\\d{5,}", "");
    String noun = term.replaceFirst("^[\\d.:%]+(?=\\p{IsHan})", "");
    term = !words.isKnown(term) && words.isKnown(noun) ? noun : term;
    int standing = words.list(WordClass.STANDING).firstIndex(term, 0, term.length());
    boolean adjective =
        standing >= 0 && term.charAt(standing) == '最' && standing + 2 < term.length();
    if (standing >= 0 && !adjective) {
      // 健康素养水平位居前三: what is said of the noun is no part of it.
      term = term.substring(0, standing);
    }
    if (words.list(WordClass.ANAPHOR).occursIn(term)) {
      return "";
    }
    for (String end = ending(term); end != null && !words.isKnown(term); end = ending(term)) {
      term = term.substring(0, term.length() - end.length());
    }
    term = withoutLeads(term);
    if (words.fits("<COMPARED_TO>|高于|低于", term, 0) && !isTerm(term)) {
      // 较上年新增三级医院: what was added is the noun.
      int since = words.list(WordClass.ADDED).firstIndex(term, 0, term.length());
      term = since < 0 ? "" : withoutAdded(term, since);
    }
    if (words.fits("(?:年|<NUMERAL>)*年\\z", term, 0)) {
      return "";
    }
    term = withoutPlaces(core(term));
    if (words.fits("国家.*(?:标准|要求)\\z", term, 0)) {
      // 国家标准为8‰: of what was said before.
      return "";
    }
    int added = words.list(WordClass.ADDED).lastIndex(term, 1, term.length());
    if (added > 0 && !words.isKnown(term)) {
      // 五年内尚需新增床位: what was added is the noun.
      String rest = withoutAdded(term, added);
      term = !words.isKnown(rest) ? term : withOwner(term.substring(0, added), rest);
    }
    if (term.equals("男") || term.equals("女")) {
      return term + "性";
    }
    if (term.length() == 1 && !isTerm(term)) {
      return "";
    }
    return isPlace(term) ? "" : term.replace("“", "").replace("”", "").strip();
  }

  /** What follows the word for what is new that starts at a place. */
  private String withoutAdded(String term, int at) {
    return term.substring(at + words.list(WordClass.ADDED).at(term, at).length());
  }

  /** 和成都的: with whom one is compared; the noun was said before. */
  private boolean comparesPlace(String phrase) {
    int end = phrase.endsWith("的") ? phrase.length() - 1 : phrase.length();
    String place = words.areaNames().before(phrase, end, 0);
    return place != null
        && words.list(WordClass.COMPARATOR).isBefore(phrase, end - place.length(), 0);
  }

  /** 婴儿死亡率淮安, 新平两县执业医师: the noun without the places beside it, if that is a term. */
  private String withoutPlaces(String term) {
    if (words.isKnown(term)) {
      return term;
    }
    String after = words.areaNames().before(term, term.length(), 1);
    if (after != null
        && words.meaning(term.substring(0, term.length() - after.length()), "") != null) {
      return term.substring(0, term.length() - after.length());
    }
    String district = words.districtNames().at(term, 0);
    if (district == null || district.length() == term.length()) {
      return term;
    }
    String rest = withoutLeads(term.substring(district.length()));
    return words.isKnown(rest) || words.denominators().startOfTrailing(rest) > 0 ? rest : term;
  }

  /**
   * The noun that a clause is about, without who has it and where it started: 机构共有家庭医生团队, and
   * 预期寿命由解放初期.
   */
  private String core(String term) {
    if (words.isKnown(term)) {
      return term;
    }
    String always = term.replace("全年", "");
    if (always.length() < term.length() && words.isKnown(always)) {
      return always;
    }
    int has = term.lastIndexOf('有');
    if (has > 0 && words.meaning(term.substring(has + 1), "") != null) {
      return withOwner(term.substring(0, has), term.substring(has + 1));
    }
    int since = Math.max(term.lastIndexOf('由'), term.lastIndexOf('从'));
    return since > 1 && words.isKnown(term.substring(0, since)) ? term.substring(0, since) : term;
  }

  /** What is had, with the institutions that have it: 敬老院拥, 床位 → 敬老院床位. */
  private String withOwner(String before, String had) {
    boolean verb = "拥共设具实现含".indexOf(before.charAt(before.length() - 1)) >= 0;
    String owner = before.substring(0, before.length() - (verb ? 1 : 0));
    boolean owned =
        words.list(WordClass.RESOURCE).occursIn(had)
            && words.endsInInstitution(owner)
            && !words.isAllInstitutions(owner);
    return owned ? owner + had : had;
  }

  /** Whether a phrase only names places: the noun was said before. */
  private boolean isPlace(String phrase) {
    String rest = phrase;
    for (String place = leadingPlace(rest); place != null; place = leadingPlace(rest)) {
      rest = rest.substring(place.length());
    }
    boolean district =
        words.fits(".{1,4}[区县]\\z", rest, 0) && !words.list(WordClass.COMMON_AREA).ends(rest);
    return rest.isEmpty() || district;
  }

  /** The word for a place, or what links two, that a phrase starts with; null if none. */
  private String leadingPlace(String phrase) {
    String word = words.firstAt(phrase, 0, PLACES);
    word = word == null ? words.areaNames().at(phrase, 0) : word;
    word = word == null ? words.districtNames().at(phrase, 0) : word;
    return word == null ? words.at("[的线]", phrase, 0) : word;
  }

  /** A link, or a word of change, at the end of a phrase; null if it ends in a noun. */
  private String ending(String phrase) {
    boolean like = words.list(WordClass.LIKE_LINK).ends(phrase);
    for (WordClass role : ENDINGS) {
      String word = words.list(role).before(phrase, phrase.length(), 0);
      if (word != null && !(like && word.length() == 1)) {
        return word;
      }
    }
    boolean particle = phrase.endsWith("了") || phrase.endsWith("的") || phrase.endsWith("中");
    return particle ? phrase.substring(phrase.length() - 1) : null;
  }

  /** A phrase without the words before a term, such as 全市. */
  private String withoutLeads(String phrase) {
    String lead = words.leadingWord(phrase);
    return lead == null || isTerm(phrase) ? phrase : withoutLeads(phrase.substring(lead.length()));
  }

  private boolean isTerm(String phrase) {
    return words.catalogue().meaning(phrase).isPresent();
  }

  /** The noun at the head of a phrase: up to what is said of it. */
  String head(String phrase) {
    int end = phrase.length();
    // 社区卫生服务中心 is a noun, although 服务 says what is done.
    String known = words.indicators().at(phrase, 0);
    int floor = known == null ? 1 : known.length();
    int predicate = words.list(WordClass.PREDICATE).firstIndex(phrase, floor, phrase.length());
    if (predicate > 0) {
      String rest = phrase.substring(predicate);
      boolean located = words.list(WordClass.LOCATED).starts(rest);
      String licence = words.list(WordClass.LICENCE).before(rest, rest.length(), 1);
      if (licence != null) {
        String verb = words.list(WordClass.PREDICATE).at(rest, 0);
        String made = rest.substring(verb.length(), rest.length() - licence.length());
        if (made.length() > 1) {
          return made;
        }
      }
      if (located || !words.isKnown(phrase)) {
        end = predicate;
      }
    }
    String noun = phrase.substring(0, end);
    for (String joiner = words.list(WordClass.JOINER).before(noun, noun.length(), 1);
        joiner != null;
        joiner = words.list(WordClass.JOINER).before(noun, noun.length(), 1)) {
      noun = noun.substring(0, noun.length() - joiner.length());
    }
    for (String link = ending(noun); link != null && !isTerm(noun); link = ending(noun)) {
      noun = noun.substring(0, noun.length() - link.length());
    }
    return noun.replace("“", "").replace("”", "");
  }

  /** Whether a phrase ends as only a whole noun does: 床位总数. */
  boolean isWhole(String before) {
    return words.list(WordClass.SUFFIX).isBefore(before, before.length(), 1);
  }
}
