package org.duibiao.prose.sentence;

import java.util.ArrayList;
import java.util.List;
import org.duibiao.catalogue.Lexicon.WordClass;
import org.duibiao.ingest.text.NumberSpans.Span;
import org.duibiao.model.code.Bound;
import org.duibiao.normalize.number.NumberReader;
import org.duibiao.normalize.number.ParsedNumber.Amount;
import org.duibiao.prose.words.Characters;

/** Separates the figures of a sentence from other numbers, and reads them. */
final class NumberClassifier {

  private static final int LONGEST_ASIDE = 12;

  private final Sentence sentence;
  private final String text;
  private final NumberFilter filter;
  private final QuantityReader reader;

  NumberClassifier(Sentence sentence) {
    this.sentence = sentence;
    this.text = sentence.text();
    this.filter = new NumberFilter(sentence);
    this.reader = new QuantityReader(sentence);
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
    for (int i = 1; i < tokens.size(); i++) {
      shareFirstBound(tokens.get(i - 1), tokens.get(i));
    }
    rejectLabels(tokens);
    return tokens;
  }

  /** 2.1万张2.3万张2.4万张: figures of one unit with nothing between are the labels of a chart. */
  private static void rejectLabels(List<NumberToken> tokens) {
    List<NumberToken> labels = new ArrayList<>();
    for (int i = 1; i < tokens.size(); i++) {
      NumberToken token = tokens.get(i - 1);
      NumberToken next = tokens.get(i);
      boolean beside = token.isStatistic() && next.isStatistic() && token.unit != null;
      if (beside && token.quantityTo == next.quantityFrom && token.unit.equals(next.unit)) {
        labels.add(token);
        labels.add(next);
      }
    }
    labels.forEach(label -> label.reject("labels"));
  }

  /** 分别提升2.11、3.34和0.97个百分点, and 提高2.2个和1.6个百分点: the last one says the unit. */
  private void shareUnit(NumberToken token, NumberToken next) {
    boolean joined =
        next.isStatistic()
            && next.unit != null
            && next.quantityFrom == token.quantityTo + 1
            && sentence.isOneOf("、和与及", token.quantityTo);
    if (!joined || token.number == null) {
      return;
    }
    boolean listed =
        sentence.lastRespectively(token.quantityFrom) >= sentence.phraseStart(token.quantityFrom);
    if (listed && token.isStatistic() && token.measurement && next.measurement) {
      shareBound(token, next);
    }
    if (token.unit != null && !token.unit.equals("个")) {
      return;
    }
    boolean points = token.isStatistic() && token.hasDecimals() && next.unit.contains("分点");
    boolean fractions = token.in(text).indexOf('.') > 0 && next.in(text).indexOf('.') > 0;
    boolean bare =
        "bare_number".equals(token.rejectReason) || token.unit == null && token.isStatistic();
    if ((listed || fractions) && bare || points) {
      token.reject(null, null);
      token.unit = next.unit;
      token.measurement = next.measurement;
      scale(token, next);
    }
  }

  /** 分别为2.5、3.8和4.1亿元: the scale of the last one is that of all. */
  private void scale(NumberToken token, NumberToken next) {
    String scale = next.scale == null ? next.in(text).replaceAll("[^万亿]", "") : next.scale;
    boolean own = token.in(text).matches(".*[万亿].*");
    if (!scale.isEmpty()
        && !own
        && NumberReader.read(token.in(text) + scale + "个") instanceof Amount amount) {
      token.number = amount;
      token.scale = scale;
    }
  }

  /** 分别不高于8‰、10‰: the bound before the first one is that of all. */
  private void shareFirstBound(NumberToken first, NumberToken token) {
    boolean joined =
        first.isStatistic()
            && token.isStatistic()
            && first.measurement
            && token.measurement
            && first.quantityTo + 1 == token.quantityFrom
            && token.quantityFrom == token.from
            && token.number.bound() == Bound.EQ
            && sentence.isOneOf("、和与及", first.quantityTo);
    if (!joined) {
      return;
    }
    int mark = sentence.lastRespectively(first.quantityFrom);
    Bound bound = first.number.bound();
    boolean before = mark >= sentence.phraseStart(first.quantityFrom) && first.sharesBound();
    if (before && bound != Bound.EQ && bound != Bound.RANGE) {
      token.number = withBound(token.number, bound);
      token.boundShared = true;
    }
  }

  private static Amount withBound(Amount figure, Bound bound) {
    return new Amount(
        figure.value(), figure.high(), bound, figure.resolution(), figure.scaled(), figure.unit());
  }

  /** 分别控制在8‰、10‰以内: the bound after the last one is that of all. */
  private static void shareBound(NumberToken token, NumberToken next) {
    Amount figure = token.number;
    Bound bound = next.number.bound();
    boolean after = bound == Bound.LE || bound == Bound.GE;
    if (after && figure.bound() == Bound.EQ && next.quantityFrom == next.from) {
      token.number = withBound(figure, bound);
    }
  }

  private void classify(NumberToken token, NumberToken before) {
    String reason = filter.rejectReason(token);
    token.unreadable = "torn".equals(reason);
    if (reason == null) {
      reader.read(token);
      reason = token.isStatistic() ? filter.rejectReasonOfQuantity(token) : null;
      // 住院日7.8天,较上年减少0.4天: a change of a duration that is measured.
      if ("duration".equals(reason)
          && before != null
          && before.isStatistic()
          && token.unit != null
          && token.unit.equals(before.unit)
          && sentence.isChangeBefore(token.quantityFrom)) {
        reason = null;
      }
      if ("bare_number".equals(reason) && repeats(token, before)) {
        token.measure(before.unit);
        reason = null;
      } else if (("bare_number".equals(reason) || reason == null && token.isStatistic())
          && token.unit == null
          && isInBrackets(token, before)) {
        token.unit = before.unit;
        token.measurement = before.measurement;
        reason = null;
      }
    }
    if (reason != null) {
      token.reject(reason);
    }
  }

  /** 78.3岁(女81.2、男75.6), 78.3岁(+0.2): brackets do not repeat the unit. */
  private boolean isInBrackets(NumberToken token, NumberToken before) {
    int open = text.lastIndexOf('(', token.from);
    return before != null
        && before.isStatistic()
        && before.measurement
        && token.hasDecimals()
        && open >= sentence.from()
        && text.indexOf(')', open) >= token.quantityTo
        && text.indexOf(')', open) <= token.quantityTo + LONGEST_ASIDE
        && before.quantityTo >= open
        && (Characters.isChinese(sentence.at(token.quantityFrom - 1))
            || sentence.isOneOf("+-", token.from - 1)
            || sentence.isOneOf("+-", token.from));
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
