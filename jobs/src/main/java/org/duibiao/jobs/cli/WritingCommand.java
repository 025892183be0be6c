package org.duibiao.jobs.cli;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.duibiao.jobs.context.RunContext;
import org.duibiao.jobs.ingestion.Ingestion;
import org.duibiao.model.Digest;
import picocli.CommandLine.Option;

/**
 * A job that writes tables: one at a time, recorded in ops.runs. Like every job it can be given
 * {@code --release}, so that a scheduler may call all jobs alike; it says that it does not use it.
 */
abstract class WritingCommand extends JobCommand {

  /** Options that say where things are and how the command reports, not what it does. */
  private static final Set<String> INCIDENTAL =
      Set.of(
          "--landing",
          "--catalogue",
          "--warehouse",
          "--reports",
          "--log-format",
          "--status-file",
          "--release",
          "--run-id");

  @Option(names = "--release", paramLabel = "ID", hidden = true, descriptionKey = "unused-release")
  private String release;

  @Override
  int start(JobRunner runner) {
    return runner.write(this);
  }

  /** The release that it is told to read, though it reads none; null if it is told nothing. */
  final String unusedRelease() {
    return release;
  }

  /** A hash of what decides its outcome: options, the catalogue, and files or tables. */
  final String inputsSha256(RunContext run) throws IOException {
    return Digest.id(run.catalogue().sha256(), settings(INCIDENTAL), inputs(run));
  }

  /** What it starts from: files, or the versions of tables. */
  abstract List<?> inputs(RunContext run) throws IOException;

  /** What was ingested, for the row in ops.runs; null if nothing was. */
  Ingestion.Result ingested() {
    return null;
  }
}
