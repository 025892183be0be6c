package org.duibiao.model.code;

/** Where a rate comes from, the better origin first. */
public enum RateOrigin implements Code {
  /** From a count and what it is divided by. */
  COMPUTED,
  /** As a publisher printed it. */
  PUBLISHED
}
