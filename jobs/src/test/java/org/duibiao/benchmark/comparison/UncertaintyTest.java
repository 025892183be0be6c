package org.duibiao.benchmark.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.duibiao.benchmark.selection.TestFigure.QINGDAO;
import static org.duibiao.benchmark.selection.TestFigure.SHENZHEN;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.duibiao.benchmark.Interval;
import org.duibiao.benchmark.Intervals;
import org.duibiao.benchmark.Intervals.Counted;
import org.duibiao.benchmark.rate.TestBenchmarks;
import org.duibiao.benchmark.selection.SelectionFixture;
import org.duibiao.benchmark.selection.TestFigure;
import org.duibiao.benchmark.stats.BenchmarkMethod;
import org.duibiao.benchmark.stats.ComparisonResult;
import org.duibiao.model.Benchmark;
import org.duibiao.model.BenchmarkBuilder;
import org.duibiao.model.Indicator;
import org.duibiao.model.IndicatorBuilder;
import org.duibiao.model.SeriesBreak;
import org.duibiao.model.Unit;
import org.duibiao.model.code.Bound;
import org.duibiao.model.code.Comparability;
import org.duibiao.model.code.ComparisonMethod;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.IndicatorKind;
import org.duibiao.model.code.IntervalMethod;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.Polarity;
import org.duibiao.model.code.PopulationBasis;
import org.duibiao.model.code.RateOrigin;
import org.duibiao.model.code.Significance;
import org.duibiao.model.code.Standing;
import org.duibiao.model.code.Uncertainty;
import org.duibiao.tables.BenchmarkRow;
import org.duibiao.tables.Figure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Intervals, tests, ranks and references in gold.benchmarks, by what the figures are as data. */
class UncertaintyTest {

  private static final Unit PERMILLE =
      new Unit("permille", "‰", "‰", "‰", "proportion", 1000, List.of("‰"), null);
  private static final String DEATHS = "maternal_deaths";
  private static final String RATIO = "maternal_mortality_ratio";
  private static final String BIRTHS = "live_births";
  private static final String POPULATION = "permanent_population";
  private static final String SHARE = "population_65_and_over_share";
  private static final String PROVINCE = "370000";

  private static final Benchmark MORTALITY =
      benchmark(
          RATIO,
          DEATHS,
          IndicatorKind.FLOW,
          BIRTHS,
          100_000,
          Uncertainty.EVENTS,
          Polarity.LOW,
          null);
  private static final Benchmark LITERACY =
      benchmark("literacy", null, null, null, 100, Uncertainty.SAMPLE, Polarity.HIGH, "asked");
  private static final Benchmark BEDS =
      benchmark(
          "beds_rate",
          "beds",
          IndicatorKind.STOCK,
          POPULATION,
          1000,
          Uncertainty.STOCK,
          Polarity.HIGH,
          null);

  private final List<Figure> figures = new ArrayList<>();
  private final Set<String> cities = new TreeSet<>(Set.of(QINGDAO, SHENZHEN));
  private List<SeriesBreak> breaks = SelectionFixture.BREAKS;
  private String reference = SHENZHEN;

  private static Benchmark benchmark(
      String id,
      String numerator,
      IndicatorKind kind,
      String denominator,
      int per,
      Uncertainty uncertainty,
      Polarity polarity,
      String base) {
    return BenchmarkBuilder.builder()
        .id(id)
        .zh(id)
        .en(id)
        .numerator(numerator == null ? null : indicator(numerator, kind, uncertainty))
        .denominator(
            denominator == null
                ? null
                : indicator(
                    denominator,
                    denominator.equals(BIRTHS) ? IndicatorKind.FLOW : IndicatorKind.STOCK,
                    Uncertainty.STOCK))
        .per(per)
        .published(indicator(id, IndicatorKind.RATE, uncertainty))
        .unit(TestBenchmarks.BEDS.unit())
        .polarity(polarity)
        .margin(0.05)
        .bases(
            List.of(indicator(base == null ? BIRTHS : base, IndicatorKind.FLOW, Uncertainty.STOCK)))
        .boundedBy(
            List.of(
                IndicatorBuilder.builder(
                        indicator("birth_rate", IndicatorKind.RATE, Uncertainty.STOCK))
                    .unit(PERMILLE)
                    .build(),
                indicator(POPULATION, IndicatorKind.STOCK, Uncertainty.STOCK)))
        .ages(indicator(SHARE, IndicatorKind.RATE, Uncertainty.STOCK))
        .build();
  }

