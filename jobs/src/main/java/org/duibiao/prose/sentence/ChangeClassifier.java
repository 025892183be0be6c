package org.duibiao.prose.sentence;

import org.duibiao.catalogue.Lexicon.WordClass;
import org.duibiao.model.code.Measure;
import org.duibiao.prose.words.DocumentVocabulary;

/** Separates levels, changes over time, and comparisons with other areas or goals. */
final class ChangeClassifier {

  private final DocumentVocabulary words;
  private final Sentence sentence;
  private final String text;

  /** The change of the figure before, for lists: 分别增长9.6%、10.3%和14.8%. */
  private Change lastChange = Change.NONE;

  private int lastEnd = -1;

  ChangeClassifier(Sentence sentence) {
    this.words = sentence.words();
    this.sentence = sentence;
    this.text = sentence.text();
  }

  /**
   * Whether a figure is a level, a change or a comparison.
   *
   * @param decrease whether it is a change downwards
   * @param comparison whether it compares with another area, or a goal
   */
  record Change(Measure measure, boolean decrease, boolean comparison) {
    static final Change NONE = of(Measure.LEVEL);
    static final Change COMPARISON = new Change(Measure.LEVEL, false, true);
    static final Change BELOW = new Change(Measure.LEVEL, true, true);

    static Change of(Measure measure) {
      return new Change(measure, false, false);
    }

    static Change decrease(Measure measure) {
      return new Change(measure, true, false);
    }
  }

  /** What the next figure of the sentence is; its clause begins at a place. */
  Change classify(NumberToken token, int clause) {
    boolean listed =
        lastEnd >= 0
            && token.quantityFrom > lastEnd
            && token.quantityFrom - lastEnd <= 2
            && "、和及与，".indexOf(text.charAt(lastEnd)) >= 0;
    lastChange = listed ? lastChange : changeOf(token, clause);
    lastEnd = token.quantityTo;
    return lastChange;
  }

  private Change changeOf(NumberToken token, int clause) {
    if (token.average) {
      return Change.NONE;
    }
    if (token.doubling) {
      return Change.of(Measure.CHANGE_RATE);
    }
    int end = token.quantityFrom;
    if (end > clause && text.charAt(end - 1) == '了') {
      end--;
    }
    if (text.startsWith("分别", Math.max(0, end - 2))) {
      end -= 2;
    }
    String rise = sentence.wordBefore(WordClass.RISE, end, clause);
    String fall = sentence.wordBefore(WordClass.FALL, end, clause);
    String word = fall != null && (rise == null || fall.length() > rise.length()) ? fall : rise;
    boolean times = "倍".equals(token.unit) || "番".equals(token.unit);
    boolean points = token.unit != null && token.unit.contains("分点");
    boolean rate = times || "%".equals(token.unit) || "‰".equals(token.unit);
    Change change = Change.of(rate ? Measure.CHANGE_RATE : Measure.CHANGE);
    int start = sentence.phraseStart(end);
    if (token.isFraction()
        && sentence.isBetween(WordClass.SHORTFALL, Math.max(start, clause), end)) {
      return Change.BELOW;
    }
    if (token.rank
        || "位".equals(token.unit) && word == null && token.measurement
        || sentence.isBetween(WordClass.DIFFERENCE, Math.max(start, clause), end)) {
      return Change.COMPARISON;
    }
    // 超出省定目标22个百分点.
    boolean another =
        comparesAreas(start, end)
            || sentence.isBetween(WordClass.GOAL, clause, end)
                && sentence.isBetween(WordClass.COMPARATOR, clause, end)
            || isShareOf(token);
    boolean alone = word != null && word.length() == end - start && start > sentence.from();
    if (alone && word.length() == 1 && comparesAreas(sentence.phraseStart(start - 1), start)) {
      // 低于全国的6万元,少0.8万元
      return word.equals(fall) ? Change.BELOW : Change.COMPARISON;
    }
    if (word == null) {
      if (sentence.at(token.quantityFrom - 1) == '+') {
        // 同比+0.24岁
        return change;
      }
      if (token.ratio) {
        return Change.NONE;
      }
      // 高于全省平均水平(78.8岁)1.06岁: its level was told before.
      boolean apart =
          another && (sentence.at(end - 1) == ')' || text.lastIndexOf("高出", end) >= start);
      // 低于全省0.6岁, but 低于全省的78.2岁 is a level.
      boolean below =
          another
              && token.isFraction()
              && sentence.last(WordClass.FALL, start, end) >= 0
              && words.otherAreas().isBefore(text, end, start);
      if (times || apart || below || isShareOf(token)) {
        return below ? Change.BELOW : Change.COMPARISON;
      }
      if (rate && names(WordClass.GROWTH, start, end)) {
        return change;
      }
      if (rate && names(WordClass.DECLINE, start, end)) {
        return Change.decrease(change.measure());
      }
      if (points) {
        return another ? Change.COMPARISON : change;
      }
      return isAdded(token, clause) ? Change.of(Measure.NEW) : Change.NONE;
    }
    boolean brief = word.length() == 1;
    boolean compares = sentence.isBetween(WordClass.COMPARATOR, start, end - word.length());
    boolean grown = end < token.quantityFrom;
    if (another || brief && compares && !overTime(Math.max(sentence.from(), start - 30), end)) {
      return word.equals(fall) ? Change.BELOW : Change.COMPARISON;
    }
    if (brief && !compares && !points && !rate && !grown) {
      return Change.NONE;
    }
    if (brief && times) {
      return Change.COMPARISON;
    }
    return word.equals(fall) ? Change.decrease(change.measure()) : change;
  }

  /** Whether a growth or a decline is named before a figure: 增幅, 降幅. */
  private boolean names(WordClass change, int from, int to) {
    // 平均降幅 is itself what is measured.
    return overTime(from, to) ? sentence.isBetween(change, from, to) : sentence.isAt(change, from);
  }

  /** Whether the words before a figure compare with another time. */
  private boolean overTime(int from, int to) {
    int ratio = text.indexOf("同比", from);
    return ratio >= 0 && ratio < to
        || sentence.times().stream()
            .anyMatch(time -> time.compared() && time.from() >= from && time.to() <= to);
  }

  /** Whether the words before a change compare with another area: 高于全省平均水平. */
  private boolean comparesAreas(int from, int to) {
    for (int i = from; i < to; i++) {
      if (sentence.isAt(WordClass.AVERAGE, i)
          && (words.wholes().isBetween(text, from, i + 1)
              || words.ownAreaWords().isBefore(text, i, from))) {
        return true;
      }
      if (words.otherAreas().isAt(text, i) && sentence.isBefore(WordClass.COMPARATOR, i, from)) {
        return true;
      }
    }
    return false;
  }

  /** 不到某市的七成. */
  private boolean isShareOf(NumberToken token) {
    int end = token.quantityFrom - 1;
    if (!"%".equals(token.unit) || end <= 0 || text.charAt(end) != '的') {
      return false;
    }
    String area = words.otherAreas().before(text, end, 0);
    // 占全省的4%: of a whole of which it is a part.
    return area != null && !text.substring(0, end - area.length()).matches("(?s).*占(?:到|了)?");
  }

  private boolean isAdded(NumberToken token, int clause) {
    // 新(改、扩)建 is 新改扩建.
    String before = text.substring(clause, token.quantityFrom).replaceAll("[()、]", "");
    return words.list(WordClass.ADDED).occursIn(before);
  }
}
