package org.duibiao.jobs.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileUtil;
import org.apache.spark.sql.SparkSession;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.jobs.context.Console;
import org.duibiao.jobs.context.ExitCode;
import org.duibiao.jobs.context.RunContext;
import org.duibiao.jobs.context.SparkSessions;
import org.duibiao.jobs.docs.CommandsPage;
import org.duibiao.jobs.docs.DataDictionaryPage;
import org.duibiao.jobs.docs.MethodsPage;
import org.duibiao.tables.Release;
import org.duibiao.warehouse.Releases;
import org.duibiao.warehouse.Warehouse;

/** Renews the documents that follow from the code and the shipped data, or names what is stale. */
public final class DocumentGenerator {

  /** The documents say the same whenever they are generated. */
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-05-01T08:00:00Z"), ZoneOffset.UTC);

  private static final Pattern QUESTION =
      Pattern.compile("```sql\n(.*?)```\n\n```text\n(.*?)```", Pattern.DOTALL);
  private static final String NOTEBOOKS = "notebooks-export";
  private static final String HINDSIGHT_DAY = "2022-12-31";

  private final Path repository;
  private final Path warehouse;
  private final Map<Path, byte[]> documents = new TreeMap<>();

  /**
   * Of a repository.
   *
   * @param warehouse where to compute; what is there already is not computed again
   */
  public DocumentGenerator(Path repository, Path warehouse) {
    this.repository = repository;
    this.warehouse = warehouse;
  }

  /** What is stale, each with its content; null for what is to be removed. */
  public Map<Path, byte[]> stale() throws IOException {
    Path trial = Files.createTempDirectory("duibiao-docs");
    boolean ownSpark = SparkSessions.running().isEmpty();
    SparkSession spark = SparkSessions.getOrCreate();
    try {
      String catalogue = repository.resolve("data/catalogue").toString();
      add(
          "docs/reference/commands.md",
          CommandsPage.markdown(new RootCommand(console(), System.out, CLOCK).commandLine()));
      add("docs/reference/tables.md", DataDictionaryPage.markdown());
      add(
          "docs/reference/methods.md",
          MethodsPage.markdown(
              Catalogue.load(
                  catalogue, RunContext.catalogueFiles(catalogue, new Configuration()))));
      addComputed(trial);
    } finally {
      if (ownSpark) {
        spark.stop();
      }
      FileUtil.fullyDelete(trial.toFile());
    }
    Map<Path, byte[]> stale = new TreeMap<>(documents);
    for (Map.Entry<Path, byte[]> each : documents.entrySet()) {
      Path path = each.getKey();
      if (Files.exists(path) && Arrays.equals(Files.readAllBytes(path), each.getValue())) {
        stale.remove(path);
      }
    }
    return stale;
  }

  private void add(String path, String text) {
    documents.put(repository.resolve(path), text.getBytes(StandardCharsets.UTF_8));
  }

  /** The documents that show what the shipped data say. */
  private void addComputed(Path trial) throws IOException {
    List<String> places =
        List.of(
            "--landing=" + repository.resolve("data/landing"),
            "--catalogue=" + repository.resolve("data/catalogue"),
            "--warehouse=" + warehouse,
            "--reports=" + trial.resolve("reports"));
    run(places, "normalize");
    run(places, "benchmark");
    run(places, "benchmark", "--as-of", HINDSIGHT_DAY);
    String hindsight = hindsight(places);
    for (String page : List.of("README.md", "docs/guides/questions.md", "docs/data.md")) {
      Matcher matcher = QUESTION.matcher(Files.readString(repository.resolve(page)));
      add(
          page,
          matcher.replaceAll(
              question ->
                  Matcher.quoteReplacement(answered(question.group(1), places, hindsight))));
    }
    Path notebooks = repository.resolve(NOTEBOOKS);
    Path exports = trial.resolve("exports");
    run(places, "notebooks", "--notebooks", notebooks.toString(), "--exports", exports.toString());
    for (Path export : files(exports)) {
      documents.put(notebooks.resolve(export.getFileName()), Files.readAllBytes(export));
    }
    for (Path file : files(notebooks)) {
      String name = file.getFileName().toString();
      if (!name.endsWith(".sql") && !name.endsWith(".md")) {
        documents.putIfAbsent(file, null);
      }
    }
  }

  private String hindsight(List<String> places) {
    Releases releases =
        Releases.of(new Warehouse(places.get(2).split("=", 2)[1], new Configuration()));
    return releases.all().stream()
        .filter(release -> release.asOf() != null)
        .reduce((earlier, later) -> later)
        .map(Release::releaseId)
        .orElseThrow();
  }

  private String answered(String query, List<String> places, String hindsight) {
    boolean past = query.contains("gold.hindsight");
    String answer =
        past ? run(places, "sql", "--release", hindsight, query) : run(places, "sql", query);
    return "```sql\n" + query + "```\n\n```text\n" + answer.replaceAll(" +\n", "\n") + "```";
  }

  /** Runs a command of its own and returns what it prints. */
  private static String run(List<String> places, String... command) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(places);
    int exitCode =
        new RootCommand(
                new Console(new PrintStream(messages, true, StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                CLOCK)
            .commandLine()
            .execute(arguments.toArray(String[]::new));
    if (exitCode != ExitCode.DONE) {
      throw new IllegalStateException(
          String.join(" ", command) + ": " + messages.toString(StandardCharsets.UTF_8));
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static Console console() {
    return new Console(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
  }
}
