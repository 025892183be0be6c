package org.duibiao.ingest.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The numbers of a text, as spans: by this the reader of running text counts what it found, and
 * what is made of each span must add up to that count. A span is a run of digits or Chinese
 * numerals with its points, separators and multipliers; the two ends of a range, a fraction in
 * words and the parts of a compact date are one span. Whether it is a statistic is not asked here.
 *
 * <pre>
 * 签约322.78万人, 2-3个, 十万分之六, 六成五, 4.26/10万 → 322.78万, 2-3, 十万分之六, 六成五, 4.26/10万
 * </pre>
 */
public final class NumberSpans {

  /**
   * A number.
   *
   * @param from its first character in the folded text
   * @param to after its last character
   */
  public record Span(int from, int to) {}

  private static final String NUMERALS = "〇零○一二三四五六七八九十百千万亿两廿";
  private static final String DIGITS = "一二三四五六七八九";
  private static final String ASCII_DIGITS = "0123456789";
  private static final String MULTIPLIERS = "十百千万亿";
  private static final String RANGE_MARKS = "-—~至到";
  private static final int LONGEST_UNIT = 3;

  /** What makes 成 after a numeral part of another word: 三成立 is not a share. */
  private static final String AFTER_TENTHS = "为立功果员就长都效套品份";

  private final String text;

  private NumberSpans(String text) {
    this.text = text;
  }

  /** The spans of a text, in order. */
  public static List<Span> of(FoldedText text) {
    return new NumberSpans(text.chars()).spans();
  }

  private List<Span> spans() {
    List<Span> spans = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      int end = number(i);
      if (end == i) {
        i++;
        continue;
      }
      int from = i;
      for (int more = joined(from, end); more > end; more = joined(from, end)) {
        end = more;
      }
      spans.add(new Span(from, end));
      i = end;
    }
    return spans;
  }

  /** Where a number that starts there ends; there if none does. */
  private int number(int from) {
    if (isDigit(from)) {
      int end = digits(from);
      while (isOneOf(end, MULTIPLIERS)) {
        end++;
        if (isDigit(end)) {
          int next = digits(end);
          if (isOneOf(next, MULTIPLIERS)) {
            end = next;
          }
        }
      }
      return end;
    }
    int end = after(from, NUMERALS);
    if (end > from && charAt(end) == '点' && isOneOf(end + 1, NUMERALS)) {
      end = after(end + 1, NUMERALS);
    }
    return end > from ? tenths(from, end) : from;
  }

  /** 六成五, 三成. */
  private int tenths(int from, int end) {
    if (end - from <= 2
        && charAt(end) == '成'
        && isOneOf(end - 1, DIGITS + "两")
        && !isOneOf(end + 1, AFTER_TENTHS)) {
      return isOneOf(end + 1, DIGITS) ? end + 2 : end + 1;
    }
    return end;
  }

  /** Digits with separators and a decimal point. */
  private int digits(int from) {
    int end = after(from, ASCII_DIGITS);
    boolean grouped = end - from <= 3;
    while (grouped
        && charAt(end) == ','
        && isDigit(end + 1)
        && isDigit(end + 2)
        && isDigit(end + 3)
        && !isDigit(end + 4)) {
      end += 4;
    }
    if (charAt(end) == '.' && isDigit(end + 1)) {
      end = after(end + 1, ASCII_DIGITS);
    }
    return end;
  }

  /** Where the number ends together with what belongs to it; its own end if nothing does. */
  private int joined(int from, int end) {
    if (text.startsWith("分之", end)) {
      int to = number(end + 2);
      return to > end + 2 ? to : end;
    }
    boolean arabic = isDigit(from);
    // 4.26/10万, 1:1.09, 9:30, 2023.4.9
    if (arabic && "/:.".indexOf(charAt(end)) >= 0 && isDigit(end + 1)) {
      return number(end + 1);
    }
    // 30余万
    if ((charAt(end) == '余' || charAt(end) == '多') && isOneOf(end + 1, MULTIPLIERS)) {
      return after(end + 1, MULTIPLIERS);
    }
    int mark = after(end, "%‰");
    int next = mark;
    while (next < mark + 2 && isOneOf(next, RANGE_MARKS)) {
      next++;
    }
    if (next > mark && (arabic ? isDigit(next) : isOneOf(next, NUMERALS))) {
      return number(next);
    }
    return arabic ? otherEnd(from, end) : end;
  }

  /** 25元至200元: where the upper end of a range ends if its lower end has the unit too. */
  private int otherEnd(int from, int end) {
    int mark = end;
    while (mark < end + LONGEST_UNIT && charAt(mark) >= 0x4E00 && !isOneOf(mark, RANGE_MARKS)) {
      mark++;
    }
    // 由8元至10元 is a change, 3月至9月 a time.
    boolean change = from > 0 && "由从自".indexOf(text.charAt(from - 1)) >= 0;
    if (change
        || mark == end
        || !isOneOf(mark, RANGE_MARKS)
        || isOneOf(end, "年月日号时点")
        || !isDigit(mark + 1)) {
      return end;
    }
    int other = number(mark + 1);
    return text.startsWith(text.substring(end, mark), other) ? other : end;
  }

  /** Where the run of such characters ends that starts there; there if none does. */
  private int after(int from, String chars) {
    int end = from;
    while (isOneOf(end, chars)) {
      end++;
    }
    return end;
  }

  private char charAt(int i) {
    return i < text.length() ? text.charAt(i) : 0;
  }

  private boolean isDigit(int i) {
    return charAt(i) >= '0' && charAt(i) <= '9';
  }

  private boolean isOneOf(int i, String chars) {
    return charAt(i) != 0 && chars.indexOf(charAt(i)) >= 0;
  }
}
