package org.duibiao.prose.words;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duibiao.catalogue.Lexicon;
import org.duibiao.catalogue.Lexicon.WordClass;
import org.duibiao.model.Period;
import org.duibiao.model.code.PeriodType;

/** Finds the times that a sentence names. */
public final class TimeExpressions {

  /**
   * A time in a sentence.
   *
   * @param from where it starts
   * @param to where it ends
   * @param period what it says, read with the year of its context; null if it is no date
   * @param compared whether it is only compared with: 比2019年
   * @param reach how far it governs the figures after it
   */
  public record TimeExpression(int from, int to, Period period, boolean compared, Reach reach) {}

  /** How far a time governs the figures after it. */
  public enum Reach {
    /** The next figure: 由2015年的8.2‰降至6.1‰. */
    NEXT_NUMBER,
    /** Its clause: 去年同期为3家. */
    CLAUSE,
    /** All that follows, until another one. */
    UNTIL_NEXT
  }

  private static final String YEAR = "(?<![\\d.])((?:19|20)\\d{2})";

  private static final String RANGE_MARK = "[-—~至到]{1,2}";
  private static final String COUNT = "([一二两三四五六七八九十]{1,3}|\\d{1,2})";

  private static final Pattern TIME =
      Pattern.compile(
          // 1-2: years
          YEAR
              + "年?"
              + RANGE_MARK
              + "((?:19|20)\\d{2})(?:年度?|(?=[)”]))(?:期间|间)?"
              // 3-5: a day
              + "|"
              + YEAR
              + "(?:年(\\d{1,2})月(\\d{1,2})[日号]|[-./](\\d{1,2})[-./](\\d{1,2})(?!\\d))"
              // 8-10: months of a year
              + "|"
              + YEAR
              + "年(\\d{1,2})月?"
              + RANGE_MARK
              + "(\\d{1,2})月份?"
              // 11-13: a month
              + "|"
              + YEAR
              + "年(\\d{1,2})月(?:份)?([末底])?"
              // 14-15: a part of a year
              + "|"
              + YEAR
              + "年?度?(上半年|下半年|前三季度|前[23]季度|第?[一二三四1-4]季度|年末|年底|末|底|年终|年中(?![国医小西心央老青外等级药成])|全年)"
              // 16: a year; and the time since
              + "|"
              + YEAR
              + "年度?(?!代)"
              // 17-18: a year in words
              + "|([一二][〇○零九][〇○零一二三四五六七八九]{2})年度?(上半年|下半年|末|底|年末|年底)?"
              // 19-20: a year by its distance
              + "|(今年|本年度?|当年(?!价)|去年|上年|上一年|前年|明年|来年)"
              + "(以来|上半年|下半年|前三季度|一季度|末|底|年末|年底|同期|全年)?"
              // 21: a part of the year
              + "|(上半年|下半年|前三季度|前三个季度|一季度|第一季度|二季度|第二季度|三季度|第三季度|四季度|第四季度)"
              // 22-23: days and months of the year
              + "|(?<![\\d.])(\\d{1,2})月(\\d{1,2})[日号]"
              // 24-25
              + "|(?<![\\d.])(\\d{1,2})月?"
              + RANGE_MARK
              + "(\\d{1,2})月份?"
              // 26-27
              + "|(?<![\\d.])(\\d{1,2})月(?:份)?([末底])?(?!子|度)"
              // 28-29: plans
              + "|[“\"]?(九五|十一五|十二五|十三五|十四五|十五五)[”\"]?(期间|时期|末期?|规划|以来|收官)?"
              // 30-31: the last years
              + "|(?:近|过去|最近)"
              + COUNT
              + "(?:年|个年度)(来|间)?"
              // 32: years to come
              + "|(?:未来|今后|接下来)"
              + COUNT
              + "年(?:内|间)?"
              // 33
              + "|"
              + COUNT
              + "年(?:之)?内"
              // 34: years
              + "|"
              + COUNT
              + "年(?:来|间|多来|多|(?=平均|增加|增长|提高|提升|上升|下降|降低|延长))"
              // 35: now
              + "|(目前|当前|截至目前|截止目前|至今|现阶段)"
              // 36: a time of the day
              + "|((?<![\\d.])\\d{1,2}[时点](?:\\d{1,2}分)?(?!\\d))"
              // 37: the end of the year
              + "|(年末|年底|年终|年初)(?!人口)");

  /** 2021年起 and 2021年以来 reach until now. */
  private static final Pattern SINCE = Pattern.compile("以来|起(?=[,，])|开始(?=[,，])");

  /** 较改革前的2020年: words stand between. */
  private static final int LONGEST_COMPARED = 6;

  /** 是去年的2.3倍: the year is only compared with. */
  private static final Pattern MULTIPLE =
      Pattern.compile("(?:全年|同期)?的(?:[\\d.]+|[一二三四五六七八九十两点]+)?倍");

  private final WordList comparedTo;
  private final WordList founded;

