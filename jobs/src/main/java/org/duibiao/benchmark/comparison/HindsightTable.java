package org.duibiao.benchmark.comparison;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.duibiao.model.code.Side;
import org.duibiao.tables.BenchmarkRow;
import org.duibiao.tables.HindsightRow;
import org.duibiao.tables.HindsightRowBuilder;

/** Puts the rows of gold.benchmarks as of a day beside those of now: gold.hindsight. */
public final class HindsightTable {

  private record Key(String benchmark, String city, String reference, int year)
      implements Comparable<Key> {

    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::benchmark)
            .thenComparing(Key::city)
            .thenComparing(Key::reference)
            .thenComparingInt(Key::year);

    static Key of(BenchmarkRow row) {
      return new Key(row.benchmark(), row.cityCode(), row.referenceCode(), row.year());
    }

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  private HindsightTable() {}

  /**
   * The comparisons that could be made on that day, and those of the same years that can be made
   * now; of years after that day nothing is said.
   *
   * @param then computed from what was published by that day
   * @param now computed from all
   */
  public static List<HindsightRow> compute(
      LocalDate asOf, List<BenchmarkRow> then, List<BenchmarkRow> now) {
    Map<Key, BenchmarkRow> before = new TreeMap<>();
    then.forEach(row -> before.put(Key.of(row), row));
    Map<Key, BenchmarkRow> after = new HashMap<>();
    now.forEach(row -> after.put(Key.of(row), row));
    SortedSet<Key> keys = new TreeSet<>(before.keySet());
    after.keySet().stream().filter(key -> key.year() <= asOf.getYear()).forEach(keys::add);
    List<HindsightRow> rows = new ArrayList<>();
    for (Key key : keys) {
      if (!key.city().equals(key.reference())) {
        rows.add(row(key, asOf, before.get(key), after.get(key)));
      }
    }
    return List.copyOf(rows);
  }

  private static HindsightRow row(Key key, LocalDate asOf, BenchmarkRow then, BenchmarkRow now) {
    Side sideThen = then == null ? null : then.side();
    Side sideNow = now == null ? null : now.side();
    Boolean changed = null;
    if (sideThen != null && sideNow != null) {
      changed =
          sideThen != sideNow
              || then.significance() != now.significance()
              || then.standing() != now.standing();
    }
    return HindsightRowBuilder.builder()
        .benchmark(key.benchmark())
        .cityCode(key.city())
        .referenceCode(key.reference())
        .year(key.year())
        .asOf(asOf)
        .rateThen(then == null ? null : then.rate())
        .rateNow(now == null ? null : now.rate())
        .referenceRateThen(then == null ? null : then.referenceRate())
        .referenceRateNow(now == null ? null : now.referenceRate())
        .ratioThen(then == null ? null : then.ratio())
        .ratioNow(now == null ? null : now.ratio())
        .neededToMatchThen(then == null ? null : then.neededToMatch())
        .neededToMatchNow(now == null ? null : now.neededToMatch())
        .sideThen(sideThen)
        .sideNow(sideNow)
        .significanceThen(then == null ? null : then.significance())
        .significanceNow(now == null ? null : now.significance())
        .standingThen(then == null ? null : then.standing())
        .standingNow(now == null ? null : now.standing())
        .comparabilityThen(then == null ? null : then.comparability())
        .comparabilityNow(now == null ? null : now.comparability())
        .changed(changed)
        .flags(now == null ? List.of() : now.flags())
        .build();
  }
}
