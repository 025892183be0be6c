package org.duibiao.normalize.cell;

import static java.util.stream.Collectors.joining;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duibiao.catalogue.Terms;
import org.duibiao.model.Period;
import org.duibiao.model.code.IndicatorKind;
import org.duibiao.normalize.number.NumberReader;
import org.duibiao.normalize.number.ParsedNumber.Amount;

/**
 * Reads what a figure is about in time.
 *
 * <pre>
 * 2019年末             2019-12-31
 * 2019年上半年         2019-01-01 to 2019-06-30
 * 2019年前三季度       2019-01-01 to 2019-09-30
 * 截至2019年6月底      2019-06-30
 * 二〇二〇年十一月一日零时 2020-11-01
 * 2016-2020年          2016-01-01 to 2020-12-31, as “十三五”期间
 * 2019                 the year, or its last day for a stock
 * </pre>
 *
 * <p>A text with two meanings is not a period: {@code 2019.1} is January or what a spreadsheet left
 * of October, {@code 19年} and {@code 06/30/2019} do not say the century or the order.
 */
public final class PeriodReader {

  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2100;

  /** A period is a few words; longer texts are prose and not looked at. */
  private static final int MAX_LENGTH = 48;

  private static final String ADVICE = ": write it like 2019, 2019年末, 2019年上半年 or 2019-06-30";
  private static final String CHINESE_DIGITS = "〇一二三四五六七八九";
  private static final String YEAR = "(\\d{4})";
  private static final String TO = "[-‐‑‒–—―−~〜至到]+";
  private static final String DAY = YEAR + "(?:年|[-/.])(\\d{1,2})(?:月|[-/.])(\\d{1,2})(?:日|号)?";

  /** A way to print a period, and the period that a match of it says; null if it says none. */
  private record Form(Pattern pattern, Function<Matcher, Period> period) {}

  private static final List<Form> FORMS =
      List.of(
          form(YEAR + "(?:\\.0+)?(?:年度?|全年度?|年全年度?)?", m -> Period.year(year(m, 1))),
          form(YEAR + "(?:年?年?[末底]前?|年年?终)", m -> Period.yearEnd(year(m, 1))),
          form(
              YEAR + "(?:年?(?:(上)|下)半年|[年-]?[Hh](?:(1)|2))([末底]前?)?",
              m -> wholeOrEnd(Period.half(year(m, 1), said(m, 2, 3) != null ? 1 : 2), m.group(4))),
          form(YEAR + "年?(?:年中|中)", m -> Period.instant(LocalDate.of(year(m, 1), 6, 30))),
          form(
              YEAR + "[年-]?(?:第?([一二三四1-4])季度?|[Qq]([1-4]))([末底]前?)?",
              m -> wholeOrEnd(Period.quarter(year(m, 1), digit(said(m, 2, 3))), m.group(4))),
          form(
              YEAR + "年?(?:前([二两三四2-4])个?季度?|第?([一二三1-3])季?度?" + TO + "第?([二三四2-4])季度?)",
              m -> {
                int first = m.group(2) != null ? 1 : digit(m.group(3));
                int last = digit(said(m, 2, 4));
                return first < last ? Period.months(year(m, 1), first * 3 - 2, last * 3) : null;
              }),
          form(
              YEAR + "年?(?:前(\\d{1,2})个?月|(?<=年)(\\d{1,2})月?" + TO + "(\\d{1,2})月)份?",
              m -> {
                int first = m.group(2) != null ? 1 : Integer.parseInt(m.group(3));
                int last = Integer.parseInt(said(m, 2, 4));
                return first <= last ? Period.months(year(m, 1), first, last) : null;
              }),
          form(
              YEAR + "(?:年|[-/.])(\\d{1,2})月份?[末底]前?",
              m -> Period.instant(month(m, 1, 2).atEndOfMonth())),
          form(
              YEAR
                  + "(?:(?:年|[-/])(\\d{1,2})(?:月份?)?|\\.(\\d{2})|\\.(\\d{1,2})月份?|(0[1-9]|1[0-2]))",
              m -> whole(month(m, 1, 2, 3, 4, 5))),
          form("(\\d{1,2})/" + YEAR, m -> whole(month(m, 2, 1))),
          form(DAY, m -> Period.instant(day(m, 1, 2, 3))),
          form(YEAR + "(\\d{2})(\\d{2})", m -> Period.instant(day(m, 1, 2, 3))),
          form(
              YEAR + "年?" + TO + YEAR + "年?(?:期间|间)?",
              m -> {
                int first = year(m, 1);
                int last = year(m, 2);
                return first < last ? Period.years(first, last) : null;
              }),
          form(
              YEAR + "(?:年|[-/.])(\\d{1,2})月?" + TO + YEAR + "(?:年|[-/.])(\\d{1,2})月?(?:期间)?",
              m -> {
                YearMonth first = month(m, 1, 2);
                YearMonth last = month(m, 3, 4);
                return first.isAfter(last)
                    ? null
                    : Period.between(first.atDay(1), last.atEndOfMonth());
              }),
          form(
              DAY + TO + "(?:" + DAY + "|(\\d{1,2})月(\\d{1,2})[日号])",
              m -> {
                LocalDate first = day(m, 1, 2, 3);
                LocalDate last = m.group(4) != null ? day(m, 4, 5, 6) : day(m, 1, 7, 8);
                return first.isBefore(last) ? Period.between(first, last) : null;
              }),
          form(
              "[“\"'‘「『]?(九五|十五|十一五|十二五|十三五|十四五|十五五)[”\"'’」』]?(?:规划)?(期间|时期|期|期?末年?)?",
              m -> {
                Period plan = Period.plan(m.group(1));
                boolean end = m.group(2) != null && m.group(2).contains("末");
                return end ? Period.instant(plan.end()) : plan;
              }));

