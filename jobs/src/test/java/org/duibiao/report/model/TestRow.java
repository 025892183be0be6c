package org.duibiao.report.model;

import java.util.List;
import org.duibiao.model.Benchmark;
import org.duibiao.model.code.Comparability;
import org.duibiao.model.code.ComparisonMethod;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.IntervalMethod;
import org.duibiao.model.code.RateOrigin;
import org.duibiao.model.code.Side;
import org.duibiao.model.code.Significance;
import org.duibiao.model.code.Standing;
import org.duibiao.tables.BenchmarkRow;
import org.duibiao.tables.BenchmarkRowBuilder;
import org.duibiao.tables.Figure;

/** Rows of {@code gold.benchmarks}, with what a test does not care for left at rest. */
public final class TestRow {

  private final String benchmark;
  private final String cityCode;
  private final int year;
  private Integer rank;
  private RateOrigin basis;
  private Figure numerator;
  private Figure denominator;
  private Figure referenceNumerator;
  private Figure referenceDenominator;
  private Figure earlier;
  private double rate;
  private Double referenceRate;
  private Double needed;
  private double margin = Benchmark.DEFAULT_MARGIN;
  private Standing standing = Standing.NOT_JUDGED;
  private Comparability comparability = Comparability.COMPARABLE;
  private List<Flag> reasons = List.of();
  private List<Flag> flags = List.of();

  public TestRow(String benchmark, String cityCode, int year) {
    this.benchmark = benchmark;
    this.cityCode = cityCode;
    this.year = year;
  }

  public TestRow computed(
      int per, Figure count, Figure people, Figure referenceCount, Figure referencePeople) {
    basis = RateOrigin.COMPUTED;
    numerator = count;
    denominator = people;
    referenceNumerator = referenceCount;
    referenceDenominator = referencePeople;
    rate = count.value().doubleValue() * per / people.value().doubleValue();
    referenceRate =
        referenceCount.value().doubleValue() * per / referencePeople.value().doubleValue();
    needed =
        referenceCount.value().doubleValue()
                * people.value().doubleValue()
                / referencePeople.value().doubleValue()
            - count.value().doubleValue();
    return this;
  }

  public TestRow published(Figure figure, Figure reference) {
    basis = RateOrigin.PUBLISHED;
    numerator = figure;
    referenceNumerator = reference;
    rate = figure.value().doubleValue();
    referenceRate = reference == null ? null : reference.value().doubleValue();
    return this;
  }

  /** The denominator is a mean of this figure and the one that was given before. */
  public TestRow meanWith(Figure figure) {
    earlier = figure;
    return this;
  }

  /** From which relative difference the rate is above or below. */
  TestRow margin(double value) {
    margin = value;
    return this;
  }

  public TestRow rank(Integer value) {
    rank = value;
    return this;
  }

  public TestRow standing(Standing value) {
    standing = value;
    return this;
  }

  public TestRow comparability(Comparability value, List<Flag> why) {
    comparability = value;
    reasons = why;
    return this;
  }

  public TestRow flags(List<Flag> value) {
    flags = value;
    return this;
  }

  public BenchmarkRow build() {
    boolean computed = basis == RateOrigin.COMPUTED;
    return BenchmarkRowBuilder.builder()
        .benchmark(benchmark)
        .cityCode(cityCode)
        .referenceCode(ReleaseFixture.SHENZHEN)
        .year(year)
        .basis(basis)
        .method(ComparisonMethod.RELEVANCE_MARGIN)
        .numerator(computed ? numerator.value() : null)
        .denominator(computed ? denominator.value() : null)
        .denominatorYear(computed ? (Integer) denominator.periodEnd().getYear() : null)
        .referenceNumerator(computed ? referenceNumerator.value() : null)
        .referenceDenominator(computed ? referenceDenominator.value() : null)
        .referenceDenominatorYear(
            computed ? (Integer) referenceDenominator.periodEnd().getYear() : null)
        .referenceYear(
            referenceNumerator == null ? null : (Integer) referenceNumerator.periodEnd().getYear())
        .numeratorObservationId(id(numerator))
        .denominatorObservationId(id(denominator))
        .referenceNumeratorObservationId(id(referenceNumerator))
        .referenceDenominatorObservationId(id(referenceDenominator))
        .rate(rate)
        .referenceRate(referenceRate)
        .ratio(isRelated() ? rate / referenceRate : null)
        .difference(isRelated() ? rate - referenceRate : null)
        .neededToMatch(isRelated() ? needed : null)
        .significance(Significance.NOT_TESTED)
        .standing(standing)
        .comparability(comparability)
        .reasons(reasons)
        .rank(rank)
        .cities(rank == null ? null : (Integer) 15)
        .flags(flags)
        .intervalMethod(IntervalMethod.EXTENT)
        .significance998(Significance.NOT_TESTED)
        .earlierDenominatorObservationId(id(earlier))
        .side(isRelated() ? side() : null)
        .build();
  }

  private boolean isRelated() {
    return referenceRate != null && comparability != Comparability.NOT_COMPARABLE;
  }

  private Side side() {
    return Math.abs(rate - referenceRate) < margin * referenceRate
        ? Side.LEVEL
        : Side.ofSign(Double.compare(rate, referenceRate));
  }

  private static String id(Figure figure) {
    return figure == null ? null : figure.observationId();
  }
}
