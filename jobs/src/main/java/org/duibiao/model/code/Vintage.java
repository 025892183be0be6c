package org.duibiao.model.code;

/** On which side of a series break a figure was made. */
public enum Vintage implements Code {
  /** On the old basis: published before the break was announced, or about a day before it. */
  BEFORE,
  /** On the new basis. */
  AFTER,
  /** The year exists on both bases, and when the figure was published is not known. */
  UNKNOWN,
  /** The break does not concern the figure, or its year ends before the revised ones begin. */
  UNAFFECTED
}
