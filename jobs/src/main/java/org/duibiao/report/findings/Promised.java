package org.duibiao.report.findings;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.duibiao.markup.Clean;
import org.duibiao.markup.Numbers;
import org.duibiao.markup.Text;
import org.duibiao.model.code.Measure;
import org.duibiao.report.model.CityRows;
import org.duibiao.report.model.Model;
import org.duibiao.report.model.Phrases;
import org.duibiao.tables.TargetRow;

/** Finds what a city promised and did not keep, or kept. */
public final class Promised {

  private final Model model;
  private final CityRows city;

  public Promised(Model model, CityRows city) {
    this.model = model;
    this.city = city;
  }

  /** Whether nothing was published that would check it. */
  public static boolean isUnchecked(TargetRow row) {
    return row.latest() == null && row.shareDone() == null;
  }

  /** How a target stands. */
  public enum State {
    /** The figure of the due day keeps it. */
    KEPT,
    /** An earlier figure keeps it already. */
    ALREADY,
    /** It was due, and is not kept. */
    MISSED,
    /** The latest figure is of a day before it was due, and less was done than had gone by. */
    BEHIND,
    /** The latest figure is of a day before it was due, and more was done than had gone by. */
    AHEAD,
    /** Likewise, and as much was done as had gone by. */
    ON_PACE,
    /** Likewise, and what was there before is not known. */
    OPEN,
    /** No figure checks it. */
    UNCHECKED
  }

  public static State state(TargetRow row) {
    if (isUnchecked(row)) {
      return State.UNCHECKED;
    }
    boolean isDue =
        row.shareElapsed() != null
            ? row.shareElapsed() >= 1
            : row.latestYear() != null && row.latestYear() >= row.due().getYear();
    if (Boolean.TRUE.equals(row.attained())) {
      return isDue ? State.KEPT : State.ALREADY;
    } else if (isDue) {
      return State.MISSED;
    }
    return switch (row.pace()) {
      case "behind" -> State.BEHIND;
      case "ahead" -> State.AHEAD;
      case "on_pace" -> State.ON_PACE;
      default -> State.OPEN;
    };
  }

  void collect(CityFindings.Collector collector) {
    for (TargetRow row : city.targets()) {
      State state = state(row);
      if (state != State.UNCHECKED
          && state != State.OPEN
          && row.latest() != null
          && row.target() != null
          && row.target().signum() > 0) {
        collector.add(0, weight(row), finding(row, state));
      }
    }
  }

  private static double weight(TargetRow row) {
    return row.gap() == null ? 0 : row.gap().doubleValue() / row.target().doubleValue();
  }

  private CityFinding finding(TargetRow row, State state) {
    Text value = model.amount(row.indicator(), rounded(row, row.latest()));
    Text target = Numbers.bounded(model.amount(row.indicator(), row.target()), row.bound());
    Text gap =
        row.gap() == null
            ? Text.EMPTY
            : model.amount(row.indicator(), rounded(row, row.gap().abs()));
    Text caveat = caveat(row);
    Text scope = scope(row.scope());
    Text lead =
        Text.of(
            "{0}提出，到{1}年{3}{2}{4}{5}；{6}年是 {7}，{8}",
            "{3}{2}: {0} promised {5}{4} by {1}; in {6} it was {7}: {8}",
            model.area(city.code()),
            row.due().getYear(),
            scope.isEmpty() ? scope : Text.of("（{}）", " ({})", scope),
            model.indicator(row.indicator()),
            row.measure() == Measure.NEW ? Text.plain("新增 ", " more") : Text.plain("为 ", ""),
            target,
            row.latestYear(),
            value,
            outcome(row, state, gap));
    return new CityFinding(
        state == State.MISSED || state == State.BEHIND
            ? CityFinding.Kind.MISSED
            : CityFinding.Kind.KEPT,
        row.indicator(),
        row.latestYear() == null ? row.due().getYear() : row.latestYear(),
        CityFinding.sentence(lead, caveat),
        value,
        Text.of("目标 {}", "target {}", target),
        gap,
        caveat,
        observations(row));
  }

  /** The observations behind it: the figure that checks it, and the promise. */
  public static List<String> observations(TargetRow row) {
    return Stream.of(row.latestObservationId(), row.observationId())
        .filter(Objects::nonNull)
        .toList();
  }

  private static Text outcome(TargetRow row, State state, Text gap) {
    return switch (state) {
      case KEPT -> Text.plain("已经达到", "kept");
      case ALREADY -> Text.plain("已提前达到", "kept before it was due");
      case MISSED -> Text.of("没有达到，差 {}", "not kept, by {}", gap);
      case BEHIND ->
          row.shareDone() == null || row.shareElapsed() == null
              ? Text.of("进度落后，还差 {}", "behind, {} to go", gap)
              : Text.of(
                  "时间过了 {1}%，只完成 {2}%，还差 {0}",
                  "{2}% done when {1}% of the time had gone by, {0} to go",
                  gap,
                  percent(row.shareElapsed()),
                  percent(row.shareDone()));
      case AHEAD, ON_PACE ->
          row.shareDone() == null || row.shareElapsed() == null
              ? Text.of("进度正常，还差 {}", "on pace, {} to go", gap)
              : Text.of(
                  "时间过了 {1}%，完成 {2}%，还差 {0}",
                  "{2}% done when {1}% of the time had gone by, {0} to go",
                  gap,
                  percent(row.shareElapsed()),
                  percent(row.shareDone()));
      case OPEN, UNCHECKED -> Text.of("还差 {}", "{} to go", gap);
    };
  }

  private static String percent(double share) {
    return Numbers.fixed(share * 100, 0);
  }

  /** A figure that was computed here has no more decimals than others of its kind. */
  public static BigDecimal rounded(TargetRow row, BigDecimal value) {
    if (value == null || !Model.orEmpty(row.flags()).contains("computed")) {
      return value;
    }
    int decimals =
        Math.max(2, row.target() == null ? 0 : row.target().stripTrailingZeros().scale());
    return value.setScale(decimals, RoundingMode.HALF_UP);
  }

  /** A population that was revised after the promise makes another rate of the same beds. */
  private Optional<Text> revised(TargetRow row) {
    if (row.start() == null || !Model.orEmpty(row.flags()).contains("computed")) {
      return Optional.empty();
    }
    return model
        .computing(row.indicator())
        .flatMap(
            benchmark ->
                model
                    .breaks(benchmark.denominator().id(), city.code())
                    .filter(each -> row.start().isBefore(each.date()))
                    .filter(
                        each ->
                            row.latestYear() == null || each.date().getYear() <= row.latestYear())
                    .findFirst()
                    .map(
                        each ->
                            Text.of(
                                "提出目标以后{}的口径变了（{}），前后不完全可比",
                                "since it was promised the {} has changed its basis ({}); the two"
                                    + " cannot simply be compared",
                                model.indicator(benchmark.denominator().id()),
                                each.date())));
  }

  public Text caveat(TargetRow row) {
    Text flags = Caveats.of(model, row.flags(), observations(row));
    return revised(row)
        .map(text -> flags.isEmpty() ? text : Text.join("；", "; ", List.of(text, flags)))
        .orElse(flags);
  }

  /** The part of a city that a figure is about; nothing if it is the whole. */
  public static Text scope(String scope) {
    if (scope == null || scope.equals("city")) {
      return Text.EMPTY;
    }
    int colon = scope.indexOf(':');
    return colon < 0
        ? Phrases.of("scope", scope)
        : Text.same(Clean.shortened(scope.substring(colon + 1), 40));
  }
}
