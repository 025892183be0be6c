package org.duibiao.model.code;

/**
 * What an indicator's figures are: they decide how a bare year is read and what the denominator of
 * a rate is.
 */
public enum IndicatorKind implements Code {
  /** A count at a moment, such as hospitals. */
  STOCK,
  /** A count over a period, such as visits. */
  FLOW,
  /** A rate, ratio or mean that is published as such. */
  RATE
}
