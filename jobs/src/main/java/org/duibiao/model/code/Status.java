package org.duibiao.model.code;

/** Whether a figure says what is, what is promised or what is required. */
public enum Status {
  /** What was counted or measured. */
  ACTUAL,
  /** An outcome level that is promised. */
  TARGET,
  /** An amount of work that is intended. */
  PLAN,
  /** A required level or price. */
  STANDARD,
  /** A figure that is itself a relation: times, difference, rank. */
  COMPARISON;

  private final String id = Codes.id(this);

  /** The name in tables and files, such as {@code actual}. */
  public String id() {
    return id;
  }

  /**
   * The constant of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Status of(String id) {
    return Codes.of(Status.class, id);
  }
}
