package org.duibiao.report.model;

import java.time.LocalDate;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Texts;
import org.duibiao.model.code.PeriodType;
import org.duibiao.tables.Figure;

/** What a figure is about in time, as it is printed: 2025年末, 2019年, 2019-01-01 至 2019-06-30. */
public final class PeriodText {

  private PeriodText() {}

  public static Bilingual of(Figure figure) {
    if (figure.periodType() == PeriodType.INSTANT) {
      return instant(figure.periodEnd());
    }
    if (figure.periodType() == PeriodType.YEAR) {
      return Bilingual.of("{}年", "{}", figure.periodEnd().getYear());
    }
    return Texts.of("period-text.to", figure.periodStart(), figure.periodEnd());
  }

  /** A day; the last one of a year is its end. */
  public static Bilingual instant(LocalDate day) {
    return day.getMonthValue() == 12 && day.getDayOfMonth() == 31
        ? Bilingual.of("{}年末", "end of {}", day.getYear())
        : Bilingual.same(day);
  }
}
