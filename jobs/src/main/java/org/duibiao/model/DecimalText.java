package org.duibiao.model;

import java.math.BigDecimal;

/** Decimals as text. */
public final class DecimalText {

  private DecimalText() {}

  /** All digits without zeros at the end of the decimals and without an exponent: 22, 0.5, 1200. */
  public static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }
}
