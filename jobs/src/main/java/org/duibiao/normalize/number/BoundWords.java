package org.duibiao.normalize.number;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.duibiao.model.code.Bound;

/** The words before and after a number that say how it bounds the true one. */
final class BoundWords {

  /** A word, and what it says. */
  record BoundWord(String text, Bound bound) {}

  private static final List<BoundWord> LEADING = longestFirst("before.");
  private static final List<BoundWord> TRAILING = longestFirst("after.");

  /** What forms another word with 余 or 多 after it: 结余, 盈余, 众多. */
  private static final String ENDING_IN_MORE = "结結盈剩富业業残其繁众眾许很太";

  /** What forms another word with a bound word after it: 最近, 通过. */
  private static final String ENDING_IN_BOUND = "最附临远靠通经不度超签契节制预公特条违邻赶";

  private BoundWords() {}

  /** The longest bound word that starts there before a number, or null. */
  static BoundWord leadingAt(String text, int from) {
    return first(LEADING, word -> text.startsWith(word.text, from));
  }

  static int lengthBefore(String text, int to) {
    BoundWord word =
        first(
            LEADING,
            each -> each.bound != Bound.EQ && text.startsWith(each.text, to - each.text.length()));
    if (word == null) {
      return 0;
    }
    int from = to - word.text.length();
    boolean partOfWord =
        word.text.length() == 1 && from > 0 && ENDING_IN_BOUND.indexOf(text.charAt(from - 1)) >= 0;
    return partOfWord ? 0 : word.text.length();
  }

  /** The longest bound word of those that follow a number which starts there, or null. */
  static BoundWord trailingAt(String text, int from) {
    return first(TRAILING, word -> text.startsWith(word.text, from));
  }

  /** The longest bound word of those that follow a number which ends a text, or null. */
  static BoundWord trailingAtEnd(String text) {
    BoundWord word = first(TRAILING, each -> text.endsWith(each.text));
    int start = word == null ? 0 : text.length() - word.text.length();
    boolean partOfWord = start > 0 && ENDING_IN_MORE.indexOf(text.charAt(start - 1)) >= 0;
    return partOfWord && word.bound == Bound.GT ? null : word;
  }

  private static BoundWord first(List<BoundWord> words, Predicate<BoundWord> fits) {
    for (BoundWord word : words) {
      if (fits.test(word)) {
        return word;
      }
    }
    return null;
  }

  /** What two words say together: approx, gt → gt; ge, gt → gt; null if they contradict. */
  static Bound combined(Bound one, Bound other) {
    if (one == other || other == Bound.EQ || other == Bound.APPROX && one != Bound.EQ) {
      return one;
    } else if (one == Bound.EQ || one == Bound.APPROX) {
      return other;
    }
    // Of two on the same side the strict one holds.
    Set<Bound> both = EnumSet.of(one, other);
    return both.equals(EnumSet.of(Bound.GT, Bound.GE))
        ? Bound.GT
        : both.equals(EnumSet.of(Bound.LT, Bound.LE)) ? Bound.LT : null;
  }

  private static List<BoundWord> longestFirst(String side) {
    return Arrays.stream(Bound.values())
        .filter(bound -> NumberText.WORDS.containsKey(side + bound.id()))
        .flatMap(
            bound ->
                Arrays.stream(NumberText.words(side + bound.id()))
                    .map(word -> new BoundWord(word, bound)))
        .sorted(Comparator.comparingInt(word -> -word.text().length()))
        .toList();
  }
}
