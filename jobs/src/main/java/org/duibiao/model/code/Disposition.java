package org.duibiao.model.code;

/** What is to be done about a reject. */
public enum Disposition implements Code {
  /** Somebody must mend it. */
  REJECTED,
  /** Nothing: it is no statistic, or a mark for a missing value. */
  IGNORED
}
