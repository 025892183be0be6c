package org.duibiao.jobs;

/** {@code spark-submit --class org.duibiao.jobs.PipelineJob}: the command {@code run}. */
public final class PipelineJob {

  private PipelineJob() {}

  /** Runs the job with the options of the command. */
  public static void main(String[] arguments) {
    Main.submit("run", arguments);
  }
}
