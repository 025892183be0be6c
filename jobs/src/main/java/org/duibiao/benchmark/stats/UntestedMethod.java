package org.duibiao.benchmark.stats;

import java.util.List;
import java.util.Set;
import org.duibiao.benchmark.stats.RateInterval.CountAndDenominator;
import org.duibiao.model.code.Flag;

/**
 * Figures without a random error: nothing is tested. Their ranges are what rounding, bounds and
 * competing publishers leave open.
 *
 * @param whyNotTested the reason, or null where none is to be said
 */
record UntestedMethod(Flag whyNotTested) implements BenchmarkMethod {

  @Override
  public boolean accepts(CountAndDenominator counted) {
    return false;
  }

  @Override
  public RateInterval interval(CountAndDenominator counted, int per) {
    throw new UnsupportedOperationException("nothing random");
  }

  @Override
  public ComparisonResult compare(CountAndDenominator own, CountAndDenominator other, int per) {
    throw new UnsupportedOperationException("nothing random");
  }

  @Override
  public Set<Flag> flags(CountAndDenominator counted) {
    return Set.of();
  }

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
