package org.duibiao.report.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.assertj.core.groups.Tuple;
import org.duibiao.model.code.SourceClass;
import org.duibiao.tables.BenchmarkRow;
import org.duibiao.tables.Figure;
import org.duibiao.tables.IndicatorValue;
import org.duibiao.tables.Source;
import org.junit.jupiter.api.Test;

/** What is not as it was in the release before, and why. */
class ChangesTest {

  private static final String BULLETIN = "bulletin";
  private static final String YEARBOOK = "yearbook";

  /** A release that is put together figure by figure. */
  private static final class State {
    private final Fixture fixture = new Fixture();
    private String catalogue = "same";

    State() {
      fixture.source(BULLETIN, "市卫健委", "公报", null, null, SourceClass.BULLETIN);
    }

    State has(String city, int year, int beds) {
      fixture.figure(city, Fixture.BEDS, year, BigDecimal.valueOf(beds), BULLETIN);
      return this;
    }

    State alsoReads(String source) {
      fixture.source(source, "市统计局", "年鉴", null, null, SourceClass.YEARBOOK);
      return this;
    }

    State has(String city, int year, int beds, String source) {
      fixture.figure(city, Fixture.BEDS, year, BigDecimal.valueOf(beds), source);
      return this;
    }

    State compares(double rate, String standing, String comparability) {
      Figure own =
          fixture.figure(Fixture.QINGDAO, Fixture.LIFE, 2024, new BigDecimal(rate), BULLETIN);
      Figure other =
          fixture.figure(Fixture.SHENZHEN, Fixture.LIFE, 2024, new BigDecimal(83), BULLETIN);
      fixture.rows.add(
          new RowBuilder("life_expectancy", Fixture.QINGDAO, 2024)
              .published(own, other)
              .standing(standing)
              .comparability(comparability, List.of())
              .build());
      fixture.values.clear();
      return this;
    }

    Changes.State state(String id) {
      return new Changes.State(
          id, catalogue, fixture.values, fixture.figures, fixture.rows, fixture.sources);
    }
  }

  private static Changes changes(State before, State after) {
    return Changes.between(before.state("r-1"), after.state("r-2"));
  }

  @Test
  void nothingChangesWhereNothingDid() {
    Changes changes =
        changes(new State().has("370200", 2024, 67_709), new State().has("370200", 2024, 67_709));
    assertThat(changes)
        .isEqualTo(new Changes("r-1", false, List.of(), List.of(), List.of(), List.of()));
  }

  @Test
  void aValueIsRevisedByItsOwnPublicationOrTakenFromAnotherOrNewOrWithdrawn() {
    State before =
        new State()
            .has("370200", 2024, 100)
            .has("330100", 2024, 100)
            .has("320100", 2024, 100)
            .has("210100", 2023, 100);
    State after =
        new State()
            .alsoReads(YEARBOOK)
            .has("370200", 2024, 101)
            .has("330100", 2024, 102, YEARBOOK)
            .has("320100", 2024, 100, YEARBOOK)
            .has("440300", 2024, 103);
    assertThat(changes(before, after).values())
        .extracting(
            Changes.Value::why,
            Changes.Value::cityCode,
            Changes.Value::indicator,
            Changes.Value::year,
            Changes.Value::before,
            Changes.Value::after,
            Changes.Value::sourceBefore,
            Changes.Value::sourceAfter)
        .containsExactly(
            of(Changes.Why.REVISED, "370200", 2024, 100, 101, "市卫健委", "市卫健委"),
            of(Changes.Why.OTHER_SOURCE, "330100", 2024, 100, 102, "市卫健委", "市统计局"),
            of(Changes.Why.NEW, "440300", 2024, null, 103, null, "市卫健委"),
            of(Changes.Why.WITHDRAWN, "210100", 2023, 100, null, "市卫健委", null));
  }

  private static Tuple of(
      Changes.Why why,
      String city,
      int year,
      Integer before,
      Integer after,
      String sourceBefore,
      String sourceAfter) {
    return tuple(
        why, city, "beds", year, decimal(before), decimal(after), sourceBefore, sourceAfter);
  }

