package org.duibiao.model.code;

/** How two rates are compared. */
public enum ComparisonMethod implements Code {
  /** By the exact conditional interval of the ratio of two Poisson rates. */
  EXACT_CONDITIONAL,
  /** By Newcombe's interval of the difference of two proportions. */
  NEWCOMBE,
  /** By the margin from which a difference is relevant; no test. */
  RELEVANCE_MARGIN,
  NONE
}
