package org.duibiao.benchmark.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duibiao.benchmark.check.FigureGates.CheckedValues;
import org.duibiao.benchmark.selection.SelectionFixture;
import org.duibiao.benchmark.selection.TestFigure;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.catalogue.ShippedCatalogue;
import org.duibiao.model.SeriesBreak;
import org.duibiao.model.code.FindingKind;
import org.duibiao.model.code.Flag;
import org.duibiao.tables.Finding;
import org.junit.jupiter.api.Test;

class FigureGatesTest {

  private static final Catalogue CATALOGUE = ShippedCatalogue.load();
  private static final Set<String> CITIES =
      IntStream.range(0, 24).mapToObj(FigureGatesTest::city).collect(Collectors.toSet());

  private static String city(int i) {
    return String.valueOf(400100 + 100 * i);
  }

  private static TestFigure of(int city, String indicator, int year, long value) {
    return TestFigure.figure(city(city) + indicator + year)
        .of(city(city), indicator)
        .on(year + "-12-31")
        .value("" + value)
        .source("yearbook");
  }

  /** Two dozen cities of different size with 5.6 to 6.4 beds per 1,000 residents that grow. */
  private static List<TestFigure> nation() {
    List<TestFigure> figures = new ArrayList<>();
    for (int i = 0; i < CITIES.size(); i++) {
      long people = 500_000L * (i + 1);
      for (int year = 2015; year <= 2022; year++) {
        figures.add(of(i, "permanent_population", year, people + 1000L * (year - 2015)));
        figures.add(of(i, "beds", year, people * (56 + i % 9) / 10_000 + 11L * (year - 2015)));
      }
    }
    return figures;
  }

  private static List<TestFigure> nationBut(TestFigure... others) {
    List<TestFigure> figures = nation();
    for (TestFigure other : others) {
      figures.removeIf(each -> each.build().observationId().equals(other.build().observationId()));
      figures.add(other);
    }
    return figures;
  }

  private static CheckedValues choose(List<TestFigure> figures, SeriesBreak... breaks) {
    return choose(figures, Set.of(), breaks);
  }

  private static CheckedValues choose(
      List<TestFigure> figures, Set<String> doubts, SeriesBreak... breaks) {
    return FigureGates.choose(
        SelectionFixture.selectorOf(
            figures.stream().map(TestFigure::build).toList(), List.of(breaks)),
        new FigureGates.Rules(
            CATALOGUE.indicators(), CATALOGUE.sums(), CATALOGUE.benchmarks(), CITIES),
        doubts,
        "run");
  }

  private static List<FindingKind> kinds(CheckedValues checked) {
    return checked.findings().stream().map(Finding::kind).toList();
  }

  private static List<String> chosen(CheckedValues checked) {
    return checked.values().values().stream().map(value -> value.observationId()).toList();
  }

  @Test
  void aNationThatFitsTogetherIsNotDoubted() {
    CheckedValues checked = choose(nation());
    assertThat(checked.findings()).isEmpty();
    assertThat(checked.values().values()).hasSize(nation().size());
  }

  @Test
  void aCountPerResidentThatNoOtherCityHasIsShownButNotChosen() {
    // Twelve million residents have some 70,000 beds; 700 are those of something else.
    CheckedValues checked = choose(nationBut(of(23, "beds", 2022, 700)));
    String doubted = city(23) + "beds2022";
    assertThat(kinds(checked)).containsExactly(FindingKind.IMPLAUSIBLE);
    assertThat(checked.findings().get(0).observationIds()).contains(doubted);
    assertThat(checked.findings().get(0).detail()).contains("it is not used");
    assertThat(chosen(checked)).doesNotContain(doubted).contains(city(23) + "beds2021");
    assertThat(checked.values().figures().get(doubted).flags()).containsExactly(Flag.DOUBTED);
  }

  @Test
  void whatAnotherSourceSaysTakesThePlaceOfADoubtedFigure() {
    List<TestFigure> figures = nationBut(of(23, "beds", 2022, 700).published("2024-01-01"));
    figures.add(
        TestFigure.figure("other")
            .of(city(23), "beds")
            .on("2022-12-31")
            .value("77000")
            .source("report"));
    assertThat(chosen(choose(figures))).contains("other").doesNotContain(city(23) + "beds2022");
  }

