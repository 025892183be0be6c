package org.duibiao.prose.sentence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.duibiao.catalogue.Lexicon.WordClass;
import org.duibiao.model.code.Status;
import org.duibiao.prose.document.DocumentContext;
import org.duibiao.prose.document.SectionTracker;
import org.duibiao.prose.document.SectionTracker.Modality;
import org.duibiao.prose.sentence.ChangeClassifier.Change;
import org.duibiao.prose.sentence.TimeResolver.ResolvedTime;
import org.duibiao.prose.words.Characters;
import org.duibiao.prose.words.DocumentVocabulary;

/** Tells whether figures of a sentence are so, or promised, required, or only compared with. */
final class StatusClassifier {

  /** No one is paid or charged so many yuan by a rule: it is a sum. */
  private static final BigDecimal HIGHEST_STANDARD = BigDecimal.valueOf(200_000);

  private static final Pattern ALREADY =
      Pattern.compile("[^,，;；。:0-9]{2,30}?已[^,，;；。:0-9]{1,4}\\d[\\d.]*[\\u4E00-\\u9FFF]");

  private final DocumentVocabulary words;
  private final DocumentContext document;
  private final SectionTracker sections;
  private final TimeResolver timeResolver;
  private final Sentence sentence;
  private final String text;

  StatusClassifier(
      DocumentVocabulary words,
      DocumentContext document,
      SectionTracker sections,
      TimeResolver dating,
      Sentence sentence) {
    this.words = words;
    this.document = document;
    this.sections = sections;
    this.timeResolver = dating;
    this.sentence = sentence;
    this.text = sentence.text();
  }

  /**
   * The status of a figure.
   *
   * @param clause where its clause begins
   * @param why takes what led to it, for people
   */
  Status classify(
      NumberToken token, int clause, ResolvedTime when, Change change, List<String> why) {
    int from = sentence.from();
    if (change.comparison()) {
      return Status.COMPARISON;
    }
    boolean money =
        token.unit != null
            && token.unit.startsWith("元")
            && token.number.value().compareTo(HIGHEST_STANDARD) < 0;
    boolean ruled =
        sentence.last(WordClass.STANDARD, clause, token.quantityFrom) >= 0
            || sentence.isBetween(
                WordClass.STANDARD,
                token.quantityTo,
                Math.min(token.quantityTo + 12, clauseEnd(token.quantityTo)))
            || isLabelled(token)
            || text.lastIndexOf('每', token.quantityFrom) >= clause;
    if (money && ruled) {
      return Status.STANDARD;
    }
    if (text.startsWith("的目标", token.quantityTo) || text.startsWith("目标", token.quantityTo)) {
      return Status.TARGET;
    }
    if (text.startsWith("的要求", token.quantityTo) || text.startsWith("的标准", token.quantityTo)) {
      return Status.STANDARD;
    }
    int opened = text.lastIndexOf('(', token.quantityFrom);
    if (opened >= Math.max(from, 2)
        && text.indexOf(')', opened) > token.quantityFrom
        && text.startsWith("目标", opened - 2)) {
      return Status.TARGET;
    }
    boolean ofTask = opened >= Math.max(from, 2) && text.indexOf(')', opened) > token.quantityFrom;
    if (ofTask && (text.startsWith("任务", opened - 2) || text.startsWith("计划", opened - 2))) {
      return Status.PLAN;
    }
    if (text.startsWith("任务", token.quantityTo) || text.startsWith("计划任务", token.quantityTo)) {
      return Status.PLAN;
    }
    if (token.termAfter
        && ALREADY.matcher(text).region(token.quantityTo, text.length()).lookingAt()) {
      // 85个村卫生室建设已完成45个: so many are to be done.
      return Status.PLAN;
    }
    if (timeResolver.startsChange(token)) {
      return Status.ACTUAL;
    }
    if (isGoal(token, from)) {
      return token.measurement ? Status.TARGET : Status.PLAN;
    }
    boolean plans = sections.modality() == Modality.PLANNED;
    if (opened >= from
        && text.indexOf(')', opened) > token.quantityFrom
        && isPastIn(opened, token)) {
      return Status.ACTUAL;
    }
    Cue cue = cue(from, token.quantityFrom);
    if (cue != null) {
      why.add("cue: " + cue.word());
      switch (cue.role()) {
        case DONE -> {
          return Status.ACTUAL;
        }
        case TARGET -> {
          return Status.TARGET;
        }
        default -> {
          if (cue.at() >= sentence.phraseStart(token.quantityFrom)) {
            char link = text.charAt(Math.max(0, token.quantityFrom - 1));
            boolean level = token.measurement || link == '到' || link == '至';
            return level ? Status.TARGET : Status.PLAN;
          }
          if (sentence.isBetween(WordClass.TARGET, from, cue.at())) {
            // 按照计划,全年将新增20人,死亡率控制在10/10万以下
            return token.measurement ? Status.TARGET : Status.PLAN;
          }
        }
      }
    }
    if (when.stated() && document.reportPeriod() != null) {
      LocalDate end = when.period().end();
      LocalDate known =
          document.published() == null
              ? LocalDate.of(document.writtenYear(), 12, 31)
              : document.published();
      if (end.getYear() > known.getYear()) {
        return Status.TARGET;
      }
      boolean past =
          document.planPeriod() == null
              ? end.getYear() < document.reportPeriod().end().getYear()
              : end.getYear() <= document.reportPeriod().end().getYear();
      if (plans && past && end.isBefore(known)) {
        return Status.ACTUAL;
      }
    }
    if (!plans) {
      return Status.ACTUAL;
    }
    why.add("part to come: " + sections.heading());
    boolean forPeople =
        text.lastIndexOf('为', token.quantityFrom) >= Math.max(clause, token.quantityFrom - 6)
            && sentence.isBetween(
                WordClass.WORK_FOR,
                token.quantityTo,
                Math.min(text.length(), token.quantityTo + 40));
    return forPeople && !token.measurement ? Status.PLAN : Status.TARGET;
  }

