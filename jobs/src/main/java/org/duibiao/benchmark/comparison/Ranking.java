package org.duibiao.benchmark.comparison;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.duibiao.model.code.Polarity;
import org.duibiao.tables.BenchmarkRowBuilder;

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

  private Ranking() {}

  /** Ranks the rows of cities, all of one benchmark, that have a rank. */
  static void rank(List<BenchmarkRowBuilder> rows, Polarity polarity) {
    rows.stream()
        .collect(Collectors.groupingBy(each -> List.of(each.year(), each.basis())))
        .values()
        .stream()
        .filter(group -> group.size() >= FEWEST_CITIES)
        .forEach(group -> rankGroup(group, polarity));
  }

  private static void rankGroup(List<BenchmarkRowBuilder> group, Polarity polarity) {
    Comparator<BenchmarkRowBuilder> ascending = Comparator.comparing(BenchmarkRowBuilder::rate);
    Comparator<BenchmarkRowBuilder> order =
        switch (polarity) {
          case HIGH, NONE -> ascending.reversed();
          case LOW -> ascending;
        };
    // The sums below are of doubles: their order must not depend on that of the input.
    group.sort(order.thenComparing(each -> each.cityCode()));
    int cities = group.size();
    double mean = mean(group);
    double deviation = deviation(group, mean);
    int rank = 1;
    for (int i = 0; i < cities; i++) {
      BenchmarkRowBuilder each = group.get(i);
      if (i > 0 && order.compare(group.get(i - 1), each) != 0) {
        rank = i + 1;
      }
      int above = 0;
      int below = 0;
      int lower = 0;
      for (BenchmarkRowBuilder other : group) {
        above += isWhollyAbove(other, each) ? 1 : 0;
        below += isWhollyAbove(each, other) ? 1 : 0;
        lower += other.rate() < each.rate() ? 1 : 0;
      }
      each.rank(rank)
          .rankLow((polarity == Polarity.LOW ? below : above) + 1)
          .rankHigh(cities - (polarity == Polarity.LOW ? above : below))
          .cities(cities)
          .percentile(100.0 * lower / cities)
          .zScore(deviation > 0 ? (Double) ((each.rate() - mean) / deviation) : null);
    }
  }

  private static boolean isWhollyAbove(BenchmarkRowBuilder one, BenchmarkRowBuilder other) {
    return other.rateHigh() != null && one.rateLow() > other.rateHigh();
  }

  private static double mean(List<BenchmarkRowBuilder> group) {
    double sum = 0;
    for (BenchmarkRowBuilder each : group) {
      sum += each.rate() / group.size();
    }
    return sum;
  }

  /** 0 where all are the same, and where it is beyond the range of doubles. */
  private static double deviation(List<BenchmarkRowBuilder> group, double mean) {
    if (group.get(0).rate().equals(group.get(group.size() - 1).rate())) {
      return 0;
    }
    double squares = 0;
    for (BenchmarkRowBuilder each : group) {
      double distance = each.rate() - mean;
      squares += distance * distance;
    }
    double deviation = Math.sqrt(squares / (group.size() - 1));
    return Double.isFinite(deviation) ? deviation : 0;
  }
}
