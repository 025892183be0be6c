package org.duibiao.benchmark.stats;

import java.util.List;
import java.util.Set;
import org.duibiao.benchmark.Intervals.Counted;
import org.duibiao.model.code.Flag;
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
      case STOCK -> new UntestedMethod(Flag.COMPLETE_COUNT);
      case NONE -> new UntestedMethod(null);
    };
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
}
