package org.duibiao.report.model;

import java.util.List;
import org.duibiao.tables.BenchmarkRow;
import org.duibiao.tables.BenchmarkRowBuilder;
import org.duibiao.tables.Figure;

/** Rows of {@code gold.benchmarks}, with what a test does not care for left at rest. */
public final class TestRow {

  private final String benchmark;
  private final String cityCode;
  private final int year;
  private Integer rank;
  private String basis;
  private Figure numerator;
  private Figure denominator;
  private Figure referenceNumerator;
  private Figure referenceDenominator;
  private Figure earlier;
  private double rate;
  private Double referenceRate;
  private Double needed;
  private String standing = "not_judged";
  private String comparability = "comparable";
  private List<String> reasons = List.of();
  private List<String> flags = List.of();

  public TestRow(String benchmark, String cityCode, int year) {
    this.benchmark = benchmark;
    this.cityCode = cityCode;
    this.year = year;
  }

  public TestRow computed(
      int per, Figure count, Figure people, Figure referenceCount, Figure referencePeople) {
    basis = "computed";
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
    basis = "published";
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

  public TestRow rank(Integer value) {
    rank = value;
    return this;
  }

  public TestRow standing(String value) {
    standing = value;
    return this;
  }

  public TestRow comparability(String value, List<String> why) {
    comparability = value;
    reasons = why;
    return this;
  }

  public TestRow flags(List<String> value) {
    flags = value;
    return this;
  }

  public BenchmarkRow build() {
    boolean computed = basis.equals("computed");
    return BenchmarkRowBuilder.builder()
        .benchmark(benchmark)
        .cityCode(cityCode)
        .referenceCode(ReleaseFixture.SHENZHEN)
        .year(year)
        .basis(basis)
        .method("division")
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
        .significance("not_tested")
        .standing(standing)
        .comparability(comparability)
        .reasons(reasons)
        .rank(rank)
        .cities(rank == null ? null : (Integer) 15)
        .flags(flags)
        .intervalMethod("extent")
        .significance998("not_tested")
        .earlierDenominatorObservationId(id(earlier))
        .build();
  }

  private boolean isRelated() {
    return referenceRate != null && !comparability.equals("not_comparable");
  }

  private static String id(Figure figure) {
    return figure == null ? null : figure.observationId();
  }
}
