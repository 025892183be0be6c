package org.duibiao.prose.words;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duibiao.model.Period;
import org.duibiao.model.code.PeriodType;
import org.duibiao.prose.words.TimeExpressions.Reach;
import org.duibiao.prose.words.TimeExpressions.TimeExpression;

/** The forms that times have in a text, and the periods that they mean. */
final class TimeForms {

  private TimeForms() {}

  private static final String YEAR = "(?<![\\d.])((?:19|20)\\d{2})";
  private static final String RANGE_MARK = "[-—~至到]{1,2}";
  private static final String COUNT = "([一二两三四五六七八九十]{1,3}|\\d{1,2})";
  static final String PLANS = "(九五|十一五|十二五|十三五|十四五|十五五)";
  private static final String DIGITS = "〇一二三四五六七八九";

  enum Kind {
    /** Names its year. */
    DATED,
    /** Says how far its year is from another: 去年. */
    RELATIVE,
    PLAN,
    OTHER
  }

  /** A form of times: a pattern, and the period that a match of it means. */
  record Rule(Kind kind, String pattern, Function<Search, Period> period) {}

  private static Rule dated(String pattern, Function<Search, Period> period) {
    return new Rule(Kind.DATED, pattern, period);
  }

  private static Rule other(String pattern, Function<Search, Period> period) {
    return new Rule(Kind.OTHER, pattern, period);
  }

  /** The forms of times; the first one that fits at a place holds. */
  private static final List<Rule> RULES =
      List.of(
          dated(
              YEAR + "年?" + RANGE_MARK + "((?:19|20)\\d{2})(?:年度?|(?=[)”]))(?:期间|间)?",
              m -> m.number(2) > m.number(1) ? Period.years(m.number(1), m.number(2)) : null),
          dated(
              YEAR + "年(\\d{1,2})月(\\d{1,2})[日号]", m -> day(m.number(1), m.number(2), m.number(3))),
          dated(
              YEAR + "[-./](\\d{1,2})[-./](\\d{1,2})(?!\\d)",
              m -> day(m.number(1), m.number(2), m.number(3))),
          dated(
              YEAR + "年(\\d{1,2})月?" + RANGE_MARK + "(\\d{1,2})月份?",
              m -> months(m.number(1), m.number(2), m.number(3))),
          dated(
              YEAR + "年(\\d{1,2})月(?:份)?([末底])?",
              m -> month(m.number(1), m.number(2), m.group(3) != null)),
          dated(
              YEAR
                  + "年?度?(上半年|下半年|前三季度|前[23]季度|第?[一二三四1-4]季度|年末|年底|末|底|年终"
                  + "|年中(?![国医小西心央老青外等级药成])|全年)",
              m -> part(m.number(1), m.group(2))),
          dated(YEAR + "年度?(?!代)", Search::yearOrSince),
          dated(
              "([一二][〇○零九][〇○零一二三四五六七八九]{2})年度?(上半年|下半年|末|底|年末|年底)?",
              m -> part(digits(m.group(1)), m.group(2))),
          new Rule(
              Kind.RELATIVE,
              "(今年|本年度?|当年(?!价)|去年|上年|上一年|前年|明年|来年)" + "(以来|上半年|下半年|前三季度|一季度|末|底|年末|年底|同期|全年)?",
              Search::relative),
          other(
              "(上半年|下半年|前三季度|前三个季度|一季度|第一季度|二季度|第二季度|三季度|第三季度|四季度|第四季度)",
              m -> part(m.context, m.group(1))),
          other(
              "(?<![\\d.])(\\d{1,2})月(\\d{1,2})[日号]",
              m -> day(m.context, m.number(1), m.number(2))),
          other(
              "(?<![\\d.])(\\d{1,2})月?" + RANGE_MARK + "(\\d{1,2})月份?",
              m -> months(m.context, m.number(1), m.number(2))),
          other(
              "(?<![\\d.])(\\d{1,2})月(?:份)?([末底])?(?!子|度)",
              m -> month(m.context, m.number(1), m.group(2) != null)),
          new Rule(Kind.PLAN, "[“\"]?" + PLANS + "[”\"]?(期间|时期|末期?|规划|以来|收官)?", Search::plan),
          other("(?:近|过去|最近)" + COUNT + "(?:年|个年度)(来|间)?", Search::lastYears),
          other("(?<=[比较与同])" + COUNT + "年前", m -> Period.year(m.thisYear() - count(m.group(1)))),
          other("(?:未来|今后|接下来)" + COUNT + "年(?:内|间)?", Search::nextYears),
          other(COUNT + "年(?:之)?内", Search::nextYears),
          other(COUNT + "年(?:来|间|多来|多|(?=平均|增加|增长|提高|提升|上升|下降|降低|延长))", Search::yearsUntilNow),
          other("(?<=计划|力争|确保|争取|拟|将)年内|年内(?=将|再|力争|计划|确保|拟|争取|要)", m -> Period.year(m.today)),
          other("(?:新中国成立|建国|解放)(?:之前|之初|初期|前夕|前|初)", m -> Period.year(1949)),
          other("改革开放(?:之前|之初|初期|前夕|前|初)", m -> Period.year(1978)),
          other("(?:彼时|当时|那时|其时)", m -> m.before),
          other("(目前|当前|截至目前|截止目前|至今|现阶段)", m -> Period.instant(m.now.end())),
          // A time of the day.
          other("((?<![\\d.])\\d{1,2}[时点](?:\\d{1,2}分)?(?!\\d))", m -> null),
          other(
              "(年末|年底|年终|年初)(?!人口)",
              m -> Period.yearEnd(m.group(1).equals("年初") ? m.context - 1 : m.context)));

