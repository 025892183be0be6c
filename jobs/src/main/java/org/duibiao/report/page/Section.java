package org.duibiao.report.page;

import java.util.Collection;
import java.util.List;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Html;
import org.duibiao.report.model.Citations;
import org.duibiao.report.model.ReportIndex;

/**
 * A part of the page under a heading of its own. To add one, write a class and list it in {@link
 * Page#sections}, or in {@link CityArticle#render} where it is about one city: its link in the
 * contents and the numbers of the figures that it cites follow from it.
 */
abstract class Section {

  final ReportIndex model;
  private final String id;
  private final Bilingual heading;

  /**
   * A section.
   *
   * @param id of its element; its heading has this id with {@code -h}
   */
  Section(ReportIndex model, String id, Bilingual heading) {
    this.model = model;
    this.id = id;
    this.heading = heading;
  }

  /** The observations that it cites, each of which gets a number and a line among the sources. */
  Collection<String> observationIds() {
    return List.of();
  }

  /**
   * What stands below the heading.
   *
   * @param citations gives the links to the observations
   */
  abstract Html body(Citations citations);

  /** Its links in the contents: one, unless a part of it has one too. */
  List<Html> contents() {
    return List.of(link(id, heading));
  }

  static Html link(String id, Bilingual name) {
    return Html.of("<a href=\"#{}\">{}</a>", id, name);
  }

  /** The section of a page, with an id that can be linked to. */
  final Html render(Citations citations) {
    return Html.of(
        "<section id=\"{0}\" aria-labelledby=\"{0}-h\"><h2 id=\"{0}-h\">{1}</h2>\n{2}</section>\n",
        id, heading, body(citations));
  }

  /** The section of a city, of which a page has many; nothing if it has no body. */
  final Html renderInCity(Citations citations) {
    Html body = body(citations);
    return body.isEmpty()
        ? body
        : Html.of(
            "<section aria-labelledby=\"{0}-h\"><h3 id=\"{0}-h\">{1}</h3>\n{2}</section>\n",
            id, heading, body);
  }
}
