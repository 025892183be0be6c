package org.duibiao.benchmark.selection;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.duibiao.benchmark.selection.CompetingFigures.Conflict;
import org.duibiao.benchmark.selection.FiguresOfKey.Group;
import org.duibiao.benchmark.stats.Rounding;
import org.duibiao.model.code.Bound;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.PopulationBasis;
import org.duibiao.model.code.SourceClass;
import org.duibiao.tables.Figure;
import org.duibiao.tables.IndicatorValue;
import org.duibiao.tables.IndicatorValueBuilder;

/**
 * What is chosen among the figures about one city, indicator and year.
 *
 * @param conflict the two figures that contradict each other most, or null
 * @param secondary the quoted or unverified figure that contradicts the chosen one most, or null
 */
record ValueSelection(IndicatorValue value, Figure selected, Conflict conflict, Figure secondary) {

  /** The publishers of whom the best figure is kept: the first ones may turn out to be doubted. */
  private static final int PUBLISHERS = 3;

  private static final Precedence.Criterion[] CRITERIA = Precedence.Criterion.values();

  /**
   * The figure to use of these; empty if there are none but unverified or doubted ones. {@code
   * spread}, {@code conflict} and {@code sources} are over the figures about the same day as the
   * chosen one, of which none names another kind of residents than it does.
   *
   * @param doubts the observations that are not used
   * @param forgotten who else published some
   */
  static Optional<ValueSelection> of(
      List<Figure> figures, Set<String> doubts, Map<Group, String[]> forgotten) {
    List<Figure> all =
        figures.stream().filter(each -> !doubts.contains(each.observationId())).toList();
    Figure best = first(all, each -> true);
    if (best == null) {
      return Optional.empty();
    }
    Figure runnerUp = runnerUp(all, best);
    CompetingFigures around =
        new CompetingFigures(all.stream().filter(each -> compete(best, each)).toList());
    Conflict conflict = around.conflict();
    Set<String> publishers = new HashSet<>();
    Set<String> verified = new HashSet<>();
    figures.stream()
        .filter(each -> compete(best, each) && !Precedence.isQuoted(each))
        .forEach(
            each -> {
              publishers.add(each.publisher());
              if (each.sourceClass() != SourceClass.UNVERIFIED) {
                verified.add(each.publisher());
              }
            });
    forgotten.forEach(
        (group, names) -> {
          if (compete(best, group.day(), group.basis())) {
            publishers.addAll(List.of(names));
            if (!group.isUnverified()) {
              verified.addAll(List.of(names));
            }
          }
        });
    IndicatorValue value =
        IndicatorValueBuilder.builder()
            .cityCode(best.cityCode())
            .indicator(best.indicator())
            .year(best.periodEnd().getYear())
            .periodEnd(Precedence.day(best))
            .value(best.value())
            .unit(best.unit())
            .bound(best.bound())
            .populationBasis(best.populationBasis())
            .observationId(best.observationId())
            .sources(publishers.size())
            .spread(
                best.value().signum() == 0 ? null : Rounding.quotient(around.width(), best.value()))
            .conflict(conflict != null)
            .rule(
                runnerUp == null
                    ? "only_one"
                    : CRITERIA[Precedence.decide(best, runnerUp) - 1].id())
            .flags(flags(best, conflict))
            .unverifiedSources(publishers.size() - verified.size())
            .build();
    Figure secondary = around.contradictingSecondary(best);
    return Optional.of(new ValueSelection(value, best, conflict, secondary));
  }

  /**
   * The figures that decide, also among more of them: the best of three publishers and the extremes
   * of two. Days before the best figure's are no longer of interest, but for the runner-up and the
   * best of another source, which stand in if the best is doubted: no later figure can be about
   * them.
   */
  static Set<Figure> deciding(List<Figure> figures) {
    Figure best = first(figures, each -> true);
    Set<Figure> deciding = Collections.newSetFromMap(new IdentityHashMap<>());
    if (best != null) {
      deciding.add(best);
      deciding.add(runnerUp(figures, best));
      deciding.add(first(figures, each -> !each.sourceId().equals(best.sourceId())));
    }
    figures.stream()
        .filter(each -> best == null || !Precedence.day(each).isBefore(Precedence.day(best)))
        .collect(
            Collectors.groupingBy(
                each ->
                    Arrays.asList(
                        Precedence.day(each),
                        each.populationBasis(),
                        Precedence.isQuoted(each),
                        each.sourceClass() == SourceClass.UNVERIFIED)))
        .values()
        .forEach(
            same -> {
              deciding.addAll(CompetingFigures.first(same, Precedence::decide, PUBLISHERS));
              deciding.addAll(new CompetingFigures(same).extremes());
            });
    deciding.remove(null);
    return deciding;
  }

  /** Whether the two are about one day and not about different residents. */
  private static boolean compete(Figure one, Figure other) {
    return compete(one, Precedence.day(other), other.populationBasis());
  }

  private static boolean compete(Figure one, LocalDate day, PopulationBasis basis) {
    return Precedence.day(one).equals(day)
        && (one.populationBasis() == null || basis == null || one.populationBasis() == basis);
  }

  private static Figure runnerUp(List<Figure> figures, Figure best) {
    return first(figures, each -> Precedence.decide(best, each) != 0);
  }

  /** The first by precedence, or null if there are none but unverified ones. */
  private static Figure first(List<Figure> figures, Predicate<Figure> which) {
    return figures.stream()
        .filter(each -> each.sourceClass() != SourceClass.UNVERIFIED)
        .filter(which)
        .max(Precedence::decide)
        .orElse(null);
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
}
