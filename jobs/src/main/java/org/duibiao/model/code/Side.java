package org.duibiao.model.code;

/** On which side of the reference's rate a city's rate is, by the margin of the benchmark. */
public enum Side implements Code {
  /** Higher by at least the margin. */
  ABOVE,
  /** Lower by at least the margin. */
  BELOW,
  /** Nearer than the margin, whether higher, lower or equal. */
  LEVEL;

  /** By the sign of a difference that reaches the margin; 0 where it does not. */
  public static Side ofSign(int sign) {
    return sign == 0 ? LEVEL : sign > 0 ? ABOVE : BELOW;
  }
}
