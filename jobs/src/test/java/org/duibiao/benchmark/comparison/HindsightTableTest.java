package org.duibiao.benchmark.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.duibiao.benchmark.selection.TestFigure.QINGDAO;
import static org.duibiao.benchmark.selection.TestFigure.SHENZHEN;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.duibiao.benchmark.rate.TestBenchmarks;
import org.duibiao.benchmark.selection.SelectionFixture;
import org.duibiao.benchmark.selection.TestFigure;
import org.duibiao.model.code.Comparability;
import org.duibiao.model.code.Side;
import org.duibiao.tables.BenchmarkRow;
import org.duibiao.tables.Figure;
import org.duibiao.tables.HindsightRow;
import org.junit.jupiter.api.Test;

class HindsightTableTest {

  private static final LocalDate THEN = LocalDate.of(2020, 12, 31);

  private final List<Figure> figures = new ArrayList<>();

  private void add(String city, String indicator, int year, String value, String published) {
    figures.add(
        TestFigure.figure(city + indicator + year + published)
            .of(city, indicator)
            .on(year + "-12-31")
            .value(value)
            .published(published)
            .build());
  }

  private List<BenchmarkRow> rows(LocalDate asOf) {
    List<Figure> known =
        figures.stream().filter(figure -> !figure.published().isAfter(asOf)).toList();
    return BenchmarkTable.compute(
            List.of(TestBenchmarks.TERTIARY_HOSPITALS),
            SelectionFixture.select(known),
            Set.of(QINGDAO, SHENZHEN),
            SHENZHEN)
        .rows();
  }

  private List<HindsightRow> hindsight() {
    return HindsightTable.compute(THEN, rows(THEN), rows(LocalDate.MAX));
  }

  /** 2.32 against 3.13 per million in the spring of 2020; since the census against 2.46. */
  @Test
  void theVerdictOfThatDayStandsBesideTodays() {
    for (String city : List.of(QINGDAO, SHENZHEN)) {
      String hospitals = city.equals(QINGDAO) ? "23" : "42";
      add(city, "tertiary_hospitals", 2019, hospitals, "2020-04-01");
    }
    add(QINGDAO, "permanent_population", 2019, "9499800", "2020-03-28");
    add(SHENZHEN, "permanent_population", 2019, "13438800", "2020-04-15");
    add(SHENZHEN, "permanent_population", 2019, "17104000", "2022-01-10");
    assertThat(hindsight())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.cityCode()).isEqualTo(QINGDAO);
              assertThat(row.asOf()).isEqualTo(THEN);
              assertThat(row.rateThen()).isEqualTo(row.rateNow());
              assertThat(row.referenceRateThen()).isBetween(3.12, 3.13);
              assertThat(row.referenceRateNow()).isBetween(2.45, 2.46);
              assertThat(Math.ceil(row.neededToMatchThen())).isEqualTo(7);
              assertThat(Math.ceil(row.neededToMatchNow())).isEqualTo(1);
              assertThat(row.sideThen()).isEqualTo(Side.BELOW);
              assertThat(row.sideNow()).isEqualTo(Side.LEVEL);
              assertThat(row.comparabilityThen()).isEqualTo(Comparability.COMPARABLE);
              assertThat(row.comparabilityNow()).isEqualTo(Comparability.WITH_CARE);
              assertThat(row.changed()).isTrue();
            });
  }

  @Test
  void whatWasPublishedLaterHasNoVerdictOfThatDay() {
    for (String city : List.of(QINGDAO, SHENZHEN)) {
      for (int year : new int[] {2019, 2021}) {
        add(city, "tertiary_hospitals", year, "20", "2022-04-01");
        add(city, "permanent_population", year, "10000000", "2022-04-01");
      }
    }
    assertThat(hindsight())
        .extracting(HindsightRow::year, HindsightRow::rateThen, HindsightRow::changed)
        .containsExactly(tuple(2019, null, null));
    assertThat(hindsight().get(0).sideNow()).isEqualTo(Side.LEVEL);
  }
}
