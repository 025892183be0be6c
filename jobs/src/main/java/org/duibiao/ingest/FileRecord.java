package org.duibiao.ingest;

import java.util.List;

/**
 * A record as a reader found it.
 *
 * @param locator its place in the file, such as {@code row:17} or {@code sheet:表1!7}
 * @param cells the cells of a table's row, in the order of the file's columns; there may be fewer
 *     or more than columns; none for text
 * @param text the paragraph, for running text; else null
 */
public record FileRecord(String locator, List<String> cells, String text) {

  /** A row of a table. */
  public FileRecord(String locator, List<String> cells) {
    this(locator, cells, null);
  }

  /**
   * The place of one of its cells: {@code sheet:表1!B7} and {@code table:2!B7} in sheets and in the
   * tables of pages; in delimited text a row is one place.
   *
   * @param ordinal the column, from 0
   */
  public String locator(int ordinal) {
    return locator.startsWith("row:") ? locator : Places.cell(locator, ordinal);
  }
}
