package org.duibiao.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Html;
import org.duibiao.markup.Sanitizer;
import org.duibiao.report.model.ReportIndex;
import org.duibiao.report.model.ReportInput;

/**
 * The whole page. It loads nothing: one style sheet and one small script, each allowed by its hash.
 * One city stands in it as it is shown, the others are packed; without the script all but the
 * choice of another city works.
 */
public final class Page {

  private static final String STYLE = resource("report.css") + resource("chart.css");

  /** So that readers of XML can read the page too. */
  private static final String SCRIPT = "//<![CDATA[\n" + resource("report.js") + "//]]>\n";

  /** How many rows the rankings have in all. */
  private static final int ROWS = 800;

  private static final int LEAST_ROWS = 20;

  private Page() {}

  public static byte[] render(ReportIndex model, List<String> cities) {
    CityPicker chooser = new CityPicker(model, cities);
    String shown = chooser.first();
    List<Html> first = shown == null ? List.of() : CitySection.render(model, shown);
    List<Html> benchmarks =
        model.views().stream()
            .map(view -> BenchmarkSection.render(model, view, rows(model)))
            .toList();
    Html page =
        Html.of(
            "{0}{1}<main class=\"opening\">\n"
                + "<div id=\"city\">{2}</div>\n"
                + "{3}<section id=\"benchmarks\" aria-labelledby=\"benchmarks-h\"><h2"
                + " id=\"benchmarks-h\">{4}</h2>\n"
                + "<p>{5}</p>\n"
                + "{6}</section>\n"
                + "{7}{8}{9}{10}</main>\n"
                + "{11}{12}{13}<script>{14}</script>\n"
                + "</body>\n"
                + "</html>\n",
            head(model),
            header(model, chooser, shown),
            first,
            HighlightsSection.render(model),
            Bilingual.plain("逐项排名", "Benchmark by benchmark"),
            Bilingual.plain(
                "每个城市一行，取可与参照城市同年对照的最近一年；点城市名看它的分子、分母和出处。" + "比率四舍五入后印出；相差、持平还需都用未舍入的数计算，持平还需向上取整。",
                "One row a city: the newest year in which the reference has a figure too. A city’s"
                    + " name opens its numerators, denominators and sources. Rates are printed"
                    + " rounded; differences and what is needed come from unrounded numbers, and"
                    + " what is needed is rounded up."),
            benchmarks,
            DisagreementSection.render(model),
            DataSection.render(model),
            LimitsSection.render(model),
            SourcesSection.render(model),
            footer(model),
            dialog(),
            CompressedCities.render(
                chooser.codes().stream().filter(code -> !code.equals(shown)).toList(),
                code -> CitySection.render(model, code)),
            Html.trusted(SCRIPT));
    return page.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static int rows(ReportIndex model) {
    int all = model.views().stream().mapToInt(view -> view.rows().size() + 1).sum();
    return all <= ROWS ? ROWS : Math.max(LEAST_ROWS, ROWS / model.views().size());
  }

  private static Html head(ReportIndex model) {
    Bilingual place = model.areaName(model.reference().code());
    return Html.of(
        "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\"/>\n"
            + "<meta http-equiv=\"Content-Security-Policy\" content=\"{0}\"/>\n"
            + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
            + "<meta name=\"referrer\" content=\"no-referrer\"/>\n"
            + "<title>城市卫生对标 · {1} | City health benchmarks · {2}</title>\n"
            + "<style>{3}</style>\n</head>\n<body>\n",
        policy(), place.zh(), place.en(), Html.trusted(STYLE));
  }

  private static Html languages() {
    return Html.of(
        "<fieldset class=\"language\"><legend>语言 Language</legend>"
            + "<input type=\"radio\" name=\"language\" id=\"zh\" checked=\"checked\"/>"
            + "<label for=\"zh\" lang=\"zh-CN\">中文</label>"
            + "<input type=\"radio\" name=\"language\" id=\"en\"/>"
            + "<label for=\"en\" lang=\"en\">English</label></fieldset>\n");
  }

  /** Where a script shows the source of a number; what it shows it takes from the appendix. */
  private static Html dialog() {
    return Html.of(
        "<dialog id=\"source\" aria-labelledby=\"source-h\"><h2 id=\"source-h\">{}"
            + " <span id=\"source-number\"></span></h2>\n<div id=\"source-body\"></div>\n"
            + "<p><button type=\"button\" id=\"source-close\">{}</button></p></dialog>\n",
        Bilingual.plain("出处", "Source"),
        Bilingual.plain("关闭", "Close"));
  }

  private static Html header(ReportIndex model, CityPicker chooser, String shown) {
    ReportInput input = model.input();
    Bilingual place = model.areaName(model.reference().code());
    return Html.of(
        "<header>\n{}<h1>{}</h1>\n<p class=\"meta\">{} · {}{}</p>\n{}<p class=\"intro\">{}</p>\n"
            + "<nav aria-label=\"目录 Contents\">{}</nav>\n</header>\n",
        languages(),
        Bilingual.of(
            "城市卫生对标 <small>参照城市：{0}</small>",
            "City health benchmarks <small>reference city: {0}</small>", place),
        Bilingual.of("数据截至 {0}", "Data as of {0}", date(model)),
        Bilingual.of(
            "发布号 <code>{0}</code>",
            "release <code>{0}</code>", Sanitizer.shorten(input.releaseId(), 80)),
        input.asOf() == null
            ? Bilingual.EMPTY
            : Bilingual.of(" · 只用 {0} 以前公布的数字", " · only what was published by {0}", input.asOf()),
        shown == null ? Html.EMPTY : chooser.render(shown),
        Bilingual.of(
            "本页把各城市公布的卫生统计数字换算成同口径的比率，与{0}逐项对照：高多少、低多少、"
                + "要持平还差多少。方括号里的编号（如 [12]）指向附录，那里写明这个数字由谁公布、"
                + "在哪份文件的什么位置、原文怎么写。不能直接相比的，旁边写明原因。"
                + "医院、床位、人员是资源的多少，不评优劣。",
            "This page turns the health statistics that cities publish into rates that can be"
                + " compared, and sets each beside {0}: how much higher, how much lower, how many"
                + " more it would take to match. A number in brackets, such as [12], leads to the"
                + " appendix: who published the figure, where in which file, and in which words."
                + " What cannot simply be compared says why. Hospitals, beds and staff are"
                + " resources and are not judged.",
            place),
        contents());
  }

  private static Html contents() {
    return Html.join(
        " · ",
        List.of(
            Html.of("<a href=\"#city\">{}</a>", Bilingual.plain("所选城市", "The city")),
            Html.of("<a href=\"#first\">{}</a>", Bilingual.plain("各市一览", "All cities")),
            Html.of("<a href=\"#benchmarks\">{}</a>", Bilingual.plain("逐项排名", "Benchmarks")),
            Html.of("<a href=\"#disagreements\">{}</a>", Bilingual.plain("不一致", "Disagreements")),
            Html.of("<a href=\"#breaks\">{}</a>", Bilingual.plain("口径变化", "Breaks")),
            Html.of("<a href=\"#data\">{}</a>", Bilingual.plain("数据本身", "The data")),
            Html.of("<a href=\"#limits\">{}</a>", Bilingual.plain("局限与定义", "Limits, definitions")),
            Html.of("<a href=\"#appendix\">{}</a>", Bilingual.plain("出处", "Sources"))));
  }

  private static Html footer(ReportIndex model) {
    return Html.of(
        "<footer>{}</footer>\n",
        Bilingual.of(
            "数据截至 {0}，发布号 {1}。同一发布号总是得到同一份报告。",
            "Data as of {0}, release {1}. One release always gives the same report.",
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

  private static String policy() {
    return "default-src 'none'; style-src 'sha256-"
        + sha256(STYLE)
        + "'; script-src 'sha256-"
        + sha256(SCRIPT)
        + "'; base-uri 'none'; form-action 'none'";
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder()
          .encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
