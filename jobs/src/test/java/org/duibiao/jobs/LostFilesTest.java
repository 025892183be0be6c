package org.duibiao.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.duibiao.tables.Run;
import org.duibiao.tables.SourceFile;
import org.duibiao.tables.SourceFileBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of figures whose files are gone, cannot be read any more or were retired. */
@Tag("spark")
class LostFilesTest {

  private static final String FIRST = "2024-05-01T08:00:00Z";
  private static final String SECOND = "2024-06-01T08:00:00Z";
  private static final String THIRD = "2024-07-01T08:00:00Z";
  private static final String HEALTH =
      Workbench.HEADER + "深圳市,三级医院,2020年末,50,家\n青岛市,三级医院,2020年末,22,家\n";
  private static final String POPULATION =
      Workbench.HEADER + "深圳市,年末常住人口,2020年,1763.38,万人\n青岛市,年末常住人口,2020年,1010.57,万人\n";
  private static final String GONE =
      "gov/health.csv is not in the landing area any more; its figures stay. Put it back, or close"
          + " them: `./duibiao retire gov/health.csv --because \"…\"`";
  private static final String FIGURES =
      "SELECT path, value, known_from, known_to FROM silver.observations ORDER BY ALL";
  private static final String STATES =
      "SELECT path, current, status, reason, detail FROM bronze.source_files ORDER BY ALL";

  @TempDir private static Path prepared;
  private static Workbench origin;

  @TempDir private Path folder;
  private Workbench bench;

  @BeforeAll
  static void prepare() {
    origin =
        Workbench.in(prepared.resolve("bench"))
            .put("gov/health.csv", HEALTH, Workbench.bulletin("2021-04-20"))
            .put("gov/population.csv", POPULATION, Workbench.bulletin("2021-06-01"));
    Workbench.Result result = origin.run(FIRST, "run", "--strict");
    assertThat(result.exitCode()).as(result.said()).isEqualTo(0);
  }

  @BeforeEach
  void copy() {
    bench = origin.copy(folder.resolve("bench"));
  }

  private String run(String moment, String... arguments) {
    Workbench.Result result = bench.run(moment, arguments.length == 0 ? RUN : arguments);
    assertThat(result.exitCode()).as(result.said()).isEqualTo(0);
    return result.said();
  }

  private static final String[] RUN = {"run"};

  private void assertRefused(int exitCode, String message, String... arguments) {
    Map<String, String> before = contents();
    Workbench.Result result = bench.run(SECOND, arguments);
    assertThat(result.exitCode()).as(result.said()).isEqualTo(exitCode);
    assertThat(result.said()).isEqualTo(message + "\n");
    assertThat(contents()).isEqualTo(before);
  }

  /** Everything that is stored, but what is said of runs. */
  private Map<String, String> contents() {
    Map<String, String> contents = Workbench.contents(bench.folder());
    contents.keySet().removeIf(path -> path.startsWith("warehouse/ops/"));
    return contents;
  }

  /** Every file's values are in silver, whatever else lies at its path now. */
  private void assertBalance() {
    assertThat(
            bench.unreleased(
                """
                SELECT f.path, f.file_sha256, f.values_found, count(r.path)
                FROM bronze.source_files f LEFT JOIN (
                  SELECT path, file_sha256 FROM silver.observations WHERE known_to IS NULL
                  UNION ALL SELECT path, file_sha256 FROM silver.candidates WHERE known_to IS NULL
                  UNION ALL SELECT path, file_sha256 FROM silver.rejects) r
                ON r.path = f.path AND r.file_sha256 = f.file_sha256
                WHERE f.current GROUP BY ALL HAVING f.values_found <> count(r.path)
                """))
        .isEmpty();
  }

  @Test
  void aFileThatIsGoneKeepsItsFiguresAndIsAFindingUntilItIsBack() {
    List<String> figures = bench.unreleased(FIGURES);
    bench.remove("gov/health.csv");

    assertThat(run(SECOND)).contains("1 file with figures is gone:\n  " + GONE + "\n");

    assertThat(bench.unreleased(FIGURES)).isEqualTo(figures);
    assertThat(bench.unreleased(STATES))
        .containsExactly(
            "gov/health.csv|true|parsed|null|null", "gov/population.csv|true|parsed|null|null");
    assertThat(bench.rows("SELECT * FROM gold.benchmarks")).isNotEmpty();
    assertBalance();
    String findings = "SELECT kind, path, detail FROM silver.findings";
    assertThat(bench.unreleased(findings))
        .containsExactly("source_disappeared|gov/health.csv|" + GONE);
    assertThat(bench.run(SECOND, "status").out()).contains("Gone: " + GONE);
    assertThat(run(THIRD)).contains(GONE);

    bench.put("gov/health.csv", HEALTH, Workbench.bulletin("2021-04-20"));
    assertThat(run(THIRD))
        .contains("2 files, 0 new or changed, 2 as before")
        .doesNotContain("gone");
    assertThat(bench.unreleased(FIGURES)).isEqualTo(figures);
    assertThat(bench.unreleased(findings)).isEmpty();
  }

