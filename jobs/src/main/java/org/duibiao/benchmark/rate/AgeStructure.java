package org.duibiao.benchmark.rate;

import java.math.BigDecimal;
import org.duibiao.benchmark.selection.SelectedValues;
import org.duibiao.model.Benchmark;
import org.duibiao.model.code.Flag;
import org.duibiao.tables.IndicatorValue;

/**
 * Whether the ages of two populations differ so much that deaths, visits, discharges and beds per
 * resident do not mean the same: their shares of old people, each of the nearest year within five,
 * are more than five percentage points apart. Censuses are ten years apart; where no share is known
 * nothing is said.
 */
public final class AgeStructure {

  private static final BigDecimal POINTS = BigDecimal.valueOf(5);
  private static final int REACH_IN_YEARS = 5;

  private AgeStructure() {}

  public static boolean differ(SelectedValues values, Benchmark benchmark, RatePair pair) {
    if (benchmark.ages() == null) {
      return false;
    }
    String ages = benchmark.ages().id();
    int year = pair.rate().value().year();
    BigDecimal share = share(values, ages, pair.rate().value().cityCode(), year);
    BigDecimal otherShare = share(values, ages, pair.reference().value().cityCode(), year);
    return share != null
        && otherShare != null
        && share.subtract(otherShare).abs().compareTo(POINTS) > 0;
  }

  private static BigDecimal share(SelectedValues values, String ages, String area, int year) {
    for (int distance = 0; distance <= REACH_IN_YEARS; distance++) {
      for (int each : new int[] {year - distance, year + distance}) {
        IndicatorValue value = values.value(area, ages, each);
        if (value != null && !value.flags().contains(Flag.BOUND)) {
          return value.value();
        }
      }
    }
    return null;
  }
}
