package org.duibiao.jobs.ingestion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.duibiao.jobs.context.Console;
import org.duibiao.jobs.context.Stage;
import org.duibiao.tables.Finding;
import org.duibiao.tables.NormalizedFile;
import org.duibiao.tables.SourceFile;

/**
 * What a person is told at the end of a run: what was made of the files, what is wrong, what to do.
 */
public final class Summary {

  private static final int SHOWN = 20;

  private final Stage stage;
  private final Ingestion.Result result;

  public Summary(Stage stage, Ingestion.Result result) {
    this.stage = stage;
    this.result = result;
  }

  public void print() {
    Console console = stage.console();
    long values = result.normalized().stream().mapToLong(NormalizedFile::valuesFound).sum();
    long derived = result.normalized().stream().mapToLong(NormalizedFile::derived).sum();
    console.say(
        String.format(
                Locale.ROOT,
                "%,d values found = %,d observations + %,d candidates + %,d rejects (%,d of them to"
                    + " mend)",
                values,
                result.observations(),
                result.candidates(),
                result.rejects(),
                result.normalized().stream().mapToLong(NormalizedFile::rejected).sum())
            + (derived == 0
                ? ""
                : String.format(Locale.ROOT, " − %,d counts and second readings", derived)));
    List<String> rejectedFiles = new ArrayList<>();
    for (SourceFile file : result.files()) {
      if (file.status().equals(Sources.REJECTED)) {
        rejectedFiles.add(file.path() + " (" + file.reason() + "): " + file.detail());
      }
    }
    list("file could not be read", "files could not be read", rejectedFiles);
    list(
        "problem with a single value; see silver.rejects and silver.candidates",
        "problems with single values; see silver.rejects and silver.candidates",
        problems());
    list(
        "sidecar has no file: put the file beside it, or remove the sidecar",
        "sidecars have no file: put the file beside it, or remove the sidecar",
        result.orphans());
    list(
        "figure contradicts another or is not plausible; see silver.findings",
        "figures contradict each other or are not plausible; see silver.findings",
        result.findings().stream().map(Finding::detail).toList());
    list(
        "term matched nothing in the catalogue; `./duibiao review` shows where",
        "terms matched nothing in the catalogue; `./duibiao review` shows where",
        unknownTerms());
    Set<String> unused = new TreeSet<>(stage.catalogue().terms());
    result.normalized().forEach(file -> file.usedAliases().forEach(unused::remove));
    console.say(
        unused.size()
            + " of "
            + stage.catalogue().terms().size()
            + " aliases of the catalogue never matched; `./duibiao status --aliases` lists them");
  }

  private List<String> problems() {
    List<String> lines = new ArrayList<>();
    for (NormalizedFile file : result.normalized()) {
      file.problems().forEach(problem -> lines.add(file.path() + ", " + problem));
    }
    return lines;
  }

  private List<String> unknownTerms() {
    Map<String, TreeSet<String>> files = new TreeMap<>();
    for (NormalizedFile file : result.normalized()) {
      for (String term : file.unknownTerms()) {
        files.computeIfAbsent(term, t -> new TreeSet<>()).add(file.path());
      }
    }
    List<String> lines = new ArrayList<>();
    files.forEach((term, paths) -> lines.add(term + " (" + String.join(", ", paths) + ")"));
    return lines;
  }

  private void list(String one, String many, List<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    stage.console().say(lines.size() + " " + (lines.size() == 1 ? one : many) + ":");
    lines.stream().limit(SHOWN).forEach(line -> stage.console().say("  " + line));
    if (lines.size() > SHOWN) {
      stage.console().say("  … and " + (lines.size() - SHOWN) + " more");
    }
  }

  /** The files of which a value was lost or counted twice. */
  public List<NormalizedFile> unbalanced() {
    return result.normalized().stream().filter(file -> !file.balances()).toList();
  }
}