  @Test
  @Tag("long")
  void aFileThatMovedIsANewSourceAndTheFindingSaysWhereItIs() {
    bench.remove("gov/health.csv");
    bench.put("gov/moved.csv", HEALTH, Workbench.bulletin("2021-04-20"));
    assertThat(run(SECOND)).contains(GONE + "; the same bytes lie at gov/moved.csv now\n");
    assertThat(bench.rows("SELECT DISTINCT sources FROM gold.indicator_values"))
        .containsExactly("1");
    run(THIRD, "retire", "gov/health.csv", "--because", "moved to gov/moved.csv");
    assertThat(bench.rows("SELECT count(*) FROM silver.observations WHERE known_to IS NULL"))
        .containsExactly("4");
  }

  @Test
  @Tag("long")
  void aFileWithAnIdKeepsItWhereverItLies() {
    bench.put(
        "gov/births.csv",
        Workbench.HEADER + "青岛市,出生人口,2020年,90000,人\n",
        "id: births\n" + Workbench.bulletin("2021-04-20"));
    run(SECOND);
    bench.remove("gov/births.csv");
    bench.put(
        "gov/moved.csv",
        Workbench.HEADER + "青岛市,出生人口,2020年,90000,人\n",
        "id: births\n" + Workbench.bulletin("2021-04-20"));
    assertThat(run(THIRD)).doesNotContain("gone");
    assertThat(
            bench.rows(
                "SELECT path, known_from, known_to FROM silver.observations WHERE source_id ="
                    + " 'births'"))
        .containsExactly("gov/moved.csv|2024-06-01 08:00:00.0|null");
    assertBalance();
  }

  @Test
  @Tag("long")
  void aBrokenReissueClosesNothingAndAMendedOneTakesItsPlace() {
    List<String> figures = bench.unreleased(FIGURES);
    String keeps = ". Its figures stay as they were read before";
    Path file = bench.landing().resolve("gov/health.csv");
    for (String broken : List.of("城市,指标,时间\n深圳市,三级医院,1\n", "", "\0\0\377")) {
      Workbench.write(file, broken);
      assertThat(run(SECOND))
          .contains("1 file could not be read:\n  gov/health.csv (")
          .contains(keeps);
      assertThat(run(SECOND)).contains("2 files, 0 new or changed, 2 as before").contains(keeps);
      assertThat(bench.unreleased(FIGURES)).isEqualTo(figures);
      assertBalance();
    }
    Workbench.write(file, HEALTH.replace(",22,", ",25,"));
    Workbench.edit(bench.landing().resolve("gov/health.csv.yaml"), "publisher", "publsher");
    assertThat(run(SECOND)).contains("  gov/health.csv (bad_sidecar): ").contains(keeps);
    assertThat(bench.unreleased(FIGURES)).isEqualTo(figures);
    assertThat(
            bench.unreleased(
                "SELECT status FROM bronze.source_files WHERE current AND path = 'gov/health.csv'"
                    + " ORDER BY status"))
        .containsExactly("parsed", "rejected");

    Workbench.edit(bench.landing().resolve("gov/health.csv.yaml"), "publsher", "publisher");
    assertThat(run(THIRD)).doesNotContain("could not be read");
    assertThat(
            bench.unreleased(
                "SELECT status FROM bronze.source_files WHERE current AND path = 'gov/health.csv'"))
        .containsExactly("parsed");
    assertThat(
            bench.rows(
                "SELECT value, known_to FROM silver.observations WHERE city_code = '370200' AND"
                    + " path = 'gov/health.csv' ORDER BY value"))
        .containsExactly("22|2024-07-01 08:00:00.0", "25|null");
    assertBalance();
  }

  @Test
  @Tag("long")
  void onlyItsOwnPublisherReplacesWhatItPublished() {
    List<String> figures = bench.unreleased(FIGURES);
    String foreign =
        "replaces: gov/health\n" + Workbench.bulletin("2022-03-01").replace("统计局", "某报");
    bench.put("gov/news.csv", HEALTH.replace(",22,", ",2,"), foreign);
    String message =
        "  gov/news.csv (other_publisher): it says that it replaces 'gov/health', which is"
            + " gov/health.csv of 统计局: only its own publisher replaces what it published; remove"
            + " `replaces`, or correct `publisher`\n";
    assertThat(run(SECOND)).contains(message);
    assertThat(bench.unreleased(FIGURES)).isEqualTo(figures);
    bench.remove("gov/health.csv");
    assertThat(run(SECOND)).contains(message).contains(GONE);
    assertThat(bench.unreleased(FIGURES)).isEqualTo(figures);
  }

