package org.duibiao.report.model;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.duibiao.model.Area;
import org.duibiao.model.Benchmark;
import org.duibiao.model.DecimalText;
import org.duibiao.model.code.Comparability;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.Polarity;
import org.duibiao.model.code.Side;
import org.duibiao.tables.BenchmarkRow;
import org.duibiao.tables.BenchmarkRowBuilder;

/**
 * What the page shows of one benchmark.
 *
 * @param benchmark the rate
 * @param year the newest year in which the reference and another city have a value, or null
 * @param rows one row for each city but the reference: that year's, else its newest comparison with
 *     the reference, even with the reference's figure of another year, else its newest
 * @param compared the cities that can be compared with the reference in that year, from the highest
 *     rate down, the reference left out
 * @param referencesByYear what the reference had, by year
 */
public record BenchmarkView(
    Benchmark benchmark,
    Integer year,
    List<BenchmarkRow> rows,
    List<BenchmarkRow> compared,
    SortedMap<Integer, BenchmarkRow> referencesByYear) {

  /**
   * A comparison is preferred to a newer rate without one if it is at most that many years older.
   */
  private static final int STEP = 3;

  /** Which of several rates of the reference in a year is shown. */
  private static final Comparator<BenchmarkRow> ORDER =
      Comparator.comparing(BenchmarkRow::basis)
          .thenComparing(
              row ->
                  row.denominatorYear() == null
                      ? Integer.MAX_VALUE
                      : Math.abs(row.denominatorYear() - row.year()))
          .thenComparing(BenchmarkRow::numeratorObservationId, nulls())
          .thenComparing(BenchmarkRow::denominatorObservationId, nulls())
          .thenComparing(BenchmarkRow::rate);

  /** What a comparison says of the reference, as a row of its own. */
  private static BenchmarkRow ofReference(BenchmarkRow row) {
    return BenchmarkRowBuilder.builder()
        .year(referenceYear(row))
        .basis(row.basis())
        .numerator(row.referenceNumerator())
        .denominator(row.referenceDenominator())
        .denominatorYear(row.referenceDenominatorYear())
        .rate(row.referenceRate())
        .numeratorObservationId(row.referenceNumeratorObservationId())
        .denominatorObservationId(row.referenceDenominatorObservationId())
        .earlierDenominatorObservationId(row.referenceEarlierDenominatorObservationId())
        .build();
  }

  /** The observations behind the rate of a row. */
  public static List<String> rateIds(BenchmarkRow row) {
    return known(
        row.numeratorObservationId(),
        row.earlierDenominatorObservationId(),
        row.denominatorObservationId());
  }

  private static List<String> known(String... ids) {
    return Stream.of(ids).filter(Objects::nonNull).toList();
  }

  /** The reference in the main year. */
  public BenchmarkRow reference() {
    return referencesByYear.get(year);
  }

  /** Whether figures are counted and divided here; else they are rates as published. */
  public boolean isComputed() {
    return benchmark.isComputed() && rows.stream().anyMatch(row -> row.numerator() != null);
  }

  /** The reasons and flags of a row, without those that only say why it has no verdict. */
  public static List<Flag> reasons(BenchmarkRow row) {
    return Stream.concat(row.reasons().stream(), row.flags().stream())
        .filter(reason -> !reason.explainsNoVerdict())
        .distinct()
        .toList();
  }

  /** The margin from which a rate is above or below another: {@code 5%}. */
  public static String marginText(Benchmark benchmark) {
    return DecimalText.plain(BigDecimal.valueOf(benchmark.margin()).movePointRight(2)) + "%";
  }

  /** The observations behind a comparison, the city's first. */
  public static List<String> observationIds(BenchmarkRow row) {
    return known(
        row.numeratorObservationId(),
        row.denominatorObservationId(),
        row.earlierDenominatorObservationId(),
        row.referenceNumeratorObservationId(),
        row.referenceDenominatorObservationId(),
        row.referenceEarlierDenominatorObservationId());
  }

  /** The observations that the city's count is divided by: one, or the two of a mean. */
  public static String[] denominatorIds(BenchmarkRow row) {
    return new String[] {row.earlierDenominatorObservationId(), row.denominatorObservationId()};
  }

  /** The observations behind the reference's rate: its count, then what it is divided by. */
  public static String[] referenceIds(BenchmarkRow row) {
    return new String[] {
      row.referenceNumeratorObservationId(),
      row.referenceEarlierDenominatorObservationId(),
      row.referenceDenominatorObservationId()
    };
  }

  /** The cities on that side of the reference, the highest rate first. */
  public Stream<BenchmarkRow> onSide(Side side) {
    return compared().stream().filter(row -> row.side() == side);
  }

  /** The city that is farthest below the reference; where low is good, above it. */
  public Optional<BenchmarkRow> farthestBehind() {
    return benchmark.polarity() == Polarity.LOW
        ? onSide(Side.ABOVE).findFirst()
        : onSide(Side.BELOW).reduce((a, b) -> b);
  }

  /** The observations behind what is shown. */
  Stream<String> observationIds() {
    Stream<String> ofRows = rows.stream().flatMap(row -> observationIds(row).stream());
    return year == null ? ofRows : Stream.concat(ofRows, rateIds(reference()).stream());
  }

  static final Comparator<BenchmarkRow> HIGHEST_RATE_FIRST =
      Comparator.comparing(BenchmarkRow::rate).reversed().thenComparing(BenchmarkRow::cityCode);

  /**
   * The view of the rows of one benchmark against one reference.
   *
   * @param isCity whether the area of a code is a city, and may be ranked and drawn with others
   */
  static BenchmarkView of(
      Benchmark benchmark, List<BenchmarkRow> rows, Area reference, Predicate<String> isCity) {
    Predicate<BenchmarkRow> isReference = row -> row.cityCode().equals(reference.code());
    List<BenchmarkRow> others = rows.stream().filter(isReference.negate()).toList();
    SortedMap<Integer, BenchmarkRow> references = new TreeMap<>();
    others.stream()
        .filter(row -> row.referenceRate() != null)
        .map(BenchmarkView::ofReference)
        .forEach(row -> references.merge(row.year(), row, BinaryOperator.minBy(ORDER)));
    rows.stream().filter(isReference).forEach(row -> references.put(row.year(), row));
    Integer year =
        others.stream()
            .filter(row -> isOfYear(row, row.year()))
            .map(BenchmarkRow::year)
            .max(Comparator.naturalOrder())
            .orElse(null);

    Map<String, BenchmarkRow> newest = new TreeMap<>();
    others.forEach(row -> newest.merge(row.cityCode(), row, (a, b) -> newer(a, b, year)));
    Comparator<BenchmarkRow> byRate =
        benchmark.polarity() == Polarity.LOW
            ? Comparator.comparing(BenchmarkRow::rate).thenComparing(BenchmarkRow::cityCode)
            : HIGHEST_RATE_FIRST;
    List<BenchmarkRow> shown =
        newest.values().stream()
            .sorted(
                Comparator.comparing((BenchmarkRow row) -> !isOfYear(row, year))
                    .thenComparing(row -> isOfYear(row, year) ? 0 : -row.year())
                    .thenComparing(byRate))
            .toList();
    List<BenchmarkRow> compared =
        shown.stream()
            .filter(row -> isOfYear(row, year) && isCity.test(row.cityCode()))
            .filter(row -> row.comparability() != Comparability.NOT_COMPARABLE)
            .sorted(HIGHEST_RATE_FIRST)
            .toList();
    return new BenchmarkView(benchmark, year, shown, compared, references);
  }

  private static BenchmarkRow newer(BenchmarkRow a, BenchmarkRow b, Integer year) {
    if (isOfYear(a, year) != isOfYear(b, year)) {
      return isOfYear(a, year) ? a : b;
    }
    BenchmarkRow newer = a.year() >= b.year() ? a : b;
    BenchmarkRow older = newer == a ? b : a;
    return !isCompared(newer) && isCompared(older) && newer.year() - older.year() <= STEP
        ? older
        : newer;
  }

  private static boolean isCompared(BenchmarkRow row) {
    return row.referenceRate() != null && row.comparability() != Comparability.NOT_COMPARABLE;
  }

  public static boolean isOfYear(BenchmarkRow row, Integer year) {
    return year != null
        && row.year() == year
        && row.referenceRate() != null
        && referenceYear(row) == year;
  }

  private static int referenceYear(BenchmarkRow row) {
    return row.referenceYear() == null ? row.year() : row.referenceYear();
  }

  private static <T extends Comparable<T>> Comparator<T> nulls() {
    return Comparator.nullsLast(Comparator.naturalOrder());
  }
}
