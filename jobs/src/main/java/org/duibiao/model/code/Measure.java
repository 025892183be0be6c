package org.duibiao.model.code;

/** Whether a figure is a level or a change of one. */
public enum Measure implements Code {
  /** The level itself. */
  LEVEL,
  /** By how much it changed. */
  CHANGE,
  /** By what share it changed. */
  CHANGE_RATE,
  /** What was added in the period. */
  NEW
}
