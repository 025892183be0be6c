package org.duibiao.model.code;

/** The kinds of publication, from the highest to the lowest. */
public enum SourceClass implements Code {
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
  /** Shows disagreement only: never selected. */
  UNVERIFIED;

  /** Whether a statistical office published it, so that it can be found without an address. */
  public boolean isOfficial() {
    return this == CENSUS || this == YEARBOOK || this == BULLETIN;
  }
}
