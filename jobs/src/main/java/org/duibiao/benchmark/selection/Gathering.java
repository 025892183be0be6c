package org.duibiao.benchmark.selection;

import java.io.Serializable;
import java.util.List;
import org.duibiao.model.Indicator;
import org.duibiao.model.SeriesBreak;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.Status;
import org.duibiao.tables.Figure;

/** All that the gold tables need of the observations, gathered in one pass. */
public final class Gathering implements Serializable {

  private static final long serialVersionUID = 1L;

  private final ValueChooser values;
  private final Promises promises;

  private Gathering(ValueChooser values, Promises promises) {
    this.values = values;
    this.promises = promises;
  }

  /** Starts without any figure. */
  public static Gathering of(List<SeriesBreak> breaks, List<String> shares) {
    return new Gathering(new ValueChooser(breaks), new Promises(shares));
  }

  /** The indicators that say how much of a year's task is done. */
  public static List<String> shares(List<Indicator> indicators) {
    return indicators.stream().filter(each -> each.completes() != null).map(Indicator::id).toList();
  }

  /**
   * Adds a current observation.
   *
   * @param scope the part of the area, or null for the whole
   */
  public void add(Figure figure, Status status, Measure measure, String scope) {
    values.add(figure, status, measure, scope);
    promises.add(figure, status, measure, scope);
  }

  /**
   * Takes in what another gathering has seen; that one stays as it is.
   *
   * @return this
   */
  public Gathering merge(Gathering other) {
    values.merge(other.values);
    promises.merge(other.promises);
    return this;
  }

  /** The values to use. */
  public ValueChooser values() {
    return values;
  }

  /** What was promised. */
  public Promises promises() {
    return promises;
  }
}
