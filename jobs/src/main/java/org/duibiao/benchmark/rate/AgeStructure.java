package org.duibiao.benchmark.rate;

import java.math.BigDecimal;
import org.duibiao.benchmark.selection.ValueIndex;
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

  private final ValueIndex values;

  public AgeStructure(ValueIndex values) {
    this.values = values;
  }

  public boolean differ(Benchmark benchmark, String area, String other, int year) {
    if (benchmark.ages() == null) {
      return false;
    }
    BigDecimal share = share(benchmark, area, year);
    BigDecimal otherShare = share(benchmark, other, year);
    return share != null
        && otherShare != null
        && share.subtract(otherShare).abs().compareTo(POINTS) > 0;
  }

  private BigDecimal share(Benchmark benchmark, String area, int year) {
    for (int distance = 0; distance <= REACH_IN_YEARS; distance++) {
      for (int each : new int[] {year - distance, year + distance}) {
        IndicatorValue value = values.value(area, benchmark.ages().id(), each);
        if (value != null && !value.flags().contains(Flag.BOUND)) {
          return value.value();
        }
      }
    }
    return null;
  }
}
