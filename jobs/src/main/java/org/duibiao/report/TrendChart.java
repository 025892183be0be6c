package org.duibiao.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.duibiao.model.Bound;
import org.duibiao.report.Drawing.Anchor;
import org.duibiao.report.Drawing.Dash;
import org.duibiao.report.Drawing.Face;
import org.duibiao.report.Drawing.Key;

/**
 * A city and the reference over the years, with what was promised and where the series changed its
 * meaning: no line leads across such a break.
 *
 * @param title the finding
 * @param unit of the values
 * @param lines the city's and the reference's figures
 * @param goals what was promised
 * @param breaks where the series changed
 */
record TrendChart(Text title, Text unit, List<Line> lines, List<Goal> goals, List<Break> breaks) {

  private static final double TOP = 40;
  private static final double HEIGHT = 170;
  private static final double BOTTOM = TOP + HEIGHT;
  private static final double RIGHT = Drawing.WIDTH - 12;
  private static final double TICK = 44;
  private static final String NUMBERS = "①②③④⑤⑥⑦⑧⑨";

  /**
   * A line.
   *
   * @param name whose figures they are
   * @param role the city or the reference
   * @param points in the order of the years
   * @param slope how it moves, or null
   */
  record Line(Text name, Role role, List<Point> points, Slope slope) {

    Line {
      points = points.stream().sorted(Comparator.comparing(Point::year)).toList();
    }
  }

  /**
   * The figure of a year, drawn at its end.
   *
   * @param year the year
   * @param value the figure
   * @param printed the figure as printed
   * @param low where its interval begins, or null
   * @param high where it ends, or null
   * @param trust whether it may simply be compared
   */
  record Point(int year, double value, String printed, Double low, Double high, Trust trust) {

    Point {
      if (!(Math.abs(value) < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("Not a value: " + value);
      }
    }

    private boolean hasInterval() {
      return low != null && high != null && low <= high;
    }
  }

  /**
   * The Theil–Sen line of a stretch of years.
   *
   * @param perYear its slope
   * @param printed the slope as printed, with its sign
   * @param first the first year
   * @param last the last year
   * @param direction rising, falling, or neither is shown
   */
  record Slope(double perYear, String printed, int first, int last, Direction direction) {}

  /** Which way a series goes. */
  enum Direction {
    RISING("↗", "上升", "rising"),
    FALLING("↘", "下降", "falling"),
    NO_TREND("→", "无明显趋势", "no clear trend");

    private final String arrow;
    private final String zh;
    private final String en;

    Direction(String arrow, String zh, String en) {
      this.arrow = arrow;
      this.zh = zh;
      this.en = en;
    }

    /** Of the column {@code direction}. */
    static Direction of(String direction) {
      return switch (direction) {
        case "rising" -> RISING;
        case "falling" -> FALLING;
        default -> NO_TREND;
      };
    }
  }

  /**
   * A promise.
   *
   * @param role who promised
   * @param due the day by which it is due
   * @param value what was promised
   * @param bound how the value bounds it
   * @param text the promise in words, its due day among them
   */
  record Goal(Role role, LocalDate due, double value, Bound bound, Text text) {}

  /**
   * A change of meaning.
   *
   * @param date figures about this day and later are after it
   * @param text what changed
   */
  record Break(LocalDate date, Text text) {}

  TrendChart {
    lines = List.copyOf(lines);
    goals = List.copyOf(goals);
    breaks = breaks.stream().sorted(Comparator.comparing(Break::date)).toList();
  }

