package org.duibiao.jobs.cli;

import org.duibiao.jobs.ingestion.Ingestion;
import picocli.CommandLine.Mixin;

/**
 * A job that writes tables: one at a time, recorded in ops.runs. Like every job it can be given
 * {@code --release}, so that a scheduler may call all jobs alike; it says that it does not use it.
 */
abstract class WritingCommand extends JobCommand {

  @Mixin private ReleaseOption release;

  @Override
  int start(JobRunner runner) {
    return runner.write(this);
  }

  /** The release that it is told to read, though it reads none; null if it is told nothing. */
  final String unusedRelease() {
    return release.releaseId();
  }

  /** What was ingested, for the row in ops.runs; null if nothing was. */
  Ingestion.Result ingested() {
    return null;
  }
}
