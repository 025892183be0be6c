package org.duibiao.jobs.cli;

import java.util.regex.Pattern;
import org.duibiao.jobs.context.RunContext;
import org.duibiao.jobs.context.UsageException;
import org.duibiao.tables.Run;

/**
 * The name that a scheduler gives to a run of a job. Under one name a job is done once: asked for
 * again over the same inputs it does nothing, over others it is refused. A run that failed, or was
 * not published, may be run again under its name.
 */
final class RunName {

  /** What Airflow allows, and what times and ids of cron and other schedulers are made of. */
  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_.~:+@=-]{1,250}");

  private RunName() {}

  /** Refuses what cannot be printed in a line of the log without doubt about where it ends. */
  static void check(String name) {
    if (name != null && !ALLOWED.matcher(name).matches()) {
      throw new UsageException(
          "--run-id " + name + " must be 1 to 250 letters, digits and characters of _.~:+@=-");
    }
  }

  /**
   * Whether the job was done under that name already.
   *
   * @param inputs a hash of what decides its outcome
   * @throws UsageException if it was done over other inputs
   */
  static boolean isDone(RunContext run, String job, String name, String inputs) {
    for (Run earlier : run.warehouse().read(Run.class)) {
      if (!name.equals(earlier.runName())
          || !job.equals(earlier.job())
          || !earlier.status().equals(Run.SUCCEEDED)) {
        continue;
      }
      if (!inputs.equals(earlier.inputsSha256())) {
        throw new UsageException(
            "--run-id %s names the run %s, which was done with other files, catalogue or options:"
                + " give this one a name of its own",
            name, earlier.runId());
      }
      run.console()
          .info("Nothing to do: run %s was done as %s, the same way", name, earlier.runId());
      return true;
    }
    return false;
  }
}