  Html draw() {
    Drawing drawing = new Drawing();
    Axis axis = axis();
    double left = 8;
    for (BigDecimal tick : axis.ticks()) {
      left = Math.max(left, 6 + Letters.width(Axis.label(tick), Drawing.SIZE));
    }
    Scale scale = scale(axis, Math.min(left, 80));
    drawing.text(
        Face.SOFT,
        Anchor.START,
        0,
        12,
        Text.of(
            "纵轴：{0}{1}；横轴：年份",
            "Up: {0}{1}; across: years",
            unit,
            axis.beginsAtZero() ? Text.EMPTY : Text.plain("（不从 0 开始）", " (does not begin at 0)")));
    grid(drawing, scale);
    double next = BOTTOM + 34;
    for (int i = 0; i < breaks.size(); i++) {
      breakLine(drawing, scale, i);
    }
    lines.stream().filter(l -> l.role() != Role.CITY).forEach(l -> line(drawing, scale, l));
    lines.stream().filter(l -> l.role() == Role.CITY).forEach(l -> line(drawing, scale, l));
    goals.forEach(goal -> goal(drawing, scale, goal));
    for (Key key : keys()) {
      next = drawing.legend(next, List.of(key));
    }
    for (int i = 0; i < breaks.size(); i++) {
      Break change = breaks.get(i);
      next =
          drawing.paragraph(
              Face.SOFT,
              0,
              next,
              Text.of(
                  "{0} {1} 起口径改变：{2}",
                  "{0} series break at {1}: {2}", number(i), change.date(), change.text()),
              3);
    }
    return drawing.figure(title, description(), next - 8);
  }

  /** Where years and values are in the picture. */
  private record Scale(Axis axis, double left, double first, double last) {

    double x(double year) {
      return left + 6 + (RIGHT - left - 6) * (year - first) / (last - first);
    }

    double y(double value) {
      return BOTTOM - HEIGHT * axis.share(value);
    }
  }

  private Axis axis() {
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (Line line : lines) {
      for (Point point : line.points()) {
        least = Math.min(least, point.value());
        greatest = Math.max(greatest, point.value());
      }
    }
    for (Goal goal : goals) {
      least = Math.min(least, goal.value());
      greatest = Math.max(greatest, goal.value());
    }
    return least > greatest ? Axis.over(0, 1, 4) : Axis.over(least, greatest, 4);
  }

  private Scale scale(Axis axis, double left) {
    double first = Double.POSITIVE_INFINITY;
    double last = Double.NEGATIVE_INFINITY;
    for (Line line : lines) {
      for (Point point : line.points()) {
        first = Math.min(first, point.year());
        last = Math.max(last, point.year());
      }
    }
    for (Goal goal : goals) {
      first = Math.min(first, Math.floor(year(goal.due())));
      last = Math.max(last, Math.ceil(year(goal.due())));
    }
    if (first > last) {
      return new Scale(axis, left, 0, 1);
    }
    return first == last
        ? new Scale(axis, left, first - 1, last + 1)
        : new Scale(axis, left, first, last);
  }

  /** A day among years that stand for their ends: the last day of 2030 is 2030. */
  private static double year(LocalDate day) {
    return day.getYear() - 1 + (double) day.getDayOfYear() / day.lengthOfYear();
  }

  private void grid(Drawing drawing, Scale scale) {
    StringBuilder path = new StringBuilder();
    for (BigDecimal tick : scale.axis().ticks()) {
      double y = scale.y(tick.doubleValue());
      path.append(Drawing.horizontal(scale.left(), RIGHT, y));
      drawing.text(Face.SOFT, Anchor.END, scale.left() - 4, y + 4, Axis.label(tick));
    }
    drawing.stroke(Ink.GRID, Dash.SOLID, 1, path.toString());
    drawing.stroke(Ink.SOFT, Dash.SOLID, 1, Drawing.horizontal(scale.left(), RIGHT, BOTTOM));
    if (lines.stream().allMatch(line -> line.points().isEmpty()) && goals.isEmpty()) {
      drawing.text(
          Face.SOFT,
          Anchor.MIDDLE,
          Drawing.WIDTH / 2,
          TOP + HEIGHT / 2,
          Text.plain("没有数字", "no figures"));
      return;
    }
    int first = (int) Math.ceil(scale.first());
    int last = (int) Math.floor(scale.last());
    int every = 1;
    double room = RIGHT - scale.left();
    while ((last - first) / every * TICK > room) {
      every++;
    }
    StringBuilder marks = new StringBuilder();
    for (int year = last; year >= first; year -= every) {
      double x = scale.x(year);
      marks.append(Drawing.vertical(x, BOTTOM, BOTTOM + 4));
      drawing.text(Face.SOFT, Anchor.MIDDLE, x, BOTTOM + 16, Text.same(year));
    }
    drawing.stroke(Ink.SOFT, Dash.SOLID, 1, marks.toString());
  }

