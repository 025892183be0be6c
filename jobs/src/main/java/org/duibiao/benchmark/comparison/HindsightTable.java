package org.duibiao.benchmark.comparison;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duibiao.tables.BenchmarkRow;
import org.duibiao.tables.HindsightRow;
import org.duibiao.tables.HindsightRowBuilder;

/** Puts the rows of gold.benchmarks as of a day beside those of now: gold.hindsight. */
public final class HindsightTable {

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
    Map<List<Object>, BenchmarkRow> before = byKey(then);
    Map<List<Object>, BenchmarkRow> after = byKey(now);
    return Stream.concat(then.stream(), now.stream().filter(row -> row.year() <= asOf.getYear()))
        .filter(row -> !row.cityCode().equals(row.referenceCode()))
        .map(HindsightTable::key)
        .distinct()
        .map(key -> row(asOf, before.get(key), after.get(key)))
        .sorted(
            Comparator.comparing(HindsightRow::benchmark)
                .thenComparing(HindsightRow::cityCode)
                .thenComparing(HindsightRow::referenceCode)
                .thenComparingInt(HindsightRow::year))
        .toList();
  }

  private static Map<List<Object>, BenchmarkRow> byKey(List<BenchmarkRow> rows) {
    return rows.stream().collect(Collectors.toMap(HindsightTable::key, Function.identity()));
  }

  private static List<Object> key(BenchmarkRow row) {
    return List.of(row.benchmark(), row.cityCode(), row.referenceCode(), row.year());
  }

  /**
   * A row.
   *
   * @param then the comparison of that day, or null if none could be made
   * @param now the comparison of now, or null if none can be made
   */
  private static HindsightRow row(LocalDate asOf, BenchmarkRow then, BenchmarkRow now) {
    BenchmarkRow any = then == null ? now : then;
    HindsightRowBuilder row =
        HindsightRowBuilder.builder()
            .benchmark(any.benchmark())
            .cityCode(any.cityCode())
            .referenceCode(any.referenceCode())
            .year(any.year())
            .asOf(asOf)
            .flags(now == null ? List.of() : now.flags());
    if (then != null) {
      row.rateThen(then.rate())
          .referenceRateThen(then.referenceRate())
          .ratioThen(then.ratio())
          .neededToMatchThen(then.neededToMatch())
          .sideThen(then.side())
          .significanceThen(then.significance())
          .standingThen(then.standing())
          .comparabilityThen(then.comparability());
    }
    if (now != null) {
      row.rateNow(now.rate())
          .referenceRateNow(now.referenceRate())
          .ratioNow(now.ratio())
          .neededToMatchNow(now.neededToMatch())
          .sideNow(now.side())
          .significanceNow(now.significance())
          .standingNow(now.standing())
          .comparabilityNow(now.comparability());
    }
    if (row.sideThen() != null && row.sideNow() != null) {
      row.changed(
          then.side() != now.side()
              || then.significance() != now.significance()
              || then.standing() != now.standing());
    }
    return row.build();
  }
}
