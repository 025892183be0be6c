package org.duibiao.prose.sentence;

import java.util.List;
import java.util.stream.Stream;
import org.duibiao.catalogue.Lexicon.WordClass;
import org.duibiao.prose.words.DocumentVocabulary;
import org.duibiao.prose.words.TimeExpressions.TimeExpression;

/**
 * A stretch of a paragraph that is read at once, with the times and the words that stand in it.
 *
 * @param text the whole paragraph; every place is an index of it
 * @param from where the sentence begins
 * @param to after its last character
 */
record Sentence(
    DocumentVocabulary words, String text, int from, int to, List<TimeExpression> times) {

  /** What ends a sentence. */
  static final String TERMINATORS = "。！!？?\n";

  private static final String PHRASE_ENDS = "。;；,，()";

  /** The character at a place; 0 outside of the sentence. */
  char at(int i) {
    return i >= from && i < to ? text.charAt(i) : 0;
  }

  /** Whether the character at a place of the sentence is one of some. */
  boolean isOneOf(String characters, int at) {
    return at >= from && at < to && characters.indexOf(text.charAt(at)) >= 0;
  }

  /** The word of a class that starts at a place, or null. */
  String wordAt(WordClass role, int at) {
    return words.list(role).at(text, at);
  }

  boolean isAt(WordClass role, int at) {
    return wordAt(role, at) != null;
  }

  /** The word of a class that ends before a place and starts at the floor or later, or null. */
  String wordBefore(WordClass role, int to, int floor) {
    return words.list(role).before(text, to, floor);
  }

  boolean isBefore(WordClass role, int to, int floor) {
    return wordBefore(role, to, floor) != null;
  }

  /** Whether a word of the sentence that is of a class ends before a place. */
  boolean isBefore(WordClass role, int to) {
    return isBefore(role, to, from);
  }

  /** Whether a word of change ends before a place. */
  boolean isChangeBefore(int to) {
    return isBefore(WordClass.RISE, to) || isBefore(WordClass.FALL, to);
  }

  /** Whether a pattern fits at a place: see {@link DocumentVocabulary#fits}. */
  boolean fits(String pattern, int at) {
    return words.fits(pattern, text, at);
  }

  /** Where the first word of a class starts that lies between two places; -1 if none does. */
  int first(WordClass role, int start, int end) {
    return words.list(role).firstIndex(text, start, end);
  }

  /** Where the last word of a class starts that lies between two places; -1 if none does. */
  int last(WordClass role, int start, int end) {
    return words.list(role).lastIndex(text, start, end);
  }

  boolean isBetween(WordClass role, int start, int end) {
    return first(role, start, end) >= 0;
  }

  boolean isAnyBetween(int start, int end, WordClass... roles) {
    return Stream.of(roles).anyMatch(role -> isBetween(role, start, end));
  }

  /** Where the stretch begins that ends at a place: after the last of some marks. */
  int start(int at, String marks) {
    int i = at;
    while (i > from && marks.indexOf(text.charAt(i - 1)) < 0) {
      i--;
    }
    return i;
  }

  /** Where the clause begins that ends at a place. */
  int clauseStart(int at) {
    return start(at, "。;；,，:");
  }

  /** Where the statement begins that ends at a place: a label before it is a part of it. */
  int statementStart(int at) {
    return start(at, "。;；,，");
  }

  /**
   * Where the phrase begins that ends at a place: after a comma or an opening bracket. Brackets
   * that closed inside of it do not end it: 高出全国平均水平(29.70%)2.48个百分点.
   */
  int phraseStart(int at) {
    int start = start(at, PHRASE_ENDS);
    while (start > from && text.charAt(start - 1) == ')') {
      int open = text.lastIndexOf('(', start - 1);
      if (open < from) {
        break;
      }
      start = start(open, PHRASE_ENDS);
    }
    return start;
  }

  /** Where the last 分别 or 依次 stands, after which figures follow in order; -1 if none does. */
  int lastRespectively(int before) {
    return Math.max(text.lastIndexOf("分别", before), text.lastIndexOf("依次", before));
  }

  /** Where the time ends that starts at a place; the place itself without one. */
  int afterTime(int at) {
    return times.stream().filter(t -> t.from() == at).mapToInt(t -> t.to()).findFirst().orElse(at);
  }

  /** Where the time starts that ends at a place; the place itself without one. */
  int beforeTime(int at) {
    return times.stream().filter(t -> t.to() == at).mapToInt(t -> t.from()).findFirst().orElse(at);
  }

  /** A stretch of text without the times in it. */
  String withoutTimes(int start, int end) {
    StringBuilder plain = new StringBuilder();
    int at = start;
    for (TimeExpression time : times) {
      if (time.from() >= at && time.to() <= end) {
        plain.append(text, at, time.from());
        at = time.to();
      }
    }
    return at > end ? plain.toString() : plain.append(text, at, end).toString();
  }
}
