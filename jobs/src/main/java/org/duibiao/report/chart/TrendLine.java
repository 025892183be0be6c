package org.duibiao.report.chart;

import static org.duibiao.markup.Drawing.FONT_SIZE;
import static org.duibiao.markup.Drawing.LineStyle.DASHED;
import static org.duibiao.markup.Drawing.LineStyle.DOTTED;
import static org.duibiao.markup.Drawing.LineStyle.SOLID;

import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Drawing;
import org.duibiao.markup.Drawing.LineStyle;
import org.duibiao.markup.Numbers;
import org.duibiao.markup.TextMetrics;
import org.duibiao.markup.Texts;
import org.duibiao.model.code.Comparability;
import org.duibiao.model.code.TrendDirection;
import org.duibiao.tables.TrendRow;

/**
 * The figures of a city or the reference over the years.
 *
 * @param name of the city or the reference
 * @param role the city or the reference
 * @param points in the order of the years
 * @param slope how it moves, with a slope; or null
 */
public record TrendLine(Bilingual name, ChartRole role, List<YearPoint> points, TrendRow slope) {

  public TrendLine {
    points = points.stream().sorted(Comparator.comparing(YearPoint::year)).toList();
  }

  /**
   * The figure of a year, drawn at its end.
   *
   * @param year the year
   * @param value the figure
   * @param printed the figure as printed
   */
  public record YearPoint(int year, double value, String printed) {

    public YearPoint {
      if (!(Math.abs(value) < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("Not a value: " + value);
      }
    }
  }

  /** Draws the line; two points with a series break between them are not connected. */
  void draw(Drawing drawing, TrendChart.Scale scale, BiPredicate<YearPoint, YearPoint> isBroken) {
    StringBuilder solid = new StringBuilder();
    StringBuilder dotted = new StringBuilder();
    for (int i = 1; i < points.size(); i++) {
      YearPoint before = points.get(i - 1);
      YearPoint point = points.get(i);
      if (!isBroken.test(before, point)) {
        StringBuilder path = point.year() == before.year() + 1 ? solid : dotted;
        path.append(scale.to("M", before.year(), before.value()));
        path.append(scale.to("L", point.year(), point.value()));
      }
    }
    drawSlope(drawing, scale);
    drawing.stroke(role.colour(), dash(), width(), solid.toString());
    drawing.stroke(role.colour(), DOTTED, 1.4, dotted.toString());
    for (YearPoint point : points) {
      role.draw(drawing, Comparability.COMPARABLE, scale.x(point.year()), scale.y(point.value()));
    }
  }

  private LineStyle dash() {
    return role == ChartRole.CITY ? SOLID : DASHED;
  }

  private double width() {
    return role == ChartRole.CITY ? 2.4 : 1.6;
  }

  /** Draws the Theil–Sen line of a stretch of years. */
  private void drawSlope(Drawing drawing, TrendChart.Scale scale) {
    if (slope == null) {
      return;
    }
    double[] levels =
        points.stream()
            .filter(point -> point.year() >= slope.firstYear() && point.year() <= slope.lastYear())
            .mapToDouble(point -> point.value() - slope.slope() * point.year())
            .sorted()
            .toArray();
    if (levels.length < 2) {
      return;
    }
    double level = (levels[(levels.length - 1) / 2] + levels[levels.length / 2]) / 2;
    String path =
        scale.to("M", slope.firstYear(), level + slope.slope() * slope.firstYear())
            + scale.to("L", slope.lastYear(), level + slope.slope() * slope.lastYear());
    drawing.stroke(role.colour(), DOTTED, 1.2, path);
  }

  /** Says in a legend what the line and its slope are. */
  void explain(Legend<?> legend) {
    legend.add(
        (d, x, y) -> {
          d.stroke(role.colour(), dash(), width(), Drawing.horizontal(x - 8, x + 8, y));
          role.draw(d, Comparability.COMPARABLE, x, y);
        },
        summary());
    if (slope != null) {
      Bilingual direction = text(slope.direction());
      String yearly = Numbers.signed(slope.slope(), Numbers.decimals(slope.slope()));
      int first = slope.firstYear();
      legend.add(
          (d, x, y) -> d.stroke(role.colour(), DOTTED, 1.2, Drawing.horizontal(x - 8, x + 8, y)),
          Texts.of("trend-line.a-year-theil-sen", direction, yearly, first, slope.lastYear()));
    }
  }

  private static Bilingual text(TrendDirection direction) {
    return switch (direction) {
      case RISING -> Bilingual.plain("↗上升", "↗rising");
      case FALLING -> Bilingual.plain("↘下降", "↘falling");
      case NO_TREND -> Bilingual.plain("→无明显趋势", "→no clear trend");
    };
  }

  /** From which figure to which one it goes. */
  Bilingual summary() {
    Bilingual who = TextMetrics.fit(name, 130, FONT_SIZE);
    if (points.isEmpty()) {
      return Bilingual.of("{}：没有数字", "{}: no figures", who);
    }
    YearPoint first = points.get(0);
    YearPoint last = points.get(points.size() - 1);
    return points.size() == 1
        ? Texts.of("trend-line.one-year", who, last.printed(), last.year())
        : Texts.of(
            "trend-line.from-to", who, first.printed(), first.year(), last.printed(), last.year());
  }
}
