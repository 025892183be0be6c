package org.duibiao.ingest.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.duibiao.catalogue.Terms;
import org.duibiao.ingest.file.UnreadableFileException;

/**
 * A layout found in the columns of a file: which column plays which role, and which hold values.
 * The reader counts values by it, normalization reads them by it.
 */
public final class ColumnMapping {

  /** Parts the headers of several rows in a column's name. */
  public static final String HEADER_SEPARATOR = " › ";

  /** Stands before the number of a column that shares its name with others. */
  static final String NUMBER_SIGN = " #";

  /** Stands before the letters of a column that has neither a header nor anything else. */
  static final String EMPTY_COLUMN_SIGN = "∅";

  private final TableLayout layout;
  private final List<String> columns;
  private final Map<TableLayout.ColumnRole, Integer> roles;
  private final List<ValueColumn> values;

  /**
   * A column that holds values.
   *
   * @param ordinal its place among the columns, from 0
   * @param name its name
   * @param meaning what its headers say, by role: for wide layouts
   */
  public record ValueColumn(
      int ordinal, String name, Map<TableLayout.ColumnRole, String> meaning) {}

  private ColumnMapping(
      TableLayout layout,
      List<String> columns,
      Map<TableLayout.ColumnRole, Integer> roles,
      List<ValueColumn> values) {
    this.layout = layout;
    this.columns = columns;
    this.roles = roles;
    this.values = List.copyOf(values);
  }

  /**
   * Finds the layout's columns.
   *
   * @throws UnreadableFileException if a column that the layout names is not there
   */
  public static ColumnMapping of(TableLayout layout, List<String> columns)
      throws UnreadableFileException {
    Map<TableLayout.ColumnRole, Integer> roles = new EnumMap<>(TableLayout.ColumnRole.class);
    for (Map.Entry<TableLayout.ColumnRole, String> role : layout.columns().entrySet()) {
      roles.put(role.getKey(), find("columns." + role.getKey().id(), role.getValue(), columns));
    }
    List<Integer> ignored = new ArrayList<>();
    for (String header : layout.ignore()) {
      ignored.add(find("ignore", header, columns));
    }
    // What a list says is counted; no cell of it is a value.
    List<Integer> values =
        switch (layout.kind()) {
          case LIST -> List.of();
          case LONG -> List.of(roles.get(TableLayout.ColumnRole.VALUE));
          case WIDE ->
              IntStream.range(0, columns.size())
                  .filter(i -> !roles.containsValue(i) && !ignored.contains(i))
                  .filter(i -> !columns.get(i).startsWith(EMPTY_COLUMN_SIGN))
                  .boxed()
                  .toList();
        };
    List<ValueColumn> named = new ArrayList<>();
    for (int i : values) {
      named.add(new ValueColumn(i, columns.get(i), meaning(layout, columns, i)));
    }
    return new ColumnMapping(layout, columns, roles, named);
  }

  private static int find(String key, String header, List<String> columns)
      throws UnreadableFileException {
    String wanted = Terms.key(header);
    // What of a column's name a sidecar may write.
    List<Predicate<String>> matches =
        List.of(
            name -> Terms.key(name).equals(wanted),
            name -> Terms.key(withoutNumber(name, columns)).equals(wanted),
            name ->
                Arrays.stream(withoutNumber(name, columns).split(HEADER_SEPARATOR, -1))
                    .anyMatch(each -> Terms.key(each).equals(wanted)));
    List<Integer> found =
        matches.stream()
            .map(match -> matching(columns, match))
            .filter(each -> !each.isEmpty())
            .findFirst()
            .orElse(List.of());
    if (found.size() == 1) {
      return found.get(0);
    }
    String problem = found.isEmpty() ? "column_missing" : "column_ambiguous";
    String all = String.join(", ", columns);
    throw new UnreadableFileException(problem, key, header, all, found.size());
  }

  private static List<Integer> matching(List<String> columns, Predicate<String> test) {
    return IntStream.range(0, columns.size())
        .filter(i -> test.test(columns.get(i)))
        .boxed()
        .toList();
  }

  /** The header as it stands in the file: {@code 数值 #2} is 数值 if there is a {@code 数值 #1}. */
  private static String withoutNumber(String name, List<String> columns) {
    int sign = name.lastIndexOf(NUMBER_SIGN);
    if (sign < 0 || !name.substring(sign + NUMBER_SIGN.length()).matches("[0-9]+")) {
      return name;
    }
    String header = name.substring(0, sign);
    String numbers = header + NUMBER_SIGN;
    // Two are enough: a damaged file may have thousands.
    boolean numbered =
        columns.stream().filter(other -> other.startsWith(numbers)).limit(2).count() > 1
            && !columns.contains(header);
    return numbered ? header : name;
  }

  private static Map<TableLayout.ColumnRole, String> meaning(
      TableLayout layout, List<String> columns, int ordinal) {
    Map<TableLayout.ColumnRole, String> meaning = new EnumMap<>(TableLayout.ColumnRole.class);
    List<TableLayout.ColumnRole> across = layout.across();
    String header = withoutNumber(columns.get(ordinal), columns);
    String[] parts =
        across.size() == 1 ? new String[] {header} : header.split(HEADER_SEPARATOR, -1);
    for (int i = 0; i < across.size() && i < parts.length; i++) {
      meaning.merge(across.get(i), parts[i], (one, other) -> one + HEADER_SEPARATOR + other);
    }
    return meaning;
  }

  /** Whether a column plays a role. */
  boolean isRole(int ordinal) {
    return roles.containsValue(ordinal);
  }

  /** The layout. */
  public TableLayout layout() {
    return layout;
  }

  /** The file's columns. */
  public List<String> columns() {
    return columns;
  }

  /** The columns that hold values. */
  public List<ValueColumn> values() {
    return values;
  }

  /** What a record says in a role, from its column; null if no column has the role. */
  public String cell(FileRecord row, TableLayout.ColumnRole role) {
    Integer ordinal = roles.get(role);
    return ordinal == null ? null : cell(row, ordinal);
  }

  /** A record's cell; null if the record is too short to have it. */
  public static String cell(FileRecord row, int ordinal) {
    return ordinal < row.cells().size() ? row.cells().get(ordinal) : null;
  }
}
