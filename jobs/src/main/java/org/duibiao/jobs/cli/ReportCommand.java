package org.duibiao.jobs.cli;

import java.io.IOException;
import org.duibiao.jobs.context.CityOption;
import org.duibiao.jobs.context.ExitCode;
import org.duibiao.jobs.context.RunContext;
import org.duibiao.jobs.context.UsageException;
import org.duibiao.jobs.reporting.Reporting;
import org.duibiao.tables.Release;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code duibiao report}: from a release to its report. */
@Command(name = "report")
final class ReportCommand extends JobCommand {

  @Mixin private ReleaseOption release;
  @Mixin private CityOption city;

  @Override
  int execute(RunContext run) throws IOException {
    Release found =
        release
            .find(run.warehouse())
            .orElseThrow(
                () -> new UsageException("Nothing has been released yet: `./duibiao run` does it"));
    Reporting reporting = new Reporting(run);
    String page =
        release.releaseId() == null
            ? reporting.execute(found, city.cities())
            : reporting.executeUnder(found.releaseId(), found, city.cities());
    run.console().info("Report: " + page);
    return ExitCode.DONE;
  }
}
