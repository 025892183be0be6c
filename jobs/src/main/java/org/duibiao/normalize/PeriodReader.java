package org.duibiao.normalize;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duibiao.model.Kind;
import org.duibiao.model.Period;
import org.duibiao.model.PeriodType;

/**
 * Reads what a figure is about in time.
 *
 * <pre>
 * 2019年末        2019-12-31
 * 2019年上半年    2019-01-01 to 2019-06-30
 * 截至2019年6月底 2019-06-30
 * 2019            the year, or its last day for a stock
 * </pre>
 */
final class PeriodReader {

  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2100;

  private static final String YEAR = "(\\d{4})";
  private static final Pattern BARE_YEAR = Pattern.compile(YEAR + "(?:\\.0+)?(?:年度?|全年|年全年)?");
  private static final Pattern YEAR_END = Pattern.compile(YEAR + "年?(?:年?[末底]|年终)");
  private static final Pattern HALF = Pattern.compile(YEAR + "年?(上|下)半年");
  private static final Pattern MIDDLE = Pattern.compile(YEAR + "年?(?:年中|中)");
  private static final Pattern HALF_END = Pattern.compile(YEAR + "年?上半年[末底]");
  private static final Pattern QUARTER =
      Pattern.compile(YEAR + "(?:年|-)?(?:第?([一二三四1-4])季度?|[Qq]([1-4]))");
  private static final Pattern MONTHS =
      Pattern.compile(YEAR + "年(\\d{1,2})(?:月)?[-—–~至到](\\d{1,2})月");
  private static final Pattern MONTH = Pattern.compile(YEAR + "(?:年|[-/])(\\d{1,2})月?(份)?");
  private static final Pattern MONTH_END = Pattern.compile(YEAR + "年(\\d{1,2})月[末底]");
  private static final Pattern DAY =
      Pattern.compile(
          YEAR
              + "(?:年|[-/.])(\\d{1,2})(?:月|[-/.])(\\d{1,2})日?(?:T?0{1,2}[:时]?(?:00)?(?::00)?|零时)?");
  private static final Pattern COMPACT_DAY = Pattern.compile(YEAR + "(\\d{2})(\\d{2})");
  private static final Pattern SPAN = Pattern.compile(YEAR + "年?[-—–~至到]+" + YEAR + "年?(?:期间)?");
  private static final Pattern PLAN =
      Pattern.compile("[“\"'‘]?(十二五|十三五|十四五|十五五)[”\"'’]?(期间|时期|规划期|末|期末)?");

  private static final Map<String, Integer> PLANS =
      Map.of("十二五", 2011, "十三五", 2016, "十四五", 2021, "十五五", 2026);

  private PeriodReader() {}

  /**
   * What a text says of time.
   *
   * @param period what the figure is about, or null
   * @param inferred whether the text says less than the period does
   * @param problem what is wrong with the text, or null
   */
  record Result(Period period, boolean inferred, String problem) {

    private static Result of(Period period) {
      return new Result(period, false, null);
    }

    private static Result problem(String problem) {
      return new Result(null, false, problem);
    }
  }

  /** A blank text has neither a period nor a problem. */
  static Result read(String printed, Kind kind) {
    String text = text(printed);
    if (text.isEmpty()) {
      return new Result(null, false, null);
    }
    try {
      Result result = read(text);
      if (result == null) {
        return Result.problem(
            "'" + printed + "' is no period: write it like 2019, 2019年末, 2019年上半年 or 2019-06-30");
      }
      return kind == null || result.period == null ? result : fit(result, kind);
    } catch (DateTimeException e) {
      return Result.problem("'" + printed + "' is no date of the calendar: correct it");
    }
  }

