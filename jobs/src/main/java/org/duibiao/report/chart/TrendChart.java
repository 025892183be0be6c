package org.duibiao.report.chart;

import static org.duibiao.markup.Drawing.Anchor.END;
import static org.duibiao.markup.Drawing.Anchor.MIDDLE;
import static org.duibiao.markup.Drawing.Anchor.START;
import static org.duibiao.markup.Drawing.FONT_SIZE;
import static org.duibiao.markup.Drawing.LineStyle.DASHED;
import static org.duibiao.markup.Drawing.LineStyle.DOTTED;
import static org.duibiao.markup.Drawing.LineStyle.SOLID;
import static org.duibiao.markup.Drawing.TextStyle.SOFT;
import static org.duibiao.markup.Drawing.TextStyle.STRONG;
import static org.duibiao.markup.Drawing.WIDTH;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.duibiao.markup.Axis;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Drawing;
import org.duibiao.markup.Drawing.LegendEntry;
import org.duibiao.markup.Html;
import org.duibiao.markup.Palette;
import org.duibiao.markup.TextMetrics;
import org.duibiao.markup.Texts;
import org.duibiao.model.code.Bound;

/**
 * A city and the reference over the years, with targets and series breaks; no line crosses a break.
 *
 * @param title the finding
 * @param unit of the values
 * @param lines the city's and the reference's figures
 * @param targets the targets
 * @param breaks where the series changed
 */
