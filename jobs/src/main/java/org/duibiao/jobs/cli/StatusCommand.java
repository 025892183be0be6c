package org.duibiao.jobs.cli;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.duibiao.jobs.context.ExitCode;
import org.duibiao.jobs.context.RunContext;
import org.duibiao.jobs.ingestion.SourceFileRows;
import org.duibiao.tables.NormalizedFile;
import org.duibiao.tables.Release;
import org.duibiao.tables.Run;
import org.duibiao.tables.SourceFile;
import org.duibiao.warehouse.Releases;

/** Runs, growth, what waits. */
public final class StatusCommand {

  private static final int RUNS = 5;

  /** What is listed. */
  public enum Listing {
    /** The last runs, the release that readers see, what waits. */
    SUMMARY,
    /** The aliases of the catalogue that no source uses. */
    UNUSED_ALIASES
  }

  private StatusCommand() {}

  public static JobRunner.JobResult execute(RunContext run, PrintStream out, Listing listing) {
    List<NormalizedFile> normalized = run.warehouse().read(NormalizedFile.class);
    if (listing == Listing.UNUSED_ALIASES) {
      Set<String> unused = new TreeSet<>(run.catalogue().terms());
      normalized.forEach(file -> file.usedAliases().forEach(unused::remove));
      unused.forEach(out::println);
      return new JobRunner.JobResult(ExitCode.DONE, null);
    }
    List<Run> runs =
        run.warehouse().read(Run.class).stream()
            .sorted(Comparator.comparing(Run::startedAt).reversed())
            .limit(RUNS)
            .toList();
    if (runs.isEmpty()) {
      out.println(
          "Nothing has been run in " + run.warehouse().root() + ": start with `./duibiao run`");
      return new JobRunner.JobResult(ExitCode.DONE, null);
    }
    out.println("Runs, the newest first:");
    for (Run recorded : runs) {
      out.printf(
          Locale.ROOT,
          "  %s  %-9s %-9s %,d files (%,d new)%s%n",
          recorded.runId(),
          recorded.job(),
          recorded.status(),
          recorded.filesSeen(),
          recorded.filesNew(),
          recorded.error() == null ? "" : "  " + recorded.error());
    }
    Releases.of(run.warehouse())
        .current()
        .ifPresent(release -> out.println("Readers see release " + describe(release)));
    out.printf(
        Locale.ROOT,
        "%,d values in %,d files: %,d observations, %,d candidates, %,d rejects to mend, %,d"
            + " ignored%n",
        normalized.stream().mapToLong(NormalizedFile::valuesFound).sum(),
        normalized.size(),
        normalized.stream().mapToLong(NormalizedFile::observations).sum(),
        normalized.stream().mapToLong(NormalizedFile::candidates).sum(),
        normalized.stream().mapToLong(NormalizedFile::rejected).sum(),
        normalized.stream().mapToLong(NormalizedFile::ignored).sum());
    for (SourceFile file : run.warehouse().read(SourceFile.class)) {
      if (file.current() && file.status().equals(SourceFileRows.REJECTED)) {
        out.println("Not read: " + file.path() + " (" + file.reason() + "): " + file.detail());
      }
    }
    for (NormalizedFile file : normalized) {
      if (file.candidates() + file.rejected() > 0) {
        out.printf(
            Locale.ROOT,
            "Waits: %s: %,d candidates, %,d rejects%n",
            file.path(),
            file.candidates(),
            file.rejected());
      }
    }
    return new JobRunner.JobResult(ExitCode.DONE, null);
  }

  private static String describe(Release release) {
    return release.releaseId() + ", published " + release.publishedAt();
  }
}