  private static String text(String printed) {
    String text = Normalizer.normalize(printed, Normalizer.Form.NFKC);
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
        int digit = "〇一二三四五六七八九".indexOf(c);
        kept.append(digit >= 0 && isYearDigit(text, i) ? (char) ('0' + digit) : c);
      }
    }
    String compact = kept.toString();
    for (String opening : new String[] {"截至", "截止到", "截止", "至", "到"}) {
      if (compact.startsWith(opening) && compact.length() > opening.length()) {
        return compact.substring(opening.length());
      }
    }
    return compact;
  }

  /** Chinese digits are digits only in a year that is spelt digit by digit: 二〇一九年. */
  private static boolean isYearDigit(String text, int i) {
    int start = i;
    int end = i;
    while (start > 0 && "〇一二三四五六七八九".indexOf(text.charAt(start - 1)) >= 0) {
      start--;
    }
    while (end < text.length() && "〇一二三四五六七八九".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return end - start == 4;
  }

  private static Result read(String text) {
    Matcher m = BARE_YEAR.matcher(text);
    if (m.matches()) {
      return Result.of(Period.year(year(m.group(1))));
    }
    m = YEAR_END.matcher(text);
    if (m.matches()) {
      return Result.of(Period.yearEnd(year(m.group(1))));
    }
    m = HALF.matcher(text);
    if (m.matches()) {
      return Result.of(half(year(m.group(1)), m.group(2).equals("上") ? 1 : 2));
    }
    m = HALF_END.matcher(text);
    if (m.matches()) {
      return Result.of(Period.instant(LocalDate.of(year(m.group(1)), 6, 30)));
    }
    m = MIDDLE.matcher(text);
    if (m.matches()) {
      return Result.of(Period.instant(LocalDate.of(year(m.group(1)), 6, 30)));
    }
    m = QUARTER.matcher(text);
    if (m.matches()) {
      String quarter = m.group(2) != null ? m.group(2) : m.group(3);
      int number =
          "一二三四".indexOf(quarter) >= 0 ? "一二三四".indexOf(quarter) + 1 : quarter.charAt(0) - '0';
      return Result.of(months(year(m.group(1)), number * 3 - 2, number * 3, PeriodType.QUARTER));
    }
    m = MONTHS.matcher(text);
    if (m.matches()) {
      int first = Integer.parseInt(m.group(2));
      int last = Integer.parseInt(m.group(3));
      if (first > last) {
        return null;
      }
      return Result.of(months(year(m.group(1)), first, last, type(first, last)));
    }
    m = MONTH_END.matcher(text);
    if (m.matches()) {
      YearMonth month = YearMonth.of(year(m.group(1)), Integer.parseInt(m.group(2)));
      return Result.of(Period.instant(month.atEndOfMonth()));
    }
    m = MONTH.matcher(text);
    if (m.matches()) {
      int month = Integer.parseInt(m.group(2));
      return Result.of(months(year(m.group(1)), month, month, PeriodType.MONTH));
    }
    m = DAY.matcher(text);
    if (!m.matches()) {
      m = COMPACT_DAY.matcher(text);
    }
    if (m.matches()) {
      return Result.of(
          Period.instant(
              LocalDate.of(
                  year(m.group(1)), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)))));
    }
    m = SPAN.matcher(text);
    if (m.matches()) {
      int first = year(m.group(1));
      int last = year(m.group(2));
      return first >= last
          ? null
          : Result.of(
              new Period(LocalDate.of(first, 1, 1), LocalDate.of(last, 12, 31), PeriodType.SPAN));
    }
    m = PLAN.matcher(text);
    if (m.matches()) {
      int first = PLANS.get(m.group(1));
      return m.group(2) != null && m.group(2).endsWith("末")
          ? Result.of(Period.yearEnd(first + 4))
          : Result.of(
              new Period(
                  LocalDate.of(first, 1, 1), LocalDate.of(first + 4, 12, 31), PeriodType.SPAN));
    }
    return null;
  }

  private static int year(String digits) {
    int year = Integer.parseInt(digits);
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new DateTimeException("No year: " + digits);
    }
    return year;
  }

  private static PeriodType type(int first, int last) {
    if (first == 1 && last == 12) {
      return PeriodType.YEAR;
    } else if ((first == 1 && last == 6) || (first == 7 && last == 12)) {
      return PeriodType.HALF;
    } else if (last - first == 2 && last % 3 == 0) {
      return PeriodType.QUARTER;
    }
    return first == last ? PeriodType.MONTH : PeriodType.SPAN;
  }

  private static Period half(int year, int half) {
    return months(year, half * 6 - 5, half * 6, PeriodType.HALF);
  }

  private static Period months(int year, int first, int last, PeriodType type) {
    return new Period(LocalDate.of(year, first, 1), YearMonth.of(year, last).atEndOfMonth(), type);
  }

  /**
   * A stock is about a moment, a flow about a stretch of time: what the text leaves out is
   * inferred.
   */
  private static Result fit(Result result, Kind kind) {
    Period period = result.period;
    if (kind == Kind.STOCK && period.type() != PeriodType.INSTANT) {
      return period.type() == PeriodType.SPAN
          ? result
          : new Result(Period.instant(period.end()), true, null);
    }
    if (kind == Kind.FLOW && period.type() == PeriodType.INSTANT) {
      LocalDate end = period.end();
      Period since =
          end.getMonthValue() == 12 && end.getDayOfMonth() == 31
              ? Period.year(end.getYear())
              : new Period(LocalDate.of(end.getYear(), 1, 1), end, PeriodType.SPAN);
      return new Result(since, true, null);
    }
    return result;
  }
}
