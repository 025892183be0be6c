package org.duibiao.model.code;

/** Where a series goes, by the interval of its slope. */
public enum TrendDirection implements Code {
  RISING,
  FALLING,
  /** The interval of the slope contains 0. */
  NO_TREND;

  /** Whether one rises and the other falls. */
  public boolean isOpposite(TrendDirection other) {
    return this != NO_TREND && other != NO_TREND && this != other;
  }
}
