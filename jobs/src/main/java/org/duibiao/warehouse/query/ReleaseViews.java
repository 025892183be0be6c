package org.duibiao.warehouse.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSessionExtensions;
import org.apache.spark.sql.catalyst.AliasIdentifier;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedWith;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.execution.CommandExecutionMode;
import org.apache.spark.sql.execution.datasources.LogicalRelation;
import org.apache.spark.sql.types.StructType;
import org.duibiao.columns.Schema;
import org.duibiao.tables.Release;
import org.duibiao.warehouse.DataFile;
import org.duibiao.warehouse.Warehouse;
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

  /** What the session of queries has instead of the settings of the session beside it. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "spark.sql.runSQLOnFiles", "false",
          "spark.sql.variable.substitute", "false",
          "spark.sql.catalog.spark_catalog", "builtin");

  private final Warehouse warehouse;
  private final SparkSession session;
  private final Release release;
  private final Set<String> names = new TreeSet<>(Declarations.TABLES.keySet());
  private final Set<Object> relations = Collections.newSetFromMap(new IdentityHashMap<>());

  /**
   * The views of a release, in a session of their own.
   *
   * @param spark a session of the Spark that is to answer
   * @param release the release, or null for the newest versions
   */
  public ReleaseViews(
      Warehouse warehouse, org.apache.spark.sql.SparkSession spark, Release release) {
    this.warehouse = warehouse;
    this.session = session((SparkSession) spark);
    this.release = release;
  }

  /** What can be queried: a table's name and what its rows are. */
  public static Map<String, String> tables() {
    Map<String, String> comments = new TreeMap<>();
    Declarations.TABLES.forEach((name, table) -> comments.put(name, table.comment()));
    return comments;
  }

  /** A session without Delta's commands and functions, and with an empty catalogue. */
  private static SparkSession session(SparkSession beside) {
    return new SparkSession(
        beside.sparkContext(),
        Option.apply(beside.sharedState()),
        Option.empty(),
        new SparkSessionExtensions(),
        scala.collection.immutable.Map.from(CollectionConverters.asScala(SETTINGS)),
        scala.collection.immutable.Map.from(CollectionConverters.asScala(Map.of())));
  }

  /**
   * The answer to a query, to SHOW TABLES, COLUMNS or FUNCTIONS or to DESCRIBE; nothing is read
   * yet.
   *
   * @throws QueryException if it is anything else, or names what does not exist
   */
  public Dataset<Row> query(String sql) {
    return session.withActive(
        () -> {
          try {
            LogicalPlan plan = session.sessionState().sqlParser().parsePlan(sql);
            return Declarations.answer(session, plan).orElseGet(() -> answer(plan));
          } catch (QueryException e) {
            throw e;
          } catch (StackOverflowError e) {
            throw new QueryException("The query is nested too deeply", e);
          } catch (Exception e) { // Spark's exceptions are checked, but not declared.
            if (e instanceof AnalysisException || e instanceof SparkThrowable) {
              throw new QueryException(QueryErrors.sentence(e), e);
            }
            throw e instanceof RuntimeException problem ? problem : new IllegalStateException(e);
          }
        });
  }

  private Dataset<Row> answer(LogicalPlan parsed) {
    new QueryCheck(names, relations).check(parsed);
    LogicalPlan analyzed =
        session.sessionState().executePlan(resolve(parsed), CommandExecutionMode.SKIP()).analyzed();
    new QueryCheck(names, relations).check(analyzed);
    return org.apache.spark.sql.classic.Dataset.ofRows(session, analyzed);
  }

  /**
   * Lets later queries name a query like a table.
   *
   * @throws QueryException as {@link #query}
   */
  public void name(String name, String sql) {
    query(sql).createOrReplaceTempView(name);
    names.add(name.toLowerCase(Locale.ROOT));
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
      String name = Declarations.name(((UnresolvedRelation) plan).multipartIdentifier());
      Declarations.Declared declared = Declarations.TABLES.get(name);
      if (declared == null) {
        return plan;
      }
      LogicalPlan data = session.withActive(() -> rows(declared));
      String[] layerAndTable = name.split("\\.");
      return new SubqueryAlias(
          new AliasIdentifier(layerAndTable[1], seq(List.of(layerAndTable[0]))), data);
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

  /** The rows of a table or view, each time under new attributes. */
  private LogicalPlan rows(Declarations.Declared declared) {
    Schema<?> schema = Schema.of(declared.table());
    if (warehouse.version(declared.table()).isEmpty()) {
      String problem = schema.name() + " does not exist yet in " + warehouse.root();
      throw new QueryException(problem + ": `./duibiao run` fills it");
    }
    boolean named = release != null && release.tableVersions().containsKey(schema.name());
    List<DataFile> files =
        named ? warehouse.scans(declared.table(), release) : warehouse.scans(declared.table());
    Dataset<Row> rows =
        session
            .read()
            .schema(struct(schema))
            // The files are named one by one; a bracket in a folder's name is no pattern.
            .option("__globPaths__", "false")
            .parquet(files.stream().map(DataFile::path).toArray(String[]::new));
    for (LogicalPlan leaf : CollectionConverters.asJava(plan(rows).collectLeaves())) {
      relations.add(((LogicalRelation) leaf).relation());
    }
    if (declared.condition() != null) {
      rows =
          rows.where(declared.condition())
              .selectExpr(
                  declared.columns().stream().map(Schema.Field::name).toArray(String[]::new));
    }
    return plan(rows);
  }

  /** The columns of a table as Spark has them. */
  private static StructType struct(Schema<?> schema) {
    StructType struct = new StructType();
    for (Schema.Field field : schema.fields()) {
      struct = struct.add(field.name(), field.type().sql(), !field.required(), field.comment());
    }
    return struct;
  }

  private static LogicalPlan plan(Dataset<Row> rows) {
    return ((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution().analyzed();
  }
}
