package org.duibiao.benchmark.rate;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.duibiao.benchmark.selection.Precedence;

/** The year-ends around a day, in the order of their distance. */
final class YearEnds {

  private final LocalDate day;

  YearEnds(LocalDate day) {
    this.day = day;
  }

  /** Whether the day is one itself. */
  boolean isYearEnd() {
    return Precedence.isYearEnd(day);
  }

  /** Whether no year-end is nearer to the day than that year's. */
  boolean isNearest(int year) {
    return distance(year) == Math.min(distance(day.getYear()), distance(day.getYear() - 1));
  }

  /**
   * The years whose ends are at most so many years from the day, or on either side of it, from the
   * nearest to the farthest and the earlier first where two are as near: for 2019-12-31 and a reach
   * of 1 the years 2019, 2018, 2020; for 2019-09-30 and a reach of 0 the years 2019, 2018.
   */
  List<Integer> byDistance(int reachInYears) {
    int year = day.getYear();
    long reach = (long) day.lengthOfYear() * Math.max(isYearEnd() ? 0 : 1, reachInYears);
    return IntStream.rangeClosed(year - reachInYears - 1, year + reachInYears)
        .boxed()
        .filter(each -> distance(each) <= reach)
        .sorted(Comparator.comparingLong(this::distance))
        .toList();
  }

  /**
   * How far the end of that year is from the day, in days of a calendar whose years are all as long
   * as the day's own, so that the years before and after a year-end are equally far.
   */
  private long distance(int year) {
    return Math.abs((year + 1L - day.getYear()) * day.lengthOfYear() - day.getDayOfYear());
  }
}
