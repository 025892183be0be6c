package org.duibiao.benchmark.stats;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.duibiao.benchmark.Interval;
import org.duibiao.benchmark.Intervals;
import org.duibiao.benchmark.Intervals.Counted;
import org.duibiao.model.code.ComparisonMethod;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.IntervalMethod;

/** Counts of random events: Poisson intervals, compared by the exact conditional ratio. */
final class EventMethod implements BenchmarkMethod {

  /** Of fewer events than these, one more or less moves the rate by more than a tenth. */
  private static final int FEW_CASES = 10;

  @Override
  public boolean accepts(Counted counted) {
    return counted.count() >= 0;
  }

  @Override
  public RateInterval interval(Counted counted, int per) {
    double factor = per / counted.denominator();
    return new RateInterval(
        Intervals.poisson(counted.count(), Intervals.USUAL).times(factor),
        Intervals.poisson(counted.count(), Intervals.STRICT).times(factor),
        counted.count() < Intervals.EXACT_BELOW
            ? IntervalMethod.POISSON_EXACT
            : IntervalMethod.BYAR,
        counted);
  }

  @Override
  public ComparisonResult compare(Counted own, Counted other, int per) {
    RatioAndDifference usual = RatioAndDifference.of(own, other, Intervals.USUAL);
    RatioAndDifference strict = RatioAndDifference.of(own, other, Intervals.STRICT);
    return new ComparisonResult(
        usual.ratio(),
        usual.difference().times(per),
        ComparisonResult.significance(usual.ratio(), 1),
        ComparisonResult.significance(strict.ratio(), 1),
        ComparisonMethod.EXACT_CONDITIONAL);
  }

  /** Two intervals, of which one leaves out that the rates are the same only if the other does. */
  private record RatioAndDifference(Interval ratio, Interval difference) {

    static RatioAndDifference of(Counted own, Counted other, double confidence) {
      Interval ratio = Intervals.rateRatio(own, other, confidence);
      Interval difference = Intervals.rateDifference(own, other, confidence);
      return new RatioAndDifference(
          difference.contains(0) ? ratio.including(1) : ratio,
          ratio.contains(1) ? difference.including(0) : difference);
    }
  }

  @Override
  public Set<Flag> flags(Counted counted) {
    return counted.count() < FEW_CASES ? EnumSet.of(Flag.FEW_CASES) : Set.of();
  }

  @Override
  public List<String> description() {
    return List.of(
        "counts of random events, such as deaths",
        "Byar; exact Poisson (Garwood) below ten events",
        "ratio by the exact conditional method (Clopper–Pearson); difference by MOVER on Byar's"
            + " limits",
        "by the test of the ratio at 95 %; neither interval leaves out that the rates are the same"
            + " where the other does not");
  }
}
