package org.duibiao.report.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import org.duibiao.report.model.Citations;
import org.duibiao.report.model.CityRows;
import org.duibiao.report.model.ReportIndex;
import org.duibiao.tables.CoverageRow;

/** What is published about a city by any publisher, and what is not. */
final class CoverageSection extends Section {

  /** The number of years in the chart. */
  private static final int YEARS = 8;

  /** An indicator that was not published for that number of years is listed as missing. */
  private static final int MISSING = 5;

  private final CityRows city;

  CoverageSection(ReportIndex model, CityRows city) {
    super(model, "published", Texts.of("coverage.what-is-published-of"));
    this.city = city;
  }

  @Override
  Html body(Citations citations) {
    if (city.coverage().isEmpty()) {
      return Html.EMPTY;
    }
    int newest = city.coverage().stream().mapToInt(CoverageRow::year).max().orElse(0);
    Map<String, TreeMap<Integer, Integer>> years = new LinkedHashMap<>();
    Map<String, Set<Integer>> unverified = new HashMap<>();
    for (Indicator indicator : model.input().indicators()) {
      for (CoverageRow row : city.coverage()) {
        if (row.indicator().equals(indicator.id()) && row.year() > newest - YEARS) {
          years
              .computeIfAbsent(indicator.id(), id -> new TreeMap<>())
              .put(row.year(), row.published() ? Math.max(1, verified(row)) : 0);
          if (row.published() && verified(row) < row.sources()) {
            unverified.computeIfAbsent(indicator.id(), id -> new TreeSet<>()).add(row.year());
          }
        }
      }
    }
    List<CoverageChart.Row> drawn = new ArrayList<>();
    List<Bilingual> missing = new ArrayList<>();
    int now = 0;
    for (Map.Entry<String, TreeMap<Integer, Integer>> entry : years.entrySet()) {
      TreeMap<Integer, Integer> sources = entry.getValue();
      now += sources.getOrDefault(newest, 0) > 0 ? 1 : 0;
      boolean isRecent =
          sources.tailMap(newest - MISSING + 1).values().stream().anyMatch(each -> each > 0);
      if (!isRecent) {
        missing.add(model.indicatorName(entry.getKey()));
      }
      if (sources.values().stream().anyMatch(each -> each > 0)) {
        drawn.add(
            new CoverageChart.Row(
                model.indicatorName(entry.getKey()),
                sources,
                unverified.getOrDefault(entry.getKey(), Set.of())));
      }
    }
    Bilingual title =
        Texts.of(
            "coverage.of-figures-that-the", newest, years.size(), model.areaName(city.code()), now);
    return Html.all(
        drawn.isEmpty() ? Html.EMPTY : new CoverageChart(title, drawn).draw(),
        missing.isEmpty()
            ? Html.EMPTY
            : Paragraph.of(
                Texts.of(
                    "coverage.not-seen-published-for",
                    newest - MISSING + 1,
                    newest,
                    Bilingual.list(missing))));
  }

  /** The number of publishers without those of unverified sources. */
  private static int verified(CoverageRow row) {
    return row.sources() - (row.unverifiedSources() == null ? 0 : row.unverifiedSources());
  }
}
