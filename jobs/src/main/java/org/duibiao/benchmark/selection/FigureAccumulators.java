package org.duibiao.benchmark.selection;

import java.io.Serializable;
import java.util.List;
import org.duibiao.model.Indicator;
import org.duibiao.model.SeriesBreak;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.Status;
import org.duibiao.tables.Figure;

/** All that the gold tables need of the observations, collected in one pass. */
public final class FigureAccumulators implements Serializable {

  private static final long serialVersionUID = 1L;

  private final ValueSelector values;
  private final TargetFigures targets;

  private FigureAccumulators(ValueSelector values, TargetFigures targets) {
    this.values = values;
    this.targets = targets;
  }

  /** Starts without any figure. */
  public static FigureAccumulators of(List<SeriesBreak> breaks, List<String> shares) {
    return new FigureAccumulators(new ValueSelector(breaks), new TargetFigures(shares));
  }

  /** The indicators that say how much of a year's task is done. */
  public static List<String> completionShares(List<Indicator> indicators) {
    return indicators.stream().filter(each -> each.completes() != null).map(Indicator::id).toList();
  }

  /**
   * Adds a current observation.
   *
   * @param scope the part of the area, or null for the whole
   */
  public void add(Figure figure, Status status, Measure measure, String scope) {
    values.add(figure, status, measure, scope);
    targets.add(figure, status, measure, scope);
  }

  /**
   * Takes in what another one has seen, which stays as it is.
   *
   * @return this
   */
  public FigureAccumulators merge(FigureAccumulators other) {
    values.merge(other.values);
    targets.merge(other.targets);
    return this;
  }

  /** The values to use. */
  public ValueSelector values() {
    return values;
  }

  /** The targets and what came of them. */
  public TargetFigures targets() {
    return targets;
  }
}
