package org.duibiao.jobs.cli;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.duibiao.jobs.context.ExitCode;
import org.duibiao.jobs.context.RunContext;
import org.duibiao.jobs.context.UsageException;
import org.duibiao.jobs.context.Version;
import org.duibiao.jobs.ingestion.Ingestion;
import org.duibiao.jobs.ingestion.ReadingCounts;
import org.duibiao.model.Digest;
import org.duibiao.tables.Run;
import org.duibiao.tables.RunBuilder;
import org.duibiao.tables.Tables;
import org.duibiao.warehouse.QuickLocalFileSystem;
import org.duibiao.warehouse.WarehouseLock;
import picocli.CommandLine.Option;

/**
 * A job that writes tables: one at a time, recorded in ops.runs. Like every job it can be given
 * {@code --release}, so that a scheduler may call all jobs alike; it says that it does not use it.
 */
abstract class WritingCommand extends JobCommand {

  /** Options that say where things are and how the command reports, not what it does. */
  private static final Set<String> INCIDENTAL =
      Set.of(
          "--landing", "--catalogue",
          "--warehouse", "--reports",
          "--log-format", "--status-file",
          "--release", "--run-id");

  @Option(names = "--release", paramLabel = "ID", hidden = true, descriptionKey = "unused-release")
  private String release;

  @Override
  int start() throws IOException {
    if (release != null) {
      console().info("--release %s changes nothing here: %s reads no release", release, name());
    }
    try (WarehouseLock lock =
        WarehouseLock.acquire(locations().warehouse(), QuickLocalFileSystem.configuration())) {
      return executeRecorded(newContext());
    } catch (WarehouseLock.LockedException e) {
      console().error(e.getMessage());
      return ExitCode.LOCKED;
    }
  }

  private int executeRecorded(RunContext run) throws IOException {
    String inputs =
        runName() == null
            ? null
            : Digest.id(run.catalogue().sha256(), settings(INCIDENTAL), inputs(run));
    if (inputs != null && isDone(run, inputs)) {
      return ExitCode.DONE;
    }
    String status = Run.FAILED;
    String error = null;
    try {
      int exitCode = execute(run);
      status = exitCode == ExitCode.DONE ? Run.SUCCEEDED : Run.NOT_PUBLISHED;
      return exitCode;
    } catch (IOException | RuntimeException | Error e) {
      error = String.valueOf(e.getMessage());
      throw e;
    } finally {
      record(run, RunBuilder.builder().status(status).error(error).inputsSha256(inputs));
    }
  }

  /**
   * Whether the job was done under its name already. Under one name a job is done once: asked for
   * again over the same inputs it does nothing, over others it is refused. A run that failed, or
   * was not published, may be run again under its name.
   *
   * @param inputs a hash of what decides its outcome
   * @throws UsageException if it was done over other inputs
   */
  private boolean isDone(RunContext run, String inputs) {
    for (Run earlier : run.warehouse().read(Run.class)) {
      if (!runName().equals(earlier.runName())
          || !name().equals(earlier.job())
          || !earlier.status().equals(Run.SUCCEEDED)) {
        continue;
      }
      if (!inputs.equals(earlier.inputsSha256())) {
        throw new UsageException(
            "--run-id %s names the run %s, which was done with other files, catalogue or options:"
                + " give this one a name of its own",
            runName(), earlier.runId());
      }
      console()
          .info("Nothing to do: run %s was done as %s, the same way", runName(), earlier.runId());
      return true;
    }
    return false;
  }

  private void record(RunContext run, RunBuilder outcome) {
    Ingestion.Result ingested = ingested();
    if (ingested != null) {
      ReadingCounts counts = ingested.counts();
      outcome
          .filesSeen(ingested.filesSeen())
          .filesNew(ingested.filesNew())
          .observations(counts.observations())
          .candidates(counts.candidates())
          .rejects(counts.rejects());
    }
    outcome
        .runId(run.runId())
        .runName(runName())
        .job(name())
        .startedAt(run.now())
        .finishedAt(now())
        .tableVersions(run.warehouse().versions(Tables.RELEASED))
        .codeVersion(Version.current())
        .configSha256(Digest.id(settings(Set.of()), run.catalogue().sha256()));
    run.warehouse().append(Run.class, outcome.build());
  }

  /** What it starts from: files, or the versions of tables. */
  abstract List<?> inputs(RunContext run) throws IOException;

  /** What was ingested, for the row in ops.runs; null if nothing was. */
  Ingestion.Result ingested() {
    return null;
  }
}