  private static Indicator indicator(String id, IndicatorKind kind, Uncertainty uncertainty) {
    Indicator plain = TestBenchmarks.indicator(id, kind);
    return IndicatorBuilder.builder()
        .id(id)
        .zh(id)
        .en(id)
        .aliases(List.of())
        .unit(plain.unit())
        .printedUnits(List.of())
        .kind(kind)
        .polarity(Polarity.NONE)
        .uncertainty(uncertainty)
        .partOf(List.of())
        .definitionZh(id)
        .definitionEn(id)
        .definitionSource(id)
        .build();
  }

  private TestFigure builder(String city, String indicator, int year, String value) {
    return TestFigure.figure(city + indicator + year + "#" + figures.size())
        .of(city, indicator)
        .on(year + "-12-31")
        .value(value)
        .resolution(new BigDecimal(value).ulp().toPlainString())
        .published("2024-05-01");
  }

  private void add(String city, String indicator, int year, String value) {
    figures.add(builder(city, indicator, year, value).build());
  }

  private List<BenchmarkRow> rows(Benchmark benchmark) {
    return BenchmarkTable.compute(
            List.of(benchmark), SelectionFixture.select(figures, breaks), cities, reference)
        .rows();
  }

  private BenchmarkRow row(Benchmark benchmark, String city, int year) {
    return rows(benchmark).stream()
        .filter(row -> row.cityCode().equals(city) && row.year() == year)
        .findFirst()
        .orElseThrow();
  }

  private BenchmarkRow mortality(String deaths, String births, String others, String otherBirths) {
    add(QINGDAO, DEATHS, 2022, deaths);
    add(QINGDAO, BIRTHS, 2022, births);
    add(SHENZHEN, DEATHS, 2022, others);
    add(SHENZHEN, BIRTHS, 2022, otherBirths);
    return row(MORTALITY, QINGDAO, 2022);
  }

  /** 41 / 28,010 against 15 / 19,017: the limits of intervals.csv, per 100,000. */
  @Test
  void eventsAreTestedByTheExactConditionalMethod() {
    BenchmarkRow row = mortality("41", "28010", "15", "19017");
    assertThat(row.method()).isEqualTo(ComparisonMethod.EXACT_CONDITIONAL);
    assertThat(row.intervalMethod()).isEqualTo(IntervalMethod.BYAR);
    assertThat(row.ratio()).isCloseTo(41 / 28010.0 / (15 / 19017.0), within(1e-12));
    assertThat(row.ratioLow()).isCloseTo(1.005684062689258, within(1e-9));
    assertThat(row.ratioHigh()).isCloseTo(3.609300311077905, within(1e-9));
    Interval rate = Intervals.byar(41, Intervals.USUAL);
    assertThat(row.rateLow()).isCloseTo(rate.low() * 100_000 / 28010, within(1e-9));
    assertThat(row.rateHigh()).isCloseTo(rate.high() * 100_000 / 28010, within(1e-9));
    assertThat(row.rateLow998()).isLessThan(row.rateLow());
    assertThat(row.rateHigh998()).isGreaterThan(row.rateHigh());
    Interval difference =
        Intervals.rateDifference(new Counted(41, 28010), new Counted(15, 19017), Intervals.USUAL);
    assertThat(row.differenceLow()).isCloseTo(difference.low() * 100_000, within(1e-9));
    assertThat(row.differenceHigh()).isCloseTo(difference.high() * 100_000, within(1e-9));
    assertThat(row.significance()).isEqualTo(Significance.HIGHER);
    assertThat(row.significance998()).isEqualTo(Significance.SIMILAR);
    assertThat(row.standing()).isEqualTo(Standing.WORSE);
    assertThat(row.reasons()).isEmpty();
  }

  /** What one of the two intervals cannot show the other does not claim, at any counts. */
  @Test
  void ratioAndDifferenceAgreeInWhatIsDemonstrable() {
    Random random = new Random(14);
    for (int i = 0; i < 3000; i++) {
      int births = 1000 + random.nextInt(200_000);
      int otherBirths = 1000 + random.nextInt(200_000);
      ComparisonResult result =
          BenchmarkMethod.of(Uncertainty.EVENTS)
              .compare(
                  new Counted(random.nextInt(60), births),
                  new Counted(random.nextInt(60), otherBirths),
                  1000);
      boolean similar = result.significance() == Significance.SIMILAR;
      assertThat(result.ratio().contains(1)).isEqualTo(similar);
      assertThat(result.difference().contains(0)).isEqualTo(similar);
    }
  }

