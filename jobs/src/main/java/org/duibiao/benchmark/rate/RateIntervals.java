package org.duibiao.benchmark.rate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Set;
import org.duibiao.benchmark.Interval;
import org.duibiao.benchmark.selection.SelectedValues;
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
public record RateIntervals(Benchmark benchmark, SelectedValues values) {

  /**
   * A rate and its intervals.
   *
   * @param flags what must be known of both
   */
  public record RateWithInterval(Rate rate, RateInterval interval, Set<Flag> flags) {}

  /** A rate with its intervals. */
  public RateWithInterval of(Rate rate) {
    BenchmarkMethod method = BenchmarkMethod.of(benchmark.uncertainty());
    Set<Flag> flags = rate.flags();
    CountAndDenominator counted = counted(rate);
    if (counted == null || !method.accepts(counted)) {
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
  private CountAndDenominator counted(Rate rate) {
    if (rate.flags().stream().anyMatch(Flag::hasNoCount)) {
      return null;
    }
    return switch (rate.origin()) {
      case COMPUTED ->
          new CountAndDenominator(
              rate.value().value().doubleValue(), rate.denominator().value().doubleValue());
      case PUBLISHED -> reconstructed(rate.value());
    };
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
    ValueRange below =
        denominator.parts().stream()
            .map(each -> range(each, benchmark.denominator().kind()))
            .reduce(denominator.isInterpolated() ? ValueRange::spanning : ValueRange::meanWith)
            .orElseThrow();
    return range(rate.value(), benchmark.numerator().kind()).per(rate.per(), below);
  }

  private ValueRange range(IndicatorValue value, IndicatorKind kind) {
    Figure selected = values.figure(value);
    ValueRange range =
        selected == null ? ValueRange.of(value.value()) : ValueRange.of(selected, kind);
    for (Figure each : values.conflicting(value)) {
      range = range.spanning(ValueRange.of(each, kind));
    }
    return range;
  }
}
