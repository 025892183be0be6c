package org.duibiao.benchmark.stats;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.duibiao.benchmark.Interval;
import org.duibiao.benchmark.Intervals;
import org.duibiao.benchmark.stats.RateInterval.CountAndDenominator;
import org.duibiao.model.code.ComparisonMethod;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.IntervalMethod;

/** Shares of a sample: Wilson intervals, compared by Newcombe's difference. */
final class SampleMethod implements BenchmarkMethod {

  @Override
  public boolean accepts(CountAndDenominator counted) {
    return counted.count() >= 0 && counted.count() <= counted.denominator();
  }

  @Override
  public RateInterval interval(CountAndDenominator counted, int per) {
    return new RateInterval(
        Intervals.wilson(counted.count(), counted.denominator(), Intervals.USUAL).times(per),
        Intervals.wilson(counted.count(), counted.denominator(), Intervals.STRICT).times(per),
        IntervalMethod.WILSON,
        counted);
  }

  @Override
  public ComparisonResult compare(CountAndDenominator own, CountAndDenominator other, int per) {
    Interval difference = difference(own, other, Intervals.USUAL);
    return new ComparisonResult(
        null,
        difference.times(per),
        ComparisonResult.significance(difference, 0),
        ComparisonResult.significance(difference(own, other, Intervals.STRICT), 0),
        ComparisonMethod.NEWCOMBE);
  }

  private static Interval difference(
      CountAndDenominator own, CountAndDenominator other, double confidence) {
    return Intervals.newcombe(
        own.count(), own.denominator(), other.count(), other.denominator(), confidence);
  }

  @Override
  public Set<Flag> flags(CountAndDenominator counted) {
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