  public TimeExpressions(Lexicon lexicon) {
    this.comparedTo = new WordList(lexicon.words(WordClass.COMPARED_TO));
    this.founded = new WordList(lexicon.words(WordClass.FOUNDED));
  }

  /**
   * The times of a stretch of text, in order.
   *
   * @param year the year of the context
   * @param now the report's own period, for 目前
   * @param today the year in which the text was published, for 今年
   */
  public List<TimeExpression> find(String text, int from, int to, int year, Period now, int today) {
    List<TimeExpression> times = new ArrayList<>();
    Matcher matcher = TIME.matcher(text).region(from, to);
    matcher.useTransparentBounds(true);
    int context = year;
    boolean planned = false;
    while (matcher.find()) {
      TimeExpression time = time(matcher, context, year, now, today, text, from, planned);
      if (time == null) {
        continue;
      }
      times.add(time);
      planned |= matcher.group(28) != null && time.period() != null;
      boolean partFollows =
          matcher.group(19) != null
              && matcher.end() < to
              && Character.isDigit(text.charAt(matcher.end()));
      if (time.period() != null && !time.compared() && (isAbsolute(matcher) || partFollows)) {
        context = time.period().end().getYear();
      }
    }
    return times;
  }

  private static final Pattern PLAN =
      Pattern.compile("(九五|十一五|十二五|十三五|十四五|十五五)[”\"]?[^,，。;；]{0,30}(?:规划|计划|方案|纲要)");

  /** The years of the plan that a title names, or null. */
  public static Period planPeriod(String title) {
    Matcher plan = PLAN.matcher(title);
    return plan.find() ? Period.plan(plan.group(1)) : null;
  }

  private static boolean isAbsolute(Matcher m) {
    return m.group(2) != null
        || m.group(3) != null
        || m.group(8) != null
        || m.group(11) != null
        || m.group(14) != null
        || m.group(16) != null
        || m.group(17) != null;
  }

  private TimeExpression time(
      Matcher m,
      int context,
      int year,
      Period now,
      int today,
      String text,
      int floor,
      boolean planned) {
    Period period;
    try {
      if (m.group(2) != null) {
        int first = number(m, 1);
        int last = number(m, 2);
        period = last > first ? Period.years(first, last) : null;
      } else if (m.group(3) != null) {
        boolean words = m.group(4) != null;
        period =
            Period.instant(
                LocalDate.of(number(m, 3), number(m, words ? 4 : 6), number(m, words ? 5 : 7)));
      } else if (m.group(8) != null) {
        period = months(number(m, 8), number(m, 9), number(m, 10));
      } else if (m.group(11) != null) {
        period = month(number(m, 11), number(m, 12), m.group(13) != null);
      } else if (m.group(14) != null) {
        period = part(number(m, 14), m.group(15));
      } else if (m.group(16) != null) {
        int named = number(m, 16);
        boolean since = SINCE.matcher(text).region(m.end(), text.length()).lookingAt();
        since &= named < now.end().getYear();
        period = since ? years(named, now) : Period.year(named);
      } else if (m.group(17) != null) {
        int named = digits(m.group(17));
        period = m.group(18) == null ? Period.year(named) : part(named, m.group(18));
      } else if (m.group(19) != null) {
        int named = named(m.group(19), now.end().getYear(), context, today);
        String part = m.group(20);
        if ("同期".equals(part)) {
          period = moved(now, named);
        } else if ("以来".equals(part) || part == null && named == now.end().getYear()) {
          period = m.group(19).equals("当年") ? Period.year(named) : now;
        } else {
          period = part == null ? Period.year(named) : part(named, part);
        }
      } else if (m.group(21) != null) {
        period = part(context, m.group(21));
      } else if (m.group(22) != null) {
        period = Period.instant(LocalDate.of(context, number(m, 22), number(m, 23)));
      } else if (m.group(24) != null) {
        period = months(context, number(m, 24), number(m, 25));
      } else if (m.group(26) != null) {
        period = month(context, number(m, 26), m.group(27) != null);
      } else if (m.group(28) != null) {
        period = Period.plan(m.group(28));
        int last = period.end().getYear();
        String tail = m.group(29);
        if (tail != null && tail.startsWith("末")) {
          period = Period.yearEnd(last);
        }
        boolean ahead = last > now.end().getYear();
        if (tail == null && ahead && m.end() < text.length() && isComma(text.charAt(m.end()))) {
          period = Period.year(last); // 展望“十四五”,
        } else if (tail == null || tail.equals("规划")) {
          period = null; // It is a plan's name.
        }
      } else if (m.group(30) != null) {
        int count = count(m.group(30));
        boolean last = count == 1 && m.group().startsWith("过去");
        period =
            last
                ? Period.year(year)
                : Period.years(now.end().getYear() - count + 1, now.end().getYear());
      } else if (m.group(32) != null || m.group(33) != null) {
        int count = count(m.group(m.group(32) != null ? 32 : 33));
        period = planned ? null : Period.years(today, today + count);
      } else if (m.group(34) != null) {
        boolean since = !m.group().endsWith("多") && !planned;
        int last = Math.min(year, now.end().getYear());
        period = since ? Period.years(last - count(m.group(34)) + 1, last) : null;
      } else if (m.group(35) != null) {
        period = Period.instant(now.end());
      } else if (m.group(36) != null) {
        period = null;
      } else {
        period = Period.yearEnd(m.group(37).equals("年初") ? context - 1 : context);
      }
    } catch (DateTimeException | IllegalArgumentException e) {
      // There is no such time: 2020年13月, 11-9月.
      return null;
    }
    boolean compared =
        comparedTo.before(text, m.start(), floor) != null
            || isCompared(text, m.start(), floor)
            || text.startsWith("相比", m.end())
            || MULTIPLE.matcher(text).region(m.end(), text.length()).lookingAt();
    return new TimeExpression(m.start(), m.end(), period, compared, reach(m, text, floor));
  }

