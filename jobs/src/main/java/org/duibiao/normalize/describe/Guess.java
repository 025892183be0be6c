package org.duibiao.normalize.describe;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a line of a sidecar says.
 *
 * @param reason where the file says so, for people
 */
record Guess(String value, String reason) {

  /**
   * What the first of some lines says that says anything.
   *
   * @param reader gives null for a line that says nothing
   * @param reason with {@code %s} for the line
   */
  static Optional<Guess> first(List<String> lines, UnaryOperator<String> reader, String reason) {
    return lines.stream()
        .map(
            line -> {
              String value = reader.apply(line);
              return value == null ? null : new Guess(value, reason.replace("%s", shortened(line)));
            })
        .filter(Objects::nonNull)
        .findFirst();
  }

  private static String shortened(String line) {
    return line.length() > 40 ? line.substring(0, 40) + "…" : line;
  }
}
