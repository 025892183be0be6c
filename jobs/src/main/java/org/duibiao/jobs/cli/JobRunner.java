package org.duibiao.jobs.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.duibiao.catalogue.InvalidFileException;
import org.duibiao.jobs.context.Console;
import org.duibiao.jobs.context.ExitCode;
import org.duibiao.jobs.context.NotPublishedException;
import org.duibiao.jobs.context.RunContext;
import org.duibiao.jobs.context.SparkSessions;
import org.duibiao.jobs.context.StatusFile;
import org.duibiao.jobs.context.UsageException;
import org.duibiao.jobs.context.Version;
import org.duibiao.jobs.ingestion.Ingestion;
import org.duibiao.model.Digest;
import org.duibiao.tables.Run;
import org.duibiao.tables.RunBuilder;
import org.duibiao.tables.Tables;
import org.duibiao.warehouse.RunJournal;
import org.duibiao.warehouse.WarehouseLock;

/** Carries a command from its options to its exit code: lock, context, row in ops.runs. */
final class JobRunner {

  private final BaseCommand command;
  private final Console console;
  private final Clock clock;
  private SparkSession spark;
  private StatusFile status;
  private boolean sparkIsBorrowed;

  JobRunner(BaseCommand command, Console console, Clock clock) {
    this.command = command;
    this.console = console;
    this.clock = clock;
  }

  /** What a command does with a warehouse; returns its exit code. */
  interface Job {
    int execute(RunContext run) throws IOException;
  }

  /** Runs what only reads. */
  int read(Job job) {
    return runGuarded(() -> job.execute(newContext(now())));
  }

  /** Runs a command that writes: one at a time. */
  int write(WritingCommand writing) {
    return runGuarded(
        () -> {
          if (writing.unusedRelease() != null) {
            console.info(
                "--release %s changes nothing here: %s reads no release",
                writing.unusedRelease(), command.name());
          }
          try (WarehouseLock lock =
              WarehouseLock.acquire(command.locations().warehouse(), new Configuration())) {
            return runRecorded(writing);
          } catch (WarehouseLock.LockedException e) {
            console.error(e.getMessage());
            return ExitCode.LOCKED;
          }
        });
  }

  private int runRecorded(WritingCommand writing) throws IOException {
    RunContext run = newContext(now());
    String inputs = writing.runName() == null ? null : writing.inputsSha256(run);
    if (inputs != null && RunName.isDone(run, writing.name(), writing.runName(), inputs)) {
      return ExitCode.DONE;
    }
    String status = Run.FAILED;
    String error = null;
    try {
      int exitCode = writing.execute(run);
      status = exitCode == ExitCode.DONE ? Run.SUCCEEDED : Run.NOT_PUBLISHED;
      return exitCode;
    } catch (IOException | RuntimeException | Error e) {
      error = String.valueOf(e.getMessage());
      throw e;
    } finally {
      record(
          run,
          writing.ingested(),
          RunBuilder.builder().status(status).error(error).inputsSha256(inputs));
    }
  }

  private void record(RunContext run, Ingestion.Result ingested, RunBuilder outcome) {
    run.warehouse()
        .append(
            Run.class,
            outcome
                .runId(run.runId())
                .runName(command.runName())
                .job(command.name())
                .startedAt(run.now())
                .finishedAt(now())
                .filesSeen(ingested == null ? 0 : ingested.filesSeen())
                .filesNew(ingested == null ? 0 : ingested.filesNew())
                .observations(ingested == null ? null : ingested.counts().observations())
                .candidates(ingested == null ? null : ingested.counts().candidates())
                .rejects(ingested == null ? null : ingested.counts().rejects())
                .tableVersions(run.warehouse().versions(Tables.RELEASED))
                .codeVersion(Version.current())
                .configSha256(Digest.id(command.settings(Set.of()), run.catalogue().sha256()))
                .build());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** Every attempt has an id of its own, whatever name the user gives to the run. */
  private RunContext newContext(Instant now) throws IOException {
    RunName.check(command.runName());
    String runId = RunJournal.newRunId(now);
    status.run(runId, command.runName());
    return RunContext.open(command.locations(), runId, now, console, status, this::spark);
  }

  /** A Spark that runs already is used, and left running: who started it stops it. */
  private SparkSession spark() {
    if (spark == null) {
      Optional<SparkSession> running = SparkSessions.running();
      sparkIsBorrowed = running.isPresent();
      String progress = Boolean.toString(console.isWatched());
      spark =
          running
              .map(SparkSession::newSession)
              .orElseGet(
                  () ->
                      SparkSessions.getOrCreate(Map.of("spark.ui.showConsoleProgress", progress)));
    }
    return spark;
  }

  private int runGuarded(Callable<Integer> body) {
    console.configure(command.messages().logFormat(), clock);
    try {
      status = new StatusFile(command.messages().statusFile(), command.name());
    } catch (UncheckedIOException e) {
      console.error(e.getMessage());
      return ExitCode.USAGE;
    }
    int exitCode = exitCode(body);
    status.end(exitCode);
    return exitCode;
  }

  private int exitCode(Callable<Integer> body) {
    try {
      return body.call();
    } catch (InvalidFileException e) {
      console.error("The catalogue has errors; nothing was done:");
      e.problems().forEach(problem -> console.error("  " + problem));
      return ExitCode.USAGE;
    } catch (UsageException | NotPublishedException e) {
      console.error(e.getMessage());
      return e instanceof UsageException ? ExitCode.USAGE : ExitCode.NOT_PUBLISHED;
    } catch (OutOfMemoryError e) {
      console.error("Failed: not enough memory; DUIBIAO_JAVA_OPTS=-Xmx8g gives more");
      return ExitCode.FAILED;
    } catch (Exception e) {
      console.error("Failed: %s", e.getMessage());
      if (Boolean.getBoolean("duibiao.debug")) {
        e.printStackTrace();
      }
      return ExitCode.FAILED;
    } finally {
      if (spark != null && !sparkIsBorrowed) {
        spark.stop();
        spark = null;
      }
    }
  }
}
