package org.duibiao.model;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
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

  /** The first years of the five-year plans. */
  private static final Map<String, Integer> PLANS =
      Map.of(
          "九五", 1996, "十五", 2001, "十一五", 2006, "十二五", 2011, "十三五", 2016, "十四五", 2021, "十五五", 2026);

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
      return between(LocalDate.of(end.getYear(), 1, 1), end);
    }
    return this;
  }

  /** A half of that calendar year, the first or the second. */
  public static Period half(int year, int half) {
    return months(year, half * 6 - 5, half * 6);
  }

  /** A quarter of that calendar year, from 1 to 4. */
  public static Period quarter(int year, int quarter) {
    return months(year, quarter * 3 - 2, quarter * 3);
  }

  /** Whole months of that calendar year, of the type that they are called by: 1 to 6 are a half. */
  public static Period months(int year, int first, int last) {
    return between(LocalDate.of(year, first, 1), YearMonth.of(year, last).atEndOfMonth());
  }

  /** From the first day of one year to the last day of another. */
  public static Period years(int first, int last) {
    return new Period(LocalDate.of(first, 1, 1), LocalDate.of(last, 12, 31), PeriodType.SPAN);
  }

  /** The years of a five-year plan: 十四五 is 2021 to 2025. */
  public static Period plan(String name) {
    int first = PLANS.get(name);
    return years(first, first + 4);
  }

  /** From one day to another; whole months of one year have the type that they are called by. */
  public static Period between(LocalDate start, LocalDate end) {
    boolean wholeMonths =
        start.getYear() == end.getYear()
            && start.getDayOfMonth() == 1
            && end.getDayOfMonth() == end.lengthOfMonth();
    PeriodType type =
        wholeMonths ? typeOfMonths(start.getMonthValue(), end.getMonthValue()) : PeriodType.SPAN;
    return new Period(start, end, type);
  }

  private static PeriodType typeOfMonths(int first, int last) {
    return switch (last - first) {
      case 11 -> PeriodType.YEAR;
      case 5 -> last % 6 == 0 ? PeriodType.HALF : PeriodType.SPAN;
      case 2 -> last % 3 == 0 ? PeriodType.QUARTER : PeriodType.SPAN;
      case 0 -> PeriodType.MONTH;
      default -> PeriodType.SPAN;
    };
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
