package org.duibiao.catalogue;

import java.util.Collection;
import java.util.Comparator;

/** Suggests the known word that was probably meant. */
public final class TypoHint {

  private TypoHint() {}

  /**
   * The word that is a slip or two away as a remedy: {@code " (did you mean 'aliases'?)"}; of
   * several the nearest, of these the first; or nothing.
   */
  public static String hint(String typed, Collection<String> words) {
    int limit = Math.min(3, Math.max(1, typed.length() / 3));
    return words.stream()
        .filter(word -> Math.abs(word.length() - typed.length()) <= limit)
        .filter(word -> distance(typed, word) <= Math.min(limit, word.length() - 1))
        .min(Comparator.comparingInt(word -> distance(typed, word)))
        .map(word -> " (did you mean '" + word + "'?)")
        .orElse("");
  }

  /**
   * Insertions, deletions, replacements and swaps of neighbours that lead from one to the other.
   */
  private static int distance(String a, String b) {
    int[][] steps = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          steps[i][j] = i + j;
          continue;
        }
        int replaced = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int one = Math.min(steps[i - 1][j], steps[i][j - 1]) + 1;
        steps[i][j] = Math.min(steps[i - 1][j - 1] + replaced, one);
        if (i > 1 && j > 1 && a.startsWith(b.charAt(j - 1) + "" + b.charAt(j - 2), i - 2)) {
          steps[i][j] = Math.min(steps[i][j], steps[i - 2][j - 2] + 1);
        }
      }
    }
    return steps[a.length()][b.length()];
  }
}