public record TrendChart(
    Bilingual title,
    Bilingual unit,
    List<TrendLine> lines,
    List<TargetLine> targets,
    List<Break> breaks) {

  private static final double TOP = 40;
  private static final double HEIGHT = 170;
  private static final double BOTTOM = TOP + HEIGHT;
  private static final double RIGHT = WIDTH - 12;

  /** The distance between the value axis and the first year. */
  private static final double GAP = 6;

  /** The width of a year's label. */
  private static final double TICK = 44;

  private static final String NUMBERS = "①②③④⑤⑥⑦⑧⑨";

  /**
   * A target of the city.
   *
   * @param due the day by which it is due
   * @param value to be reached
   * @param bound how the value bounds it
   * @param text the target in words, with its due date
   */
  public record TargetLine(LocalDate due, double value, Bound bound, Bilingual text) {}

  /**
   * A series break.
   *
   * @param date figures about this day and later are after it
   * @param text what changed
   */
  public record Break(LocalDate date, Bilingual text) {}

  /** The positions of years, from the first one at the left edge, and of values. */
  record Scale(Axis axis, double left, double first, double last) {

    double x(double year) {
      return left + (RIGHT - left) * (year - first) / (last - first);
    }

    double y(double value) {
      return BOTTOM - HEIGHT * axis.share(value);
    }

    /** A point of a path at that year and value. */
    String to(String command, double year, double value) {
      return command + Drawing.at(x(year)) + " " + Drawing.at(y(value));
    }
  }

  public TrendChart {
    breaks = breaks.stream().sorted(Comparator.comparing(Break::date)).toList();
  }

  public Html draw() {
    Drawing drawing = new Drawing();
    Axis axis = axis();
    double left =
        axis.ticks().stream()
            .mapToDouble(tick -> 6 + TextMetrics.width(Axis.label(tick), FONT_SIZE))
            .reduce(8, Math::max);
    Scale scale = scale(axis, Math.min(left, 80));
    Bilingual origin = axis.beginsAtZero() ? Bilingual.EMPTY : Texts.of("trend.does-not-begin-at");
    drawing.text(SOFT, START, 0, 12, Texts.of("trend.up-across-years", unit, origin));
    grid(drawing, scale);
    double next = BOTTOM + 34;
    for (int i = 0; i < breaks.size(); i++) {
      breakLine(drawing, scale, i);
    }
    lines.stream()
        .sorted(Comparator.comparing(line -> line.role() == ChartRole.CITY))
        .forEach(line -> line.draw(drawing, scale, this::isBroken));
    targets.forEach(goal -> drawTarget(drawing, scale, goal));
    for (LegendEntry key : legend()) {
      next = drawing.legend(next, List.of(key));
    }
    for (int i = 0; i < breaks.size(); i++) {
      Break change = breaks.get(i);
      Bilingual text = Texts.of("trend.series-break-at", number(i), change.date(), change.text());
      next = drawing.paragraph(SOFT, 0, next, text, 3);
    }
    return drawing.figure(title, description(), next - 8);
  }

  private Axis axis() {
    DoubleSummaryStatistics values =
        DoubleStream.concat(
                points().mapToDouble(TrendLine.YearPoint::value),
                targets.stream().mapToDouble(TargetLine::value))
            .summaryStatistics();
    return values.getCount() == 0
        ? Axis.over(0, 1, 4)
        : Axis.over(values.getMin(), values.getMax(), 4);
  }

  private Stream<TrendLine.YearPoint> points() {
    return lines.stream().flatMap(line -> line.points().stream());
  }

  private Scale scale(Axis axis, double left) {
    DoubleSummaryStatistics years =
        DoubleStream.concat(
                points().mapToDouble(TrendLine.YearPoint::year),
                targets.stream()
                    .mapToDouble(goal -> year(goal.due()))
                    .flatMap(due -> DoubleStream.of(Math.floor(due), Math.ceil(due))))
            .summaryStatistics();
    double first = years.getCount() == 0 ? 0 : years.getMin();
    double last = years.getCount() == 0 ? 0 : years.getMax();
    double margin = first == last ? 1 : 0;
    return new Scale(axis, left + GAP, first - margin, last + margin);
  }

  private void grid(Drawing drawing, Scale scale) {
    StringBuilder path = new StringBuilder();
    for (BigDecimal tick : scale.axis().ticks()) {
      double y = scale.y(tick.doubleValue());
      path.append(Drawing.horizontal(scale.left() - GAP, RIGHT, y));
      drawing.text(SOFT, END, scale.left() - GAP - 4, y + 4, Axis.label(tick));
    }
    drawing.stroke(Palette.GRID, SOLID, 1, path.toString());
    drawing.stroke(Palette.SOFT, SOLID, 1, Drawing.horizontal(scale.left() - GAP, RIGHT, BOTTOM));
    if (lines.stream().allMatch(line -> line.points().isEmpty()) && targets.isEmpty()) {
      Bilingual none = Bilingual.plain("没有数字", "no figures");
      drawing.text(SOFT, MIDDLE, WIDTH / 2, TOP + HEIGHT / 2, none);
      return;
    }
    int first = (int) Math.ceil(scale.first());
    int last = (int) Math.floor(scale.last());
    int most = 1 + (int) ((RIGHT - scale.left()) / TICK);
    int every = 1 + (last - first) / most;
    StringBuilder marks = new StringBuilder();
    for (int year = last; year >= first; year -= every) {
      double x = scale.x(year);
      marks.append(Drawing.vertical(x, BOTTOM, BOTTOM + 4));
      drawing.text(SOFT, MIDDLE, x, BOTTOM + 16, Bilingual.same(year));
    }
    drawing.stroke(Palette.SOFT, SOLID, 1, marks.toString());
  }

  private void breakLine(Drawing drawing, Scale scale, int index) {
    double year = year(breaks.get(index).date());
    if (year < scale.first() || year > scale.last()) {
      return;
    }
    double x = scale.x(year);
    drawing.fill(Palette.PAPER, Drawing.box(x - 3, TOP - 6, 6, HEIGHT + 5));
    String lines =
        Drawing.vertical(x - 2, TOP - 6, BOTTOM) + Drawing.vertical(x + 2, TOP - 6, BOTTOM);
    drawing.stroke(Palette.SOFT, DASHED, 1, lines);
    drawing.text(STRONG, MIDDLE, x, TOP - 10, Bilingual.same(number(index)));
  }

  /** A date as a number of years, which stand for their ends: the last day of 2030 is 2030. */
  private static double year(LocalDate day) {
    return day.getYear() - 1 + (double) day.getDayOfYear() / day.lengthOfYear();
  }

  private boolean isBroken(TrendLine.YearPoint before, TrendLine.YearPoint after) {
    return breaks.stream()
        .mapToDouble(change -> year(change.date()))
        .anyMatch(year -> before.year() < year && year <= after.year());
  }

  private void drawTarget(Drawing drawing, Scale scale, TargetLine goal) {
    double due = year(goal.due());
    drawTargetMark(drawing, goal, scale.x(due), scale.y(goal.value()));
    String end = scale.to("L", due, goal.value());
    lines.stream()
        .filter(line -> line.role() == ChartRole.CITY && !line.points().isEmpty())
        .map(line -> line.points().get(line.points().size() - 1))
        .filter(point -> point.year() < due)
        .findFirst()
        .map(point -> scale.to("M", point.year(), point.value()) + end)
        .ifPresent(path -> drawing.stroke(Palette.CITY, DOTTED, 1, path));
  }

  /** Draws a bar at the value and an arrow to the side on which the target is met. */
  private static void drawTargetMark(Drawing drawing, TargetLine goal, double x, double y) {
    String bar = Drawing.horizontal(x - 8, x + 8, y);
    String arrow =
        switch (goal.bound()) {
          case GE, GT -> Drawing.vertical(x, y, y - 11) + Drawing.move(x - 4, y - 7) + "l4 -4l4 4";
          case LE, LT -> Drawing.vertical(x, y, y + 11) + Drawing.move(x - 4, y + 7) + "l4 4l4 -4";
          case EQ, APPROX, RANGE -> Drawing.vertical(x, y - 4, y + 4);
        };
    drawing.stroke(Palette.CITY, SOLID, 2, bar + arrow);
  }

  private List<LegendEntry> legend() {
    Legend<TrendLine> legend = new Legend<>(lines);
    lines.forEach(line -> line.explain(legend));
    for (TargetLine goal : targets) {
      double down = goal.bound() == Bound.LE || goal.bound() == Bound.LT ? -5 : 4;
      legend.add((d, x, y) -> drawTargetMark(d, goal, x, y + down), goal.text());
    }
    return legend.entries();
  }

  private Bilingual description() {
    List<Bilingual> parts = new ArrayList<>();
    lines.forEach(line -> parts.add(line.summary()));
    targets.forEach(goal -> parts.add(goal.text()));
    return Texts.of("trend.description", unit, Bilingual.statements(parts));
  }

  private static String number(int index) {
    return index < NUMBERS.length() ? NUMBERS.substring(index, index + 1) : "※";
  }
}
