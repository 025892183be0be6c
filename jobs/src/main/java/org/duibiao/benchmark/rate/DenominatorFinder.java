package org.duibiao.benchmark.rate;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.duibiao.benchmark.selection.Precedence;
import org.duibiao.benchmark.selection.SelectedValues;
import org.duibiao.model.Benchmark;
import org.duibiao.model.SeriesBreak;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.IndicatorKind;
import org.duibiao.model.code.Vintage;
import org.duibiao.tables.IndicatorValue;

/**
 * Finds what a count is divided by.
 *
 * <p>A stock is divided by the population at the year-end nearest its date; a stock of another day
 * than 31 December by the mean of the year-ends around it, if both are known in one vintage. A
 * year's flow is divided by the mean of its two year-ends in one vintage, else by the nearest
 * year-end ({@code one_year_end}). Where that year-end has no population, it is interpolated on a
 * straight line between the nearest before and after ({@code population_interpolated}), else that
 * of another year is taken, at most five years away and the earlier of two as near ({@code
 * population_year_differs}). Where no permanent population is within reach its substitute, the
 * registered one, is taken ({@code registered_population}). A denominator that is a flow itself,
 * such as births, must be about the same year.
 */
public record DenominatorFinder(SelectedValues values) {

  private static final int REACH_IN_YEARS = 5;
  private static final int CENSUS_IN_YEARS = 10;

  /** The denominator for that numerator, or null if there is none or it is not positive. */
  Denominator find(Benchmark benchmark, IndicatorValue numerator) {
    String below = benchmark.denominator().id();
    Denominator found =
        switch (benchmark.denominator().kind()) {
          case STOCK -> stock(benchmark, numerator);
          case FLOW, RATE -> {
            IndicatorValue value = values.value(numerator.cityCode(), below, numerator.year());
            yield value == null ? null : Denominator.of(value);
          }
        };
    return found != null && found.isPositive() ? found : null;
  }

  private Denominator stock(Benchmark benchmark, IndicatorValue numerator) {
    String substitute = benchmark.denominator().substitute();
    IndicatorKind kind = benchmark.numerator().kind();
    Denominator found = population(benchmark.denominator().id(), kind, numerator);
    if (found != null || substitute == null) {
      return found;
    }
    Denominator registered = population(substitute, kind, numerator);
    return registered == null ? null : registered.withFlag(Flag.REGISTERED_POPULATION);
  }

  private Denominator population(String indicator, IndicatorKind kind, IndicatorValue numerator) {
    IntFunction<IndicatorValue> yearEnds = values.series(numerator.cityCode(), indicator)::get;
    boolean ofFlow = kind == IndicatorKind.FLOW;
    boolean wantsMean = ofFlow || !Precedence.isYearEnd(numerator.periodEnd());
    Denominator mean = wantsMean ? mean(yearEnds, numerator.year()) : null;
    if (mean != null) {
      return mean;
    }
    Denominator nearest = nearest(numerator.periodEnd(), yearEnds, REACH_IN_YEARS);
    if (nearest == null || nearest.flags().contains(Flag.POPULATION_YEAR_DIFFERS)) {
      // A year's flow is divided by the population of the middle of the year.
      LocalDate day = ofFlow ? LocalDate.of(numerator.year(), 7, 1) : numerator.periodEnd();
      Denominator between = interpolated(yearEnds, day);
      if (between != null) {
        return between;
      }
    }
    return nearest != null && ofFlow ? nearest.withFlag(Flag.ONE_YEAR_END) : nearest;
  }

  /**
   * The population of a day, on the straight line between the nearest values before and after it
   * that are in one vintage, on one side of every change of boundaries, and at most as far apart as
   * two censuses; null if there are none.
   */
  private Denominator interpolated(IntFunction<IndicatorValue> yearEnds, LocalDate day) {
    for (int before = day.getYear() - 1; before > day.getYear() - CENSUS_IN_YEARS; before--) {
      IndicatorValue earlier = yearEnds.apply(before);
      int last = earlier == null ? 0 : before + CENSUS_IN_YEARS;
      for (int after = day.getYear(); after <= last; after++) {
        IndicatorValue later = yearEnds.apply(after);
        if (later != null && inOneVintage(earlier, later)) {
          return Denominator.interpolated(earlier, later, day);
        }
      }
    }
    return null;
  }

