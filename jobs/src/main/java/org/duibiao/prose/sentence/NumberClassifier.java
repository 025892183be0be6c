package org.duibiao.prose.sentence;

import java.util.ArrayList;
import java.util.List;
import org.duibiao.catalogue.Lexicon.WordClass;
import org.duibiao.ingest.text.NumberSpans;
import org.duibiao.model.code.Bound;
import org.duibiao.normalize.number.ParsedNumber;
import org.duibiao.prose.document.RejectReasons;
import org.duibiao.prose.words.Characters;
import org.duibiao.prose.words.DocumentVocabulary;
import org.duibiao.prose.words.Segmentation;

/** Tells the figures of a sentence from numbers that are no statistic, and reads them. */
final class NumberClassifier {

  private final DocumentVocabulary words;
  private final Sentence sentence;
  private final ContextFilter numbers;
  private final QuantityReader reader;
  private final QuantityFilter figures;

  NumberClassifier(DocumentVocabulary words, Sentence sentence) {
    this.words = words;
    this.sentence = sentence;
    this.numbers = new ContextFilter(words, sentence);
    this.reader = new QuantityReader(words, sentence);
    this.figures = new QuantityFilter(words, sentence);
  }

  List<NumberToken> classifyAll(List<NumberSpans.Span> spans) {
    List<NumberToken> tokens = new ArrayList<>();
    for (NumberSpans.Span span : spans) {
      NumberToken token = new NumberToken(span.from(), span.to());
      classify(token, tokens.isEmpty() ? null : tokens.get(tokens.size() - 1));
      tokens.add(token);
    }
    for (int i = tokens.size() - 2; i >= 0; i--) {
      shareUnit(tokens.get(i), tokens.get(i + 1));
    }
    return tokens;
  }

  /** 分别提升2.11、3.34和0.97个百分点, and 提高2.2个和1.6个百分点: the last one says the unit. */
  private void shareUnit(NumberToken token, NumberToken next) {
    String text = sentence.text();
    boolean joined =
        next.isStatistic()
            && next.measurement
            && next.unit != null
            && next.quantityFrom == token.quantityTo + 1
            && "、和与及".indexOf(text.charAt(token.quantityTo)) >= 0;
    if (!joined || token.number == null) {
      return;
    }
    if (token.isStatistic() && next.unit.equals(token.unit)) {
      shareBound(token, next);
    }
    if (token.unit != null && !token.unit.equals("个")) {
      return;
    }
    boolean fraction = token.hasDecimals();
    int mark = Segmentation.lastRespectively(text, token.quantityFrom);
    boolean listed = mark >= sentence.phraseStart(token.quantityFrom);
    boolean bare = "bare_number".equals(token.rejectReason);
    if (bare && listed || token.isStatistic() && fraction && next.unit.contains("分点")) {
      token.acceptWithUnit(next.unit);
    }
  }

  /** 分别控制在8‰、10‰以内: the bound after the last one is that of all. */
  private void shareBound(NumberToken token, NumberToken next) {
    boolean after = next.number.bound() == Bound.LE || next.number.bound() == Bound.GE;
    boolean listed =
        Segmentation.lastRespectively(sentence.text(), token.quantityFrom)
            >= sentence.phraseStart(token.quantityFrom);
    if (after && listed && token.number.bound() == Bound.EQ && next.quantityFrom == next.from) {
      ParsedNumber.Amount f = token.number;
      token.number =
          new ParsedNumber.Amount(
              f.value(), f.high(), next.number.bound(), f.resolution(), f.scaled(), f.unit());
    }
  }

  private void classify(NumberToken token, NumberToken before) {
    String reason = numbers.rejectReason(token);
    if (reason != null) {
      token.reject(reason, RejectReasons.describe(reason));
      return;
    }
    reader.read(token);
    if (token.isStatistic()) {
      reason = figures.rejectReason(token);
      if ("bare_number".equals(reason) && repeats(token, before)) {
        token.unit = before.unit;
        token.measurement = true;
        reason = null;
      }
      if (reason != null) {
        token.reject(reason, RejectReasons.describe(reason));
      }
    }
  }

  /** 全国为74.8岁,本省为77.57: the unit is said once. */
  private boolean repeats(NumberToken token, NumberToken before) {
    return before != null
        && before.isStatistic()
        && before.measurement
        && token.hasDecimals()
        && Characters.isBoundary(sentence.at(token.quantityTo))
        && words.list(WordClass.LINK).before(sentence.text(), token.quantityFrom, sentence.from())
            != null;
  }
}
