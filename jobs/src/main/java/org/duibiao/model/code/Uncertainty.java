package org.duibiao.model.code;

/** What an indicator's figures are as data, which decides the comparison method. */
public enum Uncertainty {
  /** Counts of random events, such as deaths. */
  EVENTS,
  /** Estimates from a sample. */
  SAMPLE,
  /** Complete counts: no random error. */
  STOCK,
  /** None of these. */
  NONE;

  private final String id = Codes.id(this);

  /** The name in tables and files, such as {@code events}. */
  public String id() {
    return id;
  }

  /**
   * The constant of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Uncertainty of(String id) {
    return Codes.of(Uncertainty.class, id);
  }
}
