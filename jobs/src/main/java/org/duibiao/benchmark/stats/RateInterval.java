package org.duibiao.benchmark.stats;

import org.duibiao.benchmark.Interval;
import org.duibiao.benchmark.Intervals.Counted;
import org.duibiao.model.code.IntervalMethod;

/**
 * The intervals of a rate.
 *
 * @param interval95 its interval at 95 %; that of what was printed where nothing is random
 * @param interval998 its interval at 99.8 %
 * @param method how the interval was made
 * @param counted the events or persons behind it, or null where there is nothing to test
 */
public record RateInterval(
    Interval interval95, Interval interval998, IntervalMethod method, Counted counted) {

  /** The intervals, widened as far as it takes to contain the rate itself. */
  public RateInterval including(double rate) {
    return new RateInterval(
        interval95.including(rate), interval998.including(rate), method, counted);
  }
}
