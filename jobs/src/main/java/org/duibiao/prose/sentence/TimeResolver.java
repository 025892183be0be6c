package org.duibiao.prose.sentence;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.duibiao.catalogue.EvidenceKind;
import org.duibiao.catalogue.Lexicon.WordClass;
import org.duibiao.model.Period;
import org.duibiao.prose.document.DocumentContext;
import org.duibiao.prose.document.SectionTracker;
import org.duibiao.prose.words.DocumentVocabulary;
import org.duibiao.prose.words.TimeExpressions;
import org.duibiao.prose.words.TimeExpressions.Reach;
import org.duibiao.prose.words.TimeExpressions.TimeExpression;

/**
 * Finds the time of figures: from the times of their sentence, else from the paragraph, a heading
 * or the document. It reads a document in order.
 */
final class TimeResolver {

  private static final Pattern YEARS =
      Pattern.compile("(?<!\\d)(?:19|20)\\d{2}年?(?:[、,和及与](?:19|20)\\d{2}年?)+(?!\\d)");

  private static final Pattern YEAR = Pattern.compile("\\d{4}");
  private static final Pattern DIGIT = Pattern.compile("[0-9]");

  /** What may stand between a time and its figure: 比2012年的7处增加17处, the 7 are of 2012. */
  private static final Set<String> BETWEEN = Set.of("", "(", "的", "为", "末的", "底的");

  private final DocumentVocabulary words;
  private final TimeExpressions times;
  private final DocumentContext document;
  private final SectionTracker sections;
  private final DocumentTime ofDocument;

  // The sentence that is being read.
  private Sentence sentence;
  private String text;

  /** The time that the paragraph is about. */
  private Period context;

  /** Whether that time is known by a name, as 五年来 is. */
  private boolean contextNamed;

  /** The time that the paragraph before a list sets for its items. */
  private Period introduced;

  /** The time that was named last in the paragraph, also if only compared with; null at first. */
  private Period named;

  /** The year from which a sentence before told of a development, or null. */
  private Period developedFrom;

  /** The time that was said of one figure only, and where that ended. */
  private TimeExpression reachedBy;

  private int reachedTo = -1;

  /** Where the figure before ended, if it was where a change starts from. */
  private int earlierFrom = -1;

  TimeResolver(
      DocumentVocabulary words,
      TimeExpressions times,
      DocumentContext document,
      SectionTracker sections,
      DocumentTime ofDocument) {
    this.words = words;
    this.times = times;
    this.document = document;
    this.sections = sections;
    this.ofDocument = ofDocument;
  }

  /**
   * When a figure is of.
   *
   * @param period null if nothing says it
   * @param inferred whether the text says less than the period does
   * @param explanation what led to it, for people
   * @param evidence what it rests on
   */
  record ResolvedTime(Period period, boolean inferred, String explanation, EvidenceKind evidence) {

    static ResolvedTime unknown(String explanation) {
      return new ResolvedTime(null, false, explanation, EvidenceKind.TIME_UNKNOWN);
    }

    /** Whether the sentence or its paragraph says it. */
    boolean stated() {
      return period != null && !inferred;
    }

    /** No time, where nothing says of which year it is. */
    ResolvedTime ofKnownYear() {
      return TimeExpressions.isOfUnknownYear(period) ? unknown("nothing says of which year") : this;
    }
  }

  /** Begins a paragraph, perhaps an item of a list. */
  void beginParagraph(String paragraph) {
    text = paragraph;
    named = null;
    if (!isItem()) {
      introduced = null;
    }
    if (!text.startsWith("—")) {
      context = introduced;
    }
  }

  private boolean isItem() {
    return text.startsWith("—") || SectionTracker.isItem(text);
  }

  /** Begins a sentence of the paragraph: finds the times in it. */
  Sentence beginSentence(int from, int to) {
    Period now =
        document.reportPeriod() == null
            ? Period.year(document.writtenYear())
            : document.reportPeriod();
    List<TimeExpression> said =
        times.find(text, from, to, year(now), now, document.writtenYear(), named);
    sentence = new Sentence(words, text, from, to, said);
    return sentence;
  }

  /** The year of months and days that are said without one. */
  private int year(Period now) {
    if (document.reportPeriod() == null) {
      return now.end().getYear();
    }
    Integer year = context != null ? Integer.valueOf(context.end().getYear()) : sections.year();
    return year != null ? year : now.end().getYear();
  }

