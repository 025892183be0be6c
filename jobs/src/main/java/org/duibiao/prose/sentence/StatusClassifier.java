package org.duibiao.prose.sentence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duibiao.catalogue.EvidenceKind;
import org.duibiao.catalogue.Lexicon.WordClass;
import org.duibiao.model.code.PeriodType;
import org.duibiao.model.code.Status;
import org.duibiao.prose.document.DocumentContext;
import org.duibiao.prose.document.SectionTracker;
import org.duibiao.prose.document.SectionTracker.Modality;
import org.duibiao.prose.sentence.ChangeClassifier.Change;
import org.duibiao.prose.sentence.TimeResolver.ResolvedTime;

/** Decides whether figures of a sentence are actual, targets, plans, standards or comparisons. */
final class StatusClassifier {

  /** A rule does not pay or charge one person so many yuan: it is a sum. */
  private static final BigDecimal HIGHEST_STANDARD = BigDecimal.valueOf(200_000);

  /** 国家标准为77岁, 要求为≤8‰: what others require. */
  private static final Pattern REQUIRED =
      Pattern.compile(
          "国家[\\d年末底“”〇一二三四五六七八九十中长期规划定的]{0,14}(?:要求|标准)(?:为|是|[,，])|[,，](?:要求|标准)(?:为|是)");

  private static final Pattern DIGIT = Pattern.compile("[0-9]");

  private static final String ALREADY = "[^,，;；。:0-9]{2,30}?已[^,，;；。:0-9]{1,4}\\d[\\d.]*<HAN>";

  private final DocumentContext document;
  private final SectionTracker sections;
  private final TimeResolver times;
  private final Sentence sentence;
  private final String text;

  StatusClassifier(
      DocumentContext document, SectionTracker sections, TimeResolver times, Sentence sentence) {
    this.document = document;
    this.sections = sections;
    this.times = times;
    this.sentence = sentence;
    this.text = sentence.text();
  }

  /** A status, and what it rests on. */
  record StatusMatch(Status status, EvidenceKind evidence) {}

  /**
   * The status of a figure.
   *
   * @param clause where its clause begins
   * @param why takes what led to it, for people
   */
  StatusMatch classify(
      NumberToken token, int clause, ResolvedTime when, Change change, List<String> why) {
    if (change.comparison()) {
      return beside(Status.COMPARISON);
    }
    int number = token.quantityFrom;
    int end = token.quantityTo;
    if (isStandard(token, clause)) {
      return beside(Status.STANDARD);
    }
    if (sentence.fits("”?的?目标", end)) {
      return beside(Status.TARGET);
    }
    if (sentence.fits("的(?:国家)?(?:要求|标准)", end)
        || isRequired(token.listSize > 1 ? sentence.lastRespectively(number) : number)) {
      return beside(Status.STANDARD);
    }
    int opened = text.lastIndexOf('(', number);
    boolean inBrackets = opened >= sentence.from() && text.indexOf(')', opened) > number;
    if (inBrackets && sentence.fits("(?<=目标)", opened)) {
      return beside(Status.TARGET);
    }
    // 年初下达的32项年度任务: so many are to be done.
    if (inBrackets && sentence.fits("(?<=任务|计划)", opened)
        || sentence.fits("(?:计划)?任务", end)
        || token.termAfter
            && token.term.endsWith("任务")
            && "项".equals(token.unit)
            && sentence.fits("(?<=(?:下达|确定|部署|安排)的?)", token.from)
        || token.termAfter && sentence.fits(ALREADY, end)) {
      // 85个村卫生室建设已完成45个: so many are to be done.
      return beside(Status.PLAN);
    }
    if (times.startsChange(token)) {
      return new StatusMatch(Status.ACTUAL, EvidenceKind.STATUS_BASE);
    }
    Status intended = token.measurement ? Status.TARGET : Status.PLAN;
    if (isGoal(number)) {
      return beside(intended);
    }
    if (inBrackets && isPastIn(opened, number)) {
      return beside(Status.ACTUAL);
    }
    Cue cue = cue(number);
    if (cue != null) {
      why.add("cue: " + cue.word());
      if (cue.role() != WordClass.PLAN) {
        return cued(cue.role() == WordClass.DONE ? Status.ACTUAL : Status.TARGET);
      }
      if (cue.at() >= sentence.phraseStart(number)) {
        return cued(sentence.isOneOf("到至", number - 1) ? Status.TARGET : intended);
      }
      if (sentence.isBetween(WordClass.TARGET, sentence.from(), cue.at())) {
        // 按照计划,全年将新增20人,死亡率控制在10/10万以下
        return cued(intended);
      }
    }
    boolean plans = sections.modality() == Modality.PLANNED;
    if (when.stated() && document.reportPeriod() != null) {
      LocalDate last = when.period().end();
      LocalDate known =
          document.published() == null
              ? LocalDate.of(document.writtenYear(), 12, 31)
              : document.published();
      boolean ahead =
          last.isAfter(known)
              && (last.getYear() > known.getYear()
                  || document.published() != null && when.period().type() == PeriodType.INSTANT);
      if (ahead) {
        return new StatusMatch(Status.TARGET, EvidenceKind.STATUS_TIME);
      }
      int reported = document.reportPeriod().end().getYear();
      boolean past =
          document.published() != null
              || last.getYear() < reported + (document.planPeriod() == null ? 0 : 1);
      if (past && last.isBefore(known)) {
        return new StatusMatch(Status.ACTUAL, EvidenceKind.STATUS_TIME);
      }
    }
    if (!plans) {
      return new StatusMatch(Status.ACTUAL, EvidenceKind.STATUS_DEFAULT);
    }
    why.add("part to come: " + sections.heading());
    boolean forPeople =
        text.lastIndexOf('为', number) >= Math.max(clause, number - 6)
            && sentence.isBetween(WordClass.WORK_FOR, end, Math.min(text.length(), end + 40));
    return new StatusMatch(forPeople ? intended : Status.TARGET, EvidenceKind.STATUS_SECTION);
  }

