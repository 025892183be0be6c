package org.duibiao.prose.document;

import org.duibiao.catalogue.Lexicon.WordClass;
import org.duibiao.prose.words.Characters;
import org.duibiao.prose.words.DocumentVocabulary;

/** Finds institutions and districts by the form of their names: 某市人民医院, 某某区. */
public final class NamedEntityFinder {

  private static final int LONGEST_NAME = 12;

  private final DocumentVocabulary words;

  public NamedEntityFinder(DocumentVocabulary words) {
    this.words = words;
  }

  /** The institution that a title names first, as in 某市人民医院将迁建; the city without one. */
  FigureSubject institutionInTitle(String title) {
    FigureSubject named = title == null ? null : at(title, 0, title.length());
    return named != null && named.institution() ? named : FigureSubject.CITY;
  }

  /** The district or institution with a name that begins at a place; null if none does. */
  public FigureSubject at(String text, int start, int limit) {
    int end = start;
    int most = Math.min(limit, start + LONGEST_NAME + 8);
    while (end < most && Characters.isChinese(text.charAt(end))) {
      end++;
    }
    String phrase = text.substring(start, end);
    if (end < text.length() && text.charAt(end) == '(') {
      // 市中心医院(北院)、市中医院
      int close = text.indexOf(')', end);
      end = close > 0 && close - end <= LONGEST_NAME ? close + 1 : end;
    }
    int suffix = -1;
    for (int i = 1; i < phrase.length() && i <= LONGEST_NAME; i++) {
      String institution = words.list(WordClass.INSTITUTION).at(phrase, i);
      if (institution != null) {
        suffix = i + institution.length();
        break;
      }
    }
    if (phrase.startsWith("市") && suffix < 0) {
      String institution = words.list(WordClass.INSTITUTION).at(phrase, 1);
      suffix = institution == null ? -1 : 1 + institution.length();
    }
    if (suffix > 0) {
      String name = phrase.substring(0, suffix);
      String rest = phrase.substring(suffix);
      boolean generic =
          words.list(WordClass.GENERIC).isBetween(name, 0, Math.max(1, name.length() - 3))
              || text.substring(end, Math.min(text.length(), end + 24))
                  .matches("[、\\u4E00-\\u9FFF]*等.*")
              || rest.contains("等")
              || rest.startsWith("和")
              || rest.startsWith("、")
              || rest.startsWith("数")
              || rest.startsWith("床")
              || end < text.length()
                  && text.charAt(end) == '、'
                  && (rest.isEmpty() || isAnother(text, end + 1))
              || words.list(WordClass.ADDED).isAt(name, 0)
              || words.list(WordClass.PREDICATE).isAt(name, 0);
      if (generic && text.substring(end, Math.min(text.length(), end + 24)).contains("等")) {
        return FigureSubject.CITY;
      }
      return generic || !isName(name) ? null : FigureSubject.institution(name, phrase);
    }
    for (int i = 1; i < phrase.length() && i <= 7; i++) {
      char c = phrase.charAt(i);
      if (c != '区' && c != '县' && c != '旗') {
        continue;
      }
      String name = phrase.substring(0, i + 1);
      char next = i + 1 < phrase.length() ? phrase.charAt(i + 1) : 0;
      boolean common =
          words.list(WordClass.COMMON_AREA).isBefore(name, name.length(), 0)
              || words.list(WordClass.URBAN_CORE).isBefore(name, name.length(), 0)
              || words.list(WordClass.GENERIC).isBetween(name, 0, name.length() - 1)
              || words.list(WordClass.PREDICATE).isBetween(name, 0, name.length() - 1)
              || words.leadingWord(name) != null
                  && words.leadingWord(name).length() < name.length() - 1
              || name.chars().anyMatch(d -> Characters.isNumeral((char) d))
              || name.length() > 5
              || "每各该其全".indexOf(name.charAt(0)) >= 0
              || "域级乡市内外划间两属".indexOf(next) >= 0;
      return common ? null : FigureSubject.district(name, name);
    }
    return null;
  }

  /** Whether a second institution is named there: what is said is of both. */
  private boolean isAnother(String text, int at) {
    int end = at;
    while (end < text.length() && Characters.isChinese(text.charAt(end))) {
      end++;
    }
    return words.list(WordClass.INSTITUTION).firstIndex(text, at, Math.min(end, at + LONGEST_NAME))
        > at;
  }

  /** Whether what stands before the kind of an institution is the name of one. */
  private boolean isName(String name) {
    String place = words.areaNames().at(name, 0);
    if (place != null || name.startsWith("市") || name.startsWith("第")) {
      return true;
    }
    for (int i = 1; i <= 3 && i < name.length(); i++) {
      boolean common = words.list(WordClass.COMMON_AREA).isBefore(name, i + 1, 0);
      if ("县区州旗镇乡".indexOf(name.charAt(i)) >= 0 && !common) {
        return true;
      }
    }
    return name.contains("大学") || name.contains("学院") || name.contains("街道");
  }
}
