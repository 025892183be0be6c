package org.duibiao.report.chart;

import static org.duibiao.markup.Drawing.Anchor.END;
import static org.duibiao.markup.Drawing.Anchor.MIDDLE;
import static org.duibiao.markup.Drawing.Anchor.START;
import static org.duibiao.markup.Drawing.LineStyle.DOTTED;
import static org.duibiao.markup.Drawing.LineStyle.SOLID;
import static org.duibiao.markup.Drawing.TextStyle.PLAIN;
import static org.duibiao.markup.Drawing.TextStyle.SOFT;
import static org.duibiao.markup.Drawing.WIDTH;

import java.math.BigDecimal;
import java.util.List;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Drawing;
import org.duibiao.markup.Drawing.LegendEntry;
import org.duibiao.markup.Html;
import org.duibiao.markup.Numbers;
import org.duibiao.markup.Palette;
import org.duibiao.markup.Symbol;
import org.duibiao.markup.Texts;
import org.duibiao.model.code.Comparability;
import org.duibiao.model.code.TargetState;

/**
 * The progress of a city's targets: how much of each is done, and how much of its time has passed.
 *
 * @param title the finding
 * @param rows the targets
 */
public record TargetProgressChart(Bilingual title, List<Row> rows) {

  private static final double LEFT = 8;
  private static final double RIGHT = 214;
  private static final double TOP = 22;
  private static final double ROW = 60;
  private static final double BAR = 11;

  /** How a target stands, as it is drawn. */
  private enum ProgressMark {
    AHEAD(Symbol.TRIANGLE_UP, Palette.BETTER, Bilingual.plain("快于时间进度", "ahead")),
    ON_PACE(Symbol.CIRCLE, Palette.EVEN, Bilingual.plain("与时间进度相当", "on pace")),
    BEHIND(Symbol.TRIANGLE_DOWN, Palette.WORSE, Bilingual.plain("慢于时间进度", "behind")),
    REACHED(Symbol.DIAMOND, Palette.BETTER, Bilingual.plain("已经达到", "reached")),
    MISSED(Symbol.CROSS, Palette.WORSE, Bilingual.plain("到期没有达到", "not reached when due")),
    UNKNOWN(Symbol.BAR, Palette.OTHER, Bilingual.plain("进度无法判断", "pace not known"));

    private final Symbol symbol;
    private final Palette colour;
    private final Bilingual text;

    ProgressMark(Symbol symbol, Palette colour, Bilingual text) {
      this.symbol = symbol;
      this.colour = colour;
      this.text = text;
    }

    static ProgressMark of(TargetState state) {
      return switch (state) {
        case MET, MET_EARLY -> REACHED;
        case MISSED -> MISSED;
        case AHEAD -> AHEAD;
        case ON_PACE -> ON_PACE;
        case BEHIND -> BEHIND;
        case PACE_UNKNOWN, CANNOT_BE_CHECKED -> UNKNOWN;
      };
    }

    private void draw(Drawing drawing, double x, double y) {
      drawing.symbol(symbol, colour, Comparability.COMPARABLE, x, y);
    }
  }

  /**
   * One target.
   *
   * @param name of the target
   * @param terms from where to where until when: {@code 18 → 22（2024年）→ 不少于 30 家，2030年末}
   * @param done the share done, or null
   * @param elapsed the share of the time that has passed, or null
   * @param state how the target stands
   * @param comparability whether the figures may be used without reservation
   */
  public record Row(
      Bilingual name,
      Bilingual terms,
      Double done,
      Double elapsed,
      TargetState state,
      Comparability comparability) {

    public Row {
      if (done != null && done.isNaN() || elapsed != null && elapsed.isNaN()) {
        throw new IllegalArgumentException("Not a share: " + done + ", " + elapsed);
      }
    }

    private ProgressMark mark() {
      return ProgressMark.of(state);
    }
  }

