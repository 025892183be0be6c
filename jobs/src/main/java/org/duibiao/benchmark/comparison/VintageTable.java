package org.duibiao.benchmark.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.duibiao.benchmark.rate.Denominator;
import org.duibiao.benchmark.rate.Rate;
import org.duibiao.benchmark.rate.RatePair;
import org.duibiao.benchmark.rate.Rates;
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

  /** Of breaks that revise the same year, the latest counts. */
  private final List<SeriesBreak> revisions;

  private final List<VintageRow> rows = new ArrayList<>();

  VintageTable(List<SeriesBreak> breaks) {
    this.revisions =
        breaks.stream()
            .filter(each -> each.revisedFrom() != null)
            .sorted(
                Comparator.comparing(SeriesBreak::date).thenComparing(SeriesBreak::id).reversed())
            .toList();
  }

  /** A rate on one vintage of the population. */
  private record VintageRate(Vintage vintage, Rate rate) {}

  /** Adds the rows of the next city and year, where the rates of two areas are both computed. */
  void add(Reference reference, RatePair pair) {
    Rate rate = pair.rate();
    Rate other = pair.reference();
    Benchmark benchmark = reference.rates().benchmark();
    if (other == null
        || reference.isAggregate()
        || rate.denominator() == null
        || other.denominator() == null
        || benchmark.numerator().kind() != IndicatorKind.STOCK
        || benchmark.denominator().kind() != IndicatorKind.STOCK) {
      return;
    }
    Map<String, VintageRow> byVintages = new TreeMap<>();
    for (SeriesBreak revision : revisions) {
      if (revision.revises(rate.value().year())) {
        for (VintageRate own : vintages(reference.rates(), revision, rate)) {
          for (VintageRate others : vintages(reference.rates(), revision, other)) {
            byVintages.computeIfAbsent(
                own.vintage().id() + " " + others.vintage().id(),
                none -> row(reference, revision, own, others));
          }
        }
      }
    }
    rows.addAll(byVintages.values());
  }

  /** On the known vintages; where there are none, on what there is. */
  private static List<VintageRate> vintages(Rates rates, SeriesBreak revision, Rate rate) {
    List<VintageRate> found = new ArrayList<>();
    for (Vintage vintage : List.of(Vintage.BEFORE, Vintage.AFTER, Vintage.UNKNOWN)) {
      IndicatorValue numerator = rate.value();
      Rate other = rates.inVintage(numerator.cityCode(), numerator.year(), revision, vintage);
      if (other != null && (vintage != Vintage.UNKNOWN || found.isEmpty())) {
        found.add(new VintageRate(vintage, other));
      }
    }
    return found;
  }

  List<VintageRow> rows() {
    return List.copyOf(rows);
  }

  /** Null where one of the two rates or their distance is beyond the range of doubles. */
  private static VintageRow row(
      Reference reference, SeriesBreak revision, VintageRate own, VintageRate other) {
    Rate rate = own.rate();
    Rate otherRate = other.rate();
    RatePair pair = new RatePair(rate, otherRate);
    Double needed = pair.neededToMatch();
    if (rate.toDouble() == null || otherRate.toDouble() == null || needed == null) {
      return null;
    }
    Benchmark benchmark = reference.rates().benchmark();
    IndicatorValue numerator = rate.value();
    Denominator denominator = rate.denominator();
    Denominator otherDenominator = otherRate.denominator();
    Set<Flag> flags = rate.flags();
    flags.addAll(otherRate.flags());
    if (numerator.year() != otherRate.value().year()) {
      flags.add(Flag.REFERENCE_YEAR_DIFFERS);
    }
    if (own.vintage() != other.vintage() || own.vintage() == Vintage.UNKNOWN) {
      flags.add(Flag.POPULATION_VINTAGE_DIFFERS);
    }
    return VintageRowBuilder.builder()
        .benchmark(benchmark.id())
        .cityCode(numerator.cityCode())
        .referenceCode(reference.code())
        .year(numerator.year())
        .seriesBreak(revision.id())
        .vintage(own.vintage())
        .referenceVintage(other.vintage())
        .numerator(numerator.value())
        .denominator(denominator.value())
        .referenceNumerator(otherRate.value().value())
        .referenceDenominator(otherDenominator.value())
        .denominatorObservationId(denominator.last().observationId())
        .referenceDenominatorObservationId(otherDenominator.last().observationId())
        .rate(rate.toDouble())
        .referenceRate(otherRate.toDouble())
        .ratio(pair.ratio())
        .neededToMatch(needed)
        .flags(List.copyOf(flags))
        .side(pair.side(benchmark.margin()))
        .standing(new Comparison(reference, pair, Set.of()).standing())
        .earlierDenominatorObservationId(denominator.earlierObservationId())
        .referenceEarlierDenominatorObservationId(otherDenominator.earlierObservationId())
        .build();
  }
}
