package org.duibiao.model.code;

/** What is to be done about a reject. */
public enum Disposition implements Code {
  /** A person has to correct it. */
  REJECTED,
  /** Nothing: it is not a statistic, or a mark for a missing value. */
  IGNORED
}
