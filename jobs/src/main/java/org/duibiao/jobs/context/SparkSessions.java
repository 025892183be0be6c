package org.duibiao.jobs.context;

import java.util.Map;
import java.util.Optional;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import scala.Option;

/** Spark as this program needs it: embedded, or as spark-submit has set it up. */
public final class SparkSessions {

  private SparkSessions() {}

  /** A session that was started before in this JVM and has not been stopped. */
  public static Optional<SparkSession> running() {
    Option<SparkSession> session = SparkSession.getDefaultSession();
    return session.isDefined() && !session.get().sparkContext().isStopped()
        ? Optional.of(session.get())
        : Optional.empty();
  }

  public static SparkSession getOrCreate() {
    return getOrCreate(Map.of());
  }

  /** A session with these settings, where Spark is embedded. */
  public static SparkSession getOrCreate(Map<String, String> settings) {
    SparkConf conf = new SparkConf();
    boolean embedded = !conf.contains("spark.master");
    if (embedded) {
      settings.forEach(conf::set);
      conf.setMaster("local[*]");
      conf.set("spark.ui.enabled", "false");
      conf.set("spark.driver.host", "127.0.0.1");
      conf.set("spark.driver.bindAddress", "127.0.0.1");
      // One core serves a small table best; what is large goes through few, large tasks.
      conf.set("spark.sql.shuffle.partitions", "4");
      conf.set("spark.sql.adaptive.enabled", "false");
      conf.set("spark.databricks.delta.snapshotPartitions", "1");
      conf.set("spark.sql.sources.parallelPartitionDiscovery.parallelism", "2");
      conf.set("spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir") + "/duibiao-spark");
    }
    conf.setAppName(conf.get("spark.app.name", "duibiao"));
    conf.set("spark.sql.session.timeZone", "UTC");
    // A catalogue and a program's classes are small; what tasks return is larger than the default.
    conf.set("spark.driver.maxResultSize", "0");
    SparkSession session = SparkSession.builder().config(conf).getOrCreate();
    if (embedded) {
      session.sparkContext().setLogLevel("ERROR");
    }
    return session;
  }
}
