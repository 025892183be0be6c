package org.duibiao.model.code;

/** The levels of areas. */
public enum AreaLevel {
  /** The nation. */
  NATION,
  /** A province, autonomous region or special administrative region. */
  PROVINCE,
  /** A municipality under the central government: a province and a city in one. */
  MUNICIPALITY,
  /** A prefecture-level city, prefecture, autonomous prefecture or league. */
  PREFECTURE,
  /** A county-level area. */
  COUNTY;

  private final String id = Codes.id(this);

  /** The name in tables and files, such as {@code prefecture}. */
  public String id() {
    return id;
  }

  /**
   * The constant of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static AreaLevel of(String id) {
    return Codes.of(AreaLevel.class, id);
  }
}
