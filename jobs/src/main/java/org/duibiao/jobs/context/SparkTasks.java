package org.duibiao.jobs.context;

import java.io.Serializable;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import scala.Function1;
import scala.collection.Iterator;
import scala.reflect.ClassTag;
import scala.runtime.BoxedUnit;

/**
 * Runs tasks on Spark's executors; the name of what is done is the job's in Spark's own pages.
 *
 * @param spark what runs them
 */
record SparkTasks(SparkContext spark) implements Tasks {

  @Override
  public int parallelism() {
    return spark.defaultParallelism();
  }

  /** Takes each result as its task ends, where {@code collect} would hold all of them. */
  @Override
  public <T, R extends Serializable> void run(
      String name, List<T> inputs, Function<T, R> task, BiConsumer<Integer, R> results) {
    if (inputs.isEmpty()) {
      return;
    }
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
