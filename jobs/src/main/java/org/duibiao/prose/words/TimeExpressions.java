package org.duibiao.prose.words;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duibiao.catalogue.Lexicon;
import org.duibiao.catalogue.Lexicon.WordClass;
import org.duibiao.model.Period;
import org.duibiao.prose.words.TimeForms.Kind;

/** Finds the times that a sentence names. */
public final class TimeExpressions {

  /** Stands for the year of a document that neither names one nor has a day of publication. */
  public static final int UNKNOWN_YEAR = 1;

  /** Whether a time was said without a year, and nothing says which. */
  public static boolean isOfUnknownYear(Period period) {
    return period != null && period.end().getYear() < 1000;
  }

  /**
   * A time in a sentence.
   *
   * @param from where it starts
   * @param to where it ends
   * @param period what it says, read with the year of its context; null if it is no date
   * @param compared whether it is only compared with: 比2019年
   * @param reach how far it governs the figures after it
   */
  public record TimeExpression(int from, int to, Period period, boolean compared, Reach reach) {

    /** Whether it is a date that figures may be of, not one that they are compared with. */
    public boolean isStated() {
      return period != null && !compared && reach != Reach.NONE;
    }
  }

  /** How far a time governs the figures after it. */
  public enum Reach {
    /** No figure: on the day 3月5日 something was announced. */
    NONE,
    /** The next figure: 由2015年的8.2‰降至6.1‰. */
    NEXT_NUMBER,
    /** Its clause: 去年同期为3家. */
    CLAUSE,
    /** All that follows, until another one. */
    UNTIL_NEXT
  }

  /** 较改革前的2020年: words stand between. */
  private static final int LONGEST_COMPARED = 6;

  /** 是去年的2.3倍: the year is only compared with. */
  private static final Pattern MULTIPLE =
      Pattern.compile("(?:全年|同期)?的(?:[\\d.]+|[一二三四五六七八九十两点]+)?倍");

  private static final Pattern PAST_YEAR = Pattern.compile("上一?年|去年|前年");

  /** 上年为3家: what it is contrasted with. */
  private static final Pattern CONTRAST = Pattern.compile("同期?(?=为|是)|则?[为是]|仅|只有");

  /** A day or a month, not a range of them. */
  private static final Pattern DAY = Pattern.compile("(?:\\d+年)?\\d+月(?:份|\\d+[日号])?");

  private static final String EVENT_ENDS = "。;；,，:0123456789";
  private static final int LONGEST_EVENT = 30;

  private final WordList event;
  private final WordList comparedTo;
  private final WordList founded;

  public TimeExpressions(Lexicon lexicon) {
    this.comparedTo = new WordList(lexicon.words(WordClass.COMPARED_TO));
    this.event = new WordList(lexicon.words(WordClass.EVENT));
    this.founded = new WordList(lexicon.words(WordClass.FOUNDED));
  }

  /**
   * The times of a stretch of text, in order.
   *
   * @param year the year of the context
   * @param now the report's own period, for 目前
   * @param today the year in which the text was published, for 今年
   * @param before the time that was named last before, for 当时, or null
   */
  public List<TimeExpression> find(
      String text, int from, int to, int year, Period now, int today, Period before) {
    List<TimeExpression> times = new ArrayList<>();
    Matcher matcher = TimeForms.TIME.matcher(text).region(from, to);
    matcher.useTransparentBounds(true);
    int context = year;
    boolean planned = false;
    boolean dated = false;
    Period last = before;
    while (matcher.find()) {
      int rule = 0;
      int groups = 1;
      while (matcher.group("rule" + rule) == null) {
        groups += TimeForms.GROUPS.get(rule++) + 1;
      }
      TimeForms.Match match =
          new TimeForms.Match(
              matcher, groups, text, context, year, now, today, last, dated, planned);
      Period period;
      try {
        period = TimeForms.RULES.get(rule).period().apply(match);
      } catch (DateTimeException | IllegalArgumentException e) {
        // There is no such time: 2020年13月, 11-9月.
        continue;
      }
      boolean compared = isCompared(text, matcher.start(), matcher.end(), from);
      Kind kind = TimeForms.RULES.get(rule).kind();
      Reach reach = isOfEvent(text, matcher, period) ? Reach.NONE : reach(text, matcher, from);
      times.add(new TimeExpression(matcher.start(), matcher.end(), period, compared, reach));
      if (period == null) {
        continue;
      }
      planned |= kind == Kind.PLAN;
      if (reach == Reach.NONE) {
        continue;
      }
      last = period;
      boolean partFollows =
          kind == Kind.RELATIVE
              && matcher.end() < to
              && Character.isDigit(text.charAt(matcher.end()));
      if (!compared && (kind == Kind.DATED || partFollows)) {
        context = period.end().getYear();
        dated = true;
      }
    }
    return times;
  }

