package org.duibiao.prose.words;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Words that are looked for in a text; of several that fit, the longest. */
public class WordList {

  private static final String[] NONE = {};

  /** By the last bits of their first and of their last character; the longest first. */
  private final String[][] byFirst;

  private final String[][] byLast;

  WordList(Collection<String> words) {
    List<String> longestFirst =
        words.stream()
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    byFirst = table(longestFirst, word -> word.charAt(0));
    byLast = table(longestFirst, word -> word.charAt(word.length() - 1));
  }

  private static String[][] table(List<String> words, ToIntFunction<String> character) {
    int size = Math.max(64, Math.min(4096, Integer.highestOneBit(words.size() + 1) * 4));
    Map<Integer, List<String>> by =
        words.stream()
            .collect(Collectors.groupingBy(word -> character.applyAsInt(word) & size - 1));
    return IntStream.range(0, size)
        .mapToObj(bits -> by.containsKey(bits) ? by.get(bits).toArray(NONE) : NONE)
        .toArray(String[][]::new);
  }

  /** The word that starts there, or null. */
  public String at(String text, int from) {
    if (from < 0 || from >= text.length()) {
      return null;
    }
    for (String word : byFirst[text.charAt(from) & byFirst.length - 1]) {
      if (text.startsWith(word, from)) {
        return word;
      }
    }
    return null;
  }

  /** The word that ends before {@code to} and starts at {@code floor} or later, or null. */
  public String before(String text, int to, int floor) {
    if (to <= floor || to > text.length()) {
      return null;
    }
    for (String word : byLast[text.charAt(to - 1) & byLast.length - 1]) {
      if (to - word.length() >= floor && text.startsWith(word, to - word.length())) {
        return word;
      }
    }
    return null;
  }

  /** Where the first word starts that lies between two places; -1 if none does. */
  public int firstIndex(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      String word = at(text, i);
      if (word != null && i + word.length() <= to) {
        return i;
      }
    }
    return -1;
  }

  /** Where the last word starts that lies between two places; -1 if none does. */
  public int lastIndex(String text, int from, int to) {
    for (int i = to; i > from; i--) {
      String word = before(text, i, from);
      if (word != null) {
        return i - word.length();
      }
    }
    return -1;
  }

  public boolean isAt(String text, int from) {
    return at(text, from) != null;
  }

  public boolean isBefore(String text, int to, int floor) {
    return before(text, to, floor) != null;
  }

  public boolean isBetween(String text, int from, int to) {
    return firstIndex(text, from, to) >= 0;
  }

  public boolean occursIn(String text) {
    return isBetween(text, 0, text.length());
  }

  /** Whether a text starts with a word. */
  public boolean starts(String text) {
    return isAt(text, 0);
  }

  /** Whether a text ends with a word. */
  public boolean ends(String text) {
    return isBefore(text, text.length(), 0);
  }

  /** The words of this list, and of another where none of them fits. */
  WordList or(WordList other) {
    WordList first = this;
    return new WordList(List.of()) {
      @Override
      public String at(String text, int from) {
        String word = first.at(text, from);
        return word == null ? other.at(text, from) : word;
      }

      @Override
      public String before(String text, int to, int floor) {
        String word = first.before(text, to, floor);
        return word == null ? other.before(text, to, floor) : word;
      }
    };
  }
}
