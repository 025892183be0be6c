package org.duibiao.report.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Html;
import org.duibiao.markup.Numbers;
import org.duibiao.markup.Texts;
import org.duibiao.model.Benchmark;
import org.duibiao.model.Indicator;
import org.duibiao.model.code.IndicatorKind;
import org.duibiao.model.code.Significance;
import org.duibiao.report.model.Citations;
import org.duibiao.report.model.ReportIndex;
import org.duibiao.report.model.ReportInput;

/** What the page does not show, how much was read, and what the words mean. */
final class LimitsSection extends Section {

  LimitsSection(ReportIndex model) {
    super(model, "limits", Texts.of("limits.what-this-does-not"));
  }

  @Override
  List<Html> contents() {
    return List.of(link("limits", Bilingual.plain("局限与定义", "Limits, definitions")));
  }

  @Override
  Html body(Citations citations) {
    return Html.of(
        "{}<h3>{}</h3>\n{}<h3>{}</h3>\n{}",
        Paragraph.list(limits()),
        Bilingual.plain("读了多少", "How much was read"),
        counts(model.input().counts()),
        Texts.of("limits.what-the-indicators-mean"),
        definitions());
  }

  private List<Bilingual> limits() {
    List<Bilingual> items = new ArrayList<>();
    items.add(Texts.of("limits.only-published-figures-are"));
    items.add(Texts.of("limits.institutions-beds-and-staff"));
    items.add(Texts.of("limits.rates-are-per-permanent"));
    items.add(Texts.of("limits.needed-to-match-is"));
    items.add(
        model.input().rows().stream().allMatch(row -> row.significance() == Significance.NOT_TESTED)
            ? Texts.of("limits.differences-were-not-tested")
            : Texts.of("limits.random-events-such-as"));
    items.add(Texts.of("limits.the-lines-in-the"));
    items.add(Texts.of("limits.sources-that-are-not"));
    parts().forEach(items::add);
    List<Bilingual> without = new ArrayList<>();
    Set<String> shown = new HashSet<>();
    model.views().forEach(view -> shown.add(view.benchmark().id()));
    model.benchmarks().stream()
        .filter(benchmark -> !shown.contains(benchmark.id()))
        .forEach(benchmark -> without.add(model.benchmarkName(benchmark.id())));
    if (!without.isEmpty()) {
      items.add(Texts.of("limits.benchmarks-without-figures", Bilingual.list(without)));
    }
    return items;
  }

  /** Notes on flows that are easily confused: outpatient visits are only some of the visits. */
  private Stream<Bilingual> parts() {
    Map<String, Indicator> flows = new LinkedHashMap<>();
    model.benchmarks().stream()
        .map(Benchmark::numerator)
        .filter(each -> each != null && each.kind() == IndicatorKind.FLOW)
        .forEach(each -> flows.put(each.id(), each));
    return flows.values().stream()
        .flatMap(
            part ->
                part.partOf().stream()
                    .filter(flows::containsKey)
                    .map(
                        whole ->
                            Texts.of(
                                "limits.are-only-a-part",
                                model.indicatorName(part.id()),
                                model.indicatorName(whole))));
  }

  private static Html counts(ReportInput.Counts counts) {
    return Html.of(
        "<dl class=\"counts\">{}{}{}{}{}{}</dl>\n",
        count("来源文件", "source files", counts.files()),
        count("读不了的文件", "files that could not be read", counts.rejectedFiles()),
        count("已读懂并归位的数字", "figures understood and placed", counts.observations()),
        count("等人判断的数字", "figures that wait for a person", counts.candidates()),
        count("须修正的数字", "values that must be corrected", counts.rejects()),
        count("不是统计数字或留空", "not statistics, or blank", counts.ignored()));
  }

  private static Html count(String zh, String en, long count) {
    return Html.of(
        "<div><dt>{}</dt><dd>{}</dd></div>", Bilingual.plain(zh, en), Numbers.count(count));
  }

  private Html definitions() {
    List<Html> lines = new ArrayList<>();
    for (Indicator indicator : model.shownIndicators()) {
      if (indicator.definitionZh() == null && indicator.definitionEn() == null) {
        continue;
      }
      lines.add(
          Html.of(
              "<dt>{}</dt><dd>{} <small>{}</small></dd>\n",
              model.indicatorName(indicator.id()),
              Bilingual.plain(
                  orOther(indicator.definitionZh(), indicator.definitionEn()),
                  orOther(indicator.definitionEn(), indicator.definitionZh())),
              indicator.definitionSource() == null
                  ? Bilingual.EMPTY
                  : Texts.of("limits.source", indicator.definitionSource())));
    }
    return Html.of("<dl class=\"definitions\">{}</dl>\n", lines);
  }

  private static String orOther(String text, String other) {
    return text == null ? other : text;
  }
}
