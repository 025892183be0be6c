package org.duibiao.benchmark.rate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.duibiao.benchmark.Interval;
import org.duibiao.benchmark.Intervals.Counted;
import org.duibiao.benchmark.selection.Precedence;
import org.duibiao.benchmark.selection.SelectedValues;
import org.duibiao.benchmark.stats.BenchmarkMethod;
import org.duibiao.benchmark.stats.BenchmarkMethod.RateInterval;
import org.duibiao.benchmark.stats.Rounding;
import org.duibiao.benchmark.stats.ValueRange;
import org.duibiao.model.Benchmark;
import org.duibiao.model.Indicator;
import org.duibiao.model.SeriesBreak;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.IndicatorKind;
import org.duibiao.model.code.IntervalMethod;
import org.duibiao.model.code.RateOrigin;
import org.duibiao.model.code.Vintage;
import org.duibiao.tables.Figure;
import org.duibiao.tables.IndicatorValue;

/** The rates of one benchmark, of any area and year, computed and as published, with intervals. */
public final class Rates {

  private record Key(String area, int year, RateOrigin origin) {}

  /**
   * A rate and its intervals.
   *
   * @param flags what must be known of both
   */
  public record RateWithInterval(Rate rate, RateInterval interval, Set<Flag> flags) {}

