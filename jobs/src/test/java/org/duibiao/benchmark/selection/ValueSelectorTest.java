package org.duibiao.benchmark.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.duibiao.benchmark.selection.SelectionFixture.select;
import static org.duibiao.benchmark.selection.SelectionFixture.selected;
import static org.duibiao.benchmark.selection.TestFigure.SHENZHEN;
import static org.duibiao.benchmark.selection.TestFigure.figure;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.duibiao.benchmark.selection.SelectedValues.VintageKey;
import org.duibiao.model.Period;
import org.duibiao.model.code.Bound;
import org.duibiao.model.code.FindingKind;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.PeriodType;
import org.duibiao.model.code.PopulationBasis;
import org.duibiao.model.code.SourceClass;
import org.duibiao.model.code.Status;
import org.duibiao.model.code.Vintage;
import org.duibiao.tables.Figure;
import org.duibiao.tables.Finding;
import org.duibiao.tables.IndicatorValue;
import org.duibiao.tables.IndicatorValueBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ValueSelectorTest {

  private static void assertDecides(String rule, TestFigure winner, TestFigure loser) {
    for (IndicatorValue value : List.of(selected(winner, loser), selected(loser, winner))) {
      assertThat(value.observationId()).isEqualTo("winner");
      assertThat(value.rule()).isEqualTo(rule);
    }
  }

  @Test
  void onlyOne() {
    IndicatorValue value = selected(figure("a").value("22"));
    assertThat(value)
        .isEqualTo(
            IndicatorValueBuilder.builder()
                .cityCode("370200")
                .indicator("tertiary_hospitals")
                .year(2019)
                .periodEnd(LocalDate.of(2019, 12, 31))
                .value(value.value())
                .unit("hospital")
                .bound(Bound.EQ)
                .observationId("a")
                .sources(1)
                .spread(0.0)
                .rule("only_one")
                .flags(List.of())
                .unverifiedSources(0)
                .build());
    assertThat(value.value()).isEqualByComparingTo("22");
  }

  @Test
  void theSameFigureTwiceIsOne() {
    assertThat(selected(figure("a"), figure("a")).rule()).isEqualTo("only_one");
  }

  @Test
  void nearestYearEndGoesBeforeAllElse() {
    assertDecides(
        "nearest_year_end",
        figure("winner").on("2019-09-30").bound(Bound.GE).in(SourceClass.NEWS).flags(Flag.QUOTED),
        figure("loser").on("2019-06-30").in(SourceClass.CENSUS).published("2024-01-01"));
  }

  @Test
  void aYearStandsForItsLastDay() {
    assertDecides(
        "nearest_year_end",
        figure("winner").about(Period.year(2019)),
        figure("loser").on("2019-12-30"));
    assertDecides(
        "source_id",
        figure("winner").about(Period.year(2019)).source("a"),
        figure("loser").on("2019-12-31").source("b"));
  }

  @Test
  void exactBeforeApproximateBeforeLimits() {
    assertDecides(
        "bound",
        figure("winner").in(SourceClass.NEWS),
        figure("loser").bound(Bound.APPROX).in(SourceClass.YEARBOOK));
    for (Bound limit : List.of(Bound.GE, Bound.GT, Bound.LE, Bound.LT, Bound.RANGE)) {
      assertDecides(
          "bound",
          figure("winner").bound(Bound.APPROX).in(SourceClass.NEWS),
          figure("loser").bound(limit).in(SourceClass.YEARBOOK));
      assertThat(selected(figure("a").bound(limit)).flags()).containsExactly(Flag.BOUND);
    }
    assertDecides(
        "official",
        figure("winner").bound(Bound.RANGE),
        figure("loser").bound(Bound.GT).in(SourceClass.REPORT));
    assertThat(selected(figure("a").bound(Bound.APPROX)).flags()).containsExactly(Flag.APPROXIMATE);
  }

  @Test
  void officialBeforeReportBeforeNews() {
    for (SourceClass official :
        List.of(SourceClass.CENSUS, SourceClass.YEARBOOK, SourceClass.BULLETIN)) {
      assertDecides(
          "official",
          figure("winner").in(official).flags(Flag.QUOTED).published(null),
          figure("loser").in(SourceClass.REPORT));
    }
    assertDecides(
        "official",
        figure("winner").in(SourceClass.REPORT).published("2020-01-01"),
        figure("loser").in(SourceClass.NEWS).published("2024-01-01"));
  }

  @Test
  void ownPublicationBeforeQuotation() {
    assertDecides(
        "own_publication",
        figure("winner").published(null),
        figure("loser").flags(Flag.QUOTED).published("2024-01-01").in(SourceClass.CENSUS));
  }

  @Test
  void laterPublishedAndUnknownLoses() {
    assertDecides(
        "latest_published",
        figure("winner").published("2020-04-02"),
        figure("loser").published("2020-04-01").in(SourceClass.CENSUS));
    assertDecides(
        "latest_published",
        figure("winner").published("1999-01-01"),
        figure("loser").published(null).in(SourceClass.CENSUS));
  }

  @Test
  void higherClassThenSourceThenLocatorThenObservation() {
    assertDecides(
        "class",
        figure("winner").in(SourceClass.YEARBOOK).source("b"),
        figure("loser").in(SourceClass.BULLETIN).source("a"));
    assertDecides(
        "class",
        figure("winner").published(null).in(SourceClass.CENSUS).source("b"),
        figure("loser").published(null).in(SourceClass.YEARBOOK).source("a"));
    assertDecides(
        "source_id",
        figure("winner").source("a").at("row:9"),
        figure("loser").source("b").at("row:8"));
    assertDecides("locator", figure("winner").at("row:9"), figure("loser").at("row:17"));
    assertDecides("observation_id", figure("winner"), figure("x"));
  }

  @Test
  void theRuleIsTheRunnerUps() {
    TestFigure winner = figure("winner").published("2022-01-01");
    TestFigure runnerUp = figure("b").published("2021-01-01");
    TestFigure news = figure("c").in(SourceClass.NEWS);
    TestFigure midYear = figure("d").on("2019-06-30");
    assertThat(selected(midYear, news, runnerUp, winner).rule()).isEqualTo("latest_published");
    assertThat(selected(winner, runnerUp, news, midYear).rule()).isEqualTo("latest_published");
    assertThat(selected(news, winner, midYear).rule()).isEqualTo("official");
    assertThat(selected(midYear, winner).rule()).isEqualTo("nearest_year_end");
  }

  @ParameterizedTest
  @CsvSource({
    "row:9, row:17",
    "row:2, row:10",
    "sheet:表1!B7, sheet:表1!B10",
    "sheet:表2!B7, sheet:表10!B1",
    "char:120-166, char:120-1000",
    "row:07, row:7",
    "row:7, row:7a",
    "row:, row:1",
    "row:99999999999999999998, row:99999999999999999999"
  })
  void locatorsCompareDigitsAsNumbers(String smaller, String greater) {
    assertThat(Precedence.compareLocators(smaller, greater)).isNegative();
    assertThat(Precedence.compareLocators(greater, smaller)).isPositive();
    assertThat(Precedence.compareLocators(smaller, smaller)).isZero();
  }

  @Test
  void onlyActualLevelsOfTheWholeCityEnter() {
    ValueSelector chooser = new ValueSelector(List.of());
    Figure figure = figure("a").build();
    for (Status status : Status.values()) {
      for (Measure measure : Measure.values()) {
        if (status != Status.ACTUAL || measure != Measure.LEVEL) {
          chooser.add(figure, status, measure, "city");
        }
      }
    }
    chooser.add(figure, Status.ACTUAL, Measure.LEVEL, "district:黄岛区");
    assertThat(chooser.select("run", Set.of()).values()).isEmpty();
    chooser.add(figure, Status.ACTUAL, Measure.LEVEL, null);
    assertThat(chooser.select("run", Set.of()).values()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"HALF", "QUARTER", "MONTH", "SPAN"})
  void partsOfYearsDoNotEnter(PeriodType type) {
    Period period = new Period(LocalDate.of(2019, 7, 1), LocalDate.of(2019, 12, 31), type);
    assertThat(select(figure("a").about(period)).values()).isEmpty();
  }

  @Test
  void flagsAreTheFiguresAndWhatTheChoiceShows() {
    IndicatorValue value =
        selected(
            figure("a")
                .on("2019-06-30")
                .bound(Bound.APPROX)
                .flags(Flag.TRANSCRIBED, Flag.ESTIMATED),
            figure("b").on("2019-06-30").bound(Bound.APPROX).value("30").by("other").at("row:9"));
    assertThat(value.flags())
        .containsExactly(
            Flag.APPROXIMATE,
            Flag.CONFLICTING_SOURCES,
            Flag.ESTIMATED,
            Flag.MID_YEAR,
            Flag.TRANSCRIBED);
    assertThat(value.periodEnd()).isEqualTo("2019-06-30");
    assertThat(value.year()).isEqualTo(2019);
  }

  @Test
  void unverifiedIsNeverChosen() {
    TestFigure unverified = figure("u").in(SourceClass.UNVERIFIED).by("unverified");
    assertThat(select(unverified).values()).isEmpty();
    assertThat(select(unverified).figures()).isEmpty();
    IndicatorValue value =
        selected(figure("a").in(SourceClass.NEWS).bound(Bound.GE), unverified.value("30"));
    assertThat(value.observationId()).isEqualTo("a");
    assertThat(value.rule()).isEqualTo("only_one");
  }

  @Test
  void whoGivesItInAVerifiedSourceTooIsNotCountedAsUnverified() {
    assertThat(
            selected(
                    figure("a").by("甲"),
                    figure("b").by("乙").in(SourceClass.UNVERIFIED),
                    figure("c").by("乙").in(SourceClass.NEWS),
                    figure("d").by("丙").in(SourceClass.UNVERIFIED))
                .unverifiedSources())
        .isEqualTo(1);
  }

  @Test
  void anUnverifiedFigureIsASecondarySourceWithoutAConflict() {
    SelectedValues choices =
        select(
            figure("a").value("20").by("甲"),
            figure("u").value("30").by("乙").in(SourceClass.UNVERIFIED));
    IndicatorValue value = choices.values().get(0);
    assertThat(value.sources()).isEqualTo(2);
    assertThat(value.unverifiedSources()).isEqualTo(1);
    assertThat(value.spread()).isEqualTo(0.5);
    assertThat(value.conflict()).isFalse();
    assertThat(value.flags()).isEmpty();
    assertThat(choices.figures().keySet()).containsExactly("a", "u");
    assertThat(choices.findings()).hasSize(1);
    Finding finding = choices.findings().get(0);
    assertThat(finding.kind()).isEqualTo(FindingKind.SOURCES_DISAGREE);
    assertThat(finding.detail())
        .isEqualTo(
            "Secondary source (unverified): 乙 says 30 hospital, 甲 says 20 hospital: 50.0 % of the"
                + " value used apart");
    assertThat(finding.expected()).isEqualByComparingTo("20");
    assertThat(finding.found()).isEqualByComparingTo("30");
    assertThat(finding.observationIds()).containsExactly("a", "u");
    assertThat(finding.runId()).isEqualTo("run");
    assertThat(finding.findingId()).matches("[0-9a-f]{32}");
  }

  @Test
  void aFindingIsAnotherOnceAValueChanges() {
    TestFigure own = figure("a").value("20");
    String before = findingId(own, figure("b").by("other").value("30"));
    assertThat(findingId(figure("b").by("other").value("30.00"), own)).isEqualTo(before);
    assertThat(findingId(own, figure("b").by("other").value("31"))).isNotEqualTo(before);
    assertThat(findingId(own, figure("c").by("other").value("30"))).isNotEqualTo(before);
  }

  private static String findingId(TestFigure... figures) {
    List<Finding> findings = select(figures).findings();
    assertThat(findings).hasSize(1);
    return findings.get(0).findingId();
  }

  @Test
  void quotationsAreNoSourcesAndNoConflict() {
    SelectedValues choices =
        select(
            figure("a").of(SHENZHEN, "tertiary_hospitals").value("40").by("深圳"),
            figure("q").of(SHENZHEN, "tertiary_hospitals").value("42").by("青岛").flags(Flag.QUOTED));
    IndicatorValue value = choices.values().get(0);
    assertThat(value.value()).isEqualByComparingTo("40");
    assertThat(value.sources()).isEqualTo(1);
    assertThat(value.spread()).isEqualTo(0.05);
    assertThat(value.conflict()).isFalse();
    assertThat(value.rule()).isEqualTo("own_publication");
    assertThat(choices.findings()).hasSize(1);
    assertThat(choices.findings().get(0).detail())
        .startsWith("Secondary source (quoted): 青岛 says 42");
  }

  @Test
  void aQuotationAloneIsUsedAndHasNoSource() {
    IndicatorValue value = selected(figure("q").flags(Flag.QUOTED));
    assertThat(value.sources()).isZero();
    assertThat(value.flags()).containsExactly(Flag.QUOTED);
  }

  @Test
  void witnessesWithinTheResolutionAreNoFinding() {
    SelectedValues choices =
        select(
            figure("a").value("949.98").resolution("0.01"),
            figure("u").value("950").resolution("1").in(SourceClass.UNVERIFIED).by("other"));
    assertThat(choices.findings()).isEmpty();
    assertThat(choices.values().get(0).spread()).isCloseTo(0.02 / 949.98, within(1e-15));
  }

  @ParameterizedTest
  @CsvSource({
    // value, resolution, value of the other, its resolution, whether they conflict
    "949.98, 0.01, 950,    1,    false", // 0.02 against 0.505
    "949.98, 0.01, 949.97, 0.01, false", // 0.01 against 0.01: not more
    "949.98, 0.01, 949.96, 0.01, true",
    "22,     1,    23,     1,    false",
    "22,     1,    24,     1,    true",
    "22,     ,     22,     ,     false", // unknown resolutions are 0
    "22,     ,     22.01,  ,     true",
    "22,     ,     22.5,   1,    false",
    "22,     ,     22.51,  1,    true",
    "-1,     1,    1,      1,    true",
    "0,      1,    5,      1,    true",
  })
  void conflictByHand(String one, String ofOne, String other, String ofOther, boolean conflict) {
    TestFigure a = figure("a").by("甲").value(one).resolution(ofOne);
    TestFigure b = figure("b").by("乙").value(other).resolution(ofOther);
    assertThat(selected(a, b).conflict()).isEqualTo(conflict);
    assertThat(selected(b, a).conflict()).isEqualTo(conflict);
    assertThat(selected(a, b.by("甲")).conflict()).isFalse();
  }

  @Test
  void theSecondBestExtremeDecidesWhereOnePublisherHoldsBothEnds() {
    // 甲 says 20 and 30; 乙 says 25: 乙 against 20 or against 30 is the conflict.
    SelectedValues choices =
        select(
            figure("a").by("甲").value("20"),
            figure("b").by("甲").value("30").at("row:3"),
            figure("c").by("乙").value("24").at("row:4"));
    assertThat(choices.values().get(0).conflict()).isTrue();
    Finding finding = choices.findings().get(0);
    assertThat(finding.expected()).isEqualByComparingTo("20");
    assertThat(finding.found()).isEqualByComparingTo("30");
    assertThat(finding.observationIds()).containsExactly("a", "b", "c");
    assertThat(finding.detail())
        .isEqualTo(
            "甲 says 30 hospital, 乙 says 24 hospital: 30.0 % of the value used apart; the value"
                + " used: 甲 says 20 hospital");
  }

  @Test
  void aConflictOfPopulations() {
    SelectedValues choices =
        select(
            figure("bulletin")
                .of(SHENZHEN, "permanent_population")
                .value("13438800")
                .resolution("100")
                .by("深圳市统计局"),
            figure("yearbook")
                .of(SHENZHEN, "permanent_population")
                .value("17104000.00")
                .resolution("100")
                .by("国家统计局")
                .in(SourceClass.YEARBOOK)
                .published("2022-09-01"));
    IndicatorValue value = choices.values().get(0);
    assertThat(value.observationId()).isEqualTo("yearbook");
    assertThat(value.rule()).isEqualTo("latest_published");
    assertThat(value.conflict()).isTrue();
    assertThat(value.spread()).isCloseTo(3665200.0 / 17104000, within(1e-15));
    assertThat(choices.findings().get(0).detail())
        .isEqualTo(
            "深圳市统计局 says 13438800 hospital, 国家统计局 says 17104000 hospital: 21.4 % of the"
                + " value used apart");
  }

  @Test
  void limitsNameNoFigure() {
    IndicatorValue value =
        selected(
            figure("a").value("22"),
            figure("b").value("100").bound(Bound.GE).by("other").at("row:3"));
    assertThat(value.conflict()).isFalse();
    assertThat(value.spread()).isZero();
    assertThat(value.sources()).isEqualTo(2);
  }

  @Test
  void figuresAboutAnotherDayContradictNothing() {
    SelectedValues choices =
        select(
            figure("a").value("22"),
            figure("b").value("10").on("2019-06-30").by("other"),
            figure("c").value("99").on("2019-06-30").by("third").in(SourceClass.UNVERIFIED));
    assertThat(choices.values().get(0).sources()).isEqualTo(1);
    assertThat(choices.values().get(0).spread()).isZero();
    assertThat(choices.findings()).isEmpty();
  }

  @Test
  void figuresAboutOtherResidentsContradictNothing() {
    TestFigure permanent = figure("a").basis(PopulationBasis.PERMANENT);
    TestFigure registered =
        figure("b").basis(PopulationBasis.REGISTERED).value("50").by("other").at("row:3");
    TestFigure unstated = figure("c").value("80").by("third").at("row:4");
    assertThat(selected(permanent, registered).conflict()).isFalse();
    assertThat(selected(permanent, registered).sources()).isEqualTo(1);
    assertThat(selected(permanent, unstated).conflict()).isTrue();
    assertThat(selected(permanent, registered, unstated).sources()).isEqualTo(2);
    IndicatorValue value = selected(figure("0"), registered, permanent.by("fourth").at("row:5"));
    assertThat(value.observationId()).isEqualTo("0");
    assertThat(value.sources()).isEqualTo(3);
    assertThat(value.conflict()).isTrue();
  }

  @Test
  void spreadOfZeroIsUnknown() {
    assertThat(selected(figure("a").value("0.00")).spread()).isNull();
    SelectedValues choices =
        select(figure("a").value("0"), figure("b").value("5").by("other").at("row:3"));
    assertThat(choices.findings().get(0).detail())
        .isEqualTo("other says 5 hospital, publisher says 0 hospital");
  }

  @Test
  void vintagesOfARevisedYear() {
    TestFigure before = population("before", "13438800").published("2020-04-15");
    TestFigure dayBefore = population("eve", "13438700").published("2021-05-10");
    TestFigure after = population("after", "17104000").published("2021-05-11");
    TestFigure unknown = population("unknown", "1").published(null).in(SourceClass.CENSUS);
    SelectedValues choices = select(before, dayBefore, after, unknown);
    VintageKey key =
        new VintageKey(SHENZHEN, "permanent_population", 2019, "census_2020", Vintage.BEFORE);
    assertThat(choices.vintages().get(key).observationId()).isEqualTo("eve");
    assertThat(choices.vintages().keySet())
        .extracting(VintageKey::vintage)
        .containsExactly(Vintage.BEFORE, Vintage.AFTER, Vintage.UNKNOWN);
    assertThat(choices.vintages().values())
        .extracting(IndicatorValue::observationId)
        .containsExactly("eve", "after", "unknown");
    assertThat(choices.figures()).containsOnlyKeys("after", "eve", "unknown");
    assertThat(choices.vintage(choices.values().get(0), SelectionFixture.CENSUS_2020))
        .isEqualTo(Vintage.AFTER);
  }

  @Test
  void onlyConcernedIndicatorsAndYearsHaveVintages() {
    assertThat(select(figure("a")).vintages()).isEmpty();
    assertThat(select(population("a", "1").on("2010-12-31")).vintages()).isEmpty();
    assertThat(select(population("a", "1").on("2011-12-31")).vintages()).hasSize(1);
    assertThat(select(population("a", "1").on("2020-12-31")).vintages()).isEmpty();
  }

  private static TestFigure population(String id, String value) {
    return figure(id).of(SHENZHEN, "permanent_population").value(value);
  }

  @ParameterizedTest
  @CsvSource({
    "2019-12-31, 2020-04-15, BEFORE",
    "2019-12-31, 2022-04-15, AFTER",
    "2019-12-31, , UNKNOWN",
    "2010-12-31, 2011-04-15, UNAFFECTED",
    "2020-12-31, 2021-03-01, AFTER",
    "2020-06-30, 2021-03-01, BEFORE",
    "2023-12-31, , AFTER",
  })
  void vintageOfAPopulation(LocalDate day, LocalDate published, Vintage expected) {
    assertThat(
            SelectionFixture.CENSUS_2020.vintageOf(
                "permanent_population", SHENZHEN, day, published))
        .isEqualTo(expected);
    assertThat(SelectionFixture.CENSUS_2020.vintageOf("hospitals", SHENZHEN, day, published))
        .isEqualTo(Vintage.UNAFFECTED);
  }

  @Test
  void valuesAreSortedByKey() {
    SelectedValues choices =
        select(
            figure("a").of("370200", "hospitals").on("2020-12-31"),
            figure("b").of("370200", "hospitals").on("2019-12-31"),
            figure("c").of("370200", "beds"),
            figure("d").of("110000", "hospitals"));
    assertThat(choices.values())
        .extracting(IndicatorValue::observationId)
        .containsExactly("d", "c", "b", "a");
  }

  @Test
  void selectorsWithOtherBreaksDoNotMerge() {
    ValueSelector with = new ValueSelector(SelectionFixture.BREAKS);
    ValueSelector without = new ValueSelector(List.of());
    assertThatThrownBy(() -> with.merge(without))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Selectors with different series breaks cannot be merged: [census_2020] and []");
  }
}
