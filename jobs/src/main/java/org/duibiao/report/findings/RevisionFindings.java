package org.duibiao.report.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Sanitizer;
import org.duibiao.markup.Texts;
import org.duibiao.model.Benchmark;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.RateOrigin;
import org.duibiao.model.code.SourceClass;
import org.duibiao.model.code.TrendDirection;
import org.duibiao.model.code.Vintage;
import org.duibiao.report.model.CityRows;
import org.duibiao.report.model.Disagreement;
import org.duibiao.report.model.ReportIndex;
import org.duibiao.report.model.SeriesValues;
import org.duibiao.tables.BenchmarkRow;
import org.duibiao.tables.Figure;
import org.duibiao.tables.TrendRow;
import org.duibiao.tables.VintageRow;

/**
 * Finds comparisons whose result depends on which figure is used, and trends of a city's series.
 */
final class RevisionFindings {

  /** The number of years over which the size of trends is compared. */
  private static final int COMMON_YEARS = 5;

  private final ReportIndex model;
  private final CityRows city;
  private final Bilingual name;
  private final Bilingual reference;

  RevisionFindings(ReportIndex model, CityRows city) {
    this.model = model;
    this.city = city;
    this.name = model.areaName(city.code());
    this.reference = model.referenceName();
  }

  void collect(CityFindings.Collector collector) {
    city.vintages().stream()
        .filter(row -> isOneVintage(row, Vintage.BEFORE))
        .forEach(before -> revised(before).ifPresent(after -> revision(before, after, collector)));
    for (Benchmark benchmark : model.benchmarks()) {
      city.newestCompared(benchmark.id()).ifPresent(row -> sources(benchmark, row, collector));
    }
    city.trends().forEach(row -> trend(row, collector));
  }

  private static boolean isOneVintage(VintageRow row, Vintage vintage) {
    return row.vintage() == vintage && row.referenceVintage() == vintage;
  }

  private Optional<VintageRow> revised(VintageRow before) {
    return city.vintages().stream()
        .filter(
            row ->
                isOneVintage(row, Vintage.AFTER)
                    && row.benchmark().equals(before.benchmark())
                    && row.year() == before.year()
                    && row.seriesBreak().equals(before.seriesBreak()))
        .findFirst();
  }

  /** Adds a finding if the revision reverses the result. */
  private void revision(VintageRow before, VintageRow after, CityFindings.Collector collector) {
    Benchmark benchmark = model.benchmarkOrNull(before.benchmark());
    boolean wasBehind = ReportIndex.roundedUp(before.neededToMatch()) > 0;
    if (benchmark == null || wasBehind == ReportIndex.roundedUp(after.neededToMatch()) > 0) {
      return;
    }
    Bilingual value = ReportIndex.rateText(benchmark, after.rate(), RateOrigin.COMPUTED);
    Bilingual other = ReportIndex.rateText(benchmark, after.referenceRate(), RateOrigin.COMPUTED);
    VintageRow behind = wasBehind ? before : after;
    Bilingual gap = model.neededText(benchmark, behind.neededToMatch());
    Bilingual lead =
        Texts.of(
            wasBehind ? "revision.was-behind-and-is-there" : "revision.was-there-and-is-behind",
            before.year(),
            name,
            model.benchmarkName(benchmark.id()),
            reference,
            gap,
            ReportIndex.rateText(benchmark, before.rate(), RateOrigin.COMPUTED),
            ReportIndex.rateText(benchmark, before.referenceRate(), RateOrigin.COMPUTED),
            value,
            other);
    List<String> ids = new ArrayList<>();
    for (VintageRow row : List.of(after, before)) {
      ids.add(row.earlierDenominatorObservationId());
      ids.add(row.denominatorObservationId());
      ids.add(row.referenceEarlierDenominatorObservationId());
      ids.add(row.referenceDenominatorObservationId());
    }
    Bilingual caveat =
        joined(Texts.of("revision.the-answer-depends-on"), Caveats.of(model, List.of(), ids));
    collector.add(
        0,
        Math.log((before.rate() / before.referenceRate()) / (after.rate() / after.referenceRate())),
        new CityFinding(
            CityFinding.Rule.REVISION,
            benchmark.id(),
            before.year(),
            CityFinding.sentence(lead, caveat),
            value,
            Bilingual.both("{} {}", reference, other),
            gap,
            ids));
  }

