package org.duibiao.benchmark.selection;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.duibiao.model.SeriesBreak;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.Status;
import org.duibiao.tables.Figure;
import org.duibiao.tables.IndicatorValue;

/** Short ways to choose, for tests. */
public final class SelectionFixture {

  static final SeriesBreak CENSUS_2020 =
      new SeriesBreak(
          "census_2020",
          "第七次全国人口普查",
          "the census of 2020",
          List.of("permanent_population"),
          List.of(),
          LocalDate.of(2020, 11, 1),
          LocalDate.of(2021, 5, 11),
          2011,
          2019,
          "国家统计局");

  static final SeriesBreak CENSUS_2010 =
      new SeriesBreak(
          "census_2010",
          "第六次全国人口普查",
          "the census of 2010",
          List.of("permanent_population"),
          List.of(),
          LocalDate.of(2010, 11, 1),
          LocalDate.of(2011, 4, 28),
          null,
          null,
          "国家统计局");

  public static final List<SeriesBreak> BREAKS = List.of(CENSUS_2010, CENSUS_2020);

  private SelectionFixture() {}

  public static ValueSelector selectorOf(List<Figure> figures) {
    return selectorOf(figures, BREAKS);
  }

  public static ValueSelector selectorOf(List<Figure> figures, List<SeriesBreak> breaks) {
    ValueSelector chooser = new ValueSelector(breaks);
    figures.forEach(each -> chooser.add(each, Status.ACTUAL, Measure.LEVEL, "city"));
    return chooser;
  }

  public static SelectedValues select(TestFigure... figures) {
    return select(List.of(figures).stream().map(TestFigure::build).toList());
  }

  public static SelectedValues select(List<Figure> figures) {
    return selectorOf(figures).select("run", Set.of());
  }

  public static SelectedValues select(List<Figure> figures, List<SeriesBreak> breaks) {
    return selectorOf(figures, breaks).select("run", Set.of());
  }

  static IndicatorValue selected(TestFigure... figures) {
    List<IndicatorValue> values = select(figures).values();
    if (values.size() != 1) {
      throw new AssertionError("Not one value but " + values);
    }
    return values.get(0);
  }
}