  private static Benchmark ofResidents(PopulationBasis basis) {
    return BenchmarkBuilder.builder(MORTALITY)
        .published(ofResidents(MORTALITY.published(), basis))
        .denominator(ofResidents(MORTALITY.denominator(), basis))
        .build();
  }

  private static Indicator ofResidents(Indicator plain, PopulationBasis basis) {
    return IndicatorBuilder.builder(plain)
        .aliases(List.of(new Indicator.Term("of some", basis, Measure.LEVEL, List.of())))
        .build();
  }

  @Test
  void birthsSayWhoseTheyAre() {
    mortality("12", "20000", "30", "100000");
    Benchmark ofResidents = ofResidents(PopulationBasis.REGISTERED);
    assertThat(row(ofResidents, QINGDAO, 2022).reasons()).contains(Flag.BASIS_UNKNOWN);
    figures.clear();
    figures.add(builder(SHENZHEN, BIRTHS, 2022, "100000").basis(PopulationBasis.PERMANENT).build());
    figures.add(builder(QINGDAO, BIRTHS, 2022, "20000").basis(PopulationBasis.REGISTERED).build());
    add(QINGDAO, DEATHS, 2022, "12");
    add(SHENZHEN, DEATHS, 2022, "30");
    BenchmarkRow row = row(ofResidents, QINGDAO, 2022);
    assertThat(row.comparability()).isEqualTo(Comparability.NOT_COMPARABLE);
    assertThat(row.reasons()).contains(Flag.POPULATION_BASIS_DIFFERS);
  }

  @Test
  void aRateOfDeathsThatDoesNotSayWhoseIsUsedWithCare() {
    add(QINGDAO, RATIO, 2022, "2.1");
    add(SHENZHEN, RATIO, 2022, "1.1");
    assertThat(row(MORTALITY, QINGDAO, 2022).reasons()).doesNotContain(Flag.BASIS_UNKNOWN);
    BenchmarkRow row = row(ofResidents(PopulationBasis.REGISTERED), QINGDAO, 2022);
    assertThat(row.comparability()).isEqualTo(Comparability.WITH_CARE);
    assertThat(row.reasons()).contains(Flag.BASIS_UNKNOWN);
  }

  /** A rate of permanent residents is not taken back to deaths with births of nobody knows whom. */
  @Test
  void anUnknownBasisIsNotAnyBasis() {
    add(SHENZHEN, RATIO, 2022, "1.1");
    add(SHENZHEN, BIRTHS, 2022, "100000");
    figures.add(builder(QINGDAO, RATIO, 2022, "2.1").basis(PopulationBasis.PERMANENT).build());
    add(QINGDAO, BIRTHS, 2022, "100000");
    assertThat(row(MORTALITY, QINGDAO, 2022).significance()).isEqualTo(Significance.NOT_TESTED);
  }

  /** Rates that were published hang on the population of their day: 2018 before the census. */
  @Test
  void publishedRatesInheritTheBreaksOfTheirPopulation() {
    breaks =
        List.of(
            new SeriesBreak(
                "census",
                "普查",
                "census",
                List.of("beds_rate"),
                List.of(),
                LocalDate.of(2020, 11, 1),
                LocalDate.of(2021, 5, 11),
                2011,
                2019,
                "x"));
    figures.add(builder(SHENZHEN, "beds_rate", 2017, "3").published("2018-05-01").build());
    figures.add(builder(SHENZHEN, "beds_rate", 2018, "5").published("2019-05-01").build());
    add(SHENZHEN, "beds_rate", 2021, "6");
    add(SHENZHEN, "beds_rate", 2022, "7");
    add(QINGDAO, "beds_rate", 2022, "4");
    BenchmarkRow row = row(BEDS, QINGDAO, 2022);
    assertThat(row.yearsBehind()).isNull();
    assertThat(row.flags()).contains(Flag.SERIES_TOO_SHORT);
    add(QINGDAO, "beds_rate", 2018, "4");
    assertThat(row(BEDS, QINGDAO, 2018).reasons()).contains(Flag.POPULATION_VINTAGE_DIFFERS);
  }

