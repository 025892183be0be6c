package org.duibiao.report.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Html;
import org.duibiao.markup.Resource;

/**
 * A table with a heading for each row, which can be scrolled sideways where there is no room for
 * it. Its columns and their headings stand in {@code tables.csv} beside this class.
 *
 * <pre>{@code
 * new DataTable("sources", "words").row("卫生健康委", title, date, kind, 12).render()
 * }</pre>
 */
final class DataTable {

  private static final Map<String, List<Column>> COLUMNS = new HashMap<>();

  static {
    for (CSVRecord line : Resource.csv(DataTable.class, "tables.csv")) {
      COLUMNS
          .computeIfAbsent(line.get("table"), table -> new ArrayList<>())
          .add(
              new Column(
                  line.get("column"),
                  Style.valueOf(line.get("style").toUpperCase(Locale.ROOT)),
                  line.get("zh"),
                  line.get("en")));
    }
  }

  /** How a column's cells and its heading are marked. */
  private enum Style {
    /** Words. */
    TEXT("", ""),
    /** Numbers. */
    NUMBER(" class=\"n\"", " class=\"n\""),
    /** Verdicts. */
    STANDING(" class=\"standing\"", ""),
    /** Remarks, which are longer than words elsewhere. */
    WHY(" class=\"why\"", ""),
    /** Words that exist in English only. */
    ENGLISH(" lang=\"en\"", "");

    private final Html cell;
    private final Html heading;

    Style(String cell, String heading) {
      this.cell = Html.trusted(cell);
      this.heading = Html.trusted(heading);
    }
  }

  private record Column(String id, Style style, String zh, String en) {}

  private final String look;
  private final Object[] names;
  private final List<Column> all;
  private final List<Column> columns;
  private final List<Html> groups = new ArrayList<>();
  private final List<Html> rows = new ArrayList<>();
  private String headingId;
  private Bilingual group;

  /**
   * A table without rows.
   *
   * @param table its columns' name in {@code tables.csv}, and the id of the heading that names it
   * @param look its class in the style sheet
   * @param names what the headings of its columns take
   */
  DataTable(String table, String look, Object... names) {
    this.headingId = table;
    this.look = look;
    this.names = names;
    this.all = COLUMNS.get(table);
    this.columns = new ArrayList<>(all);
  }

  /** Another heading names it. */
  DataTable under(String heading) {
    headingId = heading;
    return this;
  }

  /** Leaves out columns; rows have values for them nevertheless. */
  DataTable without(String... ids) {
    columns.removeIf(column -> List.of(ids).contains(column.id()));
    return this;
  }

  /** The rows from here on stand together under that title. */
  DataTable group(Bilingual title) {
    endGroup();
    group = title;
    return this;
  }

  /**
   * A row: its heading, then a value for each further column; a list is written as a whole, and
   * null as a dash.
   */
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
      Column column = all.get(i + 1);
      Object value = values[i] == null ? "—" : values[i];
      int left = columns.size() - columns.indexOf(column);
      if (i == values.length - 1 && i < all.size() - 2) {
        cells.add(Html.of("<td colspan=\"{}\">{}</td>", left, value));
      } else if (columns.contains(column)) {
        cells.add(Html.of("<td{}>{}</td>", column.style().cell, value));
      }
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
            columns.stream().map(this::heading).toList(),
            groups);
  }

  private Html heading(Column column) {
    return Html.of(
        "<th scope=\"col\"{}>{}</th>",
        column.style().heading,
        Bilingual.of(column.zh(), column.en(), names));
  }
}
