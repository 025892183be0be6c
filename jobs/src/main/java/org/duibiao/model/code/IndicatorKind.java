package org.duibiao.model.code;

/**
 * What an indicator's figures are: they decide how a bare year is read and what the denominator of
 * a rate is.
 */
public enum IndicatorKind {
  /** A count at a moment, such as hospitals. */
  STOCK,
  /** A count over a period, such as visits. */
  FLOW,
  /** A rate, ratio or mean that is published as such. */
  RATE;

  private final String id = Codes.id(this);

  /** The name in tables and files, such as {@code stock}. */
  public String id() {
    return id;
  }

  /**
   * The constant of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static IndicatorKind of(String id) {
    return Codes.of(IndicatorKind.class, id);
  }
}
