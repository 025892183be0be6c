package org.duibiao.jobs.cli;

import java.io.IOException;
import org.duibiao.jobs.context.RunContext;
import org.duibiao.jobs.ingestion.FileTask;
import picocli.CommandLine.Command;

/** {@code duibiao normalize}: from the landing area to silver. */
@Command(name = "normalize")
final class NormalizeCommand extends IngestingCommand {

  @Override
  int execute(RunContext run) throws IOException {
    return normalize(run, FileTask.Scope.READ_AND_NORMALIZE, null);
  }
}
