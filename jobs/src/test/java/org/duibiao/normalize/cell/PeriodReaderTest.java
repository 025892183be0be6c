package org.duibiao.normalize.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.duibiao.model.Period;
import org.duibiao.model.code.Code;
import org.duibiao.model.code.IndicatorKind;
import org.duibiao.model.code.PeriodType;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Isolated("changes the locale of the JVM")
class PeriodReaderTest {

  private static final String CHINESE_DIGITS = "〇一二三四五六七八九";

  static Stream<String[]> readable() {
    return CaseFile.rows("periods.csv").filter(row -> row.length == 6);
  }

  static Stream<String[]> unreadable() {
    return CaseFile.rows("periods.csv").filter(row -> row.length != 6);
  }

  @ParameterizedTest(name = "[{index}] {0}")
  @MethodSource("readable")
  void readsPeriod(
      String text, String kind, String start, String end, String type, String inferred) {
    assertThat(PeriodReader.read(text, kind(kind)))
        .isEqualTo(
            new PeriodReader.ParsedPeriod(
                new Period(
                    LocalDate.parse(start), LocalDate.parse(end), Code.of(PeriodType.class, type)),
                inferred.equals("y"),
                null));
  }

  @ParameterizedTest(name = "[{index}] {0}")
  @MethodSource("unreadable")
  void refusesWithReason(String text, String kind, String problem) {
    String message =
        switch (problem) {
          case "none" ->
              "'" + text + "' is not a period: write it like 2019, 2019年末, 2019年上半年 or 2019-06-30";
          case "calendar" -> "'" + text + "' is not a calendar date: correct it";
          case "year" -> "'" + text + "' names no year from 1900 to 2100: correct it";
          case "long" ->
              "'"
                  + text.substring(0, 48)
                  + "…' is too long for a period: write it like 2019, 2019年末, 2019年上半年 or"
                  + " 2019-06-30";
          default -> throw new IllegalArgumentException(problem);
        };
    assertThat(PeriodReader.read(text, kind(kind)))
        .isEqualTo(new PeriodReader.ParsedPeriod(null, false, message));
  }

  @Test
  void theTablesAreNotEmpty() {
    assertThat(readable().count() + unreadable().count()).isGreaterThan(250);
  }

  @Test
  void blankTextIsNeitherPeriodNorProblem() {
    for (String blank : List.of("", " ", "\u3000", "\u00A0\t", "\u200B")) {
      assertThat(PeriodReader.read(blank, IndicatorKind.STOCK))
          .isEqualTo(new PeriodReader.ParsedPeriod(null, false, null));
    }
  }

  @Test
  void whatIsPrintedIsReadBack() {
    Random random = new Random(20_190_630);
    for (int round = 0; round < 500; round++) {
      int year = 1900 + random.nextInt(201);
      int month = 1 + random.nextInt(12);
      int day = 1 + random.nextInt(YearMonth.of(year, month).lengthOfMonth());
      for (Printed printed : printed(random, year, month, day)) {
        String text = disguised(random, printed.text);
        assertThat(PeriodReader.read(text, null))
            .as("'%s'", text)
            .isEqualTo(new PeriodReader.ParsedPeriod(printed.period, false, null));
      }
    }
  }

  @Test
  void aStockIsOfADayAndAFlowIsNot() {
    Random random = new Random(4);
    for (int round = 0; round < 150; round++) {
      for (Printed printed :
          printed(random, 2000 + random.nextInt(30), 1 + random.nextInt(12), 9)) {
        PeriodReader.ParsedPeriod stock = PeriodReader.read(printed.text, IndicatorKind.STOCK);
        PeriodReader.ParsedPeriod flow = PeriodReader.read(printed.text, IndicatorKind.FLOW);
        PeriodReader.ParsedPeriod rate = PeriodReader.read(printed.text, IndicatorKind.RATE);
        boolean severalYears = printed.period.start().getYear() != printed.period.end().getYear();
        if (!severalYears) {
          assertThat(stock.period()).isEqualTo(Period.instant(printed.period.end()));
          assertThat(stock.inferred()).isEqualTo(!stock.period().equals(printed.period));
        }
        assertThat(flow.period().type()).isNotEqualTo(PeriodType.INSTANT);
        assertThat(flow.period().end()).isEqualTo(printed.period.end());
        assertThat(flow.inferred()).isEqualTo(!flow.period().equals(printed.period));
        assertThat(rate).isEqualTo(new PeriodReader.ParsedPeriod(printed.period, false, null));
      }
    }
  }

