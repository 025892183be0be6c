package org.duibiao.report.page;

import java.util.List;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Html;

/** Tables that can be scrolled sideways where there is no room for them. */
final class HtmlTable {

  private HtmlTable() {}

  /**
   * A table with one row of headings.
   *
   * @param heading the id of what it stands below
   * @param look its class in the style sheet
   */
  static Html scrolled(String heading, String look, List<Html> columns, List<Html> lines) {
    return Html.of(
        "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-labelledby=\"{}\">"
            + "<table class=\"{}\"><thead><tr>{}</tr></thead>\n<tbody>{}</tbody></table></div>\n",
        heading,
        look,
        columns,
        lines);
  }

  /** The heading of a column of words. */
  static Html textColumn(Bilingual name) {
    return ComparisonSection.headerCell(name, "");
  }

  /** The heading of a column of numbers. */
  static Html numberColumn(Bilingual name) {
    return ComparisonSection.headerCell(name, "n");
  }
}
