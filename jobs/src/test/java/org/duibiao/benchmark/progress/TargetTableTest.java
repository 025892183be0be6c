package org.duibiao.benchmark.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.duibiao.benchmark.selection.TestFigure.QINGDAO;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.duibiao.benchmark.rate.TestBenchmarks;
import org.duibiao.benchmark.selection.FigureAccumulators;
import org.duibiao.benchmark.selection.TestFigure;
import org.duibiao.model.Benchmark;
import org.duibiao.model.Indicator;
import org.duibiao.model.IndicatorBuilder;
import org.duibiao.model.Period;
import org.duibiao.model.SeriesBreak;
import org.duibiao.model.code.Bound;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.IndicatorKind;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.Polarity;
import org.duibiao.model.code.SourceClass;
import org.duibiao.model.code.Status;
import org.duibiao.model.code.TargetPace;
import org.duibiao.model.code.TargetState;
import org.duibiao.model.code.Uncertainty;
import org.duibiao.tables.CoverageRow;
import org.duibiao.tables.Figure;
import org.duibiao.tables.TargetRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetTableTest {

  private static final String HOSPITALS = "tertiary_hospitals";
  private static final String STATIONS = "stations";

  private static final List<Indicator> INDICATORS =
      List.of(
          indicator(HOSPITALS, IndicatorKind.STOCK, Polarity.NONE, null),
          indicator("beds_per_1000", IndicatorKind.RATE, Polarity.NONE, null),
          indicator("mortality", IndicatorKind.RATE, Polarity.LOW, null),
          indicator("vaccinated", IndicatorKind.FLOW, Polarity.NONE, null),
          indicator(STATIONS, IndicatorKind.STOCK, Polarity.NONE, null),
          indicator("stations_done", IndicatorKind.RATE, Polarity.HIGH, STATIONS));

  private static final List<Benchmark> BENCHMARKS = List.of(TestBenchmarks.BEDS);

  private record Said(Figure figure, Status status, Measure measure, String scope) {}

  private final List<Said> said = new ArrayList<>();
  private List<SeriesBreak> breaks = List.of();

  private static Indicator indicator(
      String id, IndicatorKind kind, Polarity polarity, String completes) {
    return IndicatorBuilder.builder()
        .id(id)
        .zh(id)
        .en(id)
        .aliases(List.of())
        .unit(TestBenchmarks.BEDS.unit())
        .printedUnits(List.of())
        .kind(kind)
        .polarity(polarity)
        .uncertainty(Uncertainty.STOCK)
        .partOf(List.of())
        .completes(completes)
        .definitionZh(id)
        .definitionEn(id)
        .definitionSource(id)
        .build();
  }

  private TestFigure figure(String indicator, String day, String value) {
    return TestFigure.figure(indicator + day + "#" + said.size())
        .of(QINGDAO, indicator)
        .on(day)
        .value(value)
        .published("2021-03-01");
  }

  private void say(TestFigure figure, Status status, Measure measure, String scope) {
    said.add(new Said(figure.build(), status, measure, scope));
  }

  private void target(TestFigure figure) {
    say(figure, Status.TARGET, Measure.LEVEL, null);
  }

  private void actual(String indicator, String day, String value) {
    say(figure(indicator, day, value), Status.ACTUAL, Measure.LEVEL, "city");
  }

  private List<TargetRow> rows() {
    FigureAccumulators gathering = FigureAccumulators.of(breaks, INDICATORS);
    said.forEach(each -> gathering.add(each.figure(), each.status(), each.measure(), each.scope()));
    return TargetTable.compute(
        INDICATORS, BENCHMARKS, gathering.targets(), gathering.values().select("run", Set.of()));
  }

  private TargetRow row() {
    assertThat(rows()).hasSize(1);
    return rows().get(0);
  }

  /** 20 in 2020, 35 promised for 2025; 25 at the end of 2023: 5 of 15, after 3 of 5 years. */
  @Test
  void aLevelIsCheckedAgainstItsWayFromTheBase() {
    target(figure(HOSPITALS, "2025-12-31", "35"));
    actual(HOSPITALS, "2020-12-31", "20");
    actual(HOSPITALS, "2022-12-31", "23");
    actual(HOSPITALS, "2023-12-31", "25");
    TargetRow row = row();
    assertThat(row.base()).isEqualByComparingTo("20");
    assertThat(row.target()).isEqualByComparingTo("35");
    assertThat(row.start()).isEqualTo("2021-01-01");
    assertThat(row.due()).isEqualTo("2025-12-31");
    assertThat(row.latest()).isEqualByComparingTo("25");
    assertThat(row.latestYear()).isEqualTo(2023);
    assertThat(row.attained()).isFalse();
    assertThat(row.gap()).isEqualByComparingTo("10");
    assertThat(row.neededPerYear()).isCloseTo(10 / (731 / 365.25), within(1e-12));
    assertThat(row.shareDone()).isCloseTo(5 / 15.0, within(1e-12));
    assertThat(row.shareElapsed()).isCloseTo(1095 / 1826.0, within(1e-12));
    assertThat(row.pace()).isEqualTo(TargetPace.BEHIND);
    assertThat(row.state()).isEqualTo(TargetState.BEHIND);
  }

  /** A census that is announced in 2021 finds more residents and revises 2011 to 2019. */
  private void census() {
    breaks =
        List.of(
            new SeriesBreak(
                "census",
                "普查",
                "census",
                List.of("permanent_population", "beds_per_1000"),
                List.of(),
                LocalDate.of(2020, 11, 1),
                LocalDate.of(2021, 5, 11),
                2011,
                2019,
                "x"));
    target(figure("beds_per_1000", "2020-12-31", "4").published("2016-03-01"));
    actual("beds", "2019-12-31", "4100");
    actual("beds", "2020-12-31", "4200");
    say(
        figure("permanent_population", "2019-12-31", "1250000").published("2022-03-01"),
        Status.ACTUAL,
        Measure.LEVEL,
        "city");
    say(
        figure("permanent_population", "2020-12-31", "1300000").published("2022-03-01"),
        Status.ACTUAL,
        Measure.LEVEL,
        "city");
  }

  /**
   * 4100 beds for the 1 million residents of 2019 as they were known are more than 4; 3.23 later.
   */
  @Test
  void aTargetIsJudgedOnThePopulationThatItWasSetOn() {
    census();
    say(
        figure("permanent_population", "2019-12-31", "1000000").published("2020-03-01"),
        Status.ACTUAL,
        Measure.LEVEL,
        "city");
    TargetRow row = row();
    assertThat(row.latest()).isEqualByComparingTo("4.1");
    assertThat(row.latestYear()).isEqualTo(2019);
    assertThat(row.attained()).isTrue();
    assertThat(row.flags()).contains(Flag.POPULATION_BEFORE_REVISION);
  }

  @Test
  void aTargetWithoutAFigureOnItsPopulationIsNotJudgedOnTheRevisedOne() {
    census();
    TargetRow row = row();
    assertThat(row.attained()).isNull();
    assertThat(row.state()).isEqualTo(TargetState.CANNOT_BE_CHECKED);
    assertThat(row.latest()).isEqualByComparingTo("3.2308");
    assertThat(row.latestYear()).isEqualTo(2020);
    assertThat(row.flags()).contains(Flag.POPULATION_VINTAGE_DIFFERS);
  }

  @Test
  void whatMustBeKnownOfTheFigureThatChecksAPromiseIsSaidWithIt() {
    target(figure(HOSPITALS, "2025-12-31", "35").flags(Flag.TRANSCRIBED));
    say(
        figure(HOSPITALS, "2024-12-31", "34").flags(Flag.YEAR_INFERRED),
        Status.ACTUAL,
        Measure.LEVEL,
        "city");
    assertThat(row().flags()).containsExactly(Flag.TRANSCRIBED, Flag.YEAR_INFERRED);
  }

  @Test
  void whatNobodyPublishedCannotBeChecked() {
    target(figure(HOSPITALS, "2025-12-31", "35"));
    TargetRow row = row();
    assertThat(row.attained()).isNull();
    assertThat(row.state()).isEqualTo(TargetState.CANNOT_BE_CHECKED);
    assertThat(row.latest()).isNull();
    assertThat(row.gap()).isNull();
    assertThat(row.pace()).isEqualTo(TargetPace.UNKNOWN);
    assertThat(row.flags()).contains(Flag.CANNOT_BE_CHECKED);
  }

  @ParameterizedTest
  @CsvSource({
    // indicator, bound, target, latest, attained
    "tertiary_hospitals, EQ, 35, 35, true",
    "tertiary_hospitals, EQ, 35, 36, true",
    "tertiary_hospitals, GT, 35, 35, false",
    "tertiary_hospitals, GE, 35, 35, true",
    "tertiary_hospitals, LE, 35, 35, true",
    "tertiary_hospitals, LT, 35, 35, false",
    "mortality, EQ, 6, 5, true",
    "mortality, EQ, 6, 7, false",
    "mortality, LE, 6, 7, false",
  })
  void aPromiseIsKeptByItsBoundAndPolarity(
      String indicator, Bound bound, String target, String latest, boolean attained) {
    target(figure(indicator, "2022-12-31", target).bound(bound));
    actual(indicator, "2022-12-31", latest);
    assertThat(row().attained()).isEqualTo(attained);
    assertThat(row().gap())
        .isEqualByComparingTo(
            Integer.toString(Integer.parseInt(target) - Integer.parseInt(latest)));
  }

  @Test
  void aFigureAfterTheDueDayIsSaidToBeOne() {
    target(figure(HOSPITALS, "2022-12-31", "35"));
    actual(HOSPITALS, "2024-12-31", "36");
    TargetRow row = row();
    assertThat(row.attained()).isTrue();
    assertThat(row.flags()).contains(Flag.AFTER_DUE);
    assertThat(row.neededPerYear()).isNull();
  }

  @Test
  void whatIsAddedIsCheckedByWhatWasAddedInThatYearAndPart() {
    say(figure(STATIONS, "2022-12-31", "20"), Status.TARGET, Measure.NEW, "urban_core");
    say(figure(STATIONS, "2022-06-30", "8"), Status.ACTUAL, Measure.NEW, "urban_core");
    say(figure(STATIONS, "2022-06-30", "99"), Status.ACTUAL, Measure.NEW, "city");
    say(figure(STATIONS, "2021-12-31", "98"), Status.ACTUAL, Measure.NEW, "urban_core");
    TargetRow row = row();
    assertThat(row.latest()).isEqualByComparingTo("8");
    assertThat(row.shareDone()).isCloseTo(0.4, within(1e-12));
    assertThat(row.attained()).isFalse();
  }

  /** 11 stations are 55 % of the year's task in the middle of it: 20, and ahead of the time. */
  @ParameterizedTest
  @CsvSource({"11, 55, 20, AHEAD", "20, 50, 40, ON_PACE", "4, 40, 10, BEHIND", "7, 33, 21, BEHIND"})
  void theTaskIsWorkedOutFromAnAmountAndItsShare(
      String amount, String share, String task, TargetPace pace) {
    say(figure(STATIONS, "2019-06-30", amount), Status.ACTUAL, Measure.NEW, "urban_core");
    say(
        figure("stations_done", "2019-06-30", share)
            .about(Period.instant(LocalDate.parse("2019-06-30"))),
        Status.ACTUAL,
        Measure.LEVEL,
        "programme:x");
    TargetRow row = row();
    assertThat(row.indicator()).isEqualTo(STATIONS);
    assertThat(row.measure()).isEqualTo(Measure.NEW);
    assertThat(row.scope()).isEqualTo("urban_core");
    assertThat(row.target()).isEqualByComparingTo(task);
    assertThat(row.due()).isEqualTo("2019-12-31");
    assertThat(row.shareDone()).isCloseTo(Double.parseDouble(share) / 100, within(1e-12));
    assertThat(row.shareElapsed()).isCloseTo(181 / 365.0, within(1e-12));
    assertThat(row.pace()).isEqualTo(pace);
    assertThat(row.state().name()).isEqualTo(pace.name());
    assertThat(row.flags()).contains(Flag.DERIVED);
    assertThat(row.attained()).isFalse();
  }

  @Test
  void aShareWithoutAnAmountHasAPaceAndNoTask() {
    say(figure("stations_done", "2019-06-30", "30"), Status.ACTUAL, Measure.LEVEL, null);
    TargetRow row = row();
    assertThat(row.target()).isNull();
    assertThat(row.pace()).isEqualTo(TargetPace.BEHIND);
    assertThat(row.state()).isEqualTo(TargetState.BEHIND);
  }

  @Test
  void ofTwoPublicationsOfOneTargetTheLaterCountsAndUnverifiedOnesNever() {
    target(figure(HOSPITALS, "2025-12-31", "35"));
    target(figure(HOSPITALS, "2025-12-31", "40").published("2022-01-01").source("later"));
    target(
        figure(HOSPITALS, "2025-12-31", "99")
            .published("2023-01-01")
            .source("web")
            .in(SourceClass.UNVERIFIED));
    assertThat(row().target()).isEqualByComparingTo("40");
  }

  @Test
  void aRateThatWasNotPublishedIsComputed() {
    target(figure("beds_per_1000", "2022-12-31", "4.3"));
    actual("beds", "2022-12-31", "3570");
    actual("permanent_population", "2022-12-31", "999000");
    TargetRow row = row();
    assertThat(row.latest()).isEqualByComparingTo("3.5736");
    assertThat(row.attained()).isFalse();
    assertThat(row.flags()).contains(Flag.COMPUTED).doesNotContain(Flag.CANNOT_BE_CHECKED);
  }

  @Test
  void aPlanIsFlaggedAndAFlowHasNoBase() {
    say(figure("vaccinated", "2022-12-31", "400"), Status.PLAN, Measure.LEVEL, null);
    actual("vaccinated", "2020-12-31", "300");
    actual("vaccinated", "2022-12-31", "390");
    TargetRow row = row();
    assertThat(row.flags()).contains(Flag.PLAN);
    assertThat(row.base()).isNull();
    assertThat(row.shareDone()).isNull();
    assertThat(row.pace()).isEqualTo(TargetPace.UNKNOWN);
  }

  @Test
  void promisesSurviveTheWayBetweenMachinesInAnyOrder() throws Exception {
    target(figure(HOSPITALS, "2025-12-31", "35"));
    target(figure(HOSPITALS, "2025-12-31", "40").source("b"));
    actual(HOSPITALS, "2020-12-31", "20");
    say(figure(STATIONS, "2019-06-30", "11"), Status.ACTUAL, Measure.NEW, "urban_core");
    say(figure("stations_done", "2019-06-30", "55"), Status.ACTUAL, Measure.LEVEL, "programme:x");
    List<TargetRow> expected = rows();
    for (int i = 0; i < 10; i++) {
      Collections.shuffle(said, new Random(i));
      FigureAccumulators all = FigureAccumulators.of(List.of(), INDICATORS);
      for (Said each : said) {
        FigureAccumulators one = FigureAccumulators.of(List.of(), INDICATORS);
        one.add(each.figure(), each.status(), each.measure(), each.scope());
        all.merge(copy(one));
      }
      assertThat(
              TargetTable.compute(
                  INDICATORS, BENCHMARKS, all.targets(), all.values().select("run", Set.of())))
          .isEqualTo(expected);
    }
  }

  private static FigureAccumulators copy(FigureAccumulators gathering) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(gathering);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (FigureAccumulators) in.readObject();
    }
  }

  @Test
  void coverageSaysWhatACityLacks() {
    actual("beds", "2021-12-31", "20");
    actual("permanent_population", "2020-12-31", "20");
    say(
        figure("beds", "2023-12-31", "21").of("440300", "beds").flags(Flag.QUOTED),
        Status.ACTUAL,
        Measure.LEVEL,
        null);
    FigureAccumulators gathering = FigureAccumulators.of(List.of(), List.of());
    said.forEach(each -> gathering.add(each.figure(), each.status(), each.measure(), each.scope()));
    List<CoverageRow> rows =
        CoverageTable.compute(
            List.of(TestBenchmarks.BEDS), gathering.values().select("run", Set.of()));
    assertThat(rows)
        .extracting(row -> row.cityCode() + row.indicator() + row.year() + row.published())
        .containsExactly(
            "370200beds2021true",
            "370200beds2022false",
            "370200beds2023false",
            "370200beds_per_10002021false",
            "370200beds_per_10002022false",
            "370200beds_per_10002023false",
            "370200permanent_population2021false",
            "370200permanent_population2022false",
            "370200permanent_population2023false",
            "440300beds2023false",
            "440300beds_per_10002023false",
            "440300permanent_population2023false");
    assertThat(rows.get(0).sources()).isEqualTo(1);
  }
}
