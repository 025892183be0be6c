package org.duibiao.report.model;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duibiao.model.code.Vintage;
import org.duibiao.tables.VintageRow;

/**
 * Comparisons on populations as first published and as revised.
 *
 * @param all the leading benchmark first, the newest year first
 */
public record VintageRows(List<VintageRow> all) {

  /** How many rows the page has room for. */
  private static final int SHOWN = 60;

  /**
   * Those against the report's reference.
   *
   * @param benchmarks their ids in the order of the page
   */
  static VintageRows of(ReportInput input, List<String> benchmarks) {
    return new VintageRows(
        input.vintages().stream()
            .filter(row -> row.referenceCode().equals(input.reference().code()))
            .sorted(order(benchmarks))
            .toList());
  }

  /** Those that the page has room for. */
  public List<VintageRow> shown() {
    return all.subList(0, Math.min(SHOWN, all.size()));
  }

  /** The populations behind those that are shown. */
  public Set<String> shownIds() {
    return shown().stream()
        .flatMap(
            row ->
                Stream.of(
                    row.denominatorObservationId(),
                    row.earlierDenominatorObservationId(),
                    row.referenceDenominatorObservationId(),
                    row.referenceEarlierDenominatorObservationId()))
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * A comparison on populations as they were published, and as they were revised.
   *
   * @param before the reference's population as it was published, the city's not the revised one
   * @param after the reference's as it was revised, and the city's where its revision is known
   */
  public record Pair(VintageRow before, VintageRow after) {

    /** By how much the number that is needed to match differs. */
    public double change() {
      return Math.abs(before.neededToMatch() - after.neededToMatch());
    }
  }

  /** Each comparison that has both rows, once, in their order. */
  public static List<Pair> pairs(List<VintageRow> rows) {
    Map<List<Object>, VintageRow> published = new LinkedHashMap<>();
    Map<List<Object>, VintageRow> revised = new HashMap<>();
    for (VintageRow row : rows) {
      if (row.referenceVintage() == Vintage.AFTER) {
        revised.merge(key(row), row, (a, b) -> b.vintage() == Vintage.AFTER ? b : a);
      } else if (row.referenceVintage() == Vintage.BEFORE && row.vintage() != Vintage.AFTER) {
        published.merge(key(row), row, (a, b) -> b.vintage() == Vintage.BEFORE ? b : a);
      }
    }
    published.keySet().retainAll(revised.keySet());
    return published.entrySet().stream()
        .map(entry -> new Pair(entry.getValue(), revised.get(entry.getKey())))
        .toList();
  }

  private static List<Object> key(VintageRow row) {
    return List.of(row.benchmark(), row.cityCode(), row.year(), row.seriesBreak());
  }

  private static Comparator<VintageRow> order(List<String> benchmarks) {
    return Comparator.comparing((VintageRow row) -> !benchmarks.contains(row.benchmark()))
        .thenComparing(row -> benchmarks.indexOf(row.benchmark()))
        .thenComparing(VintageRow::benchmark)
        .thenComparing(VintageRow::year, Comparator.reverseOrder())
        .thenComparing(VintageRow::cityCode)
        .thenComparing(VintageRow::seriesBreak)
        .thenComparing(row -> row.vintage() == row.referenceVintage() ? 0 : 1)
        .thenComparing(row -> row.vintage().id(), Comparator.reverseOrder())
        .thenComparing(row -> row.referenceVintage().id());
  }
}
