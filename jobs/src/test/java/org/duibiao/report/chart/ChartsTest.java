package org.duibiao.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Drawing;
import org.duibiao.markup.Html;
import org.duibiao.model.code.Bound;
import org.duibiao.model.code.Comparability;
import org.duibiao.model.code.RateOrigin;
import org.duibiao.model.code.Standing;
import org.duibiao.model.code.TargetState;
import org.duibiao.model.code.TrendDirection;
import org.duibiao.tables.BenchmarkRow;
import org.duibiao.tables.BenchmarkRowBuilder;
import org.duibiao.tables.TrendRow;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Isolated("changes the locale of the JVM")
class ChartsTest {

  private static final Bilingual HOSTILE =
      Bilingual.plain(
          "<script>alert(1)</script>\u202E\u0000{0}&\"'" + "长".repeat(10_000),
          "<img src=x onerror=alert(1)>" + "W".repeat(10_000));
  private static final Bilingual UNIT = Bilingual.plain("家/百万", "per million");
  private static final Pattern PLACE = Pattern.compile("([MLHVmlhva])?\\s*(-?[0-9.]+)");

  static Map<String, Html> samples() {
    return ChartSamples.all();
  }

  static List<Html> pictures() {
    return List.copyOf(samples().values());
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void staysInsideItsFrame(Html picture) {
    assertInside(picture);
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void saysWhatItShowsInBothLanguages(Html picture) {
    Element svg = svg(picture);
    assertThat(svg.attr("role")).isEqualTo("img");
    assertThat(svg.child(0).tagName()).isEqualTo("title");
    assertThat(svg.child(1).tagName()).isEqualTo("desc");
    assertThat(svg.child(0).text()).matches(".*\\p{IsHan}.* · .*[a-z].*");
    assertThat(svg.child(1).text()).matches("(?s).*\\p{IsHan}.*[a-z].*");
    assertThat(svg.select("tspan[lang=zh-CN]")).isNotEmpty();
    assertThat(svg.select("tspan[lang=zh-CN]").size())
        .isEqualTo(svg.select("tspan[lang=en][display=none]").size());
    for (Element text : svg.select("text")) {
      boolean han = text.select("tspan[lang]").isEmpty() && text.text().matches(".*\\p{IsHan}.*");
      assertThat(han).as("only in Chinese: %s", text).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void needsNoStyleSheet(Html picture) {
    Element svg = svg(picture);
    assertThat(svg.select("[style], script, image, foreignObject")).isEmpty();
    for (Element path : svg.select("path")) {
      assertThat(path.hasAttr("fill")).isTrue();
      assertThat(path.attr("fill").equals("none") && !path.hasAttr("stroke")).isFalse();
    }
  }

  @Test
  void sameInputGivesTheSameBytesInEveryCountry() {
    List<String> expected = ChartSamples.all().values().stream().map(Html::toString).toList();
    Locale before = Locale.getDefault();
    try {
      for (String tag : List.of("ar-EG-u-nu-arab", "de-DE", "tr-TR")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(ChartSamples.all().values().stream().map(Html::toString).toList())
            .as(tag)
            .isEqualTo(expected);
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aChangedFigureChangesFewLines() {
    List<String> before = ChartSamples.ratio().draw().toString().lines().toList();
    RatioChart chart = ChartSamples.ratio();
    List<RatioChart.Row> rows = new ArrayList<>(chart.rows());
    rows.set(
        0,
        new RatioChart.Row(
            rows.get(0).name(),
            UNIT,
            ChartSamples.compared(3.41, 3.18, 1.07, 0.74, 1.55, Standing.NOT_JUDGED).build()));
    List<String> after =
        new RatioChart(chart.title(), chart.city(), chart.reference(), rows)
            .draw()
            .toString()
            .lines()
            .toList();
    assertThat(after).hasSameSizeAs(before);
    // the interval, the mark and the number
    assertThat(IntStream.range(0, after.size()).filter(i -> !after.get(i).equals(before.get(i))))
        .hasSize(3);
  }

  @Test
  void aGreaterRatioStandsFurtherRight() {
    List<RatioChart.Row> rows = new ArrayList<>();
    for (double ratio : new double[] {0.2, 0.5, 0.9, 1, 1.1, 2, 5}) {
      rows.add(row("行", ratio, ratio / 1.2, ratio * 1.2, Standing.SIMILAR));
    }
    List<Double> places = marks(new RatioChart(UNIT, UNIT, UNIT, rows).draw(), "even", rows.size());
    assertThat(places).isSorted().doesNotHaveDuplicates();
    double one = places.get(3);
    assertThat(places.get(5) - one).isCloseTo(one - places.get(1), within(0.2));
    assertThat(places.get(6) - one).isCloseTo(one - places.get(0), within(0.2));
  }

  @Test
  void everyVerdictHasAShapeOfItsOwn() {
    List<String> shapes = new ArrayList<>();
    for (Standing verdict : Standing.values()) {
      for (Comparability trust : List.of(Comparability.COMPARABLE, Comparability.WITH_CARE)) {
        RatioChart.Row row =
            new RatioChart.Row(
                UNIT,
                UNIT,
                ChartSamples.compared(1, 1, 1, null, null, verdict).comparability(trust).build());
        Element mark =
            svg(new RatioChart(UNIT, UNIT, UNIT, List.of(row)).draw())
                .selectFirst("path[stroke-width=1.5]");
        shapes.add(
            mark.attr("d").replaceAll("^M[0-9.]+ [0-9.]+", "")
                + (mark.attr("fill").equals("#fff") ? " hollow" : " solid"));
      }
    }
    assertThat(shapes).doesNotHaveDuplicates().hasSize(8);
  }

  @Test
  void aRatioWithoutEndShowsThatItGoesOn() {
    List<RatioChart.Row> rows =
        List.of(
            row("甲", 0.0, 0.0, 3.7, Standing.SIMILAR),
            row("乙", 1e12, 1e3, Double.POSITIVE_INFINITY, Standing.BETTER),
            row("丙", 1.0, null, null, Standing.NOT_JUDGED));
    Html picture = new RatioChart(UNIT, UNIT, UNIT, rows).draw();
    assertInside(picture);
    assertThat(svg(picture).select("path[d*=l-4 4l4 4]")).hasSize(1);
    assertThat(svg(picture).select("path[d*=l4 4l-4 4]")).hasSize(1);
  }

  @Test
  void aRatioMustBeANumber() {
    assertThatThrownBy(() -> row("甲", Double.NaN, null, null, Standing.SIMILAR))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Not a ratio: NaN");
    assertThatThrownBy(() -> row("甲", -1.0, null, null, Standing.SIMILAR))
        .hasMessage("Not a ratio: -1.0");
  }

  @Test
  void ranksShowEveryCityAndNameTheOnesThatMatter() {
    String few = svg(ChartSamples.ranking(24).draw()).select("text").text();
    for (int i = 3; i <= 24; i++) {
      if (i != 18 && i != 21) {
        assertThat(few).contains("第" + i + "市");
      }
    }
    Element many = svg(ChartSamples.ranking(340).draw());
    String spots = many.selectFirst("path[stroke-linecap=round]").attr("d");
    assertThat(spots.split("h0", -1)).hasSize(338 + 1);
    assertThat(many.select("text").text())
        .contains("⋮ 244 个城市", "⋮ 40 cities", "共 340 个")
        .contains("青岛市", "深圳市", "第1市", "第340市", "182–306")
        .doesNotContain("第200市");
    assertThat(ChartSamples.ranking(340).draw().toString().length()).isLessThan(20_000);
  }

  @Test
  void aHigherRateStandsFurtherRightInTheRanks() {
    List<RankingChart.RankedArea> places = new ArrayList<>();
    for (double rate : new double[] {9.5, 7, 3.2, 3.1, 0}) {
      places.add(place(rate, null, null));
    }
    List<Double> marks =
        marks(new RankingChart(UNIT, UNIT, 2025, places).draw(), "other", places.size());
    assertThat(marks.stream().map(x -> -x).toList()).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void noLineLeadsAcrossABreak() {
    List<TrendLine.YearPoint> points =
        List.of(point(2018, 1), point(2019, 2), point(2020, 3), point(2021, 4), point(2023, 5));
    TrendLine line = new TrendLine(UNIT, ChartRole.CITY, points, null);
    TrendChart.Break census = new TrendChart.Break(LocalDate.of(2020, 11, 1), UNIT);
    Element with =
        svg(new TrendChart(UNIT, UNIT, List.of(line), List.of(), List.of(census)).draw());
    Element without = svg(new TrendChart(UNIT, UNIT, List.of(line), List.of(), List.of()).draw());
    assertThat(segments(without, "2.4")).isEqualTo(3);
    assertThat(segments(with, "2.4")).isEqualTo(2);
    assertThat(segments(with, "1.4")).as("a year without a figure is dotted").isEqualTo(1);
    assertThat(with.select("text").text()).contains("①", "① 2020-11-01 起口径改变");
    List<Double> across = marks(with.outerHtml(), "city", 5, 0);
    List<Double> down = marks(with.outerHtml(), "city", 5, 1);
    assertThat(across).isSorted().doesNotHaveDuplicates();
    assertThat(down.stream().map(y -> -y).toList()).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void aTargetPointsToTheSideOnWhichItIsKept() {
    for (Bound bound : Bound.values()) {
      TrendChart.TargetLine goal =
          new TrendChart.TargetLine(LocalDate.of(2030, 12, 31), 5, bound, UNIT);
      TrendLine line = new TrendLine(UNIT, ChartRole.CITY, List.of(point(2020, 3)), null);
      Html picture = new TrendChart(UNIT, UNIT, List.of(line), List.of(goal), List.of()).draw();
      assertInside(picture);
      String mark = svg(picture).selectFirst("path[stroke-width=2]").attr("d");
      assertThat(mark.endsWith("l4 -4l4 4")).isEqualTo(bound == Bound.GE || bound == Bound.GT);
      assertThat(mark.endsWith("l4 4l4 -4")).isEqualTo(bound == Bound.LE || bound == Bound.LT);
    }
  }

  @Test
  void theTheilSenLineGoesThroughTheMedian() {
    TrendRow slope = ChartSamples.slope(1, 2018, 2020, TrendDirection.RISING);
    TrendLine line =
        new TrendLine(
            UNIT, ChartRole.CITY, List.of(point(2018, 1), point(2019, 9), point(2020, 3)), slope);
    Element svg = svg(new TrendChart(UNIT, UNIT, List.of(line), List.of(), List.of()).draw());
    String path = svg.selectFirst("path[stroke-width=1.2]").attr("d");
    List<Double> down = marks(svg.outerHtml(), "city", 3, 1);
    assertThat(path).endsWith(" " + Drawing.at(down.get(2)));
    assertThat(svg.select("text").text()).contains("↗上升，每年 +1.00（2018–2020年，Theil–Sen）");
  }

  @Test
  void aBarIsAsLongAsWhatIsThere() {
    List<Double> ends = new ArrayList<>();
    for (double needed : new double[] {80, 40, 10, 0, -5}) {
      GapChart.Row row =
          new GapChart.Row(
              UNIT, UNIT, UNIT, ChartSamples.counted(2024, 20, needed, Comparability.COMPARABLE));
      Element svg = svg(new GapChart(UNIT, UNIT, List.of(row)).draw());
      ends.add(number(svg.selectFirst("path.f-city").attr("d"), 2));
      assertThat(svg.select("path.s-worse").isEmpty()).isEqualTo(needed <= 0);
    }
    assertThat(ends).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void paceShowsWhatIsDoneBesideTheTime() {
    List<Double> ends = new ArrayList<>();
    for (Double done : new Double[] {-0.3, 0.0, 0.4, 1.0, 7.5}) {
      TargetProgressChart.Row row =
          new TargetProgressChart.Row(
              UNIT, UNIT, done, 0.5, TargetState.BEHIND, Comparability.COMPARABLE);
      Html picture = new TargetProgressChart(UNIT, List.of(row)).draw();
      assertInside(picture);
      ends.add(number(svg(picture).selectFirst("path.f-worse").attr("d"), 2));
    }
    assertThat(ends).isSorted();
    assertThat(ends.get(0)).isZero();
    assertThat(ends.get(2)).isCloseTo(0.4 * ends.get(3), within(0.1));
    assertThat(svg(ChartSamples.pace().draw()).select("text").text()).contains("33%", "44%", "—");
  }

  @Test
  void coverageHasACellForEveryYearThatWasLookedAt() {
    CoverageChart.Row row =
        new CoverageChart.Row(UNIT, Map.of(2019, 0, 2020, 1, 2021, 3, 2023, 12), Set.of(2021));
    Element svg = svg(new CoverageChart(UNIT, List.of(row)).draw());
    assertThat(svg.select("text").text())
        .contains("–1")
        .contains("3+")
        .contains("2019", "2023")
        .contains("未经核实");
    CoverageChart.Row verified = new CoverageChart.Row(UNIT, row.sources(), Set.of());
    assertThat(svg(new CoverageChart(UNIT, List.of(verified)).draw()).select("text").text())
        .doesNotContain("未经核实");
    Html wide = ChartSamples.coverage(60, 40).draw();
    assertInside(wide);
    assertThat(svg(wide).select("text").text()).contains("2025");
    assertThat(wide.toString().length()).isLessThan(60_000);
  }

  static List<Html> extremes() {
    Comparability trust = Comparability.COMPARABLE;
    List<Html> pictures = new ArrayList<>();
    pictures.add(new RatioChart(HOSTILE, HOSTILE, HOSTILE, List.of()).draw());
    pictures.add(new RankingChart(HOSTILE, HOSTILE, 2025, List.of()).draw());
    pictures.add(new TrendChart(HOSTILE, HOSTILE, List.of(), List.of(), List.of()).draw());
    pictures.add(new GapChart(HOSTILE, HOSTILE, List.of()).draw());
    pictures.add(new TargetProgressChart(HOSTILE, List.of()).draw());
    pictures.add(new CoverageChart(HOSTILE, List.of()).draw());
    for (double value : new double[] {0, 1, -3, 1e-12, 9e17, 1.7e308}) {
      pictures.add(
          new RankingChart(
                  HOSTILE,
                  HOSTILE,
                  2025,
                  List.of(
                      new RankingChart.RankedArea(
                          HOSTILE, ChartRole.CITY, ranked(value, value, value, 1)),
                      place(value, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)))
              .draw());
      TrendLine line =
          new TrendLine(
              HOSTILE,
              ChartRole.REFERENCE,
              List.of(
                  new TrendLine.YearPoint(2020, value, "1".repeat(500)),
                  new TrendLine.YearPoint(2021, value, "1")),
              null);
      pictures.add(
          new TrendChart(
                  HOSTILE,
                  HOSTILE,
                  List.of(line, new TrendLine(HOSTILE, ChartRole.CITY, List.of(), null)),
                  List.of(
                      new TrendChart.TargetLine(
                          LocalDate.of(2021, 6, 30), value, Bound.LE, HOSTILE)),
                  List.of(
                      new TrendChart.Break(LocalDate.of(1949, 10, 1), HOSTILE),
                      new TrendChart.Break(LocalDate.of(2021, 1, 1), HOSTILE)))
              .draw());
      double amount = Math.abs(value);
      pictures.add(
          new GapChart(
                  HOSTILE,
                  HOSTILE,
                  List.of(
                      new GapChart.Row(
                          HOSTILE,
                          HOSTILE,
                          HOSTILE,
                          ChartSamples.counted(2024, amount, -amount, trust)),
                      new GapChart.Row(
                          HOSTILE, HOSTILE, HOSTILE, ChartSamples.counted(2024, amount, 7, trust))))
              .draw());
      pictures.add(
          new RatioChart(
                  HOSTILE, HOSTILE, HOSTILE, List.of(row("甲", amount, 0.0, 1e9, Standing.WORSE)))
              .draw());
      pictures.add(
          new TargetProgressChart(
                  HOSTILE,
                  List.of(
                      new TargetProgressChart.Row(
                          HOSTILE, HOSTILE, value, null, TargetState.AHEAD, trust)))
              .draw());
    }
    pictures.add(
        new CoverageChart(
                HOSTILE,
                List.of(
                    new CoverageChart.Row(HOSTILE, Map.of(), Set.of()),
                    new CoverageChart.Row(HOSTILE, Map.of(2024, 1), Set.of(2024))))
            .draw());
    pictures.add(ChartSamples.ranking(1).draw());
    return pictures;
  }

  @ParameterizedTest
  @MethodSource("extremes")
  void extremesStayInsideAndInert(Html picture) {
    assertInside(picture);
    Element svg = svg(picture);
    assertThat(svg.select("script, img")).isEmpty();
    assertThat(picture.toString()).doesNotContain("\u202E").doesNotContain("\u0000");
    for (Element text : svg.select("text")) {
      assertThat(text.text().length()).isLessThan(200);
    }
  }

  private static RatioChart.Row row(
      String name, double ratio, Double low, Double high, Standing verdict) {
    return new RatioChart.Row(
        Bilingual.same(name), UNIT, ChartSamples.compared(1, 1, ratio, low, high, verdict).build());
  }

  private static RankingChart.RankedArea place(double value, Double low, Double high) {
    return new RankingChart.RankedArea(UNIT, ChartRole.OTHER, ranked(value, low, high, null));
  }

  private static BenchmarkRow ranked(double rate, Double low, Double high, Integer rank) {
    return BenchmarkRowBuilder.builder()
        .basis(RateOrigin.COMPUTED)
        .rate(rate)
        .rateLow(low)
        .rateHigh(high)
        .rank(rank)
        .rankLow(rank)
        .rankHigh(rank)
        .comparability(Comparability.COMPARABLE)
        .build();
  }

  private static TrendLine.YearPoint point(int year, double value) {
    return new TrendLine.YearPoint(year, value, "" + value);
  }

  private static int segments(Element svg, String width) {
    Element path = svg.selectFirst("path[class=s-city][stroke-width=" + width + "]");
    return path.attr("d").split("L", -1).length - 1;
  }

  private static List<Double> marks(Html picture, String ink, int count) {
    return marks(picture.toString(), ink, count, 0);
  }

  /** Where the first marks of that ink are, across (0) or down (1). */
  private static List<Double> marks(String picture, String ink, int count, int side) {
    List<Double> places = new ArrayList<>();
    Document document = Jsoup.parse(picture, Parser.xmlParser());
    for (Element mark : document.select("path.f-" + ink + ".s-" + ink)) {
      places.add(number(mark.attr("d"), side));
    }
    return places.subList(0, count);
  }

  private static double number(String path, int index) {
    Matcher numbers = PLACE.matcher(path);
    for (int i = 0; i <= index; i++) {
      assertThat(numbers.find()).isTrue();
    }
    return Double.parseDouble(numbers.group(2));
  }

  private static org.assertj.core.data.Offset<Double> within(double offset) {
    return org.assertj.core.data.Offset.offset(offset);
  }

  private static Element svg(Html picture) {
    return Jsoup.parse(picture.toString(), Parser.xmlParser()).selectFirst("svg");
  }

  private static void assertInside(Html picture) {
    assertThat(ChartBounds.outside(svg(picture))).isEmpty();
  }
}
