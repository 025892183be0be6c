package org.duibiao.model;

import java.time.LocalDate;
import org.duibiao.model.code.IndicatorKind;
import org.duibiao.model.code.PeriodType;

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

  /**
   * The period as figures of a kind have it: a stock's is the last day of a year or a part of one,
   * a flow's until a day is the year up to that day; otherwise the period itself.
   */
  public Period forKind(IndicatorKind kind) {
    boolean instant = type == PeriodType.INSTANT;
    if (kind == IndicatorKind.STOCK && !instant && start.getYear() == end.getYear()) {
      return instant(end);
    }
    if (kind == IndicatorKind.FLOW && instant) {
      LocalDate first = LocalDate.of(end.getYear(), 1, 1);
      boolean whole = end.equals(LocalDate.of(end.getYear(), 12, 31));
      return new Period(first, end, whole ? PeriodType.YEAR : PeriodType.SPAN);
    }
    return this;
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