  private static final Pattern PLAN =
      Pattern.compile(TimeForms.PLANS + "[”\"]?[^,，。;；]{0,30}(?:规划|计划|方案|纲要)");

  /** The years of the plan that a title names, or null. */
  public static Period planPeriod(String title) {
    Matcher plan = PLAN.matcher(title);
    return plan.find() ? Period.plan(plan.group(1)) : null;
  }

  /** The years of a plan of which a title tells, as in “十三五”成绩单; null if it names none. */
  public static Period namedPlan(String title) {
    Matcher plan = Pattern.compile(TimeForms.PLANS).matcher(title);
    return plan.find() ? Period.plan(plan.group(1)) : null;
  }

  private boolean isCompared(String text, int start, int end, int floor) {
    return comparedTo.isBefore(text, start, floor)
        || isComparedBefore(text, start, floor)
        || text.startsWith("相比", end)
        || MULTIPLE.matcher(text).region(end, text.length()).lookingAt();
  }

  /** Whether a time that other words describe is compared with: 较最高的2021年. */
  private boolean isComparedBefore(String text, int at, int floor) {
    if (at <= floor || text.charAt(at - 1) != '的') {
      return false;
    }
    int first = comparedTo.lastIndex(text, Math.max(floor, at - LONGEST_COMPARED), at);
    return first >= 0
        && text.substring(first, at).chars().allMatch(c -> Characters.isChinese((char) c));
  }

  /** Whether a day is one on which something was announced or begun: 3月5日举行的发布会. */
  private boolean isOfEvent(String text, Matcher match, Period period) {
    boolean day = period != null && DAY.matcher(match.group()).matches();
    if (!day && !match.group().equals("年初") || text.startsWith("以来", match.end())) {
      return false;
    }
    int end = match.end();
    if (day && end < text.length() && ",，".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    int limit = end;
    int most = Math.min(text.length(), end + (day ? LONGEST_EVENT : 2));
    while (limit < most && EVENT_ENDS.indexOf(text.charAt(limit)) < 0) {
      limit++;
    }
    boolean until = match.start() > 0 && "至止到前后".indexOf(text.charAt(match.start() - 1)) >= 0;
    return !until && event.isBetween(text, end, limit);
  }

  private Reach reach(String text, Matcher match, int floor) {
    int start = match.start();
    char before = start > floor ? text.charAt(start - 1) : 0;
    if (before == '由' || before == '从' || before == '自' && text.startsWith("的", match.end())) {
      return Reach.NEXT_NUMBER;
    }
    boolean clause =
        before == '按'
            || before == '而'
            || PAST_YEAR.matcher(match.group()).matches()
                && CONTRAST.matcher(text).region(match.end(), text.length()).lookingAt()
            || before == '以'
            || match.group().equals("年初")
            || match.group().endsWith("同期")
            || founded.isBefore(text, start, floor);
    return clause ? Reach.CLAUSE : Reach.UNTIL_NEXT;
  }
}