  /** Whether a time is compared with that other words describe: 较最高的2021年. */
  private boolean isCompared(String text, int at, int floor) {
    if (at <= floor || text.charAt(at - 1) != '的') {
      return false;
    }
    int first = comparedTo.lastIndex(text, Math.max(floor, at - LONGEST_COMPARED), at);
    return first >= 0
        && text.substring(first, at).chars().allMatch(c -> Characters.isChinese((char) c));
  }

  private static boolean isComma(char c) {
    return c == ',' || c == '，' || c == ':';
  }

  private Reach reach(Matcher m, String text, int floor) {
    int start = m.start();
    char before = start > floor ? text.charAt(start - 1) : 0;
    if (before == '由' || before == '从' || before == '自' && text.startsWith("的", m.end())) {
      return Reach.NEXT_NUMBER;
    }
    if (before == '按'
        || before == '以'
        || "年初".equals(m.group(37))
        || founded.before(text, start, floor) != null) {
      return Reach.CLAUSE;
    }
    return "同期".equals(m.group(20)) ? Reach.CLAUSE : Reach.UNTIL_NEXT;
  }

  private static int number(Matcher m, int group) {
    return Integer.parseInt(m.group(group));
  }

  private static int named(String word, int year, int context, int today) {
    return switch (word) {
      case "今年" -> today;
      case "去年" -> today - 1;
      case "前年" -> today - 2;
      case "明年", "来年" -> today + 1;
      case "上年", "上一年" -> year - 1;
      case "当年" -> context;
      default -> year;
    };
  }

  private static Period part(int year, String part) {
    return switch (part) {
      case "上半年" -> Period.half(year, 1);
      case "下半年" -> Period.half(year, 2);
      case "前三季度", "前三个季度", "前3季度" -> months(year, 1, 9);
      case "前2季度" -> Period.half(year, 1);
      case "年中" -> Period.instant(LocalDate.of(year, 6, 30));
      case "全年" -> Period.year(year);
      default -> {
        int quarter = part.indexOf("季") > 0 ? quarter(part) : 0;
        yield quarter > 0 ? Period.quarter(year, quarter) : Period.yearEnd(year);
      }
    };
  }

  private static int quarter(String part) {
    char c = part.charAt(part.indexOf('季') - 1);
    return c >= '1' && c <= '4' ? c - '0' : "一二三四".indexOf(c) + 1;
  }

  private static Period months(int year, int first, int last) {
    if (first == 1 && last == 12) {
      return Period.year(year);
    }
    if (first == 1 && last == 6) {
      return Period.half(year, 1);
    }
    return new Period(
        LocalDate.of(year, first, 1), YearMonth.of(year, last).atEndOfMonth(), PeriodType.SPAN);
  }

  private static Period month(int year, int month, boolean end) {
    YearMonth of = YearMonth.of(year, month);
    return end
        ? Period.instant(of.atEndOfMonth())
        : new Period(of.atDay(1), of.atEndOfMonth(), PeriodType.MONTH);
  }

  private static Period years(int first, Period now) {
    return new Period(LocalDate.of(first, 1, 1), now.end(), PeriodType.SPAN);
  }

  /** The same part of another year. */
  private static Period moved(Period period, int year) {
    int years = year - period.end().getYear();
    return new Period(
        period.start().plusYears(years), period.end().plusYears(years), period.type());
  }

  private static int digits(String chinese) {
    int year = 0;
    for (int i = 0; i < chinese.length(); i++) {
      char c = chinese.charAt(i);
      year = 10 * year + (c == '○' || c == '零' ? 0 : "〇一二三四五六七八九".indexOf(c));
    }
    return year;
  }

  private static int count(String number) {
    if (Character.isDigit(number.charAt(0))) {
      return Integer.parseInt(number);
    }
    int tens = number.indexOf('十');
    int last = "〇一二三四五六七八九".indexOf(number.charAt(number.length() - 1));
    if (tens < 0) {
      return number.charAt(0) == '两' ? 2 : Math.max(1, last);
    }
    int head = tens == 0 ? 1 : Math.max(1, "〇一二三四五六七八九".indexOf(number.charAt(0)));
    return 10 * head + Math.max(0, last);
  }
}