  private void breakLine(Drawing drawing, Scale scale, int index) {
    double year = year(breaks.get(index).date());
    if (year < scale.first() || year > scale.last()) {
      return;
    }
    double x = scale.x(year);
    drawing.fill(Ink.PAPER, Drawing.box(x - 3, TOP - 6, 6, HEIGHT + 5));
    drawing.stroke(
        Ink.SOFT,
        Dash.DASHED,
        1,
        Drawing.vertical(x - 2, TOP - 6, BOTTOM) + Drawing.vertical(x + 2, TOP - 6, BOTTOM));
    drawing.text(Face.STRONG, Anchor.MIDDLE, x, TOP - 10, Text.same(number(index)));
  }

  private void line(Drawing drawing, Scale scale, Line line) {
    StringBuilder solid = new StringBuilder();
    StringBuilder dotted = new StringBuilder();
    StringBuilder intervals = new StringBuilder();
    Point before = null;
    for (Point point : line.points()) {
      double x = scale.x(point.year());
      double y = scale.y(point.value());
      if (before != null && !isBroken(before, point)) {
        StringBuilder path = point.year() == before.year() + 1 ? solid : dotted;
        path.append(place("M", scale.x(before.year()), scale.y(before.value())));
        path.append(place("L", x, y));
      }
      if (point.hasInterval()) {
        intervals.append(Drawing.vertical(x, scale.y(point.low()), scale.y(point.high())));
      }
      before = point;
    }
    Ink ink = line.role().ink();
    slope(drawing, scale, line);
    drawing.stroke(ink, Dash.SOLID, 1, intervals.toString());
    drawing.stroke(
        ink,
        line.role() == Role.CITY ? Dash.SOLID : Dash.DASHED,
        line.role() == Role.CITY ? 2.4 : 1.6,
        solid.toString());
    drawing.stroke(ink, Dash.DOTTED, 1.4, dotted.toString());
    for (Point point : line.points()) {
      drawing.mark(
          line.role().mark(), ink, point.trust(), scale.x(point.year()), scale.y(point.value()));
    }
  }

  private static String place(String command, double x, double y) {
    return command + Drawing.at(x) + " " + Drawing.at(y);
  }

  private boolean isBroken(Point before, Point after) {
    return breaks.stream()
        .mapToDouble(change -> year(change.date()))
        .anyMatch(year -> before.year() < year && year <= after.year());
  }

  private static void slope(Drawing drawing, Scale scale, Line line) {
    Slope slope = line.slope();
    if (slope == null) {
      return;
    }
    double[] levels =
        line.points().stream()
            .filter(point -> point.year() >= slope.first() && point.year() <= slope.last())
            .mapToDouble(point -> point.value() - slope.perYear() * point.year())
            .sorted()
            .toArray();
    if (levels.length < 2) {
      return;
    }
    int half = levels.length / 2;
    double level = levels.length % 2 == 1 ? levels[half] : (levels[half - 1] + levels[half]) / 2;
    DoubleUnaryOperator y = year -> scale.y(level + slope.perYear() * year);
    drawing.stroke(
        line.role().ink(),
        Dash.DOTTED,
        1.2,
        place("M", scale.x(slope.first()), y.applyAsDouble(slope.first()))
            + place("L", scale.x(slope.last()), y.applyAsDouble(slope.last())));
  }

  private void goal(Drawing drawing, Scale scale, Goal goal) {
    double x = scale.x(year(goal.due()));
    double y = scale.y(goal.value());
    goalMark(drawing, goal, x, y);
    lines.stream()
        .filter(line -> line.role() == goal.role() && !line.points().isEmpty())
        .map(line -> line.points().get(line.points().size() - 1))
        .filter(point -> point.year() < year(goal.due()))
        .findFirst()
        .ifPresent(
            point ->
                drawing.stroke(
                    goal.role().ink(),
                    Dash.DOTTED,
                    1,
                    place("M", scale.x(point.year()), scale.y(point.value())) + place("L", x, y)));
  }

