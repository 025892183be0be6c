package org.duibiao.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.duibiao.tables.NormalizedFile;
import org.duibiao.tables.NormalizedFileBuilder;
import org.duibiao.tables.Reading;
import org.duibiao.tables.ReadingBuilder;
import org.duibiao.tables.Release;
import org.duibiao.warehouse.Warehouse;
import org.duibiao.warehouse.WarehouseLock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps a run from publishing, and how a command says that it cannot do what it was told. */
@Tag("spark")
class GatesTest {

  private static final String FIRST = "2024-05-01T08:00:00Z";
  private static final String SECOND = "2024-06-01T08:00:00Z";
  private static final String HEALTH =
      Workbench.HEADER
          + """
          深圳市,三级医院,2020年末,50,家
          青岛市,三级医院,2020年末,22,家
          深圳市,年末常住人口,2020年,1763.38,万人
          青岛市,年末常住人口,2020年,1010.57,万人
          """;

  @TempDir private static Path prepared;
  private static Workbench origin;

  @TempDir private Path folder;
  private Workbench bench;

  @BeforeAll
  static void prepare() {
    origin =
        Workbench.in(prepared.resolve("bench"))
            .put("gov/health.csv", HEALTH, Workbench.bulletin("2021-04-20"));
    Workbench.Result result = origin.run(FIRST, "run");
    assertThat(result.exitCode()).as(result.said()).isEqualTo(0);
  }

  @BeforeEach
  void copy() {
    bench = origin.copy(folder.resolve("bench"));
  }

  private void assertThatReadersSeeTheFirstRelease() {
    assertThat(bench.warehouse().read(Release.class))
        .isEqualTo(origin.warehouse().read(Release.class));
    assertThat(Workbench.contents(bench.reports())).isEqualTo(Workbench.contents(origin.reports()));
  }

  @Test
  void aReaderThatDropsAValueIsCaught() {
    String beds = Workbench.HEADER + "深圳市,床位,2020年末,62904,张\n青岛市,床位,2020年末,65000,张\n";
    Path landing = bench.landing();
    bench.put("gov/beds.csv", beds, Workbench.bulletin("2021-04-20"));
    bench.landing(ShrinkingFileSystem.SCHEME + "://" + landing);
    Workbench untroubled = bench.copy(folder.resolve("untroubled"));
    ShrinkingFileSystem.shrink("beds.csv", Integer.MAX_VALUE);
    assertThat(untroubled.run(SECOND, "run").exitCode()).isEqualTo(0);
    int openings = ShrinkingFileSystem.opened("beds.csv");

    // Whole when it is fingerprinted and counted, a line short when its records are read.
    ShrinkingFileSystem.shrink("beds.csv", openings - 1);
    Workbench.Result run = bench.run(SECOND, "run");

    assertThat(run.exitCode()).as(run.said()).isEqualTo(3);
    assertThat(run.said())
        .contains(
            "Not published: gov/beds.csv has 2 values, but 1 readings were made of them. This is"
                + " a fault of the program: please report it with the file")
        .contains("Nothing was published; readers see the release before");
    assertThatReadersSeeTheFirstRelease();
    Workbench.Result benchmark = bench.run(SECOND, "benchmark");
    assertThat(benchmark.exitCode()).isEqualTo(3);
    assertThat(benchmark.said())
        .isEqualTo(
            "Not published: gov/beds.csv has 2 values; 1 observations, 0 candidates and 0 rejects"
                + " (0 derived) were made of them, and silver.readings holds 1 observations, 0"
                + " candidates and 0 rejects (0 derived). This is a fault of the program: please"
                + " report it with the file\n");
    assertThatReadersSeeTheFirstRelease();
  }

