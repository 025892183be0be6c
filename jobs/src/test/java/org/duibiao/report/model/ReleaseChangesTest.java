package org.duibiao.report.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.assertj.core.groups.Tuple;
import org.duibiao.model.code.Comparability;
import org.duibiao.model.code.SourceClass;
import org.duibiao.model.code.Standing;
import org.duibiao.tables.BenchmarkRow;
import org.duibiao.tables.Figure;
import org.duibiao.tables.IndicatorValue;
import org.duibiao.tables.Source;
import org.junit.jupiter.api.Test;

/** What is not as it was in the release before, and why. */
class ReleaseChangesTest {

  private static final String BULLETIN = "bulletin";
  private static final String YEARBOOK = "yearbook";

  /** A release that is put together figure by figure. */
  private static final class State {
    private final ReleaseFixture fixture = new ReleaseFixture();
    private String catalogue = "same";

    State() {
      fixture.source(BULLETIN, "市卫健委", "公报", null, null, SourceClass.BULLETIN);
    }

    State has(String city, int year, int beds) {
      fixture.figure(city, ReleaseFixture.BEDS, year, BigDecimal.valueOf(beds), BULLETIN);
      return this;
    }

    State alsoReads(String source) {
      fixture.source(source, "市统计局", "年鉴", null, null, SourceClass.YEARBOOK);
      return this;
    }

    State has(String city, int year, int beds, String source) {
      fixture.figure(city, ReleaseFixture.BEDS, year, BigDecimal.valueOf(beds), source);
      return this;
    }

    State compares(double rate, Standing standing, Comparability comparability) {
      Figure own =
          fixture.figure(
              ReleaseFixture.QINGDAO, ReleaseFixture.LIFE, 2024, new BigDecimal(rate), BULLETIN);
      Figure other =
          fixture.figure(
              ReleaseFixture.SHENZHEN, ReleaseFixture.LIFE, 2024, new BigDecimal(83), BULLETIN);
      fixture.rows.add(
          new TestRow("life_expectancy", ReleaseFixture.QINGDAO, 2024)
              .published(own, other)
              .standing(standing)
              .comparability(comparability, List.of())
              .build());
      fixture.values.clear();
      return this;
    }

    ReleaseChanges.ReleaseState state(String id) {
      return new ReleaseChanges.ReleaseState(
          id, catalogue, fixture.values, fixture.figures, fixture.rows, fixture.sources);
    }
  }

  private static ReleaseChanges changes(State before, State after) {
    return ReleaseChanges.between(before.state("r-1"), after.state("r-2"));
  }

  @Test
  void nothingChangesWhereNothingDid() {
    ReleaseChanges changes =
        changes(new State().has("370200", 2024, 67_709), new State().has("370200", 2024, 67_709));
    assertThat(changes)
        .isEqualTo(new ReleaseChanges("r-1", false, List.of(), List.of(), List.of(), List.of()));
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
    assertThat(changes(before, after).valueChanges())
        .extracting(
            ReleaseChanges.ValueChange::reason,
            ReleaseChanges.ValueChange::cityCode,
            ReleaseChanges.ValueChange::indicator,
            ReleaseChanges.ValueChange::year,
            ReleaseChanges.ValueChange::before,
            ReleaseChanges.ValueChange::after,
            ReleaseChanges.ValueChange::sourceBefore,
            ReleaseChanges.ValueChange::sourceAfter)
        .containsExactly(
            of(ReleaseChanges.ChangeReason.REVISED, "370200", 2024, 100, 101, "市卫健委", "市卫健委"),
            of(ReleaseChanges.ChangeReason.OTHER_SOURCE, "330100", 2024, 100, 102, "市卫健委", "市统计局"),
            of(ReleaseChanges.ChangeReason.NEW, "440300", 2024, null, 103, null, "市卫健委"),
            of(ReleaseChanges.ChangeReason.WITHDRAWN, "210100", 2023, 100, null, "市卫健委", null));
  }

  private static Tuple of(
      ReleaseChanges.ChangeReason why,
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
    List<ReleaseChanges.ValueChange> values =
        changes(new State().has("210100", 2024, 1), after).valueChanges();
    assertThat(values)
        .extracting(ReleaseChanges.ValueChange::observationId)
        .containsExactly(after.fixture.figures.get(0).observationId(), null);
  }

