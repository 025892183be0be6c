package org.duibiao.markup;

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
public record Axis(double low, double high, BigDecimal step) {

  /** Far more than any count; doubles still have room beyond it. */
  private static final double LIMIT = 1e300;

  private static final BigDecimal WAN = BigDecimal.valueOf(10_000);
  private static final BigDecimal YI = BigDecimal.valueOf(100_000_000);

  /**
   * A scale over these values with about that number of steps. It begins at zero unless the values
   * lie close together far from zero.
   */
  public static Axis over(double smallest, double largest, int steps) {
    double from = smallest > 0 && smallest <= 0.6 * largest ? 0 : smallest;
    double to = largest < 0 && largest >= 0.6 * smallest ? 0 : largest;
    if (from == to) {
      from = Math.min(0, from);
      to = to > 0 ? to : from < 0 ? 0 : 1;
    }
    return between(from, to, steps);
  }

  /** A scale over these values with about that number of steps, with or without zero. */
  public static Axis between(double smallest, double largest, int steps) {
    double least = Math.max(-LIMIT, Math.min(LIMIT, smallest));
    double greatest = Math.max(-LIMIT, Math.min(LIMIT, largest));
    double range = greatest > least ? greatest - least : Math.max(1, Math.abs(least));
    BigDecimal step = step(range / steps);
    double size = step.doubleValue();
    double low = Math.floor(least / size) * size;
    double high = Math.ceil(greatest / size) * size;
    return new Axis(low, high > low ? high : low + size, step);
  }

  /** The same scale up to that value, which is greater than its beginning. */
  public Axis upTo(double end) {
    return end > low ? new Axis(low, Math.min(end, LIMIT), step) : this;
  }

  /** How far along the scale: 0 at its beginning, 1 at its end; never outside. */
  public double share(double value) {
    return Math.max(0, Math.min(1, (value - low) / (high - low)));
  }

  public boolean beginsAtZero() {
    return low == 0 || low < 0 && high >= 0;
  }

  /** The numbers on it. */
  public List<BigDecimal> ticks() {
    List<BigDecimal> ticks = new ArrayList<>();
    BigDecimal steps = new BigDecimal(low / step.doubleValue()).setScale(0, RoundingMode.HALF_UP);
    double end = high + (high - low) * 1e-9;
    for (BigDecimal at = step.multiply(steps); at.doubleValue() <= end; at = at.add(step)) {
      ticks.add(at);
    }
    return ticks;
  }

  /** A number on it, short: {@code 120,000 → 12万, 120k}. */
  public static Bilingual label(BigDecimal tick) {
    BigDecimal size = tick.abs();
    if (size.compareTo(WAN) < 0) {
      return Bilingual.same(Numbers.decimal(tick, 9));
    }
    String zh = size.compareTo(YI) >= 0 ? scaled(tick, 8) + "亿" : scaled(tick, 4) + "万";
    int digits = size.precision() - size.scale();
    String en =
        digits > 9
            ? scaled(tick, 9) + "bn"
            : digits > 6 ? scaled(tick, 6) + "m" : scaled(tick, 3) + "k";
    return Bilingual.plain(zh, en);
  }

  private static String scaled(BigDecimal value, int digits) {
    return Numbers.decimal(value.movePointLeft(digits), 4);
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
