package org.duibiao.normalize.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Exact decimals from digits and a power of ten. */
final class Decimals {
  /** Digits that surely fit a long. */
  static final int LONG_DIGITS = 18;

  private static final int MAX_EXPONENT = 24;
  private static final BigDecimal[] POWERS = new BigDecimal[2 * MAX_EXPONENT + 1];

  static {
    for (int i = -MAX_EXPONENT; i <= MAX_EXPONENT; i++) {
      POWERS[i + MAX_EXPONENT] = withPrintedScale(BigDecimal.ONE.scaleByPowerOfTen(i), i);
    }
  }

  private Decimals() {}

  /** Ten to a power, without a negative scale: 2 → 100, -2 → 0.01. */
  static BigDecimal powerOfTen(int exponent) {
    return exponent >= -MAX_EXPONENT && exponent <= MAX_EXPONENT
        ? POWERS[exponent + MAX_EXPONENT]
        : withPrintedScale(BigDecimal.ONE.scaleByPowerOfTen(exponent), exponent);
  }

  /** ASCII digits times ten to a power: "134388", -2 → 1343.88. */
  static BigDecimal of(char[] digits, int count, int exponent) {
    if (count > LONG_DIGITS) {
      return new BigDecimal(new BigInteger(new String(digits, 0, count)), -exponent);
    }
    long unscaled = 0;
    for (int i = 0; i < count; i++) {
      unscaled = unscaled * 10 + (digits[i] - '0');
    }
    return BigDecimal.valueOf(unscaled, -exponent);
  }

  /** The same number with as many decimals as its last printed digit has, and no fewer than 0. */
  static BigDecimal withPrintedScale(BigDecimal value, int lastExponent) {
    return value.setScale(Math.max(0, -lastExponent), RoundingMode.UNNECESSARY);
  }
}
