package org.duibiao.markup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.duibiao.model.code.Comparability;

/**
 * An SVG drawing in the making. It is as wide as a phone, so that its text can be read there; on a
 * large screen it is shown somewhat larger. Colours are attributes, with classes for a style sheet:
 * a copy of the drawing alone looks the same, in Chinese.
 */
public final class Drawing {

  /** The width in units of the drawing, about one CSS pixel on a phone. */
  public static final double WIDTH = 340;

  /** The size of text. */
  public static final double FONT_SIZE = 12;

  /** From one line of text to the next. */
  public static final double LINE_HEIGHT = 16;

  /** The description of a chart next to a table with its figures. */
  public static final Bilingual FIGURES_IN_TABLE = Texts.of("drawing.the-figures-are-in");

  private static final double KEY = 20;

  private final List<Html> parts = new ArrayList<>();

  /** Which end of a text stands at its place. */
  public enum Anchor {
    START,
    MIDDLE,
    END
  }

  /** The look of a text. */
  public enum TextStyle {
    PLAIN(""),
    STRONG(" class=\"strong\" font-weight=\"700\""),
    INVERSE(" class=\"f-paper\" fill=\"#fff\""),
    SOFT(" class=\"f-soft\" fill=\"#55606b\"");

    private final Html attributes;

    TextStyle(String attributes) {
      this.attributes = Html.trusted(attributes);
    }
  }

  /** The look of a line. */
  public enum LineStyle {
    SOLID(""),
    DASHED(" stroke-dasharray=\"5 3\""),
    DOTTED(" stroke-dasharray=\"1.5 2.5\""),
    DASH_DOTTED(" stroke-dasharray=\"8 3 2 3\"");

    private final Html attributes;

    LineStyle(String attributes) {
      this.attributes = Html.trusted(attributes);
    }
  }

  /**
   * One entry of a legend.
   *
   * @param sample draws it around a place
   * @param text what it means
   */
  public record LegendEntry(LegendSymbol sample, Bilingual text) {}

  /** Draws an example around a place. */
  public interface LegendSymbol {
    void draw(Drawing drawing, double x, double y);
  }

  /** A coordinate, to a tenth: {@code 12.345 → 12.3}, {@code 12.0 → 12}. */
  public static String at(double coordinate) {
    if (!(Math.abs(coordinate) < 1e9)) {
      throw new IllegalArgumentException("Not a coordinate: " + coordinate);
    }
    long tenths = Math.round(coordinate * 10);
    return tenths % 10 == 0
        ? Long.toString(tenths / 10)
        : BigDecimal.valueOf(tenths, 1).toPlainString();
  }

  /** Where a path begins. */
  public static String move(double x, double y) {
    return "M" + at(x) + " " + at(y);
  }

  /** A straight line from where a path is. */
  private static String line(double x, double y) {
    return "L" + at(x) + " " + at(y);
  }

  /** The outline of a rectangle. */
  public static String box(double x, double y, double width, double height) {
    return move(x, y) + "h" + at(width) + "v" + at(height) + "h" + at(-width) + "z";
  }

  public static String horizontal(double from, double to, double y) {
    return move(from, y) + "H" + at(to);
  }

  public static String vertical(double x, double from, double to) {
    return move(x, from) + "V" + at(to);
  }

  private void add(String template, Object... values) {
    parts.add(Html.of(template, values));
  }

  public void stroke(Palette ink, LineStyle dash, double width, String path) {
    if (!path.isEmpty()) {
      String template = "<path {} stroke-width=\"{}\"{} d=\"{}\"/>";
      add(template, ink.stroke(), at(width), dash.attributes, path);
    }
  }

  public void fill(Palette ink, String path) {
    add("<path {} d=\"{}\"/>", ink.fill(), path);
  }

  /** Round spots, one at each place that the path goes to. */
  public void dots(Palette ink, double diameter, String path) {
    String template = "<path {} stroke-width=\"{}\" stroke-linecap=\"round\" d=\"{}\"/>";
    add(template, ink.stroke(), at(diameter), path);
  }

  public void symbol(Symbol mark, Palette ink, Comparability comparability, double x, double y) {
    Html look = comparability == Comparability.COMPARABLE ? ink.solid() : ink.hollow();
    add("<path {} stroke-width=\"1.5\" d=\"{}\"/>", look, mark.path(x, y));
  }

  /** Slanted lines over a rectangle, which show what is missing even without colour. */
  public void hatch(Palette ink, double x, double y, double width, double height) {
    StringBuilder path = new StringBuilder(box(x, y, width, height));
    for (double from = x - height + 3; from < x + width; from += 5) {
      double left = Math.max(x, from);
      double right = Math.min(x + width, from + height);
      if (right > left) {
        path.append(move(left, y + height - (left - from)));
        path.append(line(right, y + height - (right - from)));
      }
    }
    stroke(ink, LineStyle.SOLID, 1, path.toString());
  }

  /**
   * A range around a figure; where it goes beyond the drawing, an arrow shows that it continues.
   *
   * @param from where it begins, in the picture; may lie outside
   * @param least where the picture begins
   * @param most where it ends
   */
  public void whisker(
      Palette ink,
      Comparability comparability,
      double from,
      double to,
      double least,
      double most,
      double y) {
    double start = Math.min(Math.max(from, least), most);
    double end = Math.max(Math.min(to, most), least);
    String path =
        horizontal(start, end, y)
            + (from < least ? head(start, y, 4) : vertical(start, y - 3, y + 3))
            + (to > most ? head(end, y, -4) : vertical(end, y - 3, y + 3));
    LineStyle dash = comparability == Comparability.COMPARABLE ? LineStyle.SOLID : LineStyle.DASHED;
    stroke(ink, dash, 1.3, path);
  }

