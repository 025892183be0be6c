package org.duibiao.model.code;

/** Whether more of an indicator is better; resources are not merits. */
public enum Polarity implements Code {
  /** High is good. */
  HIGH,
  /** Low is good. */
  LOW,
  /** No judgement. */
  NONE
}
