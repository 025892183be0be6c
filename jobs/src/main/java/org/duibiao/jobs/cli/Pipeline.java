package org.duibiao.jobs.cli;

import java.io.IOException;
import org.duibiao.jobs.benchmarking.Benchmarking;
import org.duibiao.jobs.benchmarking.TaskAggregates;
import org.duibiao.jobs.context.ExitCode;
import org.duibiao.jobs.context.RunContext;
import org.duibiao.jobs.ingestion.FileTask;
import org.duibiao.jobs.ingestion.Ingestion;
import org.duibiao.jobs.ingestion.IngestionSummary;
import org.duibiao.jobs.ingestion.SourceFileRows;
import org.duibiao.jobs.reporting.Reporting;
import org.duibiao.tables.NormalizedFile;
import org.duibiao.tables.Release;
import org.duibiao.tables.SourceFile;

/** The jobs: which stages each runs, and how it ends. */
public final class Pipeline {

  private Pipeline() {}

  /** Ingest, normalize, benchmark and report. */
  public static JobRunner.JobResult run(RunContext run) throws IOException {
    JobRunner.JobResult ingested = normalize(run, FileTask.Scope.READ_NORMALIZE_AND_GATHER);
    if (ingested.exitCode() == ExitCode.NOT_PUBLISHED) {
      run.console().info("Nothing was published; readers see the release before");
      return ingested;
    }
    run.status().stage("benchmark");
    Release release = new Benchmarking(run, ingested.ingested().taskAggregates()).execute();
    run.status().stage("report");
    String report = new Reporting(run).execute(release);
    run.console().info("Report: " + report);
    return ingested;
  }

  /** From the landing area to bronze. */
  public static JobRunner.JobResult ingest(RunContext run) throws IOException {
    Ingestion.Result result = new Ingestion(run, FileTask.Scope.READ).execute();
    run.console().info(result.filesRead() + " files read");
    return new JobRunner.JobResult(exitCode(run, result), result);
  }

  /** From the landing area to silver. */
  public static JobRunner.JobResult normalize(RunContext run) throws IOException {
    return normalize(run, FileTask.Scope.READ_AND_NORMALIZE);
  }

  private static JobRunner.JobResult normalize(RunContext run, FileTask.Scope scope)
      throws IOException {
    Ingestion.Result result = new Ingestion(run, scope).execute();
    IngestionSummary summary = new IngestionSummary(run, result);
    summary.print();
    for (NormalizedFile file : summary.unbalanced()) {
      run.console()
          .info(
              "Not published: "
                  + file.path()
                  + " has "
                  + file.valuesFound()
                  + " values, but "
                  + (file.observations() + file.candidates() + file.rejected() + file.ignored())
                  + " readings were made of them. This is a fault of the program: please report it"
                  + " with the file");
    }
    int exitCode = summary.unbalanced().isEmpty() ? exitCode(run, result) : ExitCode.NOT_PUBLISHED;
    return new JobRunner.JobResult(exitCode, result);
  }

  /** From silver to gold, and the release. */
  public static JobRunner.JobResult benchmark(RunContext run) {
    for (NormalizedFile file : run.warehouse().read(NormalizedFile.class)) {
      if (!file.balances()) {
        run.console().info("Not published: values of " + file.path() + " were lost");
        return new JobRunner.JobResult(ExitCode.NOT_PUBLISHED, null);
      }
    }
    new Benchmarking(run, new TaskAggregates()).execute();
    return new JobRunner.JobResult(ExitCode.DONE, null);
  }

  /** From a release to its report. */
  public static JobRunner.JobResult report(RunContext run) throws IOException {
    run.console().info("Report: " + new Reporting(run).execute());
    return new JobRunner.JobResult(ExitCode.DONE, null);
  }

  private static int exitCode(RunContext run, Ingestion.Result result) {
    boolean rejected = false;
    for (SourceFile file : result.files()) {
      rejected |= file.status().equals(SourceFileRows.REJECTED);
    }
    return run.settings().strict() && rejected ? ExitCode.NOT_PUBLISHED : ExitCode.DONE;
  }
}
