package org.duibiao.jobs;

/** {@code spark-submit --class org.duibiao.jobs.IngestJob}: the command {@code ingest}. */
public final class IngestJob {

  private IngestJob() {}

  /** Runs the job with the options of the command. */
  public static void main(String[] arguments) {
    Main.submit("ingest", arguments);
  }
}
