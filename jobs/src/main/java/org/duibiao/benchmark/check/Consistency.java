package org.duibiao.benchmark.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.duibiao.benchmark.stats.ValueRange;
import org.duibiao.model.Benchmark;
import org.duibiao.model.DecimalText;
import org.duibiao.model.Sum;
import org.duibiao.model.code.FindingKind;
import org.duibiao.tables.Figure;
import org.duibiao.tables.Finding;
import org.duibiao.tables.IndicatorValue;

/**
 * What does not fit together among the values that are used. Nothing is changed by it: each finding
 * says where a person should look.
 *
 * <ul>
 *   <li>{@code parts_do_not_add_up}: of one source, city and day, |whole − Σ parts| &gt; (r₀ + Σ
 *       rᵢ) / 2, with the resolutions r
 *   <li>{@code rate_disagrees}: a published rate p ± r / 2 and the rate from its counts, each ±
 *       half its resolution, do not meet, whether the population is the year-end's, the year-end's
 *       before, or the mean of both
 *   <li>{@code level_shift}: a lasting new level, see {@link LevelShifts}
 *   <li>{@code identical_series}: see {@link IdenticalSeries}
 *   <li>{@code jump}: at least ten times last year's, or a tenth of it
 *   <li>{@code column_slipped}: of five cities or more, four fifths repeat the year before to the
 *       last of at least three digits, or four fifths leap the same way by half or more
 *   <li>{@code repeats_another_city}: the same to the last of at least five digits as another
 *       city's figure of whatever year in the same source, while another publisher contradicts it:
 *       a cell that was copied from the wrong row
 * </ul>
 */
final class Consistency {

  private static final BigDecimal TEN = BigDecimal.TEN;
  private static final MathContext EXACT = MathContext.DECIMAL128;

  private final CheckedSeries series;
  private final ConsistencyFindings collector;

  private Consistency(CheckedSeries series, ConsistencyFindings collector) {
    this.series = series;
    this.collector = collector;
  }

  /** What is found, in an order that depends on nothing but the values. */
  static List<Finding> findings(CheckedSeries series, String runId) {
    ConsistencyFindings collector = new ConsistencyFindings(runId);
    Consistency consistency = new Consistency(series, collector);
    for (IndicatorValue value : series.values()) {
      for (Sum sum : series.rules.sums()) {
        if (sum.whole().equals(value.indicator())) {
          consistency.checkSum(value, sum);
        }
      }
      for (Benchmark benchmark : series.rules.benchmarks()) {
        if (benchmark.isComputed()
            && benchmark.published() != null
            && benchmark.published().id().equals(value.indicator())) {
          consistency.checkRate(value, benchmark);
        }
      }
      consistency.checkJump(value);
    }
    new LevelShifts(series, collector).checkLevels();
    new IdenticalSeries(series, collector).check();
    CopyingErrors copying = new CopyingErrors(series, collector);
    copying.checkColumns();
    copying.checkCells();
    return collector.sorted();
  }

  /** The value of another indicator for the same city and day, out of the same source. */
  private IndicatorValue valueOfSameSource(IndicatorValue value, String indicator) {
    IndicatorValue other = series.valueOfSameDay(value, indicator);
    Figure one = series.figure(value);
    Figure two = other == null ? null : series.figure(other);
    return one != null && two != null && one.sourceId().equals(two.sourceId()) ? other : null;
  }

  private void checkSum(IndicatorValue whole, Sum sum) {
    if (!CheckedSeries.isExact(whole)) {
      return;
    }
    BigDecimal total = BigDecimal.ZERO;
    BigDecimal allowed = series.halfResolution(whole);
    List<IndicatorValue> concerned = new ArrayList<>(List.of(whole));
    for (String indicator : sum.parts()) {
      IndicatorValue part = valueOfSameSource(whole, indicator);
      if (part == null) {
        return;
      }
      concerned.add(part);
      total = total.add(part.value());
      allowed = allowed.add(series.halfResolution(part));
    }
    if (total.subtract(whole.value()).abs().compareTo(allowed) > 0) {
      collector.add(
          FindingKind.PARTS_DO_NOT_ADD_UP,
          whole,
          concerned,
          whole.value(),
          total,
          "%s = %s, but %s: look whether one is of another year, area or definition",
          concerned.stream()
              .skip(1)
              .map(ConsistencyFindings::describe)
              .collect(Collectors.joining(" + ")),
          DecimalText.plain(total),
          ConsistencyFindings.describe(whole));
    }
  }

  private void checkRate(IndicatorValue published, Benchmark benchmark) {
    String city = published.cityCode();
    int year = published.year();
    String residents = benchmark.denominator().id();
    IndicatorValue count = series.index.value(city, benchmark.numerator().id(), year);
    IndicatorValue now = series.index.value(city, residents, year);
    IndicatorValue before = series.index.value(city, residents, year - 1);
    if (!CheckedSeries.isExact(published)
        || !CheckedSeries.isExact(count)
        || !CheckedSeries.isExact(now)) {
      return;
    }
    List<ValueRange> populations = new ArrayList<>(List.of(range(now)));
    if (CheckedSeries.isExact(before)) {
      populations.add(range(before));
      populations.add(range(now).meanWith(range(before)));
    }
    BigDecimal per = BigDecimal.valueOf(benchmark.per());
    for (ValueRange population : populations) {
      if (population.low().signum() <= 0) {
        return;
      }
      BigDecimal least = range(count).low().multiply(per).divide(population.high(), EXACT);
      BigDecimal most = range(count).high().multiply(per).divide(population.low(), EXACT);
      if (least.compareTo(range(published).high()) <= 0
          && most.compareTo(range(published).low()) >= 0) {
        return;
      }
    }
    BigDecimal recomputed =
        count.value().multiply(per).divide(now.value(), EXACT).setScale(4, RoundingMode.HALF_UP);
    collector.add(
        FindingKind.RATE_DISAGREES,
        published,
        List.of(published, count, now),
        recomputed,
        published.value(),
        "%s, but %s for %s is %s: look whether definition, population or year differ",
        ConsistencyFindings.describe(published),
        ConsistencyFindings.describe(count),
        ConsistencyFindings.describe(now),
        DecimalText.plain(recomputed));
  }

  private ValueRange range(IndicatorValue value) {
    BigDecimal half = series.halfResolution(value);
    return new ValueRange(value.value().subtract(half), value.value().add(half));
  }

  private void checkJump(IndicatorValue value) {
    IndicatorValue before =
        series.index.value(value.cityCode(), value.indicator(), value.year() - 1);
    if (!CheckedSeries.isExact(value) || !CheckedSeries.isExact(before)) {
      return;
    }
    if (isTenfold(before, value)) {
      collector.add(
          FindingKind.JUMP,
          value,
          List.of(before, value),
          before.value(),
          value.value(),
          "%s in %s, then %s: look at the unit, and whether a digit is missing",
          ConsistencyFindings.describe(before),
          before.year(),
          ConsistencyFindings.describe(value));
    }
  }

  /** Whether one of two values is at least ten times the other, and not less than ten. */
  static boolean isTenfold(IndicatorValue one, IndicatorValue other) {
    BigDecimal greater = one.value().max(other.value());
    BigDecimal smaller = one.value().min(other.value());
    return smaller.signum() > 0
        && greater.compareTo(TEN) >= 0
        && greater.compareTo(smaller.multiply(TEN)) >= 0;
  }
}
