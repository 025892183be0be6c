package org.duibiao.model.code;

/** How a figure was found. */
public enum ReadingMethod implements Code {
  /** In a cell of a table. */
  TABLE,
  /** In running text. */
  PROSE,
  /** By counting the rows of a list. */
  COUNT
}
