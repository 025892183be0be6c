package org.duibiao.jobs.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.duibiao.jobs.context.ExitCode;
import org.duibiao.jobs.context.SparkSessions;
import picocli.CommandLine.Command;

/** {@code duibiao floor}: what the measurements of bench/ compare a run with. */
@Command(name = "floor", hidden = true, mixinStandardHelpOptions = true)
final class FloorCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    SparkSession spark = SparkSessions.getOrCreate();
    try {
      JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(List.of(1), 1).count();
    } finally {
      spark.stop();
    }
    return ExitCode.DONE;
  }
}
