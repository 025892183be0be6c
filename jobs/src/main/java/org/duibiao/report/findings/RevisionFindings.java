package org.duibiao.report.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Sanitizer;
import org.duibiao.markup.Texts;
import org.duibiao.model.Benchmark;
import org.duibiao.model.code.Comparability;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.RateOrigin;
import org.duibiao.model.code.SourceClass;
import org.duibiao.model.code.TrendDirection;
import org.duibiao.model.code.Vintage;
import org.duibiao.report.model.CityRows;
import org.duibiao.report.model.ReportIndex;
import org.duibiao.report.model.SeriesValues;
import org.duibiao.report.model.VintageRows;
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

  Stream<CityFinding> all() {
    int newest = city.newestYear();
    return Stream.of(
            VintageRows.pairs(city.vintages()).stream()
                .filter(pair -> isOneVintage(pair.before(), Vintage.BEFORE))
                .filter(pair -> isOneVintage(pair.after(), Vintage.AFTER))
                .flatMap(pair -> revision(pair).stream()),
            model.benchmarks().stream()
                .flatMap(benchmark -> city.newestCompared(benchmark.id()).stream())
                .flatMap(this::sources),
            city.trends().stream()
                .filter(row -> row.recentDirection() != TrendDirection.NO_TREND)
                .filter(row -> !CityFindings.isOld(row.lastYear(), newest))
                .filter(row -> model.isCompared(row.series()))
                .flatMap(row -> trend(row).stream()))
        .flatMap(each -> each);
  }

  private static boolean isOneVintage(VintageRow row, Vintage vintage) {
    return row.vintage() == vintage && row.referenceVintage() == vintage;
  }

  /** A finding if the revision reverses the result. */
  private Optional<CityFinding> revision(VintageRows.Pair pair) {
    VintageRow before = pair.before();
    VintageRow after = pair.after();
    Benchmark benchmark = model.benchmarkOrNull(before.benchmark());
    boolean wasBehind = ReportIndex.roundedUp(before.neededToMatch()) > 0;
    if (benchmark == null || wasBehind == ReportIndex.roundedUp(after.neededToMatch()) > 0) {
      return Optional.empty();
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
    List<String> ids =
        Stream.of(after, before)
            .flatMap(
                row ->
                    Stream.of(
                        row.earlierDenominatorObservationId(),
                        row.denominatorObservationId(),
                        row.referenceEarlierDenominatorObservationId(),
                        row.referenceDenominatorObservationId()))
            .toList();
    Bilingual caveat =
        Bilingual.statements(
            List.of(Texts.of("revision.the-answer-depends-on"), Caveats.of(model, List.of(), ids)));
    return Optional.of(
        new CityFinding(
            CityFinding.Rule.REVISION,
            benchmark.id(),
            before.year(),
            CityFinding.sentence(lead, caveat),
            value,
            Bilingual.both("{} {}", reference, other),
            gap,
            ids,
            Comparability.COMPARABLE,
            Math.log(
                (before.rate() / before.referenceRate())
                    / (after.rate() / after.referenceRate()))));
  }

  /** A finding for each figure of another source that reverses the result. */
  private Stream<CityFinding> sources(BenchmarkRow row) {
    return OtherFigure.of(model, row)
        .filter(each -> each.isOfCity() && each.reverses(model))
        .map(this::source);
  }

  private CityFinding source(OtherFigure figure) {
    BenchmarkRow row = figure.row();
    Figure chosen = figure.chosen();
    Figure other = figure.other();
    Benchmark benchmark = model.benchmarkOrNull(row.benchmark());
    Bilingual value = ReportIndex.rateText(benchmark, row.rate(), row.basis());
    Bilingual compared = ReportIndex.rateText(benchmark, row.referenceRate(), row.basis());
    List<String> ids = List.of(chosen.observationId(), other.observationId());
    Bilingual caveat =
        Bilingual.statements(
            List.of(
                Texts.of(
                    other.sourceClass() == SourceClass.UNVERIFIED
                        ? "revision.the-latter-source-is"
                        : "revision.the-two-sources-disagree"),
                Caveats.of(model, List.of(), ids)));
    Bilingual lead =
        Texts.of(
            row.rate() > row.referenceRate()
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
            ReportIndex.rateText(benchmark, figure.rate(), row.basis()));
    return new CityFinding(
        CityFinding.Rule.SOURCE,
        benchmark.id(),
        row.year(),
        CityFinding.sentence(lead, caveat),
        value,
        Bilingual.both("{} {}", reference, compared),
        model.valueText(other),
        ids,
        Comparability.COMPARABLE,
        Math.log(other.value().doubleValue() / chosen.value().doubleValue()));
  }

  /** Where the last five points of a series go; none if it is mostly the jump of one year. */
  private Optional<CityFinding> trend(TrendRow row) {
    int firstYear = row.recentFirstYear();
    SortedMap<Integer, SeriesValues.YearValue> all =
        SeriesValues.points(model, city, row.series(), row.basis());
    SeriesValues.YearValue first = all.get(firstYear);
    SeriesValues.YearValue last = all.get(row.lastYear());
    if (first == null || last == null) {
      return Optional.empty();
    }
    double from = first.value();
    double to = last.value();
    if ((to > from) != (row.recentDirection() == TrendDirection.RISING)
        || isJump(List.copyOf(all.subMap(firstYear, row.lastYear() + 1).values()), to - from)) {
      return Optional.empty();
    }
    List<String> ids = Stream.of(last, first).flatMap(each -> each.ids().stream()).toList();
    List<Flag> flags = new ArrayList<>(row.flags());
    flags.remove(Flag.SERIES_BREAK);
    if (row.lastYear() - firstYear == COMMON_YEARS - 1) {
      flags.remove(Flag.SERIES_HAS_GAPS);
    }
    Bilingual caveat =
        Bilingual.statements(
            List.of(
                Caveats.unrevised(model, ids),
                firstYear > row.firstYear() || all.firstKey() == firstYear
                    ? Bilingual.EMPTY
                    : Texts.of("trend.before-differs", all.headMap(firstYear).lastKey()),
                all.lastKey() == row.lastYear()
                    ? Bilingual.EMPTY
                    : Texts.of("trend.after-differs", all.tailMap(row.lastYear() + 1).firstKey()),
                Caveats.of("trend", model, flags, ids)));
    Bilingual gap = SeriesValues.changeText(model, row, first, last);
    Bilingual lead =
        Texts.of(
            to > from ? "revision.rose-from" : "revision.fell-from",
            name,
            model.seriesName(row.series()),
            firstYear,
            SeriesValues.amountText(model, row, from),
            row.lastYear(),
            SeriesValues.amountText(model, row, to),
            gap,
            row.turned() ? Texts.of("trends.turned") : Bilingual.EMPTY);
    return Optional.of(
        new CityFinding(
            CityFinding.Rule.TREND,
            row.series(),
            row.lastYear(),
            CityFinding.sentence(lead, caveat),
            SeriesValues.amountText(model, row, to),
            Texts.of(
                "revision.in-the-first-year", firstYear, SeriesValues.amountText(model, row, from)),
            gap,
            ids,
            Comparability.COMPARABLE,
            from <= 0 || to <= 0
                ? 1
                : Math.log(to / from) / (row.lastYear() - firstYear) * COMMON_YEARS));
  }

  /** Whether more than half of a change came within one year. */
  private static boolean isJump(List<SeriesValues.YearValue> points, double change) {
    return IntStream.range(1, points.size())
        .mapToDouble(
            i ->
                (points.get(i).value() - points.get(i - 1).value())
                    / (points.get(i).year() - points.get(i - 1).year()))
        .anyMatch(aYear -> aYear / change > 0.5);
  }
}
