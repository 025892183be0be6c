package org.duibiao.markup;

/** Whether a figure may simply be compared; one that may not is drawn hollow. */
public enum Reliability {
  COMPARABLE,
  WITH_CARE;

  /** Of the column {@code comparability}. */
  public static Reliability of(String comparability) {
    return comparability.equals("comparable") ? COMPARABLE : WITH_CARE;
  }
}
