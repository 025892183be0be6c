package org.duibiao.benchmark.selection;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duibiao.model.SeriesBreak;
import org.duibiao.model.code.PopulationBasis;
import org.duibiao.model.code.SourceClass;
import org.duibiao.model.code.Vintage;
import org.duibiao.tables.Figure;

/**
 * What was published about one city, indicator and year: the figures that may decide, and of the
 * others who published them. A thousand publishers of one figure take hardly more room than a few.
 */
final class FiguresOfKey {

  /** How many figures are added before those that decide nothing are forgotten. */
  private static final int SLACK = 4;

  private final List<SeriesBreak> revising;
  private final List<Figure> figures = new ArrayList<>(2);
  private Map<Group, String[]> forgotten = Map.of();
  private int limit = SLACK;

  /**
   * What can be told apart of publishers whose figures are forgotten.
   *
   * @param vintages of a year that was revised, by series break
   * @param day the day that their figures are about
   * @param basis the residents, or null
   * @param isUnverified whether their figures are never chosen
   */
  record Group(List<Vintage> vintages, LocalDate day, PopulationBasis basis, boolean isUnverified)
      implements Serializable {}

  /**
   * Without any figure.
   *
   * @param revising the series breaks that revised its year: the figures of each vintage are kept
   *     for themselves
   */
  FiguresOfKey(List<SeriesBreak> revising) {
    this.revising = revising;
  }

  List<SeriesBreak> revising() {
    return revising;
  }

  List<Figure> figures() {
    return figures;
  }

  /** The publishers of figures that are not here any more, sorted. */
  Map<Group, String[]> forgotten() {
    return forgotten;
  }

  void add(Figure figure) {
    figures.add(figure);
    if (figures.size() > limit) {
      prune();
      limit = figures.size() + SLACK;
    }
  }

  /** Takes in publishers whose figures another one has forgotten. */
  void forget(Map<Group, String[]> others) {
    others.forEach((group, publishers) -> forget(group, Stream.of(publishers)));
  }

  private void forget(Group group, Stream<String> publishers) {
    if (forgotten.isEmpty()) {
      forgotten = new HashMap<>(2);
    }
    Stream<String> known = Arrays.stream(forgotten.getOrDefault(group, new String[0]));
    forgotten.put(
        group, Stream.concat(known, publishers).sorted().distinct().toArray(String[]::new));
  }

  /** Forgets the figures that decide nothing, also among more of them. */
  void prune() {
    if (figures.size() == 1) {
      return;
    }
    Map<List<Vintage>, List<Figure>> byVintage =
        figures.stream().collect(Collectors.groupingBy(this::vintages));
    figures.clear();
    byVintage.forEach(
        (of, same) -> {
          Set<Figure> deciding = ValueSelection.deciding(same);
          figures.addAll(deciding);
          same.stream()
              .filter(each -> !deciding.contains(each) && !Precedence.isQuoted(each))
              .collect(
                  Collectors.groupingBy(
                      each ->
                          new Group(
                              of,
                              Precedence.day(each),
                              each.populationBasis(),
                              each.sourceClass() == SourceClass.UNVERIFIED)))
              .forEach((group, some) -> forget(group, some.stream().map(Figure::publisher)));
        });
  }

  private List<Vintage> vintages(Figure figure) {
    return revising.stream().map(each -> each.vintageOfRevised(figure.published())).toList();
  }
}
