package org.duibiao.benchmark.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.duibiao.benchmark.selection.SelectedValues;
import org.duibiao.benchmark.selection.ValueSelector;
import org.duibiao.model.Benchmark;
import org.duibiao.model.Indicator;
import org.duibiao.model.Sum;
import org.duibiao.tables.Finding;

/**
 * What stands between a reading and gold: a figure that cannot be right is kept and shown, but
 * another one is chosen in its place, or none.
 *
 * <ul>
 *   <li>{@code implausible}: per resident out of what any city has, see {@link PerResident}
 *   <li>{@code level_shift}: alone far from its own series, see {@link LevelShifts}
 *   <li>{@code parts_do_not_add_up}: a part greater than its whole, see {@link
 *       Consistency#checkParts}; neither is used
 * </ul>
 *
 * Each is looked for among the values that would be used, until none is left: what takes the place
 * of a doubted figure is looked at too.
 */
public final class FigureGates {

  private FigureGates() {}

  /**
   * What is known beforehand of how figures fit together.
   *
   * @param cities the codes that are compared with each other
   */
  public record Rules(
      List<Indicator> indicators, List<Sum> sums, List<Benchmark> benchmarks, Set<String> cities) {}

  /**
   * The values to use and what does not fit together.
   *
   * @param findings also what disagrees among the figures of one value
   */
  public record CheckedValues(SelectedValues values, List<Finding> findings) {}

  /**
   * Chooses and checks.
   *
   * @param doubts the observations that are doubted already
   * @param runId the run that the findings name
   */
  public static CheckedValues choose(
      ValueSelector selector, Rules rules, Set<String> doubts, String runId) {
    Set<String> doubted = new HashSet<>(doubts);
    List<Finding> findings = new ArrayList<>();
    CheckedSeries series;
    do {
      series = new CheckedSeries(selector.select(runId, doubted), rules, runId);
      new PerResident(series).check();
      // Each leaves out what those before it doubt.
      new LevelShifts(series).checkPoints();
      new Consistency(series).checkParts();
      findings.addAll(series.findings());
    } while (doubted.addAll(selector.withCopies(series.doubted)));
    new Consistency(series).check();
    findings.addAll(series.findings());
    findings.addAll(series.selected.findings());
    return new CheckedValues(series.selected, findings);
  }
}
