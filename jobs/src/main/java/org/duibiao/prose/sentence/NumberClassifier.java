package org.duibiao.prose.sentence;

import java.util.ArrayList;
import java.util.List;
import org.duibiao.catalogue.Lexicon.WordClass;
import org.duibiao.ingest.text.NumberSpans.Span;
import org.duibiao.model.code.Bound;
import org.duibiao.normalize.number.ParsedNumber.Amount;
import org.duibiao.prose.words.Characters;

/** Separates the figures of a sentence from other numbers, and reads them. */
final class NumberClassifier {

  private final Sentence sentence;
  private final ContextFilter contexts;
  private final QuantityReader reader;
  private final QuantityFilter quantities;

  NumberClassifier(Sentence sentence) {
    this.sentence = sentence;
    this.contexts = new ContextFilter(sentence);
    this.reader = new QuantityReader(sentence);
    this.quantities = new QuantityFilter(sentence);
  }

  List<NumberToken> classifyAll(List<Span> spans) {
    List<NumberToken> tokens = new ArrayList<>();
    for (Span span : spans) {
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
    boolean joined =
        next.isStatistic()
            && next.measurement
            && next.unit != null
            && next.quantityFrom == token.quantityTo + 1
            && sentence.isOneOf("、和与及", token.quantityTo);
    if (!joined || token.number == null) {
      return;
    }
    boolean listed =
        sentence.lastRespectively(token.quantityFrom) >= sentence.phraseStart(token.quantityFrom);
    if (listed && token.isStatistic() && next.unit.equals(token.unit)) {
      shareBound(token, next);
    }
    if (token.unit != null && !token.unit.equals("个")) {
      return;
    }
    boolean points = token.isStatistic() && token.hasDecimals() && next.unit.contains("分点");
    if (listed && "bare_number".equals(token.rejectReason) || points) {
      token.reject(null, null).measure(next.unit);
    }
  }

  /** 分别控制在8‰、10‰以内: the bound after the last one is that of all. */
  private static void shareBound(NumberToken token, NumberToken next) {
    Amount figure = token.number;
    Bound bound = next.number.bound();
    boolean after = bound == Bound.LE || bound == Bound.GE;
    if (after && figure.bound() == Bound.EQ && next.quantityFrom == next.from) {
      token.number =
          new Amount(
              figure.value(),
              figure.high(),
              bound,
              figure.resolution(),
              figure.scaled(),
              figure.unit());
    }
  }

  private void classify(NumberToken token, NumberToken before) {
    String reason = contexts.rejectReason(token);
    if (reason == null) {
      reader.read(token);
      reason = token.isStatistic() ? quantities.rejectReason(token) : null;
      if ("bare_number".equals(reason) && repeats(token, before)) {
        token.measure(before.unit);
        reason = null;
      }
    }
    if (reason != null) {
      token.reject(reason);
    }
  }

  /** 全国为74.8岁,本省为77.57: the unit is said once. */
  private boolean repeats(NumberToken token, NumberToken before) {
    return before != null
        && before.isStatistic()
        && before.measurement
        && token.hasDecimals()
        && Characters.isBoundary(sentence.at(token.quantityTo))
        && sentence.isBefore(WordClass.LINK, token.quantityFrom);
  }
}
