package org.duibiao.benchmark.stats;

import java.util.List;
import org.duibiao.model.code.Flag;

/**
 * Figures without a random error: nothing is tested. Their ranges are what rounding, bounds and
 * competing publishers leave open.
 *
 * @param whyNotTested the reason, or null where none is to be said
 */
record UntestedMethod(Flag whyNotTested) implements BenchmarkMethod {

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
