package org.duibiao.model;

import java.time.LocalDate;

/**
 * What a figure is about in time; an instant has both ends equal.
 *
 * @param start the first day
 * @param end the last day
 * @param type the kind of period
 */
public record Period(LocalDate start, LocalDate end, PeriodType type) {

  public Period {
    if (end.isBefore(start)) {
      throw new IllegalArgumentException("A period ends (" + end + ") before it starts: " + start);
    }
  }

  /** That one day. */
  public static Period instant(LocalDate day) {
    return new Period(day, day, PeriodType.INSTANT);
  }

  /** That calendar year. */
  public static Period year(int year) {
    return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), PeriodType.YEAR);
  }

  /** The last day of that calendar year. */
  public static Period yearEnd(int year) {
    return instant(LocalDate.of(year, 12, 31));
  }
}
