package org.duibiao.jobs;

/** {@code spark-submit --class org.duibiao.jobs.NormalizeJob}: the command {@code normalize}. */
public final class NormalizeJob {

  private NormalizeJob() {}

  /** Runs the job with the options of the command. */
  public static void main(String[] arguments) {
    Main.submit("normalize", arguments);
  }
}
