package org.duibiao.notebook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.duibiao.markup.Axis;
import org.duibiao.markup.Drawing;
import org.duibiao.markup.Html;
import org.duibiao.markup.Numbers;
import org.duibiao.markup.TextMetrics;

/**
 * Lines and bars, drawn in attributes, without a style sheet or script, as wide as a phone. Lines
 * are told apart by shape, by dashes and by their name at the end, then by colour; bars by name.
 */
final class ChartSvg {

  private static final double WIDTH = 340;
  private static final double PLOT = 190;
  private static final double LINE = 16;
  private static final double ROW = 20;
  private static final int SIZE = 12;
  private static final int STEPS = 4;
  private static final int MOST_LABEL = 4;
  private static final int MOST_SERIES = 8;
  private static final int MOST_BARS = 60;
  private static final int MOST_TICKS = 6;
  private static final double MOST_NAME = 120;
  private static final String INK = "#1b2530";
  private static final String SOFT = "#55606b";
  private static final List<String> COLOURS =
      List.of("#0b5a8a", "#a34a00", "#2f6b2f", "#7a3b8f", "#55606b", "#8a1c3c", "#00696b", INK);
  private static final List<String> DASHES = List.of("", "6 3", "2 2", "8 3 2 3");

  /** A figure in a picture; y is null where there is none. */
  private record DataPoint(String x, BigDecimal y) {}

  private final ChartSpec spec;
  private final Map<String, List<DataPoint>> series = new LinkedHashMap<>();
  private final List<Html> parts = new ArrayList<>();
  private final Axis scale;

  private ChartSvg(ChartSpec spec, QueryResult result) {
    this.spec = spec;
    int x = column(result, spec.x());
    int y = column(result, spec.y());
    int by = spec.series() == null ? -1 : column(result, spec.series());
    if (result.columns().get(y).type() != QueryResult.ValueType.NUMBER) {
      throw new NotebookException("has a chart whose y=" + spec.y() + " is no column of numbers");
    }
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (List<String> row : result.rows()) {
      BigDecimal value = number(row.get(y));
      String name = by < 0 ? "" : String.valueOf(row.get(by));
      series
          .computeIfAbsent(name, k -> new ArrayList<>())
          .add(new DataPoint(String.valueOf(row.get(x)), value));
      if (value != null) {
        least = Math.min(least, value.doubleValue());
        greatest = Math.max(greatest, value.doubleValue());
      }
    }
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
    double height = spec.form() == ChartSpec.ChartType.LINE ? chart.lines() : chart.bars();
    String name = title == null ? spec.label() : title;
    String description =
        (spec.form() == ChartSpec.ChartType.LINE ? "折线图 line chart" : "条形图 bar chart")
            + ": "
            + spec.label()
            + "; "
            + spec.x()
            + (spec.series() == null ? "" : "; " + String.join(", ", chart.series.keySet()));
    Html svg =
        Html.of(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" role=\"img\""
                + " viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\" font-family=\"sans-serif\""
                + " font-size=\"{2}\" fill=\"{3}\"><title>{4}</title><desc>{5}</desc>\n{6}\n</svg>",
            Drawing.at(WIDTH),
            Drawing.at(Math.ceil(height)),
            SIZE,
            INK,
            name,
            description,
            Html.trusted(String.join("\n", chart.parts.stream().map(Html::toString).toList())));
    return new ExecutedNotebook.ChartOutput(svg, name + " (" + description + ")");
  }

  private static int column(QueryResult result, String name) {
    int column = result.column(name);
    if (column < 0) {
      throw new NotebookException(
          "has a chart of the column '"
              + name
              + "', which the query does not give; it gives "
              + String.join(", ", result.names()));
    }
    return column;
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
    if (series.size() > MOST_SERIES) {
      throw new NotebookException(
          "has a chart of "
              + series.size()
              + " lines; more than "
              + MOST_SERIES
              + " cannot be told apart: choose some with WHERE");
    }
    List<String> xs = places();
    List<BigDecimal> numbers = xs.stream().map(ChartSvg::number).toList();
    boolean numeric = !numbers.isEmpty() && !numbers.contains(null);
    double first = numeric ? numbers.get(0).doubleValue() : 0;
    double last = numeric ? numbers.get(xs.size() - 1).doubleValue() : xs.size() - 1;

    List<BigDecimal> ticks = scale.ticks();
    double left = 6 + ticks.stream().mapToDouble(tick -> width(printed(tick))).max().orElse(0);
    double names = series.keySet().stream().mapToDouble(ChartSvg::width).max().orElse(0);
    double right = WIDTH - (names == 0 ? 12 : Math.min(96, names) + 14);
    double top = label();
    double bottom = top + PLOT;
    for (BigDecimal tick : ticks) {
      double y = bottom - PLOT * scale.share(tick.doubleValue());
      rule(
          "M" + Drawing.at(left) + " " + Drawing.at(y) + "H" + Drawing.at(right),
          tick.signum() == 0);
      text(left - 4, y + 4, "end", SOFT, printed(tick), left);
    }
    int every = (xs.size() + MOST_TICKS - 1) / MOST_TICKS;
    Map<String, Double> places = new LinkedHashMap<>();
    for (int i = 0; i < xs.size(); i++) {
      double at = numeric ? numbers.get(i).doubleValue() : i;
      double x =
          last == first
              ? (left + right) / 2
              : left + 6 + (right - left - 12) * (at - first) / (last - first);
      places.put(xs.get(i), x);
      if ((xs.size() - 1 - i) % every == 0) {
        text(x, bottom + LINE, "middle", SOFT, xs.get(i), (right - left) * every / xs.size());
      }
    }
    text((left + right) / 2, bottom + 2 * LINE, "middle", SOFT, spec.x(), right - left);

    Map<Integer, Double> ends = new LinkedHashMap<>();
    int index = 0;
    for (List<DataPoint> points : series.values()) {
      Double end = line(index, points, places, xs, bottom);
      if (end != null) {
        ends.put(index, end);
      }
      index++;
    }
    names(ends, right, top, bottom);
    return bottom + 2 * LINE + 8;
  }

