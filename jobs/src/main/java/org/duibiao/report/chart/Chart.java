package org.duibiao.report.chart;

import org.duibiao.markup.Drawing;
import org.duibiao.markup.Html;
import org.duibiao.markup.Text;

/** A picture that says in words what it shows, unless a table beside it has the figures. */
public interface Chart {

  /** The figures in words, for those who do not see the picture. */
  Text description();

  /** The picture with that description. */
  Html draw(Text description);

  /** The picture by itself. */
  default Html draw() {
    return draw(description());
  }

  /** The picture where a table beside it has the figures. */
  default Html drawBesideTable() {
    return draw(Drawing.IN_TABLE);
  }
}
