package org.duibiao.ingest.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The simplified characters that stand for traditional ones, one for one: 萬 → 万. */
final class ChineseSimplifier {

  private static final char[] SIMPLIFIED = load();

  private ChineseSimplifier() {}

  /** The simplified character; the character itself if there is none. */
  static char simplified(char c) {
    char other = SIMPLIFIED[c];
    return other == 0 ? c : other;
  }

  private static char[] load() {
    char[] table = new char[Character.MAX_VALUE + 1];
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                ChineseSimplifier.class.getResourceAsStream("traditional.txt"),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          for (String pair : line.split(" ")) {
            table[pair.charAt(0)] = pair.charAt(1);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table;
  }
}
