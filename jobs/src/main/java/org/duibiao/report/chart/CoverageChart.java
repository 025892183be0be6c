package org.duibiao.report.chart;

import static org.duibiao.markup.Drawing.Anchor.MIDDLE;
import static org.duibiao.markup.Drawing.Anchor.START;
import static org.duibiao.markup.Drawing.FONT_SIZE;
import static org.duibiao.markup.Drawing.LineStyle.DOTTED;
import static org.duibiao.markup.Drawing.LineStyle.SOLID;
import static org.duibiao.markup.Drawing.TextStyle.INVERSE;
import static org.duibiao.markup.Drawing.TextStyle.PLAIN;
import static org.duibiao.markup.Drawing.TextStyle.SOFT;
import static org.duibiao.markup.Drawing.WIDTH;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Drawing;
import org.duibiao.markup.Drawing.LegendEntry;
import org.duibiao.markup.Drawing.TextStyle;
import org.duibiao.markup.Html;
import org.duibiao.markup.Palette;
import org.duibiao.markup.TextMetrics;
import org.duibiao.markup.Texts;

/**
 * What is published about a city: a row for each indicator, a column for each year; a cell shows
 * how many publishers give the figure, or that none does.
 *
 * @param title the finding
 * @param rows the indicators
 */
public record CoverageChart(Bilingual title, List<Row> rows) {

  /** The smallest and the largest width of the names. */
  private static final double LEAST_NAME = 100;

  private static final double MOST_NAME = 190;
  private static final double ROW = 19;
  private static final double TOP = 22;
  private static final double WIDEST = 26;
  private static final double NARROWEST = 14;

  /** A cell of this width has room for a figure. */
  private static final double READABLE = 9;

  /** How many years there is room for. */
  private static final int YEARS = 30;

  /**
   * One indicator.
   *
   * @param name of the indicator
   * @param sources the number of publishers that give the figure, by year; 0 if none does; a year
   *     that is missing was not checked
   * @param unverified the years in which others give it too, but only in unverified sources
   */
  public record Row(Bilingual name, Map<Integer, Integer> sources, Set<Integer> unverified) {}

  /** How well a figure is covered. */
  private enum CoverageLevel {
    NONE("虚框：没有发布", "dotted: not published"),
    ONE("浅色：一家", "light: one"),
    MORE("深色：两家以上", "dark: two or more");

    private final Bilingual text;

    CoverageLevel(String zh, String en) {
      this.text = Bilingual.plain(zh, en);
    }

    private static CoverageLevel of(int sources) {
      return sources <= 0 ? NONE : sources == 1 ? ONE : MORE;
    }

    private void draw(Drawing drawing, String boxes) {
      switch (this) {
        case NONE -> drawing.stroke(Palette.OTHER, DOTTED, 1, boxes);
        case ONE -> drawing.fill(Palette.COVER, boxes);
        case MORE -> drawing.fill(Palette.CITY, boxes);
      }
    }
  }

  public Html draw() {
    Drawing drawing = new Drawing();
    List<Integer> years = years();
    double cell = cell(years.size());
    double left = WIDTH - cell * years.size();
    heading(drawing, years, left, cell);
    Map<CoverageLevel, String> boxes = new EnumMap<>(CoverageLevel.class);
    StringBuilder corners = new StringBuilder();
    double y = TOP;
    for (Row row : rows) {
      drawing.text(PLAIN, START, 0, y + 13, left - 6, row.name());
      for (int i = 0; i < years.size(); i++) {
        Integer sources = row.sources().get(years.get(i));
        if (sources != null) {
          String box = Drawing.box(left + i * cell + 1, y + 1.5, cell - 2, ROW - 3);
          boxes.merge(CoverageLevel.of(sources), box, String::concat);
        }
        if (row.unverified().contains(years.get(i))) {
          corners.append(corner(left + (i + 1) * cell - 1, y + 1.5));
        }
      }
      y += ROW;
    }
    boxes.forEach((level, paths) -> level.draw(drawing, paths));
    if (!corners.isEmpty()) {
      drawing.fill(Palette.WORSE, corners.toString());
    }
    for (int i = 0; i < rows.size() && cell >= READABLE; i++) {
      figures(drawing, rows.get(i), years, left, cell, TOP + i * ROW + 13.5);
    }
    Bilingual across = Texts.of("coverage.across-years-in-a");
    return drawing.figure(
        title, description(years), TOP + rows.size() * ROW + 16, across, legend());
  }