  @Test
  void aBalanceThatIsWrongIsNotPublished() {
    NormalizedFile file = bench.warehouse().read(NormalizedFile.class).get(0);
    bench
        .warehouse()
        .replace(
            NormalizedFile.class,
            List.of(
                NormalizedFileBuilder.builder(file).observations(file.observations() - 1).build()));
    Workbench.Result result = bench.run(SECOND, "benchmark");
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.said())
        .isEqualTo(
            "Not published: gov/health.csv has 4 values; 3 observations, 0 candidates and 0 rejects"
                + " (0 derived) were made of them, and silver.readings holds 4 observations, 0"
                + " candidates and 0 rejects (0 derived). This is a fault of the program: please"
                + " report it with the file\n");
    assertThatReadersSeeTheFirstRelease();
  }

  @Test
  void aFigureThatStandsTwiceInTheTableIsNotPublished() {
    Warehouse warehouse = bench.warehouse();
    Reading reading = warehouse.read(Reading.class).get(0);
    warehouse.append(Reading.class, reading);
    Workbench.Result counted = bench.run(SECOND, "run");
    assertThat(counted.exitCode()).as(counted.said()).isEqualTo(3);
    assertThat(counted.said())
        .contains("silver.readings holds 5 observations")
        .contains("Nothing was published; readers see the release before");

    NormalizedFile file = warehouse.read(NormalizedFile.class).get(0);
    warehouse.replace(
        NormalizedFile.class,
        List.of(NormalizedFileBuilder.builder(file).observations(5).valuesFound(5).build()));
    warehouse.append(Reading.class, ReadingBuilder.builder(reading).path("gov/gone.csv").build());
    Workbench.Result found = bench.run(SECOND, "benchmark");
    assertThat(found.exitCode()).isEqualTo(3);
    assertThat(found.said())
        .isEqualTo(
            "Not published: gov/gone.csv has 1 observations, 0 candidates and 0 rejects (0 derived)"
                + " in silver.readings, but was not read to its end\n"
                + "Not published: 1 figures of gov/gone.csv, gov/health.csv stand more than once in"
                + " silver.readings, such as "
                + reading.observationId()
                + "\n");
    assertThatReadersSeeTheFirstRelease();
  }

  @Test
  void oneRunAtATime() throws IOException, WarehouseLock.LockedException {
    Map<String, String> before = Workbench.contents(bench.folder());
    String root = bench.warehouse().root();
    try (WarehouseLock held = WarehouseLock.acquire(root, new Configuration())) {
      for (String job : List.of("run", "ingest", "normalize", "benchmark")) {
        Workbench.Result result = bench.run(SECOND, job);
        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.said())
            .isEqualTo(
                "Another run holds the warehouse "
                    + root
                    + ": wait until it has ended, then run again\n");
      }
      assertThat(bench.run(SECOND, "sql", "SELECT count(*) AS n FROM gold.releases").out())
          .as("readers are not kept waiting")
          .contains("1");
    }
    assertThat(Workbench.contents(bench.folder())).isEqualTo(before);
    assertThat(bench.run(SECOND, "run").exitCode()).isEqualTo(0);
  }

  @Test
  void strictDoesNotPublishWhenAFileWasRejected() {
    Workbench.write(bench.landing().resolve("gov/beds.csv"), Workbench.HEADER);
    Workbench.Result strict = bench.run(SECOND, "run", "--strict");
    assertThat(strict.exitCode()).as(strict.said()).isEqualTo(3);
    assertThat(strict.said())
        .contains("1 file could not be read:")
        .contains(
            "gov/beds.csv (no_sidecar): there is no gov/beds.csv.yaml that says where the file"
                + " comes from and how it is laid out: `./duibiao describe gov/beds.csv` drafts it")
        .contains("Nothing was published; readers see the release before");
    assertThatReadersSeeTheFirstRelease();
    assertThat(bench.run(SECOND, "run", "--strict").exitCode()).as("nor later").isEqualTo(3);

    bench.put(
        "gov/doctors.csv",
        Workbench.HEADER + "深圳市,执业(助理)医师,2020年末,40000,人\n",
        Workbench.bulletin("2021-05-01"));
    Workbench.Result lenient = bench.run(SECOND, "run");
    assertThat(lenient.exitCode()).as(lenient.said()).isEqualTo(0);
    assertThat(lenient.said()).contains("1 file could not be read:");
    assertThat(bench.currentRelease()).isNotEqualTo(origin.currentRelease());
  }

  @Test
  void dryRunChangesNothing() {
    Workbench.edit(bench.landing().resolve("gov/health.csv"), ",50,", ",51,");
    Workbench.write(bench.landing().resolve("gov/beds.csv"), Workbench.HEADER);
    Map<String, String> before = Workbench.contents(bench.folder());
    Workbench.Result result = bench.run(SECOND, "run", "--dry-run");
    assertThat(result.exitCode()).as(result.said()).isEqualTo(0);
    assertThat(result.said())
        .contains("2 files, 2 new or changed, 0 as before")
        .contains("  would read gov/health.csv\n")
        .contains("  would reject gov/beds.csv (no_sidecar)");
    assertThat(Workbench.contents(bench.folder())).isEqualTo(before);

    bench.remove("gov/health.csv");
    assertThat(bench.run(SECOND, "run", "--dry-run").said())
        .contains("  gov/health.csv is not in the landing area any more; its figures stay. ")
        .doesNotContain("would close");
    bench.put("gov/again.csv", HEALTH, "replaces: gov/health\n" + Workbench.bulletin("2021-05-20"));
    assertThat(bench.run(SECOND, "run", "--dry-run").said())
        .contains("  would read gov/again.csv\n")
        .contains("  would close the figures of gov/health.csv\n");

    Workbench empty = Workbench.in(folder.resolve("empty"));
    empty.put("gov/health.csv", HEALTH, Workbench.bulletin("2021-04-20"));
    assertThat(empty.run(FIRST, "run", "--dry-run").exitCode()).isEqualTo(0);
    assertThat(folder.resolve("empty/warehouse")).doesNotExist();
    assertThat(folder.resolve("empty/reports")).doesNotExist();
  }

  @Test
  void wrongUsageEndsWith2AndSaysWhatToDo() {
    assertThat(bench.run(SECOND, "run", "--landling", "x"))
        .satisfies(
            result -> {
              assertThat(result.exitCode()).isEqualTo(2);
              assertThat(result.said()).contains("--landling").contains("--landing");
            });
    assertThat(bench.run(SECOND, "rum").exitCode()).isEqualTo(2);
    assertThat(bench.run(SECOND, "run", "--as-of", "soon").exitCode()).isEqualTo(2);
    assertThat(bench.run(SECOND, "sql", "--format", "xml", "SELECT 1").exitCode()).isEqualTo(2);
    assertRefused(
        "--run-id ../../x must be 1 to 250 letters, digits and characters of _.~:+@=-\n",
        "run",
        "--run-id",
        "../../x");
    assertRefused(
        "There is no release nonesuch: see gold.releases\n", "report", "--release", "nonesuch");
    assertRefused(
        "There is no release nonesuch: see gold.releases\n",
        "sql",
        "--release",
        "nonesuch",
        "SELECT 1");
    String nowhere = folder.resolve("nowhere").toString();
    assertRefused(
        "There is no catalogue at " + nowhere + ": name its folder with --catalogue\n",
        "run",
        "--catalogue",
        nowhere);
    assertThatReadersSeeTheFirstRelease();
  }

  private void assertRefused(String message, String... arguments) {
    Workbench.Result result = bench.run(SECOND, arguments);
    assertThat(result.exitCode()).as(String.join(" ", arguments)).isEqualTo(2);
    assertThat(result.said()).isEqualTo(message);
    assertThat(result.out()).isEmpty();
  }

  @Test
  void anUnknownReferenceIsRefused() {
    Workbench.Result result = bench.run(SECOND, "run", "--reference", "449999");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.said())
        .contains(
            "--reference 449999 is neither median nor best nor the code of an area: see"
                + " silver.cities\n");
    assertThatReadersSeeTheFirstRelease();
  }

  @Test
  void aBrokenCatalogueIsRefusedWithFileAndLine() {
    Path units = bench.ownCatalogue().resolve("units.yaml");
    List<String> lines = new ArrayList<>(Workbench.read(units).lines().toList());
    int line = lines.indexOf("  - id: person") + 1;
    assertThat(line).isPositive();
    lines.add(line, "    zhh: 人");
    Workbench.write(units, String.join("\n", lines) + "\n");
    Map<String, String> before = Workbench.contents(bench.folder().resolve("warehouse"));
    Workbench.Result result = bench.run(SECOND, "run");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.said())
        .startsWith("The catalogue has errors; nothing was done:\n")
        .contains("units.yaml:" + (line + 1) + ": ")
        .contains("zhh");
    assertThat(Workbench.contents(bench.folder().resolve("warehouse"))).isEqualTo(before);
  }
}
