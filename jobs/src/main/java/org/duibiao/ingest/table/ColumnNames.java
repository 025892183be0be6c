package org.duibiao.ingest.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names of a table's columns: their headers from top to bottom. */
public final class ColumnNames {

  private ColumnNames() {}

  /**
   * The headers of each column, from top to bottom.
   *
   * @param rows the cells of the header rows
   * @param first the number of the first of them
   * @param merges merged cells; their text stands in the first cell
   * @param width how many columns there are
   * @param across what the rows say: with notes among them each column is described by itself, and
   *     a blank says nothing; elsewhere it repeats the header to its left
   */
  public static List<List<String>> paths(
      List<List<String>> rows,
      int first,
      List<Grid.CellRange> merges,
      int width,
      List<TableLayout.ColumnRole> across) {
    boolean series = across.contains(TableLayout.ColumnRole.NOTE);
    int last = first + rows.size() - 1;
    String[][] texts = new String[rows.size()][width];
    boolean[][] covered = new boolean[rows.size()][width];
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < width; column++) {
        texts[row][column] = column < rows.get(row).size() ? rows.get(row).get(column).strip() : "";
      }
    }
    for (Grid.CellRange merge : merges) {
      if (merge.firstRow() < first || merge.firstRow() > last || merge.firstColumn() >= width) {
        continue;
      }
      int end = Math.min(merge.lastColumn() + 1, width);
      String text = texts[merge.firstRow() - first][merge.firstColumn()];
      for (int row = merge.firstRow(); row <= Math.min(merge.lastRow(), last); row++) {
        // Downwards a merged header is one header, to the right it is one for each column.
        String each = row == merge.firstRow() ? text : "";
        Arrays.fill(texts[row - first], merge.firstColumn(), end, each);
        Arrays.fill(covered[row - first], merge.firstColumn(), end, true);
      }
    }
    List<List<String>> paths = new ArrayList<>();
    for (int column = 0; column < width; column++) {
      paths.add(new ArrayList<>());
    }
    for (int row = 0; row < rows.size(); row++) {
      String left = "";
      for (int column = 0; column < width; column++) {
        String text = texts[row][column];
        if (text.isEmpty() && !series && !covered[row][column] && row < rows.size() - 1) {
          text = left;
        }
        left = covered[row][column] ? "" : text;
        if (series || !text.isEmpty()) {
          paths.get(column).add(text);
        }
      }
    }
    paths.replaceAll(path -> path.stream().allMatch(String::isEmpty) ? List.of() : path);
    return paths;
  }

  /**
   * The columns' names; those with neither header nor content are void, and so are those over which
   * the header of a column to the left only extends.
   *
   * @param content the columns with anything below the header
   */
  public static List<String> names(
      List<List<String>> paths, BitSet content, List<Grid.CellRange> merges, int lastHeaderRow) {
    BitSet extensions = new BitSet();
    for (Grid.CellRange merge : merges) {
      if (merge.firstRow() <= lastHeaderRow && merge.lastRow() >= lastHeaderRow) {
        extensions.set(merge.firstColumn() + 1, merge.lastColumn() + 1);
      }
    }
    List<List<String>> named = new ArrayList<>(paths);
    for (int i = 0; i < paths.size(); i++) {
      if (!content.get(i) && (paths.get(i).isEmpty() || extensions.get(i))) {
        named.set(i, List.of(ColumnMapping.EMPTY_COLUMN_SIGN + Locators.letters(i)));
      }
    }
    return names(named);
  }

  /**
   * The columns' names. Columns of one name are numbered: {@code 数值 #1}; one without a header is
   * {@code column 3}.
   */
  public static List<String> names(List<List<String>> paths) {
    List<String> names = new ArrayList<>();
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i < paths.size(); i++) {
      String name =
          paths.get(i).isEmpty()
              ? "column " + (i + 1)
              : String.join(ColumnMapping.HEADER_SEPARATOR, paths.get(i));
      names.add(name);
      counts.merge(name, 1, Integer::sum);
    }
    Set<String> taken = new HashSet<>(names);
    Map<String, Integer> seen = new HashMap<>();
    List<String> columns = new ArrayList<>();
    for (String name : names) {
      String unique = name;
      while (counts.get(name) > 1 && taken.contains(unique)) {
        unique = name + ColumnMapping.NUMBER_SIGN + seen.merge(name, 1, Integer::sum);
      }
      taken.add(unique);
      columns.add(unique);
    }
    return List.copyOf(columns);
  }
}
