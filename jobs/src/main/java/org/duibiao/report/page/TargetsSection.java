package org.duibiao.report.page;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Html;
import org.duibiao.markup.Texts;
import org.duibiao.model.code.Comparability;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.TargetState;
import org.duibiao.report.chart.TargetProgressChart;
import org.duibiao.report.findings.TargetFindings;
import org.duibiao.report.model.CityRows;
import org.duibiao.report.model.Phrases;
import org.duibiao.report.model.ReportIndex;
import org.duibiao.tables.TargetRow;

/** A city's own targets: which were met, and which cannot be checked. */
final class TargetsSection {

  /** The most targets in the chart. */
  private static final int DRAWN = 14;

  private static final Bilingual DASH = Bilingual.same("—");

  private final ReportIndex model;
  private final TargetFindings findings;

  private TargetsSection(ReportIndex model, CityRows city) {
    this.model = model;
    this.findings = new TargetFindings(model, city);
  }

  /**
   * A target as it is printed.
   *
   * @param gap what it lacks, or null
   */
  public record Line(
      TargetRow row,
      Bilingual subject,
      Bilingual target,
      Bilingual latest,
      Bilingual gap,
      Bilingual caveat) {}

  static Section of(ReportIndex model, CityRows city) {
    TargetsSection section = new TargetsSection(model, city);
    List<Line> lines =
        city.targets().stream()
            .sorted(
                Comparator.comparing(TargetRow::state)
                    .thenComparing(Comparator.comparing(TargetRow::due).reversed())
                    .thenComparing(TargetRow::indicator)
                    .thenComparing(TargetRow::scope))
            .map(section::line)
            .toList();
    List<TargetProgressChart.Row> drawn =
        lines.stream()
            .filter(each -> each.row().shareDone() != null || each.row().shareElapsed() != null)
            .filter(each -> each.row().state() != TargetState.CANNOT_BE_CHECKED)
            .limit(DRAWN)
            .map(section::progress)
            .toList();
    Bilingual name = model.areaName(city.code());
    TargetState[] running = {
      TargetState.BEHIND, TargetState.AHEAD, TargetState.ON_PACE, TargetState.PACE_UNKNOWN
    };
    Bilingual summary =
        Texts.of(
            "targets.of-targets-of-were",
            name,
            lines.size(),
            count(lines, TargetState.MET, TargetState.MET_EARLY),
            count(lines, TargetState.MISSED),
            count(lines, running),
            count(lines, TargetState.CANNOT_BE_CHECKED));
    Bilingual title = Texts.of("targets.how-much-is-done", name);
    Html chart = drawn.isEmpty() ? Html.EMPTY : new TargetProgressChart(title, drawn).draw();
    return new Section(
        "targets",
        lines.stream().flatMap(each -> TargetFindings.observationIds(each.row()).stream()).toList(),
        Map.of("lines", lines, "summary", summary, "chart", chart));
  }

  private static long count(List<Line> lines, TargetState... states) {
    return lines.stream().filter(each -> List.of(states).contains(each.row().state())).count();
  }

  private Line line(TargetRow row) {
    Bilingual scope = TargetFindings.scopeText(row.scope());
    return new Line(
        row,
        Bilingual.both(
            "{0}{1}{2}",
            row.measure() == Measure.NEW ? Bilingual.plain("新增", "New: ") : Bilingual.EMPTY,
            model.indicatorName(row.indicator()),
            scope.isEmpty() ? scope : Bilingual.of("（{}）", " ({})", scope)),
        row.target() == null
            ? DASH
            : Phrases.bounded(model.amountText(row.indicator(), row.target()), row.bound()),
        row.latest() == null
            ? DASH
            : Texts.of("targets.latest-with-year", findings.latest(row), row.latestYear()),
        row.gap() != null && Boolean.FALSE.equals(row.attained()) ? findings.gap(row) : null,
        findings.caveat(row));
  }

  private TargetProgressChart.Row progress(Line line) {
    TargetRow row = line.row();
    boolean isMet = row.state() == TargetState.MET || row.state() == TargetState.MET_EARLY;
    int due = row.due().getYear();
    return new TargetProgressChart.Row(
        line.subject(),
        row.base() == null
            ? Texts.of("targets.end-of", line.latest(), line.target(), due)
            : Texts.of("targets.end-of-2", findings.base(row), line.latest(), line.target(), due),
        row.shareDone() == null && isMet ? Double.valueOf(1) : row.shareDone(),
        row.shareElapsed(),
        row.state(),
        line.caveat().isEmpty() ? Comparability.COMPARABLE : Comparability.WITH_CARE);
  }
}
