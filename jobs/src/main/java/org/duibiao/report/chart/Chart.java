package org.duibiao.report.chart;

import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Drawing;
import org.duibiao.markup.Html;

/** A chart with a description in words, unless a table next to it has the figures. */
public interface Chart {

  /** The figures in words, for readers who cannot see the chart. */
  Bilingual description();

  /** The chart with that description. */
  Html draw(Bilingual description);

  /** The chart where no table shows its figures. */
  default Html draw() {
    return draw(description());
  }

  /** The chart where a table next to it has the figures. */
  default Html drawBesideTable() {
    return draw(Drawing.FIGURES_IN_TABLE);
  }
}