  @Test
  @Tag("long")
  void whatAReissueReplacedDoesNotComeBackWhenTheReissueIsGone() {
    bench.put(
        "gov/again.csv",
        HEALTH.replace(",22,", ",25,"),
        "replaces: gov/health\n" + Workbench.bulletin("2022-03-01"));
    run(SECOND);
    List<String> figures = bench.unreleased(FIGURES);
    bench.remove("gov/again.csv");
    assertThat(run(THIRD)).contains("gov/again.csv is not in the landing area any more");
    assertThat(bench.unreleased(FIGURES)).isEqualTo(figures);
    assertBalance();

    run(THIRD, "retire", "gov/again.csv", "--because", "withdrawn");
    assertThat(run(THIRD)).doesNotContain("gone");
    assertThat(
            bench.rows(
                "SELECT path, value FROM silver.observations WHERE known_to IS NULL AND indicator ="
                    + " 'tertiary_hospitals' ORDER BY value"))
        .containsExactly("gov/health.csv|22", "gov/health.csv|50");
    assertBalance();
  }

  @Test
  @Tag("long")
  void aReissueThatCannotBeReadReplacesNothing() {
    List<String> figures = bench.unreleased(FIGURES);
    bench.put(
        "gov/again.csv",
        "城市,指标\n深圳市,三级医院\n",
        "replaces: gov/health\n" + Workbench.bulletin("2022-03-01"));
    assertThat(run(SECOND)).contains("gov/again.csv (column_missing)");
    assertThat(bench.unreleased(FIGURES)).isEqualTo(figures);
    assertBalance();
    assertThat(run(THIRD)).contains("3 files, 0 new or changed, 3 as before");
    assertThat(bench.unreleased(FIGURES)).isEqualTo(figures);
    assertBalance();
  }

  @Test
  @Tag("long")
  void aCopyDoesNotTakeTheOriginalsPlace() {
    List<String> figures = bench.unreleased(FIGURES);
    bench.put("copy.csv", HEALTH, Workbench.bulletin("2021-04-20"));
    assertThat(run(SECOND)).contains("  copy.csv (duplicate_file): ");
    assertThat(bench.unreleased(FIGURES)).isEqualTo(figures);
  }

  @Test
  @Tag("long")
  void aRetiredFileIsClosedWithItsReasonAndReadAgainWhenItIsPutBack() {
    bench.remove("gov/health.csv");
    String said = run(SECOND, "retire", "gov/health.csv", "--because", "withdrawn by the bureau");
    assertThat(said).contains("Published release ").doesNotContain("gone");
    String closed = "gov/health.csv|false|parsed|retired|2024-06-01: withdrawn by the bureau";
    assertThat(bench.unreleased(STATES))
        .containsExactly(closed, "gov/population.csv|true|parsed|null|null");
    assertThat(
            bench.rows("SELECT path, known_to FROM silver.observations WHERE known_to IS NOT NULL"))
        .containsExactly(
            "gov/health.csv|2024-06-01 08:00:00.0", "gov/health.csv|2024-06-01 08:00:00.0");
    assertThat(bench.rows("SELECT DISTINCT indicator FROM gold.indicator_values"))
        .containsExactly("permanent_population");
    assertThat(bench.warehouse().read(Run.class)).extracting(Run::job).contains("retire");
    assertBalance();

    Map<String, String> tables = contents();
    assertThat(run(THIRD, "retire", "gov/health.csv", "--because", "again"))
        .contains("gov/health.csv is retired already (2024-06-01: withdrawn by the bureau)");
    assertThat(contents()).isEqualTo(tables);

    bench.put("gov/health.csv", HEALTH, Workbench.bulletin("2021-04-20"));
    run(THIRD);
    assertThat(bench.unreleased(STATES))
        .containsExactly(
            "gov/health.csv|true|parsed|null|null", "gov/population.csv|true|parsed|null|null");
    String values =
        "SELECT city_code, indicator, year, value FROM gold.indicator_values ORDER BY ALL";
    assertThat(bench.rows(values)).isEqualTo(origin.rows(values));
  }

