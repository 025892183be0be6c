package org.duibiao.prose.sentence;

import org.duibiao.prose.words.NormalizedText;

/**
 * A paragraph as it is read, and as it was published.
 *
 * @param normalized the paragraph as it is read
 * @param published the same as published
 * @param start the place of the published text in the document, in code points
 */
public record Passage(NormalizedText normalized, String published, int start) {

  private static final int LONGEST_QUOTE = 160;

  String text() {
    return normalized.chars();
  }

  /** The words around a number, as published. */
  String quote(NumberToken token, Sentence sentence) {
    int from = sentence.from();
    int to = sentence.to();
    if (to - from > LONGEST_QUOTE) {
      from = sentence.clauseStart(Math.max(from, token.quantityFrom - LONGEST_QUOTE / 3));
      to = Math.min(to, Math.max(token.quantityTo, from + LONGEST_QUOTE));
    }
    return asPublished(from, to).strip();
  }

  /** A stretch of the text as published. */
  String asPublished(int from, int to) {
    int most = published.codePointCount(0, published.length());
    int first = Math.min(most, normalized.start(from) - start);
    int last = Math.min(most, normalized.end(Math.max(from, to - 1)) - start);
    int begin = published.offsetByCodePoints(0, first);
    return published.substring(
        begin, published.offsetByCodePoints(begin, Math.max(0, last - first)));
  }
}
