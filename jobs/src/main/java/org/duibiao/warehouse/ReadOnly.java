package org.duibiao.warehouse;

import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Lets a query read the tables and nothing else: no command, no file by its path, no function that
 * calls into the Java machine.
 */
final class ReadOnly {

  private static final List<String> FUNCTIONS = List.of("reflect", "java_method", "try_reflect");

  private ReadOnly() {}

  static void guard(SparkSession spark) {
    spark.conf().set("spark.sql.runSQLOnFiles", "false");
    FunctionRegistry functions =
        ((org.apache.spark.sql.classic.SparkSession) spark).sessionState().functionRegistry();
    for (FunctionIdentifier function : CollectionConverters.asJava(functions.listFunction())) {
      if (FUNCTIONS.contains(function.funcName().toLowerCase(Locale.ROOT))) {
        functions.dropFunction(function);
      }
    }
  }

  static Dataset<Row> query(SparkSession spark, String sql) {
    org.apache.spark.sql.classic.SparkSession session =
        (org.apache.spark.sql.classic.SparkSession) spark;
    try {
      LogicalPlan plan = session.sessionState().sqlParser().parsePlan(sql);
      if (plan instanceof Command) {
        throw new IllegalArgumentException("only queries are answered, such as SELECT");
      }
    } catch (org.apache.spark.sql.catalyst.parser.ParseException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    return spark.sql(sql);
  }
}
