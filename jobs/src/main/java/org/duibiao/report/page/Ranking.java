package org.duibiao.report.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Html;
import org.duibiao.markup.Texts;
import org.duibiao.model.code.Comparability;
import org.duibiao.model.code.Polarity;
import org.duibiao.report.chart.ChartRole;
import org.duibiao.report.chart.RankingChart;
import org.duibiao.report.model.BenchmarkView;
import org.duibiao.report.model.Phrases;
import org.duibiao.report.model.ReportIndex;
import org.duibiao.tables.BenchmarkRow;
import org.duibiao.tables.BenchmarkRowBuilder;

/**
 * A benchmark over all cities: their ranking as a picture, and a row a city. What a row rests on
 * stands in the part of its city, which its name opens.
 *
 * @param ahead the cities before the reference in the main year
 * @param behind those after it
 * @param older cities without a figure to compare in that year
 * @param others provinces and the nation
 * @param left how many rows there is no room for
 * @param notes why rows are to be compared with care, with the numbers of the notes
 * @param hidden the columns in which no row has a value
 */
public record Ranking(
    BenchmarkView view,
    List<BenchmarkRow> ahead,
    List<BenchmarkRow> behind,
    List<BenchmarkRow> older,
    List<BenchmarkRow> others,
    int left,
    Map<Bilingual, Integer> notes,
    List<String> hidden) {

  /** The ranking with at most that number of rows. */
  static Ranking of(ReportIndex model, BenchmarkView view, int most) {
    Predicate<BenchmarkRow> isCity = row -> model.isCity(row.cityCode());
    Predicate<BenchmarkRow> isOfYear = row -> BenchmarkView.isOfYear(row, view.year());
    List<BenchmarkRow> others = rows(view, isCity.negate());
    List<BenchmarkRow> main = rows(view, isCity.and(isOfYear));
    List<BenchmarkRow> older = rows(view, isCity.and(isOfYear.negate()));
    int all = main.size() + older.size() + others.size();
    int room = most - others.size() - (view.year() == null ? 0 : 1);
    if (all - others.size() > room) {
      main = main.subList(0, Math.min(main.size(), Math.max(1, room)));
      older = older.subList(0, Math.min(older.size(), Math.max(0, room - main.size())));
    }
    List<BenchmarkRow> ahead =
        main.stream().takeWhile(row -> view.year() == null || !isBehind(view, row)).toList();
    List<BenchmarkRow> shown = Stream.of(main, older, others).flatMap(List::stream).toList();
    Map<Bilingual, Integer> notes = new LinkedHashMap<>();
    shown.stream()
        .flatMap(Ranking::reasons)
        .forEach(reason -> notes.computeIfAbsent(reason, each -> notes.size() + 1));
    List<String> hidden = new ArrayList<>();
    if (!view.isComputed()) {
      hidden.add("needed");
    }
    if (view.benchmark().polarity() == Polarity.NONE) {
      hidden.add("standing");
    }
    if (view.rows().stream().noneMatch(row -> isRanked(view, row))) {
      hidden.add("rank");
    }
    List<BenchmarkRow> behind = main.subList(ahead.size(), main.size());
    int left = all - shown.size();
    return new Ranking(view, ahead, behind, older, others, left, notes, hidden);
  }

  private static List<BenchmarkRow> rows(BenchmarkView view, Predicate<BenchmarkRow> which) {
    return view.rows().stream().filter(which).toList();
  }

  private static boolean isBehind(BenchmarkView view, BenchmarkRow row) {
    double rate = view.reference().rate();
    return view.benchmark().polarity() == Polarity.LOW ? row.rate() > rate : row.rate() <= rate;
  }

  private static boolean isRanked(BenchmarkView view, BenchmarkRow row) {
    return row.rank() != null && BenchmarkView.isOfYear(row, view.year());
  }

  /** Whether a row has a rank in the main year: ranks of other years are not of the same column. */
  public boolean isRanked(BenchmarkRow row) {
    return isRanked(view, row);
  }

  /** The numbers of the notes on a row. */
  public List<Integer> numbers(BenchmarkRow row) {
    return reasons(row).map(notes::get).toList();
  }

  private static Stream<Bilingual> reasons(BenchmarkRow row) {
    return BenchmarkView.reasons(row).stream()
        .filter(reason -> !reason.isHarmless())
        .map(Phrases::flag);
  }

  /** The picture of all cities in a year in which the reference has a figure too. */
  static Html chart(ReportIndex model, BenchmarkView view) {
    List<BenchmarkRow> sorted = new ArrayList<>(view.compared());
    if (view.benchmark().polarity() == Polarity.LOW) {
      Collections.reverse(sorted);
    }
    List<RankingChart.RankedArea> places = new ArrayList<>();
    for (BenchmarkRow row : sorted) {
      Bilingual city = model.areaName(row.cityCode());
      places.add(new RankingChart.RankedArea(city, ChartRole.OTHER, row));
    }
    BenchmarkRow own = view.reference();
    places.add(
        (int) sorted.stream().takeWhile(row -> !isBehind(view, row)).count(),
        new RankingChart.RankedArea(model.referenceName(), ChartRole.REFERENCE, exact(own)));
    Bilingual name = model.benchmarkName(view.benchmark().id());
    Bilingual title = Texts.of("benchmark.cities", view.year(), name, places.size());
    Bilingual unit = ReportIndex.rateUnit(view.benchmark(), own.basis());
    return new RankingChart(title, unit, view.year(), places).draw();
  }

  /** What others are compared with: its interval and the range of its ranks do not count. */
  private static BenchmarkRow exact(BenchmarkRow reference) {
    return BenchmarkRowBuilder.builder(reference)
        .rateLow(null)
        .rankLow(null)
        .comparability(Comparability.COMPARABLE)
        .build();
  }
}
