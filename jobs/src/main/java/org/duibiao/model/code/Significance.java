package org.duibiao.model.code;

/** What a statistical test says of a city's rate and the reference's. */
public enum Significance implements Code {
  HIGHER,
  LOWER,
  /** The test shows no difference. */
  SIMILAR,
  NOT_TESTED;

  /** 1 for higher, −1 for lower, else 0. */
  public int sign() {
    return switch (this) {
      case HIGHER -> 1;
      case LOWER -> -1;
      case SIMILAR, NOT_TESTED -> 0;
    };
  }
}
