package org.duibiao.model.code;

import java.util.Locale;

/** What is to be done about a reject. */
public enum Disposition {
  /** Somebody must mend it. */
  REJECTED,
  /** Nothing: it is no statistic, or a mark for a missing value. */
  IGNORED;

  private final String id = name().toLowerCase(Locale.ROOT);

  /** The name in tables. */
  public String id() {
    return id;
  }
}
