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

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duibiao.markup.Axis;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Drawing;
import org.duibiao.markup.Drawing.LegendEntry;
import org.duibiao.markup.Drawing.LineStyle;
import org.duibiao.markup.Drawing.TextStyle;
import org.duibiao.markup.Html;
import org.duibiao.markup.Numbers;
import org.duibiao.markup.Palette;
import org.duibiao.markup.Symbol;
import org.duibiao.markup.TextMetrics;
import org.duibiao.markup.Texts;
import org.duibiao.model.code.Comparability;
import org.duibiao.tables.BenchmarkRow;

/**
 * The cities that have a rate, in rows by rank. Where there are too many, all of them are drawn as
 * dots over the scale, and only the first, the last and those near the city and the reference have
 * a row.
 *
 * @param title the finding
 * @param unit of the rate
 * @param year of the figures
 * @param places the cities from the first rank down
 */
public record RankingChart(Bilingual title, Bilingual unit, int year, List<RankedArea> places) {

  /** How many cities are shown by name without leaving any out. */
  private static final int ALL = 24;

  private static final int EDGE = 3;
  private static final int AROUND = 2;
  private static final double NAME = 30;
  private static final double LEFT = 118;
  private static final double RIGHT = 228;
  private static final double VALUE = 277;
  private static final double ROW = 20;
  private static final double HEAD = 18;
  private static final double SPOT = 4;
  private static final int STEPS = 4;

  /** The share by which intervals may extend the scale. */
  private static final double STRETCH = 0.3;

  /**
   * A city's place.
   *
   * @param name of the city
   * @param role the city, the reference or another one
   * @param row its rate with its interval and its ranks
   */
  public record RankedArea(Bilingual name, ChartRole role, BenchmarkRow row) {

    public RankedArea {
      if (!(Math.abs(row.rate()) < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("Not a rate: " + row.rate());
      }
    }

    private String printed() {
      return Numbers.rate(row.rate(), row.basis());
    }

    /** Whether it is the city or the reference. */
    private boolean isNamed() {
      return role != ChartRole.OTHER;
    }

    private boolean hasInterval() {
      return row.rateLow() != null && row.rateHigh() != null && row.rateLow() <= row.rateHigh();
    }

    private Bilingual ranks() {
      return row.rankLow() == null || row.rankHigh() == null
          ? Bilingual.same("—")
          : row.rankLow().equals(row.rankHigh())
              ? Bilingual.same(row.rankLow())
              : Bilingual.same(row.rankLow() + "–" + row.rankHigh());
    }
  }

  /** The chart; a table beside it has its figures. */
  public Html draw() {
    Drawing drawing = new Drawing();
    Axis axis = axis();
    List<Integer> lines = lines();
    double y = lines.stream().allMatch(line -> line >= 0) ? HEAD : distribution(drawing, axis);
    heading(drawing, y - 5);
    double bottom = y + lines.size() * ROW;
    grid(drawing, axis, y, bottom);
    for (int line : lines) {
      if (line < 0) {
        Bilingual gap = Bilingual.of("⋮ {} 个城市", "⋮ {} cities", -line);
        drawing.text(SOFT, START, NAME + 2, y + 14, LEFT - NAME - 6, gap);
      } else {
        place(drawing, axis, places.get(line), y);
      }
      y += ROW;
    }
    ticks(drawing, axis, LEFT + 6, RIGHT - 6, bottom + 13);
    Bilingual origin =
        axis.beginsAtZero() ? Bilingual.EMPTY : Texts.of("ranking.does-not-begin-at");
    Bilingual across = Texts.of("ranking.across", unit, year, origin);
    return drawing.figure(title, Drawing.FIGURES_IN_TABLE, bottom + 30, across, legend());
  }

