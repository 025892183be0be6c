package org.duibiao.jobs.cli;

import java.io.IOException;
import org.duibiao.jobs.benchmarking.Benchmarking;
import org.duibiao.jobs.benchmarking.Gathered;
import org.duibiao.jobs.context.ExitCode;
import org.duibiao.jobs.context.Stage;
import org.duibiao.jobs.ingestion.FileTask;
import org.duibiao.jobs.ingestion.Ingestion;
import org.duibiao.jobs.ingestion.Sources;
import org.duibiao.jobs.ingestion.Summary;
import org.duibiao.jobs.reporting.Reporting;
import org.duibiao.tables.NormalizedFile;
import org.duibiao.tables.Release;
import org.duibiao.tables.SourceFile;

/** The jobs: which stages each runs, and how it ends. */
public final class Pipeline {

  private Pipeline() {}

  /** Ingest, normalize, benchmark and report. */
  public static Execution.Outcome run(Stage stage) throws IOException {
    Execution.Outcome ingested = normalize(stage, FileTask.Scope.READ_NORMALIZE_AND_GATHER);
    if (ingested.exitCode() == ExitCode.NOT_PUBLISHED) {
      stage.console().say("Nothing was published; readers see the release before");
      return ingested;
    }
    stage.status().stage("benchmark");
    Release release = new Benchmarking(stage, ingested.ingested().gathered()).execute();
    stage.status().stage("report");
    String report = new Reporting(stage).execute(release);
    stage.console().say("Report: " + report);
    return ingested;
  }

  /** From the landing area to bronze. */
  public static Execution.Outcome ingest(Stage stage) throws IOException {
    Ingestion.Result result = new Ingestion(stage, FileTask.Scope.READ).execute();
    stage.console().say(result.filesRead() + " files read");
    return new Execution.Outcome(exitCode(stage, result), result);
  }

  /** From the landing area to silver. */
  public static Execution.Outcome normalize(Stage stage) throws IOException {
    return normalize(stage, FileTask.Scope.READ_AND_NORMALIZE);
  }

  private static Execution.Outcome normalize(Stage stage, FileTask.Scope scope) throws IOException {
    Ingestion.Result result = new Ingestion(stage, scope).execute();
    Summary summary = new Summary(stage, result);
    summary.print();
    for (NormalizedFile file : summary.unbalanced()) {
      stage
          .console()
          .say(
              "Not published: "
                  + file.path()
                  + " has "
                  + file.valuesFound()
                  + " values, but "
                  + (file.observations() + file.candidates() + file.rejected() + file.ignored())
                  + " readings were made of them. This is a fault of the program: please report it"
                  + " with the file");
    }
    int exitCode =
        summary.unbalanced().isEmpty() ? exitCode(stage, result) : ExitCode.NOT_PUBLISHED;
    return new Execution.Outcome(exitCode, result);
  }

  /** From silver to gold, and the release. */
  public static Execution.Outcome benchmark(Stage stage) {
    for (NormalizedFile file : stage.warehouse().read(NormalizedFile.class)) {
      if (!file.balances()) {
        stage.console().say("Not published: values of " + file.path() + " were lost");
        return new Execution.Outcome(ExitCode.NOT_PUBLISHED, null);
      }
    }
    new Benchmarking(stage, new Gathered()).execute();
    return new Execution.Outcome(ExitCode.DONE, null);
  }

  /** From a release to its report. */
  public static Execution.Outcome report(Stage stage) throws IOException {
    stage.console().say("Report: " + new Reporting(stage).execute());
    return new Execution.Outcome(ExitCode.DONE, null);
  }

  private static int exitCode(Stage stage, Ingestion.Result result) {
    boolean rejected = false;
    for (SourceFile file : result.files()) {
      rejected |= file.status().equals(Sources.REJECTED);
    }
    return stage.settings().strict() && rejected ? ExitCode.NOT_PUBLISHED : ExitCode.DONE;
  }
}
