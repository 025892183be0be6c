package org.duibiao.catalogue;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    Set<String> dimensions = new HashSet<>();
    units.forEach(unit -> dimensions.add(unit.dimension()));
    Catalogue.Meaning nearest = null;
    String nearestKey = null;
    double best = 0;
    for (Map.Entry<String, Catalogue.Meaning> known : catalogue.meanings().entrySet()) {
      Catalogue.Meaning meaning = known.getValue();
      boolean fits =
          dimensions.isEmpty() || dimensions.contains(meaning.indicator().unit().dimension());
      if (!fits || meaning.measure() != Measure.LEVEL) {
        continue;
      }
      double alike = similarity(key, known.getKey());
      boolean first = nearestKey == null || known.getKey().compareTo(nearestKey) < 0;
      if (alike > best || alike == best && alike > 0 && first) {
        nearest = meaning;
        nearestKey = known.getKey();
        best = alike;
      }
    }
    return best < MIN_SIMILARITY ? Optional.empty() : Optional.ofNullable(nearest);
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
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i + 2 <= text.length(); i++) {
      pairs.add(text.substring(i, i + 2));
    }
    return pairs;
  }
}