  /** The time of a day after a date: it is left out. */
  private static final Pattern TIME =
      Pattern.compile(
          "(?<=[\\d日号])(?:[T\\s]\\s*\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?(?:Z|\\+\\d{2}:?\\d{2})?)$");

  private static final Pattern CHINESE_TIME =
      Pattern.compile("(?<=[日号])(?:[零〇]|\\d{1,2})[时点](?:整|\\d{1,2}分)?$");

  private static final Pattern BRACKETED = Pattern.compile("^\\((.+)\\)$");
  private static final Pattern UNTIL = Pattern.compile("^(?:截至|截止到|截止|至|到)(?=.)");

  /** Four characters in a row that are digits, the first of them a Chinese one. */
  private static final Pattern SPELT_YEAR =
      Pattern.compile("(?<![D0])[D][D0]{3}(?![D0])".replace("D", CHINESE_DIGITS));

  /** A numeral that stands apart from digits. */
  private static final Pattern NUMERAL =
      Pattern.compile("(?<![\\dN])[N]{1,3}(?![\\dN])".replace("N", "一二三四五六七八九十廿卅"));

  private PeriodReader() {}

  /**
   * What a text says of time.
   *
   * @param period what the figure is about, or null
   * @param inferred whether the text says less than the period does
   * @param problem what is wrong with the text, or null
   */
  public record ParsedPeriod(Period period, boolean inferred, String problem) {

    private static ParsedPeriod problem(String printed, String problem) {
      return new ParsedPeriod(null, false, "'" + printed + "' " + problem);
    }
  }

  /** A blank text has neither a period nor a problem. */
  static ParsedPeriod read(String printed, IndicatorKind kind) {
    if (printed.length() > MAX_LENGTH) {
      return ParsedPeriod.problem(
          printed.substring(0, MAX_LENGTH).strip() + "…", "is too long for a period" + ADVICE);
    }
    String text = text(printed);
    if (text.isEmpty()) {
      return new ParsedPeriod(null, false, null);
    }
    try {
      Period period = read(text);
      if (period == null) {
        return ParsedPeriod.problem(printed, "is not a period" + ADVICE);
      }
      Period fitting = kind == null ? period : period.forKind(kind);
      return new ParsedPeriod(fitting, !fitting.equals(period), null);
    } catch (IllegalArgumentException e) {
      return ParsedPeriod.problem(
          printed, "names no year from " + FIRST_YEAR + " to " + LAST_YEAR + ": correct it");
    } catch (DateTimeException e) {
      return ParsedPeriod.problem(printed, "is not a calendar date: correct it");
    }
  }

  /** The text without what does not matter: spaces, brackets, the time of the day, 截至. */
  private static String text(String printed) {
    String text = Normalizer.normalize(printed, Normalizer.Form.NFKC).strip();
    text = TIME.matcher(text).replaceFirst("");
    String compact = Terms.visible(text).replace('○', '〇').replace('零', '〇');
    compact = BRACKETED.matcher(compact).replaceFirst("$1");
    compact = inDigits(UNTIL.matcher(compact).replaceFirst(""));
    return CHINESE_TIME.matcher(compact).replaceFirst("");
  }

  /** 二〇一九年十一月 in digits: a year that is spelt digit by digit, and the numerals after it. */
  private static String inDigits(String text) {
    String dated =
        SPELT_YEAR
            .matcher(text)
            .replaceAll(
                year ->
                    year.group()
                        .chars()
                        .map(c -> Math.max(0, CHINESE_DIGITS.indexOf(c)))
                        .mapToObj(String::valueOf)
                        .collect(joining()));
    return NUMERAL
        .matcher(dated)
        .replaceAll(
            numeral ->
                numeral.start() > 3 && NumberReader.read(numeral.group()) instanceof Amount number
                    ? number.value().toPlainString()
                    : numeral.group());
  }

  private static Form form(String pattern, Function<Matcher, Period> period) {
    return new Form(Pattern.compile(pattern), period);
  }

  private static Period read(String text) {
    for (Form form : FORMS) {
      Matcher matcher = form.pattern.matcher(text);
      if (matcher.matches()) {
        return form.period.apply(matcher);
      }
    }
    return null;
  }

  /** The first of these groups that says anything, or null. */
  private static String said(Matcher m, int... groups) {
    return Arrays.stream(groups)
        .mapToObj(m::group)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static Period whole(YearMonth month) {
    return Period.between(month.atDay(1), month.atEndOfMonth());
  }

  private static Period wholeOrEnd(Period period, String end) {
    return end == null ? period : Period.instant(period.end());
  }

  private static int digit(String digit) {
    int number = CHINESE_DIGITS.indexOf(digit);
    return number >= 0 ? number : digit.equals("两") ? 2 : digit.charAt(0) - '0';
  }

  private static int year(Matcher m, int group) {
    int year = Integer.parseInt(m.group(group));
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new IllegalArgumentException(m.group(group));
    }
    return year;
  }

  private static YearMonth month(Matcher m, int year, int... months) {
    return YearMonth.of(year(m, year), Integer.parseInt(said(m, months)));
  }

  private static LocalDate day(Matcher m, int year, int month, int day) {
    return LocalDate.of(
        year(m, year), Integer.parseInt(m.group(month)), Integer.parseInt(m.group(day)));
  }
}
