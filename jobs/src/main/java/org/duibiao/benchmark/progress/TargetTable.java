package org.duibiao.benchmark.progress;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.duibiao.benchmark.progress.TargetLevels.Actual;
import org.duibiao.benchmark.selection.Precedence;
import org.duibiao.benchmark.selection.SelectedValues;
import org.duibiao.benchmark.selection.TargetFigures;
import org.duibiao.model.Benchmark;
import org.duibiao.model.Indicator;
import org.duibiao.model.Scope;
import org.duibiao.model.SeriesBreak;
import org.duibiao.model.code.Bound;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.IndicatorKind;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.Status;
import org.duibiao.tables.Figure;
import org.duibiao.tables.TargetRow;
import org.duibiao.tables.TargetRowBuilder;

/**
 * The rows of gold.targets.
 *
 * <p>A target of a level of a whole city is checked by the selected value of its due year, else of
 * the newest earlier year since it was set, else of the first later one; where a rate was not
 * published, by the rate that is computed from counts (flag {@code computed}). What is to be added
 * in a period is checked by what was added in the due year. Where a share of the year's task was
 * published as done, the task itself is worked out from it and the amount that stands beside it: 11
 * stations that are 55 % make 20.
 *
 * <p>A target on a population that was revised since is checked by the figures on the population
 * that it was set on (flag {@code population_before_revision}), of the years that have one. If none
 * has, the figure on the revised population stands beside it ({@code population_vintage_differs}),
 * and judges only a target that was set after the day of the census.
 *
 * <p>A target that the base meets already, such as not to exceed a limit, has no pace (flag {@code
 * kept_before}); whether it is still met is {@code attained}.
 *
 * <p>The flags of the figure that checks a target are flags of the row too.
 *
 * <p>A target starts on 1 January of the year in which it was published, or of its due year, if
 * that is not known or later. The clock is not read: the share of the time is that on the day of
 * the latest figure.
 */
public final class TargetTable {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int REACH_OF_BASE = 3;
  private static final int REACH_AFTER_DUE = 2;
  private static final int DECIMALS = 4;

  private final Map<String, Indicator> indicators = new HashMap<>();
  private final Map<TargetFigures.Key, Figure> figures;
  private final TargetLevels levels;

  private TargetTable(
      List<Indicator> indicators,
      List<Benchmark> benchmarks,
      TargetFigures targets,
      SelectedValues values) {
    indicators.forEach(each -> this.indicators.put(each.id(), each));
    this.figures = targets.figures();
    this.levels = new TargetLevels(benchmarks, values);
  }

  /** The rows by city, indicator, measure, scope, due day and observation. */
  public static List<TargetRow> compute(
      List<Indicator> indicators,
      List<Benchmark> benchmarks,
      TargetFigures targets,
      SelectedValues values) {
    TargetTable table = new TargetTable(indicators, benchmarks, targets, values);
    List<TargetRow> rows = new ArrayList<>();
    table.figures.forEach(
        (key, figure) -> {
          Indicator indicator = table.indicators.get(key.indicator());
          if (indicator == null) {
            return;
          }
          if (key.status() != Status.ACTUAL) {
            rows.add(table.targetRow(key, figure, indicator));
          } else if (indicator.completes() != null && key.measure() == Measure.LEVEL) {
            rows.add(table.derivedRow(key, figure, indicator.completes()));
          }
        });
    rows.sort(
        Comparator.comparing(TargetRow::cityCode)
            .thenComparing(TargetRow::indicator)
            .thenComparing(TargetRow::measure)
            .thenComparing(TargetRow::scope)
            .thenComparing(TargetRow::due)
            .thenComparing(TargetRow::observationId));
    return List.copyOf(rows);
  }

  private TargetRow targetRow(TargetFigures.Key key, Figure stated, Indicator indicator) {
    Set<Flag> flags = Flag.setOf(stated.flags());
    if (key.status() == Status.PLAN) {
      flags.add(Flag.PLAN);
    }
    LocalDate due = Precedence.day(stated);
    LocalDate published = stated.published() == null ? due : stated.published();
    LocalDate start = LocalDate.of(Math.min(published.getYear(), due.getYear()), 1, 1);
    SeriesBreak revision = levels.revisedSince(key, stated, start);
    Actual latest = latest(key, due, start, revision);
    if (revision != null && latest != null) {
      flags.add(Flag.POPULATION_BEFORE_REVISION);
    } else if (revision != null) {
      latest = latest(key, due, start, null);
      if (latest != null) {
        flags.add(Flag.POPULATION_VINTAGE_DIFFERS);
      }
    }
    Actual before = base(key, indicator, start, revision);
    BigDecimal base = before == null ? null : before.value();
    Boolean attained = null;
    Double done = null;
    if (latest == null) {
      flags.add(Flag.CANNOT_BE_CHECKED);
    } else {
      flags.addAll(latest.flags());
      if (latest.day().isAfter(due)) {
        flags.add(Flag.AFTER_DUE);
      }
      boolean judged =
          !flags.contains(Flag.POPULATION_VINTAGE_DIFFERS) || !start.isBefore(revision.date());
      if (judged) {
        attained = isMet(stated, latest.value(), indicator, base);
        done = TargetProgress.shareDone(key.measure(), base, stated.value(), latest.value());
      }
    }
    if (base != null && isMet(stated, base, indicator, base)) {
      flags.add(Flag.KEPT_BEFORE);
    }
    TargetRowBuilder row =
        TargetRowBuilder.builder()
            .cityCode(key.cityCode())
            .indicator(key.indicator())
            .measure(key.measure())
            .scope(key.scope())
            .base(base)
            .target(stated.value())
            .bound(stated.bound())
            .start(start)
            .due(due)
            .attained(attained)
            .shareDone(done)
            .flags(List.copyOf(flags))
            .observationId(stated.observationId())
            .baseObservationId(before == null ? null : before.observationId());
    return TargetProgress.checked(row, latest, latest == null ? null : latest.day());
  }

