package org.duibiao.benchmark.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duibiao.benchmark.selection.SelectionFixture.select;
import static org.duibiao.benchmark.selection.SelectionFixture.selectorOf;
import static org.duibiao.benchmark.selection.TestFigure.figure;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duibiao.benchmark.selection.SelectedValues.VintageKey;
import org.duibiao.benchmark.selection.ValueSelector.ValueKey;
import org.duibiao.model.Period;
import org.duibiao.model.code.Bound;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.PopulationBasis;
import org.duibiao.model.code.SourceClass;
import org.duibiao.model.code.Status;
import org.duibiao.model.code.Vintage;
import org.duibiao.tables.Figure;
import org.duibiao.tables.IndicatorValue;
import org.junit.jupiter.api.Test;

/** Thousands of random figures, with few different values of everything so that much ties. */
class ValueSelectorPropertyTest {

  private static final int ROUNDS = 60;

  @Test
  void orderAndPartitionDoNotMatter() {
    Random random = new Random(20190630);
    for (int round = 0; round < ROUNDS; round++) {
      List<Figure> figures = randomFigures(random, 1 + random.nextInt(600));
      SelectedValues expected = select(figures);
      Collections.shuffle(figures, random);
      assertThat(select(figures)).isEqualTo(expected);
      List<ValueSelector> parts = new ArrayList<>();
      for (List<Figure> part : partitions(random, figures)) {
        parts.add(selectorOf(part));
      }
      assertThat(mergedInAnyTree(random, parts).select("run", Set.of())).isEqualTo(expected);
    }
  }

  @Test
  void mergeIsAssociativeAndCommutativeAndLeavesTheOtherAlone() {
    Random random = new Random(7);
    for (int round = 0; round < ROUNDS; round++) {
      List<Figure> a = randomFigures(random, random.nextInt(80));
      List<Figure> b = randomFigures(random, random.nextInt(80));
      List<Figure> c = randomFigures(random, random.nextInt(80));
      ValueSelector right = selectorOf(c);
      SelectedValues left = selectorOf(a).merge(selectorOf(b)).merge(right).select("run", Set.of());
      assertThat(selectorOf(a).merge(selectorOf(b).merge(selectorOf(c))).select("run", Set.of()))
          .isEqualTo(left);
      assertThat(selectorOf(c).merge(selectorOf(b)).merge(selectorOf(a)).select("run", Set.of()))
          .isEqualTo(left);
      assertThat(right.select("run", Set.of())).isEqualTo(select(c));
    }
  }

  @Test
  void serializesToTheSame() throws Exception {
    Random random = new Random(99);
    for (int round = 0; round < 20; round++) {
      List<Figure> figures = randomFigures(random, random.nextInt(1500));
      List<Figure> more = randomFigures(random, 100);
      ValueSelector restored = roundTrip(selectorOf(figures));
      assertThat(restored.select("run", Set.of())).isEqualTo(select(figures));
      List<Figure> all = new ArrayList<>(figures);
      all.addAll(more);
      assertThat(restored.merge(roundTrip(selectorOf(more))).select("run", Set.of()))
          .isEqualTo(select(all));
    }
  }

  @Test
  void agreesWithBruteForce() {
    Random random = new Random(440300);
    for (int round = 0; round < ROUNDS * 5; round++) {
      List<Figure> figures = randomFigures(random, 1 + random.nextInt(150));
      SelectedValues choices = select(figures);
      Map<ValueKey, List<Figure>> byKey =
          figures.stream()
              .collect(
                  Collectors.groupingBy(
                      each ->
                          new ValueKey(
                              each.cityCode(), each.indicator(), each.periodEnd().getYear()),
                      TreeMap::new,
                      Collectors.toList()));
      List<Expected> expected = new ArrayList<>();
      byKey.values().forEach(each -> expected.addAll(bruteForce(each)));
      assertThat(choices.values().stream().map(ValueSelectorPropertyTest::observed).toList())
          .isEqualTo(expected);

      byKey.forEach(
          (key, all) -> {
            if (SelectionFixture.CENSUS_2020.revises(key.year())
                && key.indicator().equals("permanent_population")) {
              assertVintage(choices, key, Vintage.BEFORE, all, day -> day.getYear() == 2020);
              assertVintage(choices, key, Vintage.AFTER, all, day -> day.getYear() != 2020);
            }
          });
    }
  }

