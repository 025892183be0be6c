package org.duibiao.prose.words;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duibiao.model.Period;

/** Finds the times that a sentence names. */
public record TimeExpressions(DocumentVocabulary words) {

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

  private static final Pattern PAST_YEAR = Pattern.compile("上一?年|去年|前年");

  /** 上年为3家: what it is contrasted with. */
  private static final String CONTRAST = "同期?(?=为|是)|则?[为是]|仅|只有";

  /** A day or a month, not a range of them. */
  private static final Pattern DAY = Pattern.compile("(?:\\d+年)?\\d+月(?:份|\\d+[日号])?");

  /** Words for what is announced or begun, soon after a day. */
  private static final String EVENT = "[,，]?[^。;；,，:0-9]{0,28}?<EVENT>";

  private static final String COMPARED_BEFORE = "(?<=<COMPARED_TO>(?:<HAN>{0,4}的)?)";

  /** 是去年的2.3倍: the year is only compared with. */
  private static final String COMPARED_AFTER = "相比|(?:全年|同期)?的(?:[\\d.]+|[一二三四五六七八九十两点]+)?倍";

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
    TimeForms.Search search = new TimeForms.Search(text, from, to, year, now, today, before);
    for (TimeForms.Rule rule = search.next(); rule != null; rule = search.next()) {
      Period period;
      try {
        period = rule.period().apply(search);
      } catch (DateTimeException | IllegalArgumentException e) {
        // There is no such time: 2020年13月, 11-9月.
        continue;
      }
      TimeExpression time = time(text, search.matcher, period);
      times.add(time);
      if (period != null) {
        search.remember(rule.kind(), period, time);
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

  private TimeExpression time(String text, Matcher match, Period period) {
    int start = match.start();
    int end = match.end();
    boolean compared =
        words.fits(COMPARED_BEFORE, text, start) || words.fits(COMPARED_AFTER, text, end);
    Reach reach = isOfEvent(text, match, period) ? Reach.NONE : reach(text, match);
    return new TimeExpression(start, end, period, compared, reach);
  }

  /** Whether a day is one on which something was announced or begun: 3月5日举行的发布会. */
  private boolean isOfEvent(String text, Matcher match, Period period) {
    boolean day = period != null && DAY.matcher(match.group()).matches();
    return (day || match.group().equals("年初"))
        && !text.startsWith("以来", match.end())
        && !words.fits("(?<=[至止到前后])", text, match.start())
        && words.fits(day ? EVENT : "<EVENT>", text, match.end());
  }

  private Reach reach(String text, Matcher match) {
    int start = match.start();
    String said = match.group();
    boolean from = words.fits("(?<=自)", text, start) && text.startsWith("的", match.end());
    if (from || words.fits("(?<=[由从])", text, start)) {
      return Reach.NEXT_NUMBER;
    }
    boolean clause =
        words.fits("(?<=[按而以]|<FOUNDED>)", text, start)
            || said.equals("年初")
            || said.endsWith("同期")
            || PAST_YEAR.matcher(said).matches() && words.fits(CONTRAST, text, match.end());
    return clause ? Reach.CLAUSE : Reach.UNTIL_NEXT;
  }
}
