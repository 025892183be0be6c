package org.duibiao.benchmark.rate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.duibiao.benchmark.Interval;
import org.duibiao.benchmark.selection.SelectedValues;
import org.duibiao.benchmark.selection.ValueIndex;
import org.duibiao.benchmark.stats.BenchmarkMethod;
import org.duibiao.benchmark.stats.RateInterval;
import org.duibiao.benchmark.stats.RateInterval.CountAndDenominator;
import org.duibiao.benchmark.stats.Rounding;
import org.duibiao.benchmark.stats.ValueRange;
import org.duibiao.model.Benchmark;
import org.duibiao.model.Indicator;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.IndicatorKind;
import org.duibiao.model.code.IntervalMethod;
import org.duibiao.model.code.RateOrigin;
import org.duibiao.tables.Figure;
import org.duibiao.tables.IndicatorValue;

/**
 * The intervals of the rates of one benchmark, by the method for its kind of data.
 *
 * <p>The numerator of a published rate is reconstructed from what it is a rate of, if that is known
 * for the same city and year. Rates without a count that the method accepts lie in the range that
 * the printed digits of their parts and other publishers leave open.
 */
public final class RateIntervals {

  private final Benchmark benchmark;
  private final ValueIndex values;
  private final SelectedValues choices;
  private final BenchmarkMethod method;

  public RateIntervals(Benchmark benchmark, ValueIndex values, SelectedValues choices) {
    this.benchmark = benchmark;
    this.values = values;
    this.choices = choices;
    this.method = BenchmarkMethod.of(benchmark.uncertainty());
  }

  /** The intervals of a rate. */
  public RateInterval of(Rate rate) {
    CountAndDenominator counted = counted(rate);
    if (counted == null) {
      Interval range = range(rate);
      return new RateInterval(range, range, IntervalMethod.EXTENT, null);
    }
    return method.interval(counted, benchmark.per()).including(rate.toDouble());
  }

  /** Whether the numerator behind the interval was worked out from a published rate. */
  public static boolean isReconstructed(Rate rate, RateInterval interval) {
    return interval.counted() != null && rate.origin() == RateOrigin.PUBLISHED;
  }

  /** The count behind the rate, or null where there is nothing random or the count is not known. */
  private CountAndDenominator counted(Rate rate) {
    if (rate.flags().stream().anyMatch(Flag::hasNoCount)) {
      return null;
    }
    CountAndDenominator counted =
        switch (rate.origin()) {
          case COMPUTED ->
              new CountAndDenominator(
                  rate.value().value().doubleValue(), rate.denominator().value().doubleValue());
          case PUBLISHED -> reconstructed(rate.value());
        };
    return counted != null && method.accepts(counted) ? counted : null;
  }

  private CountAndDenominator reconstructed(IndicatorValue rate) {
    for (Indicator each : benchmark.bases()) {
      IndicatorValue base = values.value(rate.cityCode(), each.id(), rate.year());
      if (base != null
          && base.value().signum() > 0
          && !base.flags().contains(Flag.BOUND)
          && rate.populationBasis() == base.populationBasis()) {
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

  private Interval range(Rate rate) {
    BigDecimal per = BigDecimal.valueOf(rate.per());
    if (rate.denominator() == null) {
      ValueRange range = range(rate.value(), IndicatorKind.RATE);
      return interval(rate, range.low(), range.high());
    }
    ValueRange above = range(rate.value(), benchmark.numerator().kind());
    ValueRange below =
        rate.denominator().parts().stream()
            .map(each -> range(each, benchmark.denominator().kind()))
            .reduce(
                rate.denominator().isInterpolated() ? ValueRange::spanning : ValueRange::meanWith)
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
    Figure selected = choices.figure(value.observationId());
    ValueRange range =
        selected == null ? ValueRange.of(value.value()) : ValueRange.of(selected, kind);
    for (String conflicting : choices.conflictingObservations(value)) {
      Figure figure = choices.figure(conflicting);
      range = figure == null ? range : range.spanning(ValueRange.of(figure, kind));
    }
    return range;
  }
}
