package org.duibiao.jobs.context;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.spark.api.java.function.Function;

/**
 * Runs one task on each of many inputs, side by side: in threads of this process ({@link
 * ThreadTasks}) or on Spark's executors ({@link SparkTasks}). A task may be copied to another
 * machine: it holds nothing that cannot be serialized, and its inputs and results are shared with
 * nobody.
 */
public interface Tasks {

  /** How many run at the same time. */
  int parallelism();

  /**
   * Runs the task on all inputs.
   *
   * @param name what is done, for people who watch
   * @param results takes each result as it comes, with the place of its input; called by one thread
   *     at a time
   */
  <T, R extends Serializable> void run(
      String name, List<T> inputs, Function<T, R> task, BiConsumer<Integer, R> results);

  /** Runs the task on shares of the inputs, as many as run at the same time; what came of each. */
  default <T, R extends Serializable> List<R> shared(
      String name, List<T> inputs, Function<List<T>, R> task) {
    List<List<T>> shares = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      if (i < parallelism()) {
        shares.add(new ArrayList<>());
      }
      shares.get(i % parallelism()).add(inputs.get(i));
    }
    List<R> all = new ArrayList<>();
    run(name, shares, task, (place, result) -> all.add(result));
    return all;
  }
}
