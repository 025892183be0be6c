package org.duibiao.catalogue;

import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.duibiao.model.Unit;
import org.duibiao.model.code.Measure;

/** Finds the indicator that a term which the catalogue does not know may be another name of. */
public final class TermSuggester {

  /** Below that, terms have a word in common and little else. */
  private static final double MIN_SIMILARITY = 0.7;

  private TermSuggester() {}

  /**
   * The meaning of the known term that is most alike. A guess for a person to confirm: 二级甲等医院 is
   * near to 三级甲等医院.
   *
   * <p>A term that has words more or less than a known one is narrower or broader, not the same:
   * 家庭病床 are only some of the 病床. It is proposed only where those words add nothing, as 我市 does.
   *
   * <p>How alike two terms are is the Dice coefficient of their pairs of neighbouring characters,
   * halfway to 1 where one ends with the other, for what stands at the end of a Chinese noun phrase
   * is what it is about. Where one begins with the other and goes on, as 诊所服务患者 after 诊所, they are
   * about two things.
   *
   * @param units the units of its figures; empty if they are not known
   */
  public static Optional<Catalogue.Meaning> suggest(
      Catalogue catalogue, String term, Set<Unit> units) {
    String key = Terms.key(term);
    Set<String> dimensions = units.stream().map(Unit::dimension).collect(toSet());
    Map<String, Catalogue.Meaning> alike = new TreeMap<>(catalogue.meanings());
    alike.values().removeIf(known -> known.measure() != Measure.LEVEL);
    if (!dimensions.isEmpty()) {
      alike.values().removeIf(k -> !dimensions.contains(k.indicator().unit().dimension()));
    }
    alike.keySet().removeIf(known -> similarity(key, known) < MIN_SIMILARITY);
    Map<String, Set<String>> more =
        alike.entrySet().stream()
            .collect(
                groupingBy(
                    known -> known.getValue().indicator().id(),
                    flatMapping(
                        known -> Stream.ofNullable(wordsMore(key, known.getKey(), catalogue)),
                        toSet())));
    more.values().removeIf(said -> !said.isEmpty() && !said.contains(""));
    return alike.entrySet().stream()
        .filter(known -> more.containsKey(known.getValue().indicator().id()))
        .min(Comparator.comparingDouble(known -> -similarity(key, known.getKey())))
        .map(Map.Entry::getValue);
  }

  /**
   * What one of two terms says besides all that the other says, without the words that add nothing;
   * null where each has something of its own.
   */
  private static String wordsMore(String a, String b, Catalogue catalogue) {
    String longer = a.length() >= b.length() ? a : b;
    String shorter = longer.equals(a) ? b : a;
    // From the end, where a Chinese noun phrase says what it is about.
    StringBuilder more = new StringBuilder();
    int rest = shorter.length();
    for (int i = longer.length() - 1; i >= 0; i--) {
      if (rest > 0 && longer.charAt(i) == shorter.charAt(rest - 1)) {
        rest--;
      } else {
        more.insert(0, longer.charAt(i));
      }
    }
    if (rest > 0) {
      return null;
    }
    String said = catalogue.area(more.toString()).isPresent() ? "" : more.toString();
    for (String word : catalogue.lexicon().words(Lexicon.WordClass.ADDS_NOTHING)) {
      said = said.replace(word, "");
    }
    return said;
  }

  /** From 0, nothing in common, to 1. */
  private static double similarity(String a, String b) {
    boolean leads = !a.equals(b) && (a.startsWith(b) || b.startsWith(a));
    if (a.length() < 2 || b.length() < 2 || leads && !a.endsWith(b) && !b.endsWith(a)) {
      return 0;
    }
    Set<String> ofA = bigrams(a);
    Set<String> ofB = bigrams(b);
    double dice = 2.0 * ofA.stream().filter(ofB::contains).count() / (ofA.size() + ofB.size());
    return a.endsWith(b) || b.endsWith(a) ? (1 + dice) / 2 : dice;
  }

  private static Set<String> bigrams(String text) {
    return IntStream.rangeClosed(0, text.length() - 2)
        .mapToObj(i -> text.substring(i, i + 2))
        .collect(toSet());
  }
}
