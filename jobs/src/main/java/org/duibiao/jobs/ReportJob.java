package org.duibiao.jobs;

/** {@code spark-submit --class org.duibiao.jobs.ReportJob}: the command {@code report}. */
public final class ReportJob {

  private ReportJob() {}

  /** Runs the job with the options of the command. */
  public static void main(String[] arguments) {
    Main.submit("report", arguments);
  }
}
