package org.duibiao.notebook;

import static org.duibiao.markup.Drawing.Anchor.END;
import static org.duibiao.markup.Drawing.Anchor.MIDDLE;
import static org.duibiao.markup.Drawing.Anchor.START;
import static org.duibiao.markup.Drawing.FONT_SIZE;
import static org.duibiao.markup.Drawing.LINE_HEIGHT;
import static org.duibiao.markup.Drawing.TextStyle.PLAIN;
import static org.duibiao.markup.Drawing.TextStyle.SOFT;
import static org.duibiao.markup.Drawing.WIDTH;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.duibiao.markup.Axis;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Drawing;
import org.duibiao.markup.Drawing.Anchor;
import org.duibiao.markup.Drawing.LineStyle;
import org.duibiao.markup.Drawing.TextStyle;
import org.duibiao.markup.Numbers;
import org.duibiao.markup.Palette;
import org.duibiao.markup.Symbol;
import org.duibiao.markup.TextMetrics;
import org.duibiao.model.code.Comparability;

/**
 * The answer to a query as lines or bars, drawn with the same kit as the charts of the report.
 * Lines are told apart by symbol, dashes and their name at the end before colour, bars by name.
 */
final class ChartSvg {

  private static final double PLOT = 190;
  private static final double ROW = 20;
  private static final int STEPS = 4;
  private static final int MOST_LABEL_LINES = 4;
  private static final int MOST_LINES = 8;
  private static final int MOST_BARS = 60;
  private static final int MOST_TICKS = 6;
  private static final double WIDEST_NAME = 120;
  private static final double WIDEST_LINE_NAME = 96;

  /** What stands before the name of a line: its symbol. */
  private static final double KEY = 12;

  private static final List<Symbol> SYMBOLS =
      List.of(Symbol.CIRCLE, Symbol.DIAMOND, Symbol.TRIANGLE_UP, Symbol.TRIANGLE_DOWN);
  private static final List<LineStyle> DASHES = List.of(LineStyle.values());

  /** A figure in a picture; y is null where there is none. */
  private record DataPoint(String x, BigDecimal y) {}

  /** The height at which a line ends. */
  private record LineEnd(int index, String name, double y) {}

  private final ChartSpec spec;
  private final Map<String, List<DataPoint>> series = new LinkedHashMap<>();
  private final Drawing drawing = new Drawing();
  private final Axis scale;

  private ChartSvg(ChartSpec spec, QueryResult result) {
    this.spec = spec;
    int x = result.column(spec.x());
    int y = result.column(spec.y());
    int by = spec.series() == null ? -1 : result.column(spec.series());
    if (result.columns().get(y).type() != QueryResult.ValueType.NUMBER) {
      throw new NotebookException("has a chart whose y=" + spec.y() + " is no column of numbers");
    }
    DoubleSummaryStatistics values = new DoubleSummaryStatistics();
    for (List<String> row : result.rows()) {
      BigDecimal value = number(row.get(y));
      series
          .computeIfAbsent(by < 0 ? "" : String.valueOf(row.get(by)), name -> new ArrayList<>())
          .add(new DataPoint(String.valueOf(row.get(x)), value));
      if (value != null) {
        values.accept(value.doubleValue());
      }
    }
    double least = values.getMin();
    double greatest = values.getMax();
    double base = spec.base().doubleValue();
    boolean nearBase = least > 0 && least <= 0.6 * greatest;
    if (spec.form() == ChartSpec.ChartType.BAR || nearBase || least > greatest) {
      least = Math.min(base, least);
      greatest = Math.max(base, greatest);
    }
    this.scale = Axis.between(least, greatest, STEPS);
  }

  /**
   * The picture of an answer.
   *
   * @param title what it shows, or null
   * @throws NotebookException if the answer cannot be drawn like that
   */
  static ExecutedNotebook.ChartOutput draw(ChartSpec spec, QueryResult result, String title) {
    ChartSvg chart = new ChartSvg(spec, result);
    boolean isLine = spec.form() == ChartSpec.ChartType.LINE;
    double height = isLine ? chart.lines() : chart.bars();
    String name = title == null ? spec.label() : title;
    String form = isLine ? "折线图 line chart" : "条形图 bar chart";
    String lines = spec.series() == null ? "" : "; " + String.join(", ", chart.series.keySet());
    String description = form + ": " + spec.label() + "; " + spec.x() + lines;
    return new ExecutedNotebook.ChartOutput(
        chart.drawing.standalone(name, description, height), name + " (" + description + ")");
  }

