package org.duibiao.jobs.cli;

import picocli.CommandLine.Option;

/** A command that schedulers call as a job of its own, under a name that they may choose. */
abstract class JobCommand extends BaseCommand {

  @Option(names = "--run-id", paramLabel = "ID", description = "The run's name in ops.runs.")
  private String runId;

  @Override
  String runId() {
    return runId;
  }
}
