package org.duibiao.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.duibiao.model.code.Polarity;
import org.duibiao.model.code.Side;
import org.duibiao.model.code.Uncertainty;

/**
 * A rate that cities are compared by.
 *
 * @param id such as {@code tertiary_hospitals_per_million}
 * @param zh the name in Chinese
 * @param en the name in English
 * @param numerator the indicator counted, or null if the rate exists only as published
 * @param denominator the indicator divided by, or null for the same reason
 * @param per the rate is per so many of the denominator
 * @param published the indicator that publishes the same rate, or null
 * @param unit the rate's unit
 * @param polarity whether more is better: that of the numerator or of the published rate
 * @param margin the relative difference from which a standing is relevant, such as 0.05
 * @param bases what a published rate is a share or a rate of, the best first: with its figure the
 *     numerator can be reconstructed
 * @param boundedBy where no base is known: a rate per resident and the residents whose product
 *     bounds it, such as the crude birth rate and the permanent population; else empty
 * @param ages the share of old people, where the rate depends on it; else null
 * @param leading whether the report begins with it
 * @param context whether it only says how a city is, such as its income, and is never a finding
 */
@RecordBuilder
public record Benchmark(
    String id,
    String zh,
    String en,
    Indicator numerator,
    Indicator denominator,
    int per,
    Indicator published,
    Unit unit,
    Polarity polarity,
    double margin,
    List<Indicator> bases,
    List<Indicator> boundedBy,
    Indicator ages,
    boolean leading,
    boolean context) {

  /** The margin where the catalogue names none. */
  public static final double DEFAULT_MARGIN = 0.05;

  /** Whether the rate is computed from counts, as far as they are there. */
  public boolean isComputed() {
    return numerator != null;
  }

  /** Whether one of these is what it counts, what it is divided by, or what it is a rate of. */
  public boolean isMadeOf(List<String> indicators) {
    return Stream.concat(Stream.of(numerator, denominator).filter(Objects::nonNull), bases.stream())
        .anyMatch(each -> indicators.contains(each.id()));
  }

  /** On which side of another rate a rate is; of rows of gold.benchmarks the row itself says it. */
  public Side side(double rate, double other) {
    return Math.abs(rate - other) < margin * Math.abs(other)
        ? Side.LEVEL
        : Side.ofSign(Double.compare(rate, other));
  }

  /** What its figures are as data: those of the numerator, else of the published rate. */
  public Uncertainty uncertainty() {
    return (numerator != null ? numerator : published).uncertainty();
  }
}
