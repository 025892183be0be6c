package org.duibiao.markup;

import java.util.List;

/**
 * The colours of drawings. Readers with red–green colour blindness can tell them apart; where they
 * carry meaning they have a contrast of at least 4.5 on white, and never carry it alone.
 */
public enum Palette {
  CITY("city", "#0b5a8a"),
  REFERENCE("ref", "#1b2530"),
  OTHER("other", "#6b7681"),
  BETTER("better", "#0b5a8a"),
  WORSE("worse", "#a34a00"),
  EVEN("even", "#55606b"),
  SOFT("soft", "#55606b"),
  GRID("grid", "#d5dbe1"),
  COVER("cover", "#b9d3e3"),
  PALE("pale", "#e6edf3"),
  PAPER("paper", "#fff"),
  GREEN("green", "#2f6b2f"),
  PURPLE("purple", "#7a3b8f"),
  RED("red", "#8a1c3c"),
  TEAL("teal", "#00696b");

  /** Colours of series that have no meaning of their own. */
  private static final List<Palette> SERIES =
      List.of(CITY, WORSE, GREEN, PURPLE, EVEN, RED, TEAL, REFERENCE);

  private final String id;
  private final String colour;

  Palette(String id, String colour) {
    this.id = id;
    this.colour = colour;
  }

  /** The colour of a series, counted from 0; they repeat after the eighth. */
  public static Palette series(int index) {
    return SERIES.get(index % SERIES.size());
  }

  /** The attributes of a line: a class for a style sheet, and the colour. */
  Html stroke() {
    return Html.of("class=\"s-{}\" fill=\"none\" stroke=\"{}\"", id, colour);
  }

  /** The attributes of an area. */
  Html fill() {
    return Html.of("class=\"f-{}\" fill=\"{}\"", id, colour);
  }

  /** The attributes of a symbol, filled and outlined. */
  Html solid() {
    return Html.of("class=\"f-{0} s-{0}\" fill=\"{1}\" stroke=\"{1}\"", id, colour);
  }

  /** The attributes of a symbol that is white inside. */
  Html hollow() {
    return Html.of("class=\"f-paper s-{}\" fill=\"#fff\" stroke=\"{}\"", id, colour);
  }
}
