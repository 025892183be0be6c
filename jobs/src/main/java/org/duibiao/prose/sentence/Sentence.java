package org.duibiao.prose.sentence;

import java.util.List;
import org.duibiao.prose.words.Segmentation;
import org.duibiao.prose.words.TimeExpressions;

/**
 * A stretch of a paragraph that is read at once, and the times that are said in it.
 *
 * @param text the whole paragraph
 * @param from where the sentence begins in it
 * @param to after its last character
 */
record Sentence(String text, int from, int to, List<TimeExpressions.TimeExpression> times) {

  /** What ends a sentence. */
  static final String TERMINATORS = "。！!？?\n";

  /** Whether it is the first of its paragraph. */
  boolean isFirst() {
    return from == 0;
  }

  /** The character at a place of the paragraph; 0 outside of the sentence. */
  char at(int i) {
    return i >= from && i < to ? text.charAt(i) : 0;
  }

  /** Where the clause begins that ends at a place. */
  int clauseStart(int at) {
    return Segmentation.start(text, at, from, "。;；,，:");
  }

  /** Where what is stated begins that ends at a place: a label before it is a part of it. */
  int statementStart(int at) {
    return Segmentation.start(text, at, from, "。;；,，");
  }

  /**
   * Where the phrase begins that ends at a place: after a comma or an opening bracket. What stands
   * in brackets inside of it is no end: 高出全国平均水平(29.70%)2.48个百分点.
   */
  int phraseStart(int at) {
    int start = Segmentation.start(text, at, from, "。;；,，()");
    while (start > from && text.charAt(start - 1) == ')') {
      int open = text.lastIndexOf('(', start - 1);
      if (open < from) {
        break;
      }
      start = Segmentation.start(text, open, from, "。;；,，()");
    }
    return start;
  }

  /** A stretch of text without the times in it. */
  String withoutTimes(int start, int end) {
    StringBuilder plain = new StringBuilder();
    int at = start;
    for (TimeExpressions.TimeExpression time : times) {
      if (time.from() >= at && time.to() <= end) {
        plain.append(text, at, time.from());
        at = time.to();
      }
    }
    return at > end ? plain.toString() : plain.append(text, at, end).toString();
  }
}
