package org.duibiao.model.code;

/** Whether a figure is a level or a change of one. */
public enum Measure {
  /** The level itself. */
  LEVEL,
  /** By how much it changed. */
  CHANGE,
  /** By what share it changed. */
  CHANGE_RATE,
  /** What was added in the period. */
  NEW;

  private final String id = Codes.id(this);

  /** The name in tables and files, such as {@code change_rate}. */
  public String id() {
    return id;
  }

  /**
   * The constant of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Measure of(String id) {
    return Codes.of(Measure.class, id);
  }
}
