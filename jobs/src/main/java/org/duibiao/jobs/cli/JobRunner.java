package org.duibiao.jobs.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.duibiao.catalogue.CatalogueException;
import org.duibiao.jobs.context.Console;
import org.duibiao.jobs.context.ExitCode;
import org.duibiao.jobs.context.RunContext;
import org.duibiao.jobs.context.Settings;
import org.duibiao.jobs.context.SparkSessions;
import org.duibiao.jobs.context.StatusFile;
import org.duibiao.jobs.context.UsageException;
import org.duibiao.jobs.context.Version;
import org.duibiao.jobs.ingestion.FileTask;
import org.duibiao.jobs.ingestion.Ingestion;
import org.duibiao.model.Digest;
import org.duibiao.tables.Run;
import org.duibiao.tables.RunBuilder;
import org.duibiao.tables.Tables;
import org.duibiao.warehouse.WarehouseLock;

/** Runs a job from its options to its exit code: lease, stages, row in ops.runs. */
public final class JobRunner {

  private static final DateTimeFormatter RUN_ID =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Console console;
  private final Clock clock;
  private SparkSession spark;
  private StatusFile status;
  private boolean sparkIsBorrowed;

  public JobRunner(Console console, Clock clock) {
    this.console = console;
    this.clock = clock;
  }

  /** What a job does. */
  public interface Job {
    JobResult execute(RunContext run) throws IOException;
  }

  /**
   * How a job ended.
   *
   * @param exitCode see {@link ExitCode}
   * @param ingested what was ingested, or null
   */
  public record JobResult(int exitCode, Ingestion.Result ingested) {}

  /** A job that only reads. */
  public int runReadOnly(String job, Settings settings, Job body) {
    return runGuarded(
        job,
        settings,
        () -> {
          Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
          return body.execute(newContext(settings, runId(settings, now), now)).exitCode();
        });
  }

  /** A job that writes: one at a time. */
  public int runExclusively(String job, Settings settings, Job body) {
    return runGuarded(
        job,
        settings,
        () -> {
          if (settings.dryRun()) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            new Ingestion(newContext(settings, "dry-run", now), FileTask.Scope.READ_AND_NORMALIZE)
                .dryRun();
            return ExitCode.DONE;
          }
          try (WarehouseLock lease =
              WarehouseLock.acquire(settings.warehouse(), new Configuration())) {
            return runRecorded(job, settings, body);
          } catch (WarehouseLock.LockedException e) {
            console.error(e.getMessage());
            return ExitCode.LOCKED;
          }
        });
  }

  private int runRecorded(String job, Settings settings, Job body) throws IOException {
    Instant start = clock.instant().truncatedTo(ChronoUnit.MICROS);
    String runId = runId(settings, start);
    RunContext run = newContext(settings, runId, start);
    JobResult outcome = null;
    String error = null;
    try {
      outcome = body.execute(run);
      return outcome.exitCode();
    } catch (IOException | RuntimeException | Error e) {
      error = String.valueOf(e.getMessage());
      throw e;
    } finally {
      record(run, job, start, outcome, error);
    }
  }

  private void record(RunContext run, String job, Instant start, JobResult outcome, String error) {
    Ingestion.Result ingested = outcome == null ? null : outcome.ingested();
    run.warehouse()
        .append(
            Run.class,
            RunBuilder.builder()
                .runId(run.runId())
                .job(job)
                .startedAt(start)
                .finishedAt(clock.instant().truncatedTo(ChronoUnit.MICROS))
                .status(error == null ? "succeeded" : "failed")
                .filesSeen(ingested == null ? 0 : ingested.filesSeen())
                .filesNew(ingested == null ? 0 : ingested.filesNew())
                .observations(ingested == null ? null : ingested.observations())
                .candidates(ingested == null ? null : ingested.candidates())
                .rejects(ingested == null ? null : ingested.rejects())
                .tableVersions(run.warehouse().versions(Tables.RELEASED))
                .codeVersion(Version.current())
                .configSha256(Digest.id(run.settings().toString(), run.catalogue().sha256()))
                .error(error)
                .build());
  }

  private RunContext newContext(Settings settings, String runId, Instant now) throws IOException {
    status.run(runId);
    return new RunContext(settings, runId, now, console, status, new Configuration(), this::spark);
  }

  /** A Spark that runs already is used, and left running: who started it stops it. */
  private SparkSession spark() {
    if (spark == null) {
      Optional<SparkSession> running = SparkSessions.running();
      sparkIsBorrowed = running.isPresent();
      spark = running.map(SparkSession::newSession).orElseGet(SparkSessions::getOrCreate);
    }
    return spark;
  }

  private static String runId(Settings settings, Instant now) {
    return settings.runId() != null
        ? settings.runId()
        : RUN_ID.format(now) + "_" + UUID.randomUUID().toString().substring(0, 6);
  }

  private interface GuardedAction {
    int run() throws IOException;
  }

  private int runGuarded(String job, Settings settings, GuardedAction body) {
    console.configure(settings.logFormat(), clock);
    try {
      status = new StatusFile(settings.statusFile(), job);
    } catch (UncheckedIOException e) {
      console.error(e.getMessage());
      return ExitCode.USAGE;
    }
    int exitCode = runGuarded(body);
    status.end(exitCode);
    return exitCode;
  }

  private int runGuarded(GuardedAction body) {
    try {
      return body.run();
    } catch (CatalogueException e) {
      console.error("The catalogue has errors; nothing was done:");
      e.problems().forEach(problem -> console.error("  " + problem));
      return ExitCode.USAGE;
    } catch (UsageException e) {
      console.error(e.getMessage());
      return ExitCode.USAGE;
    } catch (OutOfMemoryError e) {
      console.error("Failed: not enough memory; DUIBIAO_JAVA_OPTS=-Xmx8g gives more");
      return ExitCode.FAILED;
    } catch (IOException | RuntimeException e) {
      console.error("Failed: " + e.getMessage());
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
