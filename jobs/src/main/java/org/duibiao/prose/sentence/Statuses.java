package org.duibiao.prose.sentence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.duibiao.catalogue.Lexicon.Role;
import org.duibiao.model.code.Status;
import org.duibiao.prose.document.Document;
import org.duibiao.prose.document.Sections;
import org.duibiao.prose.words.Characters;
import org.duibiao.prose.words.Vocabulary;

/** Tells whether figures of a sentence are so, or promised, required, or only compared with. */
final class Statuses {

  /** No one is paid or charged so many yuan by a rule: it is a sum. */
  private static final BigDecimal HIGHEST_STANDARD = BigDecimal.valueOf(200_000);

  private static final Pattern ALREADY =
      Pattern.compile("[^,，;；。:0-9]{2,30}?已[^,，;；。:0-9]{1,4}\\d[\\d.]*[\\u4E00-\\u9FFF]");

  private final Vocabulary words;
  private final Document document;
  private final Sections sections;
  private final Dating dating;
  private final Sentence sentence;
  private final String text;

  Statuses(
      Vocabulary words, Document document, Sections sections, Dating dating, Sentence sentence) {
    this.words = words;
    this.document = document;
    this.sections = sections;
    this.dating = dating;
    this.sentence = sentence;
    this.text = sentence.text();
  }

  /**
   * The status of a figure.
   *
   * @param clause where its clause begins
   * @param why takes what led to it, for people
   */
  Status of(Token token, int clause, Dating.When when, Changes.Change change, List<String> why) {
    int from = sentence.from();
    if (change.comparison()) {
      return Status.COMPARISON;
    }
    boolean money =
        token.unit != null
            && token.unit.startsWith("元")
            && token.figure.value().compareTo(HIGHEST_STANDARD) < 0;
    boolean ruled =
        words.list(Role.STANDARD).last(text, clause, token.cellFrom) >= 0
            || words
                    .list(Role.STANDARD)
                    .first(text, token.cellTo, Math.min(token.cellTo + 12, clauseEnd(token.cellTo)))
                >= 0
            || isLabelled(token)
            || text.lastIndexOf('每', token.cellFrom) >= clause;
    if (money && ruled) {
      return Status.STANDARD;
    }
    if (text.startsWith("的目标", token.cellTo) || text.startsWith("目标", token.cellTo)) {
      return Status.TARGET;
    }
    if (text.startsWith("的要求", token.cellTo) || text.startsWith("的标准", token.cellTo)) {
      return Status.STANDARD;
    }
    int opened = text.lastIndexOf('(', token.cellFrom);
    if (opened >= Math.max(from, 2)
        && text.indexOf(')', opened) > token.cellFrom
        && text.startsWith("目标", opened - 2)) {
      return Status.TARGET;
    }
    boolean ofTask = opened >= Math.max(from, 2) && text.indexOf(')', opened) > token.cellFrom;
    if (ofTask && (text.startsWith("任务", opened - 2) || text.startsWith("计划", opened - 2))) {
      return Status.PLAN;
    }
    if (text.startsWith("任务", token.cellTo) || text.startsWith("计划任务", token.cellTo)) {
      return Status.PLAN;
    }
    if (token.termAfter && ALREADY.matcher(text).region(token.cellTo, text.length()).lookingAt()) {
      // 85个村卫生室建设已完成45个: so many are to be done.
      return Status.PLAN;
    }
    if (dating.startsChange(token)) {
      return Status.ACTUAL;
    }
    if (isGoal(token, from)) {
      return token.measure ? Status.TARGET : Status.PLAN;
    }
    boolean plans = sections.current() == Sections.Mood.PLAN;
    if (opened >= from && text.indexOf(')', opened) > token.cellFrom && isPastIn(opened, token)) {
      return Status.ACTUAL;
    }
    Cue cue = cue(from, token.cellFrom);
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
          if (cue.at() >= sentence.phrase(token.cellFrom)) {
            char link = text.charAt(Math.max(0, token.cellFrom - 1));
            boolean level = token.measure || link == '到' || link == '至';
            return level ? Status.TARGET : Status.PLAN;
          }
          if (words.list(Role.TARGET).first(text, from, cue.at()) >= 0) {
            // 按照计划,全年将新增20人,死亡率控制在10/10万以下
            return token.measure ? Status.TARGET : Status.PLAN;
          }
        }
      }
    }
    if (when.said() && document.now() != null) {
      LocalDate end = when.period().end();
      LocalDate known =
          document.published() == null
              ? LocalDate.of(document.today(), 12, 31)
              : document.published();
      if (end.getYear() > known.getYear()) {
        return Status.TARGET;
      }
      boolean past =
          document.plan() == null
              ? end.getYear() < document.now().end().getYear()
              : end.getYear() <= document.now().end().getYear();
      if (plans && past && end.isBefore(known)) {
        return Status.ACTUAL;
      }
    }
    if (!plans) {
      return Status.ACTUAL;
    }
    why.add("part to come: " + sections.heading());
    boolean forPeople =
        text.lastIndexOf('为', token.cellFrom) >= Math.max(clause, token.cellFrom - 6)
            && words
                    .list(Role.WORK_FOR)
                    .first(text, token.cellTo, Math.min(text.length(), token.cellTo + 40))
                >= 0;
    return forPeople && !token.measure ? Status.PLAN : Status.TARGET;
  }

  /** 达到80%(2023年为62%): whether brackets tell of a time that is over. */
  private boolean isPastIn(int opened, Token token) {
    LocalDate day = document.published();
    return day != null
        && sentence.times().stream()
            .anyMatch(
                time ->
                    time.from() > opened
                        && time.to() <= token.cellFrom
                        && time.period() != null
                        && time.period().end().isBefore(day));
  }

  /** Whether a label such as 年度目标: opens the sentence. */
  private boolean isGoal(Token token, int from) {
    int colon = text.lastIndexOf(':', token.cellFrom);
    return colon > from + 1
        && colon - from <= 12
        && (text.startsWith("目标", colon - 2) || text.startsWith("任务", colon - 2));
  }

  /** Whether a label such as 补助标准: stands over the figure. */
  private boolean isLabelled(Token token) {
    for (int i = token.cellFrom; i > 0; i--) {
      if (text.charAt(i) == ':') {
        return words.list(Role.STANDARD).before(text, i, 0) != null;
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

  private record Cue(Role role, int at, String word) {}

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
      String none = words.list(Role.NOT_PLAN).at(text, i);
      if (none != null) {
        i += none.length() - 1;
        continue;
      }
      for (Role role : List.of(Role.DONE, Role.TARGET, Role.PLAN)) {
        String word = words.list(role).at(text, i);
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
