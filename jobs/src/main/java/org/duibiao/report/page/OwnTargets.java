package org.duibiao.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.duibiao.markup.Html;
import org.duibiao.markup.Numbers;
import org.duibiao.markup.Text;
import org.duibiao.markup.Trust;
import org.duibiao.model.code.Measure;
import org.duibiao.report.chart.PaceChart;
import org.duibiao.report.findings.Promised;
import org.duibiao.report.model.CityRows;
import org.duibiao.report.model.Model;
import org.duibiao.report.model.Periods;
import org.duibiao.report.model.Phrases;
import org.duibiao.report.model.References;
import org.duibiao.tables.TargetRow;

/** A city's own targets: what came of them, and which nobody can check. */
final class OwnTargets {

  /** How many a picture shows. */
  private static final int DRAWN = 14;

  private final Model model;
  private final CityRows city;
  private final Promised promised;
  private final List<TargetRow> rows;

  OwnTargets(Model model, CityRows city) {
    this.model = model;
    this.city = city;
    this.promised = new Promised(model, city);
    this.rows =
        city.targets().stream()
            .sorted(
                Comparator.comparing((TargetRow row) -> Promised.state(row).ordinal())
                    .thenComparing(Comparator.comparing(TargetRow::due).reversed())
                    .thenComparing(TargetRow::indicator)
                    .thenComparing(TargetRow::scope))
            .toList();
  }

  Html render(References references) {
    if (rows.isEmpty()) {
      return Html.of(
          "<section aria-labelledby=\"targets-h\"><h3 id=\"targets-h\">{}</h3>\n"
              + "<p>{}</p></section>\n",
          Text.plain("自己的目标", "Its own targets"),
          Text.of("所读的文件里没有{}提出的目标。", "No target of {} is in what was read.", name()));
    }
    List<PaceChart.Row> drawn =
        rows.stream()
            .filter(row -> row.shareDone() != null || row.shareElapsed() != null)
            .filter(row -> !Promised.isUnchecked(row))
            .limit(DRAWN)
            .map(this::pace)
            .toList();
    return Html.of(
        "<section aria-labelledby=\"targets-h\"><h3 id=\"targets-h\">{}</h3>\n"
            + "<p class=\"lead\">{}</p>\n"
            + "{}{}</section>\n",
        Text.plain("自己的目标", "Its own targets"),
        summary(),
        drawn.isEmpty() ? Html.EMPTY : new PaceChart(title(), drawn).drawBesideTable(),
        table(references));
  }

  private Text name() {
    return model.area(city.code());
  }

  private long count(Promised.State... states) {
    return rows.stream().filter(row -> List.of(states).contains(Promised.state(row))).count();
  }

  private Text summary() {
    return Text.of(
        "{0}的 {1} 个目标：达到 {2} 个，到期没有达到 {3} 个，最近的数字还在期限之前 {4} 个，没有数字可以检验 {5} 个。",
        "Of {1} targets of {0}, {2} were kept, {3} were not kept when due, for {4} the latest"
            + " figure is from before the due date, and {5} cannot be checked.",
        name(),
        rows.size(),
        count(Promised.State.KEPT, Promised.State.ALREADY),
        count(Promised.State.MISSED),
        count(
            Promised.State.BEHIND,
            Promised.State.AHEAD,
            Promised.State.ON_PACE,
            Promised.State.OPEN),
        count(Promised.State.UNCHECKED));
  }

  private Text title() {
    return Text.of(
        "完成了多少，时间过了多少：{0}可以检验的目标",
        "How much is done when how much of the time is over: targets of {0} that can be checked",
        name());
  }

  private PaceChart.Row pace(TargetRow row) {
    Promised.State state = Promised.state(row);
    PaceChart.Pace pace = PaceChart.Pace.of(state, row.pace());
    Double done = row.shareDone();
    if (done == null && (state == Promised.State.KEPT || state == Promised.State.ALREADY)) {
      done = 1.0;
    }
    return new PaceChart.Row(
        subject(row),
        terms(row),
        done,
        row.shareElapsed(),
        pace,
        promised.caveat(row).isEmpty() ? Trust.COMPARABLE : Trust.WITH_CARE);
  }

  private Text subject(TargetRow row) {
    Text scope = Promised.scope(row.scope());
    return Text.of(
        "{0}{1}{2}",
        "{0}{1}{2}",
        row.measure() == Measure.NEW ? Text.plain("新增", "New: ") : Text.EMPTY,
        model.indicator(row.indicator()),
        scope.isEmpty() ? scope : Text.of("（{}）", " ({})", scope));
  }

  private Text terms(TargetRow row) {
    Text target =
        row.target() == null
            ? Text.same("—")
            : Numbers.bounded(model.amount(row.indicator(), row.target()), row.bound());
    Text latest =
        row.latest() == null
            ? Text.same("—")
            : Text.of(
                "{}（{}年）",
                "{} ({})",
                model.amount(row.indicator(), Promised.rounded(row, row.latest())),
                row.latestYear());
    return row.base() == null
        ? Text.of("{} → {}，{}年末", "{} → {}, end of {}", latest, target, row.due().getYear())
        : Text.of(
            "{} → {} → {}，{}年末",
            "{} → {} → {}, end of {}",
            model.amount(row.indicator(), row.base()),
            latest,
            target,
            row.due().getYear());
  }

  private Html table(References references) {
    List<Html> lines = new ArrayList<>();
    for (TargetRow row : rows) {
      Text gap = Text.same("—");
      if (row.gap() != null && !Boolean.TRUE.equals(row.attained())) {
        gap = model.amount(row.indicator(), Promised.rounded(row, row.gap().abs()));
      }
      lines.add(
          Html.of(
              "<tr><th scope=\"row\">{}</th><td>{}</td><td class=\"n\">{}{}</td>"
                  + "<td class=\"n\">{}{}</td><td>{}</td><td class=\"n\">{}</td>"
                  + "<td class=\"why\">{}</td></tr>\n",
              subject(row),
              Periods.instant(row.due()),
              row.target() == null
                  ? Text.same("—")
                  : Numbers.bounded(model.amount(row.indicator(), row.target()), row.bound()),
              Model.orEmpty(row.flags()).contains("derived")
                  ? references.links(row.latestObservationId(), row.observationId())
                  : references.links(row.observationId()),
              row.latest() == null
                  ? Text.same("—")
                  : Text.of(
                      "{}（{}年）",
                      "{} ({})",
                      model.amount(row.indicator(), Promised.rounded(row, row.latest())),
                      row.latestYear()),
              references.links(row.latestObservationId()),
              Phrases.of("state", Promised.state(row).name().toLowerCase(Locale.ROOT)),
              gap,
              promised.caveat(row)));
    }
    return Html.of(
        "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-labelledby=\"targets-h\"><table"
            + " class=\"words\"><thead><tr>{}</tr></thead>\n"
            + "<tbody>{}</tbody></table></div>\n",
        List.of(
            AgainstReference.column(Text.plain("目标", "Target"), ""),
            AgainstReference.column(Text.plain("期限", "Due"), ""),
            AgainstReference.column(Text.plain("目标值", "Promised"), "n"),
            AgainstReference.column(Text.plain("最近的数", "Latest figure"), "n"),
            AgainstReference.column(Text.plain("结果", "Outcome"), ""),
            AgainstReference.column(Text.plain("还差", "Short by"), "n"),
            AgainstReference.column(Text.plain("说明", "Remarks"), "")),
        lines);
  }
}