  private static void assertVintage(
      SelectedValues choices,
      ValueKey key,
      Vintage vintage,
      List<Figure> all,
      Predicate<LocalDate> published) {
    List<Figure> ofVintage =
        all.stream()
            .filter(each -> each.published() != null && published.test(each.published()))
            .toList();
    IndicatorValue value =
        choices
            .vintages()
            .get(
                new VintageKey(
                    key.cityCode(), key.indicator(), key.year(), "census_2020", vintage));
    assertThat(Stream.ofNullable(value).map(ValueSelectorPropertyTest::observed).toList())
        .isEqualTo(bruteForce(ofVintage));
  }

  /** Counts and spread are exact, although what is held grows with keys and not with publishers. */
  @Test
  void aThousandPublishersOfOneFigureTakeLittleMoreRoomThanTen() throws Exception {
    ValueSelector few = new ValueSelector(List.of());
    ValueSelector many = new ValueSelector(List.of());
    for (int i = 0; i < 1000; i++) {
      Figure figure =
          figure(Integer.toString(nextId++)).by("publisher " + i).value(100 + i % 500 + "").build();
      (i < 10 ? few : many).add(figure, Status.ACTUAL, Measure.LEVEL, null);
    }
    assertThat(bytes(many)).isLessThan(10 * bytes(few));
    IndicatorValue value = many.merge(few).select("run", Set.of()).values().get(0);
    assertThat(value.sources()).isEqualTo(1000);
    assertThat(value.spread()).isEqualTo(499 / value.value().doubleValue());
    assertThat(value.conflict()).isTrue();
  }

