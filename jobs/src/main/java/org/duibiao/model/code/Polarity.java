package org.duibiao.model.code;

/** Whether more of an indicator is better; resources are not merits. */
public enum Polarity {
  /** High is good. */
  HIGH,
  /** Low is good. */
  LOW,
  /** No judgement. */
  NONE;

  private final String id = Codes.id(this);

  /** The name in tables and files, such as {@code high}. */
  public String id() {
    return id;
  }

  /**
   * The constant of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Polarity of(String id) {
    return Codes.of(Polarity.class, id);
  }
}
