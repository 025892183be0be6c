package org.duibiao.model.code;

import java.util.Locale;

/** The three things that can be made of a value that was read. */
public enum ReadingKind {
  /** Understood and placed. */
  OBSERVATION,
  /** Understood, but a person must say where it belongs. */
  CANDIDATE,
  /** Everything else. */
  REJECT;

  private final String id = name().toLowerCase(Locale.ROOT);

  /** The name in tables. */
  public String id() {
    return id;
  }
}
