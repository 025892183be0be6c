package org.duibiao.report.model;

import java.util.List;
import org.duibiao.tables.BenchmarkRow;
import org.duibiao.tables.Figure;

/** Rows of {@code gold.benchmarks}, with what a test does not care for left at rest. */
public final class BenchmarkRowBuilder {

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

  public BenchmarkRowBuilder(String benchmark, String cityCode, int year) {
    this.benchmark = benchmark;
    this.cityCode = cityCode;
    this.year = year;
  }

  public BenchmarkRowBuilder computed(
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

  public BenchmarkRowBuilder published(Figure figure, Figure reference) {
    basis = "published";
    numerator = figure;
    referenceNumerator = reference;
    rate = figure.value().doubleValue();
    referenceRate = reference == null ? null : reference.value().doubleValue();
    return this;
  }

  /** The denominator is a mean of this figure and the one that was given before. */
  public BenchmarkRowBuilder meanWith(Figure figure) {
    earlier = figure;
    return this;
  }

  public BenchmarkRowBuilder rank(Integer value) {
    rank = value;
    return this;
  }

  public BenchmarkRowBuilder standing(String value) {
    standing = value;
    return this;
  }

  public BenchmarkRowBuilder comparability(String value, List<String> why) {
    comparability = value;
    reasons = why;
    return this;
  }

  public BenchmarkRowBuilder flags(List<String> value) {
    flags = value;
    return this;
  }

  public BenchmarkRow build() {
    boolean computed = basis.equals("computed");
    return new BenchmarkRow(
        benchmark,
        cityCode,
        ReleaseFixture.SHENZHEN,
        year,
        basis,
        "division",
        computed ? numerator.value() : null,
        computed ? denominator.value() : null,
        computed ? (Integer) denominator.periodEnd().getYear() : null,
        computed ? referenceNumerator.value() : null,
        computed ? referenceDenominator.value() : null,
        computed ? (Integer) referenceDenominator.periodEnd().getYear() : null,
        referenceNumerator == null ? null : (Integer) referenceNumerator.periodEnd().getYear(),
        id(numerator),
        id(denominator),
        id(referenceNumerator),
        id(referenceDenominator),
        rate,
        null,
        null,
        referenceRate,
        isRelated() ? rate / referenceRate : null,
        null,
        null,
        isRelated() ? rate - referenceRate : null,
        null,
        null,
        isRelated() ? needed : null,
        "not_tested",
        standing,
        comparability,
        reasons,
        rank,
        null,
        null,
        rank == null ? null : (Integer) 15,
        null,
        null,
        null,
        flags,
        "extent",
        null,
        null,
        "not_tested",
        id(earlier),
        null);
  }

  private boolean isRelated() {
    return referenceRate != null && !comparability.equals("not_comparable");
  }

  private static String id(Figure figure) {
    return figure == null ? null : figure.observationId();
  }
}
