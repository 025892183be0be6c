package org.duibiao.prose.sentence;

import java.time.LocalDate;
import org.duibiao.catalogue.EvidenceKind;
import org.duibiao.model.Period;
import org.duibiao.model.code.Status;
import org.duibiao.prose.document.DocumentContext;
import org.duibiao.prose.document.SectionTracker;
import org.duibiao.prose.document.SectionTracker.Modality;
import org.duibiao.prose.sentence.StatusClassifier.StatusMatch;
import org.duibiao.prose.sentence.TimeResolver.ResolvedTime;

/** The time of figures for which their paragraph states none. */
final class DocumentTime {

  private final DocumentContext document;
  private final SectionTracker sections;

  /** The time that was said last, in whatever paragraph. */
  private Period lastRemembered;

  DocumentTime(DocumentContext document, SectionTracker sections) {
    this.document = document;
    this.sections = sections;
  }

  /** Whether a report of that day may tell of a time without saying it again. */
  private boolean isRecent(Period period) {
    LocalDate day = document.published();
    return day != null
        && !TimeResolver.isYears(period)
        && !period.end().isAfter(day)
        && period.end().getYear() >= day.getYear() - 1;
  }

  /** Keeps the time of a figure for those that no time is said of. */
  void remember(ResolvedTime when, Status status) {
    if (when.stated() && status == Status.ACTUAL && isRecent(when.period())) {
      lastRemembered = when.period();
    }
  }

  /** The time of a figure that is promised: not one that is over, unless its sentence says so. */
  ResolvedTime promised(ResolvedTime when, StatusMatch judged) {
    boolean promise =
        judged.status() != Status.ACTUAL && judged.evidence() == EvidenceKind.STATUS_CUE;
    boolean stated = when.stated() && when.evidence() != EvidenceKind.TIME_PARAGRAPH;
    boolean over =
        when.period() != null
            && document.modality() == Modality.REPORTED
            && when.period().end().getYear() < document.writtenYear();
    Period year = Period.year(document.writtenYear());
    return promise && !stated && over
        ? new ResolvedTime(year, true, "of what is to come", EvidenceKind.TIME_NEXT_YEAR)
        : when;
  }

  /** The time of figures for which their paragraph states none. */
  ResolvedTime resolve() {
    Period now = document.reportPeriod();
    if (now == null) {
      return ResolvedTime.unknown("nothing says when");
    }
    boolean ahead = sections.modality() == Modality.PLANNED;
    Integer titled = sections.year();
    int end = now.end().getYear();
    if (titled != null && (ahead || titled != end)) {
      return new ResolvedTime(
          Period.year(titled), true, "of the heading", EvidenceKind.TIME_HEADING);
    }
    if (ahead && document.planPeriod() != null) {
      return new ResolvedTime(document.planPeriod(), true, "of the plan", EvidenceKind.TIME_PLAN);
    }
    if (ahead && document.modality() == Modality.REPORTED) {
      boolean over = now.end().equals(LocalDate.of(end, 12, 31));
      Period next = Period.year(over ? end + 1 : end);
      return new ResolvedTime(next, true, "of the part to come", EvidenceKind.TIME_NEXT_YEAR);
    }
    return lastRemembered != null && !ahead && !document.hasStatedPeriod()
        ? new ResolvedTime(lastRemembered, true, "said before", EvidenceKind.TIME_SAID_BEFORE)
        : new ResolvedTime(now, true, "of the document", document.timeEvidence());
  }
}
