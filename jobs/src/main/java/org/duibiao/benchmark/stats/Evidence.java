package org.duibiao.benchmark.stats;

import org.duibiao.benchmark.Interval;

/**
 * How sure a rate is.
 *
 * @param usual its interval at 95 %; that of what was printed where nothing is random
 * @param strict likewise at 99.8 %
 * @param method how the interval was made
 * @param counted the events or persons behind it, or null where there is nothing to test
 */
public record Evidence(Interval usual, Interval strict, Method method, Counted counted) {

  /** How an interval was made. */
  public enum Method {
    POISSON_EXACT("poisson_exact"),
    BYAR("byar"),
    WILSON("wilson"),
    EXTENT("extent");

    private final String id;

    Method(String id) {
      this.id = id;
    }

    public String id() {
      return id;
    }
  }

  /**
   * A count and what it is divided by.
   *
   * @param count a whole number where it was reconstructed
   * @param base more than 0
   */
  public record Counted(double count, double base) {}
}