  /** The places along the axis: by size if they are numbers, else as the rows have them. */
  private List<String> places() {
    Set<String> xs = new LinkedHashSet<>();
    series.values().forEach(points -> points.forEach(point -> xs.add(point.x())));
    if (xs.stream().allMatch(x -> number(x) != null)) {
      TreeSet<String> sorted =
          new TreeSet<>(Comparator.comparing((String x) -> number(x)).thenComparing(x -> x));
      sorted.addAll(xs);
      return List.copyOf(sorted);
    }
    return List.copyOf(xs);
  }

  /** Draws a line; the height of its last point, null if it has none. */
  private Double line(
      int index,
      List<DataPoint> points,
      Map<String, Double> places,
      List<String> xs,
      double bottom) {
    StringBuilder path = new StringBuilder();
    StringBuilder marks = new StringBuilder();
    List<DataPoint> ordered = new ArrayList<>(points);
    ordered.sort(Comparator.comparingInt(point -> xs.indexOf(point.x())));
    String move = "M";
    Double end = null;
    for (DataPoint point : ordered) {
      if (point.y() == null) {
        move = "M";
        continue;
      }
      double x = places.get(point.x());
      end = bottom - PLOT * scale.share(point.y().doubleValue());
      path.append(move).append(Drawing.at(x)).append(' ').append(Drawing.at(end));
      marks.append(mark(index, x, end));
      move = "L";
    }
    String colour = COLOURS.get(index);
    parts.add(
        Html.of(
            "<path d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"2\"{}/>",
            path,
            colour,
            index % DASHES.size() == 0
                ? Html.EMPTY
                : Html.of(" stroke-dasharray=\"{}\"", DASHES.get(index % DASHES.size()))));
    parts.add(Html.of("<path d=\"{}\" fill=\"{}\"/>", marks, colour));
    return end;
  }

  private static String mark(int index, double x, double y) {
    return switch (index % 4) {
      case 0 -> "M" + Drawing.at(x - 3) + " " + Drawing.at(y) + "a3 3 0 1 0 6 0a3 3 0 1 0 -6 0z";
      case 1 -> "M" + Drawing.at(x - 3) + " " + Drawing.at(y - 3) + "h6v6h-6z";
      case 2 -> "M" + Drawing.at(x - 4) + " " + Drawing.at(y + 3) + "h8l-4 -7z";
      default -> "M" + Drawing.at(x - 4) + " " + Drawing.at(y) + "l4 -4l4 4l-4 4z";
    };
  }

  /** The names of the lines beside their ends, moved apart where they would stand in each other. */
  private void names(Map<Integer, Double> ends, double right, double top, double bottom) {
    List<String> all = List.copyOf(series.keySet());
    List<Integer> order = new ArrayList<>(ends.keySet());
    order.sort(Comparator.comparing((Integer index) -> ends.get(index)).thenComparing(i -> i));
    double[] places = new double[order.size()];
    double next = top;
    for (int i = 0; i < places.length; i++) {
      places[i] = Math.max(next, ends.get(order.get(i)));
      next = places[i] + LINE - 2;
    }
    double limit = bottom;
    for (int i = places.length - 1; i >= 0; i--) {
      places[i] = Math.min(places[i], limit);
      limit = places[i] - LINE + 2;
      int index = order.get(i);
      text(
          right + 6, places[i] + 4, "start", COLOURS.get(index), all.get(index), WIDTH - right - 6);
    }
  }

