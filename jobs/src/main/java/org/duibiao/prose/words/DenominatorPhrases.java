package org.duibiao.prose.words;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.duibiao.catalogue.Lexicon;
import org.duibiao.catalogue.Lexicon.WordClass;

/** The denominators of rates: before a noun, 每千名常住人口床位, or after a unit, 张/千人. */
public final class DenominatorPhrases {

  private static final Pattern AFTER = Pattern.compile("/每?(千|万|十万|百万)(?:名|位)?(?:常住|户籍)?(?:人口|人)");

  private static final String HUNDRED = "百";

  private final Pattern said;
  private final Pattern whole;

  DenominatorPhrases(Lexicon lexicon) {
    String number =
        ("每(" + any(lexicon.words(WordClass.DENOMINATOR)) + ")")
            + (any(lexicon.words(WordClass.PEOPLE_COUNTER)) + "?")
            + (any(lexicon.words(WordClass.RESIDENCE)) + "?");
    String people = any(lexicon.words(WordClass.PEOPLE));
    this.said = Pattern.compile(number + people + "?");
    this.whole = Pattern.compile(number + people);
  }

  /** A pattern of any of these words. */
  static String any(List<String> words) {
    return words.stream().map(Pattern::quote).collect(Collectors.joining("|", "(?:", ")"));
  }

  /**
   * A denominator after a unit.
   *
   * @param unit what is printed for it, such as {@code /千人}
   * @param end after its last character
   */
  public record UnitDenominator(String unit, int end) {}

  /** The denominator that begins there with a stroke; null if none does: 4.51张/千常住人口. */
  public static UnitDenominator afterUnit(String text, int from, int to) {
    Matcher per = AFTER.matcher(text).region(from, to);
    return per.lookingAt() ? new UnitDenominator("/" + per.group(1) + "人", per.end()) : null;
  }

  /** The unit of the last denominator in a stretch of text, such as {@code /千人}, or null. */
  public String lastUnit(String text, int from, int to) {
    Matcher per = said.matcher(text).region(from, to);
    String unit = null;
    while (per.find()) {
      unit = unit(per.group(1));
    }
    return unit;
  }

  /** The unit of the denominator that a term begins with, or null; a hundredth is printed as %. */
  public String unitAtStart(String term) {
    Matcher per = whole.matcher(term);
    return per.lookingAt() && !per.group(1).equals(HUNDRED) ? unit(per.group(1)) : null;
  }

  /** Where the denominator begins that a term ends with; -1 if it ends with none. */
  public int startOfTrailing(String term) {
    Matcher per = said.matcher(term);
    int at = -1;
    while (per.find()) {
      at = per.end() == term.length() ? per.start() : -1;
    }
    return at;
  }

  /** Whether a term is a denominator alone: 每千常住人口. */
  public boolean isDenominator(String term) {
    return said.matcher(term).matches();
  }

  /** A term without its denominator. */
  public String without(String term) {
    return said.matcher(term).replaceAll("");
  }

  private static String unit(String number) {
    return switch (number) {
      case HUNDRED -> "%";
      case "1000" -> "/千人";
      case "10000" -> "/万人";
      case "100000", "10万" -> "/十万人";
      default -> "/" + number + "人";
    };
  }
}