  @Test
  void randomTextNeverThrowsNorHangs() {
    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), PeriodReaderTest::readRandomTexts);
  }

  private static void readRandomTexts() {
    String alphabet =
        "0123456789001122〇○零一二三四五六七八九十廿卅两年月日号末底中上下半第季度前个至到-—~/.:TZQqHh ()（）“”\"'期间时期截止"
            + "\u3000\u00A0\u200B\uD83D\uDC89\u0130ıｑ２０１９㋅";
    Random random = new Random(7);
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(round % 100 == 0 ? 3_000 : 20);
      for (int i = 0; i < length; i++) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      IndicatorKind kind =
          random.nextInt(4) == 0 ? null : IndicatorKind.values()[random.nextInt(3)];
      PeriodReader.ParsedPeriod result = PeriodReader.read(text.toString(), kind);
      assertThat(result.period() == null || result.problem() == null).isTrue();
      if (result.period() != null) {
        assertThat(result.period().start().getYear()).isBetween(1900, 2100);
        assertThat(result.period().end().getYear()).isBetween(1900, 2100);
      }
    }
  }

  @Test
  void theSameUnderEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      for (String tag :
          List.of("tr-TR", "ar-EG", "th-TH-u-ca-buddhist-nu-thai", "ja-JP-u-ca-japanese")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(PeriodReader.read("2019年13月", null).problem())
            .isEqualTo("'2019年13月' is not a calendar date: correct it");
        assertThat(PeriodReader.read("2190", null).problem())
            .isEqualTo("'2190' names no year from 1900 to 2100: correct it");
        assertThat(PeriodReader.read("二〇一九年六月", null).period().end())
            .isEqualTo(LocalDate.of(2019, 6, 30));
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  private record Printed(String text, Period period) {}

  /** Every supported form of a period that that day lies in. */
  private static List<Printed> printed(Random random, int year, int month, int day) {
    List<Printed> all = new ArrayList<>();
    String y = Integer.toString(year);
    String m = Integer.toString(month);
    String mm = month < 10 ? "0" + m : m;
    String d = Integer.toString(day);
    String dd = day < 10 ? "0" + d : d;
    Period ofYear = Period.year(year);
    forms(all, ofYear, y, y + "年", y + ".0", y + "年度", y + "年全年", digits(year) + "年");
    forms(
        all,
        Period.yearEnd(year),
        y + "年末",
        y + "年底",
        y + "年年末",
        "截至" + y + "年底",
        digits(year) + "年末");
    Period ofMonth = period(YearMonth.of(year, month), YearMonth.of(year, month), PeriodType.MONTH);
    forms(
        all,
        ofMonth,
        y + "年" + m + "月",
        y + "年" + mm + "月",
        y + "-" + mm,
        y + "/" + m,
        y + "." + mm,
        y + mm,
        y + "年" + m + "月份",
        digits(year) + "年" + numeral(month) + "月");
    forms(
        all,
        Period.instant(ofMonth.end()),
        y + "年" + m + "月底",
        "截至" + y + "年" + m + "月末",
        digits(year) + "年" + numeral(month) + "月底");
    forms(
        all,
        Period.instant(LocalDate.of(year, month, day)),
        y + "-" + mm + "-" + dd,
        y + "/" + m + "/" + d,
        y + "." + m + "." + d,
        y + "年" + m + "月" + d + "日",
        y + mm + dd,
        y + "年" + m + "月" + d + "日24时",
        y + "-" + m + "-" + d + " 00:00:00",
        y + "-" + mm + "-" + dd + "T00:00:00Z",
        digits(year) + "年" + numeral(month) + "月" + numeral(day) + "日");
    int quarter = (month + 2) / 3;
    Period ofQuarter =
        period(
            YearMonth.of(year, quarter * 3 - 2),
            YearMonth.of(year, quarter * 3),
            PeriodType.QUARTER);
    forms(
        all,
        ofQuarter,
        y + "年第" + numeral(quarter) + "季度",
        y + "年" + quarter + "季度",
        y + "Q" + quarter,
        y + "年" + (quarter * 3 - 2) + "-" + quarter * 3 + "月");
    forms(all, Period.instant(ofQuarter.end()), y + "年" + numeral(quarter) + "季度末");
    int half = month <= 6 ? 1 : 2;
    Period ofHalf =
        period(YearMonth.of(year, half * 6 - 5), YearMonth.of(year, half * 6), PeriodType.HALF);
    forms(
        all,
        ofHalf,
        y + "年" + (half == 1 ? "上" : "下") + "半年",
        y + "H" + half,
        y + "年" + (half * 6 - 5) + "月至" + half * 6 + "月");
    forms(
        all,
        period(YearMonth.of(year, 1), YearMonth.of(year, 9), PeriodType.SPAN),
        y + "年前三季度",
        y + "年1-3季度",
        y + "年1—9月",
        y + "年前9个月");
    int later = Math.min(2100, year + 1 + random.nextInt(10));
    if (later > year) {
      Period years = new Period(ofYear.start(), LocalDate.of(later, 12, 31), PeriodType.SPAN);
      forms(
          all,
          years,
          y + "-" + later,
          y + "-" + later + "年",
          y + "年至" + later + "年",
          y + "年1月1日至" + later + "年12月31日",
          y + "-01至" + later + "-12");
    }
    return all;
  }

  private static void forms(List<Printed> all, Period period, String... texts) {
    for (String text : texts) {
      all.add(new Printed(text, period));
    }
  }

  private static Period period(YearMonth first, YearMonth last, PeriodType type) {
    return new Period(first.atDay(1), last.atEndOfMonth(), type);
  }

  private static String digits(int year) {
    StringBuilder text = new StringBuilder();
    for (char c : Integer.toString(year).toCharArray()) {
      text.append(CHINESE_DIGITS.charAt(c - '0'));
    }
    return text.toString();
  }

  private static String numeral(int number) {
    String tens = number < 10 ? "" : number < 20 ? "十" : CHINESE_DIGITS.charAt(number / 10) + "十";
    return tens + (number % 10 == 0 ? "" : CHINESE_DIGITS.substring(number % 10, number % 10 + 1));
  }

  /** The same text as others print it: full-width digits, spaces of all kinds at the ends. */
  private static String disguised(Random random, String text) {
    String spaces = " \u3000\u00A0\u2009\t";
    String disguised = text;
    if (random.nextInt(4) == 0) {
      StringBuilder wide = new StringBuilder();
      for (char c : text.toCharArray()) {
        wide.append(c >= '0' && c <= '9' ? (char) (c - '0' + '０') : c);
      }
      disguised = wide.toString();
    }
    if (random.nextInt(4) == 0) {
      disguised = spaces.charAt(random.nextInt(spaces.length())) + disguised;
    }
    if (random.nextInt(4) == 0) {
      disguised = disguised.replace("年", " 年 ") + spaces.charAt(random.nextInt(spaces.length()));
    }
    return disguised;
  }

  private static IndicatorKind kind(String id) {
    return id.equals("-") ? null : Code.of(IndicatorKind.class, id);
  }
}
