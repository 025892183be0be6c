package org.duibiao.jobs.ingestion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;
import org.duibiao.catalogue.Lexicon.WordClass;
import org.duibiao.jobs.context.Console;
import org.duibiao.jobs.context.RunContext;
import org.duibiao.model.Message;
import org.duibiao.model.code.FindingKind;
import org.duibiao.tables.Finding;
import org.duibiao.tables.NormalizedFile;
import org.duibiao.tables.SourceFile;

/**
 * The messages at the end of an ingestion: what was made of the files, what is wrong, what to do.
 */
public final class IngestionSummary {

  private static final int MAX_LINES = 20;

  /** What one can still look through; {@code silver.normalized_files} has all. */
  private static final int MAX_FILES = 100;

  /** What terms of the subject hold, besides the words of health. */
  private static final List<String> SUBJECT = List.of("人口", "出生", "死亡", "床位", "寿命");

  private final RunContext run;
  private final Ingestion.Result result;

  public IngestionSummary(RunContext run, Ingestion.Result result) {
    this.run = run;
    this.result = result;
  }

  public void print() {
    Console console = run.console();
    ReadingCounts counts = result.counts();
    console.info(
        "%,d values found = %,d observations + %,d candidates + %,d rejects (%,d of them to fix)%s",
        result.normalized().stream().mapToLong(NormalizedFile::valuesFound).sum(),
        counts.observations(),
        counts.candidates(),
        counts.rejects(),
        counts.rejected(),
        counts.derived() == 0
            ? ""
            : Message.of(" − %,d counts and second readings", counts.derived()));
    printList(
        "file could not be read",
        "files could not be read",
        result.files().stream()
            .filter(SourceFile::isRejected)
            .map(file -> file.path() + " (" + file.reason() + "): " + file.detail())
            .toList());
    printList(
        "file with figures is gone",
        "files with figures are gone",
        result.findings().stream()
            .filter(IngestionSummary::isDisappearance)
            .map(Finding::detail)
            .toList());
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
        grouped());
    printList(
        MAX_FILES,
        "file read",
        "files read",
        result.normalized().stream()
            .filter(file -> file.valuesFound() > 0)
            .sorted(Comparator.comparing(file -> file.observations() > 0))
            .map(IngestionSummary::balance)
            .toList());
    printList(
        "term matched nothing in the catalogue; `./duibiao review` shows where",
        "terms matched nothing in the catalogue; `./duibiao review` shows where",
        unknownTerms());
  }

  private static String balance(NormalizedFile file) {
    StringJoiner parts = new StringJoiner(", ");
    addPart(parts, "placed", file.observations());
    addPart(parts, "waiting", file.candidates());
    addPart(parts, "to be corrected", file.rejected());
    addPart(parts, "blank or no statistics", file.ignored());
    return Message.of(
        "%s: %,d values = %s%s",
        file.path(),
        file.valuesFound(),
        parts,
        file.observations() > 0 ? "" : "; no figure: look at its sidecar and `./duibiao review`");
  }

  private static void addPart(StringJoiner parts, String name, long values) {
    if (values > 0) {
      parts.add(Message.of("%,d %s", values, name));
    }
  }

  /** One line for all findings of one kind about one indicator of a file, with their number. */
  private List<String> grouped() {
    Map<List<String>, List<Finding>> groups = new LinkedHashMap<>();
    for (Finding each : result.findings()) {
      if (!isDisappearance(each)) {
        List<String> about = List.of(each.kind().id(), each.path() + "", each.indicator() + "");
        groups.computeIfAbsent(about, none -> new ArrayList<>()).add(each);
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<Finding> same : groups.values()) {
      int more = same.size() - 1;
      String like = more == 0 ? "" : Message.of(" (and %,d more like it)", more);
      lines.add(same.get(0).detail() + like);
    }
    return lines;
  }

  private static boolean isDisappearance(Finding finding) {
    return finding.kind() == FindingKind.SOURCE_DISAPPEARED;
  }

  /** The terms without an entry: those that speak of health or population first. */
  private List<String> unknownTerms() {
    Map<String, TreeSet<String>> files = new TreeMap<>();
    for (NormalizedFile file : result.normalized()) {
      for (String term : file.unknownTerms()) {
        files.computeIfAbsent(term, t -> new TreeSet<>()).add(file.path());
      }
    }
    List<String> subject = new ArrayList<>(SUBJECT);
    subject.addAll(run.catalogue().lexicon().words(WordClass.SECTOR_HEALTH));
    return files.entrySet().stream()
        .sorted(Comparator.comparing(e -> subject.stream().noneMatch(e.getKey()::contains)))
        .map(e -> e.getKey() + " (" + String.join(", ", e.getValue()) + ")")
        .toList();
  }

  private void printList(String one, String many, List<String> lines) {
    printList(MAX_LINES, one, many, lines);
  }

  private void printList(int most, String one, String many, List<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    run.console().info("%d %s:", lines.size(), lines.size() == 1 ? one : many);
    lines.stream().limit(most).forEach(line -> run.console().info("  %s", line));
    if (lines.size() > most) {
      run.console().info("  … and %d more", lines.size() - most);
    }
  }

  /** The files of which a value was lost or counted twice. */
  public List<NormalizedFile> unbalanced() {
    return result.normalized().stream().filter(file -> !file.balances()).toList();
  }
}
