package org.duibiao.benchmark.rate;

import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.duibiao.benchmark.selection.SelectedValues;
import org.duibiao.benchmark.selection.ValueIndex;
import org.duibiao.benchmark.selection.VintageKey;
import org.duibiao.model.Benchmark;
import org.duibiao.model.Indicator;
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
public final class DenominatorFinder {

  private static final int REACH_IN_YEARS = 5;
  private static final int CENSUS_IN_YEARS = 10;

  private final ValueIndex values;
  private final SelectedValues choices;
  private final List<SeriesBreak> breaks;

  public DenominatorFinder(ValueIndex values, SelectedValues choices, List<SeriesBreak> breaks) {
    this.values = values;
    this.choices = choices;
    this.breaks = breaks;
  }

  /** The denominator for that numerator, or null if there is none or it is not positive. */
  Denominator find(Benchmark benchmark, IndicatorValue numerator) {
    Denominator found =
        switch (benchmark.denominator().kind()) {
          case STOCK -> stock(benchmark, numerator);
          case FLOW, RATE -> sameYear(benchmark.denominator(), numerator);
        };
    return found != null && found.isPositive() ? found : null;
  }

  private Denominator sameYear(Indicator denominator, IndicatorValue numerator) {
    IndicatorValue value = values.value(numerator.cityCode(), denominator.id(), numerator.year());
    return value == null ? null : Denominator.of(value);
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
    IntFunction<IndicatorValue> yearEnds =
        year -> values.value(numerator.cityCode(), indicator, year);
    YearEnds ends = new YearEnds(numerator.periodEnd());
    boolean wantsMean =
        switch (kind) {
          case FLOW -> true;
          case STOCK, RATE -> !ends.isYearEnd();
        };
    if (wantsMean) {
      Denominator mean = mean(yearEnds, numerator.year());
      if (mean != null) {
        return mean;
      }
    }
    Denominator nearest = nearest(ends, yearEnds, REACH_IN_YEARS);
    if (nearest == null || nearest.flags().contains(Flag.POPULATION_YEAR_DIFFERS)) {
      Denominator between = interpolated(yearEnds, middle(kind, numerator));
      if (between != null) {
        return between;
      }
    }
    return nearest != null && kind == IndicatorKind.FLOW
        ? nearest.withFlag(Flag.ONE_YEAR_END)
        : nearest;
  }

  /** The day whose population a count is divided by: of a year's flow the middle of the year. */
  private static LocalDate middle(IndicatorKind kind, IndicatorValue numerator) {
    return switch (kind) {
      case FLOW -> LocalDate.of(numerator.year(), 7, 1);
      case STOCK, RATE -> numerator.periodEnd();
    };
  }

  /**
   * The population of a day, on the straight line between the nearest values before and after it
   * that are in one vintage, on one side of every change of boundaries, and at most as far apart as
   * two censuses; null if there are none.
   */
  private Denominator interpolated(IntFunction<IndicatorValue> values, LocalDate day) {
    for (int before = day.getYear() - 1; before > day.getYear() - CENSUS_IN_YEARS; before--) {
      IndicatorValue earlier = values.apply(before);
      int last = earlier == null ? 0 : before + CENSUS_IN_YEARS;
      for (int after = day.getYear(); after <= last; after++) {
        IndicatorValue later = values.apply(after);
        if (later != null && inOneVintage(earlier, later)) {
          return Denominator.interpolated(earlier, later, day);
        }
      }
    }
    return null;
  }

  /** The nearest value at most so many years from the nearest year-end, or null. */
  private static Denominator nearest(
      YearEnds ends, IntFunction<IndicatorValue> values, int reachInYears) {
    for (int year : ends.byDistance(reachInYears)) {
      IndicatorValue value = values.apply(year);
      if (value != null) {
        Denominator found = Denominator.of(value);
        return ends.isNearest(year) ? found : found.withFlag(Flag.POPULATION_YEAR_DIFFERS);
      }
    }
    return null;
  }

