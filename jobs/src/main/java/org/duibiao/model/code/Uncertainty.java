package org.duibiao.model.code;

/** What an indicator's figures are as data, which decides the comparison method. */
public enum Uncertainty implements Code {
  /** Counts of random events, such as deaths. */
  EVENTS,
  /** Estimates from a sample. */
  SAMPLE,
  /** Complete counts: no random error. */
  STOCK,
  /** None of these. */
  NONE
}
