package org.duibiao.report.chart;

import org.duibiao.markup.Palette;
import org.duibiao.markup.Symbol;

/** Which area a figure in a chart belongs to; roles differ in symbol and weight, then in colour. */
public enum ChartRole {
  CITY(Symbol.CIRCLE, Palette.CITY),
  REFERENCE(Symbol.DIAMOND, Palette.REFERENCE),
  OTHER(Symbol.SMALL_CIRCLE, Palette.OTHER);

  private final Symbol symbol;
  private final Palette colour;

  ChartRole(Symbol mark, Palette ink) {
    this.symbol = mark;
    this.colour = ink;
  }

  Symbol symbol() {
    return symbol;
  }

  Palette colour() {
    return colour;
  }
}