  /** The mean of the year-ends before and in that year, or null if not known in one vintage. */
  private Denominator mean(IntFunction<IndicatorValue> yearEnds, int year) {
    IndicatorValue later = yearEnds.apply(year);
    IndicatorValue earlier = yearEnds.apply(year - 1);
    if (later == null || earlier == null) {
      return null;
    }
    return Stream.concat(Stream.of(earlier), revisionsLike(earlier, later))
        .filter(each -> inOneVintage(each, later))
        .findFirst()
        .map(each -> Denominator.meanOf(each, later))
        .orElse(null);
  }

  /** The earlier year-end as it stands in the vintages of the later one. */
  private Stream<IndicatorValue> revisionsLike(IndicatorValue earlier, IndicatorValue later) {
    return breaks.stream()
        .map(
            each ->
                revised(
                    earlier.cityCode(),
                    earlier.indicator(),
                    earlier.year(),
                    each,
                    choices.vintage(later, each)))
        .filter(each -> each != null);
  }

  private IndicatorValue revised(
      String city, String indicator, int year, SeriesBreak seriesBreak, Vintage vintage) {
    return choices.vintages().get(new VintageKey(city, indicator, year, seriesBreak.id(), vintage));
  }

  private boolean inOneVintage(IndicatorValue earlier, IndicatorValue later) {
    for (SeriesBreak each : breaks) {
      Vintage one = choices.vintage(earlier, each);
      Vintage other = choices.vintage(later, each);
      if (one == Vintage.UNKNOWN || other == Vintage.UNKNOWN || contradict(one, other)) {
        return false;
      }
    }
    return true;
  }

  private static boolean contradict(Vintage one, Vintage other) {
    return one != other && one != Vintage.UNAFFECTED && other != Vintage.UNAFFECTED;
  }

  /**
   * Whether two populations are of different vintages, or may be: across a series break that
   * concerns both, one is on the old basis and the other on the new, or that is not known of one.
   */
  public boolean differInVintage(Denominator one, Denominator other) {
    for (SeriesBreak each : breaks) {
      if (concerns(each, one) && concerns(each, other)) {
        Vintage ofOne = vintage(one, each);
        Vintage ofOther = vintage(other, each);
        if (ofOne == Vintage.UNKNOWN || ofOther == Vintage.UNKNOWN || contradict(ofOne, ofOther)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean concerns(SeriesBreak seriesBreak, Denominator denominator) {
    IndicatorValue last = denominator.last();
    return seriesBreak.concerns(last.indicator(), last.cityCode());
  }

  /**
   * That of the later figure, unless only the earlier one is affected; a mean is in one vintage.
   */
  private Vintage vintage(Denominator denominator, SeriesBreak seriesBreak) {
    Vintage vintage = choices.vintage(denominator.last(), seriesBreak);
    return vintage == Vintage.UNAFFECTED
        ? choices.vintage(denominator.parts().get(0), seriesBreak)
        : vintage;
  }

  /**
   * The denominator of a stock on one vintage of the population, or null if that is not known at
   * the year-ends around it.
   */
  public Denominator findInVintage(
      Benchmark benchmark, IndicatorValue numerator, SeriesBreak seriesBreak, Vintage vintage) {
    IntFunction<IndicatorValue> yearEnds =
        year -> inVintage(benchmark.denominator(), numerator, year, seriesBreak, vintage);
    YearEnds ends = new YearEnds(numerator.periodEnd());
    Denominator found = ends.isYearEnd() ? null : mean(yearEnds, numerator.year());
    if (found == null) {
      found = nearest(ends, yearEnds, 0);
    }
    boolean revised =
        found != null && found.parts().stream().anyMatch(each -> seriesBreak.revises(each.year()));
    return revised && found.isPositive() ? found : null;
  }

  private IndicatorValue inVintage(
      Indicator population,
      IndicatorValue numerator,
      int year,
      SeriesBreak seriesBreak,
      Vintage vintage) {
    if (seriesBreak.revises(year)) {
      return revised(numerator.cityCode(), population.id(), year, seriesBreak, vintage);
    }
    IndicatorValue value = values.value(numerator.cityCode(), population.id(), year);
    if (value == null) {
      return null;
    }
    Vintage own = choices.vintage(value, seriesBreak);
    return own == vintage || own == Vintage.UNAFFECTED ? value : null;
  }
}
