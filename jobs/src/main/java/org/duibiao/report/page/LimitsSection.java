package org.duibiao.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Texts;
import org.duibiao.model.Benchmark;
import org.duibiao.model.Indicator;
import org.duibiao.model.code.IndicatorKind;
import org.duibiao.model.code.Significance;
import org.duibiao.report.model.ReportIndex;

/** What the page does not show, how much was read, and what the words mean. */
final class LimitsSection {

  private LimitsSection() {}

  static Section of(ReportIndex model) {
    Set<Benchmark> shown =
        model.views().stream().map(view -> view.benchmark()).collect(Collectors.toSet());
    boolean isTested =
        model.input().rows().stream().anyMatch(r -> r.significance() != Significance.NOT_TESTED);
    List<Bilingual> without =
        model.benchmarks().stream()
            .filter(benchmark -> !shown.contains(benchmark))
            .map(benchmark -> model.benchmarkName(benchmark.id()))
            .toList();
    Map<String, ?> values = Map.of("isTested", isTested, "parts", parts(model), "without", without);
    return new Section("limits", List.of(), values);
  }

  /** Notes on flows that are easily confused: outpatient visits are only some of the visits. */
  private static List<Bilingual> parts(ReportIndex model) {
    Map<String, Indicator> flows = new LinkedHashMap<>();
    model.benchmarks().stream()
        .map(Benchmark::numerator)
        .filter(each -> each != null && each.kind() == IndicatorKind.FLOW)
        .forEach(each -> flows.put(each.id(), each));
    List<Bilingual> notes = new ArrayList<>();
    for (Indicator part : flows.values()) {
      Bilingual name = model.indicatorName(part.id());
      for (String whole : part.partOf().stream().filter(flows::containsKey).toList()) {
        notes.add(Texts.of("limits.are-only-a-part", name, model.indicatorName(whole)));
      }
    }
    return notes;
  }
}
