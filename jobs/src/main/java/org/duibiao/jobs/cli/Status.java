package org.duibiao.jobs.cli;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.duibiao.jobs.context.ExitCode;
import org.duibiao.jobs.context.Stage;
import org.duibiao.jobs.ingestion.Sources;
import org.duibiao.tables.NormalizedFile;
import org.duibiao.tables.Release;
import org.duibiao.tables.Run;
import org.duibiao.tables.SourceFile;
import org.duibiao.warehouse.Releases;

/** Runs, growth, what waits. */
public final class Status {

  private static final int RUNS = 5;

  private Status() {}

  public static Execution.Outcome execute(Stage stage, PrintStream out, boolean aliases) {
    List<NormalizedFile> normalized = stage.warehouse().read(NormalizedFile.class);
    if (aliases) {
      Set<String> unused = new TreeSet<>(stage.catalogue().terms());
      normalized.forEach(file -> file.usedAliases().forEach(unused::remove));
      unused.forEach(out::println);
      return new Execution.Outcome(ExitCode.DONE, null);
    }
    List<Run> runs =
        stage.warehouse().read(Run.class).stream()
            .sorted(Comparator.comparing(Run::startedAt).reversed())
            .limit(RUNS)
            .toList();
    if (runs.isEmpty()) {
      out.println(
          "Nothing has been run in " + stage.warehouse().root() + ": start with `./duibiao run`");
      return new Execution.Outcome(ExitCode.DONE, null);
    }
    out.println("Runs, the newest first:");
    for (Run run : runs) {
      out.printf(
          Locale.ROOT,
          "  %s  %-9s %-9s %,d files (%,d new)%s%n",
          run.runId(),
          run.job(),
          run.status(),
          run.filesSeen(),
          run.filesNew(),
          run.error() == null ? "" : "  " + run.error());
    }
    Releases.of(stage.warehouse())
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
    for (SourceFile file : stage.warehouse().read(SourceFile.class)) {
      if (file.current() && file.status().equals(Sources.REJECTED)) {
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
    return new Execution.Outcome(ExitCode.DONE, null);
  }

  private static String describe(Release release) {
    return release.releaseId() + ", published " + release.publishedAt();
  }
}