  private TargetRow derivedRow(TargetFigures.Key key, Figure share, String completed) {
    Set<Flag> flags = Flag.setOf(share.flags());
    flags.add(Flag.DERIVED);
    TargetFigures.Key task = amount(key, completed);
    Actual latest = task == null ? null : Actual.of(figures.get(task));
    BigDecimal target = null;
    if (latest != null) {
      flags.addAll(latest.flags());
      if (share.value().signum() > 0) {
        target = impliedTotal(latest.value(), share);
      }
    }
    TargetRowBuilder row =
        TargetRowBuilder.builder()
            .cityCode(key.cityCode())
            .indicator(completed)
            .measure(Measure.NEW)
            .scope(task == null ? key.scope() : task.scope())
            .target(target)
            .bound(Bound.EQ)
            .start(LocalDate.of(share.periodEnd().getYear(), 1, 1))
            .due(LocalDate.of(share.periodEnd().getYear(), 12, 31))
            .attained(share.value().compareTo(HUNDRED) >= 0)
            .shareDone(share.value().doubleValue() / HUNDRED.doubleValue())
            .flags(List.copyOf(flags))
            .observationId(share.observationId());
    return TargetProgress.checked(row, latest, latest == null ? share.periodEnd() : latest.day());
  }

  /**
   * The task of which that amount is that share. The share is rounded: if just one whole number
   * fits, that is it.
   */
  private static BigDecimal impliedTotal(BigDecimal amount, Figure share) {
    BigDecimal exact =
        amount.multiply(HUNDRED).divide(share.value(), MathContext.DECIMAL64).stripTrailingZeros();
    BigDecimal nearest = exact.setScale(0, RoundingMode.HALF_UP);
    if (share.resolution() != null && nearest.signum() > 0) {
      BigDecimal back = amount.multiply(HUNDRED).divide(nearest, MathContext.DECIMAL64);
      BigDecimal off = back.subtract(share.value()).abs();
      if (off.multiply(BigDecimal.valueOf(2)).compareTo(share.resolution()) <= 0) {
        return nearest;
      }
    }
    return exact.setScale(Math.max(0, Math.min(DECIMALS, exact.scale())), RoundingMode.HALF_UP);
  }

  /** What was added up to the same day, of the whole city before a part of it; or null. */
  private TargetFigures.Key amount(TargetFigures.Key share, String indicator) {
    return actuals(share.cityCode(), indicator, Measure.NEW)
        .filter(each -> each.end().equals(share.end()))
        .min(
            Comparator.comparing((TargetFigures.Key each) -> !Scope.isWhole(each.scope()))
                .thenComparing(Comparator.naturalOrder()))
        .orElse(null);
  }

  private Actual latest(
      TargetFigures.Key key, LocalDate due, LocalDate start, SeriesBreak revision) {
    if (TargetLevels.isLevelOfWhole(key)) {
      int dueYear = due.getYear();
      return levels.first(
          key,
          revision,
          IntStream.concat(
              IntStream.iterate(dueYear, year -> year >= start.getYear(), year -> year - 1),
              IntStream.rangeClosed(dueYear + 1, dueYear + REACH_AFTER_DUE)));
    }
    // What was added in the due year, in the same part of the city.
    return actuals(key.cityCode(), key.indicator(), key.measure())
        .filter(each -> each.scope().equals(key.scope()))
        .filter(each -> each.end().getYear() == due.getYear() && !each.end().isAfter(due))
        .max(Comparator.comparing(TargetFigures.Key::end))
        .map(each -> Actual.of(figures.get(each)))
        .orElse(null);
  }

  private Stream<TargetFigures.Key> actuals(String city, String indicator, Measure measure) {
    return figures.keySet().stream()
        .filter(each -> each.status() == Status.ACTUAL && each.measure() == measure)
        .filter(each -> each.cityCode().equals(city) && each.indicator().equals(indicator));
  }

  /** The level before the target was set; a year's flow has none. */
  private Actual base(
      TargetFigures.Key key, Indicator indicator, LocalDate start, SeriesBreak revision) {
    if (!TargetLevels.isLevelOfWhole(key) || indicator.kind() == IndicatorKind.FLOW) {
      return null;
    }
    int before = start.getYear() - 1;
    return levels.first(
        key, revision, IntStream.range(0, REACH_OF_BASE).map(years -> before - years));
  }

  /**
   * Whether a value meets the target. Where neither more nor less is better, it is to move away
   * from the base.
   */
  private static boolean isMet(
      Figure stated, BigDecimal value, Indicator indicator, BigDecimal base) {
    int order = value.compareTo(stated.value());
    return switch (stated.bound()) {
      case GE, RANGE -> order >= 0;
      case GT -> order > 0;
      case LE -> order <= 0;
      case LT -> order < 0;
      case EQ, APPROX -> {
        boolean down =
            switch (indicator.polarity()) {
              case LOW -> true;
              case HIGH -> false;
              case NONE -> base != null && base.compareTo(stated.value()) > 0;
            };
        yield down ? order <= 0 : order >= 0;
      }
    };
  }
}
