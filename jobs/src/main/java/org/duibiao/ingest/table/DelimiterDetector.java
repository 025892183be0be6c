package org.duibiao.ingest.table;

import java.io.IOException;
import java.io.Reader;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.io.IOUtils;

/**
 * What parts the cells of delimited text: commas, tabs, semicolons or bars, whichever parts the
 * most of its first lines into the same number of cells. Spreadsheets save all of these, under any
 * name: "Unicode text" has tabs, a table saved where the comma is the decimal point has semicolons.
 */
public final class DelimiterDetector {

  private static final String KNOWN = ",\t;|";
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*+\"?");
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
    String head = text.substring(0, Math.min(text.length(), MAX_CHARACTERS));
    // What is quoted holds neither ends of lines nor delimiters.
    List<String> lines = QUOTED.matcher(head).replaceAll("").lines().limit(LINES).toList();
    return KNOWN
        .chars()
        .boxed()
        .max(Comparator.comparingInt(delimiter -> linesThatAgree(lines, delimiter)))
        .map(delimiter -> (char) (int) delimiter)
        .orElseThrow();
  }

  /** How many lines have as many delimiters as most lines that have any. */
  private static int linesThatAgree(List<String> lines, int delimiter) {
    List<Long> counts =
        lines.stream()
            .map(line -> line.chars().filter(c -> c == delimiter).count())
            .filter(count -> count > 0)
            .toList();
    return counts.stream().mapToInt(count -> Collections.frequency(counts, count)).max().orElse(0);
  }
}
