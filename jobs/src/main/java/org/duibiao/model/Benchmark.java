package org.duibiao.model;

/**
 * A rate that cities are compared by.
 *
 * @param id such as {@code tertiary_hospitals_per_million}
 * @param zh the name in Chinese
 * @param en the name in English
 * @param numerator the indicator counted, or null if the rate exists only as published
 * @param denominator the indicator divided by, or null likewise
 * @param per the rate is per so many of the denominator
 * @param published the indicator that publishes the same rate, or null
 * @param unit the rate's unit
 * @param polarity whether more is better: that of the numerator or of the published rate
 * @param margin the relative difference from which a standing is relevant, such as 0.05
 */
public record Benchmark(
    String id,
    String zh,
    String en,
    Indicator numerator,
    Indicator denominator,
    int per,
    Indicator published,
    Unit unit,
    Polarity polarity,
    double margin) {

  /** Whether the rate is computed from counts, as far as they are there. */
  public boolean isComputed() {
    return numerator != null;
  }
}
