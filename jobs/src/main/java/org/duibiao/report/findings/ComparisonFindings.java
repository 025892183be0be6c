package org.duibiao.report.findings;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Texts;
import org.duibiao.model.Benchmark;
import org.duibiao.model.code.Comparability;
import org.duibiao.model.code.Polarity;
import org.duibiao.model.code.Side;
import org.duibiao.model.code.Standing;
import org.duibiao.report.model.BenchmarkView;
import org.duibiao.report.model.CityRows;
import org.duibiao.report.model.ReportIndex;
import org.duibiao.tables.BenchmarkRow;

/** Compares a city with the reference, and the reference with the other cities. */
public final class ComparisonFindings {

  /** The smallest number of other cities that have a median. */
  private static final int OTHERS = 5;

  private final ReportIndex model;
  private final CityRows city;
  private final Bilingual name;

  ComparisonFindings(ReportIndex model, CityRows city) {
    this.model = model;
    this.city = city;
    this.name = model.areaName(city.code());
  }

  /**
   * A verdict that one death more or less may reverse is none, nor is one by a source that nobody
   * can look up: then the newest year without one is told.
   */
  Stream<CityFinding> all() {
    return model.isReference(city.code())
        ? model.views().stream()
            .filter(view -> view.year() != null && view.compared().size() >= OTHERS)
            .map(this::position)
        : model.benchmarks().stream()
            .flatMap(benchmark -> city.newestTraceable(benchmark.id()).stream())
            .filter(row -> !Caveats.mayRestOnFewCases(model, row))
            .map(row -> against(model.benchmarkOrNull(row.benchmark()), row));
  }

  /** A newer comparison that is not told because a source of it cannot be looked up. */
  private Bilingual newer(Benchmark benchmark, BenchmarkRow row) {
    return city.newestCompared(benchmark.id())
        .filter(newest -> newest.year() > row.year())
        .map(
            newest ->
                Texts.of(
                    "comparison.newer-is-untraceable",
                    newest.year(),
                    ReportIndex.rateText(benchmark, newest.rate(), newest.basis()),
                    ReportIndex.rateText(benchmark, newest.referenceRate(), newest.basis())))
        .orElse(Bilingual.EMPTY);
  }

  private CityFinding against(Benchmark benchmark, BenchmarkRow row) {
    Bilingual value = ReportIndex.rateText(benchmark, row.rate(), row.basis());
    Bilingual other = ReportIndex.rateText(benchmark, row.referenceRate(), row.basis());
    Bilingual caveat = Bilingual.statements(List.of(Caveats.of(model, row), newer(benchmark, row)));
    Bilingual gap = gap(model, benchmark, row);
    Bilingual lead =
        Texts.of(
            "comparison.has",
            row.year(),
            name,
            model.benchmarkName(benchmark.id()),
            value,
            model.referenceName(),
            other,
            relation(benchmark, row, gap),
            Caveats.polarity(benchmark.polarity()),
            row.referenceYear() == null || row.referenceYear() == row.year()
                ? Bilingual.EMPTY
                : Bilingual.of("（{}年）", " ({})", row.referenceYear()));
    return new CityFinding(
        kind(benchmark, row),
        benchmark.id(),
        row.year(),
        CityFinding.sentence(lead, caveat),
        value,
        Bilingual.both("{} {}", model.referenceName(), other),
        gap,
        BenchmarkView.observationIds(row),
        row.comparability(),
        logRatio(row.rate(), row.referenceRate()));
  }

  /** How large a gap is; 1 where one of the two is 0. */
  private static double logRatio(double rate, double other) {
    return rate <= 0 || other <= 0 ? 1 : Math.log(rate / other);
  }

  private static CityFinding.Rule kind(Benchmark benchmark, BenchmarkRow row) {
    return switch (row.standing()) {
      case WORSE -> CityFinding.Rule.WORSE;
      case BETTER -> CityFinding.Rule.BETTER;
      case SIMILAR -> CityFinding.Rule.SIMILAR;
      case NOT_JUDGED -> {
        boolean judged = benchmark.polarity() != Polarity.NONE || row.neededToMatch() == null;
        yield switch (row.side()) {
          case LEVEL -> CityFinding.Rule.SIMILAR;
          case ABOVE -> judged ? CityFinding.Rule.DIFFERENT : CityFinding.Rule.HIGHER;
          case BELOW -> judged ? CityFinding.Rule.DIFFERENT : CityFinding.Rule.LOWER;
        };
      }
    };
  }