  /** The number; null where there is none, or one that no picture can show. */
  private static BigDecimal number(String text) {
    try {
      return text == null ? null : new BigDecimal(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private double lines() {
    if (series.size() > MOST_LINES) {
      throw new NotebookException(
          "has a chart of %s lines; more than %s cannot be told apart: choose some with WHERE",
          series.size(), MOST_LINES);
    }
    List<BigDecimal> ticks = scale.ticks();
    double left = 6 + widest(ticks.stream().map(ChartSvg::printed));
    double names = widest(series.keySet().stream());
    double right = WIDTH - (names == 0 ? 12 : Math.min(WIDEST_LINE_NAME, names) + KEY + 12);
    double top = label();
    double bottom = top + PLOT;
    for (BigDecimal tick : ticks) {
      double y = bottom - PLOT * scale.share(tick.doubleValue());
      rule(Drawing.horizontal(left, right, y), tick.signum() == 0);
      text(SOFT, END, left - 4, y + 4, left, printed(tick));
    }
    Map<String, Double> places = places(left, right);
    int every = (places.size() + MOST_TICKS - 1) / MOST_TICKS;
    int after = places.size();
    for (Map.Entry<String, Double> place : places.entrySet()) {
      if (--after % every == 0) {
        double room = (right - left) * every / places.size();
        text(SOFT, MIDDLE, place.getValue(), bottom + LINE_HEIGHT, room, place.getKey());
      }
    }
    text(SOFT, MIDDLE, (left + right) / 2, bottom + 2 * LINE_HEIGHT, right - left, spec.x());

    List<LineEnd> ends = new ArrayList<>();
    int index = 0;
    for (Map.Entry<String, List<DataPoint>> line : series.entrySet()) {
      List<DataPoint> points = new ArrayList<>(line.getValue());
      points.sort(Comparator.comparing(point -> places.get(point.x())));
      Double end = line(index, points, places, bottom);
      if (end != null) {
        ends.add(new LineEnd(index, line.getKey(), end));
      }
      index++;
    }
    names(ends, right, top, bottom);
    return bottom + 2 * LINE_HEIGHT + 8;
  }

  /** Where the values of x are: by size if they are numbers, else as the rows have them. */
  private Map<String, Double> places(double left, double right) {
    List<String> xs =
        series.values().stream().flatMap(List::stream).map(DataPoint::x).distinct().toList();
    boolean numeric = xs.stream().allMatch(x -> number(x) != null);
    Map<String, Double> places = new LinkedHashMap<>();
    xs.stream()
        .sorted(
            numeric
                ? Comparator.comparing((String x) -> number(x)).thenComparing(x -> x)
                : Comparator.comparing(xs::indexOf))
        .forEach(x -> places.put(x, numeric ? number(x).doubleValue() : places.size()));
    DoubleSummaryStatistics range =
        places.values().stream().mapToDouble(Double::doubleValue).summaryStatistics();
    double first = range.getMin();
    double length = range.getMax() - first;
    places.replaceAll(
        (x, at) -> left + 6 + (right - left - 12) * (length == 0 ? 0.5 : (at - first) / length));
    return places;
  }

  /** Draws a line; the height of its last point, null if it has none. */
  private Double line(
      int index, List<DataPoint> points, Map<String, Double> places, double bottom) {
    StringBuilder path = new StringBuilder();
    List<Runnable> symbols = new ArrayList<>();
    String command = "M";
    Double end = null;
    for (DataPoint point : points) {
      if (point.y() != null) {
        double x = places.get(point.x());
        double y = bottom - PLOT * scale.share(point.y().doubleValue());
        path.append(command).append(Drawing.at(x)).append(' ').append(Drawing.at(y));
        symbols.add(() -> symbol(index, x, y));
        end = y;
      }
      command = point.y() == null ? "M" : "L";
    }
    drawing.stroke(Palette.series(index), DASHES.get(index % DASHES.size()), 2, path.toString());
    symbols.forEach(Runnable::run);
    return end;
  }

  private void symbol(int index, double x, double y) {
    Symbol symbol = SYMBOLS.get(index % SYMBOLS.size());
    drawing.symbol(symbol, Palette.series(index), Comparability.COMPARABLE, x, y);
  }

  /** The names of the lines beside their ends, moved apart where they would overlap. */
  private void names(List<LineEnd> ends, double right, double top, double bottom) {
    ends.sort(Comparator.comparing(LineEnd::y).thenComparing(LineEnd::index));
    double[] places = new double[ends.size()];
    double next = top;
    for (int i = 0; i < places.length; i++) {
      places[i] = Math.max(next, ends.get(i).y());
      next = places[i] + LINE_HEIGHT - 2;
    }
    double limit = bottom;
    for (int i = places.length - 1; i >= 0; i--) {
      double y = Math.min(places[i], limit);
      limit = y - LINE_HEIGHT + 2;
      if (!ends.get(i).name().isEmpty()) {
        double x = right + 6 + KEY;
        symbol(ends.get(i).index(), right + KEY, y);
        text(PLAIN, START, x, y + 4, WIDTH - x, ends.get(i).name());
      }
    }
  }

  private double bars() {
    List<DataPoint> points = series.values().stream().flatMap(List::stream).toList();
    if (points.size() > MOST_BARS) {
      throw new NotebookException(
          "has a chart of %s bars; more than %s cannot be read: choose some with WHERE or LIMIT",
          points.size(), MOST_BARS);
    }
    double widest = widest(points.stream().map(DataPoint::x));
    double numbers =
        widest(points.stream().map(DataPoint::y).filter(Objects::nonNull).map(ChartSvg::printed));
    // A long name stands above its bar, as the name of a group does.
    boolean grouped = spec.series() != null || widest > WIDEST_NAME;
    double names = grouped ? widest(series.keySet().stream()) : widest;
    Map<String, Map<String, BigDecimal>> groups = new LinkedHashMap<>();
    for (Map.Entry<String, List<DataPoint>> one : series.entrySet()) {
      for (DataPoint point : one.getValue()) {
        String name = grouped ? one.getKey() : point.x();
        groups.computeIfAbsent(point.x(), x -> new LinkedHashMap<>()).put(name, point.y());
      }
    }
    double left = Math.min(WIDEST_NAME, names) + 6;
    double from = left + (scale.low() < spec.base().doubleValue() ? numbers + 4 : 0);
    double to = WIDTH - numbers - 6;
    double top = label();
    int rows = groups.values().stream().mapToInt(Map::size).sum() + (grouped ? groups.size() : 0);
    double bottom = top + rows * ROW;
    List<BigDecimal> ticks = scale.ticks();
    for (BigDecimal tick : ticks) {
      double x = from + (to - from) * scale.share(tick.doubleValue());
      rule(Drawing.vertical(x, top, bottom), tick.compareTo(spec.base()) == 0);
      double room = (to - from) / (ticks.size() - 1);
      text(SOFT, MIDDLE, x, bottom + LINE_HEIGHT - 2, room, printed(tick));
    }
    List<String> all = List.copyOf(series.keySet());
    double y = top;
    for (Map.Entry<String, Map<String, BigDecimal>> group : groups.entrySet()) {
      if (grouped) {
        // Grid lines must not cross letters.
        double end = Math.min(WIDTH, width(group.getKey()));
        drawing.fill(Palette.PAPER, Drawing.box(0, y + 3, end, ROW - 4));
        text(PLAIN, START, 0, y + 15, WIDTH, group.getKey());
        y += ROW;
      }
      for (Map.Entry<String, BigDecimal> bar : group.getValue().entrySet()) {
        text(grouped ? SOFT : PLAIN, END, left - 6, y + 14, left - 6, bar.getKey());
        bar(Math.max(0, all.indexOf(bar.getKey())), bar.getValue(), from, to, y);
        y += ROW;
      }
    }
    return bottom + LINE_HEIGHT + 6;
  }

  private void bar(int index, BigDecimal value, double from, double to, double y) {
    double base = from + (to - from) * scale.share(spec.base().doubleValue());
    if (value == null) {
      text(SOFT, START, base + 4, y + 14, WIDTH, "–");
      return;
    }
    double end = from + (to - from) * scale.share(value.doubleValue());
    String box = Drawing.box(Math.min(base, end), y + 4, Math.abs(end - base), ROW - 8);
    drawing.fill(Palette.series(index), box);
    boolean below = end < base;
    text(PLAIN, below ? END : START, below ? end - 4 : end + 4, y + 14, WIDTH, printed(value));
  }

  /** What the numbers are, above the picture; where the picture begins. */
  private double label() {
    Bilingual label = Bilingual.same(spec.label());
    return drawing.paragraph(SOFT, 0, LINE_HEIGHT - 4, label, MOST_LABEL_LINES) - 4;
  }

  private void rule(String path, boolean isBase) {
    drawing.stroke(isBase ? Palette.SOFT : Palette.GRID, LineStyle.SOLID, 1, path);
  }

  private void text(TextStyle style, Anchor anchor, double x, double y, double room, String text) {
    if (!text.isEmpty()) {
      drawing.text(style, anchor, x, y, room + 0.5, Bilingual.same(text));
    }
  }

  private static double width(String text) {
    return TextMetrics.width(text, FONT_SIZE);
  }

  private static double widest(Stream<String> texts) {
    return texts.mapToDouble(ChartSvg::width).max().orElse(0);
  }

  private static String printed(BigDecimal number) {
    return number.abs().compareTo(BigDecimal.valueOf(10_000)) < 0
        ? number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString()
        : Numbers.decimal(number, 6);
  }
}
