package org.duibiao.benchmark.selection;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.duibiao.model.Indicator;
import org.duibiao.model.Scope;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.SourceClass;
import org.duibiao.model.code.Status;
import org.duibiao.tables.Figure;

/**
 * Collects targets, and what came of them where that is not a level of a whole city: targets and
 * plans, what was added in a period, and shares of a year's task that are done. Of several figures
 * about the same the one that {@link Precedence} puts first is kept; unverified figures are not.
 *
 * <p>An accumulator: figures are added in any order to any number of collectors, which are then
 * merged.
 */
public final class TargetFigures implements Serializable {

  private static final long serialVersionUID = 1L;

  /**
   * What a target is about.
   *
   * @param status target, plan or actual
   * @param scope the part of the city, {@code city} for the whole
   */
  public record Key(
      String cityCode,
      String indicator,
      Measure measure,
      String scope,
      Status status,
      LocalDate start,
      LocalDate end)
      implements Comparable<Key>, Serializable {

    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::cityCode)
            .thenComparing(Key::indicator)
            .thenComparing(Key::measure)
            .thenComparing(Key::scope)
            .thenComparing(Key::status)
            .thenComparing(Key::end)
            .thenComparing(Key::start);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  private final HashMap<Key, Figure> best = new HashMap<>();

  /** The indicators that say how much of a year's task is done. */
  private final List<String> completionShares;

  /** Starts without any figure. */
  public TargetFigures(List<Indicator> indicators) {
    this.completionShares =
        indicators.stream().filter(each -> each.completes() != null).map(Indicator::id).toList();
  }

  /**
   * Adds a current observation; what is neither a target nor needed to check one is ignored.
   *
   * @param scope the part of the area, or null for the whole
   */
  public void add(Figure figure, Status status, Measure measure, String scope) {
    boolean fits =
        switch (status) {
          case TARGET, PLAN -> measure == Measure.LEVEL || measure == Measure.NEW;
          case ACTUAL ->
              measure == Measure.NEW
                  || measure == Measure.LEVEL && completionShares.contains(figure.indicator());
          case STANDARD, COMPARISON -> false;
        };
    if (fits && figure.sourceClass() != SourceClass.UNVERIFIED) {
      add(
          new Key(
              figure.cityCode(),
              figure.indicator(),
              measure,
              scope == null ? Scope.CITY : scope,
              status,
              figure.periodStart(),
              figure.periodEnd()),
          figure);
    }
  }

  private void add(Key key, Figure figure) {
    best.merge(key, figure, BinaryOperator.maxBy(Precedence::decide));
  }

  /**
   * Takes in what another collector has seen, which stays as it is.
   *
   * @return this
   */
  public TargetFigures merge(TargetFigures other) {
    other.best.forEach(this::add);
    return this;
  }

  /** The figures by what they are about, in order. */
  public Map<Key, Figure> figures() {
    return new TreeMap<>(best);
  }
}
