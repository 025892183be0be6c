package org.duibiao.benchmark.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.duibiao.benchmark.rate.TestBenchmarks.BEDS;
import static org.duibiao.benchmark.rate.TestBenchmarks.TERTIARY_HOSPITALS;
import static org.duibiao.benchmark.rate.TestBenchmarks.VISITS;
import static org.duibiao.benchmark.selection.TestFigure.QINGDAO;
import static org.duibiao.benchmark.selection.TestFigure.SHENZHEN;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.duibiao.benchmark.rate.TestBenchmarks;
import org.duibiao.benchmark.selection.SelectionFixture;
import org.duibiao.benchmark.selection.TestFigure;
import org.duibiao.model.Benchmark;
import org.duibiao.model.SeriesBreak;
import org.duibiao.model.code.Bound;
import org.duibiao.model.code.Comparability;
import org.duibiao.model.code.ComparisonMethod;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.IndicatorKind;
import org.duibiao.model.code.Polarity;
import org.duibiao.model.code.PopulationBasis;
import org.duibiao.model.code.RateOrigin;
import org.duibiao.model.code.Side;
import org.duibiao.model.code.Significance;
import org.duibiao.model.code.SourceClass;
import org.duibiao.model.code.Standing;
import org.duibiao.model.code.Vintage;
import org.duibiao.tables.BenchmarkRow;
import org.duibiao.tables.Figure;
import org.duibiao.tables.VintageRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchmarkTableTest {

  private static final String POPULATION = "permanent_population";
  private static final String HOSPITALS = "tertiary_hospitals";
  private static final double EXACT = 1e-12;

  private final List<Figure> figures = new ArrayList<>();
  private final Set<String> cities = new TreeSet<>(Set.of(QINGDAO, SHENZHEN));

  private TestFigure builder(String city, String indicator, String day, String value) {
    return TestFigure.figure(city + indicator + day + "#" + figures.size())
        .of(city, indicator)
        .on(day)
        .value(value)
        .resolution(new BigDecimal(value).ulp().toPlainString())
        .published("2024-05-01");
  }

  private String add(TestFigure figure) {
    Figure built = figure.build();
    figures.add(built);
    return built.observationId();
  }

  private String add(String city, String indicator, int year, String value) {
    return add(builder(city, indicator, year + "-12-31", value));
  }

  private BenchmarkTable.Result result(Benchmark... benchmarks) {
    return BenchmarkTable.compute(
        List.of(benchmarks), SelectionFixture.select(figures), cities, SHENZHEN);
  }

  private List<BenchmarkRow> rows(Benchmark benchmark, String city) {
    return result(benchmark).rows().stream().filter(row -> row.cityCode().equals(city)).toList();
  }

  private BenchmarkRow row(Benchmark benchmark, String city) {
    List<BenchmarkRow> rows = rows(benchmark, city);
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private void qingdaoAndShenzhen2019() {
    add(QINGDAO, HOSPITALS, 2019, "22");
    add(SHENZHEN, HOSPITALS, 2019, "42");
    add(builder(QINGDAO, POPULATION, "2019-12-31", "9499800").published("2020-03-28"));
    add(builder(SHENZHEN, POPULATION, "2019-12-31", "13438800").published("2020-04-15"));
    add(builder(SHENZHEN, POPULATION, "2019-12-31", "17104000").published("2022-01-10"));
  }

  /**
   * Qingdao: 22 / 9.4998 million = 2.315838… Shenzhen: 42 / 13.4388 million = 3.125279… as it was
   * known in 2020, 42 / 17.104 million = 2.455565… since the census. Qingdao would have had to have
   * 9.4998 · 3.125279… = 29.6895… and 9.4998 · 2.455565… = 23.3274… hospitals.
   */
  @Test
  void qingdaoAgainstShenzhenBeforeAndAfterTheCensus() {
    qingdaoAndShenzhen2019();

    BenchmarkRow row = row(TERTIARY_HOSPITALS, QINGDAO);
    assertThat(row.rate()).isCloseTo(2.3158382281732246, within(EXACT));
    assertThat(row.referenceRate()).isCloseTo(2.4555659494855004, within(EXACT));
    assertThat(row.ratio()).isCloseTo(0.9430975489208294, within(EXACT));
    assertThat(row.difference()).isCloseTo(-0.13972772131227576, within(EXACT));
    assertThat(row.neededToMatch()).isCloseTo(1.3273854069223574, within(EXACT));
    assertThat(row.numerator()).isEqualByComparingTo("22");
    assertThat(row.denominator()).isEqualByComparingTo("9499800");
    assertThat(row.denominatorYear()).isEqualTo(2019);
    assertThat(row.referenceDenominator()).isEqualByComparingTo("17104000");
    assertThat(row.referenceYear()).isEqualTo(2019);
    assertThat(row.comparability()).isEqualTo(Comparability.WITH_CARE);
    assertThat(row.reasons()).containsExactly(Flag.NO_POLARITY, Flag.POPULATION_VINTAGE_DIFFERS);
    assertThat(row.flags()).containsExactly(Flag.POPULATION_VINTAGE_DIFFERS, Flag.SERIES_TOO_SHORT);

    List<VintageRow> vintages = result(TERTIARY_HOSPITALS).vintages();
    assertThat(vintages).hasSize(2);
    VintageRow after = vintages.get(0);
    assertThat(after.vintage()).isEqualTo(Vintage.BEFORE);
    assertThat(after.referenceVintage()).isEqualTo(Vintage.AFTER);
    assertThat(after.seriesBreak()).isEqualTo("census_2020");
    assertThat(after.neededToMatch()).isCloseTo(1.3273854069223574, within(EXACT));
    assertThat(after.flags()).containsExactly(Flag.POPULATION_VINTAGE_DIFFERS);
    VintageRow before = vintages.get(1);
    assertThat(before.vintage()).isEqualTo(Vintage.BEFORE);
    assertThat(before.referenceVintage()).isEqualTo(Vintage.BEFORE);
    assertThat(before.rate()).isCloseTo(2.3158382281732246, within(EXACT));
    assertThat(before.referenceRate()).isCloseTo(3.125279042771676, within(EXACT));
    assertThat(before.ratio()).isCloseTo(0.7410020662089126, within(EXACT));
    assertThat(before.neededToMatch()).isCloseTo(7.689525850522368, within(EXACT));
    assertThat(before.flags()).isEmpty();
    assertThat(before.numerator()).isEqualByComparingTo("22");
    assertThat(before.referenceDenominator()).isEqualByComparingTo("13438800");
  }

  @Test
  void theVintageDecidesTheVerdictAndBothAreShown() {
    qingdaoAndShenzhen2019();
    add(builder(QINGDAO, POPULATION, "2019-12-31", "7500000").published("2022-01-10"));
    Benchmark high = TestBenchmarks.withPolarity(TERTIARY_HOSPITALS, Polarity.HIGH);
    assertThat(result(high).vintages())
        .extracting(
            VintageRow::vintage,
            VintageRow::referenceVintage,
            VintageRow::side,
            VintageRow::standing)
        .containsExactly(
            tuple(Vintage.AFTER, Vintage.AFTER, Side.ABOVE, Standing.BETTER), // 2.93 against 2.46
            tuple(Vintage.AFTER, Vintage.BEFORE, Side.BELOW, Standing.WORSE), // 2.93 against 3.13
            tuple(Vintage.BEFORE, Vintage.AFTER, Side.BELOW, Standing.WORSE),
            tuple(Vintage.BEFORE, Vintage.BEFORE, Side.BELOW, Standing.WORSE));
    assertThat(row(high, QINGDAO).standing()).isEqualTo(Standing.BETTER);
    assertThat(result(TERTIARY_HOSPITALS).vintages())
        .allSatisfy(row -> assertThat(row.standing()).isEqualTo(Standing.NOT_JUDGED))
        .extracting(VintageRow::side)
        .containsExactly(Side.ABOVE, Side.BELOW, Side.BELOW, Side.BELOW);
  }

  @Test
  void aVintageWithinTheMarginIsSimilar() {
    add(QINGDAO, HOSPITALS, 2019, "42");
    add(SHENZHEN, HOSPITALS, 2019, "42");
    add(builder(QINGDAO, POPULATION, "2019-12-31", "1000000").published("2020-03-28"));
    add(builder(SHENZHEN, POPULATION, "2019-12-31", "1040000").published("2020-04-15"));
    assertThat(result(TestBenchmarks.withPolarity(TERTIARY_HOSPITALS, Polarity.HIGH)).vintages())
        .extracting(VintageRow::side, VintageRow::standing)
        .containsExactly(tuple(Side.LEVEL, Standing.SIMILAR));
  }

  @Test
  void allFourPairsOfVintagesWhereBothCitiesWereRevised() {
    qingdaoAndShenzhen2019();
    add(builder(QINGDAO, POPULATION, "2019-12-31", "9920000").published("2022-01-10"));
    assertThat(row(TERTIARY_HOSPITALS, QINGDAO).comparability())
        .isEqualTo(Comparability.COMPARABLE);
    List<VintageRow> vintages = result(TERTIARY_HOSPITALS).vintages();
    assertThat(vintages)
        .extracting(row -> row.vintage().id() + "/" + row.referenceVintage().id())
        .containsExactly("after/after", "after/before", "before/after", "before/before");
    assertThat(vintages)
        .extracting(row -> row.flags().contains(Flag.POPULATION_VINTAGE_DIFFERS))
        .containsExactly(false, true, true, false);
  }

  @Test
  void noVintagesOutsideTheRevisedYearsNorOfFlows() {
    add(QINGDAO, HOSPITALS, 2021, "22");
    add(SHENZHEN, HOSPITALS, 2021, "42");
    add(QINGDAO, "visits", 2019, "22");
    add(SHENZHEN, "visits", 2019, "42");
    for (int year : new int[] {2019, 2021}) {
      add(QINGDAO, POPULATION, year, "100");
      add(SHENZHEN, POPULATION, year, "100");
    }
    assertThat(result(TERTIARY_HOSPITALS, VISITS).vintages()).isEmpty();
    assertThat(row(TERTIARY_HOSPITALS, QINGDAO).reasons()).containsExactly(Flag.NO_POLARITY);
  }

  @Test
  void midYearVintagesUseTheMeanOfThatVintage() {
    add(builder(QINGDAO, HOSPITALS, "2019-06-30", "20"));
    add(builder(SHENZHEN, HOSPITALS, "2019-06-30", "42").flags(Flag.QUOTED));
    for (String city : List.of(QINGDAO, SHENZHEN)) {
      add(builder(city, POPULATION, "2018-12-31", "100").published("2019-04-01"));
      add(builder(city, POPULATION, "2019-12-31", "110").published("2020-04-01"));
      add(builder(city, POPULATION, "2019-12-31", "210").published("2022-04-01"));
    }
    List<VintageRow> vintages = result(TERTIARY_HOSPITALS).vintages();
    assertThat(vintages)
        .extracting(VintageRow::denominator)
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactly(
            new BigDecimal("210"),
            new BigDecimal("210"),
            new BigDecimal("105"),
            new BigDecimal("105"));
    assertThat(vintages.get(3).flags()).containsExactly(Flag.MID_YEAR, Flag.QUOTED);
    // The chosen end of 2019 is revised and that of 2018 is not: the nearer one is 2018's.
    BenchmarkRow row = row(TERTIARY_HOSPITALS, QINGDAO);
    assertThat(row.denominator()).isEqualByComparingTo("100");
    assertThat(row.denominatorYear()).isEqualTo(2018);
    assertThat(row.flags()).containsExactly(Flag.MID_YEAR, Flag.QUOTED, Flag.SERIES_TOO_SHORT);
  }

  @Test
  void aMidYearStockIsDividedByTheMeanOfTwoYearEnds() {
    add(builder(QINGDAO, HOSPITALS, "2022-06-30", "3"));
    add(QINGDAO, POPULATION, 2021, "100");
    String later = add(QINGDAO, POPULATION, 2022, "101");
    BenchmarkRow row = row(TERTIARY_HOSPITALS, QINGDAO);
    assertThat(row.denominator()).isEqualByComparingTo("100.5");
    assertThat(row.denominatorYear()).isEqualTo(2022);
    assertThat(row.denominatorObservationId()).isEqualTo(later);
    assertThat(row.rate()).isCloseTo(3e6 / 100.5, within(1e-9));
    assertThat(row.flags()).containsExactly(Flag.MID_YEAR);
  }

  @ParameterizedTest
  @CsvSource({
    // the day, the years with a population, the later one used, how it is flagged
    "2022-12-31, 2022 2021, 2022, ",
    "2022-12-31, 2021 2023, 2023, POPULATION_INTERPOLATED",
    "2022-12-31, 2020 2023, 2023, POPULATION_INTERPOLATED",
    "2022-12-31, 2016 2026, 2026, POPULATION_INTERPOLATED",
    "2022-12-31, 2017, 2017, POPULATION_YEAR_DIFFERS",
    "2022-12-31, 2027, 2027, POPULATION_YEAR_DIFFERS",
    "2022-12-31, 2016 2028, , ",
    "2022-03-31, 2022, 2022, POPULATION_YEAR_DIFFERS",
    "2022-03-31, 2021, 2021, ",
    "2022-09-30, 2022, 2022, ",
    "2022-09-30, 2021, 2021, POPULATION_YEAR_DIFFERS",
    "2022-09-30, 2023 2020, 2023, POPULATION_INTERPOLATED",
  })
  void denominatorOfAStock(String day, String years, Integer used, Flag flag) {
    add(builder(QINGDAO, HOSPITALS, day, "3"));
    for (String year : years.split(" ")) {
      add(QINGDAO, POPULATION, Integer.parseInt(year), "100");
    }
    List<BenchmarkRow> rows = rows(TERTIARY_HOSPITALS, QINGDAO);
    assertThat(rows).extracting(BenchmarkRow::denominatorYear).isEqualTo(nullable(used));
    if (used != null) {
      assertThat(rows.get(0).flags())
          .filteredOn(Flag::isNeverRanked)
          .isEqualTo(flag == null ? List.of() : List.of(flag));
    }
  }

  private static List<Integer> nullable(Integer value) {
    return Stream.ofNullable(value).toList();
  }

  @Test
  void aFlowIsDividedByTheMeanOfItsYearEnds() {
    add(QINGDAO, "visits", 2022, "603");
    String earlier = add(QINGDAO, POPULATION, 2021, "100");
    String later = add(QINGDAO, POPULATION, 2022, "101");
    add(SHENZHEN, "visits", 2022, "500");
    String before = add(SHENZHEN, POPULATION, 2021, "100");
    add(SHENZHEN, POPULATION, 2022, "100");
    BenchmarkRow row = row(VISITS, QINGDAO);
    assertThat(row.rate()).isEqualTo(6.0);
    assertThat(row.denominatorObservationId()).isEqualTo(later);
    assertThat(row.earlierDenominatorObservationId()).isEqualTo(earlier);
    assertThat(row.referenceEarlierDenominatorObservationId()).isEqualTo(before);
    assertThat(row.flags()).isEmpty();
  }

  @Test
  void aFigureWhoseYearIsInferredWantsCare() {
    add(builder(QINGDAO, HOSPITALS, "2022-12-31", "3").flags(Flag.YEAR_INFERRED));
    add(QINGDAO, POPULATION, 2022, "100");
    add(SHENZHEN, HOSPITALS, 2022, "4");
    add(SHENZHEN, POPULATION, 2022, "100");
    BenchmarkRow row = row(TERTIARY_HOSPITALS, QINGDAO);
    assertThat(row.comparability()).isEqualTo(Comparability.WITH_CARE);
    assertThat(row.reasons()).contains(Flag.YEAR_INFERRED);
  }

  @Test
  void aPopulationIsInterpolatedOnAStraightLineAndNotRanked() {
    add(QINGDAO, HOSPITALS, 2021, "30");
    add(QINGDAO, POPULATION, 2020, "1000000");
    add(QINGDAO, POPULATION, 2024, "1400000");
    BenchmarkRow row = row(TERTIARY_HOSPITALS, QINGDAO);
    assertThat(row.denominator()).isEqualByComparingTo("1099932"); // 365 of 1,461 days
    assertThat(row.rate()).isCloseTo(30 / 1.1, within(0.01));
    assertThat(row.rateLow()).isCloseTo(30 / 1.4, within(0.5));
    assertThat(row.rateHigh()).isCloseTo(30 / 1.0, within(0.6));
    assertThat(row.rank()).isNull();
    assertThat(row.earlierDenominatorObservationId()).isNotNull();
  }

  @Test
  void aFlowWithOneYearEnd() {
    add(QINGDAO, "visits", 2022, "600");
    add(QINGDAO, POPULATION, 2022, "100");
    assertThat(row(VISITS, QINGDAO).flags()).containsExactly(Flag.ONE_YEAR_END);
    assertThat(row(VISITS, QINGDAO).earlierDenominatorObservationId()).isNull();
    assertThat(row(VISITS, QINGDAO).rate()).isEqualTo(6.0);
  }

  @Test
  void aFlowWithAnotherYearsPopulation() {
    add(QINGDAO, "visits", 2022, "600");
    add(QINGDAO, POPULATION, 2021, "100");
    assertThat(row(VISITS, QINGDAO).flags())
        .containsExactly(Flag.ONE_YEAR_END, Flag.POPULATION_YEAR_DIFFERS);
  }

  @Test
  void aMeanIsNeverOfTwoVintages() {
    add(QINGDAO, "visits", 2019, "600");
    add(builder(QINGDAO, POPULATION, "2018-12-31", "80").published("2019-04-01"));
    add(builder(QINGDAO, POPULATION, "2019-12-31", "100").published("2022-04-01"));
    assertThat(row(VISITS, QINGDAO).denominator()).isEqualByComparingTo("100");
    assertThat(row(VISITS, QINGDAO).flags()).containsExactly(Flag.ONE_YEAR_END);
  }

  @Test
  void aMeanTakesTheVintageOfItsLaterYearEnd() {
    add(QINGDAO, "visits", 2019, "600");
    add(builder(QINGDAO, POPULATION, "2018-12-31", "80").published("2019-04-01"));
    add(builder(QINGDAO, POPULATION, "2018-12-31", "96").published("2022-04-01"));
    add(builder(QINGDAO, POPULATION, "2019-12-31", "84").published("2020-04-01"));
    assertThat(row(VISITS, QINGDAO).denominator()).isEqualByComparingTo("82");
    assertThat(row(VISITS, QINGDAO).flags()).isEmpty();
  }

  @Test
  void aMeanOfUnknownVintageIsNone() {
    add(QINGDAO, "visits", 2019, "600");
    add(builder(QINGDAO, POPULATION, "2018-12-31", "80").published(null));
    add(builder(QINGDAO, POPULATION, "2019-12-31", "100").published(null));
    assertThat(row(VISITS, QINGDAO).flags()).containsExactly(Flag.ONE_YEAR_END);
  }

  @Test
  void partOfAYearsFlowIsNotBenchmarked() {
    add(builder(QINGDAO, "visits", "2022-06-30", "300"));
    add(QINGDAO, POPULATION, 2022, "100");
    assertThat(rows(VISITS, QINGDAO)).isEmpty();
  }

  @Test
  void aDenominatorThatIsAFlowMustBeOfTheSameYear() {
    Benchmark perBirth =
        TestBenchmarks.dividedBy(VISITS, TestBenchmarks.indicator("births", IndicatorKind.FLOW));
    add(QINGDAO, "visits", 2022, "600");
    add(QINGDAO, "births", 2021, "80");
    assertThat(rows(perBirth, QINGDAO)).isEmpty();
    add(QINGDAO, "births", 2022, "100");
    assertThat(row(perBirth, QINGDAO).rate()).isEqualTo(6.0);
    assertThat(row(perBirth, QINGDAO).flags()).isEmpty();
  }

  @Test
  void registeredPopulationWhereThereIsNoOther() {
    add(QINGDAO, HOSPITALS, 2022, "3");
    add(QINGDAO, "registered_population", 2022, "100");
    assertThat(row(TERTIARY_HOSPITALS, QINGDAO).flags())
        .containsExactly(Flag.REGISTERED_POPULATION);

    add(SHENZHEN, HOSPITALS, 2022, "3");
    add(SHENZHEN, "registered_population", 2022, "100");
    assertThat(row(TERTIARY_HOSPITALS, QINGDAO).comparability()).isEqualTo(Comparability.WITH_CARE);
    assertThat(row(TERTIARY_HOSPITALS, QINGDAO).ratio()).isEqualTo(1.0);

    add(SHENZHEN, POPULATION, 2022, "100");
    BenchmarkRow row = row(TERTIARY_HOSPITALS, QINGDAO);
    assertThat(row.comparability()).isEqualTo(Comparability.NOT_COMPARABLE);
    assertThat(row.reasons())
        .containsExactly(Flag.POPULATION_BASIS_DIFFERS, Flag.REGISTERED_POPULATION);
    assertThat(row.standing()).isEqualTo(Standing.NOT_JUDGED);
    assertThat(row.ratio()).isNull();
    assertThat(row.neededToMatch()).isNull();
    assertThat(row.referenceRate()).isEqualTo(30000.0);
  }

  @ParameterizedTest
  @CsvSource({"0", "-5"})
  void noRowWithoutAPositiveDenominator(String population) {
    add(QINGDAO, HOSPITALS, 2022, "3");
    add(QINGDAO, POPULATION, 2022, population);
    assertThat(rows(TERTIARY_HOSPITALS, QINGDAO)).isEmpty();
  }

  @Test
  void zeroNumerators() {
    Benchmark lowIsGood = TestBenchmarks.withPolarity(TERTIARY_HOSPITALS, Polarity.LOW);
    add(QINGDAO, HOSPITALS, 2022, "0");
    add(QINGDAO, POPULATION, 2022, "100");
    add(SHENZHEN, HOSPITALS, 2022, "4");
    add(SHENZHEN, POPULATION, 2022, "200");
    BenchmarkRow row = row(lowIsGood, QINGDAO);
    assertThat(row.rate()).isZero();
    assertThat(row.ratio()).isZero();
    assertThat(row.difference()).isEqualTo(-20000.0);
    assertThat(row.neededToMatch()).isEqualTo(2.0);
    assertThat(row.standing()).isEqualTo(Standing.BETTER);
    assertThat(row.method()).isEqualTo(ComparisonMethod.RELEVANCE_MARGIN);
  }

  @Test
  void zeroReference() {
    Benchmark highIsGood = TestBenchmarks.withPolarity(TERTIARY_HOSPITALS, Polarity.HIGH);
    add(QINGDAO, HOSPITALS, 2022, "3");
    add(QINGDAO, POPULATION, 2022, "100");
    add("370100", HOSPITALS, 2022, "0");
    add("370100", POPULATION, 2022, "100");
    add(SHENZHEN, HOSPITALS, 2022, "0");
    add(SHENZHEN, POPULATION, 2022, "200");
    BenchmarkRow row = row(highIsGood, QINGDAO);
    assertThat(row.ratio()).isNull();
    assertThat(row.difference()).isEqualTo(30000.0);
    assertThat(row.neededToMatch()).isEqualTo(-3.0);
    assertThat(row.standing()).isEqualTo(Standing.BETTER);
    assertThat(row(highIsGood, "370100").standing()).isEqualTo(Standing.SIMILAR);
    assertThat(row(highIsGood, "370100").ratio()).isNull();
  }

  @Test
  void anIdenticalCityHasRatioOne() {
    for (String city : List.of(QINGDAO, SHENZHEN)) {
      add(city, HOSPITALS, 2022, "7");
      add(city, POPULATION, 2022, "13");
    }
    BenchmarkRow row = row(TERTIARY_HOSPITALS, QINGDAO);
    assertThat(row.ratio()).isEqualTo(1.0);
    assertThat(row.difference()).isZero();
    assertThat(row.neededToMatch()).isZero();
    assertThat(row.standing()).isEqualTo(Standing.NOT_JUDGED);
    assertThat(row.comparability()).isEqualTo(Comparability.COMPARABLE);
    assertThat(row.reasons()).containsExactly(Flag.NO_POLARITY);
    assertThat(row.significance()).isEqualTo(Significance.NOT_TESTED);
    assertThat(row.method()).isEqualTo(ComparisonMethod.NONE);
    assertThat(row.rank()).isNull();
    assertThat(row.cities()).isNull();
  }

  @Test
  void theReferencesOwnRow() {
    qingdaoAndShenzhen2019();
    BenchmarkRow row = row(TERTIARY_HOSPITALS, SHENZHEN);
    assertThat(row.rate()).isCloseTo(2.4555659494855004, within(EXACT));
    assertThat(row.comparability()).isEqualTo(Comparability.COMPARABLE);
    assertThat(row.reasons()).containsExactly(Flag.IS_REFERENCE);
    assertThat(row.standing()).isEqualTo(Standing.NOT_JUDGED);
    assertThat(
            Stream.of(
                row.referenceRate(),
                row.ratio(),
                row.difference(),
                row.neededToMatch(),
                row.referenceYear(),
                row.referenceNumerator()))
        .allMatch(Objects::isNull);
    assertThat(row.flags()).isEmpty();
  }

  @Test
  void aReferenceWithoutData() {
    add(QINGDAO, HOSPITALS, 2022, "3");
    add(QINGDAO, POPULATION, 2022, "100");
    BenchmarkRow row = row(TERTIARY_HOSPITALS, QINGDAO);
    assertThat(row.rate()).isEqualTo(30000.0);
    assertThat(row.referenceRate()).isNull();
    assertThat(row.ratio()).isNull();
    assertThat(row.comparability()).isEqualTo(Comparability.NOT_COMPARABLE);
    assertThat(row.reasons()).containsExactly(Flag.NO_REFERENCE_VALUE);
    assertThat(row.referenceCode()).isEqualTo(SHENZHEN);
  }

  @Test
  void nothingAtAll() {
    assertThat(result(TERTIARY_HOSPITALS, VISITS, BEDS))
        .isEqualTo(new BenchmarkTable.Result(List.of(), List.of()));
  }

  @ParameterizedTest
  @CsvSource({"2024, 2024", "2023 2025, 2023", "2022 2025, 2025", "2022, 2022", "2021 2027, "})
  void theReferencesYear(String years, Integer used) {
    add(QINGDAO, HOSPITALS, 2024, "3");
    add(QINGDAO, POPULATION, 2024, "100");
    for (String year : years.split(" ")) {
      add(SHENZHEN, HOSPITALS, Integer.parseInt(year), "3");
      add(SHENZHEN, POPULATION, Integer.parseInt(year), "100");
    }
    BenchmarkRow row = row(TERTIARY_HOSPITALS, QINGDAO);
    assertThat(row.referenceYear()).isEqualTo(used);
    boolean differs = used != null && used != 2024;
    assertThat(row.flags().contains(Flag.REFERENCE_YEAR_DIFFERS)).isEqualTo(differs);
    assertThat(row.reasons().contains(Flag.REFERENCE_YEAR_DIFFERS)).isEqualTo(differs);
  }

  @Test
  void publishedWhereNotBothCanBeComputed() {
    add(QINGDAO, "beds", 2022, "600");
    add(QINGDAO, POPULATION, 2022, "100000");
    add(QINGDAO, "beds_per_1000", 2022, "6.1");
    add(SHENZHEN, "beds_per_1000", 2022, "3.7");
    BenchmarkRow row = row(BEDS, QINGDAO);
    assertThat(row.basis()).isEqualTo(RateOrigin.PUBLISHED);
    assertThat(row.rate()).isEqualTo(6.1);
    assertThat(row.ratio()).isCloseTo(6.1 / 3.7, within(EXACT));
    assertThat(row.neededToMatch()).isNull();
    assertThat(row.numerator()).isNull();
    assertThat(row.denominatorYear()).isNull();
    assertThat(row.numeratorObservationId()).contains("beds_per_1000");

    add(SHENZHEN, "beds", 2022, "370");
    add(SHENZHEN, POPULATION, 2022, "100000");
    row = row(BEDS, QINGDAO);
    assertThat(row.basis()).isEqualTo(RateOrigin.COMPUTED);
    assertThat(row.rate()).isEqualTo(6.0);
    assertThat(row.neededToMatch()).isEqualTo(-230.0);
  }

  @Test
  void computedIsNotComparedWithPublished() {
    add(QINGDAO, "beds", 2022, "600");
    add(QINGDAO, POPULATION, 2022, "100000");
    add(SHENZHEN, "beds_per_1000", 2021, "3.7");
    BenchmarkRow row = row(BEDS, QINGDAO);
    assertThat(row.basis()).isEqualTo(RateOrigin.COMPUTED);
    assertThat(row.referenceRate()).isEqualTo(3.7);
    assertThat(row.referenceYear()).isEqualTo(2021);
    assertThat(row.ratio()).isNull();
    assertThat(row.comparability()).isEqualTo(Comparability.NOT_COMPARABLE);
    assertThat(row.reasons()).containsExactly(Flag.BASIS_DIFFERS, Flag.REFERENCE_YEAR_DIFFERS);
  }

  @Test
  void publishedRatesOfDifferentResidents() {
    Benchmark rate = TestBenchmarks.published("contract_rate", Polarity.HIGH, 0.05);
    add(builder(QINGDAO, "contract_rate", "2022-12-31", "35").basis(PopulationBasis.REGISTERED));
    add(builder(SHENZHEN, "contract_rate", "2022-12-31", "36"));
    assertThat(row(rate, QINGDAO).comparability()).isEqualTo(Comparability.WITH_CARE);
    assertThat(row(rate, QINGDAO).reasons()).containsExactly(Flag.REGISTERED_POPULATION);
    figures.remove(1);
    add(builder(SHENZHEN, "contract_rate", "2022-12-31", "36").basis(PopulationBasis.PERMANENT));
    assertThat(row(rate, QINGDAO).comparability()).isEqualTo(Comparability.NOT_COMPARABLE);
    assertThat(row(rate, QINGDAO).reasons()).contains(Flag.POPULATION_BASIS_DIFFERS);
  }

  @ParameterizedTest
  @CsvSource({
    // polarity, rate, reference rate, side, standing; the margin is 5 %
    "HIGH, 105,    100, ABOVE, BETTER",
    "HIGH, 104.99, 100, LEVEL, SIMILAR",
    "HIGH, 95.01,  100, LEVEL, SIMILAR",
    "HIGH, 95,     100, BELOW, WORSE",
    "LOW,  105,    100, ABOVE, WORSE",
    "LOW,  95,     100, BELOW, BETTER",
    "LOW,  100,    100, LEVEL, SIMILAR",
    "NONE, 105,    100, ABOVE, NOT_JUDGED",
    "HIGH, 0.105,  0.100, ABOVE, BETTER",
    // One digit does not tell 0.105 from 0.1: it may be 0.14.
    "HIGH, 0.105,  0.1, ABOVE, SIMILAR",
  })
  void sideAndStandingByTheMargin(
      Polarity polarity, String own, String other, Side side, Standing standing) {
    Benchmark rate = TestBenchmarks.published("rate", polarity, 0.05);
    add(QINGDAO, "rate", 2022, own);
    add(SHENZHEN, "rate", 2022, other);
    assertThat(row(rate, QINGDAO).side()).isEqualTo(side);
    assertThat(row(rate, QINGDAO).standing()).isEqualTo(standing);
  }

  @Test
  void withoutAMarginOnlyEqualRatesAreSimilar() {
    Benchmark rate = TestBenchmarks.published("rate", Polarity.HIGH, 0);
    add(QINGDAO, "rate", 2022, "5");
    add(SHENZHEN, "rate", 2022, "5.0");
    assertThat(row(rate, QINGDAO).standing()).isEqualTo(Standing.SIMILAR);
    figures.remove(0);
    add(QINGDAO, "rate", 2022, "5.1");
    assertThat(row(rate, QINGDAO).standing()).isEqualTo(Standing.BETTER);
  }

  @ParameterizedTest
  @CsvSource({
    "ESTIMATED, ESTIMATED",
    "SERIES_BREAK, SERIES_BREAK",
    "DEFINITION_DIFFERS, DEFINITION_DIFFERS",
    "QUOTED, QUOTED",
    "TRANSCRIBED, ",
    "PROVISIONAL, ",
  })
  void flagsOfEitherSideWantCare(Flag flag, Flag reason) {
    Benchmark rate = TestBenchmarks.published("rate", Polarity.HIGH, 0.05);
    add(QINGDAO, "rate", 2022, "5");
    add(builder(SHENZHEN, "rate", "2022-12-31", "5").flags(flag));
    BenchmarkRow row = row(rate, QINGDAO);
    assertThat(row.flags()).containsExactly(flag);
    assertThat(row.reasons()).isEqualTo(Stream.ofNullable(reason).toList());
    assertThat(row.comparability())
        .isEqualTo(reason == null ? Comparability.COMPARABLE : Comparability.WITH_CARE);
  }

  @Test
  void unknownVintageWantsCare() {
    qingdaoAndShenzhen2019();
    figures.removeIf(
        each -> each.cityCode().equals(QINGDAO) && each.indicator().equals(POPULATION));
    add(builder(QINGDAO, POPULATION, "2019-12-31", "9499800").published(null));
    assertThat(row(TERTIARY_HOSPITALS, QINGDAO).reasons())
        .contains(Flag.POPULATION_VINTAGE_DIFFERS);
    assertThat(result(TERTIARY_HOSPITALS).vintages())
        .allSatisfy(row -> assertThat(row.flags()).contains(Flag.POPULATION_VINTAGE_DIFFERS))
        .extracting(VintageRow::vintage, VintageRow::referenceVintage)
        .containsExactlyInAnyOrder(
            tuple(Vintage.UNKNOWN, Vintage.BEFORE), tuple(Vintage.UNKNOWN, Vintage.AFTER));
  }

  @Test
  void populationsOnBothSidesOfABreakDifferInVintage() {
    add(QINGDAO, HOSPITALS, 2009, "3");
    add(QINGDAO, POPULATION, 2009, "100");
    add(SHENZHEN, HOSPITALS, 2010, "3");
    add(SHENZHEN, POPULATION, 2010, "100");
    assertThat(row(TERTIARY_HOSPITALS, QINGDAO).flags())
        .containsExactly(Flag.POPULATION_VINTAGE_DIFFERS, Flag.REFERENCE_YEAR_DIFFERS);
  }

  private static final SeriesBreak MERGER =
      new SeriesBreak(
          "merger",
          "合并",
          "merger",
          List.of(),
          List.of(QINGDAO),
          LocalDate.of(2022, 1, 1),
          null,
          null,
          null,
          "x");

  @Test
  void noPopulationIsInterpolatedAcrossAChangeOfBoundaries() {
    add(QINGDAO, HOSPITALS, 2021, "30");
    add(QINGDAO, POPULATION, 2020, "1000000");
    add(QINGDAO, POPULATION, 2022, "2000000");
    BenchmarkRow row =
        BenchmarkTable.compute(
                List.of(TERTIARY_HOSPITALS),
                SelectionFixture.select(figures, List.of(MERGER)),
                cities,
                SHENZHEN)
            .rows()
            .get(0);
    assertThat(row.denominator()).isEqualByComparingTo("1000000");
    assertThat(row.flags()).contains(Flag.POPULATION_YEAR_DIFFERS);
  }

  @Test
  void aBreakOfOneCityIsNoDifferenceOfVintages() {
    add(QINGDAO, "visits", 2022, "600");
    add(SHENZHEN, "visits", 2022, "600");
    for (int year : new int[] {2021, 2022}) {
      add(QINGDAO, POPULATION, year, Integer.toString(100 * (year - 2020)));
      add(SHENZHEN, POPULATION, year, "100");
    }
    List<BenchmarkRow> rows =
        BenchmarkTable.compute(
                List.of(VISITS),
                SelectionFixture.select(figures, List.of(MERGER)),
                cities,
                SHENZHEN)
            .rows();
    // The mean would be of two areas.
    assertThat(rows.get(0).denominator()).isEqualByComparingTo("200");
    assertThat(rows.get(0).flags()).containsExactly(Flag.ONE_YEAR_END, Flag.SERIES_TOO_SHORT);
    assertThat(rows.get(1).denominator()).isEqualByComparingTo("100");
  }

  private void rates(String... rates) {
    for (int i = 0; i < rates.length; i++) {
      String city = i == 0 ? SHENZHEN : Integer.toString(110000 + i);
      cities.add(city);
      add(city, "rate", 2022, rates[i]);
    }
  }

  private List<Integer> ranks(Polarity polarity) {
    return result(TestBenchmarks.published("rate", polarity, 0.05)).rows().stream()
        .sorted((a, b) -> rateOrder(a, b, polarity))
        .map(BenchmarkRow::rank)
        .toList();
  }

  private static int rateOrder(BenchmarkRow one, BenchmarkRow other, Polarity polarity) {
    int order = Double.compare(one.rate(), other.rate());
    return polarity == Polarity.LOW ? order : -order;
  }

  @Test
  void ranksWithTies() {
    rates("5", "9", "8", "8", "7", "6", "5", "4", "4", "4", "1");
    assertThat(ranks(Polarity.HIGH)).containsExactly(1, 2, 2, 4, 5, 6, 6, 8, 8, 8, 11);
    assertThat(ranks(Polarity.NONE)).containsExactly(1, 2, 2, 4, 5, 6, 6, 8, 8, 8, 11);
    assertThat(ranks(Polarity.LOW)).containsExactly(1, 2, 2, 2, 5, 5, 7, 8, 9, 9, 11);
    assertThat(result(TestBenchmarks.published("rate", Polarity.LOW, 0.05)).rows())
        .extracting(BenchmarkRow::cities)
        .containsOnly(11);
  }

  @Test
  void tenIdenticalCitiesAreAllFirst() {
    rates("5", "5.0", "5", "5", "5", "5", "5", "5", "5", "5");
    assertThat(ranks(Polarity.HIGH)).containsOnly(1).hasSize(10);
  }

  @Test
  void noRanksBelowTenCities() {
    rates("5", "9", "8", "8", "7", "6", "5", "4", "4");
    cities.add(QINGDAO);
    add(builder(QINGDAO, "rate", "2022-12-31", "5").bound(Bound.GE));
    add("370000", "rate", 2022, "5");
    assertThat(ranks(Polarity.HIGH)).containsOnlyNulls().hasSize(11);
  }

  @Test
  void whatIsNotRanked() {
    rates("5", "9", "8", "8", "7", "6", "5", "4", "4", "1");
    cities.addAll(List.of("370100", "370300", "370400", "370500"));
    add(builder("370100", "rate", "2022-12-31", "5").bound(Bound.GE));
    add(builder("370300", "rate", "2022-12-31", "5").flags(Flag.QUOTED));
    add(builder("370400", "rate", "2022-12-31", "5").basis(PopulationBasis.REGISTERED));
    add(builder("370500", "rate", "2022-12-31", "5").bound(Bound.APPROX));
    add("000000", "rate", 2022, "5");
    Benchmark rate = TestBenchmarks.published("rate", Polarity.HIGH, 0.05);
    for (String unranked : List.of("370100", "370300", "370400", "000000")) {
      assertThat(row(rate, unranked).rank()).isNull();
      assertThat(row(rate, unranked).cities()).isNull();
      assertThat(row(rate, unranked).ratio()).isEqualTo(1.0);
    }
    assertThat(row(rate, "370500").rank()).isEqualTo(6);
    assertThat(row(rate, "370500").cities()).isEqualTo(11);
    assertThat(row(rate, SHENZHEN).rank()).isEqualTo(6);
  }

  @Test
  void swappingCityAndReferenceInvertsTheRatio() {
    qingdaoAndShenzhen2019();
    BenchmarkRow one = row(TERTIARY_HOSPITALS, QINGDAO);
    BenchmarkRow other =
        BenchmarkTable.compute(
                List.of(TERTIARY_HOSPITALS), SelectionFixture.select(figures), cities, QINGDAO)
            .rows()
            .get(1);
    assertThat(other.cityCode()).isEqualTo(SHENZHEN);
    assertThat(one.ratio() * other.ratio()).isCloseTo(1, within(EXACT));
    assertThat(one.difference()).isEqualTo(-other.difference());
  }

  @Test
  void beyondTheRangeOfDoublesThereIsNoRow() {
    add(QINGDAO, HOSPITALS, 2022, "1E+400");
    add(QINGDAO, POPULATION, 2022, "1");
    assertThat(rows(TERTIARY_HOSPITALS, QINGDAO)).isEmpty();
  }

  @Test
  void randomFiguresInAnyOrderGiveTheSameFiniteSortedRows() {
    Random random = new Random(3702);
    for (int round = 0; round < 40; round++) {
      figures.clear();
      for (int i = 0; i < 500; i++) {
        addRandom(random);
      }
      List<Benchmark> benchmarks = new ArrayList<>(List.of(TERTIARY_HOSPITALS, VISITS, BEDS));
      BenchmarkTable.Result result = result(benchmarks.toArray(Benchmark[]::new));
      Collections.shuffle(figures, random);
      Collections.shuffle(benchmarks, random);
      assertThat(result(benchmarks.toArray(Benchmark[]::new))).isEqualTo(result);
      assertThat(result.rows())
          .extracting(row -> row.benchmark() + row.cityCode() + row.year())
          .isSorted()
          .doesNotHaveDuplicates();
      assertThat(result.vintages())
          .isNotEmpty()
          .extracting(
              row ->
                  row.benchmark()
                      + row.cityCode()
                      + row.year()
                      + row.vintage()
                      + row.referenceVintage())
          .isSorted()
          .doesNotHaveDuplicates();
      result.rows().forEach(BenchmarkTableTest::assertSound);
    }
  }

  private void addRandom(Random random) {
    String city = random.nextInt(4) == 0 ? SHENZHEN : Integer.toString(370100 + random.nextInt(14));
    cities.add(city);
    String indicator =
        List.of(
                POPULATION,
                POPULATION,
                HOSPITALS,
                "visits",
                "beds",
                "beds_per_1000",
                "registered_population")
            .get(random.nextInt(7));
    String day = 2017 + random.nextInt(5) + (random.nextInt(5) == 0 ? "-06-30" : "-12-31");
    TestFigure figure =
        builder(city, indicator, day, Integer.toString(random.nextInt(9)))
            .published(
                random.nextInt(6) == 0 ? null : random.nextBoolean() ? "2020-04-01" : "2023-04-01")
            .bound(random.nextInt(9) == 0 ? Bound.GE : Bound.EQ)
            .in(SourceClass.values()[random.nextInt(5)]);
    add(random.nextInt(9) == 0 ? figure.flags(Flag.QUOTED) : figure);
  }

  private static void assertOrdered(Double low, Double point, Double high) {
    if (low != null) {
      assertThat(point).isGreaterThanOrEqualTo(low);
    }
    if (high != null) {
      assertThat(point).isLessThanOrEqualTo(high);
    }
  }

  private static void assertSound(BenchmarkRow row) {
    assertThat(
            Stream.of(
                    row.rate(),
                    row.referenceRate(),
                    row.ratio(),
                    row.difference(),
                    row.neededToMatch(),
                    row.rateLow(),
                    row.rateHigh(),
                    row.ratioLow(),
                    row.ratioHigh(),
                    row.differenceLow(),
                    row.differenceHigh(),
                    row.percentile(),
                    row.zScore())
                .filter(Objects::nonNull))
        .allMatch(Double::isFinite);
    if (row.comparability() == Comparability.NOT_COMPARABLE) {
      assertThat(row.ratio()).isNull();
      assertThat(row.side()).isNull();
      assertThat(row.rank()).isNull();
      assertThat(row.standing()).isEqualTo(Standing.NOT_JUDGED);
      assertThat(row.reasons()).isNotEmpty();
    }
    if (row.comparability() == Comparability.WITH_CARE) {
      assertThat(row.reasons()).isNotEmpty();
    }
    assertOrdered(row.rateLow(), row.rate(), row.rateHigh());
    assertOrdered(row.ratioLow(), row.ratio(), row.ratioHigh());
    assertOrdered(row.differenceLow(), row.difference(), row.differenceHigh());
    if (row.rank() != null) {
      assertThat(row.rank()).isBetween(row.rankLow(), row.rankHigh());
      assertThat(row.rankHigh()).isLessThanOrEqualTo(row.cities());
    }
    if (row.denominator() != null) {
      assertThat(row.denominator()).isPositive();
    }
    if (row.ratio() != null) {
      assertThat(row.ratio() * row.referenceRate()).isCloseTo(row.rate(), within(1e-6));
    }
    if (row.neededToMatch() != null) {
      double matched = row.numerator().doubleValue() + row.neededToMatch();
      assertThat(matched / row.denominator().doubleValue())
          .isCloseTo(
              row.referenceNumerator().doubleValue() / row.referenceDenominator().doubleValue(),
              within(EXACT));
    }
  }
}
