package org.duibiao.jobs.cli;

import java.io.IOException;
import org.duibiao.jobs.context.RunContext;
import org.duibiao.jobs.ingestion.FileTask;
import picocli.CommandLine.Command;

/** {@code duibiao normalize}: from the landing area to silver. */
@Command(
    name = "normalize",
    headerHeading = "Example: duibiao normalize --landing my/files%n%n",
    description =
        "Make observations, candidates and rejects of the files; reads new and changed files"
            + " first.")
final class NormalizeCommand extends IngestingCommand {

  @Override
  int execute(RunContext run) throws IOException {
    return normalize(run, FileTask.Scope.READ_AND_NORMALIZE, null);
  }
}