  private static BigDecimal decimal(Integer value) {
    return value == null ? null : BigDecimal.valueOf(value);
  }

  @Test
  void theFigureOfNowIsNamedAndAWithdrawnOneHasNone() {
    State after = new State().has("370200", 2024, 101);
    List<Changes.Value> values = changes(new State().has("210100", 2024, 1), after).values();
    assertThat(values)
        .extracting(Changes.Value::observationId)
        .containsExactly(after.fixture.figures.get(0).observationId(), null);
  }

  @Test
  void aNumberPrintedWithMoreDigitsIsTheSame() {
    State before = new State();
    before.fixture.figure("370200", Fixture.BEDS, 2024, new BigDecimal("100"), BULLETIN);
    State after = new State();
    after.fixture.figure("370200", Fixture.BEDS, 2024, new BigDecimal("100.00"), BULLETIN);
    assertThat(changes(before, after).values()).isEmpty();
  }

  @Test
  void aVerdictChangesOnlyWhereItsRatesDidNot() {
    State before = new State().compares(82, "worse", "comparable");
    assertThat(changes(before, new State().compares(82, "worse", "comparable")).verdicts())
        .isEmpty();
    assertThat(changes(before, new State().compares(82.5, "similar", "comparable")).verdicts())
        .as("the figure changed, and is listed itself")
        .isEmpty();
    assertThat(changes(before, new State().compares(82, "similar", "comparable")).verdicts())
        .containsExactly(verdict("similar", "comparable"));
    assertThat(changes(before, new State().compares(82, "worse", "with_care")).verdicts())
        .containsExactly(verdict("worse", "with_care"));
    assertThat(changes(new State(), before).verdicts()).as("there was none before").isEmpty();
  }

  private static Changes.Verdict verdict(String standing, String comparability) {
    return new Changes.Verdict(
        "life_expectancy", Fixture.QINGDAO, 2024, "worse", standing, "comparable", comparability);
  }

  @Test
  void publicationsComeAndGo() {
    State both = new State().alsoReads(YEARBOOK);
    assertThat(changes(new State(), both).sources())
        .extracting(Source::sourceId)
        .containsExactly(YEARBOOK);
    assertThat(changes(new State(), both).gone()).isEmpty();
    assertThat(changes(both, new State()).gone())
        .extracting(Source::sourceId)
        .containsExactly(YEARBOOK);
  }

  @Test
  void theCatalogueIsComparedByItsHash() {
    State other = new State();
    other.catalogue = "other";
    assertThat(changes(new State(), other).catalogueChanged()).isTrue();
    assertThat(changes(other, other).catalogueChanged()).isFalse();
  }

  @Test
  void theOrderOfTheRowsSaysNothing() {
    Fixture before = Fixture.cities();
    Fixture after = Fixture.cities();
    // Of 2019 the fixture has two values to use, on purpose.
    for (Fixture each : List.of(before, after)) {
      each.values.removeIf(value -> value.year() < 2022);
    }
    after.values.removeIf(value -> value.year() == 2022 && value.cityCode().charAt(0) == '3');
    before.values.removeIf(value -> value.year() == 2024 && value.cityCode().charAt(0) == '2');
    Changes expected = Changes.between(state("r-1", before), state("r-2", after));
    assertThat(expected.values()).hasSizeGreaterThan(20);
    Random random = new Random(11);
    for (int i = 0; i < 5; i++) {
      for (Fixture each : List.of(before, after)) {
        Collections.shuffle(each.values, random);
        Collections.shuffle(each.rows, random);
        Collections.shuffle(each.sources, random);
      }
      assertThat(Changes.between(state("r-1", before), state("r-2", after))).isEqualTo(expected);
    }
  }

  private static Changes.State state(String id, Fixture fixture) {
    List<IndicatorValue> values = new ArrayList<>(fixture.values);
    List<BenchmarkRow> rows = new ArrayList<>(fixture.rows);
    return new Changes.State(id, "same", values, fixture.figures, rows, fixture.sources);
  }
}
