package org.duibiao.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Html;
import org.duibiao.model.code.Comparability;
import org.duibiao.model.code.TargetState;
import org.duibiao.report.findings.Caveats;
import org.duibiao.report.model.BenchmarkView;
import org.duibiao.report.model.Citations;
import org.duibiao.report.model.CityRows;
import org.duibiao.report.model.Phrases;
import org.duibiao.report.model.ReportIndex;
import org.duibiao.tables.BenchmarkRow;

/** What cannot be said about a city, and why. */
final class CityLimitsSection extends Section {

  private final CityRows city;
  private final Map<BenchmarkView, BenchmarkRow> compared;
  private final Bilingual name;

  CityLimitsSection(ReportIndex model, CityRows city, Map<BenchmarkView, BenchmarkRow> compared) {
    super(
        model,
        "unsaid",
        Bilingual.of("关于{}，这里没有说明的", "What this does not show of {}", model.areaName(city.code())));
    this.city = city;
    this.compared = compared;
    this.name = model.areaName(city.code());
  }

  @Override
  Html body(Citations citations) {
    List<Bilingual> items = new ArrayList<>();
    Map<Bilingual, List<Bilingual>> why = new LinkedHashMap<>();
    compared.forEach(
        (view, row) -> {
          if (row.comparability() == Comparability.NOT_COMPARABLE
              && !model.isReference(city.code())) {
            why.computeIfAbsent(Phrases.flags(reasons(row)), each -> new ArrayList<>())
                .add(model.benchmarkName(view.benchmark().id()));
          }
        });
    why.forEach(
        (reason, names) ->
            items.add(
                Bilingual.of(
                    "{0}没有与{1}相比：{2}。",
                    "{0}: not compared with {1}, {2}.",
                    Bilingual.list(names),
                    model.referenceName(),
                    reason)));
    List<Bilingual> without =
        model.views().stream()
            .filter(view -> !compared.containsKey(view))
            .map(view -> model.benchmarkName(view.benchmark().id()))
            .toList();
    if (!without.isEmpty()) {
      items.add(
          Bilingual.of(
              "{0}没有数字的指标：{1}。没有数字不等于没有。",
              "No figure of {0}: {1}. That does not mean that there is none.",
              name,
              Bilingual.list(without)));
    }
    long unchecked =
        city.targets().stream().filter(row -> row.state() == TargetState.CANNOT_BE_CHECKED).count();
    if (unchecked > 0) {
      items.add(
          Bilingual.of(
              "有 {} 个目标没有公布可以检验的数字，是否达到不得而知。",
              "For {} targets no figure was published that would check them.",
              unchecked));
    }
    items.add(
        Bilingual.of(
            "机构、床位和人员是资源的多少，不是质量或健康结果。<a href=\"#limits\">全部局限</a>",
            "Institutions, beds and staff are resources, not quality or health."
                + " <a href=\"#limits\">All limits</a>"));
    return Paragraph.list(items);
  }

  private static List<String> reasons(BenchmarkRow row) {
    List<String> reasons =
        Stream.concat(
                ReportIndex.orEmpty(row.reasons()).stream(),
                BenchmarkView.reasons(row).stream().filter(each -> Phrases.has("flag", each)))
            .filter(each -> !Caveats.isHarmless(each) && !BenchmarkView.isNoVerdict(each))
            .distinct()
            .sorted()
            .toList();
    return reasons.contains("no_reference_value") ? List.of("no_reference_value") : reasons;
  }
}
