package org.duibiao.catalogue;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
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
    List<Likeness> alike =
        catalogue.meanings().entrySet().stream()
            .filter(known -> known.getValue().measure() == Measure.LEVEL)
            .filter(
                known ->
                    dimensions.isEmpty()
                        || dimensions.contains(known.getValue().indicator().unit().dimension()))
            .map(known -> new Likeness(similarity(key, known.getKey()), known))
            .filter(likeness -> likeness.similarity >= MIN_SIMILARITY)
            .toList();
    Map<Likeness, String> more = new HashMap<>();
    alike.forEach(each -> more.put(each, wordsMore(key, each.known.getKey(), catalogue)));
    Set<String> otherThings = new HashSet<>();
    for (Likeness each : alike) {
      String said = more.get(each);
      if (said != null && !said.isEmpty()) {
        otherThings.add(each.indicator());
      }
    }
    alike.stream()
        .filter(e -> "".equals(more.get(e)))
        .forEach(e -> otherThings.remove(e.indicator()));
    return alike.stream()
        .filter(each -> !otherThings.contains(each.indicator()))
        .max(
            Comparator.comparingDouble(Likeness::similarity)
                .thenComparing(likeness -> likeness.known.getKey(), Comparator.reverseOrder()))
        .map(likeness -> likeness.known.getValue());
  }

  private record Likeness(double similarity, Map.Entry<String, Catalogue.Meaning> known) {

    String indicator() {
      return known.getValue().indicator().id();
    }
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
    List<String> words = new ArrayList<>(catalogue.lexicon().words(Lexicon.WordClass.ADDS_NOTHING));
    words.sort(Comparator.comparingInt(String::length).reversed());
    String said = catalogue.area(more.toString()).isPresent() ? "" : more.toString();
    for (String word : words) {
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
    Set<String> common = new HashSet<>(ofA);
    common.retainAll(ofB);
    double dice = 2.0 * common.size() / (ofA.size() + ofB.size());
    return a.endsWith(b) || b.endsWith(a) ? (1 + dice) / 2 : dice;
  }

  private static Set<String> bigrams(String text) {
    return IntStream.rangeClosed(0, text.length() - 2)
        .mapToObj(i -> text.substring(i, i + 2))
        .collect(toSet());
  }
}
