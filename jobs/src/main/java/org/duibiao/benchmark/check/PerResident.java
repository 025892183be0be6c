package org.duibiao.benchmark.check;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.duibiao.benchmark.check.CheckedSeries.describe;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.duibiao.benchmark.rate.Denominator;
import org.duibiao.benchmark.rate.Rate;
import org.duibiao.benchmark.stats.RobustScale;
import org.duibiao.model.Benchmark;
import org.duibiao.model.DecimalText;
import org.duibiao.model.Indicator;
import org.duibiao.model.Message;
import org.duibiao.model.code.FindingKind;
import org.duibiao.model.code.IndicatorKind;
import org.duibiao.model.code.Uncertainty;
import org.duibiao.tables.IndicatorValue;

/**
 * Doubts counts that are, per resident, out of what any city has: those of all cities within three
 * years have, as logarithms, a median and a median absolute deviation; one is out that is more than
 * six deviations and a factor of four from the median. Iglewicz and Hoaglin (1993, "How to detect
 * and handle outliers", ASQC, section 3) use 3.5 of these deviations for normally distributed
 * numbers; cities differ more. Nothing is doubted before there are thirty counts of twenty cities.
 *
 * <p>A population may be far below what another kind of residents has (cities of migrants), but not
 * far above. If all counts of several indicators that rest on one population are out on one side,
 * that population is doubted instead.
 *
 * <p>A rate from counts outside the catalogue's range of the published rate is doubted too.
 */
final class PerResident {

  private static final double DEVIATIONS = 6;
  private static final double FACTOR = Math.log(4);
  private static final int YEARS_AROUND = 3;
  private static final int FEWEST_COUNTS = 30;
  private static final int FEWEST_CITIES = 20;

  private final CheckedSeries series;

  /** The indicators of residents that rates are of, the first before its substitute. */
  private final Set<String> residents = new LinkedHashSet<>();

  private final Map<String, List<Count>> byPopulation = new TreeMap<>();

  /**
   * A count, the residents that it is for, and the logarithm of one for the other.
   *
   * @param others where that of other cities is
   */
  private record Count(
      IndicatorValue value, IndicatorValue residents, double log, RobustScale others) {

    boolean isAbove() {
      return log > others.median();
    }

    boolean isOut() {
      double distance = Math.abs(log - others.median());
      return distance / others.deviation() > DEVIATIONS && distance > FACTOR;
    }
  }

  PerResident(CheckedSeries series) {
    this.series = series;
    series.rules.benchmarks().stream()
        .map(Benchmark::denominator)
        .filter(below -> below != null && below.populationBasis() != null)
        .flatMap(below -> Stream.of(below.id(), below.substitute()))
        .filter(Objects::nonNull)
        .forEach(residents::add);
  }

  void check() {
    series.ofCities.forEach(this::checkCounts);
    byPopulation.values().forEach(this::judge);
    series.rules.benchmarks().stream()
        .filter(each -> each.denominator() != null && each.published() != null)
        .filter(each -> residents.contains(each.denominator().id()))
        .forEach(this::checkRange);
  }

  private void checkRange(Benchmark benchmark) {
    Indicator published = benchmark.published();
    for (IndicatorValue count :
        series.ofCities.getOrDefault(benchmark.numerator().id(), List.of())) {
      IndicatorValue people = residentsNear(count);
      if (people == null || series.isDoubted(people)) {
        continue;
      }
      BigDecimal rate = new Rate(count, Denominator.of(people), benchmark.per()).rounded();
      if (published.isOutside(rate)) {
        String detail =
            Message.of(
                "%s for %s in %s are %s, which is not plausible for %s of one city: it is not used;"
                    + " look at the units",
                describe(count),
                describe(people),
                people.year(),
                DecimalText.plain(rate),
                published.id());
        series.doubt(FindingKind.IMPLAUSIBLE, count, null, detail, count, people);
      }
    }
  }

  private void checkCounts(String id, List<IndicatorValue> values) {
    Indicator indicator = series.indicators.get(id);
    if (indicator == null
        || indicator.kind() == IndicatorKind.RATE
        || indicator.uncertainty() == Uncertainty.EVENTS
        || residents.stream().limit(1).anyMatch(id::equals)) {
      return;
    }
    List<Count> counts = new ArrayList<>();
    for (IndicatorValue value : values) {
      IndicatorValue people = value.value().signum() > 0 ? residentsNear(value) : null;
      if (people != null) {
        double rate = value.value().doubleValue() / people.value().doubleValue();
        counts.add(new Count(value, people, Math.log(rate), null));
      }
    }
    NavigableMap<Integer, List<Count>> byYear =
        counts.stream().collect(groupingBy(count -> count.value.year(), TreeMap::new, toList()));
    byYear.forEach(
        (year, same) -> {
          RobustScale others =
              scale(byYear.subMap(year - YEARS_AROUND, true, year + YEARS_AROUND, true));
          if (others != null) {
            for (Count each : same) {
              byPopulation
                  .computeIfAbsent(each.residents.observationId(), none -> new ArrayList<>())
                  .add(new Count(each.value, each.residents, each.log, others));
            }
          }
        });
  }

  /** The population of the nearest year: it does not double within a few. */
  private IndicatorValue residentsNear(IndicatorValue value) {
    for (String each : residents) {
      if (!each.equals(value.indicator())) {
        IndicatorValue near =
            series.selected.series(value.cityCode(), each).values().stream()
                .filter(people -> CheckedSeries.isExact(people) && people.value().signum() > 0)
                .min(Comparator.comparingInt(people -> Math.abs(people.year() - value.year())))
                .orElse(null);
        if (near != null) {
          return near;
        }
      }
    }
    return null;
  }

  /** Null where there are too few to tell. */
  private static RobustScale scale(Map<Integer, List<Count>> byYear) {
    List<Count> around = byYear.values().stream().flatMap(List::stream).toList();
    long cities = around.stream().map(count -> count.value.cityCode()).distinct().count();
    return around.size() < FEWEST_COUNTS || cities < FEWEST_CITIES
        ? null
        : RobustScale.of(around.stream().mapToDouble(Count::log).toArray());
  }

  private void judge(List<Count> counts) {
    List<Count> out =
        counts.stream()
            .filter(Count::isOut)
            .filter(count -> count.isAbove() || !residents.contains(count.value.indicator()))
            .toList();
    boolean oneSide = out.stream().map(Count::isAbove).distinct().count() == 1;
    boolean ofSeveral = out.stream().map(count -> count.value.indicator()).distinct().count() > 1;
    if (ofSeveral && oneSide && out.size() == counts.size()) {
      IndicatorValue people = out.get(0).residents;
      String detail =
          Message.of(
              "%s gives %s counts per resident that no other city has, such as %s: it is not used;"
                  + " look at its unit and whether it is of the whole city",
              describe(people), out.size(), describe(out.get(0).value));
      series.doubt(FindingKind.IMPLAUSIBLE, people, null, detail, people);
      return;
    }
    for (Count count : out) {
      IndicatorValue people = count.residents;
      double usual = Math.exp(count.others.median()) * people.value().doubleValue();
      BigDecimal expected = BigDecimal.valueOf(usual).setScale(0, RoundingMode.HALF_UP);
      String detail =
          Message.of(
              "%s for %s in %s, where as many residents elsewhere have about %s: it is not used;"
                  + " look at the unit, at what is counted and whether it is of the whole city",
              describe(count.value), describe(people), people.year(), DecimalText.plain(expected));
      series.doubt(FindingKind.IMPLAUSIBLE, count.value, expected, detail, count.value, people);
    }
  }
}
