package org.duibiao.benchmark.comparison;

import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.duibiao.benchmark.Interval;
import org.duibiao.model.code.Comparability;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.Polarity;
import org.duibiao.model.code.RateOrigin;

/**
 * The rank of each city among those with the same benchmark, year and origin of the rate: 1, 2, 2,
 * 4. Limits, ranges, quotations, rates on registered residents and what is not comparable are not
 * ranked, and nothing is where fewer than ten cities are.
 *
 * <p>A rank is as uncertain as the rates: it may be as good as the number of cities whose interval
 * lies wholly on the better side, and one, and as bad as the number of cities without those whose
 * interval lies wholly on the worse side. Klein M, Wright T, Wieczorek J. A joint confidence region
 * for an overall ranking of populations. Journal of the Royal Statistical Society C 2020; 69:
 * 589–606; here with each city's own interval, so that the confidence holds for one city at a time.
 */
final class Ranking {

  private static final int FEWEST_CITIES = 10;

  /**
   * A rank among so many.
   *
   * @param rankLow the best rank that the intervals allow
   * @param rankHigh the worst
   * @param percentile the share of the cities with a lower rate, in percent
   * @param zScore (rate − mean) / standard deviation, with n − 1; null if the rates are all the
   *     same
   */
  record Position(
      int rank, int rankLow, int rankHigh, int cities, double percentile, Double zScore) {}

  private record Group(int year, RateOrigin origin) {}

  private final Set<String> cities;

  Ranking(Set<String> cities) {
    this.cities = cities;
  }

  /** The places of those of the comparisons, all of one benchmark, that have one. */
  Map<Comparison, Position> positions(List<Comparison> comparisons, Polarity polarity) {
    Map<Comparison, Position> positions = new IdentityHashMap<>();
    comparisons.stream()
        .filter(this::isRanked)
        .collect(Collectors.groupingBy(each -> new Group(each.year(), each.rate().origin())))
        .values()
        .stream()
        .filter(group -> group.size() >= FEWEST_CITIES)
        .forEach(group -> addPositions(group, polarity, positions));
    return positions;
  }

  private boolean isRanked(Comparison comparison) {
    return cities.contains(comparison.cityCode())
        && comparison.comparability() != Comparability.NOT_COMPARABLE
        && comparison.rate().flags().stream().noneMatch(Flag::isNeverRanked);
  }

  private static void addPositions(
      List<Comparison> group, Polarity polarity, Map<Comparison, Position> positions) {
    Comparator<Comparison> ascending = Comparator.comparingDouble(Comparison::rateAsDouble);
    Comparator<Comparison> order =
        switch (polarity) {
          case HIGH, NONE -> ascending.reversed();
          case LOW -> ascending;
        };
    // The sums below are of doubles: their order must not depend on that of the input.
    group.sort(order.thenComparing(Comparison::cityCode));
    int cities = group.size();
    double mean = mean(group);
    double deviation = deviation(group, mean);
    int rank = 1;
    for (int i = 0; i < cities; i++) {
      Comparison each = group.get(i);
      if (i > 0 && order.compare(group.get(i - 1), each) != 0) {
        rank = i + 1;
      }
      int above = 0;
      int below = 0;
      int lower = 0;
      for (Comparison other : group) {
        above += isWhollyAbove(other.interval(), each.interval()) ? 1 : 0;
        below += isWhollyAbove(each.interval(), other.interval()) ? 1 : 0;
        lower += other.rateAsDouble() < each.rateAsDouble() ? 1 : 0;
      }
      int better = polarity == Polarity.LOW ? below : above;
      int worse = polarity == Polarity.LOW ? above : below;
      positions.put(
          each,
          new Position(
              rank,
              better + 1,
              cities - worse,
              cities,
              100.0 * lower / cities,
              deviation > 0 ? (Double) ((each.rateAsDouble() - mean) / deviation) : null));
    }
  }

  private static boolean isWhollyAbove(Interval one, Interval other) {
    return other.high() != null && one.low() > other.high();
  }

  private static double mean(List<Comparison> group) {
    double sum = 0;
    for (Comparison each : group) {
      sum += each.rateAsDouble() / group.size();
    }
    return sum;
  }

  /** 0 where all are the same, and where it is beyond the range of doubles. */
  private static double deviation(List<Comparison> group, double mean) {
    if (group.get(0).rateAsDouble() == group.get(group.size() - 1).rateAsDouble()) {
      return 0;
    }
    double squares = 0;
    for (Comparison each : group) {
      double distance = each.rateAsDouble() - mean;
      squares += distance * distance;
    }
    double deviation = Math.sqrt(squares / (group.size() - 1));
    return Double.isFinite(deviation) ? deviation : 0;
  }
}
