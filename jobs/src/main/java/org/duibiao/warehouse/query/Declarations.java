package org.duibiao.warehouse.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.UnresolvedNamespace;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableOrView;
import org.apache.spark.sql.catalyst.plans.logical.DescribeRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ShowColumns;
import org.apache.spark.sql.catalyst.plans.logical.ShowFunctions;
import org.apache.spark.sql.catalyst.plans.logical.ShowTables;
import org.apache.spark.sql.catalyst.util.StringUtils;
import org.apache.spark.sql.types.StructType;
import org.duibiao.columns.Schema;
import org.duibiao.tables.Reading;
import org.duibiao.tables.Tables;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** The tables under their names in SQL, as they are declared: what SHOW and DESCRIBE answer. */
final class Declarations {

  private static final String FIGURE_COLUMNS =
      "observation_id city_code indicator value value_high unit resolution bound status measure"
          + " period_start period_end period_type scope population_basis source_id publisher class"
          + " published file_sha256 path locator field quote method flags known_from known_to"
          + " superseded run_id";

  /** Every table by its name. */
  static final Map<String, Declared> TABLES = tables();

  private Declarations() {}

  /**
   * A table, or a view of one.
   *
   * @param table the record that declares it
   * @param condition which of its rows belong to the view, or null for the table itself
   * @param comment what a row is
   * @param columns its columns
   */
  record Declared(
      Class<? extends Record> table, String condition, String comment, List<Schema.Field> columns) {

    private static Declared view(String condition, String comment, String columns) {
      Map<String, Schema.Field> fields = new LinkedHashMap<>();
      Schema.of(Reading.class).fields().forEach(field -> fields.put(field.name(), field));
      return new Declared(
          Reading.class,
          condition,
          comment,
          Stream.of(columns.split(" ")).map(fields::get).toList());
    }
  }

  private static Map<String, Declared> tables() {
    Map<String, Declared> tables = new TreeMap<>();
    for (Class<? extends Record> table : Tables.ALL) {
      Schema<?> schema = Schema.of(table);
      tables.put(schema.name(), new Declared(table, null, schema.comment(), schema.fields()));
    }
    tables.put(
        "silver.observations",
        Declared.view("kind = 'observation'", "One published figure", FIGURE_COLUMNS));
    tables.put(
        "silver.candidates",
        Declared.view(
            "kind = 'candidate'",
            "A figure that was understood and waits to be placed by a person",
            FIGURE_COLUMNS + " term missing detail"));
    tables.put(
        "silver.rejects",
        Declared.view(
            "kind = 'reject' AND known_to IS NULL",
            "What was read and is neither, with the reason",
            "file_sha256 locator quote reason disposition detail run_id path field"));
    return tables;
  }

  /** The answer, if the plan asks for tables or columns. */
  static Optional<Dataset<Row>> answer(SparkSession session, LogicalPlan plan) {
    String columns;
    Stream<Row> rows;
    if (plan instanceof ShowTables show) {
      String layer =
          show.namespace() instanceof UnresolvedNamespace namespace
              ? name(namespace.multipartIdentifier()) + "."
              : "";
      columns = "table STRING, comment STRING";
      rows =
          matching(TABLES.keySet(), show.pattern())
              .filter(table -> table.startsWith(layer))
              .map(table -> RowFactory.create(table, TABLES.get(table).comment()));
    } else if (plan instanceof ShowFunctions show) {
      columns = "function STRING";
      rows = matching(QueryCheck.functions(), show.pattern()).map(RowFactory::create);
    } else if (plan instanceof ShowColumns show
        && show.child() instanceof UnresolvedTableOrView table) {
      columns = "column STRING";
      rows = columns(table).map(column -> RowFactory.create(column.name()));
    } else if (plan instanceof DescribeRelation describe
        && describe.relation() instanceof UnresolvedTableOrView table) {
      columns = "column STRING, type STRING, comment STRING";
      rows =
          columns(table)
              .map(
                  column ->
                      RowFactory.create(column.name(), column.type().sql(), column.comment()));
    } else {
      return Optional.empty();
    }
    return Optional.of(session.createDataFrame(rows.toList(), StructType.fromDDL(columns)));
  }

  private static Stream<String> matching(Set<String> names, Option<String> pattern) {
    Seq<String> all = CollectionConverters.asScala(List.copyOf(names)).toSeq();
    Seq<String> asked = pattern.isEmpty() ? all : StringUtils.filterPattern(all, pattern.get());
    return CollectionConverters.asJava(asked).stream().sorted();
  }

  private static Stream<Schema.Field> columns(UnresolvedTableOrView table) {
    String name = name(table.multipartIdentifier());
    if (!TABLES.containsKey(name)) {
      throw QueryErrors.unknown("table", name, TABLES.keySet());
    }
    return TABLES.get(name).columns().stream();
  }

  /** A name of several parts as it is written in SQL, in small letters. */
  static String name(Seq<String> parts) {
    return String.join(".", CollectionConverters.asJava(parts)).toLowerCase(Locale.ROOT);
  }
}
