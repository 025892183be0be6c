package org.duibiao.catalogue;

import static java.util.stream.Collectors.toSet;

import java.util.Comparator;
import java.util.HashSet;
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
    return catalogue.meanings().entrySet().stream()
        .filter(known -> known.getValue().measure() == Measure.LEVEL)
        .filter(
            known ->
                dimensions.isEmpty()
                    || dimensions.contains(known.getValue().indicator().unit().dimension()))
        .map(known -> new Likeness(similarity(key, known.getKey()), known))
        .filter(likeness -> likeness.similarity >= MIN_SIMILARITY)
        .max(
            Comparator.comparingDouble(Likeness::similarity)
                .thenComparing(likeness -> likeness.known.getKey(), Comparator.reverseOrder()))
        .map(likeness -> likeness.known.getValue());
  }

  private record Likeness(double similarity, Map.Entry<String, Catalogue.Meaning> known) {}

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
