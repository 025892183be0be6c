package org.duibiao.normalize.number;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.duibiao.model.code.Bound;

/** The words before and after a number that say how it bounds the true one. */
final class BoundWords {

  /** A word, and what it says. */
  record BoundWord(String text, Bound bound) {}

  private static final List<BoundWord> LEADING =
      longestFirst(
          Stream.of(
              words(
                  Bound.APPROX, "约", "約", "约为", "约有", "大约", "大约为", "大概", "近", "将近", "接近", "~", "≈"),
              words(
                  Bound.GT, "超过", "超过了", "超", "超出", "过了", "高于", "逾", "多于", "大于", "突破", "过", "超過",
                  "高於", "多於", ">"),
              words(Bound.GE, "不少于", "不低于", "不小于", "至少", "最少", "最低", "起码", "不少於", "不低於", "≥", ">="),
              words(Bound.LE, "不超过", "不高于", "不多于", "不大于", "最多", "至多", "最高", "不超過", "≤", "<="),
              words(Bound.LT, "不足", "不到", "不满", "未满", "低于", "少于", "小于", "低於", "少於", "<"),
              words(
                  Bound.EQ, "达到", "达", "達到", "達", "提高到", "提高至", "提升到", "提升至", "增加到", "增加至", "增长到",
                  "增长至", "增至", "上升到", "上升至", "升至", "下降到", "下降至", "降低到", "降低至", "降至", "降到", "减少到",
                  "减少至", "减至", "为", "為", "是", "共", "共有", "共计", "合计", "总计", "计", "有", "仅", "仅为",
                  "仅有", "=")));

  private static final List<BoundWord> TRAILING =
      longestFirst(
          Stream.of(
              words(Bound.APPROX, "左右", "上下", "挂零"),
              words(Bound.GT, "余", "餘", "多", "有余", "有餘", "开外", "出头", "冒头"),
              words(Bound.GE, "以上", "及以上", "(含)以上", "以上(含)", "之上", "+"),
              words(Bound.LE, "以内", "以內", "之内", "以下", "及以下", "(含)以下", "以下(含)")));

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

  static int lengthAfter(String text, int from) {
    BoundWord word = trailingAt(text, from);
    return word == null ? 0 : word.text.length();
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
    if (one == other || other == Bound.EQ) {
      return one;
    }
    if (one == Bound.EQ || one == Bound.APPROX) {
      return other;
    }
    if (other == Bound.APPROX) {
      return one;
    }
    // Of two on the same side the strict one holds.
    Set<Bound> both = EnumSet.of(one, other);
    return both.equals(EnumSet.of(Bound.GT, Bound.GE))
        ? Bound.GT
        : both.equals(EnumSet.of(Bound.LT, Bound.LE)) ? Bound.LT : null;
  }

  private static Stream<BoundWord> words(Bound bound, String... texts) {
    return Stream.of(texts).map(text -> new BoundWord(text, bound));
  }

  private static List<BoundWord> longestFirst(Stream<Stream<BoundWord>> words) {
    return words
        .flatMap(some -> some)
        .sorted(Comparator.comparingInt((BoundWord word) -> -word.text.length()))
        .toList();
  }
}
