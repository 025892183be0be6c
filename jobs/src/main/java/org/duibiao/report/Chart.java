package org.duibiao.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.duibiao.benchmark.BenchmarkRow;

/**
 * Cities against the reference in one picture: a row a city, its name to the left, a mark on a
 * common scale, its rate to the right; a line where the reference stands. Widths are shares of the
 * page's, so that letters keep their size on a phone.
 */
final class Chart {

  private static final int ROW = 22;
  private static final int TOP = 26;
  private static final int BOTTOM = 42;
  private static final double LEFT = 29;
  private static final double RIGHT = 86;
  private static final double NAMES_END = 27;
  private static final int MARK = 9;
  private static final int ZH_NAME = 8;
  private static final int EN_NAME = 14;
  private static final int STEPS = 4;

  private final Model model;
  private final View view;
  private final double reference;
  private final String basis;
  private final BigDecimal step;
  private final double low;
  private final double high;

  private Chart(Model model, View view) {
    this.model = model;
    this.view = view;
    this.reference = view.reference().rate();
    this.basis = view.reference().basis();
    double least = reference;
    double greatest = reference;
    for (BenchmarkRow row : view.points()) {
      least = Math.min(least, row.rate());
      greatest = Math.max(greatest, row.rate());
    }
    boolean fromZero = least >= 0 && least <= 0.6 * greatest;
    double from = fromZero ? 0 : least;
    this.step = step(greatest - from);
    this.low = Math.floor(from / step.doubleValue()) * step.doubleValue();
    this.high = Math.ceil(greatest / step.doubleValue()) * step.doubleValue();
  }

  /** The picture of a benchmark that has a main year. */
  static Html of(Model model, View view) {
    return new Chart(model, view).draw();
  }

  /** Whether the scale of the picture begins at nought. */
  static boolean beginsAtZero(Model model, View view) {
    return new Chart(model, view).low == 0;
  }

  private Html draw() {
    List<Html> parts = new ArrayList<>();
    int rows = view.points().size() + 1;
    int bottom = TOP + rows * ROW;
    for (BigDecimal tick = multiple(low); tick.doubleValue() <= high; tick = tick.add(step)) {
      String x = x(tick.doubleValue());
      parts.add(
          Html.of(
              "<line class=\"grid\" x1=\"{0}\" x2=\"{0}\" y1=\"{1}\" y2=\"{2}\"/>"
                  + "<text class=\"tick\" x=\"{0}\" y=\"{3}\">{4}</text>",
              x, TOP, bottom, bottom + 15, Numbers.decimal(tick, 6)));
    }
    String line = x(reference);
    double share = (reference - low) / (high - low);
    parts.add(
        Html.of(
            "<line class=\"ref\" x1=\"{0}\" x2=\"{0}\" y1=\"{1}\" y2=\"{2}\"/>"
                + "<text class=\"reflabel {3}\" x=\"{0}\" y=\"{4}\">{5} {6}</text>",
            line,
            TOP - 4,
            bottom,
            share > 0.7 ? "end" : share < 0.3 ? "start" : "middle",
            TOP - 10,
            name(model.reference().code()).tspans(),
            Numbers.rate(reference, basis)));

    int y = TOP;
    boolean placed = false;
    for (BenchmarkRow row : view.points()) {
      if (!placed && row.rate() <= reference) {
        parts.add(reference(y));
        placed = true;
        y += ROW;
      }
      parts.add(city(row, y));
      y += ROW;
    }
    if (!placed) {
      parts.add(reference(y));
    }
    parts.add(
        Html.of(
            "<text class=\"axis\" x=\"{}\" y=\"{}\">{}</text>",
            percent((LEFT + RIGHT) / 2),
            bottom + 33,
            Text.of("{}，{}年", "{}, {}", Model.rateUnit(view.benchmark()), view.year()).tspans()));

    String id = Model.identifier(view.benchmark().id());
    return Html.of(
        "<svg class=\"chart\" role=\"img\" width=\"100%\" height=\"{0}\""
            + " aria-labelledby=\"{1}-t {1}-d\"><title id=\"{1}-t\">{2} · {3}</title>"
            + "<desc id=\"{1}-d\">{4}</desc>{5}</svg>\n",
        bottom + BOTTOM, id, view.benchmark().zh(), view.benchmark().en(), description(), parts);
  }

