package org.duibiao.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A release as files: the page, and its tables as CSV. */
public final class Report {

  private Report() {}

  /**
   * The files of a report by name: {@code index.html}, {@code benchmarks.csv}, {@code
   * vintages.csv}, {@code disagreements.csv}, {@code figures.csv}. The same input gives the same
   * bytes, in whatever order its rows are.
   */
  public static Map<String, byte[]> files(ReportInput input) {
    Model model = new Model(input);
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("index.html", Page.render(model));
    files.put("benchmarks.csv", CsvFiles.benchmarks(model));
    files.put("vintages.csv", CsvFiles.vintages(model));
    files.put("disagreements.csv", CsvFiles.disagreements(model));
    files.put("figures.csv", CsvFiles.figures(model));
    return Collections.unmodifiableMap(files);
  }
}
