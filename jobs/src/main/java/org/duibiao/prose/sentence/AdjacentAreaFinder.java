package org.duibiao.prose.sentence;

import java.util.List;
import org.duibiao.catalogue.Lexicon.WordClass;
import org.duibiao.model.Area;
import org.duibiao.model.code.AreaLevel;
import org.duibiao.prose.words.DocumentVocabulary;
import org.duibiao.prose.words.TimeExpressions.TimeExpression;

/** Finds the area that stands right beside a figure: 比全省的5.66张, and 低于4.51张的全省平均水平. */
final class AdjacentAreaFinder {

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
    end = beforeTime(sentence, end);
    if (text.startsWith("的", end - 1) && end - 1 > from) {
      end = beforeTime(sentence, end - 1);
    }
    end = beforeDenominator(text, end, from);
    String nation = sentence.wordBefore(WordClass.NATION, end, from);
    if (nation != null) {
      return text.startsWith("占", end - nation.length() - 1) ? null : words.nation();
    }
    String province = words.provinceWords().before(text, end, from);
    if (province != null) {
      boolean whole = text.startsWith("占", end - province.length() - 1);
      return whole ? null : words.provinceOf(documentArea);
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
    return name != null && isCityOrProvince(words.area(name)) ? words.area(name) : null;
  }

  /** 与深圳的每10万人200台: a denominator may stand between. */
  private int beforeDenominator(String text, int end, int from) {
    int each = text.lastIndexOf('每', end);
    boolean all = each > from && words.denominators().isDenominator(text.substring(each, end));
    return !all ? end : text.charAt(each - 1) == '的' ? each - 1 : each;
  }

  static boolean isCityOrProvince(Area area) {
    return area.isCity() || area.level() == AreaLevel.PROVINCE;
  }

  /** 全国2017年5.72张: a time may stand between. */
  private static int beforeTime(Sentence sentence, int end) {
    return sentence.times().stream()
        .filter(time -> time.to() == end)
        .findFirst()
        .map(TimeExpression::from)
        .orElse(end);
  }

  /** 低于4.51张的全省平均水平. */
  private Area after(Sentence sentence, int at) {
    if (sentence.text().startsWith("的国家要求", at) || sentence.text().startsWith("的国家标准", at)) {
      return words.nation();
    }
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
