package org.duibiao.model.code;

/** Whether the rates of a city and of the reference may be compared. */
public enum Comparability implements Code {
  /** Without reservations. */
  COMPARABLE,
  /** With the reservations that the flags name. */
  WITH_CARE,
  /** Not at all: nothing is calculated from the two. */
  NOT_COMPARABLE
}
