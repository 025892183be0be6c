package org.duibiao.prose;

import java.util.ArrayList;
import java.util.List;
import org.duibiao.catalogue.Lexicon.Role;
import org.duibiao.ingest.NumberSpans;

/** Tells the figures of a sentence from numbers that are no statistic, and reads them. */
final class Tokens {

  private final Vocabulary words;
  private final Sentence sentence;
  private final NumberFilter numbers;
  private final FigureReader reader;
  private final FigureFilter figures;

  Tokens(Vocabulary words, Sentence sentence) {
    this.words = words;
    this.sentence = sentence;
    this.numbers = new NumberFilter(words, sentence);
    this.reader = new FigureReader(words, sentence);
    this.figures = new FigureFilter(words, sentence);
  }

  List<Token> of(List<NumberSpans.Span> spans) {
    List<Token> tokens = new ArrayList<>();
    for (NumberSpans.Span span : spans) {
      Token token = new Token(span.from(), span.to());
      classify(token, tokens.isEmpty() ? null : tokens.get(tokens.size() - 1));
      tokens.add(token);
    }
    return tokens;
  }

  private void classify(Token token, Token before) {
    String no = numbers.reason(token);
    if (no != null) {
      token.no(no, Reasons.of(no));
      return;
    }
    reader.read(token);
    if (token.isFigure()) {
      no = figures.reason(token);
      if ("bare_number".equals(no) && repeats(token, before)) {
        token.unit = before.unit;
        token.measure = true;
        no = null;
      }
      if (no != null) {
        token.no(no, Reasons.of(no));
      }
    }
  }

  /** 全国为74.8岁,本省为77.57: the unit is said once. */
  private boolean repeats(Token token, Token before) {
    return before != null
        && before.isFigure()
        && before.measure
        && token.figure.value().stripTrailingZeros().scale() > 0
        && Characters.isBoundary(sentence.at(token.cellTo))
        && words.list(Role.LINK).before(sentence.text(), token.cellFrom, sentence.from()) != null;
  }
}