  private static String head(double x, double y, double back) {
    return move(x + back, y - 3.5) + line(x, y) + line(x + back, y + 3.5);
  }

  /** A text, cut so that it stays inside the picture. */
  public void text(TextStyle face, Anchor anchor, double x, double y, Bilingual text) {
    text(face, anchor, x, y, WIDTH, text);
  }

  /** A text that is cut if it is wider than that. */
  public void text(
      TextStyle face, Anchor anchor, double x, double y, double width, Bilingual text) {
    double room =
        switch (anchor) {
          case START -> Math.min(width, WIDTH - x);
          case MIDDLE -> Math.min(width, WIDTH);
          case END -> Math.min(width, x);
        };
    double size = face == TextStyle.STRONG ? FONT_SIZE * 1.05 : FONT_SIZE;
    Bilingual cut = TextMetrics.fit(text, room, size);
    double place = x;
    if (anchor == Anchor.MIDDLE) {
      double half = TextMetrics.width(cut, size) / 2;
      place = Math.max(half, Math.min(WIDTH - half, x));
    }
    String end =
        switch (anchor) {
          case START -> "";
          case MIDDLE -> " text-anchor=\"middle\"";
          case END -> " text-anchor=\"end\"";
        };
    String template = "<text x=\"{}\" y=\"{}\"{}{}>{}</text>";
    add(template, at(place), at(y), Html.trusted(end), face.attributes, spans(cut));
  }

  /** Characters in a row, each centred at its own place. */
  public void characters(TextStyle face, List<Double> places, double y, String letters) {
    String template = "<text x=\"{}\" y=\"{}\" text-anchor=\"middle\"{}>{}</text>";
    String xs = String.join(" ", places.stream().map(Drawing::at).toList());
    add(template, xs, at(y), face.attributes, letters);
  }

  /**
   * Writes a text over several lines, at most that number; returns where the next line would stand.
   */
  public double paragraph(TextStyle face, double x, double y, Bilingual text, int lines) {
    double next = y;
    for (Bilingual line : TextMetrics.wrap(text, WIDTH - x, FONT_SIZE, lines)) {
      text(face, Anchor.START, x, next, line);
      next += LINE_HEIGHT;
    }
    return next;
  }

  /** Draws a legend in rows; returns where the next line would stand. */
  public double legend(double y, List<LegendEntry> keys) {
    double x = 0;
    double next = y;
    for (LegendEntry key : keys) {
      double width = KEY + TextMetrics.width(key.text(), FONT_SIZE);
      if (x > 0 && x + width > WIDTH) {
        x = 0;
        next += LINE_HEIGHT + 1;
      }
      key.sample().draw(this, x + KEY / 2 - 2, next - 4);
      text(TextStyle.PLAIN, Anchor.START, x + KEY, next, key.text());
      x += width + 10;
    }
    return keys.isEmpty() ? y : next + LINE_HEIGHT + 1;
  }

  /**
   * The whole picture.
   *
   * @param title what it shows: the finding
   * @param description the same in words, for those who do not see it
   * @param height of the picture
   */
  public Html figure(Bilingual title, Bilingual description, double height) {
    return Html.of(
        "<figure class=\"plot\"><figcaption>{}</figcaption>\n{}</figure>\n",
        title,
        svg("", both(title, " · "), both(description, " "), height));
  }

  /**
   * The whole picture with what its axis is and a legend below.
   *
   * @param y where what the axis is stands
   * @param axis what the axis is
   * @param keys the entries of the legend
   */
  public Html figure(
      Bilingual title, Bilingual description, double y, Bilingual axis, List<LegendEntry> keys) {
    double next = paragraph(TextStyle.SOFT, 0, y, axis, 2);
    return figure(title, description, legend(next + 3, keys) - 8);
  }

  /** The picture as a file of its own, or for a page without the report's style sheet. */
  public Html standalone(String title, String description, double height) {
    return svg(
        " xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" font-family=\"sans-serif\"",
        title,
        description,
        height);
  }

  private Html svg(String attributes, String title, String description, double height) {
    return Html.of(
        "<svg{0} role=\"img\" viewBox=\"0 0 {1} {2}\" width=\"{1}\" height=\"{2}\""
            + " font-size=\"{3}\" fill=\"#1b2530\"><title>{4}</title><desc>{5}</desc>\n{6}</svg>\n",
        Html.trusted(attributes),
        at(WIDTH),
        at(Math.ceil(height)),
        at(FONT_SIZE),
        title,
        description,
        parts.stream().map(part -> Html.of("{}\n", part)).toList());
  }

  /** Where elements are not allowed. */
  private static String both(Bilingual text, String between) {
    String zh = text.zh().plainText();
    String en = text.en().plainText();
    return zh.equals(en) ? zh : zh + between + en;
  }

  /** Both languages, the English one hidden until the page's switch shows it. */
  private static Html spans(Bilingual text) {
    return text.zh().equals(text.en())
        ? text.zh()
        : Html.of(
            "<tspan lang=\"zh-CN\">{}</tspan><tspan lang=\"en\" display=\"none\">{}</tspan>",
            text.zh(),
            text.en());
  }
}
