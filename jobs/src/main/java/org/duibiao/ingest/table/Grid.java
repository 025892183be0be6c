package org.duibiao.ingest.table;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.util.CellReference;
import org.duibiao.ingest.file.UnreadableFileException;

/**
 * The cells of one sheet, or of one table of a page, as text. It can be read again and again.
 *
 * @param place such as {@code sheet:表1} or {@code table:2}
 * @param content what passes them on
 */
public record Grid(String place, Content content) {

  /** The widest table that is read; the limit of workbooks. */
  public static final int MAX_COLUMNS = 16_384;

  /** Passes on the cells of a grid. */
  public interface Content {

    /**
     * Passes on what the grid holds: rows from top to bottom, and merged cells at any time before
     * the end.
     *
     * @throws UnreadableFileException if it is damaged
     */
    void read(Sink sink) throws IOException, UnreadableFileException;
  }

  /**
   * Puts a text into the cells of a row, which grow as far as they must; an empty one is left out.
   */
  public static void put(List<String> cells, int column, String text) {
    if (!text.isEmpty()) {
      while (cells.size() <= column) {
        cells.add("");
      }
      cells.set(column, text);
    }
  }

  /** Takes the content of a grid. */
  public interface Sink {

    /**
     * A row with anything in it.
     *
     * @param number from 1; rows that hold nothing may be left out
     * @param cells from the first column; no nulls; a merged cell's text stands in its first cell
     */
    void row(int number, List<String> cells);

    /** Cells that are shown as one. */
    default void merge(CellRange area) {}
  }

  /**
   * A rectangle of cells; rows from 1, columns from 0, both ends inclusive.
   *
   * @param firstRow the upper end
   * @param lastRow the lower end
   * @param firstColumn the left end
   * @param lastColumn the right end
   */
  public record CellRange(int firstRow, int lastRow, int firstColumn, int lastColumn) {

    private static final Pattern TEXT =
        Pattern.compile("\\$?([A-Za-z]{1,3})\\$?([0-9]{1,7}):\\$?([A-Za-z]{1,3})\\$?([0-9]{0,7})");

    /** Everything. */
    static final CellRange ALL = new CellRange(1, Integer.MAX_VALUE, 0, MAX_COLUMNS - 1);

    /**
     * Reads what spreadsheets write: {@code B3:F20}; {@code B3:F} has no lower end.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static CellRange parse(String text) {
      Matcher ends = TEXT.matcher(text.strip());
      if (!ends.matches()) {
        throw new IllegalArgumentException("'" + text + "' is not a range such as A3:F20 or A3:F");
      }
      CellRange area =
          new CellRange(
              Integer.parseInt(ends.group(2)),
              ends.group(4).isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(ends.group(4)),
              CellReference.convertColStringToIndex(ends.group(1)),
              CellReference.convertColStringToIndex(ends.group(3)));
      if (area.firstRow < 1
          || area.firstRow > area.lastRow
          || area.firstColumn > area.lastColumn
          || area.lastColumn >= MAX_COLUMNS) {
        throw new IllegalArgumentException("the range '" + text + "' holds no cells");
      }
      return area;
    }

    /** As spreadsheets write it. */
    public String text() {
      String end = lastRow == Integer.MAX_VALUE ? "" : String.valueOf(lastRow);
      return Locators.letters(firstColumn) + firstRow + ":" + Locators.letters(lastColumn) + end;
    }
  }
}
