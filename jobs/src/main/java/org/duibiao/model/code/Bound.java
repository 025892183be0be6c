package org.duibiao.model.code;

/**
 * How a printed value bounds the true one: {@code 约30} is {@link #APPROX}, {@code 30余} is {@link
 * #GT}.
 */
public enum Bound implements Code {
  /** The value itself: {@code 22}, {@code 达到22}. */
  EQ,
  /** About the value: {@code 约22}, {@code 22左右}. */
  APPROX,
  /** The value or more: {@code 22以上}, {@code 不少于22}. */
  GE,
  /** More than the value: {@code 超过22}, {@code 22余}. */
  GT,
  /** The value or less: {@code 22以内}, {@code 不超过22}. */
  LE,
  /** Less than the value: {@code 不足22}. */
  LT,
  /** From the value to a higher one: {@code 3-5}. */
  RANGE
}
