package org.duibiao.jobs.cli;

import org.duibiao.jobs.ingestion.Retirement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code duibiao retire}: a run without the figures of a file that is gone for good. */
@Command(
    name = "retire",
    headerHeading = "Example: duibiao retire gov/old.csv --because \"withdrawn\"%n%n",
    description = {
      "Close the figures of a file that is gone from the landing area for good, then do what `run`"
          + " does: the next release is without them.",
      "The reason stays in bronze.source_files. A file that is put back is read again."
    },
    footerHeading = "",
    footer = {})
final class RetireCommand extends RunCommand {

  @Option(
      names = "--because",
      paramLabel = "WHY",
      required = true,
      description = "Why it is gone: withdrawn by its publisher, collected by mistake …")
  private String because;

  @Parameters(paramLabel = "PATH", description = "The file's path in the landing area.")
  private String path;

  @Override
  Retirement retirement() {
    return new Retirement(path, because);
  }
}
