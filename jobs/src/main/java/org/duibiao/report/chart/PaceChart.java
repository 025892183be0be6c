package org.duibiao.report.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.duibiao.markup.Drawing;
import org.duibiao.markup.Drawing.Anchor;
import org.duibiao.markup.Drawing.Dash;
import org.duibiao.markup.Drawing.Face;
import org.duibiao.markup.Drawing.Key;
import org.duibiao.markup.Html;
import org.duibiao.markup.Ink;
import org.duibiao.markup.Mark;
import org.duibiao.markup.Numbers;
import org.duibiao.markup.Text;
import org.duibiao.markup.Trust;
import org.duibiao.report.findings.Promised;

/**
 * A city's promises: how much of each is done, beside how much of its time is over.
 *
 * @param title the finding
 * @param rows the promises
 */
public record PaceChart(Text title, List<Row> rows) implements Chart {

  private static final double LEFT = 8;
  private static final double RIGHT = 214;
  private static final double TOP = 22;
  private static final double ROW = 60;
  private static final double BAR = 11;

  /** Whether what is done keeps up with the time. */
  public enum Pace {
    AHEAD(Mark.UP, Ink.BETTER, "快于时间进度", "ahead"),
    ON_PACE(Mark.DOT, Ink.EVEN, "与时间进度相当", "on pace"),
    BEHIND(Mark.DOWN, Ink.WORSE, "慢于时间进度", "behind"),
    REACHED(Mark.DIAMOND, Ink.BETTER, "已经达到", "reached"),
    MISSED(Mark.CROSS, Ink.WORSE, "到期没有达到", "not reached when due"),
    UNKNOWN(Mark.BAR, Ink.OTHER, "进度无法判断", "pace not known");

    private final Mark mark;
    private final Ink ink;
    private final String zh;
    private final String en;

    Pace(Mark mark, Ink ink, String zh, String en) {
      this.mark = mark;
      this.ink = ink;
      this.zh = zh;
      this.en = en;
    }

    /** Of what came of a promise, and of the column {@code pace} while it is open. */
    public static Pace of(Promised.State state, String pace) {
      if (state == Promised.State.KEPT || state == Promised.State.ALREADY) {
        return REACHED;
      } else if (state == Promised.State.MISSED) {
        return MISSED;
      }
      return switch (pace) {
        case "ahead" -> AHEAD;
        case "on_pace" -> ON_PACE;
        case "behind" -> BEHIND;
        default -> UNKNOWN;
      };
    }

    private Text text() {
      return Text.plain(zh, en);
    }
  }

  /**
   * One promise.
   *
   * @param name what was promised
   * @param terms from where to where until when: {@code 18 → 22（2024年）→ 不少于 30 家，2030年末}
   * @param done the share done, or null
   * @param elapsed the share of the time that is over, or null
   * @param pace the one beside the other
   * @param trust whether the figures may be used without more ado
   */
  public record Row(Text name, Text terms, Double done, Double elapsed, Pace pace, Trust trust) {

    public Row {
      if (done != null && done.isNaN() || elapsed != null && elapsed.isNaN()) {
        throw new IllegalArgumentException("Not a share: " + done + ", " + elapsed);
      }
    }
  }

  public PaceChart {
    rows = List.copyOf(rows);
  }

  @Override
  public Html draw(Text description) {
    Drawing drawing = new Drawing();
    drawing.text(
        Face.SOFT, Anchor.END, Drawing.WIDTH, 12, Text.plain("完成 | 时间已过", "done | time over"));
    for (int share = 0; share <= 100; share += 50) {
      drawing.text(Face.SOFT, Anchor.MIDDLE, x(share / 100.0), 12, Text.same(share + "%"));
    }
    double y = TOP;
    for (Row row : rows) {
      row(drawing, row, y);
      y += ROW;
    }
    double next = drawing.legend(y + 8, keys());
    return drawing.figure(title, description, next - 8);
  }

