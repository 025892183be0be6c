package org.duibiao.benchmark.selection;

import java.math.BigDecimal;
import java.util.function.UnaryOperator;
import org.duibiao.tables.Figure;

/**
 * Of any number of figures the two, of different publishers, that reach furthest in one direction.
 *
 * <p>The reach of a figure v with resolution r is its near end, (v − r/2) upwards and −(v + r/2)
 * downwards; it is held doubled, so that nothing is divided.
 */
final class ExtremesByPublisher {

  /** Which way. */
  enum Direction {
    UP,
    DOWN
  }

  private final Direction direction;
  private Figure first;
  private BigDecimal firstReach;
  private Figure second;
  private BigDecimal secondReach;

  ExtremesByPublisher(Direction direction) {
    this.direction = direction;
  }

  /** The furthest figure, or null if there is none. */
  Figure first() {
    return first;
  }

  /** The furthest figure of another publisher than the first's, or null if there is none. */
  Figure second() {
    return second;
  }

  /**
   * Considers a figure.
   *
   * @param intern makes the figure compact, if it is to be kept
   */
  void add(Figure figure, UnaryOperator<Figure> intern) {
    BigDecimal reach = reach(direction, figure);
    if (first == null) {
      first = intern.apply(figure);
      firstReach = reach;
    } else if (first.publisher().equals(figure.publisher())) {
      if (isFurther(figure, reach, first, firstReach)) {
        first = intern.apply(figure);
        firstReach = reach;
      }
    } else if (isFurther(figure, reach, first, firstReach)) {
      second = first;
      secondReach = firstReach;
      first = intern.apply(figure);
      firstReach = reach;
    } else if (second == null || isFurther(figure, reach, second, secondReach)) {
      second = intern.apply(figure);
      secondReach = reach;
    }
  }

  void merge(ExtremesByPublisher other) {
    if (other.first != null) {
      add(other.first, UnaryOperator.identity());
    }
    if (other.second != null) {
      add(other.second, UnaryOperator.identity());
    }
  }

  /** Takes both places as they were written. */
  void restore(Figure writtenFirst, Figure writtenSecond) {
    first = writtenFirst;
    firstReach = first == null ? null : reach(direction, first);
    second = writtenSecond;
    secondReach = second == null ? null : reach(direction, second);
  }

  private static boolean isFurther(
      Figure figure, BigDecimal reach, Figure than, BigDecimal reachOfThat) {
    int order = reach.compareTo(reachOfThat);
    return order != 0 ? order > 0 : Precedence.decide(figure, than) > 0;
  }

  /** Twice the near end: 2v − r upwards, −2v − r downwards. */
  static BigDecimal reach(Direction direction, Figure figure) {
    BigDecimal twice = figure.value().add(figure.value());
    BigDecimal towards =
        switch (direction) {
          case UP -> twice;
          case DOWN -> twice.negate();
        };
    return figure.resolution() == null ? towards : towards.subtract(figure.resolution());
  }

  /**
   * Twice by how much {@code high} exceeds {@code low} beyond half the sum of their resolutions;
   * positive if they contradict each other.
   */
  static BigDecimal gap(Figure high, Figure low) {
    return reach(Direction.UP, high).add(reach(Direction.DOWN, low));
  }
}
