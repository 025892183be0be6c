package org.duibiao.benchmark.progress;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.duibiao.benchmark.rate.Rate;
import org.duibiao.benchmark.rate.Rates;
import org.duibiao.benchmark.selection.SelectedValues;
import org.duibiao.benchmark.selection.TargetFigures;
import org.duibiao.model.Benchmark;
import org.duibiao.model.Scope;
import org.duibiao.model.SeriesBreak;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.RateOrigin;
import org.duibiao.model.code.Vintage;
import org.duibiao.tables.Figure;
import org.duibiao.tables.IndicatorValue;

/** The levels of a whole city that check targets, as they are used or as they were once known. */
final class TargetLevels {

  private static final Set<Flag> UNUSABLE_FLAGS = Set.of(Flag.BOUND, Flag.QUOTED);

  private final SelectedValues values;

  /** The rates of benchmarks that compute some, by the indicator that publishes them. */
  private final Map<String, Rates> rates = new HashMap<>();

  TargetLevels(List<Benchmark> benchmarks, SelectedValues values) {
    this.values = values;
    benchmarks.stream()
        .filter(each -> each.isComputed() && each.published() != null)
        .forEach(each -> rates.put(each.published().id(), new Rates(each, values)));
  }

  /** A figure that checks a target. */
  record Actual(BigDecimal value, LocalDate day, String observationId, Collection<Flag> flags) {

    static Actual of(Figure figure) {
      return new Actual(figure.value(), figure.periodEnd(), figure.observationId(), figure.flags());
    }
  }

  /** The latest break that revised the level that a target is about after it was set, or null. */
  SeriesBreak revisedSince(TargetFigures.Key key, Figure stated, LocalDate start) {
    if (!isLevelOfWhole(key)) {
      return null;
    }
    LocalDate set = stated.published() == null ? start : stated.published();
    return values.breaks().stream()
        .filter(each -> each.revisedFrom() != null && each.announced() != null)
        .filter(each -> each.concerns(key.indicator(), key.cityCode()))
        .filter(each -> set.isBefore(each.announced()))
        .max(Comparator.comparing(SeriesBreak::date))
        .orElse(null);
  }

  /** The level of the first of these years that has one, or null. */
  Actual first(TargetFigures.Key key, SeriesBreak revision, IntStream years) {
    return years
        .mapToObj(year -> revision == null ? level(key, year) : levelBefore(revision, key, year))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** The value to use of that year, or the rate. */
  private Actual level(TargetFigures.Key key, int year) {
    String city = key.cityCode();
    IndicatorValue value = values.value(city, key.indicator(), year);
    return actual(value, key, rates -> rates.rate(city, year, RateOrigin.COMPUTED));
  }

  /** The value of that year as it was before a revision; or the rate on such a population. */
  private Actual levelBefore(SeriesBreak revision, TargetFigures.Key key, int year) {
    if (!revision.revises(year)) {
      return year < revision.date().getYear() ? level(key, year) : null;
    }
    String city = key.cityCode();
    IndicatorValue value = values.value(city, key.indicator(), year, revision, Vintage.BEFORE);
    return actual(value, key, rates -> rates.inVintage(city, year, revision, Vintage.BEFORE));
  }

  /** The value, but no limit or quotation; else the rate of a benchmark that has one. */
  private Actual actual(IndicatorValue value, TargetFigures.Key key, Function<Rates, Rate> rateOf) {
    return value != null && Collections.disjoint(value.flags(), UNUSABLE_FLAGS)
        ? new Actual(value.value(), value.periodEnd(), value.observationId(), value.flags())
        : Optional.ofNullable(rates.get(key.indicator()))
            .map(rateOf)
            .filter(Rate::isRanked)
            .map(TargetLevels::computed)
            .orElse(null);
  }

  private static Actual computed(Rate rate) {
    Set<Flag> flags = rate.flags();
    flags.add(Flag.COMPUTED);
    return new Actual(
        rate.rounded(), rate.value().periodEnd(), rate.value().observationId(), flags);
  }

  static boolean isLevelOfWhole(TargetFigures.Key key) {
    return key.measure() == Measure.LEVEL && Scope.isWhole(key.scope());
  }
}
