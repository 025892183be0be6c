package org.duibiao.ingest.table;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
  public enum TableShape {
    /** One value a row. */
    LONG,
    /** Values in many columns; their headers say what they are about. */
    WIDE,
    /** One thing a row, to be counted. */
    LIST;

    /** The name in sidecars, such as {@code long}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What a column, a header or a constant says of a value. */
  public enum ColumnRole {
    /** Which area it is about. */
    CITY,
    /** What was measured. */
    INDICATOR,
    /** When. */
    PERIOD,
    /** The value itself. */
    VALUE,
    /** Its unit. */
    UNIT,
    /** Actual value, target …: see the catalogue's natures. */
    NATURE,
    /** Permanent or registered residents. */
    BASIS,
    /** Which part of the area. */
    SCOPE,
    /** Lists: the grade or kind of what is counted. */
    GRADE,
    /** Lists: what is counted, so that each is counted once. */
    NAME,
    /** A remark. */
    NOTE,
    /** Who published it. */
    PUBLISHER,
    /** The publication's title. */
    TITLE,
    /** When it was published. */
    PUBLISHED,
    /** Where it was published. */
    URL,
    /** The kind of publication. */
    CLASS;

    /** The name in sidecars, such as {@code indicator}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public TableLayout {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    across = List.copyOf(across);
    constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
    ignore = List.copyOf(ignore);
  }
}
