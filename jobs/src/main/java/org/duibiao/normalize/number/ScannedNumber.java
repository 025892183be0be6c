package org.duibiao.normalize.number;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** One number, and how it was printed. */
final class ScannedNumber {
  BigDecimal value;

  /** The power of ten of the last digit that was printed. */
  int lastDigitExponent;

  /** Whether 万 or 亿, or a multiplier after digits, occur. */
  boolean scaled;

  /** The power of ten by which a multiplier at its end multiplies all of it, or 0. */
  int multiplierExponent;

  /** Whether it is given in tenths (成), or is the word half. */
  boolean tenths;

  /** Whether 多, 余 or 几 follow a part of it. */
  boolean andMore;

  boolean chinese;

  /** Whether it is a whole number in plain digits, as in a date. */
  boolean plainWhole;

  /** Whether it is written as a bare 百, 千, 万 or 亿. */
  boolean bareMultiplier;

  /** Whether its last digit is shorthand: 三百二. */
  boolean shorthand;

  void multiply(int exponent) {
    value = value.scaleByPowerOfTen(exponent);
    lastDigitExponent += exponent;
    scaled |= exponent > 0;
    plainWhole &= exponent == 0;
  }

  /** Its value with as many decimals as its last printed digit has. */
  BigDecimal printed() {
    return value.setScale(Math.max(0, -lastDigitExponent), RoundingMode.UNNECESSARY);
  }

  boolean isYear() {
    return isAtMost(DateDetector.LAST_YEAR)
        && value.compareTo(BigDecimal.valueOf(DateDetector.FIRST_YEAR)) >= 0;
  }

  boolean isAtMost(int most) {
    return plainWhole && value.signum() > 0 && value.compareTo(BigDecimal.valueOf(most)) <= 0;
  }
}
