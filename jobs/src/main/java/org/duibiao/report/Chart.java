package org.duibiao.report;

/** A picture that says in words what it shows, unless a table beside it has the figures. */
interface Chart {

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
