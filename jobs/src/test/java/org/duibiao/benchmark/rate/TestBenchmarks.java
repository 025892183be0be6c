package org.duibiao.benchmark.rate;

import java.util.List;
import org.duibiao.model.Benchmark;
import org.duibiao.model.BenchmarkBuilder;
import org.duibiao.model.Indicator;
import org.duibiao.model.IndicatorBuilder;
import org.duibiao.model.Unit;
import org.duibiao.model.code.IndicatorKind;
import org.duibiao.model.code.Polarity;
import org.duibiao.model.code.Uncertainty;

/** Benchmarks for tests. */
public final class TestBenchmarks {

  private static final Unit PERSON =
      new Unit("person", "人", "person", "people", "person", 1, List.of("人"), null);

  public static final Benchmark TERTIARY_HOSPITALS =
      computed(
          "tertiary_hospitals_per_million", "tertiary_hospitals", IndicatorKind.STOCK, 1_000_000);

  public static final Benchmark VISITS =
      computed("visits_per_resident", "visits", IndicatorKind.FLOW, 1);

  public static final Benchmark BEDS =
      BenchmarkBuilder.builder()
          .id("beds_per_1000")
          .zh("床位")
          .en("Beds")
          .numerator(indicator("beds", IndicatorKind.STOCK))
          .denominator(indicator("permanent_population", IndicatorKind.STOCK))
          .per(1000)
          .published(indicator("beds_per_1000", IndicatorKind.RATE))
          .unit(PERSON)
          .polarity(Polarity.NONE)
          .margin(0.05)
          .bases(List.of())
          .boundedBy(List.of())
          .build();

  private TestBenchmarks() {}

  static Benchmark computed(String id, String numerator, IndicatorKind kind, int per) {
    return BenchmarkBuilder.builder()
        .id(id)
        .zh(id)
        .en(id)
        .numerator(indicator(numerator, kind))
        .denominator(indicator("permanent_population", IndicatorKind.STOCK))
        .per(per)
        .unit(PERSON)
        .polarity(Polarity.NONE)
        .margin(0.05)
        .bases(List.of())
        .boundedBy(List.of())
        .build();
  }

  public static Benchmark published(String id, Polarity polarity, double margin) {
    return BenchmarkBuilder.builder()
        .id(id)
        .zh(id)
        .en(id)
        .per(1)
        .published(indicator(id, IndicatorKind.RATE))
        .unit(PERSON)
        .polarity(polarity)
        .margin(margin)
        .bases(List.of())
        .boundedBy(List.of())
        .build();
  }

  public static Benchmark withPolarity(Benchmark of, Polarity polarity) {
    return BenchmarkBuilder.builder(of).polarity(polarity).build();
  }

  public static Benchmark dividedBy(Benchmark of, Indicator denominator) {
    return BenchmarkBuilder.builder(of).denominator(denominator).build();
  }

  public static Indicator indicator(String id, IndicatorKind kind) {
    return IndicatorBuilder.builder()
        .id(id)
        .zh(id)
        .en(id)
        .aliases(List.of())
        .unit(PERSON)
        .printedUnits(List.of())
        .kind(kind)
        .polarity(Polarity.NONE)
        .uncertainty(Uncertainty.NONE)
        .partOf(List.of())
        .substitute(id.equals("permanent_population") ? "registered_population" : null)
        .definitionZh(id)
        .definitionEn(id)
        .definitionSource(id)
        .build();
  }
}
