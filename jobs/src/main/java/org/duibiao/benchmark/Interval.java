package org.duibiao.benchmark;

/**
 * The values between which a quantity lies with the stated confidence.
 *
 * @param low the lower limit
 * @param high the upper limit, or null where the data set none, as for a rate ratio against a
 *     reference without events
 */
public record Interval(double low, Double high) {

  /** Refuses limits that are no numbers or in the wrong order. */
  public Interval {
    if (!Double.isFinite(low) || high != null && (!Double.isFinite(high) || high < low)) {
      throw new IllegalArgumentException("no interval: " + low + " to " + high);
    }
  }

  /** Whether the value lies between the limits, which belong to the interval. */
  public boolean contains(double value) {
    return value >= low && (high == null || value <= high);
  }

  /** Whether more than the ends lies in both. */
  public boolean overlaps(Interval other) {
    return (other.high == null || low < other.high) && (high == null || other.low < high);
  }

  /** The interval of the quantity times a positive factor. */
  public Interval times(double factor) {
    return new Interval(low * factor, high == null ? null : high * factor);
  }

  /** The interval, widened as far as it takes to contain the value. */
  public Interval including(double value) {
    return new Interval(Math.min(low, value), high == null ? null : Math.max(high, value));
  }
}
