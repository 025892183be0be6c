package org.duibiao.report.chart;

import static org.duibiao.markup.Drawing.Anchor.END;
import static org.duibiao.markup.Drawing.Anchor.MIDDLE;
import static org.duibiao.markup.Drawing.Anchor.START;
import static org.duibiao.markup.Drawing.FONT_SIZE;
import static org.duibiao.markup.Drawing.LineStyle.DASHED;
import static org.duibiao.markup.Drawing.LineStyle.SOLID;
import static org.duibiao.markup.Drawing.TextStyle.PLAIN;
import static org.duibiao.markup.Drawing.TextStyle.SOFT;
import static org.duibiao.markup.Drawing.TextStyle.STRONG;
import static org.duibiao.markup.Drawing.WIDTH;

import java.util.List;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Drawing;
import org.duibiao.markup.Drawing.LegendEntry;
import org.duibiao.markup.Html;
import org.duibiao.markup.Palette;
import org.duibiao.markup.TextMetrics;
import org.duibiao.markup.Texts;
import org.duibiao.model.code.Comparability;
import org.duibiao.tables.BenchmarkRow;

/**
 * What a city would need to match the reference, in resources that are counted: for each, how much
 * there is and how much is missing.
 *
 * @param title the finding
 * @param reference what is to be matched
 * @param rows the resources
 */
public record GapChart(Bilingual title, Bilingual reference, List<Row> rows) {

  private static final double LEFT = 2;
  private static final double MATCHED = 230;
  private static final double RIGHT = 322;
  private static final double TOP = 22;
  private static final double ROW = 58;
  private static final double BAR = 13;

  /**
   * One resource.
   *
   * @param name of the benchmark
   * @param availableText how many there are: {@code 现有 22 家}
   * @param gapText how many more would match the reference: {@code 还差 8 家}, {@code 已高于参照}
   * @param row the same as numbers
   */
  public record Row(Bilingual name, Bilingual availableText, Bilingual gapText, BenchmarkRow row) {

    /** What there is as a share of what would match; may be infinite. */
    private double share() {
      double available = row.numerator().doubleValue();
      double total = available + row.neededToMatch();
      return total <= 0 ? Double.POSITIVE_INFINITY : available / total;
    }
  }

  /** The chart; a table beside it has its figures. */
  public Html draw() {
    Drawing drawing = new Drawing();
    Bilingual matched = Texts.of("gap.matches", Legend.shortened(reference));
    drawing.text(STRONG, MIDDLE, MATCHED, 12, matched);
    double y = TOP;
    for (Row row : rows) {
      row(drawing, row, y);
      y += ROW;
    }
    drawing.text(SOFT, START, LEFT, y + 10, Bilingual.same("0"));
    drawing.text(SOFT, MIDDLE, LEFT + (MATCHED - LEFT) / 2, y + 10, Bilingual.same("50%"));
    drawing.text(SOFT, MIDDLE, MATCHED, y + 10, Bilingual.same("100%"));
    return drawing.figure(
        title, Drawing.FIGURES_IN_TABLE, y + 27, Texts.of("gap.across-what-is-there"), legend());
  }

  private static void row(Drawing drawing, Row row, double y) {
    Bilingual year = Bilingual.of("{}年", "{}", row.row().year());
    double left = WIDTH - TextMetrics.width(year, FONT_SIZE) - 8;
    drawing.text(PLAIN, START, 0, y + 11, left, row.name());
    drawing.text(SOFT, END, WIDTH, y + 11, year);
    double top = y + 16;
    double end = LEFT + (MATCHED - LEFT) * Math.min(row.share(), 10);
    String there = Drawing.box(LEFT, top, Math.min(end, RIGHT) - LEFT, BAR);
    fill(drawing, row.row().comparability(), there);
    if (end < MATCHED) {
      drawing.hatch(Palette.WORSE, end, top, MATCHED - end, BAR);
    } else if (end > RIGHT) {
      drawing.stroke(Palette.CITY, SOLID, 2, Drawing.move(RIGHT + 5, top + 2) + "l5 4.5l-5 4.5");
    }
    drawing.stroke(Palette.PAPER, SOLID, 5, Drawing.vertical(MATCHED, top - 1, top + BAR + 1));
    drawing.stroke(Palette.REFERENCE, SOLID, 2, Drawing.vertical(MATCHED, top - 3, top + BAR + 3));
    Bilingual has = TextMetrics.fit(row.availableText(), 150, FONT_SIZE);
    double room = WIDTH - TextMetrics.width(has, FONT_SIZE) - 10;
    drawing.text(STRONG, START, 0, y + 43, room, row.gapText());
    drawing.text(SOFT, END, WIDTH, y + 43, has);
  }

  private List<LegendEntry> legend() {
    Legend<Row> legend = new Legend<>(rows);
    legend.addIfAny(
        row -> row.row().comparability() == Comparability.COMPARABLE,
        (d, x, y) -> fill(d, Comparability.COMPARABLE, Drawing.box(x - 7, y - 5, 14, 10)),
        Bilingual.plain("现有", "there"));
    legend.addIfAny(
        row -> row.share() < 1,
        (d, x, y) -> d.hatch(Palette.WORSE, x - 7, y - 5, 14, 10),
        Bilingual.plain("斜线：还差", "hatched: missing"));
    legend.addIfAny(
        row -> row.row().comparability() == Comparability.WITH_CARE,
        (d, x, y) -> fill(d, Comparability.WITH_CARE, Drawing.box(x - 7, y - 5, 14, 10)),
        Texts.of("gap.dashed-frame-with-care"));
    return legend.entries();
  }

  private static void fill(Drawing drawing, Comparability comparability, String box) {
    if (comparability == Comparability.WITH_CARE) {
      drawing.fill(Palette.PALE, box);
      drawing.stroke(Palette.CITY, DASHED, 1.2, box);
    } else {
      drawing.fill(Palette.CITY, box);
    }
  }
}
