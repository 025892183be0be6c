package org.duibiao.ingest.table;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duibiao.model.code.Code;

/**
 * How a table is laid out, as its sidecar says.
 *
 * @param kind long, wide or list
 * @param sheet workbooks: the sheet's name or number, or null
 * @param table HTML: which table of the page, from 1, or null
 * @param range where the table stands with its header, such as {@code A3:F20}, or null
 * @param total the code of the area that rows of totals are about, or null
 * @param skipRows rows before the header
 * @param headerRows rows of the header
 * @param columns the header of the column that plays a role, in the order of the sidecar
 * @param across wide: what the header says of a column of values, an entry a header row, or a
 *     single one for all
 * @param constants what holds for every value of the file, in the order of the sidecar
 * @param ignore the headers of columns that carry no figure
 */
public record TableLayout(
    TableShape kind,
    String sheet,
    Integer table,
    String range,
    String total,
    int skipRows,
    int headerRows,
    Map<ColumnRole, String> columns,
    List<ColumnRole> across,
    Map<ColumnRole, String> constants,
    List<String> ignore) {

  /** Where the values are. */
  public enum TableShape implements Code {
    /** One value a row. */
    LONG,
    /** Values in many columns; their headers say what they are about. */
    WIDE,
    /** One thing a row, to be counted. */
    LIST
  }

  /**
   * What a column, a header or a constant says of a value; {@code sidecar.schema.json} explains
   * each.
   */
  public enum ColumnRole implements Code {
    CITY,
    INDICATOR,
    PERIOD,
    VALUE,
    UNIT,
    NATURE,
    BASIS,
    SCOPE,
    GRADE,
    NAME,
    NOTE,
    PUBLISHER,
    TITLE,
    PUBLISHED,
    URL,
    CLASS
  }

  public TableLayout {
    columns = inOrder(columns);
    across = across == null ? List.of() : List.copyOf(across);
    constants = inOrder(constants);
    ignore = ignore == null ? List.of() : List.copyOf(ignore);
  }

  private static Map<ColumnRole, String> inOrder(Map<ColumnRole, String> map) {
    return Collections.unmodifiableMap(map == null ? Map.of() : new LinkedHashMap<>(map));
  }
}
