package org.duibiao.normalize.number;

import java.math.BigDecimal;

/** One number, and how it was printed. */
final class PrintedNumber {
  BigDecimal value;
  int lastExponent;
  boolean scaled;

  /** The power of ten by which a multiplier at its end multiplies all of it, or 0. */
  int multiplier;

  /** Whether it is given in tenths (成), or is the word half. */
  boolean tenths;

  boolean more;
  boolean chinese;

  /** Whether it is a whole number in plain digits, as in a date. */
  boolean plainWhole;

  /** Whether it is written as a bare 百, 千, 万 or 亿. */
  boolean bare;

  void multiply(int exponent) {
    value = value.scaleByPowerOfTen(exponent);
    lastExponent += exponent;
    scaled |= exponent > 0;
    plainWhole &= exponent == 0;
  }

  boolean isYear() {
    return isAtMost(PrintedDates.LAST_YEAR)
        && value.compareTo(BigDecimal.valueOf(PrintedDates.FIRST_YEAR)) >= 0;
  }

  boolean isAtMost(int most) {
    return plainWhole && value.signum() > 0 && value.compareTo(BigDecimal.valueOf(most)) <= 0;
  }
}
