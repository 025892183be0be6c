package org.duibiao.benchmark.comparison;

import java.util.List;
import java.util.Set;
import org.duibiao.benchmark.rate.Rate;
import org.duibiao.benchmark.rate.RatePair;
import org.duibiao.benchmark.rate.Rates;
import org.duibiao.benchmark.rate.SeriesContinuity;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.Polarity;

/**
 * By how many years the reference is ahead of a city.
 *
 * @param years since the first year in which the reference had the city's present rate; null if the
 *     reference is not ahead, or its series does not reach back so far
 * @param flags what must be known of it
 */
record YearsBehind(Integer years, Set<Flag> flags) {

  private static final YearsBehind NONE = new YearsBehind(null, Set.of());
  private static final YearsBehind UNKNOWN = new YearsBehind(null, Set.of(Flag.SERIES_TOO_SHORT));

  /**
   * How far the reference is ahead.
   *
   * @param pair the city's rate and that of the area that is the reference
   */
  static YearsBehind of(RatePair pair, Rates rates, SeriesContinuity continuity) {
    Rate rate = pair.rate();
    Rate reference = pair.reference();
    Polarity good = rates.benchmark().polarity();
    if (Rate.BY_SIZE.compare(rate, reference) == 0 || isAtLeastAsGood(rate, reference, good)) {
      return NONE;
    }
    int year = Math.min(rate.value().year(), reference.value().year());
    List<Rate> series =
        rates.series(reference.value().cityCode(), reference.origin()).stream()
            .filter(each -> each.value().year() <= year && each.isRanked())
            .toList();
    if (series.isEmpty()) {
      return UNKNOWN;
    }
    List<List<Rate>> parts = SeriesContinuity.segments(series, continuity::isBroken);
    List<Rate> present = parts.get(parts.size() - 1);
    for (int i = 0; i < present.size(); i++) {
      if (isAtLeastAsGood(present.get(i), rate, good)) {
        if (i == 0) {
          return UNKNOWN;
        }
        int first = present.get(i).value().year();
        boolean gap = present.get(i - 1).value().year() < first - 1;
        Set<Flag> flags = gap ? Set.of(Flag.SERIES_HAS_GAPS) : Set.of();
        return new YearsBehind(rate.value().year() - first, flags);
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
