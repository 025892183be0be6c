package org.duibiao.report.chart;

import static org.duibiao.markup.Drawing.Anchor.END;
import static org.duibiao.markup.Drawing.Anchor.MIDDLE;
import static org.duibiao.markup.Drawing.Anchor.START;
import static org.duibiao.markup.Drawing.FONT_SIZE;
import static org.duibiao.markup.Drawing.LineStyle.SOLID;
import static org.duibiao.markup.Drawing.TextStyle.PLAIN;
import static org.duibiao.markup.Drawing.TextStyle.SOFT;
import static org.duibiao.markup.Drawing.TextStyle.STRONG;
import static org.duibiao.markup.Drawing.WIDTH;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Drawing;
import org.duibiao.markup.Drawing.LegendEntry;
import org.duibiao.markup.Html;
import org.duibiao.markup.Numbers;
import org.duibiao.markup.Palette;
import org.duibiao.markup.Symbol;
import org.duibiao.markup.TextMetrics;
import org.duibiao.markup.Texts;
import org.duibiao.model.code.Comparability;
import org.duibiao.model.code.RateOrigin;
import org.duibiao.model.code.Standing;
import org.duibiao.tables.BenchmarkRow;

/**
 * A city and the reference in one chart: for each benchmark the ratio of the city's rate to the
 * reference's with its interval, on a log scale where the reference is 1.
 *
 * @param title the finding
 * @param city whose rates they are
 * @param reference what they are compared with
 * @param rows the benchmarks, in the order in which they are shown
 */
public record RatioChart(Bilingual title, Bilingual city, Bilingual reference, List<Row> rows) {

  private static final double LEFT = 6;
  private static final double RIGHT = 214;
  private static final double TOP = 36;
  private static final double ROW = 48;
  private static final double BAND = 29;

  /** How much wider bold letters are. */
  private static final double BOLD = 1.25;

  /** How a standing is drawn, and what that means. */
  private record Mark(Symbol symbol, Palette colour, Bilingual text) {

    static Mark of(Standing standing) {
      return switch (standing) {
        case BETTER ->
            new Mark(Symbol.TRIANGLE_UP, Palette.BETTER, Bilingual.plain("较好", "better"));
        case WORSE -> new Mark(Symbol.TRIANGLE_DOWN, Palette.WORSE, Bilingual.plain("较差", "worse"));
        case SIMILAR ->
            new Mark(Symbol.CIRCLE, Palette.EVEN, Texts.of("ratio.no-demonstrable-difference"));
        case NOT_JUDGED ->
            new Mark(Symbol.BAR, Palette.OTHER, Bilingual.plain("未评优劣", "not judged"));
      };
    }

    void draw(Drawing drawing, Comparability comparability, double x, double y) {
      drawing.symbol(symbol, colour, comparability, x, y);
    }
  }

  /**
   * One benchmark.
   *
   * @param name of the benchmark
   * @param unit of its rate
   * @param row how the city's rate compares with the reference's; it has a ratio
   */
  public record Row(Bilingual name, Bilingual unit, BenchmarkRow row) {

    public Row {
      if (!(row.ratio() >= 0 && row.ratio() < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("Not a ratio: " + row.ratio());
      }
    }

    private boolean hasInterval() {
      return row.ratioLow() != null && row.ratioHigh() != null && row.ratioLow() <= row.ratioHigh();
    }
  }

