package org.duibiao.normalize.cell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Tables of cases: one a line, cells parted by semicolons, {@code # } before a comment. */
final class CaseFile {

  private CaseFile() {}

  static Stream<String[]> rows(String resource) {
    try (InputStream in = CaseFile.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("# "))
          .map(line -> unescaped(line).split(";", -1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Spells out the characters that an editor would not show. */
  private static String unescaped(String line) {
    StringBuilder text = new StringBuilder();
    int i = 0;
    while (i < line.length()) {
      if (line.startsWith("\\u", i)) {
        text.append((char) Integer.parseInt(line.substring(i + 2, i + 6), 16));
        i += 6;
      } else {
        text.append(line.charAt(i++));
      }
    }
    return text.toString();
  }
}
