package org.duibiao.benchmark.stats;

import java.math.BigDecimal;
import java.math.MathContext;
import org.duibiao.model.code.IndicatorKind;
import org.duibiao.tables.Figure;

/**
 * Between what a complete count or a published rate must lie, given how it was printed and what
 * other publishers say.
 *
 * @param low the least
 * @param high the greatest, or null where only a lower bound was published
 */
public record ValueRange(BigDecimal low, BigDecimal high) {

  private static final BigDecimal HALF = new BigDecimal("0.5");

  /**
   * What a printed figure leaves open. A count printed to the unit is exact: 22 hospitals are 22;
   * 946.98 万 people are 9,469,750 to 9,469,850; 约 150 is 149 to 151, 150 以上 has no upper end.
   */
  public static ValueRange of(Figure figure, IndicatorKind kind) {
    BigDecimal value = figure.value();
    return switch (figure.bound()) {
      case EQ -> around(value, rounding(figure, kind));
      case APPROX -> around(value, figure.unitOfLastDigit());
      case GE, GT -> new ValueRange(value, null);
      case LE, LT -> new ValueRange(value.min(BigDecimal.ZERO), value);
      case RANGE -> new ValueRange(value, figure.valueHigh() == null ? value : figure.valueHigh());
    };
  }

  private static BigDecimal rounding(Figure figure, IndicatorKind kind) {
    BigDecimal unit = figure.unitOfLastDigit();
    boolean exact = kind != IndicatorKind.RATE && unit.compareTo(BigDecimal.ONE) <= 0;
    return exact ? BigDecimal.ZERO : unit.multiply(HALF);
  }

  private static ValueRange around(BigDecimal value, BigDecimal half) {
    BigDecimal low = value.subtract(half);
    // What cannot be negative does not become so by rounding.
    return new ValueRange(value.signum() >= 0 ? low.max(BigDecimal.ZERO) : low, value.add(half));
  }

  /**
   * Of this many per so many of another quantity, neither of which is negative: from 0 where the
   * other has no greatest value, without an end where it may be 0.
   */
  public ValueRange per(int so, ValueRange other) {
    BigDecimal per = BigDecimal.valueOf(so);
    return new ValueRange(
        other.high == null
            ? BigDecimal.ZERO
            : low.multiply(per).divide(other.high, MathContext.DECIMAL128),
        high == null || other.low.signum() <= 0
            ? null
            : high.multiply(per).divide(other.low, MathContext.DECIMAL128));
  }

  /** From the lesser low to the greater high end. */
  public ValueRange spanning(ValueRange other) {
    return new ValueRange(
        low.min(other.low), high == null || other.high == null ? null : high.max(other.high));
  }

  /** Whether the two, which have both ends, have a value in common. */
  public boolean meets(ValueRange other) {
    return low.compareTo(other.high) <= 0 && high.compareTo(other.low) >= 0;
  }

  /** Of the mean of two figures. */
  public ValueRange meanWith(ValueRange other) {
    return new ValueRange(
        low.add(other.low).multiply(HALF),
        high == null || other.high == null ? null : high.add(other.high).multiply(HALF));
  }
}
