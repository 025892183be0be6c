package org.duibiao.model.code;

/** Which residents a figure counts or is divided by. */
public enum PopulationBasis {
  /** 常住人口: who has lived in the area for half a year or more. */
  PERMANENT,
  /** 户籍人口: who is registered in the area. */
  REGISTERED;

  private final String id = Codes.id(this);

  /** The name in tables and files, such as {@code permanent}. */
  public String id() {
    return id;
  }

  /**
   * The constant of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static PopulationBasis of(String id) {
    return Codes.of(PopulationBasis.class, id);
  }
}
