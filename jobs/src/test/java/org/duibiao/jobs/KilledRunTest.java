package org.duibiao.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.duibiao.columns.Schema;
import org.duibiao.tables.Run;
import org.duibiao.tables.Tables;
import org.duibiao.warehouse.Warehouse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs that are killed between two commits. What such a run leaves behind is made from a finished
 * one: the later commits are taken out of the tables' logs, their data files stay as orphans, and
 * the note of the run stands.
 */
@Tag("spark")
class KilledRunTest {

  private static final String FIRST = "2024-05-01T08:00:00Z";
  private static final String SECOND = "2024-06-01T08:00:00Z";
  private static final String THIRD = "2024-06-02T08:00:00Z";

  /** A scheduler gives the next attempt the name of the one that was killed. */
  private static final String NAME = "scheduled__2024-06-01T00:00:00+00:00";

  /** What may differ: who wrote a row and when, and what follows from how often was written. */
  private static final Set<String> INCIDENTAL =
      Set.of(
          "runId",
          "ingestedAt",
          "knownFrom",
          "knownTo",
          "publishedAt",
          "tableVersions",
          "inputsSha256");

  @TempDir private Path folder;

  private record Commit(Path log, String version, FileTime written) {
    String table() {
      Path layer = log.getParent().getParent().getFileName();
      return layer + "." + log.getParent().getFileName();
    }
  }

  @Tag("long")
  @Test
  void theFirstRunCanBeKilledAnywhere() {
    Workbench bench = Workbench.in(folder.resolve("bench"));
    fill(bench);
    Workbench.Result run = bench.run(FIRST, "run", "--run-id", NAME);
    assertThat(run.exitCode()).as(run.said()).isEqualTo(0);
    List<Commit> commits = commits(bench);
    killAfter(IntStream.range(0, commits.size()).boxed().toList(), commits, bench);
  }

  @Test
  @Tag("long")
  void aRunThatChangesFiguresCanBeKilledBetweenAddingAndClosingThem() {
    killChanging(List.of(2));
  }

  @Test
  @Tag("long")
  void aRunThatChangesAddsAndClosesFiguresCanBeKilledAnywhere() {
    killChanging(List.of(0, 1, 2, 3, 4));
  }

  /**
   * Kills such a run at some of the places where silver stands half changed: after the records, the
   * files, the figures added, the figures closed, the balances.
   */
  private void killChanging(List<Integer> places) {
    Workbench bench = Workbench.in(folder.resolve("bench"));
    fill(bench);
    Workbench.Result first = bench.run(FIRST, "run");
    assertThat(first.exitCode()).as(first.said()).isEqualTo(0);
    List<Commit> before = commits(bench);
    Workbench.edit(bench.landing().resolve("gov/health.csv"), ",22,", ",25,");
    bench.remove("gov/births.csv");
    bench.put(
        "gov/people.csv",
        Workbench.HEADER + "青岛市,出生人口,2021年,80000,人\n",
        "replaces: gov/births\n" + Workbench.bulletin("2022-04-20"));
    bench.put(
        "gov/doctors.csv",
        Workbench.HEADER + "深圳市,执业(助理)医师,2020年末,40000,人\n",
        Workbench.bulletin("2021-05-01"));
    Workbench.Result second = bench.run(SECOND, "run", "--run-id", NAME);
    assertThat(second.exitCode()).as(second.said()).isEqualTo(0);
    assertThat(second.said()).contains("4 files, 3 new or changed, 1 as before");
    List<Commit> commits = commits(bench);
    commits.removeAll(before);
    // Wherever silver stands half changed; gold is replaced as by a first run.
    List<Integer> done = new ArrayList<>();
    for (int i = 0; i < commits.size(); i++) {
      switch (commits.get(i).table()) {
        case "bronze.source_records",
            "bronze.source_files",
            "silver.readings",
            "silver.normalized_files" ->
            done.add(i + 1);
        default -> {}
      }
    }
    assertThat(done).as("records, files, figures added, figures changed, balances").hasSize(5);
    killAfter(places.stream().map(done::get).toList(), commits, bench);
  }

  private static void fill(Workbench bench) {
    bench
        .put(
            "gov/health.csv",
            Workbench.HEADER
                + """
                深圳市,三级医院,2020年末,50,家
                青岛市,三级医院,2020年末,22,家
                青岛市,三星级大医院,2020年末,2,家
                济南市,三级医院,2020年末,—,家
                """,
            Workbench.bulletin("2021-04-20"))
        .put(
            "gov/births.csv",
            Workbench.HEADER + "青岛市,出生人口,2020年,90000,人\n",
            Workbench.bulletin("2021-04-20"))
        .put(
            "gov/population.csv",
            Workbench.HEADER
                + """
                深圳市,年末常住人口,2020年,1763.38,万人
                青岛市,年末常住人口,2020年,1010.57,万人
                """,
            Workbench.bulletin("2021-06-01"));
  }