  private Axis axis() {
    if (places.isEmpty()) {
      return Axis.over(0, 1, STEPS);
    }
    DoubleSummaryStatistics values =
        places.stream().mapToDouble(place -> place.row().rate()).summaryStatistics();
    double greatest = values.getMax();
    Axis axis = Axis.over(values.getMin(), greatest, STEPS);
    double most = greatest + STRETCH * (greatest - axis.low());
    return axis.upTo(
        places.stream()
            .filter(RankedArea::hasInterval)
            .mapToDouble(place -> Math.min(place.row().rateHigh(), most))
            .reduce(greatest, Math::max));
  }

  /** The rows: the index of a place, or minus the number of places that are left out there. */
  private List<Integer> lines() {
    List<Integer> lines = new ArrayList<>();
    int next = 0;
    for (int place : IntStream.range(0, places.size()).filter(this::isShown).toArray()) {
      if (place > next) {
        lines.add(next - place);
      }
      lines.add(place);
      next = place + 1;
    }
    return lines;
  }

  private boolean isShown(int place) {
    return places.size() <= ALL
        || isEdge(place)
        || IntStream.rangeClosed(place - AROUND, place + AROUND)
            .anyMatch(i -> !isEdge(i) && places.get(i).isNamed());
  }

  private boolean isEdge(int place) {
    return place < EDGE || place >= places.size() - EDGE;
  }

  private static void ticks(Drawing drawing, Axis axis, double from, double to, double y) {
    for (BigDecimal tick : axis.ticks()) {
      double x = from + (to - from) * axis.share(tick.doubleValue());
      drawing.text(SOFT, MIDDLE, x, y, Axis.label(tick));
    }
  }

  /** Draws every city as a dot above the scale; returns where the rows begin. */
  private double distribution(Drawing drawing, Axis axis) {
    Map<Double, Integer> stacks = new HashMap<>();
    int[] heights =
        places.stream().mapToInt(p -> stacks.merge(spot(axis, p), 1, Integer::sum)).toArray();
    int tallest = Collections.max(stacks.values());
    double step = Math.min(SPOT, 120.0 / tallest);
    double base = 34 + tallest * step;
    double rightmost =
        places.stream()
            .filter(RankedArea::isNamed)
            .mapToDouble(p -> axis.share(p.row().rate()))
            .max()
            .orElse(0);
    String dots =
        IntStream.range(0, heights.length)
            .filter(i -> !places.get(i).isNamed())
            .mapToObj(
                i -> Drawing.move(spot(axis, places.get(i)), base - (heights[i] - 0.5) * step))
            .collect(Collectors.joining("h0", "", "h0"));
    drawing.dots(Palette.OTHER, step * 0.8, dots);
    drawing.stroke(Palette.SOFT, SOLID, 1, Drawing.horizontal(0, WIDTH, base + 1));
    double label = 12;
    for (int i = 0; i < heights.length; i++) {
      RankedArea place = places.get(i);
      if (place.isNamed()) {
        double x = spot(axis, place);
        double y = base - (heights[i] - 0.5) * step;
        marked(drawing, place, x, y, label, base, axis.share(place.row().rate()) < rightmost);
        label += 15;
      }
    }
    ticks(drawing, axis, 8, WIDTH - 8, base + 14);
    drawing.text(SOFT, START, 0, base + 31, Texts.of("ranking.a-spot-a-city", places.size(), unit));
    return base + 31 + 10 + HEAD;
  }

  private static void marked(
      Drawing drawing,
      RankedArea place,
      double x,
      double y,
      double label,
      double base,
      boolean left) {
    LineStyle dash = place.role() == ChartRole.REFERENCE ? DASHED : SOLID;
    drawing.stroke(place.role().colour(), dash, 1.2, Drawing.vertical(x, label - 8, base));
    place.role().draw(drawing, place.row().comparability(), x, y);
    Bilingual text = Bilingual.both("{0} {1}", Legend.shortened(place.name()), place.printed());
    double width = TextMetrics.width(text, FONT_SIZE * 1.05) + 4;
    boolean toTheLeft = x + width > WIDTH || left && width < x;
    drawing.text(STRONG, toTheLeft ? END : START, toTheLeft ? x - 4 : x + 4, label, 200, text);
  }

