package org.duibiao.prose.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.duibiao.prose.table.TableColumn.ColumnRole;
import org.duibiao.prose.table.TableLine.CellSeparator;
import org.duibiao.prose.words.Characters;

/** Assigns the cells of a row to columns, though cells may be missing or broken. */
final class ColumnAligner {

  /** 60岁及以上: a row of those who are of an age. */
  private static final Pattern AGES = Pattern.compile("\\d周?岁(?:及?以[上下]|\\()");

  /** What a row may lack. */
  private static final Set<ColumnRole> OPTIONAL =
      EnumSet.of(
          ColumnRole.CATEGORY,
          ColumnRole.ORDINAL,
          ColumnRole.UNIT,
          ColumnRole.NATURE,
          ColumnRole.OTHER);

  private static final int MOST_OPTIONAL = 5;
  private static final int LONGEST_LABEL = 60;
  private static final int LONGEST_TEXT = 16;

  /** A label may be broken into so many cells. */
  private static final int BROKEN = 3;

  private final CellInterpreter words;
  final List<TableColumn> columns;
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
    List<Integer> optional =
        IntStream.range(0, columns.size())
            .filter(i -> OPTIONAL.contains(columns.get(i).role()))
            .limit(MOST_OPTIONAL)
            .boxed()
            .toList();
    for (int dropped = 0; dropped < 1 << optional.size(); dropped++) {
      int omitted = dropped;
      variants.add(
          IntStream.range(0, columns.size())
              .filter(i -> !optional.contains(i) || (omitted >> optional.indexOf(i) & 1) == 0)
              .toArray());
    }
    variants.sort(Comparator.comparingInt((int[] kept) -> kept.length).reversed());
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
    List<List<TableCell>> forms = new ArrayList<>(List.of(cells));
    if (parted) {
      int filled = cells.size();
      while (filled > 0 && cells.get(filled - 1).isBlank()) {
        filled--;
      }
      forms.add(cells.get(0).isBlank() ? cells.subList(1, cells.size()) : List.of());
      forms.add(filled < cells.size() ? cells.subList(0, filled) : List.of());
    }
    return forms.stream()
        .filter(each -> each.size() > 1)
        .map(each -> matched(each, parted))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private AlignedRow matched(List<TableCell> cells, boolean parted) {
    for (int[] kept : variants) {
      int more = cells.size() - kept.length;
      if (more < 0 || more > 0 && (parted || more >= BROKEN)) {
        continue;
      }
      boolean sure = parted || kept.length == columns.size() && columns.size() > 3;
      int[] at = new int[cells.size()];
      int next = 0;
      for (int i = 0; i < kept.length && next >= 0; i++) {
        ColumnRole role = columns.get(kept[i]).role();
        int end = next + (role == ColumnRole.LABEL ? more + 1 : 1);
        boolean fits = isIn(role, cells.subList(next, end), parted, sure && more == 0);
        Arrays.fill(at, next, end, kept[i]);
        next = fits ? end : -1;
      }
      boolean counted =
          next >= 0
              && IntStream.range(0, at.length)
                  .anyMatch(i -> columns.get(at[i]).isValue() && cells.get(i).hasDigit());
      if (counted || next >= 0 && sure) {
        return new AlignedRow(cells, at, counted);
      }
    }
    return null;
  }

  private boolean isIn(ColumnRole role, List<TableCell> cells, boolean parted, boolean sure) {
    TableCell cell = cells.get(0);
    String text = cell.text();
    boolean missing = cell.isBlank() ? parted : words.isMissing(text);
    return switch (role) {
      case LABEL -> isLabel(cells);
      case ORDINAL -> cell.isBlank() ? parted : isOrdinal(text);
      case CATEGORY -> cell.isBlank() ? parted : isLabel(cells);
      case UNIT -> missing || !cell.isBlank() && (words.isUnit(text) || isShare(text));
      case NATURE ->
          missing
              || !cell.isBlank()
                  && (words.headers.is("nature/value", text) || parted && !cell.hasDigit());
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

  private boolean isLabel(List<TableCell> cells) {
    boolean whole = cells.size() == 1;
    boolean year = whole && TableHeaderReader.year(cells.get(0).text()) > 0;
    List<TableCell> named =
        cells.subList(!whole && isOrdinal(cells.get(0).text()) ? 1 : 0, cells.size());
    return cells.stream().mapToInt(cell -> cell.text().length()).sum() <= LONGEST_LABEL
        && (year
            || named.stream().allMatch(TableCell::hasWord)
                && named.stream().anyMatch(this::isName));
  }

  private boolean isName(TableCell cell) {
    return !words.headers.is("nature/value", cell.text())
        && (words.number(cell.text()) == null || AGES.matcher(cell.text()).find());
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
