package org.duibiao.benchmark.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.duibiao.benchmark.selection.TestFigure.QINGDAO;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.duibiao.benchmark.Intervals;
import org.duibiao.benchmark.rate.TestBenchmarks;
import org.duibiao.benchmark.selection.SelectionFixture;
import org.duibiao.benchmark.selection.TestFigure;
import org.duibiao.benchmark.stats.TheilSen;
import org.duibiao.model.Benchmark;
import org.duibiao.model.SeriesBreak;
import org.duibiao.model.code.Bound;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.IndicatorKind;
import org.duibiao.model.code.RateOrigin;
import org.duibiao.model.code.TrendDirection;
import org.duibiao.tables.Figure;
import org.duibiao.tables.TrendRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrendTableTest {

  private static final String POPULATION = "permanent_population";
  private static final Benchmark BEDS = TestBenchmarks.BEDS;

  private final List<Figure> figures = new ArrayList<>();
  private List<SeriesBreak> breaks = List.of();

  /** Values of scipy 1.17.1: {@code scipy.stats.theilslopes(y, x, 0.95)}, recorded with repr. */
  @ParameterizedTest
  @CsvSource({
    "2015 2016 2017 2018 2019 2020 2021, 3.1 3.4 3.3 3.9 4.2 4.1 4.8,"
        + " 0.275, 0.09999999999999987, 0.375",
    "2009 2010 2012 2013 2017 2018 2019 2022, 10 10 12 11 11 9 9 8,"
        + " -0.16025641025641024, -0.42857142857142855, 0.125",
    "2015 2016 2017 2018 2019 2020, 7 7 7 7 7 7, 0, 0, 0",
    "2015 2016 2017 2018 2019 2020 2021 2022 2023 2024, 5 3 6 2 7 4 5 6 3 5.5,"
        + " 0.05555555555555555, -0.3333333333333333, 0.5",
    "1997 1998 1999 2000 2001 2002 2003 2004 2005 2006 2007 2008 2009 2010 2011 2012 2013 2014 2015"
        + " 2016 2017 2018 2019 2020 2021 2022 2023 2024 2025, 100.0 122.833 100.889 90.484 121.882"
        + " 130.97 104.003 108.637 141.183 134.935 110.772 130.02 155.996 136.827 122.564 152.181"
        + " 165.585 139.287 139.433 172.467 170.582 144.807 160.107 188.712 172.814 155.078 182.32"
        + " 199.809 174.833, 2.9582167832167836, 2.285388888888889, 3.641916666666667",
  })
  void slopesOfAnIndependentImplementation(
      String x, String y, double slope, double low, double high) {
    TheilSen line = TheilSen.of(numbers(x), numbers(y), Intervals.USUAL);
    assertThat(line.slope()).isCloseTo(slope, within(1e-12));
    assertThat(line.interval().low()).isCloseTo(low, within(1e-12));
    assertThat(line.interval().high()).isCloseTo(high, within(1e-12));
  }

  private static double[] numbers(String text) {
    return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  @Test
  void aSlopeNeedsTwoPoints() {
    assertThatThrownBy(() -> TheilSen.of(new double[] {1, 1}, new double[] {2, 3}, 0.95))
        .hasMessage("a slope needs two points with different x");
  }

  private void add(String indicator, int year, String value) {
    figures.add(figure(indicator, year, value).build());
  }

  private static TestFigure figure(String indicator, int year, String value) {
    return TestFigure.figure(indicator + year)
        .of(QINGDAO, indicator)
        .on(year + "-12-31")
        .value(value)
        .resolution(new BigDecimal(value).ulp().toPlainString())
        .published("2024-05-01");
  }

  private void beds(int from, int to) {
    for (int year = from; year <= to; year++) {
      add("beds", year, Integer.toString(1000 + 10 * (year - from)));
      add(POPULATION, year, "100000");
    }
  }

  private List<TrendRow> trends() {
    return TrendTable.compute(
        List.of(BEDS),
        List.of(TestBenchmarks.indicator("beds", IndicatorKind.STOCK)),
        SelectionFixture.select(figures, breaks));
  }

  @Test
  void aCountAndItsRateRiseTogether() {
    beds(2015, 2020);
    List<TrendRow> rows = trends();
    assertThat(rows).extracting(TrendRow::series).containsExactly("beds", "beds_per_1000");
    TrendRow rate = rows.get(1);
    assertThat(rate.basis()).isEqualTo(RateOrigin.COMPUTED);
    assertThat(List.of(rate.firstYear(), rate.lastYear(), rate.points()))
        .containsExactly(2015, 2020, 6);
    assertThat(rate.change()).isCloseTo(0.5, within(1e-12));
    assertThat(rate.slope()).isCloseTo(0.1, within(1e-12));
    assertThat(rate.direction()).isEqualTo(TrendDirection.RISING);
    assertThat(rate.cagr()).isCloseTo(Math.pow(1.05, 0.2) - 1, within(1e-12));
    assertThat(rate.flags()).isEmpty();
  }

  /** Rises for seven years, then falls for four: over all years neither, at its end falling. */
  @Test
  void theLastFivePointsSayThatASeriesTurned() {
    int[] beds = {1000, 1010, 1020, 1030, 1040, 1050, 1060, 1045, 1030, 1015, 1000};
    for (int i = 0; i < beds.length; i++) {
      add("beds", 2010 + i, Integer.toString(beds[i]));
    }
    TrendRow row = trends().get(0);
    assertThat(row.direction()).isEqualTo(TrendDirection.NO_TREND);
    assertThat(row.recentFirstYear()).isEqualTo(2016);
    assertThat(row.recentSlope()).isCloseTo(-15, within(1e-12));
    assertThat(row.recentDirection()).isEqualTo(TrendDirection.FALLING);
    assertThat(row.turned()).isTrue();
  }

  @Test
  void theLastFivePointsMayShowNoTrendWhereAllDo() {
    int[] beds = {1000, 1010, 1020, 1030, 1040, 1050, 1060, 1070, 1065};
    for (int i = 0; i < beds.length; i++) {
      add("beds", 2010 + i, Integer.toString(beds[i]));
    }
    TrendRow row = trends().get(0);
    assertThat(row.direction()).isEqualTo(TrendDirection.RISING);
    assertThat(row.recentDirection()).isEqualTo(TrendDirection.NO_TREND);
    assertThat(row.turned()).isFalse();
  }

  @Test
  void fivePointsAreNoTrend() {
    beds(2015, 2019);
    assertThat(trends()).isEmpty();
  }

  @Test
  void noTrendGoesAcrossASeriesBreak() {
    beds(2010, 2021);
    breaks =
        List.of(
            new SeriesBreak(
                "recount",
                "重新清点",
                "recount",
                List.of("beds"),
                List.of(),
                LocalDate.of(2015, 1, 1),
                null,
                null,
                null,
                "x"));
    assertThat(trends())
        .filteredOn(row -> row.series().equals("beds"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.firstYear()).isEqualTo(2015);
              assertThat(row.points()).isEqualTo(7);
              assertThat(row.flags()).containsExactly(Flag.SERIES_BREAK);
            });
  }

  @Test
  void noTrendGoesOverToAPublisherWhoCountsSomethingElse() {
    beds(2012, 2021);
    figures.removeIf(figure -> figure.observationId().equals("beds2012"));
    figures.add(yearbook(2012, "600"));
    assertThat(firstYearOfBeds()).as("nobody knows that they differ").isEqualTo(2012);
    figures.add(yearbook(2016, "700"));
    assertThat(firstYearOfBeds()).isEqualTo(2013);
    figures.removeIf(figure -> figure.value().intValue() == 700);
    figures.add(yearbook(2016, "1010"));
    assertThat(firstYearOfBeds()).as("less than a tenth apart").isEqualTo(2012);
  }

  /** Published before the others, so that it is used only where they say nothing. */
  private static Figure yearbook(int year, String beds) {
    return TestFigure.figure("yearbook" + year)
        .of(QINGDAO, "beds")
        .on(year + "-12-31")
        .value(beds)
        .by("yearbook")
        .published("2023-05-01")
        .build();
  }

  private int firstYearOfBeds() {
    return trends().stream()
        .filter(row -> row.series().equals("beds"))
        .findFirst()
        .orElseThrow()
        .firstYear();
  }

  @Test
  void missingYearsAreFlaggedAndLimitsAreNoPoints() {
    beds(2014, 2020);
    figures.removeIf(figure -> figure.periodEnd().getYear() == 2016);
    assertThat(trends().get(0).flags()).containsExactly(Flag.SERIES_HAS_GAPS);
    figures.removeIf(figure -> figure.periodEnd().getYear() == 2017);
    figures.add(figure("beds", 2017, "999").bound(Bound.GT).build());
    assertThat(trends()).isEmpty();
  }

  @Test
  void fromNoughtThereIsNoGrowthRate() {
    beds(2015, 2020);
    figures.removeIf(figure -> figure.observationId().equals("beds2015"));
    add("beds", 2015, "0");
    assertThat(trends().get(0).cagr()).isNull();
    assertThat(trends().get(0).change()).isEqualTo(1050.0);
  }

  @Test
  void theOrderOfTheInputChangesNothing() {
    beds(2010, 2021);
    List<TrendRow> expected = trends();
    for (int i = 0; i < 10; i++) {
      Collections.shuffle(figures, new Random(i));
      assertThat(trends()).isEqualTo(expected);
    }
  }
}
