package org.duibiao.model.code;

/**
 * How a printed value bounds the true one: {@code 约30} is {@link #APPROX}, {@code 30余} is {@link
 * #GT}.
 */
public enum Bound {
  /** The value itself: {@code 22}, {@code 达到22}. */
  EQ("eq"),
  /** About the value: {@code 约22}, {@code 22左右}. */
  APPROX("approx"),
  /** The value or more: {@code 22以上}, {@code 不少于22}. */
  GE("ge"),
  /** More than the value: {@code 超过22}, {@code 22余}. */
  GT("gt"),
  /** The value or less: {@code 22以内}, {@code 不超过22}. */
  LE("le"),
  /** Less than the value: {@code 不足22}. */
  LT("lt"),
  /** From the value to a higher one: {@code 3-5}. */
  RANGE("range");

  private final String id;

  Bound(String id) {
    this.id = id;
  }

  /** The name that stands in the tables: {@code APPROX.id()} → {@code "approx"}. */
  public String id() {
    return id;
  }

  /**
   * The bound of a name that stands in the tables: {@code of("ge")} → {@code GE}.
   *
   * @throws IllegalArgumentException if there is no bound of that name
   */
  public static Bound of(String id) {
    for (Bound bound : values()) {
      if (bound.id.equals(id)) {
        return bound;
      }
    }
    throw new IllegalArgumentException(
        "No bound \"" + id + "\"; there are eq, approx, ge, gt, le, lt and range");
  }
}
