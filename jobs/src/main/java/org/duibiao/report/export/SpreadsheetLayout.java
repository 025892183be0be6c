package org.duibiao.report.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Resource;
import org.duibiao.report.model.Phrases;

/**
 * What the columns of the tables are called by people, which of them the workbook shows, in which
 * order and how: {@code sheets.csv} beside this class.
 */
final class SpreadsheetLayout {

  private static final Map<String, Map<String, ColumnHeading>> SHEETS = load();

  /** How a column's values are shown. */
  enum CellFormat {
    /** A short text. */
    NAME(14, "@"),
    /** A code. */
    CODE(10, "@"),
    /** The id of a figure. */
    ID(16, "@"),
    /** A text of a line. */
    WIDE(30, "@"),
    /** A text of a sentence. */
    LONG(60, "@"),
    /** A web address. */
    LINK(40, "@"),
    /** A code, shown with its Chinese word. */
    WORD(20, "@"),
    /** A list of codes. */
    WORDS(40, "@"),
    /** Yes or no. */
    FLAG(12, "@"),
    /** A year, a rank or a small count: no separators. */
    YEAR(9, "0"),
    /** A figure as it was published. */
    NUMBER(14, "#,##0.####"),
    /** A rate. */
    RATE(12, "#,##0.00"),
    /** A relation of two rates. */
    RATIO(10, "0.00"),
    /** What is missing: rounded, but not to whole ones. */
    GAP(14, "#,##0.0"),
    /** A difference. */
    SIGNED(12, "+#,##0.00;-#,##0.00;0.00"),
    /** A share of one, in percent. */
    SHARE(10, "0.0%"),
    /** A number that already counts percents. */
    PERCENT(10, "0.0"),
    /** A day. */
    DATE(12, "yyyy-mm-dd");

    private final int width;
    private final String format;

    CellFormat(int width, String format) {
      this.width = width;
      this.format = format;
    }

    /** In characters. */
    int width() {
      return width;
    }

    /**
     * As spreadsheets write it. Texts are marked as such, so that they stay texts when somebody
     * edits them.
     */
    String format() {
      return format;
    }
  }

  /**
   * A column's heading.
   *
   * @param name what it is called
   * @param look how its values look
   * @param phrases the kind of {@link Phrases} that its words are, or null
   */
  record ColumnHeading(Bilingual name, CellFormat look, String phrases) {}

  private SpreadsheetLayout() {}

  /** The columns that the workbook shows of a table, in order; none if it has no sheet. */
  static Map<String, ColumnHeading> of(String table) {
    return SHEETS.getOrDefault(table, Map.of());
  }

  /** The kinds of phrases that the sheets use, flags aside. */
  static List<String> phrases() {
    return SHEETS.values().stream()
        .flatMap(sheet -> sheet.values().stream())
        .map(ColumnHeading::phrases)
        .filter(kind -> kind != null)
        .distinct()
        .sorted()
        .toList();
  }

  private static Map<String, Map<String, ColumnHeading>> load() {
    Map<String, Map<String, ColumnHeading>> sheets = new LinkedHashMap<>();
    for (CSVRecord line : Resource.csv(SpreadsheetLayout.class, "sheets.csv")) {
      String[] look = line.get("format").split(":", 2);
      sheets
          .computeIfAbsent(line.get("sheet"), sheet -> new LinkedHashMap<>())
          .put(
              line.get("column"),
              new ColumnHeading(
                  Bilingual.plain(line.get("zh"), line.get("en")),
                  CellFormat.valueOf(look[0].toUpperCase(Locale.ROOT)),
                  look.length > 1 ? look[1] : null));
    }
    return sheets;
  }
}
