package org.duibiao.report.page;

import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Html;
import org.duibiao.report.model.Citations;
import org.duibiao.report.model.CityRows;
import org.duibiao.report.model.ReportIndex;

/** Where the figures of a city come from. */
final class CitySourcesSection extends Section {

  CitySourcesSection(ReportIndex model, CityRows city) {
    super(
        model,
        "own-sources",
        Bilingual.of("{}数字的出处", "Where the figures of {} come from", model.areaName(city.code())));
  }

  @Override
  Html body(Citations citations) {
    return citations.own().isEmpty()
        ? Html.EMPTY
        : Html.of(
            "{}{}",
            Paragraph.of(
                Bilingual.plain(
                    "编号与正文方括号中的相同；参照城市等公用的数字见文末附录。",
                    "The numbers are those in brackets above; figures of the reference and others"
                        + " that are used everywhere are in the appendix at the end.")),
            new SourcesSection(model).table(citations, "own-sources-h"));
  }
}
