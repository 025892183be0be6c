package org.duibiao.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duibiao.benchmark.Comparison.Comparability;
import org.duibiao.model.Polarity;

/**
 * The rank of each city among those with the same benchmark, year and origin of the rate: 1, 2, 2,
 * 4. Limits, ranges, quotations, rates on registered residents and what is not comparable are not
 * ranked, and nothing is where fewer than ten cities are.
 */
final class Ranking {

  private static final int FEWEST_CITIES = 10;

  /** A rank among so many. */
  record Place(int rank, int cities) {}

  private record Group(int year, Rate.Origin origin) {}

  private final Set<String> cities;

  Ranking(Set<String> cities) {
    this.cities = cities;
  }

  /** The places of those of the comparisons, all of one benchmark, that have one. */
  Map<Comparison, Place> places(List<Comparison> comparisons, Polarity polarity) {
    Map<Group, List<Comparison>> groups = new HashMap<>();
    for (Comparison each : comparisons) {
      if (isRanked(each)) {
        groups
            .computeIfAbsent(new Group(each.year(), each.rate().origin()), key -> new ArrayList<>())
            .add(each);
      }
    }
    Map<Comparison, Place> places = new IdentityHashMap<>();
    for (List<Comparison> group : groups.values()) {
      if (group.size() >= FEWEST_CITIES) {
        place(group, polarity, places);
      }
    }
    return places;
  }

  private boolean isRanked(Comparison comparison) {
    return cities.contains(comparison.cityCode())
        && comparison.comparability() != Comparability.NOT_COMPARABLE
        && Collections.disjoint(comparison.rate().flags(), Flags.NEVER_RANKED);
  }

  private static void place(
      List<Comparison> group, Polarity polarity, Map<Comparison, Place> places) {
    Comparator<Comparison> ascending = Comparator.comparingDouble(Comparison::rateAsDouble);
    Comparator<Comparison> order =
        switch (polarity) {
          case HIGH, NONE -> ascending.reversed();
          case LOW -> ascending;
        };
    group.sort(order);
    int rank = 1;
    for (int i = 0; i < group.size(); i++) {
      if (i > 0 && order.compare(group.get(i - 1), group.get(i)) != 0) {
        rank = i + 1;
      }
      places.put(group.get(i), new Place(rank, group.size()));
    }
  }
}
