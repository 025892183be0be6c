package org.duibiao.report.page;

import java.util.Comparator;
import java.util.List;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Html;
import org.duibiao.markup.Texts;
import org.duibiao.model.code.Comparability;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.TargetState;
import org.duibiao.report.chart.TargetProgressChart;
import org.duibiao.report.findings.TargetFindings;
import org.duibiao.report.model.Citations;
import org.duibiao.report.model.CityRows;
import org.duibiao.report.model.Phrases;
import org.duibiao.report.model.ReportIndex;
import org.duibiao.tables.TargetRow;

/** A city's own targets: which were met, and which cannot be checked. */
final class TargetsSection extends Section {

  /** The most targets in the chart. */
  private static final int DRAWN = 14;

  private static final Bilingual DASH = Bilingual.same("—");

  private final CityRows city;
  private final TargetFindings findings;
  private final List<TargetRow> rows;

  TargetsSection(ReportIndex model, CityRows city) {
    super(model, "targets", Bilingual.plain("自己的目标", "Its own targets"));
    this.city = city;
    this.findings = new TargetFindings(model, city);
    this.rows =
        city.targets().stream()
            .sorted(
                Comparator.comparing(TargetRow::state)
                    .thenComparing(Comparator.comparing(TargetRow::due).reversed())
                    .thenComparing(TargetRow::indicator)
                    .thenComparing(TargetRow::scope))
            .toList();
  }

  @Override
  List<String> observationIds() {
    return rows.stream().flatMap(row -> TargetFindings.observationIds(row).stream()).toList();
  }

  @Override
  Html body(Citations citations) {
    if (rows.isEmpty()) {
      return Paragraph.of(Texts.of("targets.no-target-of-is", name()));
    }
    List<TargetProgressChart.Row> drawn =
        rows.stream()
            .filter(row -> row.shareDone() != null || row.shareElapsed() != null)
            .filter(row -> row.state() != TargetState.CANNOT_BE_CHECKED)
            .limit(DRAWN)
            .map(this::progress)
            .toList();
    return Html.all(
        Paragraph.lead(summary()),
        drawn.isEmpty() ? Html.EMPTY : new TargetProgressChart(title(), drawn).draw(),
        table(citations));
  }

  private Bilingual name() {
    return model.areaName(city.code());
  }

  private long count(TargetState... states) {
    return rows.stream().filter(row -> List.of(states).contains(row.state())).count();
  }

  private Bilingual summary() {
    return Texts.of(
        "targets.of-targets-of-were",
        name(),
        rows.size(),
        count(TargetState.MET, TargetState.MET_EARLY),
        count(TargetState.MISSED),
        count(TargetState.BEHIND, TargetState.AHEAD, TargetState.ON_PACE, TargetState.PACE_UNKNOWN),
        count(TargetState.CANNOT_BE_CHECKED));
  }

  private Bilingual title() {
    return Texts.of("targets.how-much-is-done", name());
  }

  private TargetProgressChart.Row progress(TargetRow row) {
    Double done = row.shareDone();
    if (done == null && (row.state() == TargetState.MET || row.state() == TargetState.MET_EARLY)) {
      done = 1.0;
    }
    return new TargetProgressChart.Row(
        subject(row),
        terms(row),
        done,
        row.shareElapsed(),
        row.state(),
        findings.caveat(row).isEmpty() ? Comparability.COMPARABLE : Comparability.WITH_CARE);
  }

  private Bilingual subject(TargetRow row) {
    Bilingual scope = TargetFindings.scopeText(row.scope());
    return Bilingual.both(
        "{0}{1}{2}",
        row.measure() == Measure.NEW ? Bilingual.plain("新增", "New: ") : Bilingual.EMPTY,
        model.indicatorName(row.indicator()),
        scope.isEmpty() ? scope : Bilingual.of("（{}）", " ({})", scope));
  }

  private Bilingual terms(TargetRow row) {
    return row.base() == null
        ? Texts.of("targets.end-of", latest(row), target(row), row.due().getYear())
        : Texts.of(
            "targets.end-of-2", findings.base(row), latest(row), target(row), row.due().getYear());
  }

  private Bilingual target(TargetRow row) {
    return row.target() == null
        ? DASH
        : Phrases.bounded(model.amountText(row.indicator(), row.target()), row.bound());
  }

  private Bilingual latest(TargetRow row) {
    return row.latest() == null
        ? DASH
        : Texts.of("targets.latest-with-year", findings.latest(row), row.latestYear());
  }

  private Html table(Citations citations) {
    DataTable table = new DataTable("targets-h", "words");
    for (TargetRow row : rows) {
      boolean isShort = row.gap() != null && Boolean.FALSE.equals(row.attained());
      boolean isDerived = row.flags().contains(Flag.DERIVED);
      table.row(
          subject(row),
          Phrases.instant(row.due()),
          List.of(
              target(row),
              isDerived
                  ? citations.links(row.latestObservationId(), row.observationId())
                  : citations.links(row.observationId())),
          List.of(latest(row), citations.links(row.latestObservationId())),
          Phrases.of("state", row.state()),
          isShort ? findings.gap(row) : null,
          findings.caveat(row));
    }
    return table.render();
  }
}
