package org.duibiao.report.model;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duibiao.tables.BenchmarkRow;
import org.duibiao.tables.Figure;
import org.duibiao.tables.IndicatorValue;
import org.duibiao.tables.Source;

/**
 * What changed since the previous release, and why.
 *
 * @param since the id of that release, or null if this is the first
 * @param catalogueChanged whether the catalogue (names, rules, methods) is not the same
 * @param valueChanges values to use that are new, not the same, or gone
 * @param verdictChanges comparisons, as they are now, with another verdict although their figures
 *     are the same
 * @param newSources publications that are new
 * @param removedSources publications that are no longer there
 */
public record ReleaseChanges(
    String since,
    boolean catalogueChanged,
    List<ValueChange> valueChanges,
    List<BenchmarkRow> verdictChanges,
    List<Source> newSources,
    List<Source> removedSources) {

  /** The changes of the first release. */
  public static final ReleaseChanges NONE =
      new ReleaseChanges(null, false, List.of(), List.of(), List.of(), List.of());

  /** Why a value changed. */
  public enum ChangeReason {
    /** The same publication gives another figure now. */
    REVISED,
    /** Another publication is used now. */
    OTHER_SOURCE,
    /** There was none before. */
    NEW,
    /** There is none any more. */
    WITHDRAWN
  }

  /**
   * A value to use that changed.
   *
   * @param reason why
   * @param cityCode the city
   * @param indicator what it is
   * @param year the year
   * @param before what it was, or null
   * @param after what it is, or null
   * @param sourceBefore who published that
   * @param sourceAfter who published this
   * @param observationId the figure now, or null
   */
  public record ValueChange(
      ChangeReason reason,
      String cityCode,
      String indicator,
      int year,
      BigDecimal before,
      BigDecimal after,
      String sourceBefore,
      String sourceAfter,
      String observationId) {}

  /** The tables of a release in which changes are looked for. */
  public record ReleaseState(
      String releaseId,
      String catalogueSha256,
      List<IndicatorValue> values,
      List<Figure> figures,
      List<BenchmarkRow> rows,
      List<Source> sources) {}

  /** The changes from one release to another, sorted. */
  public static ReleaseChanges between(ReleaseState before, ReleaseState after) {
    return new ReleaseChanges(
        before.releaseId(),
        !before.catalogueSha256().equals(after.catalogueSha256()),
        valueChanges(before, after),
        verdictChanges(before, after),
        without(after.sources(), before.sources()),
        without(before.sources(), after.sources()));
  }

  private static List<ValueChange> valueChanges(ReleaseState before, ReleaseState after) {
    Map<List<Object>, IndicatorValue> then = byKey(before.values(), ReleaseChanges::key);
    Map<List<Object>, IndicatorValue> now = byKey(after.values(), ReleaseChanges::key);
    Map<String, Figure> figuresThen = byKey(before.figures(), Figure::observationId);
    Map<String, Figure> figuresNow = byKey(after.figures(), Figure::observationId);
    Set<List<Object>> keys = new HashSet<>(then.keySet());
    keys.addAll(now.keySet());
    return keys.stream()
        .filter(key -> !isSame(then.get(key), now.get(key)))
        .map(key -> value(then.get(key), now.get(key), figuresThen, figuresNow))
        .sorted(
            Comparator.comparing(ValueChange::reason)
                .thenComparing(ValueChange::year, Comparator.reverseOrder())
                .thenComparing(ValueChange::cityCode)
                .thenComparing(ValueChange::indicator))
        .toList();
  }

  private static boolean isSame(IndicatorValue old, IndicatorValue value) {
    return old != null && value != null && old.value().compareTo(value.value()) == 0;
  }

  private static ValueChange value(
      IndicatorValue old,
      IndicatorValue value,
      Map<String, Figure> figuresThen,
      Map<String, Figure> figuresNow) {
    IndicatorValue either = value == null ? old : value;
    Figure before = old == null ? null : figuresThen.get(old.observationId());
    Figure after = value == null ? null : figuresNow.get(value.observationId());
    return new ValueChange(
        reason(old, value),
        either.cityCode(),
        either.indicator(),
        either.year(),
        old == null ? null : old.value(),
        value == null ? null : value.value(),
        before == null ? null : before.publisher(),
        after == null ? null : after.publisher(),
        value == null ? null : value.observationId());
  }

  private static ChangeReason reason(IndicatorValue old, IndicatorValue value) {
    if (old == null || value == null) {
      return old == null ? ChangeReason.NEW : ChangeReason.WITHDRAWN;
    }
    return old.observationId().equals(value.observationId())
        ? ChangeReason.REVISED
        : ChangeReason.OTHER_SOURCE;
  }

  private static List<BenchmarkRow> verdictChanges(ReleaseState before, ReleaseState after) {
    Map<List<Object>, BenchmarkRow> then = byKey(before.rows(), ReleaseChanges::key);
    return after.rows().stream()
        .filter(row -> then.containsKey(key(row)) && isJudgedAnew(then.get(key(row)), row))
        .sorted(
            Comparator.comparing(BenchmarkRow::benchmark)
                .thenComparing(BenchmarkRow::cityCode)
                .thenComparing(BenchmarkRow::year)
                .thenComparing(BenchmarkRow::referenceCode)
                .thenComparing(BenchmarkRow::basis))
        .toList();
  }

  /** Whether a comparison of the same rates has another verdict. */
  private static boolean isJudgedAnew(BenchmarkRow old, BenchmarkRow row) {
    return Objects.equals(old.rate(), row.rate())
        && Objects.equals(old.referenceRate(), row.referenceRate())
        && (old.standing() != row.standing() || old.comparability() != row.comparability());
  }

  private static List<Source> without(List<Source> sources, List<Source> others) {
    Set<String> known = byKey(others, ReleaseChanges::key).keySet();
    Map<String, Source> left = new TreeMap<>(byKey(sources, ReleaseChanges::key));
    left.keySet().removeAll(known);
    return List.copyOf(left.values());
  }

  private static String key(Source source) {
    return source.sourceId() + "\n" + source.path();
  }

  private static List<Object> key(BenchmarkRow row) {
    return List.of(row.benchmark(), row.cityCode(), row.referenceCode(), row.year(), row.basis());
  }

  private static List<Object> key(IndicatorValue value) {
    return List.of(value.cityCode(), value.indicator(), value.year());
  }

  private static <K, R> Map<K, R> byKey(List<R> rows, Function<R, K> key) {
    return rows.stream().collect(Collectors.toMap(key, row -> row, (a, b) -> b));
  }
}
