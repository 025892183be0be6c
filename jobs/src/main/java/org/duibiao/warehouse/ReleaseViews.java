package org.duibiao.warehouse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.AliasIdentifier;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedWith;
import org.duibiao.columns.Schema;
import org.duibiao.tables.Reading;
import org.duibiao.tables.Release;
import org.duibiao.tables.Tables;
import scala.Function1;
import scala.Option;
import scala.Tuple3;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractPartialFunction;

/**
 * The tables under their names in SQL, each at the version that a release names, so that a query
 * sees one whole release. Only the tables that a query mentions are opened.
 *
 * <p>Names are resolved in the parsed query and the data files of the version are read as they are:
 * Spark's catalogue and Delta's own reader would run a dozen jobs before the first row, several
 * times what a query of a small table costs.
 */
public final class ReleaseViews {

  private static final List<String> OBSERVATION_COLUMNS =
      List.of(
          "observation_id",
          "city_code",
          "indicator",
          "value",
          "value_high",
          "unit",
          "resolution",
          "bound",
          "status",
          "measure",
          "period_start",
          "period_end",
          "period_type",
          "scope",
          "population_basis",
          "source_id",
          "publisher",
          "class",
          "published",
          "file_sha256",
          "path",
          "locator",
          "field",
          "quote",
          "method",
          "flags",
          "known_from",
          "known_to",
          "superseded",
          "run_id");

  /** The three views of silver.readings. */
  private static final Map<String, ReadingView> READINGS =
      Map.of(
          "silver.observations",
          new ReadingView("kind = 'observation'", OBSERVATION_COLUMNS),
          "silver.candidates",
          new ReadingView(
              "kind = 'candidate'", and(OBSERVATION_COLUMNS, "term", "missing", "detail")),
          "silver.rejects",
          new ReadingView(
              "kind = 'reject' AND known_to IS NULL",
              List.of(
                  "file_sha256",
                  "locator",
                  "quote",
                  "reason",
                  "disposition",
                  "detail",
                  "run_id",
                  "path",
                  "field")));

  private record ReadingView(String condition, List<String> columns) {}

  private final Warehouse warehouse;
  private final SparkSession spark;
  private final Release release;
  private final Map<String, Class<? extends Record>> tables = new TreeMap<>();

  /**
   * The views of a release.
   *
   * @param release the release, or null for the newest versions
   */
  public ReleaseViews(Warehouse warehouse, SparkSession spark, Release release) {
    this.warehouse = warehouse;
    this.spark = spark;
    this.release = release;
    for (Class<? extends Record> table : Tables.ALL) {
      tables.put(Schema.of(table).name(), table);
    }
  }

  private static List<String> and(List<String> columns, String... more) {
    List<String> all = new ArrayList<>(columns);
    all.addAll(List.of(more));
    return List.copyOf(all);
  }

  /**
   * Runs a query.
   *
   * @throws IllegalArgumentException if it names a table that does not exist, or does not only read
   */
  public Dataset<Row> query(String sql) {
    LogicalPlan plan = ReadOnlyQuery.parse(spark, sql);
    return org.apache.spark.sql.classic.Dataset.ofRows(
        (org.apache.spark.sql.classic.SparkSession) spark, resolve(plan));
  }

  private LogicalPlan resolve(LogicalPlan plan) {
    return plan.transformUpWithSubqueries(new TableResolution());
  }

  /** Puts a table's data in the place of its name. */
  private final class TableResolution extends AbstractPartialFunction<LogicalPlan, LogicalPlan> {

    @Override
    public boolean isDefinedAt(LogicalPlan plan) {
      return plan instanceof UnresolvedRelation || plan instanceof UnresolvedWith;
    }

    @Override
    public <P extends LogicalPlan, R> R applyOrElse(P plan, Function1<P, R> otherwise) {
      return isDefinedAt(plan) ? result(replacement(plan)) : otherwise.apply(plan);
    }

    @SuppressWarnings("unchecked") // R is a supertype of LogicalPlan: Java cannot say so.
    private <R> R result(LogicalPlan plan) {
      return (R) plan;
    }

    private LogicalPlan replacement(LogicalPlan plan) {
      if (plan instanceof UnresolvedWith with) {
        return with.copy(with.child(), queries(with), with.allowRecursion());
      }
      UnresolvedRelation relation = (UnresolvedRelation) plan;
      List<String> parts = CollectionConverters.asJava(relation.multipartIdentifier());
      String name = String.join(".", parts).toLowerCase(Locale.ROOT);
      Dataset<Row> data = READINGS.containsKey(name) ? readings(READINGS.get(name)) : table(name);
      if (data == null) {
        return plan;
      }
      String[] layerAndTable = name.split("\\.");
      return new SubqueryAlias(
          new AliasIdentifier(layerAndTable[1], seq(List.of(layerAndTable[0]))),
          ((org.apache.spark.sql.classic.Dataset<Row>) data).queryExecution().analyzed());
    }

    /** The queries of a WITH are no children of it. */
    private Seq<Tuple3<String, SubqueryAlias, Option<Object>>> queries(UnresolvedWith with) {
      List<Tuple3<String, SubqueryAlias, Option<Object>>> queries = new ArrayList<>();
      for (Tuple3<String, SubqueryAlias, Option<Object>> query :
          CollectionConverters.asJava(with.cteRelations())) {
        queries.add(new Tuple3<>(query._1(), (SubqueryAlias) resolve(query._2()), query._3()));
      }
      return seq(queries);
    }

    private <T> Seq<T> seq(List<T> items) {
      return CollectionConverters.asScala(items).toSeq();
    }
  }

  private Dataset<Row> readings(ReadingView view) {
    return table(Schema.of(Reading.class).name())
        .where(view.condition())
        .selectExpr(view.columns().toArray(String[]::new));
  }

  /** The rows of a table, each time under new attributes; null if there is none of that name. */
  private Dataset<Row> table(String name) {
    Class<? extends Record> table = tables.get(name);
    if (table == null) {
      return null;
    }
    if (warehouse.version(table).isEmpty()) {
      throw new IllegalArgumentException(
          name + " does not exist yet in " + warehouse.root() + ": `./duibiao run` fills it");
    }
    Long version = release == null ? null : release.tableVersions().get(name);
    List<DataScan> files =
        version == null ? warehouse.scans(table) : warehouse.scans(table, version);
    return spark
        .read()
        .schema(DeltaTypes.sparkStruct(Schema.of(table)))
        // The files are named one by one; a bracket in a folder's name is no pattern.
        .option("__globPaths__", "false")
        .parquet(files.stream().map(DataScan::path).toArray(String[]::new));
  }
}
