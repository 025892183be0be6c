package org.duibiao.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Html;
import org.duibiao.model.code.Comparability;
import org.duibiao.model.code.Flag;
import org.duibiao.report.findings.CityFindings;
import org.duibiao.report.model.BenchmarkView;
import org.duibiao.report.model.Citations;
import org.duibiao.report.model.CityRows;
import org.duibiao.report.model.Disagreement;
import org.duibiao.report.model.Phrases;
import org.duibiao.report.model.ReportIndex;
import org.duibiao.tables.BenchmarkRow;

/**
 * All sections about one city: its most important findings, its own trends and targets, the
 * comparison with the reference and how it changed with revisions, what is published about it, what
 * all this does not show, and where its figures come from.
 */
final class CityArticle {

  private CityArticle() {}

  /** The markup in parts that correspond to each other between cities. */
  static List<Html> render(ReportIndex model, String code) {
    CityRows city = model.city(code);
    CityFindings findings = CityFindings.of(model, code);
    Map<String, BenchmarkRow> compared = compared(model, code);
    List<String> found =
        findings.findings().stream().flatMap(each -> each.observationIds().stream()).toList();
    List<Section> sections =
        List.of(
            Section.of("city"),
            new Section("findings", found, Map.of("findings", findings)),
            TrendsSection.of(model, city, findings),
            TargetsSection.of(model, city),
            ComparisonSection.of(model, city, List.copyOf(compared.values())),
            RevisionsSection.of(model, city),
            CoverageSection.of(model, city),
            limits(model, code, compared),
            Section.of("own-sources"));
    Citations citations = new Citations(model, model.citations(), observationIds(city, sections));
    Map<String, Object> common = Section.common(model, citations);
    common.put("city", city);
    common.put("name", model.areaName(code));
    List<Html> parts = new ArrayList<>();
    sections.forEach(section -> parts.add(section.render(common)));
    parts.add(Html.trusted("</article>\n"));
    return parts;
  }

  /** What the page compares of a city: a row for each benchmark, by its id. */
  private static Map<String, BenchmarkRow> compared(ReportIndex model, String code) {
    Map<String, BenchmarkRow> rows = new LinkedHashMap<>();
    for (BenchmarkView view : model.views()) {
      Optional<BenchmarkRow> row =
          model.isReference(code)
              ? Optional.ofNullable(model.city(code).rows().get(view.benchmark().id()))
                  .map(TreeMap::lastEntry)
                  .map(Map.Entry::getValue)
              : view.rows().stream().filter(each -> each.cityCode().equals(code)).findFirst();
      row.ifPresent(each -> rows.put(view.benchmark().id(), each));
    }
    return rows;
  }

  /** What cannot be said about a city: the benchmarks without a comparison, by the reason. */
  private static Section limits(
      ReportIndex model, String code, Map<String, BenchmarkRow> compared) {
    Map<Bilingual, List<Bilingual>> reasons =
        compared.values().stream()
            .filter(row -> row.comparability() == Comparability.NOT_COMPARABLE)
            .filter(row -> !model.isReference(code))
            .collect(
                Collectors.groupingBy(
                    row -> Phrases.flags(reasons(row)),
                    LinkedHashMap::new,
                    Collectors.mapping(
                        row -> model.benchmarkName(row.benchmark()), Collectors.toList())));
    List<Bilingual> without =
        model.views().stream()
            .map(view -> view.benchmark().id())
            .filter(benchmark -> !compared.containsKey(benchmark))
            .map(model::benchmarkName)
            .toList();
    return new Section("unsaid", List.of(), Map.of("reasons", reasons, "without", without));
  }

  private static List<Flag> reasons(BenchmarkRow row) {
    return row.reasons().contains(Flag.NO_REFERENCE_VALUE)
        ? List.of(Flag.NO_REFERENCE_VALUE)
        : BenchmarkView.reasons(row).stream().filter(each -> !each.isHarmless()).sorted().toList();
  }

  /** What the sections cite, and what disagrees with that. */
  private static Set<String> observationIds(CityRows city, List<Section> sections) {
    Set<String> ids = new LinkedHashSet<>();
    sections.forEach(section -> ids.addAll(section.observationIds()));
    for (Disagreement disagreement : city.disagreements()) {
      if (disagreement.chosen() != null && ids.contains(disagreement.chosen().observationId())) {
        disagreement.others().forEach(other -> ids.add(other.observationId()));
      }
    }
    return ids;
  }
}