  private Html city(BenchmarkRow row, int y) {
    int middle = y + ROW / 2;
    String x = x(row.rate());
    boolean above = View.side(row) >= 0;
    String look = (above ? "above" : "below") + (isWithCare(row) ? " care" : "");
    Html mark =
        above
            ? Html.of("<circle class=\"{}\" cx=\"{}\" cy=\"{}\" r=\"5\"/>", look, x, middle)
            : Html.of(
                "<rect class=\"{0}\" x=\"{1}\" y=\"{2}\" width=\"{3}\" height=\"{3}\""
                    + " transform=\"translate(-{4} 0)\"/>",
                look, x, middle - MARK / 2, MARK, MARK / 2.0);
    return Html.of(
        "{0}<line class=\"stem {1}\" x1=\"{2}\" x2=\"{3}\" y1=\"{4}\" y2=\"{4}\"/>{5}{6}\n",
        label(row.cityCode(), middle, "name"),
        above ? "above" : "below",
        x(reference),
        x,
        middle,
        mark,
        value(Numbers.rate(row.rate(), row.basis()), middle, "value"));
  }

  private Html reference(int y) {
    int middle = y + ROW / 2;
    return Html.of(
        "{}<svg x=\"{}\" y=\"{}\" overflow=\"visible\"><path class=\"refmark\""
            + " d=\"M-7 0L0 -7L7 0L0 7Z\"/></svg>{}\n",
        label(model.reference().code(), middle, "name strong"),
        x(reference),
        middle,
        value(Numbers.rate(reference, basis), middle, "value strong"));
  }

  private Html label(String code, int middle, String look) {
    return Html.of(
        "<text class=\"{}\" x=\"{}\" y=\"{}\">{}</text>",
        look,
        percent(NAMES_END),
        middle + 4,
        name(code).tspans());
  }

  private static Html value(String rate, int middle, String look) {
    return Html.of("<text class=\"{}\" x=\"100%\" y=\"{}\">{}</text>", look, middle + 4, rate);
  }

  private Text name(String code) {
    return model.area(code, ZH_NAME, EN_NAME);
  }

  private Html description() {
    List<Html> zh = new ArrayList<>();
    List<Html> en = new ArrayList<>();
    for (BenchmarkRow row : view.points()) {
      Text name = model.area(row.cityCode());
      zh.add(Html.of("{} {}", name.zh(), Numbers.rate(row.rate(), row.basis())));
      en.add(Html.of("{} {}", name.en(), Numbers.rate(row.rate(), row.basis())));
    }
    Text of = model.area(model.reference().code());
    return Html.of(
        "{0}年，{1} {2}；{3}。In {0}, {4} {2}; {5}.",
        view.year(),
        of.zh(),
        Numbers.rate(reference, basis),
        Html.join("、", zh),
        of.en(),
        Html.join(", ", en));
  }

  private static boolean isWithCare(BenchmarkRow row) {
    return !row.comparability().equals("comparable");
  }

  private String x(double value) {
    double share = high == low ? 0.5 : (value - low) / (high - low);
    return percent(LEFT + (RIGHT - LEFT) * share);
  }

  private static String percent(double share) {
    return new BigDecimal(share)
            .setScale(2, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString()
        + "%";
  }

  private BigDecimal multiple(double value) {
    return step.multiply(
        new BigDecimal(value / step.doubleValue()).setScale(0, RoundingMode.HALF_UP));
  }

  /** The least round number of which a few make up the range. */
  private static BigDecimal step(double range) {
    for (int exponent = -6; exponent < 15; exponent++) {
      for (String digits : List.of("1", "2", "2.5", "5")) {
        BigDecimal step = new BigDecimal(digits).scaleByPowerOfTen(exponent);
        if (step.doubleValue() * STEPS >= range) {
          return step;
        }
      }
    }
    return new BigDecimal(range);
  }
}
