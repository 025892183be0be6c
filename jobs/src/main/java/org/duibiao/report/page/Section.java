package org.duibiao.report.page;

import java.util.Collection;
import java.util.List;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Html;
import org.duibiao.report.model.Citations;

/**
 * A part of the page under a heading of its own. To add one, write a class and list it in {@link
 * Page#sections}, or in {@link CityArticle} where it is about one city: its link in the contents
 * and the numbers of the figures that it cites follow from it.
 */
interface Section {

  /** The id of its element; its heading has this id with {@code -h}. */
  String id();

  Bilingual heading();

  /** What the contents call it. */
  default Bilingual shortName() {
    return heading();
  }

  /** The observations that it cites, each of which gets a number and a line among the sources. */
  default Collection<String> observationIds() {
    return List.of();
  }

  /**
   * What stands below the heading.
   *
   * @param citations gives the links to the observations
   */
  Html body(Citations citations);

  /** Its links in the contents, where a part of it may have one of its own. */
  default List<Html> contents() {
    return List.of(link(id(), shortName()));
  }

  static Html link(String id, Bilingual name) {
    return Html.of("<a href=\"#{}\">{}</a>", id, name);
  }

  /** The section of a page, with an id that can be linked to. */
  default Html render(Citations citations) {
    return Html.of(
        "<section id=\"{0}\" aria-labelledby=\"{0}-h\"><h2 id=\"{0}-h\">{1}</h2>\n{2}</section>\n",
        id(), heading(), body(citations));
  }

  /** The section of a city, of which a page has many; nothing if it has no body. */
  default Html renderInCity(Citations citations) {
    Html body = body(citations);
    return body.isEmpty()
        ? body
        : Html.of(
            "<section aria-labelledby=\"{0}-h\"><h3 id=\"{0}-h\">{1}</h3>\n{2}</section>\n",
            id(), heading(), body);
  }
}