  /** The chart; a table beside it has its figures. */
  public Html draw() {
    Drawing drawing = new Drawing();
    drawing.text(SOFT, END, WIDTH, 12, Texts.of("target-progress.done-time-over"));
    for (int share = 0; share <= 100; share += 50) {
      drawing.text(SOFT, MIDDLE, x(share / 100.0), 12, Bilingual.same(share + "%"));
    }
    double y = TOP;
    for (Row row : rows) {
      row(drawing, row, y);
      y += ROW;
    }
    return drawing.figure(title, Drawing.FIGURES_IN_TABLE, drawing.legend(y + 8, legend()) - 8);
  }

  private static void row(Drawing drawing, Row row, double y) {
    drawing.text(PLAIN, START, 0, y + 11, row.name());
    double top = y + 17;
    double middle = top + BAR / 2;
    Palette colour = row.mark().colour;
    String frame = Drawing.box(LEFT, top, RIGHT - LEFT, BAR);
    drawing.stroke(Palette.SOFT, row.done() == null ? DOTTED : SOLID, 1, frame);
    if (row.done() != null) {
      double width = x(row.done()) - LEFT;
      if (row.comparability() == Comparability.WITH_CARE) {
        drawing.hatch(colour, LEFT, top, width, BAR);
      } else {
        drawing.fill(colour, Drawing.box(LEFT, top, width, BAR));
      }
      if (row.done() > 1) {
        drawing.stroke(colour, SOLID, 2, Drawing.move(RIGHT + 2, middle - 4) + "l4 4l-4 4");
      } else if (row.done() < 0) {
        drawing.stroke(colour, SOLID, 2, Drawing.move(LEFT - 2, middle - 4) + "l-4 4l4 4");
      }
    }
    if (row.elapsed() != null) {
      double x = x(row.elapsed());
      drawing.stroke(Palette.PAPER, SOLID, 5, Drawing.vertical(x, top - 3, top + BAR + 3));
      drawing.stroke(Palette.REFERENCE, SOLID, 2.2, Drawing.vertical(x, top - 4, top + BAR + 4));
    }
    row.mark().draw(drawing, RIGHT + 16, middle);
    String template = "<tspan font-weight=\"700\">{0}</tspan> | {1}";
    Bilingual shares = Bilingual.both(template, percent(row.done()), percent(row.elapsed()));
    drawing.text(PLAIN, END, WIDTH, middle + 4, WIDTH - RIGHT - 28, shares);
    drawing.text(SOFT, START, 0, y + 45, row.terms());
  }

  private List<LegendEntry> legend() {
    Legend<Row> legend = new Legend<>(rows);
    legend.addIfAny(
        row -> row.done() != null,
        (d, x, y) -> d.fill(Palette.EVEN, Drawing.box(x - 8, y - 4, 16, 8)),
        Bilingual.plain("已完成的份额", "share done"));
    legend.addIfAny(
        row -> row.elapsed() != null,
        (d, x, y) -> d.stroke(Palette.REFERENCE, SOLID, 2.2, Drawing.vertical(x, y - 7, y + 7)),
        Texts.of("target-progress.line-share-of-the"));
    for (ProgressMark mark : ProgressMark.values()) {
      legend.addIfAny(row -> row.mark() == mark, mark::draw, mark.text);
    }
    legend.addIfAny(
        row -> row.comparability() == Comparability.WITH_CARE,
        (d, x, y) -> d.hatch(Palette.EVEN, x - 8, y - 4, 16, 8),
        Texts.of("target-progress.hatched-with-care"));
    return legend.entries();
  }

  private static String percent(Double share) {
    return share == null || share.isInfinite()
        ? "—"
        : Numbers.decimal(new BigDecimal(share).movePointRight(2), 0) + "%";
  }

  private static double x(double share) {
    return LEFT + (RIGHT - LEFT) * Math.max(0, Math.min(1, share));
  }
}
