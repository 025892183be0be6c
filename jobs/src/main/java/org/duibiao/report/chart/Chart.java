package org.duibiao.report.chart;

import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Drawing;
import org.duibiao.markup.Html;

/** A picture that says in words what it shows, unless a table beside it has the figures. */
public interface Chart {

  /** The figures in words, for those who do not see the picture. */
  Bilingual description();

  /** The picture with that description. */
  Html draw(Bilingual description);

  /** The picture by itself. */
  default Html draw() {
    return draw(description());
  }

  /** The picture where a table beside it has the figures. */
  default Html drawBesideTable() {
    return draw(Drawing.FIGURES_IN_TABLE);
  }
}
