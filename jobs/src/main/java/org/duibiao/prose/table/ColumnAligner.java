package org.duibiao.prose.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.duibiao.prose.table.TableColumn.ColumnRole;
import org.duibiao.prose.table.TableLine.CellSeparator;
import org.duibiao.prose.words.Characters;

/** Assigns the cells of a row to columns, though cells may be missing or broken. */
final class ColumnAligner {

  /** 60岁及以上: a row of those who are of an age. */
  private static final Pattern AGES = Pattern.compile("\\d周?岁(?:及?以[上下]|\\()");

  private static final int MOST_OPTIONAL = 5;
  private static final int LONGEST_LABEL = 60;
  private static final int LONGEST_TEXT = 16;

  /** A label may be broken into so many cells. */
  private static final int BROKEN = 3;

  private final CellInterpreter words;
  private final List<TableColumn> columns;
  private final List<int[]> variants = new ArrayList<>();

  /** A row: its cells, and the column that each stands in; -1 for none. */
  record AlignedRow(List<TableCell> cells, int[] columnIndexes, boolean hasNumber) {

    /** What stands in a column: cells that a label was broken into are put together. */
    TableCell in(int column) {
      return IntStream.range(0, columnIndexes.length)
          .filter(i -> columnIndexes[i] == column)
          .mapToObj(cells::get)
          .reduce(TableCell::join)
          .orElse(null);
    }
  }

  ColumnAligner(CellInterpreter words, List<TableColumn> columns) {
    this.words = words;
    this.columns = columns;
    List<Integer> optional = new ArrayList<>();
    for (int i = 0; i < columns.size() && optional.size() < MOST_OPTIONAL; i++) {
      switch (columns.get(i).role()) {
        case CATEGORY, ORDINAL, UNIT, NATURE, OTHER -> optional.add(i);
        default -> {}
      }
    }
    for (int dropped = 0; dropped < 1 << optional.size(); dropped++) {
      int omitted = dropped;
      variants.add(
          IntStream.range(0, columns.size())
              .filter(i -> !optional.contains(i) || (omitted >> optional.indexOf(i) & 1) == 0)
              .toArray());
    }
    variants.sort(Comparator.comparingInt((int[] kept) -> kept.length).reversed());
  }

  List<TableColumn> columns() {
    return columns;
  }

  int maxCells() {
    return columns.size() + BROKEN - 1;
  }

  /** The row that these cells make; null if they make none. */
  AlignedRow row(List<TableCell> cells, CellSeparator form) {
    boolean parted = form.isMark();
    if (cells.size() < 2 || cells.size() > maxCells() && !parted) {
      return null;
    }
    AlignedRow row = matched(cells, parted);
    if (row == null && parted && cells.get(0).isBlank()) {
      row = matched(cells.subList(1, cells.size()), true);
    }
    if (row == null && parted) {
      int filled = cells.size();
      while (filled > 0 && cells.get(filled - 1).isBlank()) {
        filled--;
      }
      row = filled < 2 || filled == cells.size() ? null : matched(cells.subList(0, filled), true);
    }
    return row;
  }

  private AlignedRow matched(List<TableCell> cells, boolean parted) {
    for (int[] kept : variants) {
      int more = cells.size() - kept.length;
      if (more < 0 || more > 0 && (parted || more >= BROKEN)) {
        continue;
      }
      int[] at = new int[cells.size()];
      int next = 0;
      boolean sure = parted || kept.length == columns.size() && columns.size() > 3;
      boolean fits = true;
      for (int i = 0; i < kept.length && fits; i++) {
        ColumnRole role = columns.get(kept[i]).role();
        int width = role == ColumnRole.LABEL ? more + 1 : 1;
        fits = isIn(role, cells, next, width, parted, sure && more == 0);
        for (int k = 0; k < width; k++) {
          at[next++] = kept[i];
        }
      }
      if (fits) {
        boolean counted = isCounted(cells, at);
        if (counted || sure) {
          return new AlignedRow(cells, at, counted);
        }
      }
    }
    return null;
  }

  private boolean isCounted(List<TableCell> cells, int[] at) {
    return IntStream.range(0, at.length)
        .anyMatch(i -> columns.get(at[i]).isValue() && cells.get(i).hasDigit());
  }

  private boolean isIn(
      ColumnRole role, List<TableCell> cells, int at, int width, boolean parted, boolean sure) {
    TableCell cell = cells.get(at);
    String text = cell.text();
    boolean missing = cell.isBlank() ? parted : words.isMissing(text);
    return switch (role) {
      case LABEL -> isLabel(cells, at, width);
      case ORDINAL -> cell.isBlank() ? parted : isOrdinal(text);
      case CATEGORY -> cell.isBlank() ? parted : isLabel(cells, at, 1);
      case UNIT -> missing || !cell.isBlank() && (words.isUnit(text) || isShare(text));
      case NATURE ->
          missing
              || !cell.isBlank()
                  && (words.isListed("nature/value", text) || parted && !cell.hasDigit());
      case PHONE -> cell.hasDigit() && !cell.hasWord() || words.isMissing(text);
      case OTHER -> true;
      case VALUE -> missing || !cell.isBlank() && isValue(cell, sure);
    };
  }

  /** 1/10万: no form of a unit, but nothing else either. */
  private static boolean isShare(String text) {
    return text.startsWith("1/") && text.length() < 8;
  }

  private boolean isValue(TableCell cell, boolean sure) {
    String text = cell.text();
    boolean brief = sure && text.length() <= LONGEST_TEXT;
    return words.number(text) != null
        || brief && !cell.hasDigit() && !words.isUnit(text)
        || brief
            && cell.hasDigit()
            && TableHeaderReader.year(text) == 0
            && Character.isDigit(text.charAt(0));
  }

  private boolean isLabel(List<TableCell> cells, int at, int width) {
    int length = 0;
    boolean word = false;
    for (int i = at; i < at + width; i++) {
      TableCell cell = cells.get(i);
      length += cell.text().length();
      boolean leads = i == at && width > 1 && isOrdinal(cell.text());
      if (!leads && !cell.hasWord() && (width > 1 || TableHeaderReader.year(cell.text()) == 0)) {
        return false;
      }
      word |=
          !leads
              && !words.isListed("nature/value", cell.text())
              && (words.number(cell.text()) == null || AGES.matcher(cell.text()).find());
    }
    boolean year = width == 1 && TableHeaderReader.year(cells.get(at).text()) > 0;
    return length <= LONGEST_LABEL && (word || year);
  }

  /** The number of a row. */
  static boolean isOrdinal(String text) {
    String plain = text.replaceAll("[()、.]", "");
    return !plain.isEmpty()
        && plain.length() <= 3
        && (plain.chars().allMatch(c -> c >= '0' && c <= '9')
            || plain.chars().allMatch(c -> Characters.isNumeral((char) c)));
  }
}
