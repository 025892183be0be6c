package org.duibiao.model;

/**
 * The part of an area that a figure is about: {@code city} for the whole, {@code urban_core}, or a
 * kind of part with its name, such as {@code district:黄岛区}.
 */
public final class Scope {

  /** The whole area. */
  public static final String CITY = "city";

  private Scope() {}

  /** Whether it is the whole area; so is a scope that is not given. */
  public static boolean isWhole(String scope) {
    return scope == null || scope.equals(CITY);
  }
}
