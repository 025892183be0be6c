package org.duibiao.model.code;

/** How a target stands, by the figure that checks it. */
public enum TargetState implements Code {
  /** The figure of the due year meets it. */
  MET,
  /** An earlier figure meets it. */
  MET_EARLY,
  /** It was due, and the figure does not meet it. */
  MISSED,
  /** The figure is of a day before it is due; less is done than time has gone by. */
  BEHIND,
  /** The figure is of a day before it is due; more is done than time has gone by. */
  AHEAD,
  /** The figure is of a day before it is due; as much is done as time has gone by. */
  ON_PACE,
  /** The figure is of a day before it is due; how much is done is not known. */
  PACE_UNKNOWN,
  /** No figure checks it. */
  CANNOT_BE_CHECKED
}
