package org.duibiao.report.model;

import java.time.LocalDate;
import org.duibiao.markup.Text;
import org.duibiao.model.code.PeriodType;
import org.duibiao.tables.Figure;

/** What a figure is about in time, as it is printed: 2025年末, 2019年, 2019-01-01 至 2019-06-30. */
public final class Periods {

  private Periods() {}

  public static Text of(Figure figure) {
    if (figure.periodType() == PeriodType.INSTANT) {
      return instant(figure.periodEnd());
    }
    if (figure.periodType() == PeriodType.YEAR) {
      return Text.of("{}年", "{}", figure.periodEnd().getYear());
    }
    return Text.of("{} 至 {}", "{} to {}", figure.periodStart(), figure.periodEnd());
  }

  /** A day; the last one of a year is its end. */
  public static Text instant(LocalDate day) {
    return day.getMonthValue() == 12 && day.getDayOfMonth() == 31
        ? Text.of("{}年末", "end of {}", day.getYear())
        : Text.same(day);
  }
}
