package org.duibiao.jobs.context;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import scala.Function1;
import scala.collection.Iterator;
import scala.reflect.ClassTag;
import scala.runtime.BoxedUnit;

/**
 * Runs one task on each of many inputs, side by side: on Spark's executors, or in threads of this
 * process, which are there at once. A task may be copied to another machine: it holds nothing that
 * cannot be serialized, and shares its input and result with nobody.
 *
 * @param spark what runs the tasks; null for threads
 */
public record Tasks(SparkContext spark) {

  /** How many run at the same time. */
  public int parallelism() {
    return spark == null ? Runtime.getRuntime().availableProcessors() : spark.defaultParallelism();
  }

  /**
   * Runs the task on all inputs.
   *
   * @param name what is done, as Spark's own pages show it
   * @param results takes each result as it comes, with the place of its input; called by one thread
   *     at a time
   */
  public <T, R extends Serializable> void run(
      String name, List<T> inputs, Function<T, R> task, BiConsumer<Integer, R> results) {
    if (spark == null) {
      IntStream.range(0, inputs.size())
          .parallel()
          .forEach(
              place -> {
                R result = call(task, inputs.get(place));
                synchronized (results) {
                  results.accept(place, result);
                }
              });
    } else if (!inputs.isEmpty()) {
      JavaSparkContext context = JavaSparkContext.fromSparkContext(spark);
      context.setJobGroup("duibiao", name);
      JavaRDD<R> outputs = context.parallelize(inputs, inputs.size()).map(task);
      Function1<Iterator<R>, R> only = (Function1<Iterator<R>, R> & Serializable) Iterator::next;
      spark.runJob(
          outputs.rdd(),
          only,
          (place, result) -> {
            results.accept((int) place, result);
            return BoxedUnit.UNIT;
          },
          ClassTag.apply(Serializable.class));
    }
  }

  private static <T, R> R call(Function<T, R> task, T input) {
    try {
      return task.call(input);
    } catch (RuntimeException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    } catch (Exception e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** Runs the task on shares of the inputs, as many as run at the same time; what came of each. */
  public <T, R extends Serializable> List<R> shared(
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
