package org.duibiao.jobs.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.duibiao.jobs.context.ExitCode;
import org.duibiao.jobs.context.RunContext;
import org.duibiao.jobs.ingestion.ReadingCounts;
import org.duibiao.model.code.FindingKind;
import org.duibiao.tables.Finding;
import org.duibiao.tables.NormalizedFile;
import org.duibiao.tables.Release;
import org.duibiao.tables.Run;
import org.duibiao.tables.SourceFile;
import org.duibiao.warehouse.Releases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code duibiao status}: runs, growth, what waits. */
@Command(name = "status")
final class StatusCommand extends BaseCommand {

  private static final int RUNS = 5;

  @Option(names = "--aliases")
  private boolean aliases;

  @Override
  int execute(RunContext run) {
    List<NormalizedFile> normalized = run.warehouse().read(NormalizedFile.class);
    if (aliases) {
      Set<String> unused = new TreeSet<>(run.catalogue().terms());
      normalized.forEach(file -> file.usedAliases().forEach(unused::remove));
      unused.forEach(out()::println);
    } else {
      summarize(run, normalized);
    }
    return ExitCode.DONE;
  }

  private void summarize(RunContext run, List<NormalizedFile> normalized) {
    List<Run> runs =
        run.warehouse().read(Run.class).stream()
            .sorted(Comparator.comparing(Run::startedAt).reversed())
            .limit(RUNS)
            .toList();
    if (runs.isEmpty()) {
      print("Nothing has been run in %s: start with `./duibiao run`", run.warehouse().root());
      return;
    }
    print("Runs, the newest first:");
    for (Run recorded : runs) {
      print(
          "  %s  %-9s %-9s %,d files (%,d new)%s",
          recorded.runId(),
          recorded.job(),
          recorded.status(),
          recorded.filesSeen(),
          recorded.filesNew(),
          recorded.error() == null ? "" : "  " + recorded.error());
    }
    Release current = Releases.of(run.warehouse()).current().orElse(null);
    if (current != null) {
      print("Readers see release %s, published %s", current.releaseId(), current.publishedAt());
    }
    ReadingCounts counts = ReadingCounts.of(normalized);
    print(
        "%,d values in %,d files: %,d observations, %,d candidates, %,d rejects to fix, %,d"
            + " ignored",
        normalized.stream().mapToLong(NormalizedFile::valuesFound).sum(),
        normalized.size(),
        counts.observations(),
        counts.candidates(),
        counts.rejected(),
        counts.ignored());
    for (SourceFile file : run.warehouse().read(SourceFile.class)) {
      if (file.current() && file.isRejected()) {
        print("Not read: %s (%s): %s", file.path(), file.reason(), file.detail());
      }
    }
    for (Finding finding : run.warehouse().read(Finding.class)) {
      if (finding.kind() == FindingKind.SOURCE_DISAPPEARED) {
        print("Gone: %s", finding.detail());
      }
    }
    for (NormalizedFile file : normalized) {
      if (file.candidates() + file.rejected() > 0) {
        print(
            "Waits: %s: %,d candidates, %,d rejects",
            file.path(), file.candidates(), file.rejected());
      }
    }
  }
}
