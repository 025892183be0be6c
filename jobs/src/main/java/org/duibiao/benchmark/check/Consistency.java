package org.duibiao.benchmark.check;

import static org.duibiao.benchmark.check.CheckedSeries.describe;
import static org.duibiao.benchmark.check.CheckedSeries.isExact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.duibiao.benchmark.rate.Denominator;
import org.duibiao.benchmark.rate.Rate;
import org.duibiao.benchmark.stats.ValueRange;
import org.duibiao.model.Benchmark;
import org.duibiao.model.DecimalText;
import org.duibiao.model.Indicator;
import org.duibiao.model.Message;
import org.duibiao.model.Sum;
import org.duibiao.model.code.FindingKind;
import org.duibiao.tables.IndicatorValue;

/**
 * What does not fit together among the values that are used. Each finding says where a person
 * should look; only {@link #checkParts} changes what is used.
 *
 * <ul>
 *   <li>{@code parts_do_not_add_up}: of one source, city and day, |whole − Σ parts| &gt; (r₀ + Σ
 *       rᵢ) / 2, with the resolutions r
 *   <li>{@code rate_disagrees}: a published rate p ± r / 2 and the rate from its counts, each ±
 *       half its resolution, do not meet, whether the population is the year-end's, the year-end's
 *       before, or the mean of both
 *   <li>{@code level_shift}: a lasting new level, see {@link LevelShifts}
 *   <li>{@code identical_series}: see {@link CopyingErrors#checkSeries}
 *   <li>{@code peer_outlier}: see {@link PeerOutliers}
 *   <li>{@code jump}: at least ten times last year's, or a tenth of it
 *   <li>{@code column_slipped}: of five cities or more, four fifths repeat the year before to the
 *       last of at least three digits, or four fifths leap the same way by half or more
 *   <li>{@code repeats_another_city}: the same to the last of at least five digits as another
 *       city's figure of whatever year in the same source, while another publisher contradicts it:
 *       a cell that was copied from the wrong row
 * </ul>
 */
record Consistency(CheckedSeries series) {

  void check() {
    for (IndicatorValue value : series.values) {
      if (isExact(value)) {
        series.rules.sums().stream()
            .filter(sum -> sum.whole().equals(value.indicator()))
            .forEach(sum -> checkSum(value, sum));
        series.rules.benchmarks().stream()
            .filter(each -> each.isComputed() && each.published() != null)
            .filter(each -> each.published().id().equals(value.indicator()))
            .forEach(each -> checkRate(value, each));
        checkJump(value);
      }
    }
    new LevelShifts(series).checkLevels();
    new PeerOutliers(series).check();
    CopyingErrors copying = new CopyingErrors(series);
    copying.checkColumns();
    copying.checkCells();
    copying.checkSeries();
  }

  /** The parts are those of the same source. */
  private void checkSum(IndicatorValue whole, Sum sum) {
    String source = series.selected.figure(whole).sourceId();
    BigDecimal total = BigDecimal.ZERO;
    BigDecimal allowed = series.halfResolution(whole);
    List<IndicatorValue> concerned = new ArrayList<>(List.of(whole));
    for (String indicator : sum.parts()) {
      IndicatorValue part = series.valueOfSameDay(whole, indicator);
      if (part == null || !series.selected.figure(part).sourceId().equals(source)) {
        return;
      }
      concerned.add(part);
      total = total.add(part.value());
      allowed = allowed.add(series.halfResolution(part));
    }
    if (total.subtract(whole.value()).abs().compareTo(allowed) > 0) {
      String parts =
          concerned.stream()
              .skip(1)
              .map(CheckedSeries::describe)
              .collect(Collectors.joining(" + "));
      String detail =
          Message.of(
              "%s = %s, but %s: look whether one is of another year, area or definition",
              parts, DecimalText.plain(total), describe(whole));
      FindingKind kind = FindingKind.PARTS_DO_NOT_ADD_UP;
      series.add(kind, whole, whole.cityCode(), concerned, whole.value(), total, detail);
    }
  }

