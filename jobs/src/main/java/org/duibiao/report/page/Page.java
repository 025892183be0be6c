package org.duibiao.report.page;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.ContentPolicy;
import org.duibiao.markup.Html;
import org.duibiao.markup.Resource;
import org.duibiao.markup.Sanitizer;
import org.duibiao.markup.Texts;
import org.duibiao.report.model.ReportIndex;
import org.duibiao.report.model.ReportInput;

/**
 * The whole page. It loads nothing; its style sheet and its script are allowed by their hashes. One
 * city is shown and the others are compressed; without the script, everything works except choosing
 * another city.
 */
public final class Page {

  private static final String PAGE = Resource.text(Page.class, "page.html");
  private static final String STYLE =
      Resource.text(Page.class, "report.css") + Resource.text(Page.class, "chart.css");

  /** In a CDATA section, so that the page is well-formed XML too. */
  private static final String SCRIPT =
      "//<![CDATA[\n" + Resource.text(Page.class, "report.js") + "//]]>\n";

  private Page() {}

  /** The sections of the page below the city that is shown, in their order. */
  private static List<Section> sections(ReportIndex model) {
    return List.of(
        new HighlightsSection(model),
        new BenchmarksSection(model),
        new DisagreementSection(model),
        new DataSection(model),
        new LimitsSection(model),
        new SourcesSection(model));
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
    List<Section> sections = sections(model);
    List<Html> contents = new ArrayList<>();
    contents.add(Section.link("city", Bilingual.plain("所选城市", "The city")));
    sections.forEach(section -> contents.addAll(section.contents()));
    ReportInput input = model.input();
    Bilingual reference = model.referenceName();
    String release = Sanitizer.shorten(input.releaseId(), 80);
    return Html.of(
            PAGE,
            ContentPolicy.of(STYLE, SCRIPT),
            reference.zh(),
            reference.en(),
            Html.trusted(STYLE),
            Texts.of("page.city-health-benchmarks-reference", reference),
            Texts.of("page.data-as-of", date(model)),
            Texts.of("page.release", release),
            input.asOf() == null
                ? Bilingual.EMPTY
                : Texts.of("page.only-what-was-published", input.asOf()),
            shown == null ? Html.EMPTY : chooser.render(shown),
            Texts.of("page.this-page-turns-the", reference),
            Html.join(" · ", contents),
            shown == null ? List.of() : CityArticle.render(model, shown),
            sections.stream().map(section -> section.render(model.citations())).toList(),
            Texts.of("page.data-as-of-release", date(model), release),
            Bilingual.plain("出处", "Source"),
            Bilingual.plain("关闭", "Close"),
            CompressedCities.render(
                chooser.codes().stream().filter(code -> !code.equals(shown)).toList(),
                code -> CityArticle.render(model, code)),
            Html.trusted(SCRIPT))
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  private static Bilingual date(ReportIndex model) {
    return model
        .newestPublicationDate()
        .map(LocalDate::toString)
        .map(Bilingual::same)
        .orElse(Bilingual.plain("不详", "unknown"));
  }
}