  private static int bytes(ValueSelector selector) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(selector);
    }
    return bytes.size();
  }

  private record Expected(
      String observationId, String rule, int sources, Double spread, boolean conflict) {}

  private static Expected observed(IndicatorValue value) {
    return new Expected(
        value.observationId(), value.rule(), value.sources(), value.spread(), value.conflict());
  }

  /** Sorts all and compares each with each, by the words of the contract. */
  private static List<Expected> bruteForce(List<Figure> figures) {
    List<Rank> criteria =
        List.of(
            new Rank("nearest_year_end", each -> -dayOfYear(each)),
            new Rank("bound", each -> Math.min(each.bound().ordinal(), 2)),
            new Rank("official", each -> Math.max(each.sourceClass().ordinal(), 2)),
            new Rank("own_publication", each -> each.flags().contains(Flag.QUOTED) ? 1 : 0),
            new Rank(
                "latest_published",
                each -> each.published() == null ? 1 : -each.published().toEpochDay()),
            new Rank("class", each -> each.sourceClass().ordinal()),
            new Rank("source_id", each -> Long.parseLong(each.sourceId())),
            new Rank("locator", each -> Long.parseLong(each.locator().substring(4))),
            new Rank("observation_id", each -> Long.parseLong(each.observationId())));
    Comparator<Figure> order = (a, b) -> 0;
    for (Rank each : criteria) {
      order = order.thenComparingLong(each.place());
    }
    List<Figure> eligible =
        figures.stream()
            .filter(each -> each.sourceClass() != SourceClass.UNVERIFIED)
            .sorted(order)
            .toList();
    if (eligible.isEmpty()) {
      return List.of();
    }
    Figure best = eligible.get(0);
    String rule = "only_one";
    if (eligible.size() > 1) {
      Figure runnerUp = eligible.get(1);
      rule =
          criteria.stream()
              .filter(each -> each.place().applyAsLong(best) != each.place().applyAsLong(runnerUp))
              .findFirst()
              .orElseThrow()
              .name();
    }
    List<Figure> around =
        figures.stream()
            .filter(each -> dayOfYear(each) == dayOfYear(best))
            .filter(
                each ->
                    best.populationBasis() == null
                        || each.populationBasis() == null
                        || each.populationBasis() == best.populationBasis())
            .toList();
    List<Figure> own = around.stream().filter(each -> !each.flags().contains(Flag.QUOTED)).toList();
    int sources = (int) own.stream().map(Figure::publisher).distinct().count();
    List<Figure> plain = around.stream().filter(each -> each.bound().ordinal() < 2).toList();
    BigDecimal width = BigDecimal.ZERO;
    boolean conflict = false;
    for (Figure one : plain) {
      for (Figure other : plain) {
        BigDecimal apart = one.value().subtract(other.value());
        width = width.max(apart);
        conflict |= conflicts(one, other, apart.abs());
      }
    }
    Double spread =
        best.value().signum() == 0 ? null : width.doubleValue() / best.value().doubleValue() + 0.0;
    return List.of(new Expected(best.observationId(), rule, sources, spread, conflict));
  }

  private static boolean conflicts(Figure one, Figure other, BigDecimal apart) {
    BigDecimal resolutions =
        Stream.of(one, other)
            .map(Figure::resolution)
            .filter(each -> each != null)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return Stream.of(one, other)
            .noneMatch(
                each ->
                    each.flags().contains(Flag.QUOTED)
                        || each.sourceClass() == SourceClass.UNVERIFIED)
        && !one.publisher().equals(other.publisher())
        && apart.multiply(BigDecimal.valueOf(2)).compareTo(resolutions) > 0;
  }

  private static int dayOfYear(Figure figure) {
    return figure.periodEnd().getDayOfYear();
  }

  private record Rank(String name, ToLongFunction<Figure> place) {}

  private int nextId = 1_000_000;

  private List<Figure> randomFigures(Random random, int count) {
    List<Figure> figures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      TestFigure figure =
          figure(Integer.toString(nextId++))
              .of(
                  oneOf(random, "440300", "370200"),
                  oneOf(random, "permanent_population", "hospitals"))
              .value(oneOf(random, "0", "-2", "3", "3.5", "4", "5", "12", "100"))
              .resolution(oneOf(random, null, "1", "0.5", "10"))
              .bound(
                  oneOf(random, Bound.EQ, Bound.EQ, Bound.EQ, Bound.APPROX, Bound.GT, Bound.RANGE))
              .basis(
                  oneOf(random, null, null, PopulationBasis.PERMANENT, PopulationBasis.REGISTERED))
              .source(oneOf(random, "1", "2"))
              .by(oneOf(random, "a", "b", "c", "d", "e", "f", "g", "h", "i", "j"))
              .in(oneOf(random, SourceClass.values()))
              .published(oneOf(random, null, "2020-04-15", "2020-10-01", "2022-04-15"))
              .at(oneOf(random, "row:2", "row:9", "row:17"))
              .about(
                  oneOf(
                      random,
                      Period.year(2019),
                      Period.yearEnd(2019),
                      Period.yearEnd(2022),
                      Period.instant(LocalDate.of(2019, 6, 30)),
                      Period.instant(LocalDate.of(2022, 6, 30))));
      if (random.nextInt(5) == 0) {
        figure.flags(Flag.QUOTED);
      }
      figures.add(figure.build());
    }
    return figures;
  }

  @SafeVarargs
  private static <T> T oneOf(Random random, T... all) {
    return all[random.nextInt(all.length)];
  }

  private static List<List<Figure>> partitions(Random random, List<Figure> figures) {
    int count = 1 + random.nextInt(6);
    List<List<Figure>> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parts.add(new ArrayList<>());
    }
    figures.forEach(each -> parts.get(random.nextInt(count)).add(each));
    return parts;
  }

  private static ValueSelector mergedInAnyTree(Random random, List<ValueSelector> parts) {
    List<ValueSelector> rest = new ArrayList<>(parts);
    while (rest.size() > 1) {
      ValueSelector one = rest.remove(random.nextInt(rest.size()));
      ValueSelector other = rest.remove(random.nextInt(rest.size()));
      rest.add(one.merge(other));
    }
    return rest.get(0);
  }

  private static ValueSelector roundTrip(ValueSelector chooser)
      throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(chooser);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (ValueSelector) in.readObject();
    }
  }
}
