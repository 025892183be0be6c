package org.duibiao.model.code;

/** Whether a figure says what is, what is aimed at or what is required. */
public enum Status implements Code {
  /** What was counted or measured. */
  ACTUAL,
  /** An outcome level that is promised for a later day. */
  TARGET,
  /** An amount of work that is intended. */
  PLAN,
  /** A required level or price. */
  STANDARD,
  /** A figure that is itself a relation: times, difference, rank. */
  COMPARISON
}
