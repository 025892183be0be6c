package org.duibiao.model.code;

/** How a city stands against the reference, where more or less of the rate is better. */
public enum Standing implements Code {
  BETTER,
  WORSE,
  /** No relevant difference can be shown. */
  SIMILAR,
  /** Neither direction is better, or the two may not be compared. */
  NOT_JUDGED;

  /** By the sign of what the city is better by. */
  public static Standing ofSign(int sign) {
    return sign == 0 ? SIMILAR : sign > 0 ? BETTER : WORSE;
  }
}