  private static final Pattern TIME =
      Pattern.compile(
          IntStream.range(0, RULES.size())
              .mapToObj(i -> "(?<rule" + i + ">" + RULES.get(i).pattern() + ")")
              .collect(Collectors.joining("|")));

  /** Whether a form can start with a character: 0 if that was never asked, 1 if one can, or 2. */
  private static final byte[] STARTS = new byte[1 << Character.SIZE];

  private static boolean canStart(char c) {
    if (STARTS[c] == 0) {
      Matcher alone = TIME.matcher(String.valueOf(c));
      STARTS[c] = (byte) (alone.lookingAt() || alone.hitEnd() ? 1 : 2);
    }
    return STARTS[c] == 1;
  }

  /** How many groups each rule has. */
  private static final List<Integer> GROUPS =
      RULES.stream().map(r -> Pattern.compile(r.pattern()).matcher("").groupCount()).toList();

  /** 2021年起 and 2021年以来 reach until now. */
  private static final Pattern SINCE = Pattern.compile("以来|起(?=[,，])|开始(?=[,，])");

  /** A search for times in a stretch of text: the form that was found, and what it is read with. */
  static final class Search {

    final Matcher matcher;
    private final String text;

    /** Where the form ends that was found last. */
    private int end;

    private final int to;

    /** The year that the search started with. */
    private final int year;

    private final Period now;
    private final int today;

    /** The time that was named last, or null. */
    Period before;

    /** The year that was named last. */
    private int context;

    /** Whether a year was named before in the stretch. */
    private boolean dated;

    /** Whether a plan was named before. */
    private boolean planned;

    /** The group that the whole rule is. */
    private int offset;

    Search(String text, int from, int to, int year, Period now, int today, Period before) {
      this.matcher = TIME.matcher(text).useTransparentBounds(true);
      this.text = text;
      this.end = from;
      this.to = to;
      this.year = year;
      this.context = year;
      this.now = now;
      this.today = today;
      this.before = before;
    }

    /** The rule of the next form, or null. */
    Rule next() {
      int from = end;
      while (from < to && !(canStart(text.charAt(from)) && matcher.region(from, to).lookingAt())) {
        from++;
      }
      if (from >= to) {
        return null;
      }
      end = matcher.end();
      int rule = 0;
      offset = 1;
      while (matcher.group("rule" + rule) == null) {
        offset += GROUPS.get(rule++) + 1;
      }
      return RULES.get(rule);
    }

    /** Takes note of a time that was found, for those after it. */
    void remember(Kind kind, Period period, TimeExpression time) {
      planned |= kind == Kind.PLAN;
      if (time.reach() == Reach.NONE) {
        return;
      }
      before = period;
      boolean partFollows =
          kind == Kind.RELATIVE && end < to && Character.isDigit(text.charAt(end));
      if (!time.compared() && (kind == Kind.DATED || partFollows)) {
        context = period.end().getYear();
        dated = true;
      }
    }

    /** A group of the rule, or null. */
    String group(int index) {
      return matcher.group(offset + index);
    }