  /** Where the dot of a city stands. */
  private static double spot(Axis axis, RankedArea place) {
    return 8 + SPOT * Math.round((WIDTH - 16) / SPOT * axis.share(place.row().rate()));
  }

  private static void heading(Drawing drawing, double y) {
    drawing.text(SOFT, END, 26, y, Bilingual.plain("位次", "#"));
    drawing.text(SOFT, START, NAME + 2, y, Bilingual.plain("城市", "city"));
    drawing.text(SOFT, END, VALUE, y, Bilingual.plain("数值", "value"));
    drawing.text(SOFT, END, WIDTH, y, Bilingual.plain("位次区间", "ranks"));
  }

  private void grid(Drawing drawing, Axis axis, double top, double bottom) {
    String lines =
        axis.ticks().stream()
            .map(tick -> Drawing.vertical(x(axis, tick.doubleValue()), top, bottom))
            .collect(Collectors.joining());
    drawing.stroke(Palette.GRID, SOLID, 1, lines);
    for (RankedArea place : places) {
      if (place.role() == ChartRole.REFERENCE) {
        String line = Drawing.vertical(x(axis, place.row().rate()), top, bottom);
        drawing.stroke(Palette.REFERENCE, DASHED, 1.2, line);
      }
    }
  }

  private static void place(Drawing drawing, Axis axis, RankedArea place, double y) {
    double middle = y + ROW / 2;
    double line = middle + 4;
    TextStyle face = place.isNamed() ? STRONG : PLAIN;
    if (place.role() == ChartRole.CITY) {
      String below = Drawing.horizontal(0, WIDTH, y + ROW - 0.5);
      drawing.stroke(Palette.CITY, SOLID, 1, Drawing.horizontal(0, WIDTH, y + 0.5) + below);
    }
    Integer rank = place.row().rank();
    drawing.text(face, END, 26, line, Bilingual.same(rank == null ? "—" : rank));
    drawing.text(face, START, NAME + 2, line, LEFT - NAME - 8, place.name());
    if (place.hasInterval()) {
      double low = unbounded(axis, place.row().rateLow());
      double high = unbounded(axis, place.row().rateHigh());
      Palette colour = place.role().colour();
      drawing.whisker(colour, place.row().comparability(), low, high, LEFT, RIGHT, middle);
    }
    place.role().draw(drawing, place.row().comparability(), x(axis, place.row().rate()), middle);
    drawing.text(face, END, VALUE, line, VALUE - RIGHT - 4, Bilingual.same(place.printed()));
    drawing.text(face, END, WIDTH, line, WIDTH - VALUE - 4, place.ranks());
  }

  private List<LegendEntry> legend() {
    Legend<RankedArea> legend = new Legend<>(places);
    for (RankedArea place : places.stream().filter(RankedArea::isNamed).toList()) {
      legend.add(
          (d, x, y) -> place.role().draw(d, Comparability.COMPARABLE, x, y),
          Legend.shortened(place.name()));
    }
    legend.addInterval(RankedArea::hasInterval, Palette.OTHER);
    legend.addIfAny(
        place -> place.row().comparability() == Comparability.WITH_CARE,
        (d, x, y) -> d.symbol(Symbol.CIRCLE, Palette.OTHER, Comparability.WITH_CARE, x, y),
        Bilingual.plain("空心：须慎用", "hollow: with care"));
    return legend.entries();
  }

  private static double x(Axis axis, double value) {
    return LEFT + 6 + (RIGHT - LEFT - 12) * axis.share(value);
  }

  private static double unbounded(Axis axis, double value) {
    double share = (value - axis.low()) / (axis.high() - axis.low());
    return LEFT + 6 + (RIGHT - LEFT - 12) * Math.max(-1, Math.min(2, share));
  }
}
