package org.duibiao.notebook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * A scale with round numbers on it.
 *
 * @param low where it begins
 * @param high where it ends
 * @param step from one number to the next
 */
record Scale(double low, double high, BigDecimal step) {

  private static final int STEPS = 4;

  /** A scale over these values, of which one may be the base of bars. */
  static Scale over(double least, double greatest) {
    double range = greatest > least ? greatest - least : Math.max(1, Math.abs(least));
    BigDecimal step = step(range / STEPS);
    double size = step.doubleValue();
    double low = Math.floor(least / size) * size;
    double high = Math.ceil(greatest / size) * size;
    return new Scale(low, high > low ? high : low + size, step);
  }

  /** How far along the scale: 0 at its beginning, 1 at its end. */
  double share(double value) {
    return (value - low) / (high - low);
  }

  /** The numbers on it. */
  List<BigDecimal> ticks() {
    List<BigDecimal> ticks = new ArrayList<>();
    BigDecimal last = multiple(high);
    for (BigDecimal tick = multiple(low); tick.compareTo(last) <= 0; tick = tick.add(step)) {
      ticks.add(tick);
    }
    return ticks;
  }

  private BigDecimal multiple(double value) {
    return step.multiply(
        new BigDecimal(value / step.doubleValue()).setScale(0, RoundingMode.HALF_UP));
  }

  /** The least of 1, 2, 2.5 and 5 times a power of ten that is not less. */
  private static BigDecimal step(double least) {
    BigDecimal exact = new BigDecimal(least);
    int exponent = exact.precision() - exact.scale() - 1;
    for (String digits : List.of("1", "2", "2.5", "5")) {
      BigDecimal step = new BigDecimal(digits).scaleByPowerOfTen(exponent);
      if (step.compareTo(exact) >= 0) {
        return step;
      }
    }
    return BigDecimal.ONE.scaleByPowerOfTen(exponent + 1);
  }
}