  /** The difference of a rate from the reference's, as a count where that is known. */
  public static Bilingual gap(ReportIndex model, Benchmark benchmark, BenchmarkRow row) {
    if (row.neededToMatch() != null && benchmark.isComputed()) {
      return model.derivedText(
          benchmark.numerator().id(),
          BigDecimal.valueOf(ReportIndex.roundedUp(row.neededToMatch())).abs(),
          List.of(row.numeratorObservationId()));
    }
    double difference = row.rate() - row.referenceRate();
    return ReportIndex.differenceText(benchmark, difference, row.referenceRate(), row.basis());
  }

  private Bilingual relation(Benchmark benchmark, BenchmarkRow row, Bilingual gap) {
    if (row.rate().equals(row.referenceRate())) {
      return Bilingual.plain("两者相同", "the two are the same");
    }
    boolean verdict = row.standing() == Standing.BETTER || row.standing() == Standing.WORSE;
    return row.side() == Side.LEVEL && !verdict
        ? Texts.of("comparison.they-are-less-than", BenchmarkView.marginText(benchmark))
        : plainly(benchmark, row, gap);
  }

  private Bilingual plainly(Benchmark benchmark, BenchmarkRow row, Bilingual gap) {
    boolean similar = row.standing() == Standing.SIMILAR;
    if (row.neededToMatch() != null && benchmark.isComputed()) {
      return ReportIndex.roundedUp(row.neededToMatch()) > 0
          ? Texts.of("comparison.it-would-take-another", gap)
          : Texts.of("comparison.that-is-more-than", gap, reference());
    }
    boolean above = row.rate() > row.referenceRate();
    if (similar) {
      return Texts.of(
          above ? "comparison.higher-not-demonstrable" : "comparison.lower-not-demonstrable", gap);
    }
    return Bilingual.of(above ? "高 {0}" : "低 {0}", above ? "{0} higher" : "{0} lower", gap);
  }

  private Bilingual reference() {
    return model.referenceName();
  }

  /** Compares the reference with the median of the others. */
  private CityFinding position(BenchmarkView view) {
    Benchmark benchmark = view.benchmark();
    BenchmarkRow own = view.reference();
    List<BenchmarkRow> others = view.compared();
    double middle = median(others);
    Bilingual value = ReportIndex.rateText(benchmark, own.rate(), own.basis());
    Bilingual compared = ReportIndex.rateText(benchmark, middle, own.basis());
    long above = others.stream().filter(row -> row.rate() > own.rate()).count();
    long careful =
        others.stream().filter(row -> row.comparability() == Comparability.WITH_CARE).count();
    Bilingual gap = positionGap(benchmark, own, middle);
    Bilingual caveat =
        careful == 0 ? Bilingual.EMPTY : Texts.of("comparison.the-figures-of-of", careful);
    boolean isBelow = own.rate() < middle;
    Bilingual plainly =
        counted(benchmark, own)
            ? Texts.of(
                isBelow ? "comparison.to-match-the-median" : "comparison.more-than-the-median", gap)
            : Bilingual.of(isBelow ? "低 {}" : "高 {}", isBelow ? "{} lower" : "{} higher", gap);
    Bilingual lead =
        Texts.of(
            "comparison.has-of-other-cities",
            view.year(),
            name,
            model.benchmarkName(benchmark.id()),
            value,
            others.size(),
            above,
            compared,
            plainly,
            Caveats.polarity(benchmark.polarity()));
    List<String> ids = new ArrayList<>();
    ids.addAll(BenchmarkView.rateIds(own));
    for (int i : new int[] {(others.size() - 1) / 2, others.size() / 2}) {
      ids.add(others.get(i).numeratorObservationId());
      ids.addAll(Arrays.asList(BenchmarkView.denominatorIds(others.get(i))));
    }
    return new CityFinding(
        CityFinding.Rule.POSITION,
        benchmark.id(),
        view.year(),
        CityFinding.sentence(lead, caveat),
        value,
        Texts.of("comparison.median-of-the-others", compared),
        gap,
        ids,
        Comparability.COMPARABLE,
        logRatio(own.rate(), middle));
  }

  private Bilingual positionGap(Benchmark benchmark, BenchmarkRow own, double middle) {
    if (counted(benchmark, own)) {
      double needed =
          middle * own.denominator().doubleValue() / benchmark.per()
              - own.numerator().doubleValue();
      return needed > 0
          ? model.neededText(benchmark, needed)
          : model.numeratorText(benchmark, BigDecimal.valueOf((long) Math.floor(-needed + 1e-9)));
    }
    return ReportIndex.differenceText(benchmark, own.rate() - middle, middle, own.basis());
  }

  private static boolean counted(Benchmark benchmark, BenchmarkRow own) {
    return benchmark.isComputed() && own.numerator() != null && own.denominator() != null;
  }

  /** The median of rates that are sorted from the top. */
  public static double median(List<BenchmarkRow> others) {
    return (others.get((others.size() - 1) / 2).rate() + others.get(others.size() / 2).rate()) / 2;
  }
}
