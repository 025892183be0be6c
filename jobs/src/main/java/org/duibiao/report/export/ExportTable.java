package org.duibiao.report.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.duibiao.columns.ColumnType;
import org.duibiao.columns.Schema;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Html;
import org.duibiao.markup.Resource;
import org.duibiao.model.code.Code;
import org.duibiao.report.model.Phrases;

/**
 * A table of the release as the files beside the page carry it: its columns with their types and
 * meanings, and its rows in a fixed order. The CSV, its description and the workbook's sheet are
 * all made from this, so they cannot say different things.
 *
 * @param <T> what a line is made of
 * @param name the file's name without its ending
 * @param title what readers call it
 * @param meaning what a row is
 * @param byName the columns by name, in order
 * @param references the columns that name lines of other tables
 * @param key what identifies a line
 * @param rows the lines
 */
public record ExportTable<T>(
    String name,
    Bilingual title,
    String meaning,
    Map<String, Column<T>> byName,
    List<ForeignKey> references,
    List<String> key,
    List<T> rows) {

  /** Between the texts of a list. */
  static final String SEPARATOR = "|";

  /** The columns that say who wrote a row and not what it says. */
  private static final Set<String> UNPUBLISHED_COLUMNS = Set.of("run_id");

  private static final List<CSVRecord> ADDED = Resource.csv(ExportTable.class, "columns.csv");

  /** Values of one column: numbers and texts by their order, lists by their text, null last. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  private static final Comparator<Object> VALUES =
      Comparator.nullsLast(
          (a, b) ->
              a instanceof Comparable value
                  ? value.compareTo(b)
                  : a.toString().compareTo(b.toString()));

  /**
   * A column.
   *
   * @param values all that it can be, or empty if it may be anything
   * @param of takes its value out of a line
   */
  record Column<T>(
      String name,
      ColumnType type,
      String meaning,
      boolean required,
      Set<String> values,
      Function<T, Object> of) {}

  /** Columns whose values are the key of another table. */
  record ForeignKey(List<String> columns, String table, List<String> key) {}

  /** A table without columns and rows yet; the phrases have what readers call it. */
  static <T> ExportTable<T> of(String name, String meaning, List<String> key) {
    return new ExportTable<>(
        name,
        Phrases.of("table", name),
        meaning,
        new LinkedHashMap<>(),
        new ArrayList<>(),
        key,
        List.of());
  }

  /** A declared table under a name of its own: its columns, its key, its comment. */
  static <R extends Record> ExportTable<R> of(Class<R> table, String name) {
    Schema<R> schema = Schema.of(table);
    return ExportTable.<R>of(name, schema.comment(), schema.key())
        .columns(table, Function.identity());
  }

  /** The columns of a declared table, but for the clock's and the run's. */
  <R extends Record> ExportTable<T> columns(Class<R> table, Function<T, R> row) {
    Schema<R> schema = Schema.of(table);
    for (int i = 0; i < schema.fields().size(); i++) {
      int ordinal = i;
      Schema.Field field = schema.fields().get(i);
      if (!UNPUBLISHED_COLUMNS.contains(field.name())) {
        add(
            new Column<>(
                field.name(),
                field.type(),
                field.comment(),
                field.required(),
                field.type() == ColumnType.TEXT && field.constants() != null
                    ? new TreeSet<>(field.constants().keySet())
                    : Set.of(),
                line -> id(schema.value(row.apply(line), ordinal))));
      }
    }
    return this;
  }

  /** A column beside the declared ones, which {@code columns.csv} describes. */
  ExportTable<T> column(String column, Function<T, Object> value) {
    CSVRecord line =
        Stream.of(name, "")
            .flatMap(table -> ADDED.stream().filter(each -> each.get("table").equals(table)))
            .filter(each -> each.get("column").equals(column))
            .findFirst()
            .orElseThrow();
    ColumnType type = ColumnType.valueOf(line.get("type").toUpperCase(Locale.ROOT));
    return add(new Column<>(column, type, line.get("meaning"), false, Set.of(), value));
  }

  /**
   * Two columns with a name in Chinese and in English, if there is a column of the ids to name.
   *
   * @param names the name of an id, or null
   */
  ExportTable<T> names(String column, String ids, Function<String, Bilingual> names) {
    if (!byName.containsKey(ids)) {
      return this;
    }
    Function<T, Object> id = byName.get(ids).of();
    return column(column + "_zh", row -> text(id.apply(row), names, Bilingual::zh))
        .column(column + "_en", row -> text(id.apply(row), names, Bilingual::en));
  }

  private static String text(
      Object id, Function<String, Bilingual> names, Function<Bilingual, Html> language) {
    return Optional.ofNullable((String) id)
        .map(names)
        .map(language)
        .map(Html::plainText)
        .orElse(null);
  }

  private ExportTable<T> add(Column<T> column) {
    byName.put(column.name(), column);
    return this;
  }

  /** Says that columns name a line of another table by its key. */
  ExportTable<T> refersTo(String table, List<String> names, List<String> other) {
    references.add(new ForeignKey(names, table, other));
    return this;
  }

  /** Says that those of these columns that there are name an observation among the figures. */
  ExportTable<T> refersToFigures(String... names) {
    Stream.of(names)
        .filter(byName::containsKey)
        .forEach(column -> refersTo("figures", List.of(column), List.of("observation_id")));
    return this;
  }

  /** The lines, sorted by the key and then by all else, so that their order says nothing. */
  ExportTable<T> rows(List<T> lines) {
    Comparator<T> order =
        Stream.concat(key.stream(), byName.keySet().stream().filter(name -> !key.contains(name)))
            .map(name -> Comparator.comparing(byName.get(name).of(), VALUES))
            .reduce(Comparator::thenComparing)
            .orElseThrow();
    return sortedRows(lines.stream().sorted(order).toList());
  }

  /** The lines in this order. */
  ExportTable<T> sortedRows(List<T> lines) {
    return new ExportTable<>(name, title, meaning, byName, references, key, List.copyOf(lines));
  }

  List<Column<T>> columns() {
    return List.copyOf(byName.values());
  }

  /** The values of these columns, line by line; null where there is none. */
  List<List<Object>> values(List<String> names) {
    return rows.stream()
        .map(line -> names.stream().map(name -> byName.get(name).of().apply(line)).toList())
        .toList();
  }

  private static Object id(Object value) {
    return value instanceof List<?> list
        ? list.stream().map(ExportTable::id).toList()
        : value instanceof Code constant ? constant.id() : value;
  }
}