  @Test
  void aWrongPopulationIsDoubtedInsteadOfAllThatRestsOnIt() {
    List<TestFigure> figures = new ArrayList<>(nation());
    for (int i = 0; i < CITIES.size(); i++) {
      for (int year = 2015; year <= 2022; year++) {
        figures.add(of(i, "licensed_doctors", year, 1_400L * (i + 1) + 7L * (year - 2015)));
      }
    }
    figures.removeIf(each -> each.build().observationId().startsWith(city(5) + "permanent"));
    figures.add(of(5, "permanent_population", 2020, 30_000));
    CheckedValues checked = choose(figures);
    assertThat(kinds(checked)).containsExactly(FindingKind.IMPLAUSIBLE);
    assertThat(chosen(checked))
        .doesNotContain(city(5) + "permanent_population2020")
        .contains(city(5) + "beds2020", city(5) + "licensed_doctors2020");
  }

  @Test
  void onePointFarFromItsOwnSeriesIsDoubted() {
    // City 4 has 15,000 beds; twice as many are still within what cities have.
    CheckedValues checked = choose(nationBut(of(4, "beds", 2018, 30_000)));
    assertThat(kinds(checked)).containsExactly(FindingKind.LEVEL_SHIFT);
    assertThat(chosen(checked)).doesNotContain(city(4) + "beds2018");
    assertThat(checked.findings().get(0).detail()).contains("30000").contains("it is not used");
  }

  @Test
  void aCopyOfADoubtedFigureIsNotUsedInItsPlace() {
    List<TestFigure> figures = nationBut(of(4, "beds", 2018, 30_000).published("2024-01-01"));
    // Its publisher counts otherwise in another year, so that its figures are a series of their
    // own.
    figures.add(copy(2016, "19000"));
    figures.add(copy(2018, "30000"));
    CheckedValues checked = choose(figures);
    assertThat(kinds(checked)).contains(FindingKind.LEVEL_SHIFT);
    assertThat(chosen(checked)).doesNotContain(city(4) + "beds2018", "copy2018");
  }

  @Test
  void aSlipIsFoundAgainstTheCitiesNextInRank() {
    // City 9 has some 31,000 beds; 42,000 are within what its own series has moved elsewhere.
    List<TestFigure> cities = new ArrayList<>();
    for (int i = 0; i < CITIES.size(); i++) {
      for (int year = 2015; year <= 2022; year++) {
        long usual = 10_000L * (i + 1) + 300L * (year - 2015);
        cities.add(of(i, "beds", year, i == 9 && year == 2018 ? usual * 13 / 10 : usual));
      }
    }
    CheckedValues checked = choose(cities);
    assertThat(kinds(checked)).containsExactly(FindingKind.PEER_OUTLIER);
    Finding finding = checked.findings().get(0);
    assertThat(finding.observationIds()).contains(city(9) + "beds2018");
    assertThat(finding.detail()).contains("cities next in rank").contains("in 2018");
    assertThat(chosen(checked)).as("only said").contains(city(9) + "beds2018");
  }

  private static TestFigure copy(int year, String value) {
    return TestFigure.figure("copy" + year)
        .of(city(4), "beds")
        .on(year + "-12-31")
        .value(value)
        .by("another")
        .source("copy")
        .published("2019-01-01");
  }

  @Test
  void aLevelThatStaysIsOnlySaidUnlessABreakExplainsIt() {
    TestFigure[] shifted =
        IntStream.rangeClosed(2019, 2022)
            .mapToObj(year -> of(4, "beds", year, 30_000 + year))
            .toArray(TestFigure[]::new);
    CheckedValues checked = choose(nationBut(shifted));
    assertThat(kinds(checked)).containsExactly(FindingKind.LEVEL_SHIFT);
    assertThat(chosen(checked)).hasSize(nation().size());
    SeriesBreak known =
        new SeriesBreak(
            "beds_2019",
            "床位口径改变",
            "beds are counted otherwise",
            List.of("beds"),
            List.of(city(4)),
            LocalDate.of(2019, 1, 1),
            null,
            null,
            null,
            "bureau");
    assertThat(choose(nationBut(shifted), known).findings()).isEmpty();
  }

