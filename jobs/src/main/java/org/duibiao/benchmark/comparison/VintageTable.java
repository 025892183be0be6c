package org.duibiao.benchmark.comparison;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duibiao.benchmark.rate.Denominator;
import org.duibiao.benchmark.rate.DenominatorFinder;
import org.duibiao.benchmark.rate.Rate;
import org.duibiao.benchmark.rate.RateIntervals;
import org.duibiao.benchmark.rate.RatePair;
import org.duibiao.model.Benchmark;
import org.duibiao.model.SeriesBreak;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.IndicatorKind;
import org.duibiao.model.code.Vintage;
import org.duibiao.tables.IndicatorValue;
import org.duibiao.tables.VintageRow;
import org.duibiao.tables.VintageRowBuilder;

/**
 * The comparisons of revised years on each pair of vintages of the two populations: the gap as it
 * was seen before the census, as it is seen since, and what mixing the two would give.
 */
final class VintageTable {

  private static final List<Vintage> KNOWN = List.of(Vintage.BEFORE, Vintage.AFTER);

  private static final Comparator<VintageRow> ORDER =
      Comparator.comparing(VintageRow::benchmark)
          .thenComparing(VintageRow::cityCode)
          .thenComparingInt(VintageRow::year)
          .thenComparing(row -> row.vintage().id())
          .thenComparing(row -> row.referenceVintage().id());

  private final Reference referenceArea;
  private final DenominatorFinder denominators;

  /** Of breaks that revise the same year, the latest counts. */
  private final List<SeriesBreak> revisions;

  private final Map<List<Object>, VintageRow> rows = new HashMap<>();

  VintageTable(Reference referenceArea, DenominatorFinder denominators, List<SeriesBreak> breaks) {
    this.referenceArea = referenceArea;
    this.denominators = denominators;
    this.revisions =
        breaks.stream()
            .filter(each -> each.revisedFrom() != null)
            .sorted(
                Comparator.comparing(SeriesBreak::date).thenComparing(SeriesBreak::id).reversed())
            .toList();
  }

  /** Adds the rows of a city and year whose rate and the reference's are both computed. */
  void add(Benchmark benchmark, RateIntervals rateIntervals, Rate rate, Rate reference) {
    if (benchmark.numerator().kind() != IndicatorKind.STOCK
        || benchmark.denominator().kind() != IndicatorKind.STOCK) {
      return;
    }
    for (SeriesBreak revision : revisions) {
      if (revision.revises(rate.value().year())) {
        for (Vintage own : vintages(benchmark, revision, rate.value())) {
          for (Vintage other : vintages(benchmark, revision, reference.value())) {
            add(benchmark, rateIntervals, revision, rate.value(), own, reference.value(), other);
          }
        }
      }
    }
  }

  /** The known vintages; where there are none, what there is. */
  private List<Vintage> vintages(
      Benchmark benchmark, SeriesBreak revision, IndicatorValue numerator) {
    List<Vintage> known =
        KNOWN.stream()
            .filter(
                each -> denominators.findInVintage(benchmark, numerator, revision, each) != null)
            .toList();
    return known.isEmpty() ? List.of(Vintage.UNKNOWN) : known;
  }

  List<VintageRow> rows() {
    return rows.values().stream().sorted(ORDER).toList();
  }

  private void add(
      Benchmark benchmark,
      RateIntervals rateIntervals,
      SeriesBreak revision,
      IndicatorValue numerator,
      Vintage vintage,
      IndicatorValue referenceNumerator,
      Vintage referenceVintage) {
    Denominator denominator = denominators.findInVintage(benchmark, numerator, revision, vintage);
    Denominator referenceDenominator =
        denominators.findInVintage(benchmark, referenceNumerator, revision, referenceVintage);
    if (denominator == null || referenceDenominator == null) {
      return;
    }
    Rate rate = Rate.computed(numerator, denominator, benchmark.per());
    Rate reference = Rate.computed(referenceNumerator, referenceDenominator, benchmark.per());
    RatePair pair = new RatePair(rate, reference);
    Double own = rate.toDouble();
    Double other = reference.toDouble();
    Double needed = pair.neededToMatch();
    if (own == null || other == null || needed == null) {
      return;
    }
    Comparison comparison =
        new Comparison(
            benchmark,
            numerator.cityCode(),
            referenceArea,
            Comparison.RateWithInterval.of(rate, rateIntervals),
            Comparison.RateWithInterval.of(reference, rateIntervals),
            Set.of(),
            null);
    Set<Flag> flags = rate.flags();
    flags.addAll(reference.flags());
    if (numerator.year() != referenceNumerator.year()) {
      flags.add(Flag.REFERENCE_YEAR_DIFFERS);
    }
    if (vintage != referenceVintage || vintage == Vintage.UNKNOWN) {
      flags.add(Flag.POPULATION_VINTAGE_DIFFERS);
    }
    rows.putIfAbsent(
        List.of(benchmark.id(), numerator.cityCode(), numerator.year(), vintage, referenceVintage),
        VintageRowBuilder.builder()
            .benchmark(benchmark.id())
            .cityCode(numerator.cityCode())
            .referenceCode(referenceArea.code())
            .year(numerator.year())
            .seriesBreak(revision.id())
            .vintage(vintage)
            .referenceVintage(referenceVintage)
            .numerator(numerator.value())
            .denominator(denominator.value())
            .referenceNumerator(referenceNumerator.value())
            .referenceDenominator(referenceDenominator.value())
            .denominatorObservationId(denominator.last().observationId())
            .referenceDenominatorObservationId(referenceDenominator.last().observationId())
            .rate(own)
            .referenceRate(other)
            .ratio(pair.ratio())
            .neededToMatch(needed)
            .flags(List.copyOf(flags))
            .side(pair.side(benchmark.margin()))
            .standing(comparison.standing())
            .earlierDenominatorObservationId(denominator.earlierObservationId())
            .referenceEarlierDenominatorObservationId(referenceDenominator.earlierObservationId())
            .build());
  }
}
