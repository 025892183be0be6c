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
 */
public final class Reliability {

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
  public record AttributeModel(Measured any, Map<EvidenceKind, Measured> evidence) {}

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

  private final Map<Attribute, AttributeModel> attributes;
  private final Measured figure;
  private final double slope;
  private final double threshold;

  /**
   * A measurement.
   *
   * @param figure of whole figures; its weight shifts the logarithm of the odds
   * @param slope by how much those of the attributes together are multiplied
   * @param threshold the least reliability of an observation
   */
  public Reliability(
      Map<Attribute, AttributeModel> attributes, Measured figure, double slope, double threshold) {
    this.attributes = Map.copyOf(attributes);
    this.figure = figure;
    this.slope = slope;
    this.threshold = threshold;
  }

  /** The measurement with another relation of the whole figure to its attributes. */
  public Reliability calibrated(double shift, double otherSlope) {
    Measured shifted = new Measured(figure.judged(), figure.right(), shift);
    return new Reliability(attributes, shifted, otherSlope, threshold);
  }

  /** The measurement with another threshold. */
  public Reliability withThreshold(double other) {
    return new Reliability(attributes, figure, slope, other);
  }

  /** The least reliability of an observation: what is below it waits. */
  public double threshold() {
    return threshold;
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
        Measured measured = entry.getValue().evidence().get(kind);
        odds += measured == null ? 0 : measured.weight();
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
    return model == null
        ? null
        : evidence.stream()
            .filter(kind -> weight(model, kind) < 0)
            .min(Comparator.comparingDouble((EvidenceKind kind) -> weight(model, kind)))
            .orElse(null);
  }

  private static double weight(AttributeModel model, EvidenceKind kind) {
    Measured measured = model.evidence().get(kind);
    return measured == null ? 0 : measured.weight();
  }

  /** What was measured of an attribute; null if nothing was. */
  public AttributeModel attribute(Attribute attribute) {
    return attributes.get(attribute);
  }

  /** What was measured of whole figures. */
  public Measured figure() {
    return figure;
  }

  /** By how much the logarithm of the odds of the attributes together is multiplied. */
  public double slope() {
    return slope;
  }
}
