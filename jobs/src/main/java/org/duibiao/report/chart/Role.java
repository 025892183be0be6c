package org.duibiao.report.chart;

import org.duibiao.markup.Ink;
import org.duibiao.markup.Mark;

/** Whose figure it is in a picture: told apart by shape and weight, then by colour. */
public enum Role {
  CITY(Mark.DOT, Ink.CITY),
  REFERENCE(Mark.DIAMOND, Ink.REFERENCE),
  OTHER(Mark.SPOT, Ink.OTHER);

  private final Mark mark;
  private final Ink ink;

  Role(Mark mark, Ink ink) {
    this.mark = mark;
    this.ink = ink;
  }

  Mark mark() {
    return mark;
  }

  Ink ink() {
    return ink;
  }
}
