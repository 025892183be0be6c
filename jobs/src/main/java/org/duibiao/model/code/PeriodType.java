package org.duibiao.model.code;

/** The kinds of period that a figure can be about. */
public enum PeriodType implements Code {
  /** A day; start and end are equal. */
  INSTANT,
  /** A calendar year. */
  YEAR,
  /** A half of a calendar year. */
  HALF,
  /** A quarter of a calendar year. */
  QUARTER,
  /** A calendar month. */
  MONTH,
  /** Anything else with two ends. */
  SPAN
}
