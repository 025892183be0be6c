package org.duibiao.jobs.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.duibiao.jobs.context.ExitCode;
import org.duibiao.jobs.context.RunContext;
import org.duibiao.jobs.ingestion.FileTask;
import org.duibiao.jobs.ingestion.Ingestion;
import org.duibiao.jobs.ingestion.IngestionSummary;
import org.duibiao.jobs.ingestion.Retirement;
import org.duibiao.tables.NormalizedFile;
import org.duibiao.tables.SourceFile;
import picocli.CommandLine.Option;

/** A job that begins in the landing area. */
abstract class IngestingCommand extends WritingCommand {

  @Option(names = "--dry-run")
  private boolean dryRun;

  @Option(names = "--strict")
  private boolean strict;

  private Ingestion.Result ingested;

  /** A file that is gone for good; null if there is none. */
  Retirement retirement() {
    return null;
  }

  @Override
  int start() throws IOException {
    if (!dryRun) {
      return super.start();
    }
    new Ingestion(newContext(), FileTask.Scope.READ_AND_NORMALIZE, null, retirement()).dryRun();
    return ExitCode.DONE;
  }

  @Override
  List<?> inputs(RunContext run) throws IOException {
    Stream<List<String>> files =
        Ingestion.landingFiles(run).stream()
            .map(file -> List.of(file.path(), file.fileSha256(), file.sidecarSha256()));
    return Stream.concat(Stream.of(retirement()), files).toList();
  }

  @Override
  final Ingestion.Result ingested() {
    return ingested;
  }

  /** Reads what is new or changed; returns what was done. */
  final Ingestion.Result ingest(RunContext run, FileTask.Scope scope, LocalDate asOf)
      throws IOException {
    ingested = new Ingestion(run, scope, asOf, retirement()).execute();
    return ingested;
  }

  /** Makes readings of it too, and says what came of it; returns the exit code. */
  final int normalize(RunContext run, FileTask.Scope scope, LocalDate asOf) throws IOException {
    IngestionSummary summary = new IngestionSummary(run, ingest(run, scope, asOf));
    summary.print();
    for (NormalizedFile file : summary.unbalanced()) {
      run.console()
          .info(
              "Not published: %s has %d values, but %d readings were made of them. This is a fault"
                  + " of the program: please report it with the file",
              file.path(),
              file.valuesFound(),
              file.observations() + file.candidates() + file.rejected() + file.ignored());
    }
    return summary.unbalanced().isEmpty() ? exitCode() : ExitCode.NOT_PUBLISHED;
  }

  /** With {@code --strict} a rejected file counts. */
  final int exitCode() {
    boolean rejected = ingested.files().stream().anyMatch(SourceFile::isRejected);
    return strict && rejected ? ExitCode.NOT_PUBLISHED : ExitCode.DONE;
  }
}
