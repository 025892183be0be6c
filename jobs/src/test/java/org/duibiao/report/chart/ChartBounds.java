package org.duibiao.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duibiao.markup.Drawing;
import org.duibiao.markup.Html;
import org.duibiao.markup.TextMetrics;
import org.jsoup.nodes.Element;

/**
 * Finds what a picture draws outside its frame, by following its paths and estimating its texts.
 */
final class ChartBounds {

  private static final Pattern COMMAND = Pattern.compile("([MLHVmlhvazZ])([^MLHVmlhvazZ]*)");

  private final double width;
  private final double height;
  private final List<String> outside = new ArrayList<>();

  private ChartBounds(Element svg) {
    String[] box = svg.attr("viewBox").split(" ");
    width = Double.parseDouble(box[2]);
    height = Double.parseDouble(box[3]);
  }

  static List<String> outside(Element svg) {
    ChartBounds bounds = new ChartBounds(svg);
    svg.select("path").forEach(bounds::path);
    svg.select("text").forEach(bounds::text);
    return bounds.outside;
  }

  private void check(double x, double y, Object what) {
    if (!(x >= -0.6 && x <= width + 0.6 && y >= -0.6 && y <= height + 0.6)) {
      String shown = what.toString();
      outside.add(x + " " + y + ": " + shown.substring(0, Math.min(200, shown.length())));
    }
  }

  private void path(Element path) {
    double x = 0;
    double y = 0;
    Matcher commands = COMMAND.matcher(path.attr("d"));
    while (commands.find()) {
      double[] n = numbers(commands.group(2));
      switch (commands.group(1)) {
        case "M", "L" -> {
          x = n[0];
          y = n[1];
        }
        case "l" -> {
          x += n[0];
          y += n[1];
        }
        case "H" -> x = n[0];
        case "V" -> y = n[0];
        case "h" -> x += n[0];
        case "v" -> y += n[0];
        case "a" -> {
          x += n[5];
          y += n[6];
          check(x, y - n[1], path);
          check(x, y + n[1], path);
        }
        case "z" -> {}
        default -> throw new AssertionError(path);
      }
      check(x, y, path);
    }
  }

  private static double[] numbers(String text) {
    if (text.isBlank()) {
      return new double[0];
    }
    String[] parts = text.strip().split("\\s+");
    double[] numbers = new double[parts.length];
    for (int i = 0; i < parts.length; i++) {
      numbers[i] = Double.parseDouble(parts[i]);
    }
    return numbers;
  }

  private void text(Element text) {
    double y = Double.parseDouble(text.attr("y"));
    check(0, y - Drawing.FONT_SIZE * 0.8, text);
    check(0, y + Drawing.FONT_SIZE * 0.2, text);
    String[] places = text.attr("x").split(" ");
    for (String language : List.of("zh-CN", "en")) {
      Element copy = text.clone();
      copy.select("tspan[lang]:not([lang=" + language + "])").remove();
      double size = text.hasAttr("font-weight") ? Drawing.FONT_SIZE * 1.05 : Drawing.FONT_SIZE;
      String shown = places.length > 1 ? "0" : copy.wholeText();
      double length = TextMetrics.width(Html.text(shown), size);
      for (String place : places) {
        double x = Double.parseDouble(place);
        double start =
            switch (text.attr("text-anchor")) {
              case "middle" -> x - length / 2;
              case "end" -> x - length;
              default -> x;
            };
        check(start, y, text);
        check(start + length, y, text);
      }
    }
  }
}
