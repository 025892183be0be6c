package org.duibiao.benchmark.rate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.duibiao.benchmark.selection.Precedence;
import org.duibiao.benchmark.selection.SelectedValues;
import org.duibiao.model.Benchmark;
import org.duibiao.model.code.IndicatorKind;
import org.duibiao.model.code.RateOrigin;
import org.duibiao.tables.IndicatorValue;

/** The rates of one benchmark, of any area and year, computed and as published. */
public final class Rates {

  private static final int[] NEAREST_YEARS = {0, -1, 1, -2, 2};

  private record Key(String area, int year) {}

  private final Benchmark benchmark;
  private final SelectedValues values;
  private final DenominatorFinder denominators;
  private final Map<Key, Rate> computed = new HashMap<>();

  public Rates(Benchmark benchmark, SelectedValues values) {
    this.benchmark = benchmark;
    this.values = values;
    this.denominators = new DenominatorFinder(values);
  }

  public Benchmark benchmark() {
    return benchmark;
  }

  /** The years in which the area may have a rate. */
  public SortedSet<Integer> years(String area) {
    SortedSet<Integer> years = new TreeSet<>();
    Stream.of(benchmark.numerator(), benchmark.published())
        .filter(Objects::nonNull)
        .forEach(each -> years.addAll(values.series(area, each.id()).keySet()));
    return years;
  }

  /** The rates of an area in the order of the years. */
  public List<Rate> series(String area, RateOrigin origin) {
    return years(area).stream()
        .map(year -> rate(area, year, origin))
        .filter(Objects::nonNull)
        .toList();
  }

  /** The rate of that area and year, or null if there is none. */
  public Rate rate(String area, int year, RateOrigin origin) {
    return switch (origin) {
      case COMPUTED -> {
        Key key = new Key(area, year);
        if (!computed.containsKey(key)) {
          computed.put(key, compute(area, year));
        }
        yield computed.get(key);
      }
      case PUBLISHED -> published(area, year);
    };
  }

  /** The rate of that year or else of the nearest within two years, the earlier one first. */
  public Rate nearest(String area, int year, RateOrigin origin) {
    for (int offset : NEAREST_YEARS) {
      Rate rate = rate(area, year + offset, origin);
      if (rate != null) {
        return rate;
      }
    }
    return null;
  }

  private Rate compute(String area, int year) {
    if (!benchmark.isComputed()) {
      return null;
    }
    IndicatorValue numerator = values.value(area, benchmark.numerator().id(), year);
    if (numerator == null || isPartOfAYear(numerator)) {
      return null;
    }
    Denominator denominator = denominators.find(benchmark, numerator);
    return denominator == null
        ? null
        : finite(Rate.computed(numerator, denominator, benchmark.per()));
  }

  /** A flow up to a day within the year is not the year's. */
  private boolean isPartOfAYear(IndicatorValue numerator) {
    return benchmark.numerator().kind() == IndicatorKind.FLOW
        && !Precedence.isYearEnd(numerator.periodEnd());
  }

  private Rate published(String area, int year) {
    if (benchmark.published() == null) {
      return null;
    }
    IndicatorValue value = values.value(area, benchmark.published().id(), year);
    return value == null ? null : finite(Rate.published(value));
  }

  private static Rate finite(Rate rate) {
    return rate.toDouble() == null ? null : rate;
  }
}
