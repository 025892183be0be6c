package org.duibiao.catalogue;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.duibiao.catalogue.EvidenceKind.Attribute;

/**
 * How often figures of running text are right, by what they rest on: measured on annotated texts.
 * Of each attribute the weights of its evidence add up to the logarithm of the odds that it is
 * right; the attributes together tell how reliable the whole figure is.
 *
 * @param attributes what was measured of each attribute
 * @param figure of whole figures; its weight shifts the logarithm of the odds
 * @param slope by how much the logarithm of the odds of the attributes together is multiplied
 * @param threshold the least reliability of an observation: what is below it waits
 */
public record Reliability(
    Map<Attribute, AttributeModel> attributes, Measured figure, double slope, double threshold) {

  /** Where nothing was measured, everything is believed. */
  static final Reliability UNMEASURED = new Reliability(Map.of(), new Measured(0, 0, 0), 1, 0);

  /**
   * What was measured of one kind of evidence.
   *
   * @param judged on how many figures
   * @param right of how many of them the attribute was right
   * @param weight what it adds to the logarithm of the odds
   */
  public record Measured(int judged, int right, double weight) {}

  /**
   * What was measured of one attribute.
   *
   * @param any whatever it rests on
   */
  public record AttributeModel(Measured any, Map<EvidenceKind, Measured> evidence) {

    private double weight(EvidenceKind kind) {
      Measured measured = evidence.get(kind);
      return measured == null ? 0 : measured.weight();
    }
  }

  /**
   * How reliable a figure is.
   *
   * @param attributes the probability that each attribute is right
   * @param figure the probability that all are
   */
  public record Judgement(Map<Attribute, Double> attributes, double figure) {

    /** The attribute that is most likely wrong. */
    public Attribute weakest() {
      return attributes.entrySet().stream()
          .min(Map.Entry.comparingByValue())
          .map(Map.Entry::getKey)
          .orElse(Attribute.INDICATOR);
    }
  }

  /** Whether anything was measured. */
  public boolean isMeasured() {
    return !attributes.isEmpty();
  }

  /** How reliable a figure is that rests on this evidence. */
  public Judgement judge(Collection<EvidenceKind> evidence) {
    Map<Attribute, Double> each = new EnumMap<>(Attribute.class);
    double all = 1;
    for (Map.Entry<Attribute, AttributeModel> entry : attributes.entrySet()) {
      double odds = entry.getValue().any().weight();
      for (EvidenceKind kind : evidence) {
        odds += entry.getValue().weight(kind);
      }
      each.put(entry.getKey(), probability(odds));
      all *= probability(odds);
    }
    double whole = all >= 1 ? 1 : probability(figure.weight() + slope * Math.log(all / (1 - all)));
    return new Judgement(each, whole);
  }

  private static double probability(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }

  /** The evidence that speaks most against an attribute; null if none does. */
  public EvidenceKind doubt(Attribute attribute, Set<EvidenceKind> evidence) {
    AttributeModel model = attributes.get(attribute);
    return evidence.stream()
        .filter(kind -> model != null && model.weight(kind) < 0)
        .min(Comparator.comparingDouble(kind -> model.weight(kind)))
        .orElse(null);
  }
}
