package org.duibiao.prose.sentence;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duibiao.catalogue.Lexicon.Role;
import org.duibiao.model.Area;
import org.duibiao.prose.words.Vocabulary;

/** Finds the area that stands right beside a figure: 比全省的5.66张, and 低于4.51张的全省平均水平. */
final class AreaBeside {

  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}年[末底]?");

  private final Vocabulary words;
  private final Area own;

  AreaBeside(Vocabulary words, Area own) {
    this.words = words;
    this.own = own;
  }

  /** The area whose figure it is right after its name: 比全省的5.66张. */
  Area of(String text, int from, Token token) {
    Area after = after(text, token);
    if (after != null) {
      return after;
    }
    int end = token.cellFrom;
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
    String said = words.list(Role.NATION).before(text, end, from);
    if (said != null && text.startsWith("占", end - said.length() - 1)) {
      return null;
    }
    if (said != null) {
      return words.nation();
    }
    if (words.province().before(text, end, from) != null) {
      return words.provinceOf(own);
    }
    String self = words.self().before(text, end, from);
    boolean compared =
        self != null && words.list(Role.COMPARATOR).before(text, end - self.length(), from) != null;
    boolean average =
        end < token.cellFrom && words.list(Role.AVERAGE).in(text.substring(end, token.cellFrom));
    if (self != null && own != null && (compared || average)) {
      return own;
    }
    String name = words.areaNames().before(text, end, from);
    return name != null && words.area(name).isCity() ? words.area(name) : null;
  }

  /** 与深圳的每10万人200台: a denominator may stand between. */
  private int beforeDenominator(String text, int end, int from) {
    int each = text.lastIndexOf('每', end);
    boolean all = each > from && words.denominators().isAll(text.substring(each, end));
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
  private Area after(String text, Token token) {
    int at = token.cellTo;
    if (!text.startsWith("的", at)) {
      return null;
    }
    String nation = words.list(Role.NATION).at(text, at + 1);
    String said = nation == null ? words.province().at(text, at + 1) : nation;
    if (said == null || words.list(Role.AVERAGE).at(text, at + 1 + said.length()) == null) {
      return null;
    }
    return nation == null ? words.provinceOf(own) : words.nation();
  }
}
