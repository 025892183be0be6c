package org.duibiao.report.page;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Html;
import org.duibiao.markup.Numbers;
import org.duibiao.markup.Sanitizer;
import org.duibiao.markup.Texts;
import org.duibiao.model.Benchmark;
import org.duibiao.model.SeriesBreak;
import org.duibiao.model.code.FindingKind;
import org.duibiao.report.model.Citations;
import org.duibiao.report.model.Disagreement;
import org.duibiao.report.model.Phrases;
import org.duibiao.report.model.ReportIndex;
import org.duibiao.tables.Figure;
import org.duibiao.tables.VintageRow;

/** Where sources disagree, and where series changed their definition. */
final class DisagreementSection extends Section {

  /** How many areas a break names before it counts them. */
  private static final int NAMED = 8;

  DisagreementSection(ReportIndex model) {
    super(model, "disagreements", Bilingual.plain("不一致之处", "What disagrees"));
  }

  @Override
  List<Html> contents() {
    return List.of(
        link("disagreements", Bilingual.plain("不一致", "Disagreements")),
        link("breaks", Bilingual.plain("口径变化", "Breaks")));
  }

  @Override
  Set<String> observationIds() {
    Set<String> ids = new HashSet<>(model.vintages().shownIds());
    ids.addAll(model.disagreements().shownIds());
    return ids;
  }

  @Override
  Html body(Citations citations) {
    return Html.of(
        "{}{}<h3 id=\"breaks\">{}</h3>\n{}{}",
        sources(),
        others(),
        Texts.of("disagreement.breaks-in-series-and"),
        breaks(),
        vintages());
  }

  private Html sources() {
    List<Disagreement> shown = model.disagreements().shown();
    if (shown.isEmpty()) {
      return Paragraph.of(Texts.of("disagreement.no-disagreement-between-sources"));
    }
    DataTable table = new DataTable("disagreements-h", "words");
    for (Disagreement disagreement : shown) {
      Figure chosen = disagreement.chosen();
      for (Figure other : disagreement.others()) {
        Double percent = disagreement.percent(other);
        table.row(
            model.areaName(chosen.cityCode()),
            model.indicatorName(chosen.indicator()),
            Phrases.period(chosen),
            figure(chosen),
            figure(other),
            percent == null ? null : Numbers.signed(percent, 1) + "%");
      }
    }
    return Html.all(
        Paragraph.of(Texts.of("disagreement.figures-of-different-sources")), table.render());
  }

  private Html figure(Figure figure) {
    return Html.of(
        "{}{}<br/><small>{}</small>",
        model.valueText(figure),
        model.citations().links(figure.observationId()),
        Sanitizer.shorten(figure.publisher(), 60));
  }

  /** How many more there are, by kind. */
  private Html others() {
    Map<FindingKind, Integer> kinds = new EnumMap<>(FindingKind.class);
    model.disagreements().all().forEach(d -> kinds.merge(d.finding().kind(), 1, Integer::sum));
    kinds.computeIfPresent(
        FindingKind.SOURCES_DISAGREE,
        (kind, count) -> {
          int rest = count - model.disagreements().shown().size();
          return rest == 0 ? null : rest;
        });
    if (kinds.isEmpty()) {
      return Html.EMPTY;
    }
    List<Bilingual> parts = new ArrayList<>();
    kinds.forEach(
        (kind, count) ->
            parts.add(
                Texts.of(
                    "disagreement.kind-and-number",
                    Phrases.of("finding", kind),
                    Numbers.count(count))));
    return Paragraph.of(Texts.of("disagreement.not-listed-here-all", Bilingual.statements(parts)));
  }

  private Html breaks() {
    List<SeriesBreak> breaks = model.breaks();
    if (breaks.isEmpty()) {
      return Paragraph.of(Texts.of("disagreement.no-known-break-concerns"));
    }
    List<Html> lines = new ArrayList<>();
    for (SeriesBreak seriesBreak : breaks) {
      lines.add(
          Html.of(
              "<dt>{}</dt><dd>{}<br/><small>{}{}</small></dd>\n",
              seriesBreak.date(),
              Bilingual.plain(seriesBreak.zh(), seriesBreak.en()),
              areas(seriesBreak),
              seriesBreak.source() == null
                  ? Bilingual.EMPTY
                  : Texts.of("disagreement.source", seriesBreak.source())));
    }
    return Html.of("<dl class=\"breaks\">{}</dl>\n", lines);
  }

  private Bilingual areas(SeriesBreak seriesBreak) {
    List<String> codes = seriesBreak.cities().stream().sorted().toList();
    if (codes.isEmpty()) {
      return Texts.of("disagreement.concerns-all-areas");
    }
    Bilingual names = Bilingual.list(codes.stream().limit(NAMED).map(model::areaName).toList());
    return codes.size() <= NAMED
        ? Bilingual.of("涉及{}。", "Concerns {}.", names)
        : Texts.of("disagreement.concerns-and-others-areas", names, codes.size());
  }

  private Html vintages() {
    List<VintageRow> shown =
        model.vintages().shown().stream()
            .filter(row -> model.benchmarkOrNull(row.benchmark()) != null)
            .toList();
    if (shown.isEmpty()) {
      return Html.EMPTY;
    }
    DataTable table = new DataTable("vintages-h", "vintages", model.referenceName());
    shown.forEach(row -> addRow(table, model.benchmarkOrNull(row.benchmark()), row));
    int more = model.vintages().all().size() - shown.size();
    return Html.of(
        "<h4 id=\"vintages-h\">{}</h4>\n{}{}{}",
        Texts.of("disagreement.the-same-comparison-before"),
        Paragraph.of(Texts.of("disagreement.where-the-populations-of")),
        table.render(),
        more == 0 ? Html.EMPTY : Paragraph.note(Texts.of("disagreement.more-rows-are-in", more)));
  }

  private void addRow(DataTable table, Benchmark benchmark, VintageRow row) {
    Citations citations = model.citations();
    boolean mixed = row.vintage() != row.referenceVintage();
    table.rowWith(
        Html.trusted(mixed ? " class=\"mixed\"" : ""),
        model.areaName(row.cityCode()),
        model.benchmarkName(benchmark.id()),
        row.year(),
        List.of(
            Texts.of(
                "disagreement.both-vintages",
                Phrases.of("vintage", row.vintage()),
                Phrases.of("vintage", row.referenceVintage())),
            row.flags().isEmpty()
                ? Html.EMPTY
                : Html.of("<br/><small>{}</small>", Phrases.flags(row.flags()))),
        List.of(
            model.denominatorText(benchmark, row.denominator()),
            citations.links(row.earlierDenominatorObservationId(), row.denominatorObservationId())),
        List.of(
            model.denominatorText(benchmark, row.referenceDenominator()),
            citations.links(
                row.referenceEarlierDenominatorObservationId(),
                row.referenceDenominatorObservationId())),
        Numbers.rate(row.rate()),
        Numbers.rate(row.referenceRate()),
        ReportIndex.roundedUp(row.neededToMatch()) <= 0
            ? Bilingual.plain("已达到", "already there")
            : model.neededText(benchmark, row.neededToMatch()));
  }
}
