package org.duibiao.ingest.table;

import java.util.List;
import org.duibiao.ingest.file.UnreadableFileException;

/** A file of sheets, or a page of tables. */
public interface Workbook {

  /** Such as {@code application/vnd.ms-excel}. */
  String mediaType();

  /** How the text is encoded, or null if the file itself is not text. */
  String charset();

  /** What stands outside its tables: a page's title and first lines; may be empty. */
  default String heading() {
    return "";
  }

  /** Its sheets or tables, in order. */
  List<Grid> grids();

  /**
   * The one that a layout is about: the sheet of a name or number, the table of a number, else the
   * first.
   *
   * @throws UnreadableFileException if the file has no such sheet or table
   */
  default Grid grid(TableLayout layout) throws UnreadableFileException {
    List<Grid> grids = grids();
    if (grids.isEmpty()) {
      throw new UnreadableFileException(
          "no_table", "the file has no table: leave `layout` out if it is running text");
    }
    if (layout.sheet() != null) {
      String wanted = layout.sheet().strip();
      for (Grid grid : grids) {
        if (grid.place().equals("sheet:" + wanted)) {
          return grid;
        }
      }
      if (wanted.matches("[0-9]{1,5}")) {
        return numbered(grids, "sheet", Integer.parseInt(wanted));
      }
      throw missing(grids, "sheet", wanted);
    }
    return layout.table() == null ? grids.get(0) : numbered(grids, "table", layout.table());
  }

  private static Grid numbered(List<Grid> grids, String key, int number)
      throws UnreadableFileException {
    if (number < 1 || number > grids.size()) {
      throw missing(grids, key, Integer.toString(number));
    }
    return grids.get(number - 1);
  }

  private static UnreadableFileException missing(List<Grid> grids, String key, String wanted) {
    List<String> places = grids.stream().limit(30).map(Grid::place).toList();
    return new UnreadableFileException(
        key + "_missing",
        "layout.%s names '%s', which the file does not have. It has: %s%s. Correct the name in the"
            + " sidecar",
        key,
        wanted,
        String.join(", ", places),
        grids.size() > 30 ? " …" : "");
  }
}