  /**
   * The value of the nearest year-end, at most so many years from the day, or on either side of it;
   * the earlier of two as near; or null. For 2019-12-31 and a reach of 1 that of 2019, else 2018,
   * else 2020; for 2019-09-30 and a reach of 0 that of 2019, else 2018.
   */
  private static Denominator nearest(
      LocalDate day, IntFunction<IndicatorValue> yearEnds, int reachInYears) {
    int year = day.getYear();
    int reach = Math.max(Precedence.isYearEnd(day) ? 0 : 1, reachInYears);
    int nearest = Math.min(distance(day, year), distance(day, year - 1));
    return IntStream.rangeClosed(year - reachInYears - 1, year + reachInYears)
        .filter(each -> distance(day, each) <= reach * day.lengthOfYear())
        .filter(each -> yearEnds.apply(each) != null)
        .boxed()
        .min(Comparator.comparingInt(each -> distance(day, each)))
        .map(
            each -> {
              Denominator found = Denominator.of(yearEnds.apply(each));
              boolean isNearest = distance(day, each) == nearest;
              return isNearest ? found : found.withFlag(Flag.POPULATION_YEAR_DIFFERS);
            })
        .orElse(null);
  }

  /**
   * How far the end of that year is from the day, in days of a calendar whose years are all as long
   * as the day's own, so that the years before and after a year-end are equally far.
   */
  private static int distance(LocalDate day, int year) {
    return Math.abs((year + 1 - day.getYear()) * day.lengthOfYear() - day.getDayOfYear());
  }

  /** The mean of the year-ends before and in that year, or null if not known in one vintage. */
  private Denominator mean(IntFunction<IndicatorValue> yearEnds, int year) {
    IndicatorValue later = yearEnds.apply(year);
    IndicatorValue earlier = yearEnds.apply(year - 1);
    if (later == null || earlier == null) {
      return null;
    }
    // The earlier one may have to be taken as it stands in the vintages of the later one.
    Stream<IndicatorValue> revised =
        values.breaks().stream()
            .map(
                each ->
                    values.value(
                        earlier.cityCode(),
                        earlier.indicator(),
                        earlier.year(),
                        each,
                        values.vintage(later, each)))
            .filter(Objects::nonNull);
    return Stream.concat(Stream.of(earlier), revised)
        .filter(each -> inOneVintage(each, later))
        .findFirst()
        .map(each -> Denominator.meanOf(each, later))
        .orElse(null);
  }

  private boolean inOneVintage(IndicatorValue earlier, IndicatorValue later) {
    return values.breaks().stream()
        .noneMatch(each -> mayDiffer(values.vintage(earlier, each), values.vintage(later, each)));
  }

  private static boolean mayDiffer(Vintage one, Vintage other) {
    return one == Vintage.UNKNOWN
        || other == Vintage.UNKNOWN
        || SeriesContinuity.contradict(one, other);
  }

  /**
   * Whether two populations are of different vintages, or may be: across a series break that
   * concerns both, one is on the old basis and the other on the new, or that is not known of one.
   */
  public boolean differInVintage(Denominator one, Denominator other) {
    return values.breaks().stream()
        .filter(each -> concerns(each, one) && concerns(each, other))
        .anyMatch(each -> mayDiffer(vintage(one, each), vintage(other, each)));
  }

  private static boolean concerns(SeriesBreak seriesBreak, Denominator denominator) {
    IndicatorValue last = denominator.last();
    return seriesBreak.concerns(last.indicator(), last.cityCode());
  }

  /**
   * That of the later figure, unless only the earlier one is affected; a mean is in one vintage.
   */
  private Vintage vintage(Denominator denominator, SeriesBreak seriesBreak) {
    Vintage vintage = values.vintage(denominator.last(), seriesBreak);
    return vintage == Vintage.UNAFFECTED
        ? values.vintage(denominator.parts().get(0), seriesBreak)
        : vintage;
  }

  /**
   * The denominator of a stock on one vintage of the population, or null if that is not known at
   * the year-ends around it.
   */
  Denominator findInVintage(
      Benchmark benchmark, IndicatorValue numerator, SeriesBreak seriesBreak, Vintage vintage) {
    String city = numerator.cityCode();
    String population = benchmark.denominator().id();
    IntFunction<IndicatorValue> yearEnds =
        year ->
            seriesBreak.revises(year)
                ? values.value(city, population, year, seriesBreak, vintage)
                : unrevised(values.value(city, population, year), seriesBreak, vintage);
    LocalDate day = numerator.periodEnd();
    Denominator found = Precedence.isYearEnd(day) ? null : mean(yearEnds, numerator.year());
    if (found == null) {
      found = nearest(day, yearEnds, 0);
    }
    boolean isRevised =
        found != null && found.parts().stream().anyMatch(each -> seriesBreak.revises(each.year()));
    return isRevised && found.isPositive() ? found : null;
  }

  private IndicatorValue unrevised(IndicatorValue value, SeriesBreak seriesBreak, Vintage vintage) {
    Vintage own = value == null ? null : values.vintage(value, seriesBreak);
    return own == vintage || own == Vintage.UNAFFECTED ? value : null;
  }
}
