package org.duibiao.benchmark.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.duibiao.benchmark.selection.SelectedValues;
import org.duibiao.benchmark.selection.ValueIndex;
import org.duibiao.benchmark.stats.ValueRange;
import org.duibiao.model.Benchmark;
import org.duibiao.model.DecimalText;
import org.duibiao.model.Indicator;
import org.duibiao.model.Sum;
import org.duibiao.model.code.Bound;
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
 *       rᵢ) / 2, with the resolutions r; or a part is greater than its whole by more than (r₀ + r₁)
 *       / 2
 *   <li>{@code rate_disagrees}: a published rate p ± r / 2 and the rate from its counts, each ±
 *       half its resolution, do not meet, whether the population is the year-end's, the year-end's
 *       before, or the mean of both
 *   <li>{@code jump}: at least ten times last year's, or a tenth of it
 *   <li>{@code column_slipped}: of five cities or more, four fifths repeat the year before to the
 *       last of at least three digits, or four fifths leap the same way by half or more
 *   <li>{@code repeats_another_city}: the same to the last of at least five digits as another
 *       city's figure of whatever year in the same source, while another publisher contradicts it:
 *       a cell that was copied from the wrong row
 * </ul>
 */
public final class Consistency {

  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final BigDecimal TEN = BigDecimal.TEN;
  private static final MathContext EXACT = MathContext.DECIMAL128;

  private final SelectedValues selected;
  private final ValueIndex values;
  private final Map<String, Indicator> indicators = new HashMap<>();
  private final ConsistencyFindings collector;

  private Consistency(
      SelectedValues choices, List<Indicator> indicators, ConsistencyFindings collector) {
    this.collector = collector;
    this.selected = choices;
    this.values = new ValueIndex(choices.values());
    indicators.forEach(indicator -> this.indicators.put(indicator.id(), indicator));
  }

  /**
   * Looks at the values that are used, cities × indicators × years.
   *
   * @param cities the codes that are compared with each other
   * @param runId the run that the findings name
   * @return the findings, in an order that depends on nothing but the values
   */
  public static List<Finding> findings(
      SelectedValues choices,
      List<Indicator> indicators,
      List<Sum> sums,
      List<Benchmark> benchmarks,
      Set<String> cities,
      String runId) {
    ConsistencyFindings collector = new ConsistencyFindings(runId);
    Consistency consistency = new Consistency(choices, indicators, collector);
    for (IndicatorValue value : choices.values()) {
      for (Sum sum : sums) {
        if (sum.whole().equals(value.indicator())) {
          consistency.checkSum(value, sum);
        }
      }
      consistency.checkParts(value);
      for (Benchmark benchmark : benchmarks) {
        if (benchmark.isComputed()
            && benchmark.published() != null
            && benchmark.published().id().equals(value.indicator())) {
          consistency.checkRate(value, benchmark);
        }
      }
      consistency.checkJump(value);
    }
    CopyingErrors copying = new CopyingErrors(choices, consistency.values, collector);
    copying.checkColumns(cities);
    copying.checkCells();
    return collector.sorted();
  }

  private Figure figure(IndicatorValue value) {
    return selected.figure(value.observationId());
  }

  static boolean isExact(IndicatorValue value) {
    return value != null && value.bound() == Bound.EQ;
  }

  /** The value of another indicator for the same city and day, out of the same source. */
  private IndicatorValue valueOfSameSource(IndicatorValue value, String indicator) {
    IndicatorValue other = values.value(value.cityCode(), indicator, value.year());
    if (!isExact(other) || !other.periodEnd().equals(value.periodEnd())) {
      return null;
    }
    Figure one = figure(value);
    Figure two = figure(other);
    return one != null && two != null && one.sourceId().equals(two.sourceId()) ? other : null;
  }

  private BigDecimal halfResolution(IndicatorValue value) {
    Figure figure = figure(value);
    return figure == null || figure.resolution() == null
        ? BigDecimal.ZERO
        : figure.resolution().divide(TWO, EXACT);
  }

  private void checkSum(IndicatorValue whole, Sum sum) {
    if (!isExact(whole)) {
      return;
    }
    BigDecimal total = BigDecimal.ZERO;
    BigDecimal allowed = halfResolution(whole);
    List<IndicatorValue> concerned = new ArrayList<>(List.of(whole));
    for (String indicator : sum.parts()) {
      IndicatorValue part = valueOfSameSource(whole, indicator);
      if (part == null) {
        return;
      }
      concerned.add(part);
      total = total.add(part.value());
      allowed = allowed.add(halfResolution(part));
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

  private void checkParts(IndicatorValue part) {
    Indicator indicator = indicators.get(part.indicator());
    if (indicator == null || !isExact(part)) {
      return;
    }
    for (String whole : indicator.partOf()) {
      IndicatorValue of = valueOfSameSource(part, whole);
      if (of != null
          && of.unit().equals(part.unit())
          && part.value()
                  .subtract(of.value())
                  .compareTo(halfResolution(part).add(halfResolution(of)))
              > 0) {
        collector.add(
            FindingKind.PARTS_DO_NOT_ADD_UP,
            part,
            List.of(of, part),
            of.value(),
            part.value(),
            "%s is a part of %s, but is greater",
            ConsistencyFindings.describe(part),
            ConsistencyFindings.describe(of));
      }
    }
  }

  private void checkRate(IndicatorValue published, Benchmark benchmark) {
    String city = published.cityCode();
    int year = published.year();
    String residents = benchmark.denominator().id();
    IndicatorValue count = values.value(city, benchmark.numerator().id(), year);
    IndicatorValue now = values.value(city, residents, year);
    IndicatorValue before = values.value(city, residents, year - 1);
    if (!isExact(published) || !isExact(count) || !isExact(now)) {
      return;
    }
    List<ValueRange> populations = new ArrayList<>(List.of(range(now)));
    if (isExact(before)) {
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
    BigDecimal half = halfResolution(value);
    return new ValueRange(value.value().subtract(half), value.value().add(half));
  }

  private void checkJump(IndicatorValue value) {
    IndicatorValue before = values.value(value.cityCode(), value.indicator(), value.year() - 1);
    if (!isExact(value) || !isExact(before)) {
      return;
    }
    BigDecimal greater = value.value().max(before.value());
    BigDecimal smaller = value.value().min(before.value());
    if (smaller.signum() > 0
        && greater.compareTo(TEN) >= 0
        && greater.compareTo(smaller.multiply(TEN)) >= 0) {
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
}
