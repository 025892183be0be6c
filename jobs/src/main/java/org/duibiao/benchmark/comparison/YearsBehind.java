package org.duibiao.benchmark.comparison;

import java.util.List;
import org.duibiao.benchmark.rate.Rate;
import org.duibiao.benchmark.rate.Rates;
import org.duibiao.benchmark.rate.SeriesContinuity;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.Polarity;

/**
 * By how many years the reference is ahead of a city.
 *
 * @param years since the first year in which the reference had the city's present rate; null if the
 *     reference is not ahead, or its series does not reach back so far
 * @param flag what must be known of it, or null
 */
record YearsBehind(Integer years, Flag flag) {

  private static final YearsBehind NONE = new YearsBehind(null, null);

  /**
   * How far the reference is ahead.
   *
   * @param rate the city's rate
   * @param area the reference
   */
  static YearsBehind of(
      Rate rate,
      Rate reference,
      String area,
      Rates rates,
      SeriesContinuity continuity,
      Polarity good) {
    if (Rate.BY_SIZE.compare(rate, reference) == 0 || isAtLeastAsGood(rate, reference, good)) {
      return NONE;
    }
    int year = Math.min(rate.value().year(), reference.value().year());
    List<Rate> series =
        rates.years(area).stream()
            .filter(each -> each <= year)
            .map(each -> rates.rate(area, each, reference.origin()))
            .filter(each -> each != null && each.flags().stream().noneMatch(Flag::isNeverRanked))
            .toList();
    if (series.isEmpty()) {
      return new YearsBehind(null, Flag.SERIES_TOO_SHORT);
    }
    List<List<Rate>> parts = continuity.segments(series, continuity::isBroken);
    List<Rate> present = parts.get(parts.size() - 1);
    for (int i = 0; i < present.size(); i++) {
      if (isAtLeastAsGood(present.get(i), rate, good)) {
        if (i == 0) {
          return new YearsBehind(null, Flag.SERIES_TOO_SHORT);
        }
        int first = present.get(i).value().year();
        boolean gap = present.get(i - 1).value().year() < first - 1;
        return new YearsBehind(rate.value().year() - first, gap ? Flag.SERIES_HAS_GAPS : null);
      }
    }
    return NONE;
  }

  /** Whether the first rate is at least as high as the second, or as low where low is good. */
  private static boolean isAtLeastAsGood(Rate rate, Rate other, Polarity good) {
    int order = Rate.BY_SIZE.compare(rate, other);
    return switch (good) {
      case HIGH, NONE -> order >= 0;
      case LOW -> order <= 0;
    };
  }
}
