package org.duibiao.catalogue;

import java.util.Collection;
import java.util.Optional;

/** Suggests the known word that was probably meant. */
public final class TypoHint {

  private TypoHint() {}

  /** The word that is a slip or two away; of several the nearest, of these the first. */
  static Optional<String> nearestWord(String typed, Collection<String> words) {
    int limit = Math.min(3, Math.max(1, typed.length() / 3));
    String closest = null;
    for (String word : words) {
      if (Math.abs(word.length() - typed.length()) <= limit) {
        int distance = distance(typed, word);
        if (distance <= limit && distance < word.length()) {
          closest = word;
          limit = distance - 1;
        }
      }
    }
    return Optional.ofNullable(closest);
  }

  /** The same as a remedy: {@code " (did you mean 'aliases'?)"}, or nothing. */
  public static String hint(String typed, Collection<String> words) {
    return nearestWord(typed, words).map(word -> " (did you mean '" + word + "'?)").orElse("");
  }

  /**
   * Insertions, deletions, replacements and swaps of neighbours that lead from one to the other.
   */
  private static int distance(String a, String b) {
    int[] before = new int[b.length() + 1];
    int[] above = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      int[] free = before;
      before = above;
      above = row;
      row = free;
    }
    return above[b.length()];
  }
}
