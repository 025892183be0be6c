package org.duibiao.benchmark.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.duibiao.benchmark.check.FigureGates.CheckedValues;
import org.duibiao.benchmark.selection.SelectionFixture;
import org.duibiao.benchmark.selection.TestFigure;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.catalogue.ShippedCatalogue;
import org.duibiao.model.code.Bound;
import org.duibiao.model.code.FindingKind;
import org.duibiao.tables.Finding;
import org.junit.jupiter.api.Test;

class ConsistencyTest {

  private static final Catalogue CATALOGUE = ShippedCatalogue.load();
  private static final Set<String> CITIES =
      Set.of("370100", "370200", "370300", "370400", "370500", "370600");

  private static List<Finding> find(TestFigure... figures) {
    return find(List.of(figures));
  }

  private static List<Finding> find(List<TestFigure> figures) {
    return check(figures).findings().stream()
        .filter(finding -> finding.kind() != FindingKind.SOURCES_DISAGREE)
        .toList();
  }

  private static CheckedValues check(List<TestFigure> figures) {
    return FigureGates.choose(
        SelectionFixture.selectorOf(
            figures.stream().map(TestFigure::build).toList(), CATALOGUE.seriesBreaks()),
        new FigureGates.Rules(
            CATALOGUE.indicators(), CATALOGUE.sums(), CATALOGUE.benchmarks(), CITIES),
        Set.of(),
        "run");
  }

  private static TestFigure of(String indicator, int year, String value) {
    return of("370100", indicator, year, value);
  }

  private static TestFigure of(String city, String indicator, int year, String value) {
    return TestFigure.figure(city + indicator + year)
        .of(city, indicator)
        .on(year + "-12-31")
        .value(value)
        .resolution("1")
        .source("a");
  }

  @Test
  void partsThatDoNotAddUp() {
    assertThat(
            find(
                of("hospitals", 2024, "100"),
                of("public_hospitals", 2024, "40"),
                of("private_hospitals", 2024, "60")))
        .isEmpty();
    List<Finding> found =
        find(
            of("hospitals", 2024, "100"),
            of("public_hospitals", 2024, "40"),
            of("private_hospitals", 2024, "65"));
    assertThat(found).hasSize(1);
    assertThat(found.get(0).kind()).isEqualTo(FindingKind.PARTS_DO_NOT_ADD_UP);
    assertThat(found.get(0).expected()).isEqualByComparingTo("100");
    assertThat(found.get(0).found()).isEqualByComparingTo("105");
    assertThat(found.get(0).observationIds())
        .containsExactlyInAnyOrder(
            "370100hospitals2024", "370100public_hospitals2024", "370100private_hospitals2024");
  }

  @Test
  void partsOfAnotherSourceOrALimitSayNothing() {
    assertThat(
            find(
                of("hospitals", 2024, "100"),
                of("public_hospitals", 2024, "40"),
                of("private_hospitals", 2024, "65").source("b")))
        .isEmpty();
    assertThat(
            find(
                of("hospitals", 2024, "100").bound(Bound.GE),
                of("public_hospitals", 2024, "40"),
                of("private_hospitals", 2024, "65")))
        .isEmpty();
  }

