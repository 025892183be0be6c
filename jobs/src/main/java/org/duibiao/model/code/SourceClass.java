package org.duibiao.model.code;

/** The kinds of publication, from the highest to the lowest. */
public enum SourceClass {
  /** A population census. */
  CENSUS,
  /** A statistical yearbook or the series of a statistical office. */
  YEARBOOK,
  /** A statistical bulletin. */
  BULLETIN,
  /** A report of an authority or institution. */
  REPORT,
  /** News. */
  NEWS,
  /** A witness of disagreement only: never chosen. */
  UNVERIFIED;

  private final String id = Codes.id(this);

  /** The name in tables and files, such as {@code census}. */
  public String id() {
    return id;
  }

  /**
   * The constant of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static SourceClass of(String id) {
    return Codes.of(SourceClass.class, id);
  }
}
