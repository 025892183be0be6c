package org.duibiao.report.chart;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Drawing.LegendEntry;
import org.duibiao.markup.Drawing.LegendSymbol;

/**
 * The legend of a chart: it explains only what the chart shows.
 *
 * @param <R> a row of the chart
 */
final class Legend<R> {

  private final Collection<R> rows;
  private final List<LegendEntry> entries = new ArrayList<>();

  Legend(Collection<R> rows) {
    this.rows = rows;
  }

  /** Adds an entry. */
  Legend<R> add(LegendSymbol sample, Bilingual text) {
    entries.add(new LegendEntry(sample, text));
    return this;
  }

  /** Adds an entry if there is such a row. */
  Legend<R> addIfAny(Predicate<R> which, LegendSymbol sample, Bilingual text) {
    return rows.stream().anyMatch(which) ? add(sample, text) : this;
  }

  List<LegendEntry> entries() {
    return entries;
  }
}