  @Test
  void retiresNothingThatIsThereOrUnknown() {
    assertRefused(
        2,
        "gov/health.csv is in the landing area: take it out first; a file that is issued again"
            + " stays and takes its own place",
        "retire",
        "gov/health.csv",
        "--because",
        "x");
    assertRefused(
        2,
        "gov/heatlh.csv was never read (did you mean 'gov/health.csv'?)",
        "retire",
        "gov/heatlh.csv",
        "--because",
        "x");
    assertThat(bench.run(SECOND, "retire", "gov/health.csv").exitCode()).isEqualTo(2);
  }

  /** The mark is the first commit; what comes after it is a run's. */
  @Test
  @Tag("long")
  void aRetirementThatWasKilledIsFinishedByTheNextRun() {
    bench.remove("gov/health.csv");
    Workbench killed = bench.copy(folder.resolve("killed"));
    run(SECOND, "retire", "gov/health.csv", "--because", "gone");
    List<SourceFile> marked =
        killed.warehouse().read(SourceFile.class).stream()
            .map(
                row ->
                    row.path().equals("gov/health.csv")
                        ? SourceFileBuilder.builder(row)
                            .current(false)
                            .reason("retired")
                            .detail("2024-06-01: gone")
                            .build()
                        : row)
            .toList();
    killed.warehouse().replace(SourceFile.class, marked);
    List<String> expected = bench.unreleased(FIGURES);
    String release = bench.currentRelease();
    bench = killed;
    run(SECOND);
    assertThat(bench.unreleased(FIGURES)).isEqualTo(expected);
    assertThat(bench.currentRelease()).isEqualTo(release);
  }

  @Test
  void anEmptyOrMissingLandingAreaClosesNothing() {
    bench.remove("gov");
    String landing = bench.landing().toString();
    String empty =
        "The landing area "
            + landing
            + " is empty, but 2 files were read from it: no figure was closed, and nothing is"
            + " published. See that it is the right folder and that it is mounted";
    for (String job : List.of("run", "ingest", "normalize")) {
      assertRefused(3, empty, job);
    }
    assertRefused(3, empty, "run", "--dry-run");
    Workbench.delete(bench.landing());
    assertRefused(
        2, "There is no landing area at " + landing + ": name its folder with --landing", "run");
  }

  @Test
  void aNameThatCannotBeOpenedIsARejectedFile() throws IOException {
    List<String> figures = bench.unreleased(FIGURES);
    Path gov = bench.landing().resolve("gov");
    Path gbk = Path.of(URI.create(gov.toUri() + "%C9%EE%DB%DA.csv"));
    Files.writeString(gbk, HEALTH);
    Files.writeString(
        Path.of(URI.create(gov.toUri() + "%C9%EE%DB%DA.csv.yaml")),
        Workbench.bulletin("2024-01-01"));
    Files.createDirectory(Path.of(URI.create(gov.toUri() + "%BC%C3%C4%CF")));
    Files.createSymbolicLink(gov.resolve("linked.csv"), Path.of("nowhere.csv"));
    bench.put("gov/医院😀.csv", HEALTH.replace("2020", "2021"), Workbench.bulletin("2022-04-20"));
    String said = run(SECOND);
    assertThat(said)
        .contains("3 files could not be read:\n")
        .contains(
            "  gov/%BC%C3%C4%CF (unreadable_name): its name is not UTF-8 (its bytes are written"
                + " with % here), so that it cannot be opened: rename it, for example with `convmv"
                + " -f GBK -t UTF-8 --notest -r` on "
                + gov)
        .contains("  gov/%C9%EE%DB%DA.csv (unreadable_name): ")
        .contains(
            "  gov/linked.csv (unreadable_file): it is a link to nowhere.csv, where nothing is");
    assertThat(bench.unreleased(FIGURES)).containsAll(figures);
    assertThat(bench.rows("SELECT count(*) FROM silver.observations WHERE path = 'gov/医院😀.csv'"))
        .containsExactly("2");
    assertThat(run(THIRD)).contains("6 files, 0 new or changed, 6 as before");

    Files.move(gbk, gov.resolve("renamed.csv"));
    bench.put("gov/renamed.csv", HEALTH, Workbench.bulletin("2024-01-01"));
    assertThat(run(THIRD)).doesNotContain("%C9%EE%DB%DA.csv (");
  }

  @Test
  void refusesToStartWhereJavaCannotHoldFileNames() {
    String encoding = System.setProperty("sun.jnu.encoding", "ANSI_X3.4-1968");
    try {
      assertRefused(
          2,
          "Java holds file names in ANSI_X3.4-1968 here and would not see every file of "
              + bench.landing()
              + ": set LC_ALL=C.UTF-8, or another UTF-8 locale of `locale -a`, and start again",
          "run");
    } finally {
      System.setProperty("sun.jnu.encoding", encoding);
    }
  }
}
