package org.duibiao.jobs;

/** {@code spark-submit --class org.duibiao.jobs.NotebooksJob}: the command {@code notebooks}. */
public final class NotebooksJob {

  private NotebooksJob() {}

  /** Runs the job with the options of the command. */
  public static void main(String[] arguments) {
    Main.submit("notebooks", arguments);
  }
}