  private static StatusMatch beside(Status status) {
    return new StatusMatch(status, EvidenceKind.STATUS_BESIDE);
  }

  private static StatusMatch cued(Status status) {
    return new StatusMatch(status, EvidenceKind.STATUS_CUE);
  }

  /** 国家标准为77岁, 要求为≤8‰, or one of several after such words: what others require. */
  private boolean isRequired(int number) {
    Matcher required = REQUIRED.matcher(text).region(sentence.start(number, ";；"), number);
    return required
        .results()
        .reduce((one, next) -> next)
        .filter(last -> !DIGIT.matcher(sentence.withoutTimes(last.end(), number)).find())
        .isPresent();
  }

  /** Whether an amount of yuan is one that a rule sets: 人均补助标准79元. */
  private boolean isStandard(NumberToken token, int clause) {
    if (token.unit == null
        || !token.unit.startsWith("元")
        || token.number.value().compareTo(HIGHEST_STANDARD) >= 0) {
      return false;
    }
    int end = token.quantityTo;
    int colon = text.lastIndexOf(':', token.quantityFrom);
    return sentence.last(WordClass.STANDARD, clause, token.quantityFrom) >= 0
        || sentence.fits("[^。;；,，]{0,8}?<STANDARD>", end)
        // A label such as 补助标准: stands over the figure.
        || sentence.isBefore(WordClass.STANDARD, colon, 0)
        || text.lastIndexOf('每', token.quantityFrom) >= clause;
  }

  /** 达到80%(2023年为62%): whether brackets tell of a time that is over. */
  private boolean isPastIn(int opened, int number) {
    LocalDate day = document.published();
    return day != null
        && sentence.times().stream()
            .anyMatch(
                time ->
                    time.from() > opened
                        && time.to() <= number
                        && time.period() != null
                        && time.period().end().isBefore(day));
  }

  /** Whether a label such as 年度目标: opens the sentence. */
  private boolean isGoal(int number) {
    int colon = text.lastIndexOf(':', number);
    int length = colon - sentence.from();
    return length > 1 && length <= 12 && sentence.fits("(?<=目标|任务)", colon);
  }

  /** Where words may stand that say it: what two dashes enclose does not hold after them. */
  private int cuesFrom(int to) {
    int start = sentence.start(to, ";；");
    int open = text.indexOf("——", start);
    int close = open < 0 ? -1 : text.indexOf("——", open + 2);
    return close >= 0 && close < to ? close : start;
  }

  private record Cue(WordClass role, int at, String word) {}

  /** The last word before a figure that says whether it is done or intended; quotations aside. */
  private Cue cue(int to) {
    Cue last = null;
    for (int i = cuesFrom(to); i < to; i++) {
      char c = text.charAt(i);
      int close = c == '“' ? text.indexOf('”', i) : c == '《' ? text.indexOf('》', i) : -1;
      if (close > 0 && close < to) {
        i = close;
        continue;
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
    return word.equals("计划") && sentence.fits("(?<=(?![年并还市委区院们均共也])<HAN>)", at);
  }
}
