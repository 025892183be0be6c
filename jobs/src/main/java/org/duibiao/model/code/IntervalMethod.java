package org.duibiao.model.code;

/** How the interval of a rate is made. */
public enum IntervalMethod implements Code {
  /** Exactly, for fewer than ten events. */
  POISSON_EXACT,
  /** By Byar's approximation, for ten events or more. */
  BYAR,
  /** By Wilson's score method, for a proportion of a sample. */
  WILSON,
  /** What rounding, bounds and competing sources leave open; nothing random. */
  EXTENT
}
