package org.duibiao.report.export;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
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

  /**
   * How a column's values are shown, from {@code formats.csv} beside this class. Texts are marked
   * as such, so that they stay texts when somebody edits them.
   *
   * @param id its name in {@code sheets.csv}
   * @param width in characters
   * @param pattern as spreadsheets write it
   * @param whole the same for whole numbers
   */
  record CellFormat(String id, int width, String pattern, String whole) {

    boolean isAddress() {
      return id.equals("link");
    }
  }

  /**
   * What a column is called, how its values look, and the {@link Phrases} of its words, or null.
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
    Map<String, CellFormat> formats = new HashMap<>();
    for (CSVRecord line : Resource.csv(SpreadsheetLayout.class, "formats.csv")) {
      int width = Integer.parseInt(line.get("width"));
      formats.put(
          line.get("format"),
          new CellFormat(line.get("format"), width, line.get("pattern"), line.get("whole")));
    }
    Map<String, Map<String, ColumnHeading>> sheets = new LinkedHashMap<>();
    for (CSVRecord line : Resource.csv(SpreadsheetLayout.class, "sheets.csv")) {
      String[] look = line.get("format").split(":", 2);
      Bilingual name = Bilingual.plain(line.get("zh"), line.get("en"));
      String phrases = look.length > 1 ? look[1] : null;
      sheets
          .computeIfAbsent(line.get("sheet"), sheet -> new LinkedHashMap<>())
          .put(line.get("column"), new ColumnHeading(name, formats.get(look[0]), phrases));
    }
    return sheets;
  }
}
