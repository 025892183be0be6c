package org.duibiao.benchmark.selection;

import java.io.Serializable;
import java.util.List;
import org.duibiao.model.Indicator;
import org.duibiao.model.SeriesBreak;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.Status;
import org.duibiao.tables.Figure;

/**
 * All that the gold tables need of the observations, collected in one pass.
 *
 * @param values the values to use
 * @param targets the targets and what came of them
 */
public record FigureAccumulators(ValueSelector values, TargetFigures targets)
    implements Serializable {

  /** Starts without any figure. */
  public static FigureAccumulators of(List<SeriesBreak> breaks, List<Indicator> indicators) {
    return new FigureAccumulators(new ValueSelector(breaks), new TargetFigures(indicators));
  }

  /**
   * Adds a current observation; one that was doubted when its file was read is left out.
   *
   * @param scope the part of the area, or null for the whole
   */
  public void add(Figure figure, Status status, Measure measure, String scope) {
    if (figure.flags().contains(Flag.DOUBTED)) {
      return;
    }
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
}
