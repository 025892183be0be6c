package org.duibiao.jobs.context;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkStageInfo;
import org.apache.spark.api.java.JavaSparkContext;

/** Tells a person at the terminal how far a Spark job is. */
public final class SparkProgress implements AutoCloseable {

  private final ScheduledExecutorService clock;

  private SparkProgress(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  public static SparkProgress of(Console console, JavaSparkContext context, String what) {
    ScheduledExecutorService clock =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "progress");
              thread.setDaemon(true);
              return thread;
            });
    clock.scheduleAtFixedRate(
        () -> console.progress(what + stages(context)), 500, 500, TimeUnit.MILLISECONDS);
    return new SparkProgress(clock);
  }

  private static String stages(JavaSparkContext context) {
    for (int id : context.statusTracker().getActiveStageIds()) {
      SparkStageInfo stage = context.statusTracker().getStageInfo(id);
      if (stage != null) {
        return ": " + stage.numCompletedTasks() + " of " + stage.numTasks() + " shares";
      }
    }
    return " …";
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
