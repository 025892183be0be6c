package org.duibiao.benchmark.stats;

import java.math.BigDecimal;
import java.math.MathContext;

/** The last step from exact decimals to {@code double}. */
public final class Rounding {

  private Rounding() {}

  /**
   * The quotient to 34 digits, rounded to a double; null if that is beyond the range of doubles.
   */
  public static Double quotient(BigDecimal dividend, BigDecimal divisor) {
    return toDouble(dividend.divide(divisor, MathContext.DECIMAL128));
  }

  /** The nearest double; null beyond their range. */
  public static Double toDouble(BigDecimal value) {
    // Adding 0.0 turns −0.0, to which a tiny negative number rounds, into 0.0.
    double rounded = value.doubleValue() + 0.0;
    return Double.isFinite(rounded) ? rounded : null;
  }
}
