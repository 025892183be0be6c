package org.duibiao.model.code;

/** The share of a target that is done against the share of its time that has gone by. */
public enum TargetPace implements Code {
  AHEAD,
  /** Within 0.05 of each other. */
  ON_PACE,
  BEHIND,
  /** One of the two shares is not known, or the target was met before it was set. */
  UNKNOWN
}
