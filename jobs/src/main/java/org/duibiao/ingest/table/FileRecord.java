package org.duibiao.ingest.table;

import java.util.List;

/**
 * A record as a reader found it.
 *
 * @param locator its place in the file, such as {@code row:17} or {@code sheet:表1!7}
 * @param cells the cells of a table's row, in the order of the file's columns; there may be fewer
 *     or more than columns; none for text
 * @param part which of the file's layouts it belongs to, from 0
 * @param text the paragraph, for running text; else null
 */
public record FileRecord(String locator, List<String> cells, int part, String text) {

  /** A record of a file with one layout. */
  public FileRecord(String locator, List<String> cells) {
    this(locator, cells, 0, null);
  }

  /** The same row, of another one of several layouts. */
  public FileRecord ofPart(int number) {
    return new FileRecord(locator, cells, number, text);
  }

  /** A paragraph of running text. */
  public static FileRecord ofText(String locator, String text) {
    return new FileRecord(locator, List.of(), 0, text);
  }

  /**
   * The place of one of its cells: {@code sheet:表1!B7} and {@code table:2!B7} in sheets and in the
   * tables of pages; in delimited text a row is one place.
   *
   * @param ordinal the column, from 0
   */
  public String locator(int ordinal) {
    return locator.startsWith("row:") ? locator : Locators.cell(locator, ordinal);
  }
}
