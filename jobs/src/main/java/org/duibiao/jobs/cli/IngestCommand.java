package org.duibiao.jobs.cli;

import java.io.IOException;
import org.duibiao.jobs.context.RunContext;
import org.duibiao.jobs.ingestion.FileTask;
import picocli.CommandLine.Command;

/** {@code duibiao ingest}: from the landing area to bronze. */
@Command(name = "ingest")
final class IngestCommand extends IngestingCommand {

  @Override
  int execute(RunContext run) throws IOException {
    long read = ingest(run, FileTask.Scope.READ, null).filesRead();
    run.console().info(read + " files read");
    return exitCode();
  }
}
