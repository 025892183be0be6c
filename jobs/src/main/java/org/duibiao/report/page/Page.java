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
    Html page =
        Html.of(
            "{}{}<main class=\"opening\">\n<div id=\"city\">{}</div>\n{}</main>\n"
                + "{}{}{}<script>{}</script>\n</body>\n</html>\n",
            head(model),
            header(model, chooser, shown, sections),
            shown == null ? List.of() : CityArticle.render(model, shown),
            sections.stream().map(section -> section.render(model.citations())).toList(),
            footer(model),
            dialog(),
            CompressedCities.render(
                chooser.codes().stream().filter(code -> !code.equals(shown)).toList(),
                code -> CityArticle.render(model, code)),
            Html.trusted(SCRIPT));
    return page.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Html head(ReportIndex model) {
    Bilingual place = model.referenceName();
    return Html.of(
        "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\"/>\n"
            + "<meta http-equiv=\"Content-Security-Policy\" content=\"{0}\"/>\n"
            + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
            + "<meta name=\"referrer\" content=\"no-referrer\"/>\n"
            + "<title>城市卫生对标 · {1} | City health benchmarks · {2}</title>\n"
            + "<style>{3}</style>\n</head>\n<body>\n",
        ContentPolicy.of(STYLE, SCRIPT), place.zh(), place.en(), Html.trusted(STYLE));
  }

  private static Html languages() {
    return Html.of(
        "<fieldset class=\"language\"><legend>语言 Language</legend>"
            + "<input type=\"radio\" name=\"language\" id=\"zh\" checked=\"checked\"/>"
            + "<label for=\"zh\" lang=\"zh-CN\">中文</label>"
            + "<input type=\"radio\" name=\"language\" id=\"en\"/>"
            + "<label for=\"en\" lang=\"en\">English</label></fieldset>\n");
  }

  /** The dialog in which the script shows the source of a number, taken from the appendix. */
  private static Html dialog() {
    return Html.of(
        "<dialog id=\"source\" aria-labelledby=\"source-h\"><h2 id=\"source-h\">{}"
            + " <span id=\"source-number\"></span></h2>\n<div id=\"source-body\"></div>\n"
            + "<p><button type=\"button\" id=\"source-close\">{}</button></p></dialog>\n",
        Bilingual.plain("出处", "Source"),
        Bilingual.plain("关闭", "Close"));
  }

  private static Html header(
      ReportIndex model, CityPicker chooser, String shown, List<Section> sections) {
    ReportInput input = model.input();
    List<Html> contents = new ArrayList<>();
    contents.add(Section.link("city", Bilingual.plain("所选城市", "The city")));
    sections.forEach(section -> contents.addAll(section.contents()));
    Bilingual place = model.referenceName();
    return Html.of(
        "<header>\n{}<h1>{}</h1>\n<p class=\"meta\">{} · {}{}</p>\n{}<p class=\"intro\">{}</p>\n"
            + "<nav aria-label=\"目录 Contents\">{}</nav>\n</header>\n",
        languages(),
        Texts.of("page.city-health-benchmarks-reference", place),
        Bilingual.of("数据截至 {0}", "Data as of {0}", date(model)),
        Texts.of("page.release", Sanitizer.shorten(input.releaseId(), 80)),
        input.asOf() == null
            ? Bilingual.EMPTY
            : Texts.of("page.only-what-was-published", input.asOf()),
        shown == null ? Html.EMPTY : chooser.render(shown),
        Texts.of("page.this-page-turns-the", place),
        Html.join(" · ", contents));
  }

  private static Html footer(ReportIndex model) {
    return Html.of(
        "<footer>{}</footer>\n",
        Texts.of(
            "page.data-as-of-release",
            date(model),
            Sanitizer.shorten(model.input().releaseId(), 80)));
  }

  private static Bilingual date(ReportIndex model) {
    return model
        .newestPublicationDate()
        .map(LocalDate::toString)
        .map(Bilingual::same)
        .orElse(Bilingual.plain("不详", "unknown"));
  }
}