  /** The chart; a table beside it has its figures. */
  public Html draw() {
    Drawing drawing = new Drawing();
    RatioScale scale = RatioScale.over(rows);
    double one = x(scale, 1);
    double bottom = TOP + rows.size() * ROW;
    Bilingual unity = Bilingual.both("{} = 1", Legend.shortened(reference));
    double half = BOLD * TextMetrics.width(unity, FONT_SIZE) / 2;
    drawing.text(STRONG, MIDDLE, Math.max(half, Math.min(one, WIDTH - half)), 12, unity);
    Bilingual less = Bilingual.plain("← 低于它", "← below it");
    Bilingual more = Bilingual.plain("高于它 →", "above it →");
    drawing.text(SOFT, END, Math.max(one - 8, TextMetrics.width(less, FONT_SIZE)), 29, less);
    drawing.text(SOFT, START, Math.max(one, TextMetrics.width(less, FONT_SIZE)) + 8, 29, more);
    drawing.text(SOFT, END, WIDTH, 29, Texts.of("ratio.city-vs-reference"));
    drawing.stroke(
        Palette.GRID,
        SOLID,
        1,
        scale.ticks().stream()
            .map(tick -> verticals(x(scale, tick.doubleValue()), 20, 38))
            .collect(Collectors.joining()));
    drawing.stroke(Palette.REFERENCE, SOLID, 1.2, verticals(one, 18, 40));
    for (int i = 0; i < rows.size(); i++) {
      row(drawing, scale, rows.get(i), TOP + i * ROW);
    }
    for (BigDecimal tick : scale.ticks()) {
      Bilingual label = Bilingual.same(Numbers.decimal(tick, 6));
      drawing.text(SOFT, MIDDLE, x(scale, tick.doubleValue()), bottom + 13, label);
    }
    Bilingual across =
        Texts.of("ratio.across-as-a-multiple", Legend.shortened(city), Legend.shortened(reference));
    return drawing.figure(title, Drawing.FIGURES_IN_TABLE, bottom + 30, across, legend());
  }

  /** A line in each row. */
  private String verticals(double x, double from, double to) {
    return IntStream.range(0, rows.size())
        .mapToDouble(i -> TOP + i * ROW)
        .mapToObj(top -> Drawing.vertical(x, top + from, top + to))
        .collect(Collectors.joining());
  }

  private static void row(Drawing drawing, RatioScale scale, Row row, double y) {
    double middle = y + BAND;
    double room = WIDTH - RIGHT - 8;
    BenchmarkRow figures = row.row();
    Bilingual terms = Bilingual.of("{0}，{1}年", "{0}, {1}", row.unit(), figures.year());
    Bilingual values =
        Texts.of(
            "ratio.vs",
            printed(figures.rate(), figures.basis()),
            printed(figures.referenceRate(), figures.basis()));
    drawing.text(PLAIN, START, 0, y + 11, row.name());
    drawing.text(SOFT, END, WIDTH, middle + 12, room, terms);
    drawing.text(PLAIN, END, WIDTH, middle - 3, room, values);
    double x = x(scale, figures.ratio());
    Mark mark = Mark.of(figures.standing());
    if (row.hasInterval()) {
      double low = x(scale, figures.ratioLow());
      double high = x(scale, figures.ratioHigh());
      drawing.whisker(mark.colour(), figures.comparability(), low, high, LEFT, RIGHT, middle);
    }
    if (x < LEFT) {
      drawing.stroke(mark.colour(), SOLID, 1.5, Drawing.move(5, middle - 4) + "l-4 4l4 4");
    } else if (x > RIGHT) {
      drawing.stroke(mark.colour(), SOLID, 1.5, Drawing.move(RIGHT + 1, middle - 4) + "l4 4l-4 4");
    }
    double place = Math.max(LEFT + 6, Math.min(RIGHT - 6, x));
    mark.draw(drawing, figures.comparability(), place, middle);
  }

  private List<LegendEntry> legend() {
    Legend<Row> legend = new Legend<>(rows);
    for (Standing standing : Standing.values()) {
      legend.addIfAny(
          row -> row.row().standing() == standing,
          (d, x, y) -> Mark.of(standing).draw(d, Comparability.COMPARABLE, x, y),
          Mark.of(standing).text());
    }
    return legend
        .addIfAny(
            row -> row.row().comparability() == Comparability.WITH_CARE,
            (d, x, y) -> {
              d.whisker(Palette.EVEN, Comparability.WITH_CARE, x - 8, x + 8, 0, WIDTH, y);
              d.symbol(Symbol.CIRCLE, Palette.EVEN, Comparability.WITH_CARE, x, y);
            },
            Texts.of("ratio.hollow-dashed-with-care"))
        .addInterval(Row::hasInterval, Palette.EVEN)
        .entries();
  }

  /** A rate; there is no room for the decimals of a large number. */
  private static String printed(double rate, RateOrigin basis) {
    return Numbers.decimals(rate) == 0 ? Numbers.fixed(rate, 0) : Numbers.rate(rate, basis);
  }

  private static double x(RatioScale scale, double ratio) {
    return LEFT + (RIGHT - LEFT) * scale.share(ratio);
  }
}