    int number(int index) {
      return Integer.parseInt(group(index));
    }

    int thisYear() {
      return now.end().getYear();
    }

    Period yearOrSince() {
      int named = number(1);
      boolean since = SINCE.matcher(text).region(matcher.end(), text.length()).lookingAt();
      return since && named < thisYear()
          ? new Period(LocalDate.of(named, 1, 1), now.end(), PeriodType.SPAN)
          : Period.year(named);
    }

    Period relative() {
      String part = group(2);
      int named =
          switch (group(1)) {
            case "今年" -> today;
            case "去年" -> today - 1;
            case "前年" -> today - 2;
            case "明年", "来年" -> today + 1;
            case "上年", "上一年" -> (dated ? context : thisYear()) - 1;
            case "当年" -> context;
            default -> thisYear();
          };
      if ("同期".equals(part)) {
        int years = named - thisYear();
        return new Period(now.start().plusYears(years), now.end().plusYears(years), now.type());
      }
      boolean current = "以来".equals(part) || part == null && named == thisYear();
      if (current) {
        return group(1).equals("当年") ? Period.year(named) : now;
      }
      return part(named, part);
    }

    /** The years of a plan; null where the words are only its name. */
    Period plan() {
      Period years = Period.plan(group(1));
      int last = years.end().getYear();
      String tail = group(2);
      if (tail == null && last > thisYear()) {
        // 展望“十四五”,
        boolean comma =
            matcher.end() < text.length() && ",，:".indexOf(text.charAt(matcher.end())) >= 0;
        return comma ? Period.year(last) : null;
      }
      if (tail == null || tail.equals("规划")) {
        return null;
      }
      return tail.startsWith("末") ? Period.yearEnd(last) : years;
    }

    Period lastYears() {
      int count = count(group(1));
      return count == 1 && matcher.group().startsWith("过去")
          ? Period.year(year)
          : Period.years(thisYear() - count + 1, thisYear());
    }

    Period nextYears() {
      return planned ? null : Period.years(today, today + count(group(1)));
    }

    Period yearsUntilNow() {
      if (year > today) {
        // 五年提高1岁, of a goal: its time governs.
        return null;
      }
      int last = Math.min(year, thisYear());
      boolean since = !matcher.group().endsWith("多") && !planned;
      return since ? Period.years(last - count(group(1)) + 1, last) : null;
    }
  }

  private static Period day(int year, int month, int day) {
    return Period.instant(LocalDate.of(year, month, day));
  }

  /** A part of a year; the whole year for null. */
  private static Period part(int year, String part) {
    return switch (part == null ? "全年" : part) {
      case "上半年" -> Period.half(year, 1);
      case "下半年" -> Period.half(year, 2);
      case "前三季度", "前三个季度", "前3季度" -> months(year, 1, 9);
      case "前2季度" -> Period.half(year, 1);
      case "年中" -> day(year, 6, 30);
      case "全年" -> Period.year(year);
      default -> {
        int sign = part.indexOf('季') - 1;
        yield sign < 0
            ? Period.yearEnd(year)
            : Period.quarter(year, "一1二2三3四4".indexOf(part.charAt(sign)) / 2 + 1);
      }
    };
  }

  private static Period months(int year, int first, int last) {
    Period named = Period.months(year, first, last);
    boolean whole = first == 1 && (last == 6 || last == 12);
    return whole ? named : new Period(named.start(), named.end(), PeriodType.SPAN);
  }

  private static Period month(int year, int month, boolean end) {
    Period whole = Period.months(year, month, month);
    return end ? Period.instant(whole.end()) : whole;
  }

  private static int digits(String chinese) {
    return chinese
        .chars()
        .map(c -> "○零".indexOf(c) >= 0 ? 0 : DIGITS.indexOf(c))
        .reduce(0, (year, digit) -> 10 * year + digit);
  }

  private static int count(String number) {
    if (Character.isDigit(number.charAt(0))) {
      return Integer.parseInt(number);
    }
    int tens = number.indexOf('十');
    int last = DIGITS.indexOf(number.charAt(number.length() - 1));
    if (tens < 0) {
      return number.charAt(0) == '两' ? 2 : Math.max(1, last);
    }
    int head = tens == 0 ? 1 : Math.max(1, DIGITS.indexOf(number.charAt(0)));
    return 10 * head + Math.max(0, last);
  }
}