  /** Ends a sentence: the sentences after it are of the time that it states. */
  void endSentence() {
    TimeExpression last = last(time -> time.period() != null && time.reach() != Reach.NONE);
    named = last == null ? named : last.period();
    keepSpan();
    TimeExpression told = null;
    for (TimeExpression time : sentence.times()) {
      boolean opens =
          time.from() - sentence.from() <= 8
              || sentence.fits("[,，]|\\z", time.to())
              || sentence.isOneOf(";；,，:", time.from() - 1);
      if (opens
          && holds(time)
          && !isAside(time, sentence.to())
          && (told == null || !isAhead(time.period()))) {
        told = time;
      }
    }
    if (told != null) {
      context = told.period();
      contextNamed = isNamed(told);
    }
  }

  /** Keeps the first year of a sentence that tells of two years, or of the years between them. */
  private void keepSpan() {
    List<Integer> years =
        sentence.times().stream()
            .filter(time -> time.isStated() && !isAhead(time.period()))
            .filter(time -> !isYears(time.period()) || !isNamed(time))
            .flatMap(time -> Stream.of(time.period().start(), time.period().end()))
            .map(LocalDate::getYear)
            .distinct()
            .sorted()
            .toList();
    TimeExpression range =
        last(time -> time.isStated() && isYears(time.period()) && !isNamed(time));
    if (years.size() == 2 || !years.isEmpty() && range != null) {
      developedFrom = Period.year(years.get(0));
    }
  }

  /** Whether a time holds for all that follows it. */
  private static boolean holds(TimeExpression time) {
    return time.isStated() && time.reach() == Reach.UNTIL_NEXT;
  }

  /** Whether years have a name, such as a plan's, and are not said by their first and last. */
  private boolean isNamed(TimeExpression time) {
    return !Character.isDigit(text.charAt(time.from()));
  }

  /**
   * Whether a time stands in brackets that closed before a place, with figures of their own:
   * (2019年全国为77.3岁). Of (截至6月底) what follows is.
   */
  private boolean isAside(TimeExpression time, int before) {
    int open = text.lastIndexOf('(', time.from());
    int close = text.indexOf(')', time.to());
    if (open < sentence.from() || close < 0 || close >= before) {
      return false;
    }
    int closedEarlier = text.indexOf(')', open);
    if (closedEarlier < time.from()) {
      return false;
    }
    return DIGIT
        .matcher(text.substring(open, time.from()) + text.substring(time.to(), close))
        .find();
  }

  /** Ends a paragraph, which may set the time for the list after it: 到2025年,实现以下目标. */
  void endParagraph() {
    if (!isItem()) {
      String end = text.strip();
      boolean opens =
          !end.isEmpty() && Sentence.TERMINATORS.indexOf(end.charAt(end.length() - 1)) < 0;
      TimeExpression last = last(TimeResolver::holds);
      introduced = opens && last != null ? last.period() : null;
    }
  }

  /** The last time of the sentence that fits, or null. */
  private TimeExpression last(Predicate<TimeExpression> fits) {
    return sentence.times().stream().filter(fits).reduce((one, next) -> next).orElse(null);
  }

  /** Whether a time lies after what the document reports on. */
  private boolean isAhead(Period period) {
    return document.reportPeriod() != null && period.end().isAfter(document.reportPeriod().end());
  }

  /** Whether a figure was found to be where a change starts from. */
  boolean startsChange(NumberToken token) {
    return earlierFrom == token.quantityTo;
  }

  /**
   * When the next figure of the sentence is of.
   *
   * @param change whether it says by how much another one changed
   */
  ResolvedTime resolve(NumberToken token, boolean change) {
    Period listed = listedYear(token);
    if (listed != null) {
      return new ResolvedTime(listed, false, "one of a list of years", EvidenceKind.TIME_LISTED);
    }
    TimeExpression before =
        last(
            time ->
                time.isStated()
                    && time.to() <= token.quantityFrom
                    && reaches(time, token)
                    && !isAside(time, token.quantityFrom));
    TimeExpression beside = last(time -> time.period() != null && isBeside(time, token));
    TimeExpression last = beside == null ? before : beside;
    if (sentence.isBetween(WordClass.BASE, sentence.clauseStart(token.quantityFrom), token.from)) {
      TimeExpression base = last(time -> time.period() != null && time.compared());
      last = base == null ? last : base;
    } else if (change && beside == null) {
      last = latest(token, last);
    }
    Period first = isFrom(token) ? startOfChange(token, last) : null;
    if (first != null) {
      return new ResolvedTime(first, false, "where the change starts from", EvidenceKind.TIME_BASE);
    }
    if (last != null) {
      int clause = sentence.clauseStart(token.quantityFrom);
      EvidenceKind where =
          last == beside
              ? EvidenceKind.TIME_BESIDE
              : last.from() >= clause ? EvidenceKind.TIME_CLAUSE : EvidenceKind.TIME_SENTENCE;
      return new ResolvedTime(last.period(), false, text.substring(last.from(), last.to()), where);
    }
    return context == null
        ? ofDocument.resolve()
        : new ResolvedTime(context, false, "of the paragraph", EvidenceKind.TIME_PARAGRAPH);
  }