  @Test
  void aNumberPrintedWithMoreDigitsIsTheSame() {
    State before = new State();
    before.fixture.figure("370200", ReleaseFixture.BEDS, 2024, new BigDecimal("100"), BULLETIN);
    State after = new State();
    after.fixture.figure("370200", ReleaseFixture.BEDS, 2024, new BigDecimal("100.00"), BULLETIN);
    assertThat(changes(before, after).valueChanges()).isEmpty();
  }

  @Test
  void aVerdictChangesOnlyWhereItsRatesDidNot() {
    State before = new State().compares(82, Standing.WORSE, Comparability.COMPARABLE);
    assertThat(
            changes(before, new State().compares(82, Standing.WORSE, Comparability.COMPARABLE))
                .verdictChanges())
        .isEmpty();
    assertThat(
            changes(before, new State().compares(82.5, Standing.SIMILAR, Comparability.COMPARABLE))
                .verdictChanges())
        .as("the figure changed, and is listed itself")
        .isEmpty();
    assertThat(
            changes(before, new State().compares(82, Standing.SIMILAR, Comparability.COMPARABLE))
                .verdictChanges())
        .extracting(
            BenchmarkRow::benchmark,
            BenchmarkRow::cityCode,
            BenchmarkRow::year,
            BenchmarkRow::standing,
            BenchmarkRow::comparability)
        .containsExactly(
            tuple(
                "life_expectancy",
                ReleaseFixture.QINGDAO,
                2024,
                Standing.SIMILAR,
                Comparability.COMPARABLE));
    assertThat(
            changes(before, new State().compares(82, Standing.WORSE, Comparability.WITH_CARE))
                .verdictChanges())
        .extracting(
            BenchmarkRow::benchmark,
            BenchmarkRow::cityCode,
            BenchmarkRow::year,
            BenchmarkRow::standing,
            BenchmarkRow::comparability)
        .containsExactly(
            tuple(
                "life_expectancy",
                ReleaseFixture.QINGDAO,
                2024,
                Standing.WORSE,
                Comparability.WITH_CARE));
    assertThat(changes(new State(), before).verdictChanges()).as("there was none before").isEmpty();
  }

  @Test
  void publicationsComeAndGo() {
    State both = new State().alsoReads(YEARBOOK);
    assertThat(changes(new State(), both).newSources())
        .extracting(Source::sourceId)
        .containsExactly(YEARBOOK);
    assertThat(changes(new State(), both).removedSources()).isEmpty();
    assertThat(changes(both, new State()).removedSources())
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
    ReleaseFixture before = ReleaseFixture.cities();
    ReleaseFixture after = ReleaseFixture.cities();
    // Of 2019 the fixture has two values to use, on purpose.
    for (ReleaseFixture each : List.of(before, after)) {
      each.values.removeIf(value -> value.year() < 2022);
    }
    after.values.removeIf(value -> value.year() == 2022 && value.cityCode().charAt(0) == '3');
    before.values.removeIf(value -> value.year() == 2024 && value.cityCode().charAt(0) == '2');
    ReleaseChanges expected = ReleaseChanges.between(state("r-1", before), state("r-2", after));
    assertThat(expected.valueChanges()).hasSizeGreaterThan(20);
    Random random = new Random(11);
    for (int i = 0; i < 5; i++) {
      for (ReleaseFixture each : List.of(before, after)) {
        Collections.shuffle(each.values, random);
        Collections.shuffle(each.rows, random);
        Collections.shuffle(each.sources, random);
      }
      assertThat(ReleaseChanges.between(state("r-1", before), state("r-2", after)))
          .isEqualTo(expected);
    }
  }

  private static ReleaseChanges.ReleaseState state(String id, ReleaseFixture fixture) {
    List<IndicatorValue> values = new ArrayList<>(fixture.values);
    List<BenchmarkRow> rows = new ArrayList<>(fixture.rows);
    return new ReleaseChanges.ReleaseState(
        id, "same", values, fixture.figures, rows, fixture.sources);
  }
}
