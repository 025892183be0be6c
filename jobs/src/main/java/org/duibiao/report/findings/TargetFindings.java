package org.duibiao.report.findings;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Numbers;
import org.duibiao.markup.Sanitizer;
import org.duibiao.markup.Texts;
import org.duibiao.model.Scope;
import org.duibiao.model.code.Comparability;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.RateOrigin;
import org.duibiao.model.code.TargetState;
import org.duibiao.report.model.CityRows;
import org.duibiao.report.model.Phrases;
import org.duibiao.report.model.ReportIndex;
import org.duibiao.tables.Figure;
import org.duibiao.tables.TargetRow;

/** Finds targets that a city met or missed. */
public final class TargetFindings {

  private final ReportIndex model;
  private final CityRows city;

  public TargetFindings(ReportIndex model, CityRows city) {
    this.model = model;
    this.city = city;
  }

  Stream<CityFinding> all() {
    return city.targets().stream()
        .filter(row -> row.state() != TargetState.CANNOT_BE_CHECKED)
        .filter(row -> row.state() != TargetState.PACE_UNKNOWN && row.latest() != null)
        .filter(row -> row.target() != null && row.target().signum() > 0)
        .map(this::finding);
  }

  private CityFinding finding(TargetRow row) {
    Bilingual value = latest(row);
    Bilingual target =
        Phrases.bounded(model.amountText(row.indicator(), row.target()), row.bound());
    Bilingual gap = row.gap() == null ? Bilingual.EMPTY : gap(row);
    Bilingual caveat = caveat(row);
    Bilingual scope = scopeText(row.scope());
    Bilingual lead =
        Texts.of(
            "target.set-a-target-of",
            model.areaName(city.code()),
            row.due().getYear(),
            scope.isEmpty() ? scope : Bilingual.of("（{}）", " ({})", scope),
            model.indicatorName(row.indicator()),
            row.measure() == Measure.NEW
                ? Bilingual.plain("新增 ", " more")
                : Bilingual.plain("为 ", ""),
            target,
            row.latestYear(),
            value,
            outcome(row, gap));
    return new CityFinding(
        row.state() == TargetState.MISSED || row.state() == TargetState.BEHIND
            ? CityFinding.Rule.MISSED
            : CityFinding.Rule.MET,
        row.indicator(),
        row.latestYear() == null ? row.due().getYear() : row.latestYear(),
        CityFinding.sentence(lead, caveat),
        value,
        Bilingual.of("目标 {}", "target {}", target),
        gap,
        observationIds(row),
        Comparability.COMPARABLE,
        row.gap() == null ? 0 : row.gap().doubleValue() / row.target().doubleValue());
  }

  /** The observations behind it: the figure that checks it, and the target. */
  public static List<String> observationIds(TargetRow row) {
    return Stream.of(row.latestObservationId(), row.observationId())
        .filter(Objects::nonNull)
        .toList();
  }

  private static Bilingual outcome(TargetRow row, Bilingual gap) {
    return switch (row.state()) {
      case MET -> Bilingual.plain("已经达到", "met");
      case MET_EARLY -> Bilingual.plain("已提前达到", "met before it was due");
      case MISSED -> Bilingual.of("没有达到，差 {}", "missed by {}", gap);
      case BEHIND, AHEAD, ON_PACE -> {
        boolean isBehind = row.state() == TargetState.BEHIND;
        yield row.shareDone() == null || row.shareElapsed() == null
            ? Texts.of(isBehind ? "target.behind" : "target.on-pace", gap)
            : Texts.of(
                isBehind ? "target.done-and-behind" : "target.done-and-on-pace",
                gap,
                percent(row.shareElapsed()),
                percent(row.shareDone()));
      }
      case PACE_UNKNOWN, CANNOT_BE_CHECKED -> Bilingual.of("还差 {}", "{} to go", gap);
    };
  }

  private static String percent(double share) {
    return Numbers.fixed(share * 100, 0);
  }

  /** The figure that checks a target, with its unit; a computed one as rates are printed. */
  public Bilingual latest(TargetRow row) {
    return row.flags().contains(Flag.COMPUTED)
            && rounded(row, row.latest()).compareTo(row.target()) != 0
        ? computed(row, row.latest())
        : model.amountText(row.indicator(), row.latest());
  }

  /** What a target lacks, without a sign. */
  public Bilingual gap(TargetRow row) {
    return model.amountText(
        row.indicator(),
        row.flags().contains(Flag.COMPUTED) && rounded(row, row.gap()).signum() != 0
            ? rounded(row, row.gap().abs())
            : row.gap().abs());
  }

  /** The level before a target began. */
  public Bilingual base(TargetRow row) {
    Figure figure = model.figures().get(row.baseObservationId());
    return figure == null || figure.indicator().equals(row.indicator())
        ? model.amountText(row.indicator(), row.base())
        : computed(row, row.base());
  }

  private Bilingual computed(TargetRow row, BigDecimal rate) {
    return model
        .benchmarkPublishedAs(row.indicator())
        .map(each -> ReportIndex.rateText(each, rate.doubleValue(), RateOrigin.COMPUTED))
        .orElseGet(() -> model.amountText(row.indicator(), rate));
  }

  /** With as many decimals as rates have, unless the target has more. */
  private static BigDecimal rounded(TargetRow row, BigDecimal value) {
    return value.setScale(
        Math.max(2, row.target().stripTrailingZeros().scale()), RoundingMode.HALF_UP);
  }

  public Bilingual caveat(TargetRow row) {
    return Caveats.of("target", model, row.flags(), observationIds(row));
  }

  /** The part of a city that a figure is about; empty if it is the whole city. */
  public static Bilingual scopeText(String scope) {
    if (Scope.isWhole(scope)) {
      return Bilingual.EMPTY;
    }
    int colon = scope.indexOf(':');
    return colon < 0
        ? Phrases.of("scope", scope)
        : Bilingual.same(Sanitizer.shorten(scope.substring(colon + 1), 40));
  }
}