  private final Benchmark benchmark;
  private final SelectedValues values;
  private final DenominatorFinder denominators;
  private final Map<Key, Optional<Rate>> rates = new HashMap<>();

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
    return rates.computeIfAbsent(new Key(area, year, origin), this::find).orElse(null);
  }

  /** The computed rate on one vintage of the population, or null where that is not known. */
  public Rate inVintage(String area, int year, SeriesBreak seriesBreak, Vintage vintage) {
    IndicatorValue numerator = values.value(area, benchmark.numerator().id(), year);
    Denominator denominator =
        numerator == null
            ? null
            : denominators.findInVintage(benchmark, numerator, seriesBreak, vintage);
    return denominator == null ? null : new Rate(numerator, denominator, benchmark.per());
  }

  /** The rate of that year or else of the nearest within two years, the earlier one first. */
  public Rate nearest(String area, int year, RateOrigin origin) {
    return IntStream.of(0, -1, 1, -2, 2)
        .mapToObj(offset -> rate(area, year + offset, origin))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private Optional<Rate> find(Key key) {
    boolean computed = key.origin == RateOrigin.COMPUTED;
    Indicator counted = computed ? benchmark.numerator() : benchmark.published();
    return Optional.ofNullable(counted)
        .map(each -> values.value(key.area, each.id(), key.year))
        .map(value -> computed ? computed(value) : Rate.published(value))
        .filter(rate -> rate.toDouble() != null);
  }

  private Rate computed(IndicatorValue numerator) {
    // A flow up to a day within the year is not the year's.
    boolean isPartOfAYear =
        benchmark.numerator().kind() == IndicatorKind.FLOW
            && !Precedence.isYearEnd(numerator.periodEnd());
    Denominator denominator = isPartOfAYear ? null : denominators.find(benchmark, numerator);
    return denominator == null ? null : new Rate(numerator, denominator, benchmark.per());
  }

  /**
   * The rate with its intervals by the method for its kind of data. The numerator of a published
   * rate is reconstructed from what it is a rate of, if that is known for the same city and year.
   * Rates without a count that the method accepts lie in the range that the printed digits of their
   * parts and other publishers leave open.
   */
  public RateWithInterval withInterval(Rate rate) {
    BenchmarkMethod method = BenchmarkMethod.of(benchmark.uncertainty());
    Set<Flag> flags = rate.flags();
    Counted counted = counted(rate);
    if (counted == null || !method.accepts(counted)) {
      Counted bounded = rate.origin() == RateOrigin.PUBLISHED ? bounded(rate) : null;
      if (bounded != null && method.accepts(bounded)) {
        flags.add(Flag.BASE_BOUNDED);
        RateInterval widest = method.interval(bounded, benchmark.per());
        return new RateWithInterval(rate, widest.including(rate.toDouble()).withoutCount(), flags);
      }
      Interval range = range(rate);
      RateInterval extent = new RateInterval(range, range, IntervalMethod.EXTENT, null);
      return new RateWithInterval(rate, extent, flags);
    }
    flags.addAll(method.flags(counted));
    if (rate.origin() == RateOrigin.PUBLISHED) {
      flags.add(Flag.NUMERATOR_RECONSTRUCTED);
    }
    RateInterval interval = method.interval(counted, benchmark.per()).including(rate.toDouble());
    return new RateWithInterval(rate, interval, flags);
  }

  /** The count behind the rate, or null where it is not known. */
  private Counted counted(Rate rate) {
    if (rate.flags().stream().anyMatch(Flag::hasNoCount)) {
      return null;
    }
    return switch (rate.origin()) {
      case COMPUTED ->
          new Counted(rate.value().value().doubleValue(), rate.denominator().value().doubleValue());
      case PUBLISHED -> reconstructed(rate.value());
    };
  }

  private Counted reconstructed(IndicatorValue rate) {
    for (Indicator each : benchmark.bases()) {
      IndicatorValue base = values.value(rate.cityCode(), each.id(), rate.year());
      if (base != null
          && base.value().signum() > 0
          && !base.flags().contains(Flag.BOUND)
          && rate.populationBasis() == base.populationBasis()) {
        return counted(rate, base.value());
      }
    }
    return null;
  }

  private Counted counted(IndicatorValue rate, BigDecimal base) {
    BigDecimal count =
        rate.value()
            .multiply(base)
            .divide(BigDecimal.valueOf(benchmark.per()), MathContext.DECIMAL128)
            .setScale(0, RoundingMode.HALF_UP);
    return new Counted(count.doubleValue(), base.doubleValue());
  }

  /**
   * The fewest of what a published rate may be a rate of, and the count that follows: fewer events
   * have the wider interval. The residents are those of this or of the last year-end. Null where
   * the benchmark has no such bound or a part of it is not known.
   */
  private Counted bounded(Rate rate) {
    if (benchmark.boundedBy().isEmpty() || rate.flags().stream().anyMatch(Flag::hasNoCount)) {
      return null;
    }
    Indicator crudeRate = benchmark.boundedBy().get(0);
    Indicator residents = benchmark.boundedBy().get(1);
    IndicatorValue value = rate.value();
    IndicatorValue crude = values.value(value.cityCode(), crudeRate.id(), value.year());
    Optional<ValueRange> people =
        Stream.of(value.year(), value.year() - 1)
            .map(year -> values.value(value.cityCode(), residents.id(), year))
            .filter(Objects::nonNull)
            .map(each -> range(each, residents.kind()))
            .reduce(ValueRange::spanning);
    if (crude == null || crude.flags().contains(Flag.BOUND) || people.isEmpty()) {
      return null;
    }
    BigDecimal fewest =
        range(crude, crudeRate.kind())
            .low()
            .multiply(people.get().low())
            .divide(BigDecimal.valueOf(crudeRate.unit().per()), MathContext.DECIMAL128);
    return fewest.signum() > 0 ? counted(value, fewest) : null;
  }

  private Interval range(Rate rate) {
    ValueRange range = valueRange(rate);
    double point = rate.toDouble();
    Double least = Rounding.toDouble(range.low());
    return new Interval(
            least == null ? point : least,
            range.high() == null ? null : Rounding.toDouble(range.high()))
        .including(point);
  }

  private ValueRange valueRange(Rate rate) {
    Denominator denominator = rate.denominator();
    if (denominator == null) {
      return range(rate.value(), IndicatorKind.RATE);
    }
    // What is interpolated lies between its parts, nobody knows where exactly.
    boolean between = denominator.flags().contains(Flag.POPULATION_INTERPOLATED);
    ValueRange below =
        denominator.parts().stream()
            .map(each -> range(each, benchmark.denominator().kind()))
            .reduce(between ? ValueRange::spanning : ValueRange::meanWith)
            .orElseThrow();
    return range(rate.value(), benchmark.numerator().kind()).per(rate.per(), below);
  }

  private ValueRange range(IndicatorValue value, IndicatorKind kind) {
    Figure selected = values.figure(value);
    ValueRange range =
        selected == null
            ? new ValueRange(value.value(), value.value())
            : ValueRange.of(selected, kind);
    for (Figure each : values.conflicting(value)) {
      range = range.spanning(ValueRange.of(each, kind));
    }
    return range;
  }
}
