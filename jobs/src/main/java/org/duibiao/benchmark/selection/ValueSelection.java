package org.duibiao.benchmark.selection;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.duibiao.benchmark.selection.CompetingFigures.Conflict;
import org.duibiao.benchmark.stats.Rounding;
import org.duibiao.model.code.Bound;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.PopulationBasis;
import org.duibiao.model.code.SourceClass;
import org.duibiao.model.code.Vintage;
import org.duibiao.tables.Figure;
import org.duibiao.tables.IndicatorValue;
import org.duibiao.tables.IndicatorValueBuilder;

/**
 * What is remembered of the figures about one city, indicator and year, to find the one to use: the
 * best and the runner-up, and those of each publisher that are furthest apart.
 */
final class ValueSelection implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final Precedence.Criterion[] CRITERIA = Precedence.Criterion.values();

  /** How many figures are added before those that decide nothing are forgotten. */
  private static final int SLACK = 4;

  /** What figures are about that compete with each other. */
  private record DayAndResidents(LocalDate day, PopulationBasis basis) {

    static DayAndResidents of(Figure figure) {
      return new DayAndResidents(Precedence.day(figure), figure.populationBasis());
    }

    boolean competesWith(DayAndResidents other) {
      return day.equals(other.day)
          && (basis == null || other.basis == null || basis == other.basis);
    }
  }

  private final List<Vintage> vintages;
  private transient List<Figure> figures = new ArrayList<>(2);
  private int figureCount;
  private int limit = SLACK;

  /**
   * A selection without any figure.
   *
   * @param vintages on which side of each break that revised the year its figures were made
   */
  ValueSelection(List<Vintage> vintages) {
    this.vintages = vintages;
  }

  List<Vintage> vintages() {
    return vintages;
  }

  List<Figure> figures() {
    return figures;
  }

  void add(Figure figure) {
    figures.add(figure);
    if (figures.size() > limit) {
      prune();
      limit = 2 * figures.size() + SLACK;
    }
  }

  void merge(ValueSelection other) {
    other.figures.forEach(this::add);
  }

  /**
   * Forgets the figures that decide nothing: all but the best and the extremes of each publisher.
   * Days before the best figure's are no longer of interest, but for the runner-up and the best of
   * another source, which stand in if the best is doubted: no later figure can be about them.
   */
  void prune() {
    Figure best = best(figures);
    Set<Figure> kept = Collections.newSetFromMap(new IdentityHashMap<>());
    if (best != null) {
      kept.add(best);
      kept.add(runnerUp(figures, best));
      kept.add(first(figures, each -> !each.sourceId().equals(best.sourceId())));
    }
    figures.stream()
        .filter(each -> best == null || !Precedence.day(each).isBefore(Precedence.day(best)))
        .collect(
            Collectors.groupingBy(
                each ->
                    Arrays.asList(
                        each.publisher(),
                        DayAndResidents.of(each),
                        Precedence.isQuoted(each),
                        each.sourceClass() == SourceClass.UNVERIFIED)))
        .values()
        .forEach(
            same -> {
              kept.add(Collections.max(same, Precedence::decide));
              kept.addAll(new CompetingFigures(same).extremes());
            });
    figures.removeIf(each -> !kept.contains(each));
    figureCount = figures.size();
  }

  /** Takes back the figures that stood here when it was written. */
  void restore(Iterator<Figure> written) {
    figures = new ArrayList<>(figureCount);
    for (int i = 0; i < figureCount; i++) {
      figures.add(written.next());
    }
  }

  /** The first by precedence, or null if there are none but unverified ones. */
  private static Figure best(List<Figure> figures) {
    return first(figures, each -> true);
  }

  private static Figure runnerUp(List<Figure> figures, Figure best) {
    return first(figures, each -> Precedence.decide(best, each) != 0);
  }

  private static Figure first(List<Figure> figures, Predicate<Figure> which) {
    return figures.stream()
        .filter(each -> each.sourceClass() != SourceClass.UNVERIFIED)
        .filter(which)
        .max(Precedence::decide)
        .orElse(null);
  }

  /**
   * The figure to use of those in these selections; empty if there are none but unverified or
   * doubted ones. {@code spread}, {@code conflict} and {@code sources} are over the figures about
   * the same day as the chosen one, of which none names another kind of residents than it does.
   *
   * @param doubts the observations that are not used
   */
  static Optional<Result> result(int year, List<ValueSelection> parts, Set<String> doubts) {
    List<Figure> all =
        parts.stream()
            .flatMap(each -> each.figures.stream())
            .filter(each -> !doubts.contains(each.observationId()))
            .toList();
    Figure best = best(all);
    if (best == null) {
      return Optional.empty();
    }
    DayAndResidents about = DayAndResidents.of(best);
    Figure runnerUp = runnerUp(all, best);
    CompetingFigures around =
        new CompetingFigures(
            all.stream().filter(each -> about.competesWith(DayAndResidents.of(each))).toList());
    Conflict conflict = around.conflict();
    int publishers = publishers(parts, about, each -> true);
    IndicatorValue value =
        IndicatorValueBuilder.builder()
            .cityCode(best.cityCode())
            .indicator(best.indicator())
            .year(year)
            .periodEnd(about.day())
            .value(best.value())
            .unit(best.unit())
            .bound(best.bound())
            .populationBasis(best.populationBasis())
            .observationId(best.observationId())
            .sources(publishers)
            .spread(
                best.value().signum() == 0 ? null : Rounding.quotient(around.width(), best.value()))
            .conflict(conflict != null)
            .rule(
                runnerUp == null
                    ? "only_one"
                    : CRITERIA[Precedence.decide(best, runnerUp) - 1].id())
            .flags(flags(best, conflict))
            .unverifiedSources(
                publishers
                    - publishers(
                        parts, about, each -> each.sourceClass() != SourceClass.UNVERIFIED))
            .build();
    return Optional.of(new Result(value, best, conflict, around.contradictingSecondary(best)));
  }

  /** The number of publishers of such figures about the same, quotations aside. */
  private static int publishers(
      List<ValueSelection> parts, DayAndResidents about, Predicate<Figure> which) {
    return (int)
        parts.stream()
            .flatMap(each -> each.figures.stream())
            .filter(each -> which.test(each) && !Precedence.isQuoted(each))
            .filter(each -> about.competesWith(DayAndResidents.of(each)))
            .map(Figure::publisher)
            .distinct()
            .count();
  }

  private static List<Flag> flags(Figure best, Conflict conflict) {
    Set<Flag> flags = Flag.setOf(best.flags());
    if (!Precedence.isYearEnd(Precedence.day(best))) {
      flags.add(Flag.MID_YEAR);
    }
    if (best.bound() == Bound.APPROX) {
      flags.add(Flag.APPROXIMATE);
    } else if (!Precedence.isPointValue(best.bound())) {
      flags.add(Flag.BOUND);
    }
    if (conflict != null) {
      flags.add(Flag.CONFLICTING_SOURCES);
    }
    return List.copyOf(flags);
  }

  /**
   * The result of a selection.
   *
   * @param conflict the two figures that contradict each other most, or null
   * @param secondary the quoted or unverified figure that contradicts the chosen one most, or null
   */
  record Result(IndicatorValue value, Figure selected, Conflict conflict, Figure secondary) {}
}
