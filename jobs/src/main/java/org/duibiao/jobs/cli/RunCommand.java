package org.duibiao.jobs.cli;

import java.io.IOException;
import java.util.Optional;
import org.duibiao.jobs.benchmarking.Benchmarking;
import org.duibiao.jobs.context.ComputingOptions;
import org.duibiao.jobs.context.ExitCode;
import org.duibiao.jobs.context.RunContext;
import org.duibiao.jobs.ingestion.FileTask;
import org.duibiao.jobs.reporting.Publication;
import org.duibiao.jobs.reporting.Reporting;
import org.duibiao.tables.Release;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code duibiao run}: from the landing area to the report. */
@Command(name = "run")
class RunCommand extends IngestingCommand {

  @Mixin private ComputingOptions computing;

  @Override
  int execute(RunContext run) throws IOException {
    int exitCode = normalize(run, FileTask.Scope.READ_NORMALIZE_AND_GATHER, computing.asOf());
    Reporting reporting = new Reporting(run);
    Optional<Release> release = Optional.empty();
    if (exitCode == ExitCode.DONE) {
      run.status().stage("benchmark");
      Benchmarking gold = new Benchmarking(run, computing, ingested().taskAggregates());
      release = new Publication(run, computing, reporting).publish(gold::execute);
    }
    if (release.isEmpty()) {
      run.console().info("Nothing was published; readers see the release before");
      return ExitCode.NOT_PUBLISHED;
    }
    run.status().stage("report");
    String report = reporting.execute(release.get(), computing.cities());
    run.console().info("Report: " + report);
    return ExitCode.DONE;
  }
}
