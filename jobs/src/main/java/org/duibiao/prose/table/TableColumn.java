package org.duibiao.prose.table;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.duibiao.model.Area;
import org.duibiao.model.Period;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.Status;
import org.duibiao.normalize.cell.HeaderReader;

/**
 * What the header of a table says of one of its columns.
 *
 * @param role what stands in the column
 * @param text the header as it is read
 * @param term what is counted, as far as the header says it; empty if it does not
 * @param unit the unit, of a part that of its whole; or null
 * @param period when, or null
 * @param status actual, target or standard; null if the header does not say it
 * @param measure level, change …
 * @param area the area of the figures, or null
 * @param part whether it is a part of the column before: #医院, 其中:医院
 * @param whole the term of the column that it is a part of; empty if it is none
 * @param known whether anything of the header is known
 */
@RecordBuilder
record TableColumn(
    ColumnRole role,
    String text,
    String term,
    String unit,
    Period period,
    Status status,
    Measure measure,
    TableArea area,
    boolean part,
    String whole,
    boolean known) {

  /**
   * What stands in a column, and the lists of words for its header; the first that has it holds.
   */
  enum ColumnRole {
    /** The number of the row. */
    ORDINAL("column/ordinal"),
    /** The unit of the row. */
    UNIT("role/unit"),
    /** Whether the row binds or predicts. */
    NATURE("column/nature"),
    /** Numbers to call. */
    PHONE,
    /** Anything else that is no figure. */
    OTHER("column/aside", "role/note", "role/none", "role/publisher"),
    /** What several rows belong to. */
    CATEGORY("column/category"),
    /** What its row is about. */
    LABEL("column/label", "role/indicator", "role/city", "role/period"),
    /** Figures. */
    VALUE;

    private final List<String> words;

    ColumnRole(String... words) {
      this.words = List.of(words);
    }

    /** Whether a header is one of its words. */
    boolean isSaidBy(String header, HeaderReader headers) {
      return words.stream().anyMatch(list -> headers.is(list, header));
    }
  }

  /**
   * The area of the figures of a row or a column.
   *
   * @param area the area; null if the name is of one that is not known
   * @param scope the part of it
   */
  record TableArea(Area area, String scope) {}

  /** A column of which only the role and the header are known. */
  static TableColumn of(ColumnRole role, String text) {
    return new TableColumn(
        role, text, "", null, null, null, Measure.LEVEL, null, false, "", role != ColumnRole.VALUE);
  }

  boolean isValue() {
    return role == ColumnRole.VALUE;
  }

  /** The column with what the one before it says of its whole, if it is a part. */
  TableColumn after(TableColumn before) {
    return !part
        ? this
        : TableColumnBuilder.builder(this)
            .whole(before.part ? before.whole : before.term)
            .unit(unit == null ? before.unit : unit)
            .build();
  }

  TableColumn withRole(ColumnRole other) {
    return TableColumnBuilder.builder(this).role(other).build();
  }

  /** The column under two headers, one over the other. */
  TableColumn combineWith(TableColumn below) {
    if (!isValue() || !below.isValue()) {
      return !isValue() || below.text.isEmpty() ? this : below;
    }
    return new TableColumn(
        ColumnRole.VALUE,
        text + below.text,
        below.part ? below.term : term + below.term,
        below.unit == null ? unit : below.unit,
        below.period == null ? period : below.period,
        below.status == null ? status : below.status,
        below.measure == Measure.LEVEL ? measure : below.measure,
        below.area == null ? area : below.area,
        part || below.part,
        "",
        known || below.known);
  }
}
