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
import org.duibiao.jobs.context.Settings;
import org.duibiao.jobs.context.Spark;
import org.duibiao.jobs.context.Stage;
import org.duibiao.jobs.context.StatusFile;
import org.duibiao.jobs.context.UsageException;
import org.duibiao.jobs.context.Version;
import org.duibiao.jobs.ingestion.FileTask;
import org.duibiao.jobs.ingestion.Ingestion;
import org.duibiao.model.Digest;
import org.duibiao.tables.Run;
import org.duibiao.tables.Tables;
import org.duibiao.warehouse.Lease;

/** Runs a job from its options to its exit code: lease, stages, row in ops.runs. */
public final class Execution {

  private static final DateTimeFormatter RUN_ID =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Console console;
  private final Clock clock;
  private SparkSession spark;
  private StatusFile status;
  private boolean lent;

  public Execution(Console console, Clock clock) {
    this.console = console;
    this.clock = clock;
  }

  /** What a job does. */
  public interface Body {
    Outcome execute(Stage stage) throws IOException;
  }

  /**
   * How a job ended.
   *
   * @param exitCode see {@link ExitCode}
   * @param ingested what was ingested, or null
   */
  public record Outcome(int exitCode, Ingestion.Result ingested) {}

  /** A job that only reads. */
  public int read(String job, Settings settings, Body body) {
    return guarded(
        job,
        settings,
        () -> {
          Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
          return body.execute(stage(settings, runId(settings, now), now)).exitCode();
        });
  }

  /** A job that writes: one at a time. */
  public int write(String job, Settings settings, Body body) {
    return guarded(
        job,
        settings,
        () -> {
          if (settings.dryRun()) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            new Ingestion(stage(settings, "dry-run", now), FileTask.Scope.READ_AND_NORMALIZE)
                .describeOnly();
            return ExitCode.DONE;
          }
          try (Lease lease = Lease.take(settings.warehouse(), new Configuration())) {
            return recorded(job, settings, body);
          } catch (Lease.HeldException e) {
            console.fail(e.getMessage());
            return ExitCode.HELD;
          }
        });
  }

  private int recorded(String job, Settings settings, Body body) throws IOException {
    Instant start = clock.instant().truncatedTo(ChronoUnit.MICROS);
    String runId = runId(settings, start);
    Stage stage = stage(settings, runId, start);
    Outcome outcome = null;
    String error = null;
    try {
      outcome = body.execute(stage);
      return outcome.exitCode();
    } catch (IOException | RuntimeException | Error e) {
      error = String.valueOf(e.getMessage());
      throw e;
    } finally {
      record(stage, job, start, outcome, error);
    }
  }

  private void record(Stage stage, String job, Instant start, Outcome outcome, String error) {
    Ingestion.Result ingested = outcome == null ? null : outcome.ingested();
    stage
        .warehouse()
        .append(
            Run.class,
            new Run(
                stage.runId(),
                job,
                start,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                error == null ? "succeeded" : "failed",
                ingested == null ? 0 : ingested.filesSeen(),
                ingested == null ? 0 : ingested.filesNew(),
                ingested == null ? null : ingested.observations(),
                ingested == null ? null : ingested.candidates(),
                ingested == null ? null : ingested.rejects(),
                stage.warehouse().versions(Tables.RELEASED),
                Version.current(),
                Digest.id(stage.settings().toString(), stage.catalogue().sha256()),
                error));
  }

  private Stage stage(Settings settings, String runId, Instant now) throws IOException {
    status.run(runId);
    return new Stage(settings, runId, now, console, status, new Configuration(), this::spark);
  }

  /** A Spark that runs already is used, and left running: who started it stops it. */
  private SparkSession spark() {
    if (spark == null) {
      Optional<SparkSession> running = Spark.running();
      lent = running.isPresent();
      spark = running.map(SparkSession::newSession).orElseGet(Spark::session);
    }
    return spark;
  }

  private static String runId(Settings settings, Instant now) {
    return settings.runId() != null
        ? settings.runId()
        : RUN_ID.format(now) + "_" + UUID.randomUUID().toString().substring(0, 6);
  }

  private interface Guarded {
    int run() throws IOException;
  }

  private int guarded(String job, Settings settings, Guarded body) {
    console.use(settings.logFormat(), clock);
    try {
      status = new StatusFile(settings.statusFile(), job);
    } catch (UncheckedIOException e) {
      console.fail(e.getMessage());
      return ExitCode.USAGE;
    }
    int exitCode = guarded(body);
    status.end(exitCode);
    return exitCode;
  }

  private int guarded(Guarded body) {
    try {
      return body.run();
    } catch (CatalogueException e) {
      console.fail("The catalogue has errors; nothing was done:");
      e.problems().forEach(problem -> console.fail("  " + problem));
      return ExitCode.USAGE;
    } catch (UsageException e) {
      console.fail(e.getMessage());
      return ExitCode.USAGE;
    } catch (OutOfMemoryError e) {
      console.fail("Failed: not enough memory; DUIBIAO_JAVA_OPTS=-Xmx8g gives more");
      return ExitCode.FAILED;
    } catch (IOException | RuntimeException e) {
      console.fail("Failed: " + e.getMessage());
      if (Boolean.getBoolean("duibiao.debug")) {
        e.printStackTrace();
      }
      return ExitCode.FAILED;
    } finally {
      if (spark != null && !lent) {
        spark.stop();
        spark = null;
      }
    }
  }
}
