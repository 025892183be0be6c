package org.duibiao.model.code;

/** The kinds of period that a figure can be about. */
public enum PeriodType {
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
  SPAN;

  private final String id = Codes.id(this);

  /** The name in tables and files, such as {@code instant}. */
  public String id() {
    return id;
  }

  /**
   * The constant of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static PeriodType of(String id) {
    return Codes.of(PeriodType.class, id);
  }
}
