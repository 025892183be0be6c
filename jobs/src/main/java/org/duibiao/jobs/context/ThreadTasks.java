package org.duibiao.jobs.context;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import org.apache.spark.api.java.function.Function;

/** Runs tasks in threads of this process, one a processor. */
final class ThreadTasks implements Tasks {

  private record Result<R>(int place, R value) {}

  @Override
  public int parallelism() {
    return Runtime.getRuntime().availableProcessors();
  }

  @Override
  public <T, R extends Serializable> void run(
      String name, List<T> inputs, Function<T, R> task, BiConsumer<Integer, R> results) {
    ExecutorService threads = Executors.newFixedThreadPool(parallelism());
    try {
      CompletionService<Result<R>> running = new ExecutorCompletionService<>(threads);
      for (int i = 0; i < inputs.size(); i++) {
        int place = i;
        running.submit(() -> new Result<>(place, task.call(inputs.get(place))));
      }
      for (int i = 0; i < inputs.size(); i++) {
        Result<R> result = running.take().get();
        results.accept(result.place(), result.value());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted: " + name, e);
    } catch (ExecutionException e) {
      throw failure(name, e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private static RuntimeException failure(String name, Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException unchecked
        ? unchecked
        : cause instanceof IOException io
            ? new UncheckedIOException(io.getMessage(), io)
            : new IllegalStateException("Cannot " + name + ": " + cause.getMessage(), cause);
  }
}
