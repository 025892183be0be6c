package org.duibiao.ingest.table;

import java.util.List;
import org.duibiao.ingest.file.UnreadableFileException;

/**
 * A file of sheets, or a page of tables.
 *
 * @param mediaType such as {@code application/vnd.ms-excel}
 * @param charset how the text is encoded, or null if the file itself is not text
 * @param title of a page, else null
 * @param grids its sheets or tables, in order
 */
public record Workbook(String mediaType, String charset, String title, List<Grid> grids) {

  public Workbook {
    grids = List.copyOf(grids);
  }

  /**
   * The one that a layout is about: the sheet of a name or number, the table of a number, else the
   * first.
   *
   * @throws UnreadableFileException if the file has no such sheet or table
   */
  public Grid grid(TableLayout layout) throws UnreadableFileException {
    if (grids.isEmpty()) {
      throw new UnreadableFileException("no_table");
    }
    if (layout.sheet() != null) {
      String wanted = layout.sheet().strip();
      for (Grid grid : grids) {
        if (grid.place().equals("sheet:" + wanted)) {
          return grid;
        }
      }
      if (wanted.matches("[0-9]{1,5}")) {
        return numbered("sheet", Integer.parseInt(wanted));
      }
      throw missing("sheet", wanted);
    }
    return layout.table() == null ? grids.get(0) : numbered("table", layout.table());
  }

  private Grid numbered(String key, int number) throws UnreadableFileException {
    if (number < 1 || number > grids.size()) {
      throw missing(key, Integer.toString(number));
    }
    return grids.get(number - 1);
  }

  private UnreadableFileException missing(String key, String wanted) {
    List<String> places = grids.stream().limit(30).map(Grid::place).toList();
    return new UnreadableFileException(
        key + "_missing", wanted, String.join(", ", places), grids.size() > 30 ? " …" : "");
  }
}
