package org.duibiao.report.page;

import java.util.ArrayList;
import java.util.List;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Html;

/**
 * A table with a heading for each row, which can be scrolled sideways where there is no room for
 * it: first its columns are named, then its rows are filled.
 *
 * <pre>{@code
 * new DataTable("sources-h", "words").text(title).number(count).row("卫生健康委", 12).render()
 * }</pre>
 */
final class DataTable {

  /** The attributes of a cell, and of its column's heading. */
  private record Column(String cell, String heading, Bilingual name) {}

  private final String headingId;
  private final String look;
  private final List<Column> columns = new ArrayList<>();
  private final List<Html> groups = new ArrayList<>();
  private final List<Html> rows = new ArrayList<>();
  private Bilingual group;

  /**
   * A table without columns.
   *
   * @param headingId the id of the heading that names it
   * @param look its class in the style sheet
   */
  DataTable(String headingId, String look) {
    this.headingId = headingId;
    this.look = look;
  }

  /** A column of words. */
  DataTable text(Bilingual name) {
    return column("", "", name);
  }

  /** A column of numbers. */
  DataTable number(Bilingual name) {
    return column(" class=\"n\"", " class=\"n\"", name);
  }

  /** A column of verdicts. */
  DataTable standing(Bilingual name) {
    return column(" class=\"standing\"", "", name);
  }

  /** A column of remarks, which are longer than words elsewhere. */
  DataTable remarks(Bilingual name) {
    return column(" class=\"why\"", "", name);
  }

  /** A column of words that exist in English only. */
  DataTable english(Bilingual name) {
    return column(" lang=\"en\"", "", name);
  }

  private DataTable column(String cell, String heading, Bilingual name) {
    columns.add(new Column(cell, heading, name));
    return this;
  }

  /** The rows from here on stand together under that title. */
  DataTable group(Bilingual title) {
    endGroup();
    group = title;
    return this;
  }

  /** A row: its heading, then a value for each further column; a list is written as a whole. */
  DataTable row(Object heading, Object... values) {
    return rowWith(Html.EMPTY, heading, values);
  }

  /**
   * A row whose element has attributes. Where there are fewer values than columns, the last one
   * extends over the rest.
   *
   * @param attributes of the row, with a space before each
   */
  DataTable rowWith(Html attributes, Object heading, Object... values) {
    List<Html> cells = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      int left = columns.size() - 1 - i;
      boolean extended = i == values.length - 1 && left > 1;
      cells.add(
          extended
              ? Html.of("<td colspan=\"{}\">{}</td>", left, values[i])
              : Html.of("<td{}>{}</td>", Html.trusted(columns.get(i + 1).cell()), values[i]));
    }
    rows.add(Html.of("<tr{}><th scope=\"row\">{}</th>{}</tr>\n", attributes, heading, cells));
    return this;
  }

  private void endGroup() {
    if (!rows.isEmpty()) {
      Html title =
          group == null
              ? Html.EMPTY
              : Html.of(
                  "<tr class=\"group\"><th colspan=\"{}\" scope=\"rowgroup\">{}</th></tr>\n",
                  columns.size(),
                  group);
      groups.add(Html.of("<tbody>{}{}</tbody>", title, rows));
      rows.clear();
    }
  }

  /** The table; nothing if it has no rows. */
  Html render() {
    endGroup();
    return groups.isEmpty()
        ? Html.EMPTY
        : Html.of(
            "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-labelledby=\"{}\">"
                + "<table class=\"{}\"><thead><tr>{}</tr></thead>\n{}</table></div>\n",
            headingId,
            look,
            columns.stream()
                .map(
                    each ->
                        Html.of(
                            "<th scope=\"col\"{}>{}</th>",
                            Html.trusted(each.heading()),
                            each.name()))
                .toList(),
            groups);
  }
}