  private double bars() {
    long bars = series.values().stream().mapToLong(List::size).sum();
    if (bars > MOST_BARS) {
      throw new NotebookException(
          "has a chart of "
              + bars
              + " bars; more than "
              + MOST_BARS
              + " cannot be read: choose some with WHERE or LIMIT");
    }
    List<String> all = List.copyOf(series.keySet());
    double names = 0;
    double numbers = 0;
    for (List<DataPoint> points : series.values()) {
      for (DataPoint point : points) {
        names = Math.max(names, width(point.x()));
        numbers = Math.max(numbers, point.y() == null ? 0 : width(printed(point.y())));
      }
    }
    // A name that is long stands above its bar, as the name of a group does.
    boolean grouped = spec.series() != null || names > MOST_NAME;
    if (spec.series() != null) {
      names = all.stream().mapToDouble(ChartSvg::width).max().orElse(0);
    } else if (grouped) {
      names = 0;
    }
    Map<String, Map<String, BigDecimal>> groups = new LinkedHashMap<>();
    for (Map.Entry<String, List<DataPoint>> one : series.entrySet()) {
      for (DataPoint point : one.getValue()) {
        groups
            .computeIfAbsent(point.x(), k -> new LinkedHashMap<>())
            .put(grouped ? one.getKey() : point.x(), point.y());
      }
    }
    double left = Math.min(MOST_NAME, names) + 6;
    double from = left + (scale.low() < spec.base().doubleValue() ? numbers + 4 : 0);
    double to = WIDTH - numbers - 6;
    double top = label();
    int rows = groups.values().stream().mapToInt(Map::size).sum() + (grouped ? groups.size() : 0);
    double bottom = top + rows * ROW;
    List<BigDecimal> ticks = scale.ticks();
    for (BigDecimal tick : ticks) {
      double x = from + (to - from) * scale.share(tick.doubleValue());
      rule(
          "M" + Drawing.at(x) + " " + Drawing.at(top) + "V" + Drawing.at(bottom),
          tick.compareTo(spec.base()) == 0);
      text(x, bottom + LINE - 2, "middle", SOFT, printed(tick), (to - from) / (ticks.size() - 1));
    }
    double y = top;
    double base = from + (to - from) * scale.share(spec.base().doubleValue());
    for (Map.Entry<String, Map<String, BigDecimal>> group : groups.entrySet()) {
      if (grouped) {
        // Lines of the scale do not run through letters.
        double end = Math.min(WIDTH, width(group.getKey()));
        parts.add(
            Html.of(
                "<path d=\"M0 {}h{}v{}H0z\" fill=\"#fff\"/>",
                Drawing.at(y + 3),
                Drawing.at(end),
                Drawing.at(ROW - 4)));
        text(0, y + 15, "start", INK, group.getKey(), WIDTH);
        y += ROW;
      }
      for (Map.Entry<String, BigDecimal> bar : group.getValue().entrySet()) {
        text(left - 6, y + 14, "end", grouped ? SOFT : INK, bar.getKey(), left - 6);
        bar(Math.max(0, all.indexOf(bar.getKey())), bar.getValue(), base, from, to, y);
        y += ROW;
      }
    }
    return bottom + LINE + 6;
  }

  private void bar(int index, BigDecimal value, double base, double from, double to, double y) {
    if (value == null) {
      text(base + 4, y + 14, "start", SOFT, "–", WIDTH);
      return;
    }
    double end = from + (to - from) * scale.share(value.doubleValue());
    parts.add(
        Html.of(
            "<path d=\"M{} {}h{}v{}h{}z\" fill=\"{}\"/>",
            Drawing.at(Math.min(base, end)),
            Drawing.at(y + 4),
            Drawing.at(Math.abs(end - base)),
            Drawing.at(ROW - 8),
            Drawing.at(-Math.abs(end - base)),
            COLOURS.get(index % COLOURS.size())));
    boolean below = end < base;
    text(below ? end - 4 : end + 4, y + 14, below ? "end" : "start", INK, printed(value), WIDTH);
  }

  /** What the numbers are, above the picture; where the picture begins. */
  private double label() {
    double y = 0;
    for (String line : TextMetrics.wrap(spec.label(), WIDTH, SIZE, MOST_LABEL)) {
      y += LINE;
      text(0, y - 4, "start", SOFT, line, WIDTH);
    }
    return y + 8;
  }

  private void rule(String path, boolean strong) {
    parts.add(Html.of("<path d=\"{}\" stroke=\"{}\"/>", path, strong ? SOFT : "#d5dbe1"));
  }

  private void text(double x, double y, String anchor, String colour, String text, double room) {
    if (text.isEmpty()) {
      return;
    }
    parts.add(
        Html.of(
            "<text x=\"{}\" y=\"{}\"{}{}>{}</text>",
            Drawing.at(x),
            Drawing.at(y),
            anchor.equals("start") ? Html.EMPTY : Html.of(" text-anchor=\"{}\"", anchor),
            colour.equals(INK) ? Html.EMPTY : Html.of(" fill=\"{}\"", colour),
            TextMetrics.fit(text, room + 0.5, SIZE)));
  }

  private static double width(String text) {
    return TextMetrics.width(text, SIZE);
  }

  private static String printed(BigDecimal number) {
    return number.abs().compareTo(BigDecimal.valueOf(10_000)) < 0
        ? number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString()
        : Numbers.decimal(number, 6);
  }
}