  @Test
  void theLastPointIsDoubtedOnlyWhereItIsVeryFar() {
    assertThat(kinds(choose(nationBut(of(4, "beds", 2022, 30_000)))))
        .containsExactly(FindingKind.LEVEL_SHIFT);
    assertThat(chosen(choose(nationBut(of(4, "beds", 2022, 30_000)))))
        .contains(city(4) + "beds2022");
    // Within what cities have per resident, but a fifth of what it had for years.
    List<TestFigure> figures = nationBut(of(4, "hospitals", 2022, 20));
    for (int year = 2018; year < 2022; year++) {
      figures.add(of(4, "hospitals", year, 100 + year % 2));
    }
    assertThat(kinds(choose(figures))).isNotEmpty();
    for (int i = 5; i < CITIES.size(); i++) {
      for (int year = 2018; year <= 2022; year++) {
        figures.add(of(i, "hospitals", year, (20 + i % 2 * 20L) * i + year % 3));
      }
    }
    CheckedValues checked = choose(figures);
    assertThat(kinds(checked)).containsExactly(FindingKind.LEVEL_SHIFT);
    assertThat(chosen(checked)).doesNotContain(city(4) + "hospitals2022");
  }

  @Test
  void aPartAboveItsWholeLeavesNeither() {
    CheckedValues checked =
        choose(
            nationBut(
                of(2, "tertiary_hospitals", 2022, 9),
                of(2, "grade_a_tertiary_hospitals", 2022, 12)));
    assertThat(kinds(checked)).containsExactly(FindingKind.PARTS_DO_NOT_ADD_UP);
    assertThat(chosen(checked)).noneMatch(id -> id.contains("tertiary"));
    assertThat(
            choose(
                    nationBut(
                        of(2, "tertiary_hospitals", 2022, 9),
                        of(2, "grade_a_tertiary_hospitals", 2022, 12).by("other")))
                .findings())
        .as("of another publisher")
        .isEmpty();
  }

  @Test
  void figuresThatContradictEachOtherInOneFileAreNotUsed() {
    Set<String> both = Set.of(city(2) + "beds2022", city(3) + "beds2022");
    assertThat(chosen(choose(nation(), both))).hasSize(nation().size() - 2);
  }

  @Test
  void twoIndicatorsWithOneSeries() {
    List<TestFigure> figures = new ArrayList<>(nation());
    for (int year = 2019; year <= 2022; year++) {
      figures.add(of(2, "registered_population", year, 1_500_000 + 1000L * (year - 2015)));
      figures.add(of(3, "hospitals", year, 20 + year % 2));
      figures.add(of(3, "tertiary_hospitals", year, 20 + year % 2));
    }
    CheckedValues checked = choose(figures);
    assertThat(kinds(checked))
        .as("not of two digits")
        .containsExactly(FindingKind.IDENTICAL_SERIES);
    assertThat(checked.findings().get(0).detail())
        .contains("permanent_population", "registered_population", "4 years (2019 to 2022)");
  }

  @Test
  void aPartThatIsAllOfItsWholeIsAFindingOnlyWhereItIsTheTable() {
    List<TestFigure> figures = new ArrayList<>(nation());
    for (int i = 0; i < 6; i++) {
      for (int year = 2019; year <= 2022; year++) {
        long hospitals = 150 + 10L * i + year % 5;
        figures.add(of(i, "hospitals", year, hospitals));
        figures.add(of(i, "hospitals_and_health_centres", year, hospitals + (i < 2 ? 0 : 30)));
      }
    }
    assertThat(choose(figures).findings()).isEmpty();
    for (int i = 6; i < 12; i++) {
      for (int year = 2019; year <= 2022; year++) {
        figures.add(of(i, "hospitals", year, 200 + 10L * i + year % 5));
        figures.add(of(i, "hospitals_and_health_centres", year, 200 + 10L * i + year % 5));
      }
    }
    assertThat(kinds(choose(figures)))
        .as("in eight of twelve cities")
        .hasSize(8)
        .containsOnly(FindingKind.IDENTICAL_SERIES);
  }
}
