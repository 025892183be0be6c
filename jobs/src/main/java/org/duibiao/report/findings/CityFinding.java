package org.duibiao.report.findings;

import java.util.List;
import java.util.Objects;
import org.duibiao.markup.Bilingual;
import org.duibiao.model.code.Comparability;

/**
 * A finding about a city, found by a rule: a sentence that can be quoted as it is, and its parts.
 *
 * @param rule which rule found it
 * @param subject the benchmark or the indicator that it is about
 * @param year the year that it is about
 * @param sentence ready to quote; its caveat is part of it
 * @param value the city's figure, with its unit
 * @param compared the figure that it is compared with, with its unit and its area
 * @param gap how far apart they are, in a plain quantity: {@code 2 家}, not a percentage of a rate
 * @param observationIds the figures that it rests on, the city's first
 * @param comparability whether it is to be used with care
 * @param weight how large the gap is, relative to what is compared; its sign does not count
 */
public record CityFinding(
    Rule rule,
    String subject,
    int year,
    Bilingual sentence,
    Bilingual value,
    Bilingual compared,
    Bilingual gap,
    List<String> observationIds,
    Comparability comparability,
    double weight) {

  public CityFinding {
    weight = Double.isNaN(weight) ? 0 : Math.abs(weight);
    observationIds = observationIds.stream().filter(Objects::nonNull).distinct().toList();
  }

  /** The rules, with the priority of what they find; 1 is the highest. */
  public enum Rule {
    /** An outcome that is judged, and worse than the reference's. */
    WORSE(1),
    /** An outcome that is judged, and better than the reference's. */
    BETTER(1),
    /** A target of its own was missed, or is behind its pace. */
    MISSED(2),
    /** A target of its own was met, or is on pace. */
    MET(2),
    /** Fewer resources than at the reference's rate. */
    LOWER(3),
    /** More resources than at the reference's rate. */
    HIGHER(3),
    /** Of the reference itself: where it stands among the others. */
    POSITION(3),
    /** Its own series rises or falls. */
    TREND(3),
    /** Above or below the reference, according to which population is used. */
    REVISION(3),
    /** Above or below the reference, according to which source is believed. */
    SOURCE(3),
    /** Another rate, without a verdict. */
    DIFFERENT(4),
    /** As the reference, or no demonstrable difference. */
    SIMILAR(4);

    private final int priority;

    Rule(int tier) {
      this.priority = tier;
    }

    int priority() {
      return priority;
    }

    /** Whether it is about what the city promised. */
    boolean isPromise() {
      return this == MISSED || this == MET;
    }
  }

  /** Ends a sentence, with what must be known of it inside. */
  public static Bilingual sentence(Bilingual lead, Bilingual caveat) {
    return caveat.isEmpty()
        ? Bilingual.of("{}。", "{}.", lead)
        : Bilingual.of("{}（{}）。", "{} ({}).", lead, caveat);
  }
}