  /** Marks the upper right corner of a cell. */
  private static String corner(double right, double top) {
    return Drawing.move(right, top) + "v6l-6 -6z";
  }

  private double cell(int years) {
    double names =
        rows.stream()
            .mapToDouble(row -> TextMetrics.width(row.name(), FONT_SIZE) + 8)
            .reduce(LEAST_NAME, Math::max);
    double room = WIDTH - Math.min(names, MOST_NAME);
    double cell = Math.max(NARROWEST, Math.min(WIDEST, room / Math.max(1, years)));
    return Math.min(cell, (WIDTH - LEAST_NAME) / Math.max(1, years));
  }

  /** From the first year to the last one, or the last ones that there is room for. */
  private List<Integer> years() {
    IntSummaryStatistics published =
        rows.stream()
            .flatMap(row -> row.sources().keySet().stream())
            .mapToInt(Integer::intValue)
            .summaryStatistics();
    int last = published.getMax();
    return IntStream.rangeClosed(Math.max(published.getMin(), last - YEARS + 1), last)
        .boxed()
        .toList();
  }

  private static void heading(Drawing drawing, List<Integer> years, double left, double cell) {
    int every = (int) Math.ceil(42 / cell);
    for (int i = years.size() - 1; i >= 0; i -= every) {
      drawing.text(SOFT, MIDDLE, left + (i + 0.5) * cell, 13, Bilingual.same(years.get(i)));
    }
  }

  private static void figures(
      Drawing drawing, Row row, List<Integer> years, double left, double cell, double y) {
    for (TextStyle face : List.of(PLAIN, INVERSE)) {
      List<Double> places = new ArrayList<>();
      StringBuilder letters = new StringBuilder();
      for (int i = 0; i < years.size(); i++) {
        Integer sources = row.sources().get(years.get(i));
        if (sources != null
            && (CoverageLevel.of(sources) == CoverageLevel.MORE) == (face == INVERSE)) {
          places.add(left + (i + 0.5) * cell);
          letters.append(sources <= 0 ? "–" : sources > 9 ? "+" : Integer.toString(sources));
        }
      }
      if (!places.isEmpty()) {
        drawing.characters(face, places, y, letters.toString());
      }
    }
  }

  private List<LegendEntry> legend() {
    Legend<Row> legend = new Legend<>(rows);
    for (CoverageLevel level : CoverageLevel.values()) {
      legend.addIfAny(
          row ->
              row.sources().values().stream()
                  .anyMatch(sources -> CoverageLevel.of(sources) == level),
          (d, x, y) -> level.draw(d, Drawing.box(x - 8, y - 6, 16, 12)),
          level.text);
    }
    legend.addIfAny(
        row -> !row.unverified().isEmpty(),
        (d, x, y) -> {
          d.stroke(Palette.OTHER, SOLID, 1, Drawing.box(x - 8, y - 6, 16, 12));
          d.fill(Palette.WORSE, corner(x + 8, y - 6));
        },
        Texts.of("coverage.corner-unverified-sources-too"));
    return legend.entries();
  }

  private Bilingual description(List<Integer> years) {
    List<Bilingual> parts = new ArrayList<>();
    for (Row row : rows) {
      List<Integer> known =
          years.stream().map(row.sources()::get).filter(Objects::nonNull).toList();
      long published = known.stream().filter(sources -> sources > 0).count();
      parts.add(Texts.of("coverage.of-years", row.name(), published, known.size()));
    }
    return Texts.of("coverage.years-published", Bilingual.statements(parts));
  }
}
