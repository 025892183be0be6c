package org.duibiao.benchmark.selection;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
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
 * best and the runner-up, those that are furthest apart, and who published one.
 */
final class ValueSelection implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final Precedence.Criterion[] CRITERIA = Precedence.Criterion.values();

  /** How many figures are added before those that decide nothing are forgotten. */
  private static final int SLACK = 4;

  /** What figures are about that compete with each other. */
  private record DayAndResidents(LocalDate day, PopulationBasis basis) implements Serializable {

    static DayAndResidents of(Figure figure) {
      return new DayAndResidents(Precedence.day(figure), figure.populationBasis());
    }

    boolean competesWith(DayAndResidents other) {
      return day.equals(other.day)
          && (basis == null || other.basis == null || basis == other.basis);
    }
  }

  /** Who published a figure, quotations aside, and whether it is more than unverified. */
  private record Publisher(String name, DayAndResidents about, boolean verified)
      implements Serializable {}

  private final List<Vintage> vintages;
  private final List<Publisher> publishers = new ArrayList<>(2);
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

  void add(Figure figure, Interner interner) {
    if (!Precedence.isQuoted(figure)) {
      addPublisher(
          interner.shared(
              new Publisher(
                  figure.publisher(),
                  interner.shared(DayAndResidents.of(figure)),
                  figure.sourceClass() != SourceClass.UNVERIFIED)));
    }
    addFigure(figure);
  }

  void merge(ValueSelection other) {
    other.publishers.forEach(this::addPublisher);
    other.figures.forEach(this::addFigure);
  }

  private void addPublisher(Publisher publisher) {
    if (!publishers.contains(publisher)) {
      publishers.add(publisher);
    }
  }

  private void addFigure(Figure figure) {
    figures.add(figure);
    if (figures.size() > limit) {
      prune();
      limit = figures.size() + SLACK;
    }
  }

  /**
   * Forgets the figures that decide nothing. Days before the best figure's are no longer of
   * interest, but for the runner-up and the best of another source, which stand in if the best is
   * doubted: no later figure can be about them.
   */
  void prune() {
    Figure best = best(figures);
    Set<Figure> kept = Collections.newSetFromMap(new IdentityHashMap<>());
    if (best != null) {
      kept.add(best);
      kept.add(runnerUp(figures, best));
      kept.add(first(figures, each -> !each.sourceId().equals(best.sourceId())));
      publishers.removeIf(each -> each.about().day().isBefore(Precedence.day(best)));
    }
    figures.stream()
        .filter(each -> best == null || !Precedence.day(each).isBefore(Precedence.day(best)))
        .collect(Collectors.groupingBy(DayAndResidents::of))
        .values()
        .forEach(same -> new CompetingFigures(same).extremes().forEach(kept::add));
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
            // None is remembered of days before that of a better figure, which is doubted then.
            .sources(publishers == 0 && !Precedence.isQuoted(best) ? 1 : publishers)
            .spread(
                best.value().signum() == 0 ? null : Rounding.quotient(around.width(), best.value()))
            .conflict(conflict != null)
            .rule(
                runnerUp == null
                    ? "only_one"
                    : CRITERIA[Precedence.decide(best, runnerUp) - 1].id())
            .flags(flags(best, conflict))
            .unverifiedSources(publishers - publishers(parts, about, Publisher::verified))
            .build();
    return Optional.of(new Result(value, best, conflict, around.contradictingSecondary(best)));
  }

  private static int publishers(
      List<ValueSelection> parts, DayAndResidents about, Predicate<Publisher> which) {
    return (int)
        parts.stream()
            .flatMap(each -> each.publishers.stream())
            .filter(which)
            .filter(each -> about.competesWith(each.about()))
            .map(Publisher::name)
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
