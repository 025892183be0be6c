package org.duibiao.benchmark.rate;

import java.util.List;
import org.duibiao.model.Benchmark;
import org.duibiao.model.Indicator;
import org.duibiao.model.Unit;
import org.duibiao.model.code.IndicatorKind;
import org.duibiao.model.code.Polarity;
import org.duibiao.model.code.Uncertainty;

/** Benchmarks for tests. */
public final class TestBenchmarks {

  private static final Unit PERSON =
      new Unit("person", "人", "person", "people", "person", 1, List.of("人"));

  public static final Benchmark TERTIARY_HOSPITALS =
      computed(
          "tertiary_hospitals_per_million", "tertiary_hospitals", IndicatorKind.STOCK, 1_000_000);

  public static final Benchmark VISITS =
      computed("visits_per_resident", "visits", IndicatorKind.FLOW, 1);

  public static final Benchmark BEDS =
      new Benchmark(
          "beds_per_1000",
          "床位",
          "Beds",
          indicator("beds", IndicatorKind.STOCK),
          indicator("permanent_population", IndicatorKind.STOCK),
          1000,
          indicator("beds_per_1000", IndicatorKind.RATE),
          PERSON,
          Polarity.NONE,
          0.05,
          List.of(),
          null);

  private TestBenchmarks() {}

  static Benchmark computed(String id, String numerator, IndicatorKind kind, int per) {
    return new Benchmark(
        id,
        id,
        id,
        indicator(numerator, kind),
        indicator("permanent_population", IndicatorKind.STOCK),
        per,
        null,
        PERSON,
        Polarity.NONE,
        0.05,
        List.of(),
        null);
  }

  public static Benchmark published(String id, Polarity polarity, double margin) {
    return new Benchmark(
        id,
        id,
        id,
        null,
        null,
        1,
        indicator(id, IndicatorKind.RATE),
        PERSON,
        polarity,
        margin,
        List.of(),
        null);
  }

  public static Benchmark withPolarity(Benchmark of, Polarity polarity) {
    return new Benchmark(
        of.id(),
        of.zh(),
        of.en(),
        of.numerator(),
        of.denominator(),
        of.per(),
        of.published(),
        of.unit(),
        polarity,
        of.margin(),
        of.bases(),
        of.ages());
  }

  public static Benchmark dividedBy(Benchmark of, Indicator denominator) {
    return new Benchmark(
        of.id(),
        of.zh(),
        of.en(),
        of.numerator(),
        denominator,
        of.per(),
        of.published(),
        of.unit(),
        of.polarity(),
        of.margin(),
        of.bases(),
        of.ages());
  }

  public static Indicator indicator(String id, IndicatorKind kind) {
    return new Indicator(
        id,
        id,
        id,
        List.of(),
        PERSON,
        List.of(),
        kind,
        Polarity.NONE,
        Uncertainty.NONE,
        null,
        null,
        null,
        List.of(),
        null,
        id,
        id,
        id);
  }
}