  @Test
  void aPartGreaterThanItsWhole() {
    assertThat(
            find(of("tertiary_hospitals", 2024, "9"), of("grade_a_tertiary_hospitals", 2024, "12")))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.kind()).isEqualTo(FindingKind.PARTS_DO_NOT_ADD_UP);
              assertThat(finding.indicator()).isEqualTo("grade_a_tertiary_hospitals");
            });
  }

  @Test
  void aPublishedRateThatItsPartsDoNotGive() {
    TestFigure beds = of("beds", 2024, "50000");
    TestFigure people = of("permanent_population", 2024, "10000000").resolution("100");
    TestFigure before = of("permanent_population", 2023, "9000000").resolution("100");
    assertThat(find(beds, people, of("beds_per_1000", 2024, "5.00").resolution("0.01"))).isEmpty();
    assertThat(find(beds, people, before, of("beds_per_1000", 2024, "5.26").resolution("0.01")))
        .as("of the mean population")
        .isEmpty();
    assertThat(find(beds, people, of("beds_per_1000", 2024, "5.1").resolution("0.01")))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.kind()).isEqualTo(FindingKind.RATE_DISAGREES);
              assertThat(finding.expected()).isEqualByComparingTo("5");
              assertThat(finding.found()).isEqualByComparingTo("5.1");
            });
  }

  @Test
  void tenTimesLastYears() {
    assertThat(find(of("beds", 2023, "5000"), of("beds", 2024, "49999")))
        .extracting(Finding::kind)
        .as("less than ten times, but three times")
        .containsExactly(FindingKind.LEVEL_SHIFT);
    assertThat(find(of("beds", 2023, "5000"), of("beds", 2024, "50000")))
        .singleElement()
        .satisfies(finding -> assertThat(finding.kind()).isEqualTo(FindingKind.JUMP));
    assertThat(find(of("beds", 2023, "5000"), of("beds", 2024, "500"))).hasSize(1);
    assertThat(find(of("beds", 2022, "5000"), of("beds", 2024, "500")))
        .extracting(Finding::kind)
        .as("not of the year before")
        .containsExactly(FindingKind.LEVEL_SHIFT);
    assertThat(find(of("hospitals", 2023, "0"), of("hospitals", 2024, "12"))).isEmpty();
  }

  @Test
  void aColumnThatSlippedByAYear() {
    List<TestFigure> slipped = new ArrayList<>();
    List<TestFigure> leapt = new ArrayList<>();
    List<TestFigure> sound = new ArrayList<>();
    int beds = 1234;
    for (String city : CITIES.stream().sorted().toList()) {
      beds += 321;
      for (List<TestFigure> each : List.of(slipped, leapt, sound)) {
        each.add(of(city, "beds", 2023, "" + beds));
      }
      slipped.add(of(city, "beds", 2024, "" + beds));
      leapt.add(of(city, "beds", 2024, "" + beds * 2));
      sound.add(of(city, "beds", 2024, "" + (beds + 50)));
    }
    assertThat(find(sound)).isEmpty();
    for (List<TestFigure> each : List.of(slipped, leapt)) {
      assertThat(find(each))
          .singleElement()
          .satisfies(
              finding -> {
                assertThat(finding.kind()).isEqualTo(FindingKind.COLUMN_SLIPPED);
                assertThat(finding.cityCode()).isNull();
                assertThat(finding.observationIds()).hasSize(6);
              });
    }
    assertThat(find(slipped.subList(0, 8))).as("of four cities").isEmpty();
  }

  @Test
  void aCellThatWasCopiedFromAnotherCity() {
    TestFigure copied = of("370200", "permanent_population", 2024, "17462700").by("bureau");
    TestFigure model = of("370100", "permanent_population", 2017, "17462700").by("bureau");
    TestFigure contradicts =
        TestFigure.figure("bulletin")
            .of("370200", "permanent_population")
            .on("2024-12-31")
            .value("17989500")
            .resolution("100")
            .by("city")
            .source("b")
            .published("2019-01-01");
    assertThat(find(copied, model, contradicts))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.kind()).isEqualTo(FindingKind.REPEATS_ANOTHER_CITY);
              assertThat(finding.cityCode()).isEqualTo("370200");
              assertThat(finding.expected()).isEqualByComparingTo("17989500");
              assertThat(finding.found()).isEqualByComparingTo("17462700");
              assertThat(finding.observationIds())
                  .containsExactlyInAnyOrder(
                      "370200permanent_population2024", "370100permanent_population2017");
            });
    assertThat(find(copied, model)).as("nobody contradicts it").isEmpty();
    assertThat(find(copied, model.source("c"), contradicts)).as("of another source").isEmpty();
    assertThat(
            find(
                copied.value("17460000"), // four digits may well be the same twice
                of("370100", "permanent_population", 2017, "17460000").by("bureau"),
                contradicts))
        .isEmpty();
  }
}
