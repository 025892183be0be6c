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
import org.duibiao.model.Benchmark;
import org.duibiao.model.SeriesBreak;
import org.duibiao.model.code.FindingKind;
import org.duibiao.report.model.Citations;
import org.duibiao.report.model.Disagreement;
import org.duibiao.report.model.PeriodText;
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
        Bilingual.plain("口径变化及其影响", "Breaks in series, and what they change"),
        breaks(),
        vintages());
  }

  private Html sources() {
    List<Disagreement> shown = model.disagreements().shown();
    if (shown.isEmpty()) {
      return Paragraph.of(
          Bilingual.plain(
              "本页所用的数字，没有发现来源之间不一致。",
              "No disagreement between sources was found for the figures used here."));
    }
    DataTable table =
        new DataTable("disagreements-h", "words")
            .text(Bilingual.plain("城市", "City"))
            .text(Bilingual.plain("指标", "Indicator"))
            .text(Bilingual.plain("时点", "Date"))
            .text(Bilingual.plain("采用", "Used"))
            .text(Bilingual.plain("另有", "Besides"))
            .number(Bilingual.plain("相差", "Difference"));
    for (Disagreement disagreement : shown) {
      Figure chosen = disagreement.chosen();
      for (Figure other : disagreement.others()) {
        Double percent = disagreement.percent(other);
        table.row(
            model.areaName(chosen.cityCode()),
            model.indicatorName(chosen.indicator()),
            PeriodText.of(chosen),
            figure(chosen),
            figure(other),
            percent == null ? "—" : Numbers.signed(percent, 1) + "%");
      }
    }
    return Html.of(
        "{}{}",
        Paragraph.of(
            Bilingual.plain(
                "同一城市、同一指标、同一时点，不同来源的数字并存。采用哪一个由规则决定：" + "官方先于新闻，本市公布先于他人引用，后公布先于先公布。",
                "Figures of different sources for one city, indicator and date stand side by side."
                    + " A rule chooses: official before news, the city’s own before a quotation,"
                    + " later published before earlier.")),
        table.render());
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
                Bilingual.of(
                    "{0} {1} 处", "{0}: {1}", Phrases.of("finding", kind), Numbers.count(count))));
    return Paragraph.of(
        Bilingual.of(
            "此外未列出的：{}。全部见 disagreements.csv。",
            "Not listed here: {}. All of them are in disagreements.csv.",
            Bilingual.join("；", "; ", parts)));
  }

  private Html breaks() {
    List<SeriesBreak> breaks = model.breaks();
    if (breaks.isEmpty()) {
      return Paragraph.of(
          Bilingual.plain("本页所用的数字不涉及已知的口径变化。", "No known break concerns the figures used here."));
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
                  : Bilingual.of(" 出处：{0}", " Source: {0}", seriesBreak.source())));
    }
    return Html.of("<dl class=\"breaks\">{}</dl>\n", lines);
  }

  private Bilingual areas(SeriesBreak seriesBreak) {
    List<String> codes = seriesBreak.cities().stream().sorted().toList();
    if (codes.isEmpty()) {
      return Bilingual.plain("涉及所有城市。", "Concerns all areas.");
    }
    Bilingual names = Bilingual.list(codes.stream().limit(NAMED).map(model::areaName).toList());
    return codes.size() <= NAMED
        ? Bilingual.of("涉及{}。", "Concerns {}.", names)
        : Bilingual.of(
            "涉及{}等 {} 个城市。", "Concerns {} and others, {} areas in all.", names, codes.size());
  }

  private Html vintages() {
    List<VintageRow> shown =
        model.vintages().shown().stream()
            .filter(row -> model.benchmarkOrNull(row.benchmark()) != null)
            .toList();
    if (shown.isEmpty()) {
      return Html.EMPTY;
    }
    Bilingual reference = model.referenceName();
    DataTable table =
        new DataTable("vintages-h", "vintages")
            .text(Bilingual.plain("城市", "City"))
            .text(Bilingual.plain("指标", "Benchmark"))
            .number(Bilingual.plain("年份", "Year"))
            .text(Bilingual.of("人口版本（该市／{0}）", "Population (city / {0})", reference))
            .number(Bilingual.plain("该市人口", "Its population"))
            .number(Bilingual.of("{0}人口", "{0}’s population", reference))
            .number(Bilingual.plain("比率", "Rate"))
            .number(reference)
            .number(Bilingual.plain("持平还需", "Needed to match"));
    shown.forEach(row -> addRow(table, model.benchmarkOrNull(row.benchmark()), row));
    int more = model.vintages().all().size() - shown.size();
    return Html.of(
        "<h4 id=\"vintages-h\">{}</h4>\n{}{}{}",
        Bilingual.plain("修订前后的同一比较", "The same comparison before and after the revision"),
        Paragraph.of(
            Bilingual.plain(
                "人口数经修订的年份，同一比较用修订前、后的人口各算一遍。两市一前一后的组合只为说明混用的后果。",
                "Where the populations of a year were revised, the comparison is made with each."
                    + " One side before and the other after only shows what mixing them does.")),
        table.render(),
        more == 0
            ? Html.EMPTY
            : Paragraph.note(
                Bilingual.of("其余 {} 行见 vintages.csv。", "{} more rows are in vintages.csv.", more)));
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
            Bilingual.of(
                "{}／{}",
                "{} / {}",
                Phrases.of("vintage", row.vintage()),
                Phrases.of("vintage", row.referenceVintage())),
            ReportIndex.orEmpty(row.flags()).isEmpty()
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
