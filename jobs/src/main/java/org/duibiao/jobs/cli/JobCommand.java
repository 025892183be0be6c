package org.duibiao.jobs.cli;

import java.util.regex.Pattern;
import org.duibiao.jobs.context.UsageException;
import picocli.CommandLine.Option;

/** A command that schedulers call as a job of its own, under a name that they may choose. */
abstract class JobCommand extends BaseCommand {

  /** What Airflow allows, and what times and ids of cron and other schedulers are made of. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.~:+@=-]{1,250}");

  @Option(names = "--run-id", paramLabel = "ID")
  private String runName;

  @Override
  String runName() {
    // In a line of the log it must be seen without doubt where a name ends.
    if (runName != null && !NAME.matcher(runName).matches()) {
      throw new UsageException(
          "--run-id " + runName + " must be 1 to 250 letters, digits and characters of _.~:+@=-");
    }
    return runName;
  }
}