  /** Kills a run after so many of its commits, and lets the next one finish the work. */
  private void killAfter(List<Integer> counts, List<Commit> commits, Workbench finished) {
    int normalized = -1;
    for (int i = 0; i < commits.size(); i++) {
      if (commits.get(i).table().equals("silver.normalized_files")) {
        normalized = i;
      }
    }
    assertThat(normalized).isPositive();
    Map<String, List<String>> undisturbed = content(finished.warehouse());
    String killed =
        finished.warehouse().read(Run.class).stream()
            .filter(run -> NAME.equals(run.runName()))
            .map(Run::runId)
            .findFirst()
            .orElseThrow();
    for (int done : counts) {
      String after = done == 0 ? "nothing" : commits.get(done - 1).table() + " (" + done + ")";
      Workbench bench = finished.copy(folder.resolve("killed-after-" + done));
      for (Commit commit : commits.subList(done, commits.size())) {
        undo(bench.folder().resolve(finished.folder().relativize(commit.log())), commit.version());
      }
      boolean noted = done <= normalized + 1;
      Path staging = bench.folder().resolve("warehouse/_staging").resolve(killed);
      if (noted) {
        Workbench.write(bench.folder().resolve("warehouse/_intent"), killed);
        Workbench.write(
            staging.resolve("silver/readings/part-" + killed + "-0.snappy.parquet"), "half");
      }

      Workbench.Result next = bench.run(THIRD, "run", "--run-id", NAME);

      assertThat(next.exitCode()).as("after " + after + ": " + next.said()).isEqualTo(0);
      String recovery = "Run " + killed + " was interrupted: removing what it left unfinished";
      assertThat(next.said().contains(recovery)).as("after " + after).isEqualTo(noted);
      assertThat(content(bench.warehouse())).as("after " + after).isEqualTo(undisturbed);
      assertThat(Workbench.contents(bench.reports()))
          .as("after " + after)
          .isEqualTo(Workbench.contents(finished.reports()));
      assertThat(bench.folder().resolve("warehouse/_intent")).doesNotExist();
      assertThat(staging).doesNotExist();
      assertThat(bench.warehouse().read(Run.class)).extracting(Run::runName).contains(NAME);
    }
  }

  private static void undo(Path log, String version) {
    try (Stream<Path> files = Files.list(log)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.startsWith(version) || name.startsWith("." + version)) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try (Stream<Path> files = Files.list(log)) {
      if (files.noneMatch(file -> file.toString().endsWith(".json"))) {
        Workbench.delete(log);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The commits to all tables, in the order in which they were made. */
  private static List<Commit> commits(Workbench bench) {
    List<Commit> commits = new ArrayList<>();
    try (Stream<Path> files = Files.walk(bench.folder().resolve("warehouse"))) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (file.getParent().endsWith("_delta_log") && name.matches("[0-9]{20}\\.json")) {
          commits.add(
              new Commit(file.getParent(), name.substring(0, 20), Files.getLastModifiedTime(file)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    commits.sort(Comparator.comparing(Commit::written).thenComparing(Commit::version));
    return commits;
  }

  /** The rows of all tables but ops.runs, in any order, without what may differ. */
  private static Map<String, List<String>> content(Warehouse warehouse) {
    Map<String, List<String>> content = new TreeMap<>();
    for (Class<? extends Record> table : Tables.ALL) {
      if (table != Run.class) {
        List<String> rows = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Record row : warehouse.read(table)) {
          String text = text(row);
          if (!table.getSimpleName().equals("Release") || seen.add(text)) {
            rows.add(text);
          }
        }
        rows.sort(Comparator.naturalOrder());
        content.put(Schema.of(table).name(), rows);
      }
    }
    return content;
  }

  private static String text(Record row) {
    StringBuilder text = new StringBuilder();
    for (RecordComponent component : row.getClass().getRecordComponents()) {
      Object value;
      try {
        value = component.getAccessor().invoke(row);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
      boolean incidental = INCIDENTAL.contains(component.getName());
      text.append(component.getName())
          .append('=')
          .append(incidental ? (value == null ? "null" : "…") : value)
          .append(' ');
    }
    return text.toString();
  }
}
