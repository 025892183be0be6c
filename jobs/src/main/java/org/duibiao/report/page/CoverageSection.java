package org.duibiao.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Html;
import org.duibiao.markup.Texts;
import org.duibiao.model.Indicator;
import org.duibiao.report.chart.CoverageChart;
import org.duibiao.report.model.CityRows;
import org.duibiao.report.model.ReportIndex;
import org.duibiao.tables.CoverageRow;

/** What is published about a city by any publisher, and what is not. */
final class CoverageSection {

  /** The number of years in the chart. */
  private static final int YEARS = 8;

  /** An indicator that was not published for that number of years is listed as missing. */
  private static final int MISSING = 5;

  private CoverageSection() {}

  static Section of(ReportIndex model, CityRows city) {
    int newest = city.coverage().stream().mapToInt(CoverageRow::year).max().orElse(0);
    int first = newest - MISSING + 1;
    List<CoverageChart.Row> drawn = new ArrayList<>();
    List<Bilingual> missing = new ArrayList<>();
    int indicators = 0;
    int now = 0;
    for (String indicator :
        model.input().indicators().stream().map(Indicator::id).distinct().toList()) {
      TreeMap<Integer, Integer> sources = new TreeMap<>();
      Set<Integer> unverified = new TreeSet<>();
      for (CoverageRow row : city.coverage()) {
        if (row.indicator().equals(indicator) && row.year() > newest - YEARS) {
          sources.put(row.year(), row.published() ? Math.max(1, verified(row)) : 0);
          if (row.published() && verified(row) < row.sources()) {
            unverified.add(row.year());
          }
        }
      }
      if (sources.isEmpty()) {
        continue;
      }
      indicators++;
      now += sources.getOrDefault(newest, 0) > 0 ? 1 : 0;
      Bilingual name = model.indicatorName(indicator);
      if (!isPublished(sources.tailMap(first))) {
        missing.add(name);
      }
      if (isPublished(sources)) {
        drawn.add(new CoverageChart.Row(name, sources, unverified));
      }
    }
    Bilingual title =
        Texts.of(
            "coverage.of-figures-that-the", newest, indicators, model.areaName(city.code()), now);
    Html chart = drawn.isEmpty() ? Html.EMPTY : new CoverageChart(title, drawn).draw();
    Map<String, ?> values =
        Map.of("chart", chart, "missing", missing, "first", first, "newest", newest);
    return new Section("published", List.of(), values);
  }

  private static boolean isPublished(Map<Integer, Integer> sources) {
    return sources.values().stream().anyMatch(each -> each > 0);
  }

  /** The number of publishers without those of unverified sources. */
  private static int verified(CoverageRow row) {
    return row.sources() - (row.unverifiedSources() == null ? 0 : row.unverifiedSources());
  }
}
