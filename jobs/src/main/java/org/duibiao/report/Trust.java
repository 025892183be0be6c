package org.duibiao.report;

/** Whether a figure may simply be compared; one that may not is drawn hollow. */
enum Trust {
  COMPARABLE,
  WITH_CARE;

  /** Of the column {@code comparability}. */
  static Trust of(String comparability) {
    return comparability.equals("comparable") ? COMPARABLE : WITH_CARE;
  }
}
