package org.duibiao.report.page;

import org.duibiao.markup.Html;
import org.duibiao.markup.Texts;
import org.duibiao.report.model.Citations;
import org.duibiao.report.model.CityRows;
import org.duibiao.report.model.ReportIndex;

/** Where the figures of a city come from. */
final class CitySourcesSection extends Section {

  CitySourcesSection(ReportIndex model, CityRows city) {
    super(
        model,
        "own-sources",
        Texts.of("city-sources.where-the-figures-of", model.areaName(city.code())));
  }

  @Override
  Html body(Citations citations) {
    return citations.own().isEmpty()
        ? Html.EMPTY
        : Html.of(
            "{}{}",
            Paragraph.of(Texts.of("city-sources.the-numbers-are-those")),
            new SourcesSection(model).table(citations, "own-sources-h"));
  }
}
