package org.duibiao.prose.table;

import java.util.List;
import java.util.stream.IntStream;
import org.duibiao.catalogue.Lexicon.WordClass;
import org.duibiao.model.Period;
import org.duibiao.prose.words.Characters;

/**
 * What the lines over a table say of all its figures.
 *
 * @param noun what they are of, such as 医疗机构编制床位; empty if nothing says it
 * @param unit their unit, or null
 * @param period their time, or null
 */
record TableCaption(String noun, String unit, Period period) {

  private static final int MOST_LINES = 6;

  /** What lines say of the table after them. */
  static TableCaption of(
      List<TableLine> lines, int from, int to, TableHeaderReader headers, CellInterpreter words) {
    String noun = "";
    String unit = null;
    Period period = null;
    for (int i = to - 1; i >= Math.max(from, to - MOST_LINES); i--) {
      TableLine line = lines.get(i);
      if (line.isLonePipe()) {
        continue;
      }
      String text = line.asCell().text();
      unit = unit == null ? unit(text, words) : unit;
      if (words.withoutPrefix("published/before", text) != null) {
        continue;
      }
      period = period == null ? headers.period(text) : period;
      noun = noun.isEmpty() ? noun(text, headers, words) : noun;
    }
    return new TableCaption(noun, unit, period);
  }

  /** 单位:万人 */
  private static String unit(String text, CellInterpreter words) {
    return IntStream.range(0, text.length())
        .mapToObj(i -> words.withoutPrefix("unit/before", text.substring(i)))
        .filter(rest -> rest != null && rest.length() > 1 && rest.charAt(0) == ':')
        .findFirst()
        .map(rest -> rest.substring(1).split("[)\\],，;； ]", 2)[0])
        .filter(words::isUnit)
        .orElse(null);
  }

  /**
   * The noun of a caption, without its number, times, brackets and the areas that it goes through.
   */
  private static String noun(String caption, TableHeaderReader headers, CellInterpreter words) {
    String text = headers.withoutTimes(caption.replaceAll("\\([^()]*\\)|\\[[^\\[\\]]*\\]", ""));
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      String rest = words.withoutPrefix("caption/number", text.substring(i));
      boolean opens = i == 0 || !Characters.isChinese(text.charAt(i - 1)) || rest == null;
      if (rest != null && opens) {
        start = text.length() - rest.length();
      }
    }
    text = text.substring(start).replaceAll("^[\\d.:、—-]+", "");
    String best = "";
    for (String part : text.split("[、与和及暨:,，]")) {
      String noun = trimmed(part, words);
      boolean calls = words.vocabulary.list(WordClass.PHONE).occursIn(part);
      boolean better = best.isEmpty() || words.meaning(best) == null && words.meaning(noun) != null;
      if (noun.length() > 1 && !calls && better) {
        best = noun;
      }
    }
    return best.chars().allMatch(c -> Characters.isChinese((char) c)) ? best : "";
  }

  private static String trimmed(String part, CellInterpreter words) {
    String noun = part.strip();
    for (String rest = noun; rest != null; rest = withoutLead(noun, words)) {
      noun = rest;
    }
    for (int i = 1; i < noun.length(); i++) {
      if (words.headers.is("caption/tail", noun.substring(i))) {
        return noun.substring(0, i);
      }
    }
    boolean said = words.headers.is("caption/tail", noun);
    return said || words.withoutPrefix("unit/before", noun) != null ? "" : noun;
  }

  /** A noun without a word that leads it; null if none does. */
  private static String withoutLead(String noun, CellInterpreter words) {
    String lead = words.vocabulary.leadingWord(noun);
    String rest =
        lead == null ? words.withoutPrefix("caption/lead", noun) : noun.substring(lead.length());
    return "".equals(rest) ? null : rest;
  }
}
