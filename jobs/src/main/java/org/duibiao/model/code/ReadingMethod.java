package org.duibiao.model.code;

import java.util.Locale;

/** How a figure was found. */
public enum ReadingMethod {
  /** In a cell of a table. */
  TABLE,
  /** In running text. */
  PROSE,
  /** By counting the rows of a list. */
  COUNT;

  private final String id = name().toLowerCase(Locale.ROOT);

  /** The name in tables. */
  public String id() {
    return id;
  }
}
