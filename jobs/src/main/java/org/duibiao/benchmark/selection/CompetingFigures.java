package org.duibiao.benchmark.selection;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duibiao.model.code.SourceClass;
import org.duibiao.tables.Figure;

/**
 * How far apart figures about one city, indicator and day are.
 *
 * <p>The reach of a figure v with resolution r is its near end, (v − r/2) upwards and −(v + r/2)
 * downwards; it is held doubled, so that nothing is divided.
 *
 * @param figures values; limits and ranges ({@code 超过100}) name no figure and are left out
 */
record CompetingFigures(List<Figure> figures) {

  /** How many publishers are kept of each extreme: two that contradict each other are two. */
  private static final int PUBLISHERS = 2;

  private static final Comparator<Figure> UP = by(Figure::value);
  private static final Comparator<Figure> DOWN = by(each -> each.value().negate());
  private static final Comparator<Figure> REACH_UP = by(CompetingFigures::reachUp);
  private static final Comparator<Figure> REACH_DOWN = by(CompetingFigures::reachDown);

  CompetingFigures {
    figures = figures.stream().filter(each -> Precedence.isPointValue(each.bound())).toList();
  }

  /** Greatest − least; 0 where there is at most one figure. */
  BigDecimal width() {
    return figures.isEmpty()
        ? BigDecimal.ZERO
        : greatest(figures, UP).value().subtract(greatest(figures, DOWN).value());
  }

  /**
   * The two figures of different publishers that are furthest apart beyond half the sum of their
   * resolutions, or null if no two contradict each other. Unverified figures and quotations do not
   * take part.
   */
  Conflict conflict() {
    List<Figure> primary = filtered(each -> !isSecondary(each));
    return primary.stream()
        .sorted(REACH_UP.reversed())
        .flatMap(high -> against(high, primary).stream())
        .filter(each -> each.gap().signum() > 0)
        .max(Comparator.comparing(Conflict::gap))
        .orElse(null);
  }

  private static Optional<Conflict> against(Figure high, List<Figure> figures) {
    return figures.stream()
        .filter(low -> !low.publisher().equals(high.publisher()))
        .max(REACH_DOWN)
        .map(low -> new Conflict(high, low));
  }

  /**
   * The quoted or unverified figure that is furthest from the chosen one, or null if none differs
   * from it by more than half the sum of their resolutions.
   */
  Figure contradictingSecondary(Figure chosen) {
    if (!Precedence.isPointValue(chosen.bound())) {
      return null;
    }
    Function<Figure, BigDecimal> distance = each -> gap(each, chosen).max(gap(chosen, each));
    return filtered(CompetingFigures::isSecondary).stream()
        .filter(each -> distance.apply(each).signum() > 0)
        .max(Comparator.comparing(distance).thenComparing(REACH_UP))
        .orElse(null);
  }

  /** Those that decide all that is asked here, also among more figures. */
  List<Figure> extremes() {
    return Stream.of(UP, DOWN, REACH_UP, REACH_DOWN)
        .flatMap(order -> first(figures, order, PUBLISHERS).stream())
        .toList();
  }

  /** The greatest figures of the publishers that have the greatest. */
  static List<Figure> first(List<Figure> figures, Comparator<Figure> order, int publishers) {
    return figures.stream()
        .collect(Collectors.toMap(Figure::publisher, each -> each, BinaryOperator.maxBy(order)))
        .values()
        .stream()
        .sorted(order.reversed())
        .limit(publishers)
        .toList();
  }

  /** Two figures that cannot both be right. */
  record Conflict(Figure high, Figure low) {

    private BigDecimal gap() {
      return CompetingFigures.gap(high, low);
    }
  }

  private static boolean isSecondary(Figure figure) {
    return Precedence.isQuoted(figure) || figure.sourceClass() == SourceClass.UNVERIFIED;
  }

  private List<Figure> filtered(Predicate<Figure> which) {
    return figures.stream().filter(which).toList();
  }

  private static Figure greatest(List<Figure> figures, Comparator<Figure> order) {
    return figures.stream().max(order).orElse(null);
  }

  private static Comparator<Figure> by(Function<Figure, BigDecimal> size) {
    return Comparator.comparing(size).thenComparing(Precedence::decide);
  }

  /** Twice the near end upwards: 2v − r. */
  private static BigDecimal reachUp(Figure figure) {
    return figure.value().add(figure.value()).subtract(figure.unitOfLastDigit());
  }

  /** Twice the near end downwards: −2v − r. */
  private static BigDecimal reachDown(Figure figure) {
    return figure.value().add(figure.value()).negate().subtract(figure.unitOfLastDigit());
  }

  /**
   * Twice by how much {@code high} exceeds {@code low} beyond half the sum of their resolutions;
   * positive if they contradict each other.
   */
  private static BigDecimal gap(Figure high, Figure low) {
    return reachUp(high).add(reachDown(low));
  }
}
