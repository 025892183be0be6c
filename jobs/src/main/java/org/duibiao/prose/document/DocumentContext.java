package org.duibiao.prose.document;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.EnumSet;
import org.duibiao.catalogue.EvidenceKind;
import org.duibiao.model.Area;
import org.duibiao.model.Period;
import org.duibiao.prose.document.SectionTracker.Modality;

/**
 * What is known of the document.
 *
 * @param area the area that it is about, or null
 * @param published when it was published, or null
 * @param reportPeriod the time that it reports on, or null
 * @param planPeriod the years that it plans, for a plan of several years, or null
 * @param modality whether it reports or plans
 * @param writtenYear the year in which it was written, for 今年 and 去年
 * @param subject the area or institution of its figures where the text names no other
 * @param evidence of what kind it is, and what its area rests on
 * @param timeEvidence what the time that it reports on rests on
 */
@RecordBuilder
public record DocumentContext(
    Area area,
    LocalDate published,
    Period reportPeriod,
    Period planPeriod,
    Modality modality,
    int writtenYear,
    FigureSubject subject,
    Evidence evidence,
    EvidenceKind timeEvidence) {

  /** The same of a text that was paraphrased. */
  public DocumentContext asRespun() {
    EnumSet<EvidenceKind> kinds = EnumSet.of(EvidenceKind.DOCUMENT_RESPUN);
    evidence.kinds().stream()
        .filter(kind -> kind.concerns(EvidenceKind.Attribute.CITY) && !kind.isCircumstance())
        .forEach(kinds::add);
    return DocumentContextBuilder.builder(this).evidence(new Evidence(kinds)).build();
  }

  /** Whether the time that it reports on is more than the day of its publication. */
  public boolean hasStatedPeriod() {
    return reportPeriod != null
        && !reportPeriod.equals(Period.instant(published == null ? reportPeriod.end() : published));
  }
}
