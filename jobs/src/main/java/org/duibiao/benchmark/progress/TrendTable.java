package org.duibiao.benchmark.progress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.duibiao.benchmark.Interval;
import org.duibiao.benchmark.Intervals;
import org.duibiao.benchmark.rate.Rate;
import org.duibiao.benchmark.rate.Rates;
import org.duibiao.benchmark.rate.SeriesContinuity;
import org.duibiao.benchmark.selection.SelectedValues;
import org.duibiao.benchmark.stats.TheilSen;
import org.duibiao.model.Benchmark;
import org.duibiao.model.Indicator;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.RateOrigin;
import org.duibiao.model.code.TrendDirection;
import org.duibiao.tables.TrendRow;
import org.duibiao.tables.TrendRowBuilder;

/**
 * The rows of gold.trends: of every benchmark, computed and as published, and of every indicator
 * that is none. A series is cut at series breaks, where it goes over to other residents, and where
 * it goes over to a publisher who in some year differs by more than a tenth from the one before;
 * limits, quotations and rates on the population of another year are left out. Beside the trend of
 * all points stands that of the last five, and whether the series turned.
 */
public final class TrendTable {

  private static final int FEWEST_POINTS = 6;

  /**
   * Of five points the interval leaves out 0 only where each is above, or below, the one before.
   */
  private static final int RECENT_POINTS = 5;

  private final SelectedValues values;
  private final SeriesContinuity continuity;
  private final List<TrendRow> rows = new ArrayList<>();

  private TrendTable(SelectedValues values) {
    this.values = values;
    this.continuity = new SeriesContinuity(values);
  }

  /** The trends of all areas, by city, series, origin of the rate and first year. */
  public static List<TrendRow> compute(
      List<Benchmark> benchmarks, List<Indicator> indicators, SelectedValues values) {
    TrendTable table = new TrendTable(values);
    Set<String> taken = new HashSet<>();
    for (Benchmark each : benchmarks) {
      Rates rates = new Rates(each, values);
      for (RateOrigin origin : RateOrigin.values()) {
        table.add(each.id(), origin, area -> rates.series(area, origin));
      }
      taken.add(each.id());
      if (each.published() != null) {
        taken.add(each.published().id());
      }
    }
    for (Indicator each : indicators) {
      if (!taken.contains(each.id())) {
        table.add(
            each.id(),
            RateOrigin.PUBLISHED,
            area -> values.series(area, each.id()).values().stream().map(Rate::published).toList());
      }
    }
    table.rows.sort(
        Comparator.comparing(TrendRow::cityCode)
            .thenComparing(TrendRow::series)
            .thenComparing(TrendRow::basis)
            .thenComparingInt(TrendRow::firstYear));
    return List.copyOf(table.rows);
  }

  private void add(String series, RateOrigin origin, Function<String, List<Rate>> ratesOf) {
    for (String area : values.byArea().keySet()) {
      List<Rate> points = ratesOf.apply(area).stream().filter(TrendTable::isUsable).toList();
      List<List<Rate>> parts = SeriesContinuity.segments(points, continuity::isBroken);
      parts.stream()
          .filter(part -> part.size() >= FEWEST_POINTS)
          .map(part -> row(area, series, origin, part, parts.size() > 1))
          .filter(Objects::nonNull)
          .forEach(rows::add);
    }
  }

  private static boolean isUsable(Rate rate) {
    Set<Flag> flags = rate.flags();
    if (rate.denominator() == null) {
      // A series that is on registered residents throughout is a series.
      flags.remove(Flag.REGISTERED_POPULATION);
    }
    return rate.toDouble() != null && flags.stream().noneMatch(Flag::isNeverRanked);
  }

  /** Null only where a slope is beyond the range of doubles. */
  private static TrendRow row(
      String area, String series, RateOrigin origin, List<Rate> points, boolean cut) {
    double[] x = points.stream().mapToDouble(each -> each.value().year()).toArray();
    double[] y = points.stream().mapToDouble(Rate::toDouble).toArray();
    int firstYear = points.get(0).value().year();
    int lastYear = points.get(points.size() - 1).value().year();
    double first = y[0];
    double last = y[y.length - 1];
    double change = last - first;
    if (!Double.isFinite(change)) {
      return null;
    }
    TheilSen line = TheilSen.of(x, y, Intervals.USUAL);
    int recent = x.length - RECENT_POINTS;
    TheilSen recentLine = line(x, y, recent, x.length);
    TrendDirection direction = direction(line.interval());
    TrendDirection recentDirection = direction(recentLine.interval());
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    int years = lastYear - firstYear;
    if (cut) {
      flags.add(Flag.SERIES_BREAK);
    }
    if (years + 1 > points.size()) {
      flags.add(Flag.SERIES_HAS_GAPS);
    }
    boolean grows = first > 0 && last > 0;
    return TrendRowBuilder.builder()
        .cityCode(area)
        .series(series)
        .basis(origin)
        .firstYear(firstYear)
        .lastYear(lastYear)
        .points(points.size())
        .change(change)
        .cagr(grows ? (Double) (Math.pow(last / first, 1.0 / years) - 1) : null)
        .slope(line.slope())
        .slopeLow(line.interval().low())
        .slopeHigh(line.interval().high())
        .direction(direction)
        .flags(List.copyOf(flags))
        .recentFirstYear((int) x[recent])
        .recentSlope(recentLine.slope())
        .recentDirection(recentDirection)
        .turned(
            recentDirection.isOpposite(direction)
                || recent + 1 >= RECENT_POINTS
                    && recentDirection.isOpposite(direction(line(x, y, 0, recent + 1).interval())))
        .build();
  }

  private static TheilSen line(double[] x, double[] y, int from, int to) {
    return TheilSen.of(
        Arrays.copyOfRange(x, from, to), Arrays.copyOfRange(y, from, to), Intervals.USUAL);
  }

  private static TrendDirection direction(Interval slope) {
    if (slope.low() > 0) {
      return TrendDirection.RISING;
    }
    return slope.high() < 0 ? TrendDirection.FALLING : TrendDirection.NO_TREND;
  }
}
