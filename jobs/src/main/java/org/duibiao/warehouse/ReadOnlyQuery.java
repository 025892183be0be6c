package org.duibiao.warehouse;

import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.CompoundBody;
import org.apache.spark.sql.catalyst.plans.logical.InsertIntoDir;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ParsedStatement;
import org.apache.spark.sql.catalyst.plans.logical.ScriptTransformation;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Lets a query read the tables and nothing else: no command, no file by its path, no function that
 * calls into the Java machine.
 */
final class ReadOnlyQuery {

  private static final List<String> FORBIDDEN_FUNCTIONS =
      List.of("reflect", "java_method", "try_reflect");

  private ReadOnlyQuery() {}

  private static void restrict(SparkSession spark) {
    spark.conf().set("spark.sql.runSQLOnFiles", "false");
    FunctionRegistry functions =
        ((org.apache.spark.sql.classic.SparkSession) spark).sessionState().functionRegistry();
    for (FunctionIdentifier function : CollectionConverters.asJava(functions.listFunction())) {
      if (FORBIDDEN_FUNCTIONS.contains(function.funcName().toLowerCase(Locale.ROOT))) {
        functions.dropFunction(function);
      }
    }
  }

  /**
   * The parsed query.
   *
   * @throws IllegalArgumentException if it is none, or does more than read
   */
  static LogicalPlan parse(SparkSession spark, String sql) {
    restrict(spark);
    try {
      LogicalPlan plan =
          ((org.apache.spark.sql.classic.SparkSession) spark)
              .sessionState()
              .sqlParser()
              .parsePlan(sql);
      check(plan);
      return plan;
    } catch (org.apache.spark.sql.catalyst.parser.ParseException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** A query can hide a command: in a WITH, or among several statements. */
  private static void check(LogicalPlan plan) {
    if (plan instanceof Command
        || plan instanceof ParsedStatement
        || plan instanceof InsertIntoDir
        || plan instanceof ScriptTransformation
        || plan instanceof CompoundBody
        || plan.nodeName().contains("ExecuteImmediate")) {
      throw new IllegalArgumentException("only queries are answered, such as SELECT");
    }
    CollectionConverters.asJava(plan.children()).forEach(ReadOnlyQuery::check);
    CollectionConverters.asJava(plan.subqueries()).forEach(ReadOnlyQuery::check);
    for (Object inner : CollectionConverters.asJava(plan.innerChildren())) {
      if (inner instanceof LogicalPlan innerPlan) {
        check(innerPlan);
      }
    }
  }
}
