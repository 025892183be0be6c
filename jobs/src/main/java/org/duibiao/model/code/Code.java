package org.duibiao.model.code;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A constant of a closed vocabulary. Its {@link #id} stands in tables, files and options. */
public interface Code {

  /** The constant's name in lower case: {@code change_rate}. */
  default String id() {
    return CodeIds.of((Enum<?>) this);
  }

  /**
   * The constant of that name: {@code of(Bound.class, "ge")} is {@link Bound#GE}.
   *
   * @throws IllegalArgumentException if there is none; the message names those that there are
   */
  static <E extends Enum<E> & Code> E of(Class<E> type, String id) {
    for (E constant : type.getEnumConstants()) {
      if (constant.id().equals(id)) {
        return constant;
      }
    }
    String what = type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ");
    String known =
        Arrays.stream(type.getEnumConstants()).map(Code::id).collect(Collectors.joining(", "));
    throw new IllegalArgumentException(
        "No " + what.toLowerCase(Locale.ROOT) + " is called '" + id + "'; there are " + known);
  }
}
