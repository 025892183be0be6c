package org.duibiao.ingest.table;

import java.util.List;
import java.util.Objects;
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
    String key = layout.sheet() != null ? "sheet" : "table";
    String wanted =
        layout.sheet() != null ? layout.sheet().strip() : Objects.toString(layout.table(), "1");
    for (Grid grid : grids) {
      if (grid.place().equals(key + ":" + wanted)) {
        return grid;
      }
    }
    int number = wanted.matches("[0-9]{1,6}") ? Integer.parseInt(wanted) : 0;
    if (number >= 1 && number <= grids.size()) {
      return grids.get(number - 1);
    }
    String places = String.join(", ", grids.stream().limit(30).map(Grid::place).toList());
    String more = grids.size() > 30 ? " …" : "";
    throw new UnreadableFileException(key + "_missing", wanted, places, more);
  }
}
