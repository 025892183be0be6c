package org.duibiao.prose.sentence;

import java.util.List;
import org.duibiao.prose.words.Marks;
import org.duibiao.prose.words.Times;

/**
 * A stretch of a paragraph that is read at once, and the times that are said in it.
 *
 * @param text the whole paragraph
 * @param from where the sentence begins in it
 * @param to after its last character
 */
record Sentence(String text, int from, int to, List<Times.Time> times) {

  /** What ends a sentence. */
  static final String ENDS = "。！!？?\n";

  /** Whether it is the first of its paragraph. */
  boolean isFirst() {
    return from == 0;
  }

  /** The character at a place of the paragraph; 0 outside of the sentence. */
  char at(int i) {
    return i >= from && i < to ? text.charAt(i) : 0;
  }

  /** Where the clause begins that ends at a place. */
  int clause(int at) {
    return Marks.start(text, at, from, "。;；,，:");
  }

  /** Where what is stated begins that ends at a place: a label before it is a part of it. */
  int statement(int at) {
    return Marks.start(text, at, from, "。;；,，");
  }

  /**
   * Where the phrase begins that ends at a place: after a comma or an opening bracket. What stands
   * in brackets inside of it is no end: 高出全国平均水平(29.70%)2.48个百分点.
   */
  int phrase(int at) {
    int start = Marks.start(text, at, from, "。;；,，()");
    while (start > from && text.charAt(start - 1) == ')') {
      int open = text.lastIndexOf('(', start - 1);
      if (open < from) {
        break;
      }
      start = Marks.start(text, open, from, "。;；,，()");
    }
    return start;
  }

  /** A stretch of text without the times in it. */
  String plain(int start, int end) {
    StringBuilder plain = new StringBuilder();
    int at = start;
    for (Times.Time time : times) {
      if (time.from() >= at && time.to() <= end) {
        plain.append(text, at, time.from());
        at = time.to();
      }
    }
    return at > end ? plain.toString() : plain.append(text, at, end).toString();
  }
}
