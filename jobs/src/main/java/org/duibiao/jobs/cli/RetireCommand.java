package org.duibiao.jobs.cli;

import org.duibiao.jobs.ingestion.Retirement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code duibiao retire}: a run without the figures of a file that is gone for good. */
@Command(name = "retire")
final class RetireCommand extends RunCommand {

  @Option(names = "--because", paramLabel = "WHY", required = true)
  private String because;

  @Parameters(paramLabel = "PATH", description = "The file's path in the landing area.")
  private String path;

  @Override
  Retirement retirement() {
    return new Retirement(path, because);
  }
}
