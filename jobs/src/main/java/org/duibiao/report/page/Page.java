package org.duibiao.report.page;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.duibiao.markup.ContentPolicy;
import org.duibiao.markup.Html;
import org.duibiao.markup.Resource;
import org.duibiao.report.model.ReportIndex;
import org.duibiao.tables.VintageRow;

/**
 * The whole page. It loads nothing; its style sheet and its script are allowed by their hashes. One
 * city is shown and the others are compressed; without the script, everything works except choosing
 * another city.
 */
public final class Page {

  private static final String STYLE =
      Resource.text(Page.class, "report.css") + Resource.text(Page.class, "chart.css");

  /** In a CDATA section, so that the page is well-formed XML too. */
  private static final String SCRIPT =
      "//<![CDATA[\n" + Resource.text(Page.class, "report.js") + "//]]>\n";

  private Page() {}

  /** The sections of the page below the city that is shown, in their order. */
  private static List<Section> sections(ReportIndex model) {
    Set<String> disagreeing = new HashSet<>(model.vintages().shownIds());
    disagreeing.addAll(model.disagreements().shownIds());
    return List.of(
        HighlightsSection.of(model),
        BenchmarksSection.of(model),
        new Section("disagreements", disagreeing, Map.of("vintages", vintages(model))),
        DataSection.of(model),
        LimitsSection.of(model),
        Section.of("appendix"));
  }

  private static List<VintageRow> vintages(ReportIndex model) {
    return model.vintages().shown().stream()
        .filter(row -> model.benchmarkOrNull(row.benchmark()) != null)
        .toList();
  }

  /** The observations that the page cites whichever city is shown. */
  public static Set<String> cited(ReportIndex model) {
    return sections(model).stream()
        .flatMap(section -> section.observationIds().stream())
        .collect(Collectors.toSet());
  }

  public static byte[] render(ReportIndex model, List<String> cities) {
    CityPicker chooser = new CityPicker(model, cities);
    String shown = chooser.first();
    Map<String, Object> values = Section.common(model, model.citations());
    List<Html> sections = sections(model).stream().map(each -> each.render(values)).toList();
    values.put("policy", ContentPolicy.of(STYLE, SCRIPT));
    values.put("style", Html.trusted(STYLE));
    values.put("script", Html.trusted(SCRIPT));
    values.put("shown", shown);
    values.put("groups", chooser.groups());
    values.put("city", shown == null ? List.of() : CityArticle.render(model, shown));
    values.put("sections", sections);
    List<String> others = chooser.codes().stream().filter(code -> !code.equals(shown)).toList();
    values.put("others", CompressedCities.of(others, code -> CityArticle.render(model, code)));
    return Templates.fill("page", values).toString().getBytes(StandardCharsets.UTF_8);
  }
}
