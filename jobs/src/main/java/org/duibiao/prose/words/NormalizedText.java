package org.duibiao.prose.words;

import java.util.ArrayList;
import java.util.List;
import org.duibiao.ingest.text.FoldedText;
import org.duibiao.ingest.text.NumberSpans;
import org.duibiao.ingest.text.NumberSpans.Span;

/**
 * A stretch of text as it is read: folded, its synonyms mapped back, broken lines joined. It knows
 * where its numbers are, and the place of each character in the document.
 */
public final class NormalizedText {

  private final StringBuilder chars = new StringBuilder();
  private final List<Integer> starts = new ArrayList<>();
  private final List<Integer> ends = new ArrayList<>();
  private final List<Span> numbers = new ArrayList<>();
  private final List<Span> brokenParts = new ArrayList<>();

  /** Appends a paragraph. */
  public void append(FoldedText text, Synonyms synonyms) {
    String folded = text.chars();
    List<Span> spans = NumberSpans.of(text);
    int[] moved = new int[folded.length() + 1];
    for (int i = 0; i < folded.length(); ) {
      String word = synonyms.at(folded, i);
      int length = word == null ? 1 : word.length();
      String stands = word == null ? folded.substring(i, i + 1) : synonyms.canonical(word);
      for (int k = 0; k < length; k++) {
        moved[i + k] = chars.length();
      }
      for (int k = 0; k < stands.length(); k++) {
        add(
            stands.charAt(k),
            text.sourceOffset(i + Math.min(k, length - 1)),
            text.sourceOffsetAfter(
                k == stands.length() - 1 ? i + length - 1 : i + Math.min(k, length - 1)));
      }
      i += length;
    }
    moved[folded.length()] = chars.length();
    for (Span span : spans) {
      Span here = new Span(moved[span.from()], moved[span.to()]);
      Span last = numbers.isEmpty() ? null : numbers.get(numbers.size() - 1);
      boolean broken =
          last != null && span.from() == 0 && last.to() == here.from() && isBroken(here);
      if (broken) {
        numbers.set(numbers.size() - 1, new Span(last.from(), here.to()));
        brokenParts.add(here);
      } else {
        numbers.add(here);
      }
    }
  }

  /** Whether a line was broken inside a number: digits end it, and digits or 万 go on. */
  private boolean isBroken(Span second) {
    char before = chars.charAt(second.from() - 1);
    char after = chars.charAt(second.from());
    return before >= '0'
        && before <= '9'
        && (after >= '0' && after <= '9' || after == '万' || after == '亿');
  }

  /** The second parts of numbers that a line end had broken: they are read with the first. */
  public List<Span> brokenParts() {
    return brokenParts;
  }

  private void add(char c, int start, int end) {
    starts.add(start);
    ends.add(end);
    chars.append(c);
  }

  public String chars() {
    return chars.toString();
  }

  public boolean isEmpty() {
    return chars.isEmpty();
  }

  public List<Span> numbers() {
    return numbers;
  }

  /** The place of a character in the document. */
  public int start(int index) {
    return starts.get(index);
  }

  /** The place after a character in the document. */
  public int end(int index) {
    return ends.get(index);
  }
}
