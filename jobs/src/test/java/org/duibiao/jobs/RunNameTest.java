package org.duibiao.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.duibiao.tables.Run;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that a scheduler names, and asks for again; and the note of a run that was cut short. */
@Tag("spark")
class RunNameTest {

  private static final String FIRST = "2024-05-01T08:00:00Z";
  private static final String SECOND = "2024-06-01T08:00:00Z";
  private static final String NAME = "scheduled__2026-11-30T00:00:00+00:00";

  @TempDir private static Path prepared;
  private static Workbench origin;

  @TempDir private Path folder;
  private Workbench bench;

  @BeforeAll
  static void prepare() {
    origin =
        Workbench.in(prepared.resolve("bench"))
            .put(
                "gov/health.csv",
                Workbench.HEADER + "青岛市,三级医院,2020年末,22,家\n",
                Workbench.bulletin("2021-04-20"));
    Workbench.Result result = origin.run(FIRST, "run", "--run-id", NAME);
    assertThat(result.exitCode()).as(result.said()).isEqualTo(0);
  }

  @BeforeEach
  void copy() {
    bench = origin.copy(folder.resolve("bench"));
  }

  private List<Run> runs() {
    return bench.warehouse().read(Run.class);
  }

  @Test
  void theNameStandsBesideAnIdOfTheRunsOwn() {
    Run run = runs().get(0);
    assertThat(run.runName()).isEqualTo(NAME);
    assertThat(run.runId()).matches("20240501T080000_[0-9a-f]{12}");
    assertThat(bench.rows("SELECT DISTINCT run_id FROM silver.observations"))
        .containsExactly(run.runId());
  }

  @Test
  void theSameOverTheSameDoesNothing() {
    Map<String, Long> versions = bench.versions();
    Workbench.Result again = bench.run(SECOND, "run", "--run-id", NAME);
    assertThat(again.exitCode()).isEqualTo(0);
    assertThat(again.said())
        .isEqualTo(
            "Nothing to do: run "
                + NAME
                + " was done as "
                + runs().get(0).runId()
                + ", the same way\n");
    assertThat(bench.versions()).isEqualTo(versions);
  }

  @Test
  void theSameOverOthersIsRefused() {
    bench.put(
        "gov/beds.csv",
        Workbench.HEADER + "青岛市,床位,2020年末,65000,张\n",
        Workbench.bulletin("2021-04-20"));
    assertRefused("run", "--run-id", NAME);
    bench.remove("gov/beds.csv");
    assertRefused("run", "--run-id", NAME, "--reference", "370100");
    assertThat(bench.run(SECOND, "benchmark", "--run-id", NAME).exitCode())
        .as("each job of a schedule is done once under its name")
        .isEqualTo(0);
  }

  private void assertRefused(String... arguments) {
    Map<String, Long> versions = bench.versions();
    Workbench.Result refused = bench.run(SECOND, arguments);
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.said())
        .isEqualTo(
            "--run-id "
                + NAME
                + " names the run "
                + runs().get(0).runId()
                + ", which was done with other files, catalogue or options: give this one a name of"
                + " its own\n");
    assertThat(bench.versions()).isEqualTo(versions);
  }

  @Test
  void whatFailedOrWasNotPublishedIsRunAgainUnderItsName() {
    assertThat(bench.run(SECOND, "run", "--run-id", "b", "--reference", "999999").exitCode())
        .isEqualTo(2);
    Workbench.write(bench.landing().resolve("gov/bare.csv"), Workbench.HEADER);
    assertThat(bench.run(SECOND, "run", "--run-id", "b", "--strict").exitCode()).isEqualTo(3);
    bench.remove("gov/bare.csv");
    assertThat(bench.run(SECOND, "run", "--run-id", "b").exitCode()).isEqualTo(0);
    assertThat(runs())
        .extracting(Run::runName, Run::status)
        .containsExactlyInAnyOrder(
            tuple(NAME, Run.SUCCEEDED),
            tuple("b", Run.FAILED),
            tuple("b", Run.NOT_PUBLISHED),
            tuple("b", Run.SUCCEEDED));
    assertThat(runs()).extracting(Run::runId).doesNotHaveDuplicates();
  }

  @Test
  void aNoteThatNamesNoRunOfThisWarehouseIsNotBelieved() {
    Path victim = bench.folder().resolve("victim/precious.txt");
    Path note = bench.folder().resolve("warehouse/_intent");
    Workbench.write(victim, "precious");
    for (String said : List.of("../../victim", "killed", "/", runs().get(0).runId())) {
      Workbench.write(note, said);
      Map<String, Long> versions = bench.versions();
      versions.remove("ops.runs");
      Workbench.Result run = bench.run(SECOND, "run");
      assertThat(run.exitCode()).as(said).isEqualTo(1);
      assertThat(run.said())
          .contains(
              "_intent should name a run of this warehouse that was cut short, but says '"
                  + said
                  + "': nothing was done");
      assertThat(victim).hasContent("precious");
      assertThat(bench.versions()).containsAllEntriesOf(versions);
    }
    Workbench.write(note, "");
    assertThat(bench.run(SECOND, "run").exitCode()).as("cut short before it began").isEqualTo(0);
    assertThat(note).doesNotExist();
    assertThat(bench.rows("SELECT count(*) FROM silver.observations")).containsExactly("1");
  }
}
