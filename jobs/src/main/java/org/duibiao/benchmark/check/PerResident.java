package org.duibiao.benchmark.check;

import static java.util.stream.Collectors.groupingBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.duibiao.benchmark.stats.RobustScale;
import org.duibiao.model.Benchmark;
import org.duibiao.model.DecimalText;
import org.duibiao.model.Indicator;
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
  private final ConsistencyFindings collector;
  private final Set<String> populations = new HashSet<>();
  private final List<String> residents = new ArrayList<>();
  private final Map<String, List<Count>> byPopulation = new TreeMap<>();

  /** A count, the residents that it is for, and the logarithm of one for the other. */
  private record Count(
      IndicatorValue value, IndicatorValue residents, double log, double median, double z) {

    Count with(RobustScale others) {
      return new Count(
          value, residents, log, others.median(), (log - others.median()) / others.deviation());
    }

    boolean isOut() {
      return Math.abs(z) > DEVIATIONS && Math.abs(log - median) > FACTOR;
    }
  }

  PerResident(CheckedSeries series, ConsistencyFindings collector) {
    this.series = series;
    this.collector = collector;
    for (Benchmark each : series.rules.benchmarks()) {
      Indicator below = each.denominator();
      if (below != null && below.populationBasis() != null && populations.add(below.id())) {
        residents.add(below.id());
        if (below.substitute() != null && populations.add(below.substitute())) {
          residents.add(below.substitute());
        }
      }
    }
  }

  void check() {
    series.ofCities().forEach((indicator, values) -> checkCounts(values));
    byPopulation.values().forEach(this::judge);
    for (Benchmark each : series.rules.benchmarks()) {
      if (each.denominator() != null
          && each.published() != null
          && residents.contains(each.denominator().id())) {
        checkRange(each);
      }
    }
  }

  private void checkRange(Benchmark benchmark) {
    Indicator published = benchmark.published();
    for (IndicatorValue count :
        series.ofCities().getOrDefault(benchmark.numerator().id(), List.of())) {
      IndicatorValue people = residentsNear(count);
      if (people == null || collector.isDoubted(people)) {
        continue;
      }
      BigDecimal rate =
          count
              .value()
              .multiply(BigDecimal.valueOf(benchmark.per()))
              .divide(people.value(), 4, RoundingMode.HALF_UP);
      if (published.isOutside(rate)) {
        collector.doubt(
            FindingKind.IMPLAUSIBLE,
            count,
            List.of(count, people),
            null,
            "%s for %s in %s are %s, which is not plausible for %s of one city: it is not used;"
                + " look at the units",
            ConsistencyFindings.describe(count),
            ConsistencyFindings.describe(people),
            people.year(),
            DecimalText.plain(rate),
            published.id());
      }
    }
  }

  private void checkCounts(List<IndicatorValue> values) {
    Indicator indicator = series.indicator(values.get(0));
    if (indicator == null
        || indicator.kind() == IndicatorKind.RATE
        || indicator.uncertainty() == Uncertainty.EVENTS
        || !residents.isEmpty() && indicator.id().equals(residents.get(0))) {
      return;
    }
    List<Count> counts = new ArrayList<>();
    for (IndicatorValue value : values) {
      IndicatorValue people = value.value().signum() > 0 ? residentsNear(value) : null;
      if (people != null) {
        double rate = value.value().doubleValue() / people.value().doubleValue();
        counts.add(new Count(value, people, Math.log(rate), 0, 0));
      }
    }
    Map<Integer, List<Count>> byYear = counts.stream().collect(groupingBy(c -> c.value.year()));
    Map<Integer, RobustScale> scales = new HashMap<>();
    byYear.forEach((year, same) -> scales.put(year, scaleAround(year, byYear)));
    for (Count count : counts) {
      RobustScale others = scales.get(count.value.year());
      if (others != null) {
        byPopulation
            .computeIfAbsent(count.residents.observationId(), none -> new ArrayList<>())
            .add(count.with(others));
      }
    }
  }

  /** The population of the nearest year: it does not double within a few. */
  private IndicatorValue residentsNear(IndicatorValue value) {
    for (String each : residents) {
      if (!each.equals(value.indicator())) {
        IndicatorValue near =
            series.index.series(value.cityCode(), each).values().stream()
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
  private static RobustScale scaleAround(int year, Map<Integer, List<Count>> byYear) {
    List<Count> around = new ArrayList<>();
    for (int each = year - YEARS_AROUND; each <= year + YEARS_AROUND; each++) {
      around.addAll(byYear.getOrDefault(each, List.of()));
    }
    long cities = around.stream().map(count -> count.value.cityCode()).distinct().count();
    return around.size() < FEWEST_COUNTS || cities < FEWEST_CITIES
        ? null
        : RobustScale.of(around.stream().mapToDouble(Count::log).toArray());
  }

  private void judge(List<Count> counts) {
    List<Count> out = counts.stream().filter(Count::isOut).filter(this::isTold).toList();
    boolean oneSide = out.stream().map(count -> count.z > 0).distinct().count() == 1;
    boolean ofSeveral = out.stream().map(count -> count.value.indicator()).distinct().count() > 1;
    if (ofSeveral && oneSide && out.size() == counts.size()) {
      IndicatorValue people = out.get(0).residents;
      collector.doubt(
          FindingKind.IMPLAUSIBLE,
          people,
          List.of(people),
          null,
          "%s gives %s counts per resident that no other city has, such as %s: it is not used; look"
              + " at its unit and whether it is of the whole city",
          ConsistencyFindings.describe(people),
          out.size(),
          ConsistencyFindings.describe(out.get(0).value));
      return;
    }
    for (Count count : out) {
      BigDecimal expected =
          BigDecimal.valueOf(Math.exp(count.median) * count.residents.value().doubleValue())
              .setScale(0, RoundingMode.HALF_UP);
      collector.doubt(
          FindingKind.IMPLAUSIBLE,
          count.value,
          List.of(count.value, count.residents),
          expected,
          "%s for %s in %s, where as many residents elsewhere have about %s: it is not used;"
              + " look at the unit, at what is counted and whether it is of the whole city",
          ConsistencyFindings.describe(count.value),
          ConsistencyFindings.describe(count.residents),
          count.residents.year(),
          DecimalText.plain(expected));
    }
  }

  private boolean isTold(Count count) {
    return count.z > 0 || !populations.contains(count.value.indicator());
  }
}
