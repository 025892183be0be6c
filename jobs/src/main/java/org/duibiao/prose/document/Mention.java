package org.duibiao.prose.document;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.duibiao.catalogue.Catalogue.Meaning;
import org.duibiao.catalogue.EvidenceKind;
import org.duibiao.model.Area;
import org.duibiao.model.Period;
import org.duibiao.model.code.Disposition;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.Status;
import org.duibiao.normalize.number.ParsedNumber.Amount;

/**
 * A number of a text, and what was understood of it.
 *
 * @param start its place, in code points of the document: number, bound and unit
 * @param end after its last character
 * @param printed the number, its bound and unit, as published
 * @param quote the words around it, as published
 * @param rejectReason why it is not a statistic, in one word; null if it is one
 * @param detail for what is not a statistic or cannot be read: why, and what to do
 * @param disposition for what is not a statistic or cannot be read: whether a person has to act;
 *     else null
 * @param derived whether it is a second reading of a number
 * @param number the number; null if it is not a statistic
 * @param unit its unit as printed, perhaps with the denominator that stands elsewhere; null without
 * @param term the noun phrase, or null
 * @param meaning what the noun phrase means by the catalogue, or null
 * @param area the area of the figure, or null
 * @param quoted whether it is about another area than the document
 * @param scope the part of the area
 * @param period when, or null
 * @param inferred whether the text says less of the time than the period does
 * @param status actual, target …
 * @param measure level, change …
 * @param negative whether it is a change downwards
 * @param explanation what led to this, for people
 * @param evidence what its attributes rest on
 */
@RecordBuilder
public record Mention(
    int start,
    int end,
    String printed,
    String quote,
    String rejectReason,
    String detail,
    Disposition disposition,
    boolean derived,
    Amount number,
    String unit,
    String term,
    Meaning meaning,
    Area area,
    boolean quoted,
    String scope,
    Period period,
    boolean inferred,
    Status status,
    Measure measure,
    boolean negative,
    List<String> explanation,
    Evidence evidence) {

  /** A number that is not a statistic, or that cannot be read. */
  public static Mention rejected(
      int start,
      int end,
      String printed,
      String quote,
      String reason,
      String detail,
      Disposition disposition) {
    return MentionBuilder.builder()
        .start(start)
        .end(end)
        .printed(printed)
        .quote(quote)
        .rejectReason(reason)
        .detail(detail)
        .disposition(disposition)
        .explanation(List.of())
        .evidence(Evidence.NONE)
        .build();
  }

  /** The same number as a target for another thing, in a second reading. */
  public Mention asTarget(String other, Meaning ofOther) {
    return MentionBuilder.builder(this)
        .rejectReason(null)
        .detail(null)
        .disposition(null)
        .derived(true)
        .term(other)
        .meaning(ofOther)
        .status(Status.TARGET)
        .negative(false)
        .explanation(List.of("what they are to become: " + other))
        .evidence(evidence.with(List.of(EvidenceKind.NOUN_GOAL)))
        .build();
  }
}
