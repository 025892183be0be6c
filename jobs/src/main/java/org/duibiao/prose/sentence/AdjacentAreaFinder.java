package org.duibiao.prose.sentence;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duibiao.catalogue.Lexicon.WordClass;
import org.duibiao.model.Area;
import org.duibiao.prose.words.DocumentVocabulary;

/** Finds the area that stands right beside a figure: 比全省的5.66张, and 低于4.51张的全省平均水平. */
final class AdjacentAreaFinder {

  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}年[末底]?");

  private final DocumentVocabulary words;
  private final Area documentArea;

  AdjacentAreaFinder(DocumentVocabulary words, Area own) {
    this.words = words;
    this.documentArea = own;
  }

  /** The area that the words right beside a figure name: 比全省的5.66张; null if they name none. */
  Area find(Sentence sentence, NumberToken token) {
    String text = sentence.text();
    int from = sentence.from();
    Area after = after(sentence, token.quantityTo);
    if (after != null) {
      return after;
    }
    int end = token.quantityFrom;
    if (end > from && text.charAt(end - 1) == '(') {
      end--;
    }
    for (String link : List.of("的", "为", "平均水平", "水平", "平均", "约")) {
      if (text.startsWith(link, end - link.length()) && end - link.length() > from) {
        end -= link.length();
      }
    }
    end = beforeTime(text, end, from);
    end = beforeDenominator(text, end, from);
    String nation = sentence.wordBefore(WordClass.NATION, end, from);
    if (nation != null) {
      return text.startsWith("占", end - nation.length() - 1) ? null : words.nation();
    }
    if (words.provinceWords().isBefore(text, end, from)) {
      return words.provinceOf(documentArea);
    }
    String self = words.ownAreaWords().before(text, end, from);
    boolean compared =
        self != null && sentence.isBefore(WordClass.COMPARATOR, end - self.length(), from);
    boolean average =
        end < token.quantityFrom && sentence.isBetween(WordClass.AVERAGE, end, token.quantityFrom);
    if (self != null && documentArea != null && (compared || average)) {
      return documentArea;
    }
    String name = words.areaNames().before(text, end, from);
    return name != null && words.area(name).isCity() ? words.area(name) : null;
  }

  /** 与深圳的每10万人200台: a denominator may stand between. */
  private int beforeDenominator(String text, int end, int from) {
    int each = text.lastIndexOf('每', end);
    boolean all = each > from && words.denominators().isDenominator(text.substring(each, end));
    return !all ? end : text.charAt(each - 1) == '的' ? each - 1 : each;
  }

  /** 全国2017年5.72张: a year may stand between. */
  private static int beforeTime(String text, int end, int from) {
    Matcher year = YEAR.matcher(text).region(Math.max(from, end - 7), end);
    int start = end;
    while (year.find()) {
      start = year.end() == end ? year.start() : start;
    }
    return start;
  }

  /** 低于4.51张的全省平均水平. */
  private Area after(Sentence sentence, int at) {
    if (!sentence.text().startsWith("的", at)) {
      return null;
    }
    String nation = sentence.wordAt(WordClass.NATION, at + 1);
    String said = nation == null ? words.provinceWords().at(sentence.text(), at + 1) : nation;
    if (said == null || !sentence.isAt(WordClass.AVERAGE, at + 1 + said.length())) {
      return null;
    }
    return nation == null ? words.provinceOf(documentArea) : words.nation();
  }
}