  @Test
  void fewEventsShowNoDifferenceHoweverFarTheRatesAreApart() {
    BenchmarkRow row = mortality("1", "50000", "3", "50000");
    assertThat(row.ratio()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(row.intervalMethod()).isEqualTo(IntervalMethod.POISSON_EXACT);
    assertThat(row.significance()).isEqualTo(Significance.SIMILAR);
    assertThat(row.standing()).isEqualTo(Standing.SIMILAR);
    assertThat(row.flags()).contains(Flag.FEW_CASES);
    assertThat(row.comparability()).isEqualTo(Comparability.COMPARABLE);
  }

  @Test
  void tenEventsAreNotFew() {
    assertThat(mortality("10", "50000", "12", "50000").flags()).doesNotContain(Flag.FEW_CASES);
  }

  @ParameterizedTest
  @CsvSource({
    // deaths here and there, ratio, significance, standing
    "0, 0, , SIMILAR, SIMILAR",
    "0, 20, 0, LOWER, BETTER",
    "20, 0, , HIGHER, WORSE",
    "0, 1, 0, SIMILAR, SIMILAR",
  })
  void noDeathsHaveADefinedAnswer(
      String own, String other, Double ratio, Significance significance, Standing standing) {
    BenchmarkRow row = mortality(own, "50000", other, "50000");
    assertThat(row.ratio()).isEqualTo(ratio);
    assertThat(row.ratioLow() == null).isEqualTo(ratio == null);
    assertThat(row.significance()).isEqualTo(significance);
    assertThat(row.standing()).isEqualTo(standing);
    assertThat(row.rateLow()).isNotNegative();
    assertThat(row.rateHigh()).isPositive();
  }

  @Test
  void withoutBirthsThereIsNoComputedRate() {
    add(QINGDAO, DEATHS, 2022, "4");
    add(QINGDAO, BIRTHS, 2022, "0");
    add(SHENZHEN, DEATHS, 2022, "4");
    assertThat(rows(MORTALITY)).isEmpty();
  }

  /** 7.35 per 100,000 of 68,000 births are 4.998 deaths, that is 5. */
  @Test
  void aPublishedRateIsTakenBackToItsCountWhereBirthsAreKnown() {
    add(QINGDAO, RATIO, 2022, "7.35");
    add(QINGDAO, BIRTHS, 2022, "68000");
    add(SHENZHEN, RATIO, 2022, "1.91");
    add(SHENZHEN, BIRTHS, 2022, "157000");
    BenchmarkRow row = row(MORTALITY, QINGDAO, 2022);
    assertThat(row.basis()).isEqualTo(RateOrigin.PUBLISHED);
    assertThat(row.rate()).isEqualTo(7.35);
    Interval interval = Intervals.poissonExact(5, Intervals.USUAL);
    assertThat(row.rateLow()).isCloseTo(interval.low() * 100_000 / 68000, within(1e-9));
    assertThat(row.rateHigh()).isCloseTo(interval.high() * 100_000 / 68000, within(1e-9));
    Interval ratio =
        Intervals.rateRatio(new Counted(5, 68000), new Counted(3, 157000), Intervals.USUAL);
    assertThat(row.ratioLow()).isCloseTo(ratio.low(), within(1e-9));
    assertThat(row.ratioHigh()).isCloseTo(ratio.high(), within(1e-9));
    assertThat(row.significance()).isEqualTo(Significance.SIMILAR);
    assertThat(row.flags()).contains(Flag.NUMERATOR_RECONSTRUCTED);
  }

  @Test
  void aRateOfEventsWhoseNumberIsNotKnownHasNoStanding() {
    add(QINGDAO, RATIO, 2022, "7.35");
    add(QINGDAO, BIRTHS, 2022, "68000");
    add(SHENZHEN, RATIO, 2022, "1.91");
    BenchmarkRow row = row(MORTALITY, QINGDAO, 2022);
    assertThat(row.significance()).isEqualTo(Significance.NOT_TESTED);
    assertThat(row.significance998()).isEqualTo(Significance.NOT_TESTED);
    assertThat(row.method()).isEqualTo(ComparisonMethod.NONE);
    assertThat(row.standing()).isEqualTo(Standing.NOT_JUDGED);
    assertThat(row.reasons()).containsExactly(Flag.NO_COUNT_KNOWN);
    BenchmarkRow own = row(MORTALITY, SHENZHEN, 2022);
    assertThat(own.intervalMethod()).isEqualTo(IntervalMethod.EXTENT);
    assertThat(own.rateLow()).isCloseTo(1.905, within(1e-12));
    assertThat(own.rateHigh()).isCloseTo(1.915, within(1e-12));
  }

  /** 7.0 ‰ of 17.66 to 17.68 million people are at least 6.95 ‰ of the fewer: 122,750 births. */
  @Test
  void crudeBirthsBoundARateOfEventsWhoseNumberIsNotKnown() {
    add(QINGDAO, RATIO, 2022, "7.35");
    add(QINGDAO, BIRTHS, 2022, "68000");
    add(SHENZHEN, RATIO, 2022, "1.91");
    figures.add(builder(SHENZHEN, "birth_rate", 2022, "7.0").resolution("0.1").build());
    add(SHENZHEN, POPULATION, 2022, "17661800");
    add(SHENZHEN, POPULATION, 2021, "17681600");
    BenchmarkRow own = row(MORTALITY, SHENZHEN, 2022);
    double births = 0.00695 * 17661800;
    Interval events = Intervals.poisson(2, Intervals.USUAL).times(100000 / births);
    assertThat(own.intervalMethod()).isEqualTo(IntervalMethod.POISSON_EXACT);
    assertThat(own.rateLow()).isCloseTo(events.low(), within(1e-9));
    assertThat(own.rateHigh()).isCloseTo(events.high(), within(1e-9));
    assertThat(own.flags()).contains(Flag.BASE_BOUNDED);
    BenchmarkRow row = row(MORTALITY, QINGDAO, 2022);
    assertThat(row.standing()).isEqualTo(Standing.NOT_JUDGED);
    assertThat(row.significance()).isEqualTo(Significance.NOT_TESTED);
    assertThat(row.reasons()).containsExactly(Flag.NO_COUNT_KNOWN);
    assertThat(row.flags()).contains(Flag.BASE_BOUNDED);
  }

  @Test
  void samplesOfKnownSizeAreTestedByNewcombe() {
    add(QINGDAO, "literacy", 2022, "23.10");
    add(QINGDAO, "asked", 2022, "10000");
    add(SHENZHEN, "literacy", 2022, "30");
    add(SHENZHEN, "asked", 2022, "9000");
    BenchmarkRow row = row(LITERACY, QINGDAO, 2022);
    assertThat(row.method()).isEqualTo(ComparisonMethod.NEWCOMBE);
    assertThat(row.intervalMethod()).isEqualTo(IntervalMethod.WILSON);
    Interval wilson = Intervals.wilson(2310, 10000, Intervals.USUAL);
    assertThat(row.rateLow()).isCloseTo(wilson.low() * 100, within(1e-9));
    assertThat(row.rateHigh()).isCloseTo(wilson.high() * 100, within(1e-9));
    Interval difference =
        Intervals.newcombe(new Counted(2310, 10000), new Counted(2700, 9000), Intervals.USUAL);
    assertThat(row.differenceLow()).isCloseTo(difference.low() * 100, within(1e-9));
    assertThat(row.differenceHigh()).isCloseTo(difference.high() * 100, within(1e-9));
    assertThat(row.significance()).isEqualTo(Significance.LOWER);
    assertThat(row.standing()).isEqualTo(Standing.WORSE);
    assertThat(row.flags()).contains(Flag.SIMPLE_SAMPLE_ASSUMED, Flag.NUMERATOR_RECONSTRUCTED);
  }

  /** 500 beds are exact; 9.50 million people, printed in tens of thousands, are ± 5,000. */
  @Test
  void aStockIsAsUnsureAsItsPrint() {
    add(QINGDAO, "beds", 2022, "50000");
    figures.add(builder(QINGDAO, POPULATION, 2022, "9500000").resolution("10000").build());
    add(SHENZHEN, "beds", 2022, "50000");
    add(SHENZHEN, POPULATION, 2022, "17000000");
    BenchmarkRow row = row(BEDS, QINGDAO, 2022);
    assertThat(row.significance()).isEqualTo(Significance.NOT_TESTED);
    assertThat(row.rateLow()).isCloseTo(50000e3 / 9505000, within(1e-12));
    assertThat(row.rateHigh()).isCloseTo(50000e3 / 9495000, within(1e-12));
    assertThat(row.ratioLow()).isCloseTo(17000000.0 / 9505000, within(1e-12));
    assertThat(row.standing()).isEqualTo(Standing.BETTER);
    assertThat(row.reasons()).containsExactly(Flag.COMPLETE_COUNT);
    BenchmarkRow exact = row(BEDS, SHENZHEN, 2022);
    assertThat(exact.rateLow()).isEqualTo(exact.rate());
    assertThat(exact.rateHigh()).isEqualTo(exact.rate());
  }

  /** Which city has more beds hangs on which source is right: no difference can be shown. */
  @Test
  void competingSourcesWidenTheIntervalAndMayTakeTheVerdictAway() {
    figures.add(builder(QINGDAO, "beds", 2022, "50000").by("health commission").build());
    add(QINGDAO, POPULATION, 2022, "1000000");
    add(SHENZHEN, "beds", 2022, "45000");
    add(SHENZHEN, POPULATION, 2022, "1000000");
    assertThat(row(BEDS, QINGDAO, 2022).standing()).isEqualTo(Standing.BETTER);
    figures.add(
        builder(QINGDAO, "beds", 2022, "44000").by("statistics bureau").source("a").build());
    BenchmarkRow row = row(BEDS, QINGDAO, 2022);
    assertThat(row.rateLow()).isEqualTo(44);
    assertThat(row.rateHigh()).isEqualTo(50);
    assertThat(row.standing()).isEqualTo(Standing.SIMILAR);
    assertThat(row.comparability()).isEqualTo(Comparability.WITH_CARE);
    assertThat(row.reasons()).contains(Flag.CONFLICTING_SOURCES);
  }

  @Test
  void aLowerBoundHasNoUpperEndAndShowsNoDifferenceFromMore() {
    figures.add(builder(QINGDAO, "literacy", 2022, "23").bound(Bound.GT).build());
    add(SHENZHEN, "literacy", 2022, "30");
    BenchmarkRow row = row(LITERACY, QINGDAO, 2022);
    assertThat(row.rateLow()).isEqualTo(23);
    assertThat(row.rateHigh()).isNull();
    assertThat(row.ratioHigh()).isNull();
    assertThat(row.standing()).isEqualTo(Standing.SIMILAR);
  }

  @Test
  void agesOfPopulationsThatDifferByMoreThanFivePointsAreACaveat() {
    for (String city : cities) {
      add(city, "beds", 2022, "50000");
      add(city, POPULATION, 2022, "10000000");
    }
    add(QINGDAO, SHARE, 2020, "14.20");
    add(SHENZHEN, SHARE, 2020, "9.20");
    assertThat(row(BEDS, QINGDAO, 2022).comparability()).isEqualTo(Comparability.COMPARABLE);
    figures.remove(figures.size() - 1);
    add(SHENZHEN, SHARE, 2020, "3.22");
    BenchmarkRow row = row(BEDS, QINGDAO, 2022);
    assertThat(row.comparability()).isEqualTo(Comparability.WITH_CARE);
    assertThat(row.reasons()).contains(Flag.AGE_STRUCTURE_DIFFERS);
  }

  /** The beds are of the old boundaries, the residents of the new ones. */
  @Test
  void aNumeratorAndADenominatorOnTwoSidesOfABoundaryChangeAreACaveat() {
    add(QINGDAO, "beds", 2018, "50000");
    add(SHENZHEN, "beds", 2018, "50000");
    add(QINGDAO, POPULATION, 2019, "10000000");
    add(SHENZHEN, POPULATION, 2018, "10000000");
    assertThat(row(BEDS, QINGDAO, 2018).reasons()).doesNotContain(Flag.BOUNDARY_CHANGE);
    breaks =
        List.of(
            new SeriesBreak(
                "merger",
                "合并",
                "merger",
                List.of("beds", POPULATION),
                List.of(QINGDAO),
                LocalDate.of(2019, 1, 1),
                null,
                null,
                null,
                "x"));
    assertThat(row(BEDS, QINGDAO, 2018).reasons()).contains(Flag.BOUNDARY_CHANGE);
  }

  @Test
  void identicalCitiesHaveTheRatioOneAndNoDifference() {
    BenchmarkRow row = mortality("12", "54321", "12", "54321");
    assertThat(row.ratio()).isEqualTo(1);
    assertThat(row.ratioLow() * row.ratioHigh()).isCloseTo(1, within(1e-9));
    assertThat(row.difference()).isZero();
    assertThat(row.neededToMatch()).isZero();
    assertThat(row.significance()).isEqualTo(Significance.SIMILAR);
    assertThat(row.yearsBehind()).isNull();
  }

  @Test
  void swappingCityAndReferenceMirrorsTheRow() {
    Random random = new Random(7);
    for (int i = 0; i < 50; i++) {
      figures.clear();
      reference = SHENZHEN;
      BenchmarkRow there =
          mortality(
              Integer.toString(1 + random.nextInt(60)),
              Integer.toString(20000 + random.nextInt(90000)),
              Integer.toString(1 + random.nextInt(60)),
              Integer.toString(20000 + random.nextInt(90000)));
      reference = QINGDAO;
      BenchmarkRow back = row(MORTALITY, SHENZHEN, 2022);
      assertThat(there.ratio() * back.ratio()).isCloseTo(1, within(1e-9));
      assertThat(there.ratioLow() * back.ratioHigh()).isCloseTo(1, within(1e-9));
      assertThat(there.difference()).isCloseTo(-back.difference(), within(1e-9));
      assertThat(there.differenceLow()).isCloseTo(-back.differenceHigh(), within(1e-9));
      assertThat(List.of(there.significance(), back.significance()))
          .isIn(
              List.of(Significance.HIGHER, Significance.LOWER),
              List.of(Significance.LOWER, Significance.HIGHER),
              List.of(Significance.SIMILAR, Significance.SIMILAR));
    }
  }

  @Test
  void theOrderOfTheInputChangesNothing() {
    for (int i = 0; i < 12; i++) {
      String city = Integer.toString(370100 + 100 * i);
      cities.add(city);
      add(city, DEATHS, 2022, Integer.toString(3 * i));
      add(city, BIRTHS, 2022, Integer.toString(30000 + 977 * i));
    }
    List<BenchmarkRow> expected = rows(MORTALITY);
    for (int i = 0; i < 20; i++) {
      Collections.shuffle(figures, new Random(i));
      assertThat(rows(MORTALITY)).isEqualTo(expected);
    }
  }

  @Test
  void aProvinceIsComparedWithButNotTested() {
    mortality("41", "28010", "15", "19017");
    add(PROVINCE, DEATHS, 2022, "400");
    add(PROVINCE, BIRTHS, 2022, "600000");
    reference = PROVINCE;
    BenchmarkRow row = row(MORTALITY, QINGDAO, 2022);
    assertThat(row.referenceCode()).isEqualTo(PROVINCE);
    assertThat(row.significance()).isEqualTo(Significance.NOT_TESTED);
    assertThat(row.reasons()).containsExactly(Flag.REFERENCE_NOT_A_CITY);
    assertThat(row.referenceNumerator()).isEqualByComparingTo("400");
    assertThat(row.rateLow()).isNotNull();
    assertThat(row.standing()).isEqualTo(Standing.WORSE);
  }

  @Test
  void theMedianAndTheBestAreOfTheOtherCities() {
    int[] beds = {10, 20, 30, 40};
    for (int i = 0; i < beds.length; i++) {
      String city = Integer.toString(370300 + 100 * i);
      cities.add(city);
      add(city, "beds", 2022, Integer.toString(beds[i]));
      add(city, POPULATION, 2022, "10000");
    }
    add("370000", "beds", 2022, "999");
    add("370000", POPULATION, 2022, "10000");
    reference = "median";
    BenchmarkRow row = row(BEDS, "370600", 2022);
    assertThat(row.referenceCode()).isEqualTo("median");
    assertThat(row.referenceRate()).isEqualTo(2.0);
    assertThat(row.ratio()).isEqualTo(2.0);
    assertThat(row.neededToMatch()).isEqualTo(-20.0);
    assertThat(row.referenceNumerator()).isNull();
    assertThat(row.referenceNumeratorObservationId()).isNull();
    assertThat(row.significance()).isEqualTo(Significance.NOT_TESTED);
    assertThat(row(BEDS, "370400", 2022).referenceRate()).isEqualTo(3.0);
    reference = "best";
    assertThat(row(BEDS, "370300", 2022).referenceRate()).isEqualTo(4.0);
    assertThat(row(BEDS, "370300", 2022).neededToMatch()).isEqualTo(30.0);
    assertThat(row(BEDS, "370600", 2022).referenceRate()).isEqualTo(3.0);
    cities.removeIf(city -> !city.equals("370300"));
    BenchmarkRow alone = row(BEDS, "370300", 2022);
    assertThat(alone.comparability()).isEqualTo(Comparability.NOT_COMPARABLE);
    assertThat(alone.reasons()).containsExactly(Flag.NO_REFERENCE_VALUE);
  }

  @Test
  void theBestIsTheLowestWhereLowIsGood() {
    mortality("41", "28010", "5", "19017");
    reference = "best";
    assertThat(row(MORTALITY, QINGDAO, 2022).referenceRate()).isCloseTo(5e5 / 19017, within(1e-9));
    assertThat(row(MORTALITY, SHENZHEN, 2022).standing()).isEqualTo(Standing.BETTER);
  }

  /** Ten cities with 10 … 19 beds per 1,000, two of them printed as about as many. */
  @Test
  void ranksHaveIntervals() {
    reference = "median";
    for (int i = 0; i < 10; i++) {
      String city = Integer.toString(370300 + 100 * i);
      cities.add(city);
      TestFigure beds = builder(city, "beds", 2022, Integer.toString(100 + 10 * i));
      figures.add(i == 4 ? beds.bound(Bound.APPROX).resolution("10").build() : beds.build());
      add(city, POPULATION, 2022, "10000");
    }
    BenchmarkRow row = row(BEDS, "370700", 2022);
    assertThat(List.of(row.rank(), row.rankLow(), row.rankHigh(), row.cities()))
        .containsExactly(6, 5, 7, 10);
    assertThat(row.percentile()).isEqualTo(40.0);
    // mean 14.5, standard deviation √(82.5 / 9)
    assertThat(row.zScore()).isCloseTo(-0.5 / Math.sqrt(82.5 / 9), within(1e-12));
    BenchmarkRow last = row(BEDS, "370300", 2022);
    assertThat(List.of(last.rank(), last.rankLow(), last.rankHigh())).containsExactly(10, 10, 10);
  }

  @Test
  void identicalRatesAreAllFirstAndHaveNoScore() {
    reference = "median";
    for (int i = 0; i < 10; i++) {
      String city = Integer.toString(370300 + 100 * i);
      cities.add(city);
      add(city, "beds", 2022, "70");
      add(city, POPULATION, 2022, "10000");
    }
    assertThat(rows(BEDS))
        .allSatisfy(
            row -> {
              assertThat(row.rank()).isEqualTo(1);
              assertThat(row.percentile()).isZero();
              assertThat(row.zScore()).isNull();
            });
  }

  @ParameterizedTest
  @CsvSource({
    // the city's beds in 2023, years behind, flag
    "25, 2, ", // the reference had 20 in 2020 and 26 in 2021
    "26, 2, ",
    "35, , ", // the reference has 34: it is not ahead
    "34, , ",
    "9, , SERIES_TOO_SHORT", // it had 10 in 2018 already
    "15, 3, SERIES_HAS_GAPS", // 10 in 2018, 20 in 2020: it may have been in 2019
  })
  void yearsBehind(String beds, Integer years, Flag flag) {
    String[][] series = {{"2018", "10"}, {"2020", "20"}, {"2021", "26"}, {"2023", "34"}};
    for (String[] each : series) {
      add(SHENZHEN, "beds", Integer.parseInt(each[0]), each[1]);
      add(SHENZHEN, POPULATION, Integer.parseInt(each[0]), "10000");
    }
    add(QINGDAO, "beds", 2023, beds);
    add(QINGDAO, POPULATION, 2023, "10000");
    breaks = List.of();
    BenchmarkRow row = row(BEDS, QINGDAO, 2023);
    assertThat(row.yearsBehind()).isEqualTo(years);
    assertThat(
            row.flags().stream()
                .filter(each -> each == Flag.SERIES_TOO_SHORT || each == Flag.SERIES_HAS_GAPS)
                .toList())
        .isEqualTo(flag == null ? List.of() : List.of(flag));
  }
}
