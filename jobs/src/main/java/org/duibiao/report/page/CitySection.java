package org.duibiao.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Html;
import org.duibiao.report.findings.Caveats;
import org.duibiao.report.findings.CityFinding;
import org.duibiao.report.findings.CityFindings;
import org.duibiao.report.findings.TargetFindings;
import org.duibiao.report.model.BenchmarkView;
import org.duibiao.report.model.Citations;
import org.duibiao.report.model.CityRows;
import org.duibiao.report.model.Disagreement;
import org.duibiao.report.model.Phrases;
import org.duibiao.report.model.ReportIndex;
import org.duibiao.tables.BenchmarkRow;
import org.duibiao.tables.TargetRow;

/**
 * All that the page says of one city, in the order in which it matters: three findings, its own
 * trends and targets, where it stands against the reference and what one would have said of that
 * then, what it publishes, what all that does not show, and where its figures come from.
 */
final class CitySection {

  private final ReportIndex model;
  private final CityRows city;
  private final Bilingual name;
  private final CityFindings findings;
  private final Map<BenchmarkView, BenchmarkRow> compared;
  private final TrendsSection trends;
  private final RevisionsSection revisions;
  private final Citations references;

  private CitySection(ReportIndex model, String code) {
    this.model = model;
    this.city = model.city(code);
    this.name = model.areaName(code);
    this.findings = CityFindings.of(model, code);
    this.compared = compared(model, code);
    this.trends = new TrendsSection(model, city, findings);
    this.revisions = new RevisionsSection(model, city);
    this.references = new Citations(model.citations(), ids(), model.figures(), model.sources());
  }

  /** One after the other they are the city's part of the page; those of each city are alike. */
  static List<Html> render(ReportIndex model, String code) {
    return new CitySection(model, code).parts();
  }

  /** The id of a city's part of the page. */
  static String anchor(String code) {
    return "c-" + ReportIndex.htmlId(code);
  }

  private boolean isReference() {
    return city.code().equals(model.reference().code());
  }

  /** What the page compares of a city: a row a benchmark. */
  private static Map<BenchmarkView, BenchmarkRow> compared(ReportIndex model, String code) {
    Map<BenchmarkView, BenchmarkRow> rows = new LinkedHashMap<>();
    for (BenchmarkView view : model.views()) {
      Optional<BenchmarkRow> row =
          code.equals(model.reference().code())
              ? Optional.ofNullable(model.city(code).rows().get(view.benchmark().id()))
                  .map(TreeMap::lastEntry)
                  .map(Map.Entry::getValue)
              : view.rows().stream().filter(each -> each.cityCode().equals(code)).findFirst();
      row.ifPresent(each -> rows.put(view, each));
    }
    return rows;
  }

  /** The figures that this part of the page shows, as far as they are the city's. */
  private Set<String> ids() {
    Set<String> ids = new LinkedHashSet<>();
    findings.findings().forEach(finding -> ids.addAll(finding.observationIds()));
    compared.values().forEach(row -> ids.addAll(BenchmarkView.observationIds(row)));
    for (TargetRow target : city.targets()) {
      ids.addAll(TargetFindings.observationIds(target));
    }
    ids.addAll(trends.ids());
    ids.addAll(revisions.ids());
    for (Disagreement disagreement : city.disagreements()) {
      if (disagreement.chosen() != null && ids.contains(disagreement.chosen().observationId())) {
        disagreement.others().forEach(other -> ids.add(other.observationId()));
      }
    }
    return ids;
  }

  private List<Html> parts() {
    List<Html> parts = new ArrayList<>();
    parts.add(
        Html.of(
            "<article id=\"{0}\" class=\"city\" data-city=\"{1}\" aria-labelledby=\"{0}-h\">\n"
                + "<h2 id=\"{0}-h\" tabindex=\"-1\">{2}{3}</h2>\n{4}",
            anchor(city.code()),
            city.code(),
            name,
            isReference()
                ? Bilingual.of(" <small>参照城市</small>", " <small>the reference</small>")
                : Bilingual.of(
                    " <small>对照{}</small>",
                    " <small>against {}</small>",
                    model.areaName(model.reference().code())),
            findings()));
    parts.add(trends.render(references));
    parts.add(new TargetsSection(model, city).render(references));
    parts.addAll(new ComparisonSection(model, city, compared).render(references));
    parts.add(revisions.render(references));
    parts.add(new CoverageSection(model, city).render());
    parts.add(limits());
    parts.add(Html.of("{}</article>\n", sources()));
    return parts;
  }

  private Html findings() {
    List<Html> items = new ArrayList<>();
    for (CityFinding finding : findings.findings()) {
      items.add(
          Html.of(
              "<li class=\"card finding {0}\"><p class=\"rule\">{1}</p><p class=\"lead\">{2}{3}</p>"
                  + "<dl class=\"parts\"><div><dt>{4}</dt><dd>{5}</dd></div><div><dt>{6}</dt>"
                  + "<dd>{7}</dd></div><div><dt>{8}</dt><dd>{9}</dd></div></dl></li>\n",
              finding.rule().name().toLowerCase(Locale.ROOT),
              Phrases.of("rule", finding.rule().name().toLowerCase(Locale.ROOT)),
              finding.sentence(),
              references.links(finding.observationIds().toArray(String[]::new)),
              Bilingual.plain("数值", "Value"),
              finding.value(),
              Bilingual.plain("对照", "Against"),
              finding.compared(),
              Bilingual.plain("差距", "Gap"),
              finding.gap()));
    }
    return Html.of(
        "<section class=\"findings\" aria-labelledby=\"findings-h\"><h3 id=\"findings-h\">{}</h3>\n"
            + "{}{}</section>\n",
        items.isEmpty()
            ? Bilingual.plain("要点", "What matters first")
            : Bilingual.of("要点 {} 条", "What matters first, in {}", items.size()),
        items.isEmpty() ? Html.EMPTY : Html.of("<ol class=\"cards\">{}</ol>\n", items),
        findings.shortfall().isEmpty()
            ? Html.EMPTY
            : Html.of("<p class=\"note\">{}</p>\n", findings.shortfall()));
  }

  /** What cannot be said of this city, and why. */
  private Html limits() {
    List<Bilingual> items = new ArrayList<>();
    Map<Bilingual, List<Bilingual>> why = new LinkedHashMap<>();
    compared.forEach(
        (view, row) -> {
          if (row.comparability().equals("not_comparable") && !isReference()) {
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
                    model.areaName(model.reference().code()),
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
    long unchecked = city.targets().stream().filter(TargetFindings::isUnchecked).count();
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
    return Html.of(
        "<section aria-labelledby=\"unsaid-h\"><h3 id=\"unsaid-h\">{}</h3>\n"
            + "<ul>{}</ul></section>\n",
        Bilingual.of("关于{}，这里没有说明的", "What this does not show of {}", name),
        items.stream().map(item -> Html.of("<li>{}</li>\n", item)).toList());
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

  private Html sources() {
    if (references.own().isEmpty()) {
      return Html.EMPTY;
    }
    return Html.of(
        "<section aria-labelledby=\"own-sources-h\"><h3 id=\"own-sources-h\">{}</h3>\n<p>{}</p>\n{}"
            + "</section>\n",
        Bilingual.of("{}数字的出处", "Where the figures of {} come from", name),
        Bilingual.plain(
            "编号与正文方括号中的相同；参照城市等公用的数字见文末附录。",
            "The numbers are those in brackets above; figures of the reference and others that are"
                + " used everywhere are in the appendix at the end."),
        SourcesSection.table(model, references, "own-sources-h"));
  }
}
