package org.duibiao.warehouse.query;

import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.SparkContext;

/**
 * What one query may cost.
 *
 * @param time how long it may take
 * @param rows how many rows it may answer
 */
public record QueryLimits(Duration time, long rows) {

  private static final String GROUP = "query";

  /**
   * Works on a query in a thread of its own: whoever waits gets an answer in time even where Spark
   * cannot interrupt what it does, such as to match a regular expression.
   *
   * @throws QueryException if it is refused
   * @throws IllegalStateException if the time is over or the query fails, in one sentence
   */
  public <T> T run(SparkContext context, Callable<T> work) {
    FutureTask<T> task =
        new FutureTask<>(
            () -> {
              context.setJobGroup(GROUP, GROUP, true);
              return work.call();
            });
    Thread thread = new Thread(task, GROUP);
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      context.cancelJobGroup(GROUP);
      task.cancel(true);
      String problem = "the query took longer than " + time.toSeconds() + " seconds";
      throw new IllegalStateException(
          problem + ": narrow it, or allow more with --timeout SECONDS", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the query was interrupted", e);
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    }
  }

  private static RuntimeException failure(Throwable cause) {
    if (cause instanceof QueryException refusal) {
      return refusal;
    } else if (cause instanceof StackOverflowError) {
      return new QueryException("The query is nested too deeply", cause);
    } else if (cause instanceof Error error) {
      throw error;
    }
    return new IllegalStateException(QueryErrors.sentence(cause), cause);
  }

  /** These limits with at most so many rows. */
  public QueryLimits atMost(long fewer) {
    return new QueryLimits(time, Math.min(rows, fewer));
  }

  /** The rows, up to the limit; who asks for one more learns that there are too many. */
  public <T> Iterator<T> rows(Iterator<T> all) {
    return new Iterator<>() {
      private long count;

      @Override
      public boolean hasNext() {
        return all.hasNext();
      }

      @Override
      public T next() {
        T row = all.next();
        if (++count > rows) {
          String problem = "the query answers more than " + rows + " rows";
          throw new IllegalStateException(
              problem + ": narrow it with WHERE or LIMIT, or allow more with --max-rows N");
        }
        return row;
      }
    };
  }
}