  /**
   * Doubts parts that are greater than their wholes ({@code part_of} in the catalogue), of one
   * publisher, city and day, by more than half the sum of their resolutions, and the wholes: one of
   * the two is wrong, and nothing says which.
   */
  void checkParts() {
    for (IndicatorValue part : series.values) {
      Indicator indicator = series.indicators.get(part.indicator());
      if (indicator != null && isExact(part)) {
        indicator.partOf().forEach(whole -> checkPart(part, series.valueOfSameDay(part, whole)));
      }
    }
  }

  private void checkPart(IndicatorValue part, IndicatorValue whole) {
    // Hospitals are counted as institutions are: the unit of a counted thing is the thing.
    if (whole == null
        || series.isDoubted(part)
        || series.isDoubted(whole)
        || !(whole.unit().equals(part.unit()) || isCounted(part) && isCounted(whole))
        || !publisher(part).equals(publisher(whole))) {
      return;
    }
    BigDecimal allowed = series.halfResolution(part).add(series.halfResolution(whole));
    if (part.value().subtract(whole.value()).compareTo(allowed) > 0) {
      String detail =
          Message.of(
              "%s is a part of %s, but is greater: neither is used; look which of them is called"
                  + " wrongly",
              describe(part), describe(whole));
      series.doubt(FindingKind.PARTS_DO_NOT_ADD_UP, part, whole.value(), detail, whole, part);
      series.doubted.add(whole.observationId());
    }
  }

  private boolean isCounted(IndicatorValue value) {
    Indicator indicator = series.indicators.get(value.indicator());
    return indicator != null && indicator.unit().id().equals(indicator.unit().dimension());
  }

  private String publisher(IndicatorValue value) {
    return series.selected.figure(value).publisher();
  }

  private void checkRate(IndicatorValue published, Benchmark benchmark) {
    String city = published.cityCode();
    int year = published.year();
    String residents = benchmark.denominator().id();
    IndicatorValue count = series.selected.value(city, benchmark.numerator().id(), year);
    IndicatorValue now = series.selected.value(city, residents, year);
    if (!isExact(count) || !isExact(now)) {
      return;
    }
    IndicatorValue before = series.valueBefore(now);
    List<ValueRange> populations = new ArrayList<>(List.of(range(now)));
    if (before != null) {
      populations.add(range(before));
      populations.add(range(now).meanWith(range(before)));
    }
    for (ValueRange population : populations) {
      if (population.low().signum() <= 0
          || range(count).per(benchmark.per(), population).meets(range(published))) {
        return;
      }
    }
    BigDecimal recomputed = new Rate(count, Denominator.of(now), benchmark.per()).rounded();
    String detail =
        Message.of(
            "%s, but %s for %s is %s: look whether definition, population or year differ",
            describe(published), describe(count), describe(now), DecimalText.plain(recomputed));
    series.add(FindingKind.RATE_DISAGREES, published, recomputed, detail, published, count, now);
  }

  private ValueRange range(IndicatorValue value) {
    BigDecimal half = series.halfResolution(value);
    return new ValueRange(value.value().subtract(half), value.value().add(half));
  }

  private void checkJump(IndicatorValue value) {
    IndicatorValue before = series.valueBefore(value);
    if (before != null && isTenfold(before, value)) {
      String detail =
          Message.of(
              "%s in %s, then %s: look at the unit, and whether a digit is missing",
              describe(before), before.year(), describe(value));
      series.add(FindingKind.JUMP, value, before.value(), detail, before, value);
    }
  }

  /** Whether one of two values is at least ten times the other, and not less than ten. */
  static boolean isTenfold(IndicatorValue one, IndicatorValue other) {
    BigDecimal greater = one.value().max(other.value());
    BigDecimal smaller = one.value().min(other.value());
    return smaller.signum() > 0
        && greater.compareTo(BigDecimal.TEN) >= 0
        && greater.compareTo(smaller.multiply(BigDecimal.TEN)) >= 0;
  }
}