  private static void row(Drawing drawing, Row row, double y) {
    drawing.text(Face.PLAIN, Anchor.START, 0, y + 11, row.name());
    double top = y + 17;
    double middle = top + BAR / 2;
    drawing.stroke(
        Ink.SOFT,
        row.done() == null ? Dash.DOTTED : Dash.SOLID,
        1,
        Drawing.box(LEFT, top, RIGHT - LEFT, BAR));
    if (row.done() != null) {
      double end = x(Math.max(0, Math.min(1, row.done())));
      if (row.trust() == Trust.WITH_CARE) {
        drawing.hatch(row.pace().ink, LEFT, top, end - LEFT, BAR);
      } else {
        drawing.fill(row.pace().ink, Drawing.box(LEFT, top, end - LEFT, BAR));
      }
      if (row.done() > 1) {
        drawing.stroke(row.pace().ink, Dash.SOLID, 2, chevron(RIGHT + 2, middle, 4));
      } else if (row.done() < 0) {
        drawing.stroke(row.pace().ink, Dash.SOLID, 2, chevron(LEFT - 2, middle, -4));
      }
    }
    if (row.elapsed() != null) {
      double x = x(Math.max(0, Math.min(1, row.elapsed())));
      drawing.stroke(Ink.PAPER, Dash.SOLID, 5, Drawing.vertical(x, top - 3, top + BAR + 3));
      drawing.stroke(Ink.REFERENCE, Dash.SOLID, 2.2, Drawing.vertical(x, top - 4, top + BAR + 4));
    }
    drawing.mark(row.pace().mark, row.pace().ink, Trust.COMPARABLE, RIGHT + 16, middle);
    drawing.text(
        Face.PLAIN,
        Anchor.END,
        Drawing.WIDTH,
        middle + 4,
        Drawing.WIDTH - RIGHT - 28,
        Text.of(
            "<tspan font-weight=\"700\">{0}</tspan> | {1}",
            "<tspan font-weight=\"700\">{0}</tspan> | {1}",
            percent(row.done()),
            percent(row.elapsed())));
    drawing.text(Face.SOFT, Anchor.START, 0, y + 45, row.terms());
  }

  private static String chevron(double x, double y, double towards) {
    return ("M" + Drawing.at(x) + " " + Drawing.at(y - 4))
        + ("l" + Drawing.at(towards) + " 4l" + Drawing.at(-towards) + " 4");
  }

  private List<Key> keys() {
    List<Key> keys = new ArrayList<>();
    if (rows.stream().anyMatch(row -> row.done() != null)) {
      keys.add(
          new Key(
              (d, x, y) -> d.fill(Ink.EVEN, Drawing.box(x - 8, y - 4, 16, 8)),
              Text.plain("已完成的份额", "share done")));
    }
    if (rows.stream().anyMatch(row -> row.elapsed() != null)) {
      keys.add(
          new Key(
              (d, x, y) ->
                  d.stroke(Ink.REFERENCE, Dash.SOLID, 2.2, Drawing.vertical(x, y - 7, y + 7)),
              Text.plain("竖线：时间已过的份额", "line: share of the time over")));
    }
    Set<Pace> used = EnumSet.noneOf(Pace.class);
    rows.forEach(row -> used.add(row.pace()));
    for (Pace pace : used) {
      keys.add(
          new Key((d, x, y) -> d.mark(pace.mark, pace.ink, Trust.COMPARABLE, x, y), pace.text()));
    }
    if (rows.stream().anyMatch(row -> row.trust() == Trust.WITH_CARE)) {
      keys.add(
          new Key(
              (d, x, y) -> d.hatch(Ink.EVEN, x - 8, y - 4, 16, 8),
              Text.plain("斜线：须慎用", "hatched: with care")));
    }
    return keys;
  }

  @Override
  public Text description() {
    List<Text> parts = new ArrayList<>();
    for (Row row : rows) {
      parts.add(
          Text.of(
              "{0}（{1}）：完成 {2}，时间已过 {3}，{4}",
              "{0} ({1}): {2} done, {3} of the time over, {4}",
              row.name(),
              row.terms(),
              percent(row.done()),
              percent(row.elapsed()),
              row.pace().text()));
    }
    return Text.join("；", "; ", parts);
  }

  private static String percent(Double share) {
    return share == null || share.isInfinite()
        ? "—"
        : Numbers.decimal(new BigDecimal(share).movePointRight(2), 0) + "%";
  }

  private static double x(double share) {
    return LEFT + (RIGHT - LEFT) * share;
  }
}
