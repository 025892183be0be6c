package org.duibiao.report.page;

import java.util.List;
import java.util.Locale;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Html;
import org.duibiao.markup.Texts;
import org.duibiao.report.findings.CityFinding;
import org.duibiao.report.findings.CityFindings;
import org.duibiao.report.model.Citations;
import org.duibiao.report.model.Phrases;
import org.duibiao.report.model.ReportIndex;

/** What to say of a city first. */
final class FindingsSection extends Section {

  private final CityFindings findings;

  FindingsSection(ReportIndex model, CityFindings findings) {
    super(
        model,
        "findings",
        findings.findings().isEmpty()
            ? Bilingual.plain("要点", "What matters first")
            : Texts.of("findings.what-matters-first-in", findings.findings().size()));
    this.findings = findings;
  }

  @Override
  List<String> observationIds() {
    return findings.findings().stream().flatMap(each -> each.observationIds().stream()).toList();
  }

  @Override
  Html body(Citations citations) {
    List<Html> cards =
        findings.findings().stream().map(finding -> card(finding, citations)).toList();
    return Html.all(
        cards.isEmpty() ? Html.EMPTY : Html.of("<ol class=\"cards\">{}</ol>\n", cards),
        Paragraph.note(findings.shortfall()));
  }

  private static Html card(CityFinding finding, Citations citations) {
    String rule = finding.rule().name().toLowerCase(Locale.ROOT);
    return Html.of(
        "<li class=\"card finding {0}\"><p class=\"rule\">{1}</p><p class=\"lead\">{2}{3}</p>"
            + "<dl class=\"parts\"><div><dt>{4}</dt><dd>{5}</dd></div><div><dt>{6}</dt>"
            + "<dd>{7}</dd></div><div><dt>{8}</dt><dd>{9}</dd></div></dl></li>\n",
        rule,
        Phrases.of("rule", rule),
        finding.sentence(),
        citations.links(finding.observationIds().toArray(String[]::new)),
        Bilingual.plain("数值", "Value"),
        finding.value(),
        Bilingual.plain("对照", "Against"),
        finding.compared(),
        Bilingual.plain("差距", "Gap"),
        finding.gap());
  }
}
