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
    super(model, "limits", Bilingual.plain("这里没有说明的", "What this does not show"));
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
        Bilingual.plain("指标的含义", "What the indicators mean"),
        definitions());
  }

  private List<Bilingual> limits() {
    List<Bilingual> items = new ArrayList<>();
    items.add(
        Bilingual.plain(
            "只用公布过的数字：没有公布的不补、不估；缺一个城市，不等于它没有。",
            "Only published figures are used; nothing is filled in or estimated. A city that is"
                + " missing here has not published, which does not mean that it has none."));
    items.add(
        Bilingual.plain(
            "机构、床位和人员的多少是资源，不是质量、效率或健康结果；多不等于好，少不等于差。",
            "Institutions, beds and staff are resources, not quality, efficiency or health: more is"
                + " not better, fewer is not worse."));
    items.add(
        Bilingual.plain(
            "比率以常住人口为分母，没有按年龄结构调整；外来就医、短期停留的人不在分母里。",
            "Rates are per permanent resident and not adjusted for age; patients from elsewhere and"
                + " people who stay for a short time are not in the denominator."));
    items.add(
        Bilingual.plain(
            "“持平还需”是算术：按该市的人口与参照城市的比率折算，不是规划目标。",
            "“Needed to match” is arithmetic, the city’s population at the reference’s rate; it is"
                + " no planning target."));
    items.add(
        model.input().rows().stream().allMatch(row -> row.significance() == Significance.NOT_TESTED)
            ? Bilingual.plain(
                "差别没有做统计检验；小的差别可能没有实际意义。",
                "Differences were not tested statistically; a small one may mean nothing.")
            : Bilingual.plain(
                "死亡等随机事件和已知样本量的抽样按 95% 检验；机构、床位等全数统计不检验，只看相差是否达到约定的界限。" + "“无可证实的差异”不等于没有差异。",
                "Random events such as deaths, and samples of known size, are tested at 95 %;"
                    + " complete counts such as beds are not: there a difference counts from an"
                    + " agreed margin on. “No demonstrable difference” does not mean that there is"
                    + " none."));
    items.add(
        Bilingual.plain(
            "图中的横线是区间：随机事件和抽样为 95% 区间，全数统计为四舍五入、上下限和来源分歧所容许的范围，不是置信区间。",
            "The lines in the pictures are intervals: 95 % for random events and samples; for"
                + " complete counts what rounding, bounds and competing sources allow, which is no"
                + " confidence interval."));
    items.add(
        Bilingual.plain(
            "未经核实的来源只用来显示分歧，从不采用。",
            "Sources that are not verified are shown where they disagree and never used."));
    parts().forEach(items::add);
    List<Bilingual> without = new ArrayList<>();
    Set<String> shown = new HashSet<>();
    model.views().forEach(view -> shown.add(view.benchmark().id()));
    model.benchmarks().stream()
        .filter(benchmark -> !shown.contains(benchmark.id()))
        .forEach(benchmark -> without.add(model.benchmarkName(benchmark.id())));
    if (!without.isEmpty()) {
      items.add(
          Bilingual.of("还没有数字的指标：{}。", "Benchmarks without figures: {}.", Bilingual.list(without)));
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
                            Bilingual.of(
                                "{0}只是{1}的一部分：按前者和按后者算出的比率、占比不能互比。",
                                "{0} are only a part of {1}: rates and shares of the one cannot be"
                                    + " compared with those of the other.",
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
                  : Bilingual.of("出处：{}", "Source: {}", indicator.definitionSource())));
    }
    return Html.of("<dl class=\"definitions\">{}</dl>\n", lines);
  }

  private static String orOther(String text, String other) {
    return text == null ? other : text;
  }
}
