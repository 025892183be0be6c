package org.duibiao.model.code;

import java.util.Locale;

/**
 * How the constants of this package are written in tables and files: {@code YEAR} is {@code year}.
 */
final class Codes {

  private Codes() {}

  static String id(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  static <E extends Enum<E>> E of(Class<E> type, String id) {
    for (E constant : type.getEnumConstants()) {
      if (id(constant).equals(id)) {
        return constant;
      }
    }
    throw new IllegalArgumentException(
        "No " + words(type.getSimpleName()) + " is called '" + id + "'");
  }

  /** A class's name in words: {@code PopulationBasis} is {@code population basis}. */
  private static String words(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }
}
