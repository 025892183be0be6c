package org.duibiao.jobs.ingestion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.duibiao.jobs.context.Console;
import org.duibiao.jobs.context.RunContext;
import org.duibiao.model.Message;
import org.duibiao.model.code.FindingKind;
import org.duibiao.tables.Finding;
import org.duibiao.tables.NormalizedFile;

/**
 * The messages at the end of an ingestion: what was made of the files, what is wrong, what to do.
 */
public final class IngestionSummary {

  private static final int MAX_LINES = 20;

  private final RunContext run;
  private final Ingestion.Result result;

  public IngestionSummary(RunContext run, Ingestion.Result result) {
    this.run = run;
    this.result = result;
  }

  public void print() {
    Console console = run.console();
    long values = result.normalized().stream().mapToLong(NormalizedFile::valuesFound).sum();
    long derived = result.normalized().stream().mapToLong(NormalizedFile::derived).sum();
    console.info(
        "%,d values found = %,d observations + %,d candidates + %,d rejects (%,d of them to fix)%s",
        values,
        result.observations(),
        result.candidates(),
        result.rejects(),
        result.normalized().stream().mapToLong(NormalizedFile::rejected).sum(),
        derived == 0 ? "" : Message.of(" − %,d counts and second readings", derived));
    printList(
        "file could not be read",
        "files could not be read",
        result.files().stream()
            .filter(SourceFileRows::isRejected)
            .map(file -> file.path() + " (" + file.reason() + "): " + file.detail())
            .toList());
    printList(
        "file with figures is gone",
        "files with figures are gone",
        findings(IngestionSummary::isDisappearance));
    printList(
        "problem with a single value; see silver.rejects and silver.candidates",
        "problems with single values; see silver.rejects and silver.candidates",
        result.normalized().stream()
            .flatMap(file -> file.problems().stream().map(line -> file.path() + ", " + line))
            .toList());
    printList(
        "sidecar has no file: put the file beside it, or remove the sidecar",
        "sidecars have no file: put the file beside it, or remove the sidecar",
        result.orphans());
    printList(
        "figure contradicts another or is not plausible; see silver.findings",
        "figures contradict each other or are not plausible; see silver.findings",
        findings(finding -> !isDisappearance(finding)));
    printList(
        "term matched nothing in the catalogue; `./duibiao review` shows where",
        "terms matched nothing in the catalogue; `./duibiao review` shows where",
        unknownTerms());
    Set<String> unused = new TreeSet<>(run.catalogue().terms());
    result.normalized().forEach(file -> file.usedAliases().forEach(unused::remove));
    console.info(
        "%d of %d aliases of the catalogue never matched; `./duibiao status --aliases` lists them",
        unused.size(), run.catalogue().terms().size());
  }

  private List<String> findings(Predicate<Finding> which) {
    return result.findings().stream().filter(which).map(Finding::detail).toList();
  }

  private static boolean isDisappearance(Finding finding) {
    return finding.kind() == FindingKind.SOURCE_DISAPPEARED;
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

  private void printList(String one, String many, List<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    run.console().info("%d %s:", lines.size(), lines.size() == 1 ? one : many);
    lines.stream().limit(MAX_LINES).forEach(line -> run.console().info("  %s", line));
    if (lines.size() > MAX_LINES) {
      run.console().info("  … and %d more", lines.size() - MAX_LINES);
    }
  }

  /** The files of which a value was lost or counted twice. */
  public List<NormalizedFile> unbalanced() {
    return result.normalized().stream().filter(file -> !file.balances()).toList();
  }
}
