package org.duibiao.prose.document;

import java.util.stream.IntStream;
import org.duibiao.catalogue.Lexicon.WordClass;
import org.duibiao.prose.words.DocumentVocabulary;
import org.duibiao.prose.words.WordList;

/** Finds institutions and districts by the form of their names: 某市人民医院, 某某区. */
public record NamedEntityFinder(DocumentVocabulary words) {

  private static final int LONGEST_NAME = 12;

  /** The institution that a title names first, as in 某市人民医院将迁建; the city without one. */
  FigureSubject institutionInTitle(String title) {
    FigureSubject named = title == null ? null : at(title, 0, title.length());
    return named != null && named.institution() ? named : FigureSubject.CITY;
  }

  /** The district or institution with a name that begins at a place; null if none does. */
  public FigureSubject at(String text, int start, int limit) {
    String named = words.at("<HAN>{0,20}", text, start);
    String phrase = named.substring(0, Math.min(named.length(), Math.max(0, limit - start)));
    int end = start + phrase.length();
    // 市中心医院(北院)、市中医院
    String bracket = words.at("\\([^)]{0,11}\\)", text, end);
    end += bracket == null ? 0 : bracket.length();
    WordList kinds = words.list(WordClass.INSTITUTION);
    int kind = kinds.firstIndex(phrase, 1, phrase.length());
    if (kind > 0 && kind <= LONGEST_NAME) {
      int suffix = kind + kinds.at(phrase, kind).length();
      String name = phrase.substring(0, suffix);
      boolean generic = isGeneric(name, phrase.substring(suffix), text, end);
      if (generic && words.fits("[^等]{0,23}等", text, end)) {
        return FigureSubject.CITY;
      }
      return generic || !isName(name) ? null : FigureSubject.institution(name, phrase);
    }
    for (int i = 1; i < phrase.length() && i <= 7; i++) {
      if ("区县旗".indexOf(phrase.charAt(i)) >= 0) {
        String name = phrase.substring(0, i + 1);
        boolean common = isCommon(name) || words.fits("[域级乡市内外划间两属]", phrase, i + 1);
        return common ? null : FigureSubject.district(name, name);
      }
    }
    return null;
  }

  /** Whether the words for an institution are for several, or for any. */
  private boolean isGeneric(String name, String rest, String text, int end) {
    return words.list(WordClass.GENERIC).isBetween(name, 0, Math.max(1, name.length() - 3))
        || words.fits("[、\\u4E00-\\u9FFF]{0,23}等", text, end)
        || words.fits(".*等|[和、数床]", rest, 0)
        || text.startsWith("、", end) && (rest.isEmpty() || isAnother(text, end + 1))
        || words.fits("<ADDED>|<PREDICATE>", name, 0);
  }

  /** Whether what is called so is no district of that name. */
  private boolean isCommon(String name) {
    String lead = words.leadingWord(name);
    return words.list(WordClass.COMMON_AREA).ends(name)
        || words.list(WordClass.URBAN_CORE).ends(name)
        || words.list(WordClass.GENERIC).isBetween(name, 0, name.length() - 1)
        || words.list(WordClass.PREDICATE).isBetween(name, 0, name.length() - 1)
        || lead != null && lead.length() < name.length() - 1
        || words.fits("[每各该其全]|.{6}|.*<NUMERAL>", name, 0);
  }

  /** Whether a second institution is named there: what is said is of both. */
  private boolean isAnother(String text, int at) {
    String phrase = words.at("<HAN>{0,12}", text, at);
    return words.list(WordClass.INSTITUTION).firstIndex(phrase, 0, phrase.length()) > 0;
  }

  /** Whether what stands before the kind of an institution is the name of one. */
  private boolean isName(String name) {
    return words.areaNames().starts(name)
        || words.fits("[市第]|.*(?:大学|学院|街道)", name, 0)
        || IntStream.rangeClosed(2, Math.min(4, name.length()))
            .mapToObj(end -> name.substring(0, end))
            .anyMatch(
                head ->
                    words.fits(".*[县区州旗镇乡]\\z", head, 0)
                        && !words.list(WordClass.COMMON_AREA).ends(head));
  }
}
