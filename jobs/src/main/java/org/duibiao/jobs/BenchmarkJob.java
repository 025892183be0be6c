package org.duibiao.jobs;

/** {@code spark-submit --class org.duibiao.jobs.BenchmarkJob}: the command {@code benchmark}. */
public final class BenchmarkJob {

  private BenchmarkJob() {}

  /** Runs the job with the options of the command. */
  public static void main(String[] arguments) {
    Main.submit("benchmark", arguments);
  }
}