  /** 达到80%(2023年为62%): whether brackets tell of a time that is over. */
  private boolean isPastIn(int opened, NumberToken token) {
    LocalDate day = document.published();
    return day != null
        && sentence.times().stream()
            .anyMatch(
                time ->
                    time.from() > opened
                        && time.to() <= token.quantityFrom
                        && time.period() != null
                        && time.period().end().isBefore(day));
  }

  /** Whether a label such as 年度目标: opens the sentence. */
  private boolean isGoal(NumberToken token, int from) {
    int colon = text.lastIndexOf(':', token.quantityFrom);
    return colon > from + 1
        && colon - from <= 12
        && (text.startsWith("目标", colon - 2) || text.startsWith("任务", colon - 2));
  }

  /** Whether a label such as 补助标准: stands over the figure. */
  private boolean isLabelled(NumberToken token) {
    for (int i = token.quantityFrom; i > 0; i--) {
      if (text.charAt(i) == ':') {
        return sentence.isBefore(WordClass.STANDARD, i, 0);
      }
    }
    return false;
  }

  private int clauseEnd(int at) {
    int i = at;
    while (i < text.length() && "。;；,，".indexOf(text.charAt(i)) < 0) {
      i++;
    }
    return i;
  }

  private record Cue(WordClass role, int at, String word) {}

  /** The last word before a figure that says whether it is done or intended; quotations aside. */
  private Cue cue(int from, int to) {
    Cue last = null;
    int start = from;
    for (int i = to - 1; i >= from; i--) {
      if (text.charAt(i) == ';' || text.charAt(i) == '；') {
        start = i + 1;
        break;
      }
    }
    for (int i = start; i < to; i++) {
      char c = text.charAt(i);
      if (c == '“' || c == '《') {
        int close = text.indexOf(c == '“' ? '”' : '》', i);
        if (close > 0 && close < to) {
          i = close;
          continue;
        }
      }
      String none = sentence.wordAt(WordClass.NOT_PLAN, i);
      if (none != null) {
        i += none.length() - 1;
        continue;
      }
      for (WordClass role : List.of(WordClass.DONE, WordClass.TARGET, WordClass.PLAN)) {
        String word = sentence.wordAt(role, i);
        if (word != null && i + word.length() <= to && !isNoun(word, i)) {
          last = new Cue(role, i, word);
          i += word.length() - 1;
          break;
        }
      }
    }
    return last;
  }

  /** 计划 is a noun after another word, such as 行动计划. */
  private boolean isNoun(String word, int at) {
    return word.equals("计划")
        && at > 0
        && Characters.isChinese(text.charAt(at - 1))
        && "年并还市委区院们均共也".indexOf(text.charAt(at - 1)) < 0;
  }
}
