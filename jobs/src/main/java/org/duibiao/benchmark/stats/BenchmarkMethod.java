package org.duibiao.benchmark.stats;

import java.util.List;
import java.util.Set;
import org.duibiao.benchmark.Interval;
import org.duibiao.benchmark.Intervals.Counted;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.IntervalMethod;
import org.duibiao.model.code.Uncertainty;

/**
 * How rates of one kind of data get their intervals and are compared with each other. A new method
 * is one class here, one constant of {@link Uncertainty} and one line in {@link #of}.
 */
public interface BenchmarkMethod {

  /** The method for figures of that kind. */
  static BenchmarkMethod of(Uncertainty data) {
    return switch (data) {
      case EVENTS -> new EventMethod();
      case SAMPLE -> new SampleMethod();
      case STOCK -> new Untested(Flag.COMPLETE_COUNT);
      case NONE -> new Untested(null);
    };
  }

  /**
   * The intervals of a rate.
   *
   * @param interval95 its interval at 95 %; that of what was printed where nothing is random
   * @param interval998 its interval at 99.8 %
   * @param method how the interval was made
   * @param counted the events or persons behind it, or null where there is nothing to test
   */
  record RateInterval(
      Interval interval95, Interval interval998, IntervalMethod method, Counted counted) {

    /** The same intervals of a rate that is not to be tested. */
    public RateInterval withoutCount() {
      return new RateInterval(interval95, interval998, method, null);
    }

    /** The intervals, widened as far as it takes to contain the rate itself. */
    public RateInterval including(double rate) {
      return new RateInterval(
          interval95.including(rate), interval998.including(rate), method, counted);
    }
  }

  /** Whether an interval and a test can be made from these counts. */
  default boolean accepts(Counted counted) {
    return false;
  }

  /**
   * The interval of a rate per so many, from counts that are accepted.
   *
   * @throws UnsupportedOperationException if the method accepts none
   */
  default RateInterval interval(Counted counted, int per) {
    throw new UnsupportedOperationException("nothing random");
  }

  /**
   * The test of two rates per so many, from counts that are accepted.
   *
   * @throws UnsupportedOperationException if the method accepts none
   */
  default ComparisonResult compare(Counted own, Counted other, int per) {
    throw new UnsupportedOperationException("nothing random");
  }

  /** What must be known of a rate whose interval rests on these counts. */
  default Set<Flag> flags(Counted counted) {
    return Set.of();
  }

  /** Why two rates without accepted counts are not tested; null where nothing is to be said. */
  default Flag whyNotTested() {
    return Flag.NO_COUNT_KNOWN;
  }

  /** The method in words: the data, a rate's interval, the test, the standing; empty if unnamed. */
  List<String> description();

  /**
   * Figures without a random error: nothing is tested. Their ranges are what rounding, bounds and
   * competing publishers leave open.
   *
   * @param whyNotTested the reason, or null where none is to be said
   */
  record Untested(Flag whyNotTested) implements BenchmarkMethod {

    @Override
    public List<String> description() {
      return whyNotTested == null
          ? List.of()
          : List.of(
              "complete counts, such as hospitals, beds, doctors",
              "none that is random: rounding, bounds and competing publishers of both parts",
              "no test (`not_tested`)",
              "by the margin of the benchmark; `similar` too where the two intervals overlap");
    }
  }
}
