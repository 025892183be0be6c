package org.duibiao.report.chart;

import java.util.ArrayList;
import java.util.List;
import org.duibiao.markup.Drawing;
import org.duibiao.markup.Drawing.Anchor;
import org.duibiao.markup.Drawing.Dash;
import org.duibiao.markup.Drawing.Face;
import org.duibiao.markup.Drawing.Key;
import org.duibiao.markup.Html;
import org.duibiao.markup.Ink;
import org.duibiao.markup.Letters;
import org.duibiao.markup.Text;
import org.duibiao.markup.Trust;

/**
 * What a city would need to match the reference, in things that can be counted: for each, how much
 * of it is there, and how much is missing.
 *
 * @param title the finding
 * @param reference what is to be matched
 * @param rows the things
 */
public record GapChart(Text title, Text reference, List<Row> rows) implements Chart {

  private static final double LEFT = 2;
  private static final double MATCHED = 230;
  private static final double RIGHT = 322;
  private static final double TOP = 22;
  private static final double ROW = 58;
  private static final double BAR = 13;

  /**
   * One thing.
   *
   * @param name of the benchmark
   * @param year of the figures
   * @param have how many there are
   * @param needed how many more would match the reference; 0 or less: it is matched
   * @param has the first as text: {@code 现有 22 家}
   * @param gap the second: {@code 还差 8 家}, {@code 已高于参照}
   * @param trust whether the two may simply be compared
   */
  public record Row(
      Text name, int year, double have, double needed, Text has, Text gap, Trust trust) {

    public Row {
      if (!(have >= 0
          && have < Double.POSITIVE_INFINITY
          && Math.abs(needed) < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("Not an amount: " + have + ", " + needed);
      }
    }

    /** What is there of what would match; may be infinite. */
    private double share() {
      double total = have + needed;
      return total <= 0 ? Double.POSITIVE_INFINITY : have / total;
    }
  }

  public GapChart {
    rows = List.copyOf(rows);
  }

  @Override
  public Html draw(Text description) {
    Drawing drawing = new Drawing();
    drawing.text(
        Face.STRONG,
        Anchor.MIDDLE,
        MATCHED,
        12,
        Text.of("与{}持平", "matches {}", Letters.fit(reference, 110, Drawing.SIZE)));
    double y = TOP;
    for (Row row : rows) {
      row(drawing, row, y);
      y += ROW;
    }
    drawing.text(Face.SOFT, Anchor.START, LEFT, y + 10, Text.same("0"));
    drawing.text(Face.SOFT, Anchor.MIDDLE, LEFT + (MATCHED - LEFT) / 2, y + 10, Text.same("50%"));
    drawing.text(Face.SOFT, Anchor.MIDDLE, MATCHED, y + 10, Text.same("100%"));
    double next =
        drawing.paragraph(
            Face.SOFT,
            0,
            y + 27,
            Text.plain("横轴：现有数占持平所需数的比例", "Across: what is there, as a share of what would match"),
            2);
    next = drawing.legend(next + 3, keys());
    return drawing.figure(title, description, next - 8);
  }

  private static void row(Drawing drawing, Row row, double y) {
    Text year = Text.of("{}年", "{}", row.year());
    drawing.text(
        Face.PLAIN,
        Anchor.START,
        0,
        y + 11,
        Drawing.WIDTH - Letters.width(year, Drawing.SIZE) - 8,
        row.name());
    drawing.text(Face.SOFT, Anchor.END, Drawing.WIDTH, y + 11, year);
    double top = y + 16;
    double share = row.share();
    double end = LEFT + (MATCHED - LEFT) * Math.min(share, 10);
    double filled = Math.min(end, RIGHT) - LEFT;
    if (row.trust() == Trust.WITH_CARE) {
      drawing.fill(Ink.PALE, Drawing.box(LEFT, top, filled, BAR));
      drawing.stroke(Ink.CITY, Dash.DASHED, 1.2, Drawing.box(LEFT, top, filled, BAR));
    } else {
      drawing.fill(Ink.CITY, Drawing.box(LEFT, top, filled, BAR));
    }
    if (end < MATCHED) {
      drawing.hatch(Ink.WORSE, end, top, MATCHED - end, BAR);
    } else if (end > RIGHT) {
      drawing.stroke(
          Ink.CITY,
          Dash.SOLID,
          2,
          "M" + Drawing.at(RIGHT + 5) + " " + Drawing.at(top + 2) + "l5 4.5l-5 4.5");
    }
    drawing.stroke(Ink.PAPER, Dash.SOLID, 5, Drawing.vertical(MATCHED, top - 1, top + BAR + 1));
    drawing.stroke(Ink.REFERENCE, Dash.SOLID, 2, Drawing.vertical(MATCHED, top - 3, top + BAR + 3));
    Text has = Letters.fit(row.has(), 150, Drawing.SIZE);
    double room = Drawing.WIDTH - Letters.width(has, Drawing.SIZE) - 10;
    drawing.text(Face.STRONG, Anchor.START, 0, y + 43, room, row.gap());
    drawing.text(Face.SOFT, Anchor.END, Drawing.WIDTH, y + 43, has);
  }

  private List<Key> keys() {
    List<Key> keys = new ArrayList<>();
    if (rows.stream().anyMatch(row -> row.trust() == Trust.COMPARABLE)) {
      keys.add(
          new Key(
              (d, x, y) -> d.fill(Ink.CITY, Drawing.box(x - 7, y - 5, 14, 10)),
              Text.plain("现有", "there")));
    }
    if (rows.stream().anyMatch(row -> row.share() < 1)) {
      keys.add(
          new Key(
              (d, x, y) -> d.hatch(Ink.WORSE, x - 7, y - 5, 14, 10),
              Text.plain("斜线：还差", "hatched: missing")));
    }
    if (rows.stream().anyMatch(row -> row.trust() == Trust.WITH_CARE)) {
      keys.add(
          new Key(
              (d, x, y) -> {
                d.fill(Ink.PALE, Drawing.box(x - 7, y - 5, 14, 10));
                d.stroke(Ink.CITY, Dash.DASHED, 1.2, Drawing.box(x - 7, y - 5, 14, 10));
              },
              Text.plain("虚线框：须慎用", "dashed frame: with care")));
    }
    return keys;
  }

  @Override
  public Text description() {
    List<Text> parts = new ArrayList<>();
    for (Row row : rows) {
      parts.add(
          Text.of(
              "{0}（{3}年）：{1}，{2}",
              "{0} ({3}): {1}, {2}", row.name(), row.gap(), row.has(), row.year()));
    }
    return Text.join("；", "; ", parts);
  }
}
