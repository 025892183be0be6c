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
import org.duibiao.markup.Axis;
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

  /**
   * A logarithmic scale for ratios: 2 is as far from 1 as 0.5.
   *
   * @param low where it begins, less than 1
   * @param high where it ends, more than 1
   */
  private record Scale(double low, double high) {

    private static final double LEAST = 1e-3;
    private static final double GREATEST = 1e3;

    /** The factor by which intervals may extend the scale beyond the ratios. */
    private static final double STRETCH = 2;

    private static final double MARGIN = 1.06;

    /** From this quotient of its ends on, the numbers on the scale are multiples of each other. */
    private static final double WIDE = 3.5;

    private static final int FEW = 7;

    private static final List<List<String>> DIGITS =
        List.of(List.of("1", "1.5", "2", "3", "5", "7"), List.of("1", "2", "5"), List.of("1", "3"));

    /** A scale that shows the ratios and, as far as there is room, their intervals. */
    static Scale over(List<Row> rows) {
      double least = 0.9;
      double greatest = 1.1;
      for (Row each : rows) {
        double ratio = each.row().ratio();
        if (ratio > 0) {
          least = Math.max(LEAST, Math.min(least, ratio));
          greatest = Math.min(GREATEST, Math.max(greatest, ratio));
        }
      }
      double from = least;
      double to = greatest;
      for (Row each : rows) {
        Double low = each.row().ratioLow();
        Double high = each.row().ratioHigh();
        from = low == null ? from : Math.min(from, Math.max(low, least / STRETCH));
        to = high == null ? to : Math.max(to, Math.min(high, greatest * STRETCH));
      }
      return new Scale(from / MARGIN, to * MARGIN);
    }

    /** Where a ratio stands, which may be outside the picture. */
    double x(double ratio) {
      double from = StrictMath.log(low);
      double share =
          ratio <= 0 ? -1 : (StrictMath.log(ratio) - from) / (StrictMath.log(high) - from);
      return LEFT + (RIGHT - LEFT) * Math.max(-1, Math.min(2, share));
    }

    /** The numbers on it, 1 among them. */
    List<BigDecimal> ticks() {
      if (high / low < WIDE) {
        return Axis.over(low, high, high / low < 1.5 ? 4 : 5).ticks().stream()
            .filter(this::holds)
            .toList();
      }
      return DIGITS.stream()
          .map(this::multiples)
          .filter(ticks -> ticks.size() <= FEW)
          .findFirst()
          .orElseGet(() -> multiples(List.of("1")));
    }

    /** The powers of ten times these numbers that are on it. */
    private List<BigDecimal> multiples(List<String> digits) {
      return IntStream.rangeClosed(-4, 4)
          .boxed()
          .flatMap(ten -> digits.stream().map(d -> new BigDecimal(d).scaleByPowerOfTen(ten)))
          .filter(this::holds)
          .toList();
    }

    private boolean holds(BigDecimal tick) {
      return tick.doubleValue() >= low && tick.doubleValue() <= high;
    }
  }

  /** The chart; a table beside it has its figures. */
  public Html draw() {
    Drawing drawing = new Drawing();
    Scale scale = Scale.over(rows);
    double one = scale.x(1);
    double bottom = TOP + rows.size() * ROW;
    Bilingual unity = Bilingual.both("{} = 1", Legend.shortened(reference));
    double half = BOLD * TextMetrics.width(unity, FONT_SIZE) / 2;
    drawing.text(STRONG, MIDDLE, Math.max(half, Math.min(one, WIDTH - half)), 12, unity);
    Bilingual less = Bilingual.plain("← 低于它", "← below it");
    Bilingual more = Bilingual.plain("高于它 →", "above it →");
    drawing.text(SOFT, END, Math.max(one - 8, TextMetrics.width(less, FONT_SIZE)), 29, less);
    drawing.text(SOFT, START, Math.max(one, TextMetrics.width(less, FONT_SIZE)) + 8, 29, more);
    drawing.text(SOFT, END, WIDTH, 29, Texts.of("ratio.city-vs-reference"));
    String lines =
        scale.ticks().stream()
            .map(tick -> verticals(scale.x(tick.doubleValue()), 20, 38))
            .collect(Collectors.joining());
    drawing.stroke(Palette.GRID, SOLID, 1, lines);
    drawing.stroke(Palette.REFERENCE, SOLID, 1.2, verticals(one, 18, 40));
    for (int i = 0; i < rows.size(); i++) {
      row(drawing, scale, rows.get(i), TOP + i * ROW);
    }
    for (BigDecimal tick : scale.ticks()) {
      Bilingual label = Bilingual.same(Numbers.decimal(tick, 6));
      drawing.text(SOFT, MIDDLE, scale.x(tick.doubleValue()), bottom + 13, label);
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

  private static void row(Drawing drawing, Scale scale, Row row, double y) {
    double middle = y + BAND;
    double room = WIDTH - RIGHT - 8;
    BenchmarkRow figures = row.row();
    Bilingual terms = Bilingual.of("{0}，{1}年", "{0}, {1}", row.unit(), figures.year());
    String own = printed(figures.rate(), figures.basis());
    Bilingual values = Texts.of("ratio.vs", own, printed(figures.referenceRate(), figures.basis()));
    drawing.text(PLAIN, START, 0, y + 11, row.name());
    drawing.text(SOFT, END, WIDTH, middle + 12, room, terms);
    drawing.text(PLAIN, END, WIDTH, middle - 3, room, values);
    double x = scale.x(figures.ratio());
    Mark mark = Mark.of(figures.standing());
    if (row.hasInterval()) {
      double low = scale.x(figures.ratioLow());
      double high = scale.x(figures.ratioHigh());
      drawing.whisker(mark.colour(), figures.comparability(), low, high, LEFT, RIGHT, middle);
    }
    if (x < LEFT) {
      drawing.stroke(mark.colour(), SOLID, 1.5, Drawing.move(5, middle - 4) + "l-4 4l4 4");
    } else if (x > RIGHT) {
      drawing.stroke(mark.colour(), SOLID, 1.5, Drawing.move(RIGHT + 1, middle - 4) + "l4 4l-4 4");
    }
    double place = Math.max(LEFT + 6, Math.min(RIGHT - 6, x));
    drawing.symbol(mark.symbol(), mark.colour(), figures.comparability(), place, middle);
  }

  private List<LegendEntry> legend() {
    Legend<Row> legend = new Legend<>(rows);
    for (Standing standing : Standing.values()) {
      Mark mark = Mark.of(standing);
      legend.addIfAny(
          row -> row.row().standing() == standing,
          (d, x, y) -> d.symbol(mark.symbol(), mark.colour(), Comparability.COMPARABLE, x, y),
          mark.text());
    }
    legend.addIfAny(
        row -> row.row().comparability() == Comparability.WITH_CARE,
        (d, x, y) -> {
          d.whisker(Palette.EVEN, Comparability.WITH_CARE, x - 8, x + 8, 0, WIDTH, y);
          d.symbol(Symbol.CIRCLE, Palette.EVEN, Comparability.WITH_CARE, x, y);
        },
        Texts.of("ratio.hollow-dashed-with-care"));
    legend.addInterval(Row::hasInterval, Palette.EVEN);
    return legend.entries();
  }

  /** A rate; there is no room for the decimals of a large number. */
  private static String printed(double rate, RateOrigin basis) {
    return Numbers.decimals(rate) == 0 ? Numbers.fixed(rate, 0) : Numbers.rate(rate, basis);
  }
}
