package org.duibiao.report.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.duibiao.model.Benchmark;
import org.duibiao.model.BenchmarkBuilder;
import org.duibiao.model.Indicator;
import org.duibiao.model.IndicatorBuilder;
import org.duibiao.model.code.Bound;
import org.duibiao.model.code.Comparability;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.Polarity;
import org.duibiao.model.code.RateOrigin;
import org.duibiao.model.code.Standing;
import org.duibiao.model.code.TargetPace;
import org.duibiao.model.code.TargetState;
import org.duibiao.model.code.TrendDirection;
import org.duibiao.model.code.Uncertainty;
import org.duibiao.report.Report;
import org.duibiao.report.model.ReleaseFixture;
import org.duibiao.report.model.ReportIndex;
import org.duibiao.report.model.TestRow;
import org.duibiao.tables.BenchmarkRow;
import org.duibiao.tables.BenchmarkRowBuilder;
import org.duibiao.tables.Figure;
import org.duibiao.tables.FigureBuilder;
import org.duibiao.tables.TargetRow;
import org.duibiao.tables.TargetRowBuilder;
import org.duibiao.tables.TrendRow;
import org.duibiao.tables.TrendRowBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CityFindingsTest {

  @Test
  void saysTheWorstOutcomeFirstAndTheWorstShortageWithWhatIsMissing() {
    List<String> sentences = sentences(ReleaseFixture.cities(), ReleaseFixture.QINGDAO);
    assertEquals(3, sentences.size());
    assertEquals("2023年，青岛市的孕产妇死亡率是 4.15/10万（越低越好），深圳市是 3.1/10万，高 1.05/10万。", sentences.get(0));
  }

  @Test
  void nearerThanTheMarginIsNeitherAboveNorBelow() {
    CityFinding near = onlyBeds(1047);
    assertEquals(CityFinding.Rule.SIMILAR, near.rule());
    assertEquals("2025年，宁波市的每千常住人口床位数是 1,047 张/千人，深圳市是 1,000 张/千人，两者相差不到 5%。", words(near));
    assertEquals(CityFinding.Rule.DIFFERENT, onlyBeds(1050).rule());
    assertTrue(words(onlyBeds(1050)).contains("高 50"), words(onlyBeds(1050)));
    assertTrue(words(onlyBeds(1000)).contains("两者相同"), words(onlyBeds(1000)));
  }

  /** Ningbo with so many beds against a thousand, and nothing else. */
  private static CityFinding onlyBeds(long beds) {
    ReleaseFixture fixture = ReleaseFixture.cities();
    fixture.rows.removeIf(row -> row.cityCode().equals("330200"));
    Figure own = fixture.figure("330200", ReleaseFixture.BEDS, 2025, BigDecimal.valueOf(beds));
    Figure other = fixture.figure("440300", ReleaseFixture.BEDS, 2025, BigDecimal.valueOf(1000));
    fixture.rows.add(new TestRow("beds_per_1000", "330200", 2025).published(own, other).build());
    return CityFindings.of(Report.index(fixture.input()), "330200").findings().get(0);
  }

  private static String words(CityFinding finding) {
    return finding.sentence().zh().plainText();
  }

  /** A rate that rests on three deaths may be another one next year. */
  @Test
  void aRateOfFewOrUncountedDeathsIsNoFinding() {
    assertEquals(
        List.of("maternal_mortality_ratio", "licensed_doctors_per_1000"),
        withDeaths(Uncertainty.STOCK, List.of()));
    assertEquals(
        List.of("licensed_doctors_per_1000"),
        withDeaths(Uncertainty.EVENTS, List.of(Flag.FEW_CASES)));
    assertEquals(
        List.of("licensed_doctors_per_1000"),
        withDeaths(Uncertainty.EVENTS, List.of(Flag.NO_COUNT_KNOWN)));
  }

  /** Whether more hospitals are better care, their number does not say. */
  @Test
  void whatIsOnlyContextIsNoFinding() {
    ReleaseFixture fixture = ReleaseFixture.cities();
    assertFalse(CityFindings.of(Report.index(fixture.input()), "330200").findings().isEmpty());
    fixture.benchmarks.replaceAll(
        each -> BenchmarkBuilder.builder(each).context(each.polarity() == Polarity.NONE).build());
    List<CityFinding> findings =
        CityFindings.of(Report.index(fixture.input()), "330200").findings();
    assertTrue(
        findings.stream()
            .noneMatch(
                each ->
                    each.rule() == CityFinding.Rule.LOWER
                        || each.rule() == CityFinding.Rule.HIGHER));
  }

  /** What is said of Qingdao if it has fewer doctors and more maternal deaths. */
  private static List<String> withDeaths(Uncertainty uncertainty, List<Flag> why) {
    ReleaseFixture fixture = ReleaseFixture.cities();
    fixture.benchmarks.removeIf(each -> each.id().equals("maternal_mortality_ratio"));
    fixture.benchmarks.add(ReleaseFixture.maternal(uncertainty));
    fixture.rows.removeIf(row -> row.cityCode().equals(ReleaseFixture.QINGDAO));
    Figure few =
        fixture.figure(ReleaseFixture.QINGDAO, ReleaseFixture.DOCTORS, 2024, BigDecimal.valueOf(2));
    Figure many = fixture.figure("440300", ReleaseFixture.DOCTORS, 2024, BigDecimal.valueOf(3));
    fixture.rows.add(
        new TestRow("licensed_doctors_per_1000", ReleaseFixture.QINGDAO, 2024)
            .computed(1, few, few, many, few)
            .build());
    Figure own =
        fixture.figure(
            ReleaseFixture.QINGDAO, ReleaseFixture.MATERNAL, 2024, new BigDecimal("4.84"));
    Figure other = fixture.figure("440300", ReleaseFixture.MATERNAL, 2024, new BigDecimal("2.69"));
    fixture.rows.add(
        new TestRow("maternal_mortality_ratio", ReleaseFixture.QINGDAO, 2024)
            .published(own, other)
            .standing(Standing.WORSE)
            .comparability(Comparability.COMPARABLE, why.contains(Flag.FEW_CASES) ? List.of() : why)
            .flags(why.contains(Flag.FEW_CASES) ? why : List.of())
            .build());
    return CityFindings.of(Report.index(fixture.input()), ReleaseFixture.QINGDAO)
        .findings()
        .stream()
        .map(CityFinding::subject)
        .toList();
  }

  @Test
  void givesTheGapInWhatIsCounted() {
    CityFinding fewer = of(ReleaseFixture.cities(), "330200", CityFinding.Rule.LOWER);
    assertEquals("2.24 家/百万", fewer.value().zh().plainText());
    assertEquals("深圳市 3.18 家/百万", fewer.compared().zh().plainText());
    assertEquals("10 家", fewer.gap().zh().plainText());
    assertEquals("10 hospitals", fewer.gap().en().plainText());
    assertEquals(4, fewer.observationIds().size());
    assertTrue(fewer.sentence().zh().plainText().contains("还需增加 10 家，才与之持平"));
  }

  /** All of that benchmark's rows of the city rest on a source without day or address. */
  @Test
  void nothingIsComparedByASourceThatNobodyCanLookUp() {
    ReleaseFixture fixture = ReleaseFixture.cities();
    CityFinding fewer = of(fixture, "330200", CityFinding.Rule.LOWER);
    fixture.rows.replaceAll(
        row ->
            row.benchmark().equals(fewer.subject())
                ? BenchmarkRowBuilder.builder(row)
                    .flags(List.of(Flag.SOURCE_UNTRACEABLE))
                    .comparability(Comparability.WITH_CARE)
                    .build()
                : row);
    assertTrue(
        CityFindings.of(Report.index(fixture.input()), "330200").findings().stream()
            .noneMatch(each -> each.subject().equals(fewer.subject())));
  }

  @Test
  void aMissedTargetComesFirstAndOneThatNothingChecksIsCounted() {
    ReleaseFixture fixture = ReleaseFixture.cities();
    Figure beds = fixture.figure("330200", ReleaseFixture.BEDS, 2024, BigDecimal.valueOf(50_000));
    fixture.targets.add(target("330200", "beds", beds, 80_000, 50_000, false));
    fixture.targets.add(target("330200", "hospitals", beds, 80_000, null, null));
    CityFindings findings = CityFindings.of(Report.index(fixture.input()), "330200");
    CityFinding first = findings.findings().get(0);
    assertEquals(CityFinding.Rule.MISSED, first.rule());
    assertEquals(
        "宁波市提出，到2024年床位为 80,000 张；2024年是 50,000 张，没有达到，差 30,000 张。",
        first.sentence().zh().plainText());
    assertEquals(
        "Beds: Ningbo set a target of 80,000 beds by 2024; in 2024 it was 50,000 beds: missed by"
            + " 30,000 beds.",
        first.sentence().en().plainText());
  }

  /** Beds rise until 2021 and fall since; what is said is what they do now. */
  @Test
  void aTrendIsThatOfTheLastFivePointsAndSaysWhetherItTurned() {
    ReleaseFixture fixture = ReleaseFixture.cities();
    for (int year = 2017; year <= 2025; year++) {
      int beds = 50_000 - 1000 * Math.abs(2021 - year);
      fixture.figure("330200", ReleaseFixture.BEDS, year, BigDecimal.valueOf(beds));
    }
    fixture.rows.removeIf(row -> row.cityCode().equals("330200"));
    TrendRow row =
        TrendRowBuilder.builder()
            .cityCode("330200")
            .series("beds")
            .basis(RateOrigin.PUBLISHED)
            .firstYear(2017)
            .lastYear(2025)
            .direction(TrendDirection.NO_TREND)
            .flags(List.of())
            .recentFirstYear(2021)
            .recentDirection(TrendDirection.FALLING)
            .turned(true)
            .build();
    fixture.trends.add(row);
    CityFinding trend = of(fixture, "330200", CityFinding.Rule.TREND);
    assertEquals("宁波市的床位，由 2021年的 50,000 张 降到 2025年的 46,000 张，减少 4,000 张，与此前的走势相反。", words(trend));
    assertEquals(
        "Beds: Ningbo fell from 50,000 beds in 2021 to 46,000 beds in 2025, by 4,000 beds, after"
            + " going the other way before.",
        trend.sentence().en().plainText());
    fixture.trends.set(
        0, TrendRowBuilder.builder(row).recentDirection(TrendDirection.NO_TREND).build());
    assertTrue(
        CityFindings.of(Report.index(fixture.input()), "330200").findings().stream()
            .noneMatch(each -> each.rule() == CityFinding.Rule.TREND));
  }

  /** From 40,000 beds, counted in another way, to 49,000 that were printed as 4.9 万. */
  @Test
  void aTrendNamesTheOtherWayOfCountingAndIsAsExactAsItsEnds() {
    assertEquals(
        "宁波市的床位，由 2021年的 45,010 张 升到 2025年的 49,000 张，增加 约 4,000 张（2016年及以前口径不同，不能接着比）。",
        words(of(risingBeds(46_000), "330200", CityFinding.Rule.TREND)));
  }

  /** Of 3,990 more beds 2,990 came in 2022: that year may count something else. */
  @Test
  void theJumpOfOneYearIsNoTrend() {
    assertTrue(
        CityFindings.of(Report.index(risingBeds(48_000).input()), "330200").findings().stream()
            .noneMatch(each -> each.rule() == CityFinding.Rule.TREND));
  }

  private static ReleaseFixture risingBeds(int of2022) {
    ReleaseFixture fixture = ReleaseFixture.cities();
    fixture.rows.removeIf(row -> row.cityCode().equals("330200"));
    int[] beds = {40_000, 45_010, of2022, 47_500, 48_300};
    int[] years = {2016, 2021, 2022, 2023, 2024};
    for (int i = 0; i < beds.length; i++) {
      fixture.figure("330200", ReleaseFixture.BEDS, years[i], BigDecimal.valueOf(beds[i]));
    }
    fixture.figure("330200", ReleaseFixture.BEDS, 2025, BigDecimal.valueOf(49_000));
    fixture.figures.replaceAll(
        each ->
            each.value().intValue() == 49_000
                ? FigureBuilder.builder(each).resolution(BigDecimal.valueOf(1000)).build()
                : each);
    fixture.trends.add(
        TrendRowBuilder.builder()
            .cityCode("330200")
            .series("beds")
            .basis(RateOrigin.PUBLISHED)
            .firstYear(2021)
            .lastYear(2025)
            .direction(TrendDirection.RISING)
            .flags(List.of(Flag.SERIES_BREAK))
            .recentFirstYear(2021)
            .recentDirection(TrendDirection.RISING)
            .build());
    return fixture;
  }

  /**
   * Another source's beds of Shenzhen would put Ningbo below it, by more than the margin of 5 %.
   */
  @ParameterizedTest
  @CsvSource({"1300, '1,300', ，按它则高低相反", "1230, '1,230', ''", "1100, '1,100', ''"})
  void ofAnotherSourceItSaysWhatItPrintsAndWhetherThatReversesIt(
      int value, String printed, String reverses) {
    ReleaseFixture fixture = ReleaseFixture.cities();
    fixture.rows.removeIf(row -> row.cityCode().equals("330200"));
    Figure own = fixture.figure("330200", ReleaseFixture.BEDS, 2025, BigDecimal.valueOf(1200));
    Figure chosen = fixture.figure("440300", ReleaseFixture.BEDS, 2025, BigDecimal.valueOf(1000));
    Figure other =
        fixture.figure(
            "440300",
            ReleaseFixture.BEDS,
            2025,
            BigDecimal.valueOf(value),
            "web/bulletins_and_news#77aa");
    fixture.findings.add(ReleaseFixture.disagreement(chosen, other));
    fixture.rows.add(
        new TestRow("beds_per_1000", "330200", 2025)
            .published(own, chosen)
            .comparability(Comparability.WITH_CARE, List.of(Flag.CONFLICTING_SOURCES))
            .build());
    String said = words(of(fixture, "330200", CityFinding.Rule.DIFFERENT));
    assertTrue(said.endsWith("（须慎用：深圳市的床位，某新闻网（转载）作 " + printed + " 张" + reverses + "）。"), said);
    CityFindings all = CityFindings.of(Report.index(fixture.input()), "330200");
    assertTrue(all.shortfall().zh().plainText().contains("能与深圳市相比的有 1 项（其中 1 项须慎用）"));
  }

  /** That Shenzhen's newer figure cannot be looked up is said, with both rates. */
  @Test
  void aNewerComparisonThatNobodyCanLookUpIsNamedBesideTheOneThatIsTold() {
    ReleaseFixture fixture = ReleaseFixture.cities();
    fixture.rows.removeIf(row -> row.cityCode().equals("330200"));
    for (int year : new int[] {2023, 2025}) {
      Figure own = fixture.figure("330200", ReleaseFixture.BEDS, year, BigDecimal.valueOf(year));
      Figure other = fixture.figure("440300", ReleaseFixture.BEDS, year, BigDecimal.valueOf(1000));
      fixture.rows.add(
          new TestRow("beds_per_1000", "330200", year)
              .published(own, other)
              .flags(year == 2025 ? List.of(Flag.SOURCE_UNTRACEABLE) : List.of())
              .build());
    }
    String said = words(of(fixture, "330200", CityFinding.Rule.DIFFERENT));
    assertTrue(said.startsWith("2023年，宁波市的每千常住人口床位数是 2,023 张/千人"), said);
    assertTrue(said.contains("2025年的（2,025 张/千人 对 1,000 张/千人）有来源无从核对，没有采用"), said);
  }

  /** 2.9999 is 3.00 of a rate, but 2.7999 is not the 2.8 that was promised. */
  @Test
  void aComputedRateThatChecksATargetIsPrintedAsRatesAre() {
    ReleaseFixture fixture = ReleaseFixture.cities();
    Indicator published =
        IndicatorBuilder.builder(ReleaseFixture.BEDS)
            .id("beds_per_1000")
            .unit(ReleaseFixture.BEDS_RATE.unit())
            .build();
    fixture.indicators.add(published);
    fixture.benchmarks.replaceAll(
        each ->
            each.equals(ReleaseFixture.BEDS_RATE)
                ? BenchmarkBuilder.builder(each).published(published).build()
                : each);
    ReportIndex model = Report.index(fixture.input());
    TargetFindings findings = new TargetFindings(model, model.city("330200"));
    assertEquals("3.00 张/千人", findings.latest(computed("2.9999")).zh().plainText());
    assertEquals("2.7999 张/千人", findings.latest(computed("2.7999")).zh().plainText());
    assertEquals("0.0001 张/千人", findings.gap(computed("2.7999")).zh().plainText());
    assertEquals("0.39 张/千人", findings.gap(computed("2.4145")).zh().plainText());
  }

  private static TargetRow computed(String latest) {
    BigDecimal value = new BigDecimal(latest);
    BigDecimal target = new BigDecimal("2.8");
    return TargetRowBuilder.builder()
        .cityCode("330200")
        .indicator("beds_per_1000")
        .target(target)
        .latest(value)
        .gap(target.subtract(value))
        .flags(List.of(Flag.COMPUTED))
        .build();
  }

  @Test
  void whatDeathsAreARateOfIsSaidWithTheUnit() {
    Benchmark deaths =
        BenchmarkBuilder.builder(ReleaseFixture.BEDS_RATE)
            .numerator(ReleaseFixture.DOCTORS)
            .denominator(
                IndicatorBuilder.builder(ReleaseFixture.POPULATION).id("live_births").build())
            .build();
    assertEquals("人/千人活产", ReportIndex.rateUnit(deaths).zh().plainText());
    assertEquals(
        "people per 1,000 live births",
        ReportIndex.rateUnit(deaths, RateOrigin.COMPUTED).en().plainText());
  }

  @Test
  void aFigureToBeUsedWithCareHasItsCaveatInsideTheSentence() {
    ReleaseFixture fixture = ReleaseFixture.cities();
    ReportIndex model = Report.index(fixture.input());
    for (CityFinding finding : CityFindings.of(model, "350200").findings()) {
      assertTrue(
          finding.sentence().zh().plainText().endsWith("（须慎用：不同来源的数字不一致；两地人口一为修订前、一为修订后）。"),
          finding.sentence().zh().plainText());
      assertTrue(finding.sentence().en().plainText().contains("with care: sources disagree"));
    }
  }

  @Test
  void whatCannotBeComparedIsNeverAFinding() {
    ReleaseFixture fixture = ReleaseFixture.cities();
    for (int i = 0; i < fixture.rows.size(); i++) {
      BenchmarkRow row = fixture.rows.get(i);
      if (row.cityCode().equals("330200")) {
        fixture.rows.set(
            i,
            new TestRow(row.benchmark(), row.cityCode(), row.year())
                .published(fixture.figures.get(0), fixture.figures.get(1))
                .comparability(Comparability.NOT_COMPARABLE, List.of(Flag.BASIS_DIFFERS))
                .build());
      }
    }
    CityFindings findings = CityFindings.of(Report.index(fixture.input()), "330200");
    assertEquals(List.of(), findings.findings());
    String said = findings.shortfall().zh().plainText();
    assertTrue(
        said.startsWith("收录的数字还不足以对宁波市说出一句可引用的结论：7 项指标中，能与深圳市相比的有 0 项；没有收录可与深圳市相比的人均预期寿命、孕产妇死亡率、"),
        said);
    assertTrue(said.endsWith("，当地若已公布，应见于卫生健康部门或统计部门的公报或年鉴。"), said);
  }

  @Test
  void ofTheReferenceItselfItSaysWhereItStandsAmongTheOthers() {
    CityFindings findings =
        CityFindings.of(Report.index(ReleaseFixture.cities().input()), ReleaseFixture.SHENZHEN);
    assertFalse(findings.findings().isEmpty());
    for (CityFinding finding : findings.findings()) {
      assertEquals(CityFinding.Rule.POSITION, finding.rule());
      assertTrue(finding.sentence().zh().plainText().contains("中位数"));
    }
  }

  @Test
  void anUnknownCityHasNoFindingAndSaysSo() {
    CityFindings findings =
        CityFindings.of(Report.index(ReleaseFixture.cities().input()), "999999");
    assertEquals(List.of(), findings.findings());
    assertFalse(findings.shortfall().isEmpty());
  }

  @Test
  void sameReleaseSameFindingsInWhateverOrder() {
    ReleaseFixture fixture = ReleaseFixture.cities();
    List<String> before = sentences(fixture, ReleaseFixture.QINGDAO);
    Random random = new Random(7);
    Collections.shuffle(fixture.rows, random);
    Collections.shuffle(fixture.values, random);
    Collections.shuffle(fixture.figures, random);
    Collections.shuffle(fixture.vintages, random);
    assertEquals(before, sentences(fixture, ReleaseFixture.QINGDAO));
  }

  private static List<String> sentences(ReleaseFixture fixture, String city) {
    return CityFindings.of(Report.index(fixture.input()), city).findings().stream()
        .map(finding -> finding.sentence().zh().plainText())
        .toList();
  }

  private static CityFinding of(ReleaseFixture fixture, String city, CityFinding.Rule kind) {
    return CityFindings.of(Report.index(fixture.input()), city).findings().stream()
        .filter(finding -> finding.rule() == kind)
        .findFirst()
        .orElseThrow();
  }

  static TargetRow target(
      String city, String indicator, Figure figure, long target, Integer latest, Boolean kept) {
    return TargetRowBuilder.builder()
        .cityCode(city)
        .indicator(indicator)
        .measure(Measure.LEVEL)
        .scope("city")
        .target(BigDecimal.valueOf(target))
        .bound(Bound.EQ)
        .start(LocalDate.of(2021, 1, 1))
        .due(LocalDate.of(2024, 12, 31))
        .latest(latest == null ? null : BigDecimal.valueOf(latest))
        .latestYear(latest == null ? null : (Integer) 2024)
        .attained(kept)
        .gap(latest == null ? null : BigDecimal.valueOf(target - latest))
        .shareElapsed(latest == null ? null : (Double) 1.0)
        .pace(TargetPace.UNKNOWN)
        .flags(List.of(Flag.TRANSCRIBED))
        .observationId(figure.observationId())
        .latestObservationId(latest == null ? null : figure.observationId())
        .state(
            kept == null
                ? TargetState.CANNOT_BE_CHECKED
                : kept ? TargetState.MET : TargetState.MISSED)
        .build();
  }
}
