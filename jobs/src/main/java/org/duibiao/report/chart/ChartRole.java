package org.duibiao.report.chart;

import org.duibiao.markup.Drawing;
import org.duibiao.markup.Palette;
import org.duibiao.markup.Symbol;
import org.duibiao.model.code.Comparability;

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

  /** Draws its symbol at that place. */
  void draw(Drawing drawing, Comparability comparability, double x, double y) {
    drawing.symbol(symbol, colour, comparability, x, y);
  }

  Palette colour() {
    return colour;
  }
}
