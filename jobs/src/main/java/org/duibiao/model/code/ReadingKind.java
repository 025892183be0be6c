package org.duibiao.model.code;

/** The three things that can be made of a value that was read. */
public enum ReadingKind implements Code {
  /** Understood and placed. */
  OBSERVATION,
  /** Understood, but a person must say where it belongs. */
  CANDIDATE,
  /** Everything else. */
  REJECT
}