  /** Of the times before a change since the last semicolon, the latest that is no goal's. */
  private TimeExpression latest(NumberToken token, TimeExpression governing) {
    if (governing == null || isAhead(governing.period())) {
      return governing;
    }
    int start = sentence.start(token.quantityFrom, ";；");
    TimeExpression latest = governing;
    for (TimeExpression time : sentence.times()) {
      if (time.isStated()
          && time.period().end().isAfter(latest.period().end())
          && time.from() >= start
          && time.to() <= token.quantityFrom
          && time.reach() != Reach.NEXT_NUMBER
          && !isAside(time, token.quantityFrom)
          && !isAhead(time.period())) {
        latest = time;
      }
    }
    return latest;
  }

  /** Whether a time stands in brackets after a figure, or is what the figure is compared as. */
  private boolean isBeside(TimeExpression time, NumberToken token) {
    return time.from() == token.quantityTo + 1
            && text.charAt(token.quantityTo) == '('
            && text.startsWith(")", time.to())
        || time.compared()
            && time.to() <= token.quantityFrom
            && BETWEEN.contains(text.substring(time.to(), token.quantityFrom));
  }

  /** The time at which a change starts; null if nothing tells it. */
  private Period startOfChange(NumberToken token, TimeExpression last) {
    TimeExpression from =
        last(time -> time.reach() == Reach.NEXT_NUMBER && time.to() <= token.quantityFrom);
    if (from != null && from.period() != null) {
      return from.period();
    }
    Period told = last == null ? context : last.period();
    Period until = told == null ? document.reportPeriod() : told;
    TimeExpression earlier =
        last(
            time ->
                time.period() != null
                    && time.to() <= token.quantityFrom
                    && time.reach() != Reach.NONE
                    && time != last
                    && !isYears(time.period())
                    && (until == null
                        ? time.compared()
                        : time.period().end().isBefore(until.end())));
    if (earlier != null) {
      return earlier.period();
    }
    if (until == null || !isYears(until)) {
      return developedFrom;
    }
    // What five years from 2021 on start from is of 2020; 2020 to 2025 start in 2020.
    boolean hasName = last == null ? told == null || contextNamed : isNamed(last);
    return Period.year(until.start().getYear() - (hasName ? 1 : 0));
  }

  static boolean isYears(Period period) {
    return period.end().getYear() > period.start().getYear();
  }

  /** 2016、2017、2018年依次为9、8、7: each figure is of the year at its place. */
  private Period listedYear(NumberToken token) {
    if (token.listSize < 2) {
      return null;
    }
    int mark = sentence.lastRespectively(token.quantityFrom);
    Matcher years = YEARS.matcher(text).region(Math.max(0, mark - 80), mark);
    String list = years.results().map(MatchResult::group).reduce((one, next) -> next).orElse("");
    List<Integer> named =
        YEAR.matcher(list).results().map(year -> Integer.valueOf(year.group())).toList();
    return named.size() == token.listSize ? Period.year(named.get(token.listIndex)) : null;
  }

  /** Whether a figure is where a change starts from: 由8.2‰降至6.1‰. */
  private boolean isFrom(NumberToken token) {
    int before = token.quantityFrom - 1;
    boolean from =
        sentence.isOneOf("由从", before) || before == earlierFrom && sentence.isOneOf("、", before);
    earlierFrom = from ? token.quantityTo : -1;
    return from;
  }

  /** Whether a time before a figure governs it. */
  private boolean reaches(TimeExpression time, NumberToken token) {
    int number = token.quantityFrom;
    return switch (time.reach()) {
      case NONE -> false;
      case UNTIL_NEXT -> true;
      case CLAUSE -> sentence.start(number, ",，;；。)") <= time.to();
      case NEXT_NUMBER -> {
        // 由十二五期间的8‰、6‰降至: those that stand right after the first too.
        boolean next =
            time == reachedBy && number == reachedTo + 1 && sentence.isOneOf("、和与", reachedTo);
        boolean reached = next || !DIGIT.matcher(text).region(time.to(), number).find();
        if (reached) {
          reachedBy = time;
          reachedTo = token.quantityTo;
        }
        yield reached;
      }
    };
  }
}
