package org.duibiao.jobs.cli;

import java.util.List;
import org.duibiao.jobs.benchmarking.Benchmarking;
import org.duibiao.jobs.benchmarking.TaskAggregates;
import org.duibiao.jobs.context.ComputingOptions;
import org.duibiao.jobs.context.ExitCode;
import org.duibiao.jobs.context.RunContext;
import org.duibiao.jobs.reporting.Publication;
import org.duibiao.jobs.reporting.Reporting;
import org.duibiao.tables.NormalizedFile;
import org.duibiao.tables.Reading;
import org.duibiao.tables.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code duibiao benchmark}: from silver to gold, and the release. */
@Command(name = "benchmark")
final class BenchmarkCommand extends WritingCommand {

  @Mixin private ComputingOptions computing;

  @Override
  List<?> inputs(RunContext run) {
    return List.of(
        run.warehouse().versions(List.of(Reading.class, Source.class, NormalizedFile.class)));
  }

  @Override
  int execute(RunContext run) {
    Benchmarking gold = new Benchmarking(run, computing, new TaskAggregates());
    return new Publication(run, computing, new Reporting(run)).publish(gold::execute).isPresent()
        ? ExitCode.DONE
        : ExitCode.NOT_PUBLISHED;
  }
}
