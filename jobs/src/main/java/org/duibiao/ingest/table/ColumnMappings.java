package org.duibiao.ingest.table;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.duibiao.ingest.file.UnreadableFileException;

/** The layouts of a file, each found in the columns of its own table. */
public final class ColumnMappings {

  /** Stands before a column's name where a file has several layouts. */
  private static final Pattern PART = Pattern.compile("\\(([0-9]{1,4})\\) (.*)", Pattern.DOTALL);

  private final List<ColumnMapping> parts;
  private final List<List<String>> names;

  private ColumnMappings(List<ColumnMapping> parts) {
    this.parts = List.copyOf(parts);
    this.names = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      String prefix = parts.size() == 1 ? "" : "(" + (i + 1) + ") ";
      names.add(parts.get(i).columns().stream().map(name -> prefix + name).toList());
    }
  }

  /** The parts of a file, in the order of its layouts. */
  public static ColumnMappings of(List<ColumnMapping> parts) {
    return new ColumnMappings(parts);
  }

  /**
   * Finds layouts in the columns of a file that was read with them.
   *
   * @param columns as {@link #columns} gave them
   * @throws UnreadableFileException if a column that a layout names is not there
   */
  public static ColumnMappings of(List<TableLayout> layouts, List<String> columns)
      throws UnreadableFileException {
    List<List<String>> names = new ArrayList<>();
    layouts.forEach(layout -> names.add(new ArrayList<>()));
    for (String column : columns) {
      Matcher matcher = PART.matcher(column);
      if (layouts.size() > 1 && matcher.matches()) {
        names.get(Integer.parseInt(matcher.group(1)) - 1).add(matcher.group(2));
      } else {
        names.get(0).add(column);
      }
    }
    List<ColumnMapping> parts = new ArrayList<>();
    for (int i = 0; i < layouts.size(); i++) {
      parts.add(ColumnMapping.of(layouts.get(i), names.get(i)));
    }
    return new ColumnMappings(parts);
  }

  /** One of them, from 0. */
  public ColumnMapping part(int number) {
    return parts.get(number);
  }

  /** Which one a record belongs to, by the name of one of its fields. */
  public int part(String field) {
    Matcher matcher = PART.matcher(field);
    return parts.size() > 1 && matcher.matches() ? Integer.parseInt(matcher.group(1)) - 1 : 0;
  }

  /** The columns of all tables, in order. */
  public List<String> columns() {
    return parts.size() == 1 ? names.get(0) : names.stream().flatMap(List::stream).toList();
  }

  /** The names of the cells of a record; cells beyond the columns go under a number. */
  public List<String> names(FileRecord row) {
    List<String> columns = names.get(row.part());
    if (row.cells().size() <= columns.size()) {
      return columns;
    }
    return Stream.concat(
            columns.stream(),
            IntStream.rangeClosed(columns.size() + 1, row.cells().size())
                .mapToObj(number -> "column " + number + " beyond the header"))
        .toList();
  }
}