  private static boolean isUpper(Bound bound) {
    return bound == Bound.LE || bound == Bound.LT;
  }

  /** A bar at the value, and an arrow to the side on which the promise is kept. */
  private static void goalMark(Drawing drawing, Goal goal, double x, double y) {
    String bar = Drawing.horizontal(x - 8, x + 8, y);
    String arrow =
        switch (goal.bound()) {
          case GE, GT -> Drawing.vertical(x, y, y - 11) + place("M", x - 4, y - 7) + "l4 -4l4 4";
          case LE, LT -> Drawing.vertical(x, y, y + 11) + place("M", x - 4, y + 7) + "l4 4l4 -4";
          case EQ, APPROX, RANGE -> Drawing.vertical(x, y - 4, y + 4);
        };
    drawing.stroke(goal.role().ink(), Dash.SOLID, 2, bar + arrow);
  }

  private List<Key> keys() {
    List<Key> keys = new ArrayList<>();
    for (Line line : lines) {
      keys.add(
          new Key(
              (d, x, y) -> {
                boolean city = line.role() == Role.CITY;
                d.stroke(
                    line.role().ink(),
                    city ? Dash.SOLID : Dash.DASHED,
                    city ? 2.4 : 1.6,
                    Drawing.horizontal(x - 8, x + 8, y));
                d.mark(line.role().mark(), line.role().ink(), Trust.COMPARABLE, x, y);
              },
              summary(line)));
      if (line.slope() != null) {
        Slope slope = line.slope();
        keys.add(
            new Key(
                (d, x, y) ->
                    d.stroke(
                        line.role().ink(), Dash.DOTTED, 1.2, Drawing.horizontal(x - 8, x + 8, y)),
                Text.of(
                    "{0}{1}，每年 {3}（{4}–{5}年，Theil–Sen）",
                    "{0}{2}, {3} a year ({4}–{5}, Theil–Sen)",
                    slope.direction().arrow,
                    slope.direction().zh,
                    slope.direction().en,
                    slope.printed(),
                    slope.first(),
                    slope.last())));
      }
    }
    for (Goal goal : goals) {
      keys.add(
          new Key(
              (d, x, y) -> goalMark(d, goal, x, isUpper(goal.bound()) ? y - 5 : y + 4),
              goal.text()));
    }
    if (lines.stream()
        .flatMap(l -> l.points().stream())
        .anyMatch(p -> p.trust() == Trust.WITH_CARE)) {
      keys.add(
          new Key(
              (d, x, y) -> d.mark(Mark.DOT, Ink.CITY, Trust.WITH_CARE, x, y),
              Text.plain("空心：须慎用", "hollow: with care")));
    }
    return keys;
  }

  private static Text summary(Line line) {
    Text name = Letters.fit(line.name(), 130, Drawing.SIZE);
    if (line.points().isEmpty()) {
      return Text.of("{}：没有数字", "{}: no figures", name);
    }
    Point first = line.points().get(0);
    Point last = line.points().get(line.points().size() - 1);
    return line.points().size() == 1
        ? Text.of("{0} {1}（{2}年）", "{0} {1} ({2})", name, last.printed(), last.year())
        : Text.of(
            "{0} {1}（{2}年）→ {3}（{4}年）",
            "{0} {1} ({2}) → {3} ({4})",
            name,
            first.printed(),
            first.year(),
            last.printed(),
            last.year());
  }

  private Text description() {
    List<Text> parts = new ArrayList<>();
    lines.forEach(line -> parts.add(summary(line)));
    goals.forEach(goal -> parts.add(goal.text()));
    return Text.of("{0}：{1}。", "{0}: {1}.", unit, Text.join("；", "; ", parts));
  }

  private static String number(int index) {
    return index < NUMBERS.length() ? NUMBERS.substring(index, index + 1) : "※";
  }
}
