package org.duibiao.benchmark.rate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collections;
import org.duibiao.benchmark.Interval;
import org.duibiao.benchmark.Intervals;
import org.duibiao.benchmark.selection.SelectedValues;
import org.duibiao.benchmark.selection.ValueIndex;
import org.duibiao.benchmark.stats.RateInterval;
import org.duibiao.benchmark.stats.RateInterval.CountAndDenominator;
import org.duibiao.benchmark.stats.Rounding;
import org.duibiao.benchmark.stats.ValueRange;
import org.duibiao.model.Benchmark;
import org.duibiao.model.Indicator;
import org.duibiao.model.code.Flags;
import org.duibiao.model.code.IndicatorKind;
import org.duibiao.model.code.IntervalMethod;
import org.duibiao.model.code.RateOrigin;
import org.duibiao.model.code.Uncertainty;
import org.duibiao.tables.Figure;
import org.duibiao.tables.IndicatorValue;

/**
 * Finds how sure the rates of one benchmark are, by what its figures are as data.
 *
 * <p>Events have a Poisson interval, samples a Wilson interval; of a published rate the numerator
 * is reconstructed from what it is a rate of, if that is known for the same city and year. All else
 * is bounded by how the parts were printed and by what other publishers say of them.
 */
public final class RateIntervals {

  private final Benchmark benchmark;
  private final ValueIndex values;
  private final SelectedValues choices;

  public RateIntervals(Benchmark benchmark, ValueIndex values, SelectedValues choices) {
    this.benchmark = benchmark;
    this.values = values;
    this.choices = choices;
  }

  public RateInterval of(Rate rate) {
    CountAndDenominator counted = counted(rate);
    if (counted == null) {
      Interval extent = range(rate);
      return new RateInterval(extent, extent, IntervalMethod.EXTENT, null);
    }
    double factor = benchmark.per() / counted.denominator();
    double point = rate.toDouble();
    IntervalMethod method;
    Interval usual;
    Interval strict;
    if (benchmark.uncertainty() == Uncertainty.SAMPLE) {
      method = IntervalMethod.WILSON;
      usual = Intervals.wilson(counted.count(), counted.denominator(), Intervals.USUAL);
      strict = Intervals.wilson(counted.count(), counted.denominator(), Intervals.STRICT);
      factor = benchmark.per();
    } else {
      method =
          counted.count() < Intervals.EXACT_BELOW
              ? IntervalMethod.POISSON_EXACT
              : IntervalMethod.BYAR;
      usual = Intervals.poisson(counted.count(), Intervals.USUAL);
      strict = Intervals.poisson(counted.count(), Intervals.STRICT);
    }
    return new RateInterval(
        usual.times(factor).including(point),
        strict.times(factor).including(point),
        method,
        counted);
  }

  /** Whether the numerator behind the evidence was worked out from a published rate. */
  public static boolean isReconstructed(Rate rate, RateInterval evidence) {
    return evidence.counted() != null && rate.origin() == RateOrigin.PUBLISHED;
  }

  /** The count behind the rate, or null where there is nothing random or the count is not known. */
  private CountAndDenominator counted(Rate rate) {
    boolean random =
        switch (benchmark.uncertainty()) {
          case EVENTS, SAMPLE -> true;
          case STOCK, NONE -> false;
        };
    if (!random || !Collections.disjoint(rate.flags(), Flags.NO_COUNT)) {
      return null;
    }
    CountAndDenominator counted =
        switch (rate.origin()) {
          case COMPUTED ->
              new CountAndDenominator(
                  rate.value().value().doubleValue(), rate.denominator().value().doubleValue());
          case PUBLISHED -> reconstructed(rate.value());
        };
    if (counted == null || counted.count() < 0) {
      return null;
    }
    boolean share = benchmark.uncertainty() == Uncertainty.SAMPLE;
    return share && counted.count() > counted.denominator() ? null : counted;
  }

  private CountAndDenominator reconstructed(IndicatorValue rate) {
    for (Indicator each : benchmark.bases()) {
      IndicatorValue base = values.value(rate.cityCode(), each.id(), rate.year());
      if (base != null
          && base.value().signum() > 0
          && !base.flags().contains(Flags.BOUND)
          && sameResidents(rate, base)) {
        BigDecimal count =
            rate.value()
                .multiply(base.value())
                .divide(BigDecimal.valueOf(benchmark.per()), MathContext.DECIMAL128)
                .setScale(0, RoundingMode.HALF_UP);
        return new CountAndDenominator(count.doubleValue(), base.value().doubleValue());
      }
    }
    return null;
  }

  private static boolean sameResidents(IndicatorValue rate, IndicatorValue base) {
    return rate.populationBasis() == null
        || base.populationBasis() == null
        || rate.populationBasis() == base.populationBasis();
  }

  private Interval range(Rate rate) {
    BigDecimal per = BigDecimal.valueOf(rate.per());
    if (rate.denominator() == null) {
      ValueRange extent = range(rate.value(), IndicatorKind.RATE);
      return interval(rate, extent.low(), extent.high());
    }
    ValueRange above = range(rate.value(), benchmark.numerator().kind());
    ValueRange below =
        rate.denominator().parts().stream()
            .map(each -> range(each, benchmark.denominator().kind()))
            .reduce(ValueRange::meanWith)
            .orElseThrow();
    BigDecimal low =
        below.high() == null
            ? BigDecimal.ZERO
            : above.low().multiply(per).divide(below.high(), MathContext.DECIMAL128);
    BigDecimal high =
        above.high() == null || below.low().signum() <= 0
            ? null
            : above.high().multiply(per).divide(below.low(), MathContext.DECIMAL128);
    return interval(rate, low, high);
  }

  private static Interval interval(Rate rate, BigDecimal low, BigDecimal high) {
    double point = rate.toDouble();
    Double least = Rounding.toDouble(low);
    return new Interval(
            least == null ? point : least, high == null ? null : Rounding.toDouble(high))
        .including(point);
  }

  private ValueRange range(IndicatorValue value, IndicatorKind kind) {
    Figure chosen = choices.figure(value.observationId());
    ValueRange extent = chosen == null ? ValueRange.of(value.value()) : ValueRange.of(chosen, kind);
    for (String rival : choices.conflictingObservations(value)) {
      Figure figure = choices.figure(rival);
      extent = figure == null ? extent : extent.spanning(ValueRange.of(figure, kind));
    }
    return extent;
  }
}
