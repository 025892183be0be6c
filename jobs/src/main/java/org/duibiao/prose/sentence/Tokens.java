package org.duibiao.prose.sentence;

import java.util.ArrayList;
import java.util.List;
import org.duibiao.catalogue.Lexicon.Role;
import org.duibiao.ingest.text.NumberSpans;
import org.duibiao.model.code.Bound;
import org.duibiao.normalize.number.NumberReading;
import org.duibiao.prose.document.Reasons;
import org.duibiao.prose.words.Characters;
import org.duibiao.prose.words.Marks;
import org.duibiao.prose.words.Vocabulary;

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
    for (int i = tokens.size() - 2; i >= 0; i--) {
      share(tokens.get(i), tokens.get(i + 1));
    }
    return tokens;
  }

  /** 分别提升2.11、3.34和0.97个百分点, and 提高2.2个和1.6个百分点: the last one says the unit. */
  private void share(Token token, Token next) {
    String text = sentence.text();
    boolean joined =
        next.isFigure()
            && next.measure
            && next.unit != null
            && next.cellFrom == token.cellTo + 1
            && "、和与及".indexOf(text.charAt(token.cellTo)) >= 0;
    if (!joined || token.figure == null) {
      return;
    }
    if (token.isFigure() && next.unit.equals(token.unit)) {
      shareBound(token, next);
    }
    if (token.unit != null && !token.unit.equals("个")) {
      return;
    }
    boolean fraction = token.hasDecimals();
    int mark = Marks.respectively(text, token.cellFrom);
    boolean listed = mark >= sentence.phrase(token.cellFrom);
    boolean bare = "bare_number".equals(token.no);
    if (bare && listed || token.isFigure() && fraction && next.unit.contains("分点")) {
      token.is(next.unit);
    }
  }

  /** 分别控制在8‰、10‰以内: the bound after the last one is that of all. */
  private void shareBound(Token token, Token next) {
    boolean after = next.figure.bound() == Bound.LE || next.figure.bound() == Bound.GE;
    boolean listed =
        Marks.respectively(sentence.text(), token.cellFrom) >= sentence.phrase(token.cellFrom);
    if (after && listed && token.figure.bound() == Bound.EQ && next.cellFrom == next.from) {
      NumberReading.Figure f = token.figure;
      token.figure =
          new NumberReading.Figure(
              f.value(), f.high(), next.figure.bound(), f.resolution(), f.scaled(), f.unit());
    }
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
        && token.hasDecimals()
        && Characters.isBoundary(sentence.at(token.cellTo))
        && words.list(Role.LINK).before(sentence.text(), token.cellFrom, sentence.from()) != null;
  }
}