  /** Adds a finding if another source's figure reverses the result. */
  private void sources(Benchmark benchmark, BenchmarkRow row, CityFindings.Collector collector) {
    for (Disagreement disagreement : city.disagreements()) {
      if (disagreement.chosen() == null || !isOf(disagreement.chosen(), row)) {
        continue;
      }
      Figure chosen = disagreement.chosen();
      boolean counted = chosen.observationId().equals(row.numeratorObservationId());
      for (Figure other : disagreement.others()) {
        if (chosen.value().signum() <= 0 || other.value().signum() <= 0) {
          continue;
        }
        double times = other.value().doubleValue() / chosen.value().doubleValue();
        double rate = counted ? row.rate() * times : row.rate() / times;
        if (rate > row.referenceRate() != row.rate() > row.referenceRate()) {
          collector.add(0, Math.log(times), source(benchmark, row, chosen, other, rate));
        }
      }
    }
  }

  private static boolean isOf(Figure figure, BenchmarkRow row) {
    return figure.observationId().equals(row.numeratorObservationId())
        || figure.observationId().equals(row.denominatorObservationId());
  }

  private CityFinding source(
      Benchmark benchmark, BenchmarkRow row, Figure chosen, Figure other, double rate) {
    boolean above = row.rate() > row.referenceRate();
    Bilingual value = ReportIndex.rateText(benchmark, row.rate(), row.basis());
    Bilingual compared = ReportIndex.rateText(benchmark, row.referenceRate(), row.basis());
    List<String> ids = List.of(chosen.observationId(), other.observationId());
    Bilingual caveat =
        joined(
            other.sourceClass() == SourceClass.UNVERIFIED
                ? Texts.of("revision.the-latter-source-is")
                : Texts.of("revision.the-two-sources-disagree"),
            Caveats.of(model, List.of(), ids));
    Bilingual lead =
        Texts.of(
            above
                ? "revision.above-and-with-the-other-below"
                : "revision.below-and-with-the-other-above",
            row.year(),
            name,
            model.benchmarkName(benchmark.id()),
            Sanitizer.shorten(chosen.publisher(), 40),
            model.valueText(chosen),
            value,
            reference,
            compared,
            Sanitizer.shorten(other.publisher(), 40),
            model.valueText(other),
            ReportIndex.rateText(benchmark, rate, row.basis()));
    return new CityFinding(
        CityFinding.Rule.SOURCE,
        benchmark.id(),
        row.year(),
        CityFinding.sentence(lead, caveat),
        value,
        Bilingual.both("{} {}", reference, compared),
        model.valueText(other),
        ids);
  }

  private static Bilingual joined(Bilingual caveat, Bilingual other) {
    return Bilingual.statements(Stream.of(caveat, other).filter(each -> !each.isEmpty()).toList());
  }

  /**
   * Adds where the last five points of a series go, which is compared (populations and economies
   * are not) and reaches to the city's last years.
   */
  private void trend(TrendRow row, CityFindings.Collector collector) {
    if (row.recentDirection() == TrendDirection.NO_TREND
        || !model.isCompared(row.series())
        || CityFindings.isOld(row.lastYear(), city)) {
      return;
    }
    int firstYear = row.recentFirstYear();
    Optional<SeriesValues.YearValue> first = SeriesValues.point(model, city, row, firstYear);
    Optional<SeriesValues.YearValue> last = SeriesValues.point(model, city, row, row.lastYear());
    if (first.isEmpty() || last.isEmpty()) {
      return;
    }
    double from = first.get().value();
    double to = last.get().value();
    if ((to > from) != (row.recentDirection() == TrendDirection.RISING)) {
      return;
    }
    List<String> ids = new ArrayList<>(last.get().ids());
    ids.addAll(first.get().ids());
    List<Flag> flags = new ArrayList<>(row.flags());
    if (row.lastYear() - firstYear == COMMON_YEARS - 1) {
      flags.remove(Flag.SERIES_HAS_GAPS);
    }
    Bilingual caveat =
        joined(Caveats.unrevised(model, ids), Caveats.of("trend", model, flags, ids));
    boolean rising = to > from;
    Bilingual gap = SeriesValues.changeText(model, row, from, to);
    Bilingual lead =
        Texts.of(
            rising ? "revision.rose-from" : "revision.fell-from",
            name,
            model.seriesName(row.series()),
            firstYear,
            SeriesValues.amountText(model, row, from),
            row.lastYear(),
            SeriesValues.amountText(model, row, to),
            gap,
            row.turned() ? Texts.of("trends.turned") : Bilingual.EMPTY);
    double years = row.lastYear() - firstYear;
    collector.add(
        0,
        from <= 0 || to <= 0 ? 1 : Math.log(to / from) / years * COMMON_YEARS,
        new CityFinding(
            CityFinding.Rule.TREND,
            row.series(),
            row.lastYear(),
            CityFinding.sentence(lead, caveat),
            SeriesValues.amountText(model, row, to),
            Texts.of(
                "revision.in-the-first-year", firstYear, SeriesValues.amountText(model, row, from)),
            gap,
            ids));
  }
}
