package org.duibiao.markup;

import static org.duibiao.markup.Drawing.at;
import static org.duibiao.markup.Drawing.move;

/** The shapes that mark a figure in a drawing. */
public enum Symbol {
  /** Better than the reference. */
  TRIANGLE_UP,
  /** Worse than it. */
  TRIANGLE_DOWN,
  /** No demonstrable difference; in other charts the city. */
  CIRCLE,
  /** One of many others. */
  SMALL_CIRCLE,
  /** Not judged. */
  BAR,
  /** The reference; a target that was met. */
  DIAMOND,
  /** Not known; a target that was missed. */
  CROSS;

  /** The outline around that place. */
  String path(double x, double y) {
    return switch (this) {
      case TRIANGLE_UP -> move(x - 5.5, y + 4.5) + "h11l-5.5 -10z";
      case TRIANGLE_DOWN -> move(x - 5.5, y - 4.5) + "h11l-5.5 10z";
      case CIRCLE -> circle(x, y, 4.5);
      case SMALL_CIRCLE -> circle(x, y, 2.8);
      case BAR -> move(x - 2, y - 6) + "h4v12h-4z";
      case DIAMOND -> move(x - 6, y) + "l6 -6l6 6l-6 6z";
      case CROSS -> move(x - 4, y - 4) + "l8 8" + move(x - 4, y + 4) + "l8 -8";
    };
  }

  private static String circle(double x, double y, double radius) {
    String r = at(radius);
    String d = at(2 * radius);
    return (move(x - radius, y))
        + ("a" + r + " " + r + " 0 1 0 " + d + " 0")
        + ("a" + r + " " + r + " 0 1 0 -" + d + " 0z");
  }
}
