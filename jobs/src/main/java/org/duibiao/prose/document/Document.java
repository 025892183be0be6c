package org.duibiao.prose.document;

import java.time.LocalDate;
import org.duibiao.model.Area;
import org.duibiao.model.Period;

/**
 * What is known of the document.
 *
 * @param area the area that it is about, or null
 * @param published when it was published, or null
 * @param now the time that it reports on, or null
 * @param plan the years that it plans, for a plan of several years, or null
 * @param mood whether it tells or promises
 * @param today the year in which it was written, for 今年 and 去年
 * @param whose whose its figures are unless it says so: the area's, or one institution's
 */
public record Document(
    Area area,
    LocalDate published,
    Period now,
    Period plan,
    Sections.Mood mood,
    int today,
    Whose whose) {

  /** Whether the time that it reports on is more than the day of its publication. */
  public boolean titled() {
    return now != null && !now.equals(Period.instant(published == null ? now.end() : published));
  }
}
