package org.duibiao.report.chart;

import static org.duibiao.markup.Drawing.FONT_SIZE;
import static org.duibiao.markup.Drawing.WIDTH;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Drawing.LegendEntry;
import org.duibiao.markup.Drawing.LegendSymbol;
import org.duibiao.markup.Palette;
import org.duibiao.markup.TextMetrics;
import org.duibiao.markup.Texts;
import org.duibiao.model.code.Comparability;

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
  void add(LegendSymbol sample, Bilingual text) {
    entries.add(new LegendEntry(sample, text));
  }

  /** Adds an entry if there is such a row. */
  void addIfAny(Predicate<R> which, LegendSymbol sample, Bilingual text) {
    if (rows.stream().anyMatch(which)) {
      add(sample, text);
    }
  }

  /** Adds what the line of an interval is if there is one. */
  void addInterval(Predicate<R> which, Palette colour) {
    addIfAny(
        which,
        (d, x, y) -> d.whisker(colour, Comparability.COMPARABLE, x - 8, x + 8, 0, WIDTH, y),
        Texts.of("chart.line-interval-see-limits"));
  }

  /** A name as long as there is room for beside others. */
  static Bilingual shortened(Bilingual name) {
    return TextMetrics.fit(name, 110, FONT_SIZE);
  }

  List<LegendEntry> entries() {
    return entries;
  }
}
