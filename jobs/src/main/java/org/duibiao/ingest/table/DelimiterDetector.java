package org.duibiao.ingest.table;

import java.io.IOException;
import java.io.Reader;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.io.IOUtils;

/**
 * What parts the cells of delimited text: commas, tabs, semicolons or bars, whichever parts the
 * most of its first lines into the same number of cells. Spreadsheets save all of these, under any
 * name: "Unicode text" has tabs, a table saved where the comma is the decimal point has semicolons.
 */
public final class DelimiterDetector {

  private static final String KNOWN = ",\t;|";
  private static final int LINES = 50;
  private static final int MAX_CHARACTERS = 1 << 16;

  private DelimiterDetector() {}

  /** What parts the cells of a file, by its first lines. */
  static char of(Reader text) throws IOException {
    char[] head = new char[MAX_CHARACTERS];
    int length = IOUtils.read(text, head);
    return of(new String(head, 0, length));
  }

  /** What parts the cells of a text, by its first lines; a comma if nothing else does better. */
  public static char of(String text) {
    char best = KNOWN.charAt(0);
    int most = 0;
    for (char delimiter : KNOWN.toCharArray()) {
      int lines = linesThatAgree(text, delimiter);
      if (lines > most) {
        most = lines;
        best = delimiter;
      }
    }
    return best;
  }

  /** How many lines have as many delimiters as most lines that have any. */
  private static int linesThatAgree(String text, char delimiter) {
    Map<Integer, Integer> lines = new TreeMap<>();
    int most = 0;
    int found = 0;
    int looked = 0;
    boolean quoted = false;
    for (int i = 0; i < Math.min(text.length(), MAX_CHARACTERS) && looked < LINES; i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == delimiter) {
        found++;
      } else if (!quoted && (c == '\n' || c == '\r')) {
        if (found > 0) {
          most = Math.max(most, lines.merge(found, 1, Integer::sum));
        }
        found = 0;
        looked++;
      }
    }
    return found > 0 ? Math.max(most, lines.merge(found, 1, Integer::sum)) : most;
  }
}
