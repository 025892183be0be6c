package org.duibiao.model.code;

/** What kind of thing does not fit together; in the order of the ids. */
public enum FindingKind implements Code {
  /** A figure of what is, about a day after it was published. */
  AFTER_PUBLICATION,
  /** A column of a table seems to be that of another year. */
  COLUMN_SLIPPED,
  /** Two indicators of a city have the same series: one of them is called wrongly. */
  IDENTICAL_SERIES,
  /** A value that no city can have, or one per resident far out of what all others have. */
  IMPLAUSIBLE,
  /** At least ten times the value of the year before, or a tenth of it. */
  JUMP,
  /** A value far from those of the years around it, which no series break explains. */
  LEVEL_SHIFT,
  /** A whole is not the sum of its parts, or a part is greater than the whole. */
  PARTS_DO_NOT_ADD_UP,
  /** A value that leaves its own years while the cities next in rank do not. */
  PEER_OUTLIER,
  /** A published rate is not the one that its counts give. */
  RATE_DISAGREES,
  /** A value is another city's in the same source, to the last digit. */
  REPEATS_ANOTHER_CITY,
  /** Two rows, or two sentences, of one file give different values for one figure. */
  ROWS_CONTRADICT,
  /** A file with current figures is gone from the landing area. */
  SOURCE_DISAPPEARED,
  /** Two publications give different values for one figure. */
  SOURCES_DISAGREE
}
