package org.duibiao.notebook;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the result of a query is drawn: {@code -- CHART line x=year y=rate series=city label="per
 * million"}. The notebook format has no place for it; other programs read it as a comment.
 *
 * @param form line or bar
 * @param x the column along the axis, or that of the names of the bars
 * @param y the column of numbers
 * @param series the column that groups rows into lines or bars, or null
 * @param base where bars begin, such as 1 for ratios
 * @param label what the numbers are, with their unit
 */
record ChartSpec(ChartType form, String x, String y, String series, BigDecimal base, String label) {

  /** Forms of pictures. */
  enum ChartType {
    LINE,
    BAR
  }

  private static final List<String> KEYS = List.of("x", "y", "series", "base", "label");
  private static final Pattern WORD =
      Pattern.compile("\\s+([a-z]+)=(?:\"([^\"]*)\"|([^\\s\"]+))(?=\\s|$)");
  private static final String HELP =
      "; a chart is asked for by -- CHART line x=COLUMN y=COLUMN, or bar, with series=COLUMN,"
          + " base=NUMBER and label=\"…\" if wanted";

  /**
   * Reads what stands behind {@code CHART}.
   *
   * @throws NotebookException if it says no chart
   */
  static ChartSpec parse(String text) {
    String form = text.split("\\s", 2)[0].toUpperCase(Locale.ROOT);
    if (!form.equals("LINE") && !form.equals("BAR")) {
      throw new NotebookException("has a chart of no known form: " + text + HELP);
    }
    Map<String, String> words = new LinkedHashMap<>();
    Matcher word = WORD.matcher(text).region(form.length(), text.length());
    while (word.lookingAt()) {
      if (!KEYS.contains(word.group(1))) {
        throw new NotebookException("has a chart with the unknown %s=%s", word.group(1), HELP);
      }
      words.put(word.group(1), word.group(2) != null ? word.group(2) : word.group(3));
      word.region(word.end(), text.length());
    }
    if (word.regionStart() < text.length()) {
      throw new NotebookException("has a chart that cannot be read: " + text + HELP);
    }
    if (!words.containsKey("x") || !words.containsKey("y")) {
      throw new NotebookException("has a chart without x= and y=: " + text + HELP);
    }
    String base = words.getOrDefault("base", "0");
    try {
      ChartType type = ChartType.valueOf(form);
      String y = words.get("y");
      String label = words.getOrDefault("label", y);
      BigDecimal from = new BigDecimal(base);
      return new ChartSpec(type, words.get("x"), y, words.get("series"), from, label);
    } catch (NumberFormatException e) {
      throw new NotebookException("has a chart whose base= is no number: " + base, e);
    }
  }
}
