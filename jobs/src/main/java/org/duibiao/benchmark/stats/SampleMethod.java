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

/** Shares of a sample: Wilson intervals, compared by Newcombe's difference. */
final class SampleMethod implements BenchmarkMethod {

  @Override
  public boolean accepts(Counted counted) {
    return counted.count() >= 0 && counted.count() <= counted.denominator();
  }

  @Override
  public RateInterval interval(Counted counted, int per) {
    return new RateInterval(
        Intervals.wilson(counted.count(), counted.denominator(), Intervals.USUAL).times(per),
        Intervals.wilson(counted.count(), counted.denominator(), Intervals.STRICT).times(per),
        IntervalMethod.WILSON,
        counted);
  }

  @Override
  public ComparisonResult compare(Counted own, Counted other, int per) {
    Interval difference = Intervals.newcombe(own, other, Intervals.USUAL);
    Interval strict = Intervals.newcombe(own, other, Intervals.STRICT);
    return new ComparisonResult(
        null,
        difference.times(per),
        ComparisonResult.significance(difference, 0),
        ComparisonResult.significance(strict, 0),
        ComparisonMethod.NEWCOMBE);
  }

  @Override
  public Set<Flag> flags(Counted counted) {
    return EnumSet.of(Flag.SIMPLE_SAMPLE_ASSUMED);
  }

  @Override
  public List<String> description() {
    return List.of(
        "shares found by a survey of known size",
        "Wilson",
        "difference by Newcombe's method 10",
        "by the interval of the difference at 95 %");
  }
}
