package org.duibiao.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.duibiao.markup.Html;
import org.duibiao.markup.Texts;
import org.duibiao.report.findings.CityFindings;
import org.duibiao.report.model.BenchmarkView;
import org.duibiao.report.model.Citations;
import org.duibiao.report.model.CityRows;
import org.duibiao.report.model.Disagreement;
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
    Map<BenchmarkView, BenchmarkRow> compared = compared(model, code);
    List<Section> sections =
        List.of(
            new FindingsSection(model, findings),
            new TrendsSection(model, city, findings),
            new TargetsSection(model, city),
            new ComparisonSection(model, city, compared),
            new RevisionsSection(model, city),
            new CoverageSection(model, city),
            new CityLimitsSection(model, city, compared),
            SourcesSection.ofCity(model, city));
    Citations citations = new Citations(model, model.citations(), observationIds(city, sections));
    List<Html> parts = new ArrayList<>();
    parts.add(
        Html.of(
            "<article id=\"{0}\" class=\"city\" data-city=\"{1}\" aria-labelledby=\"{0}-h\">\n"
                + "<h2 id=\"{0}-h\" tabindex=\"-1\">{2}{3}</h2>\n",
            anchor(code),
            code,
            model.areaName(code),
            model.isReference(code)
                ? Texts.of("city-article.the-reference")
                : Texts.of("city-article.against", model.referenceName())));
    sections.forEach(section -> parts.add(section.renderInCity(citations)));
    parts.add(Html.of("</article>\n"));
    return parts;
  }

  /** The id of a city's part of the page. */
  static String anchor(String code) {
    return "c-" + ReportIndex.htmlId(code);
  }

  /** What the page compares of a city: a row for each benchmark. */
  private static Map<BenchmarkView, BenchmarkRow> compared(ReportIndex model, String code) {
    Map<BenchmarkView, BenchmarkRow> rows = new LinkedHashMap<>();
    for (BenchmarkView view : model.views()) {
      Optional<BenchmarkRow> row =
          model.isReference(code)
              ? Optional.ofNullable(model.city(code).rows().get(view.benchmark().id()))
                  .map(TreeMap::lastEntry)
                  .map(Map.Entry::getValue)
              : view.rows().stream().filter(each -> each.cityCode().equals(code)).findFirst();
      row.ifPresent(each -> rows.put(view, each));
    }
    return rows;
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
