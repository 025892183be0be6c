package org.duibiao.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.duibiao.tables.Release;
import org.duibiao.warehouse.Releases;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of figures whose files are published again, retired or put back. */
@Tag("spark")
class ReissueTest {

  private static final String FIRST = "2024-05-01T08:00:00Z";
  private static final String SECOND = "2024-06-01T08:00:00Z";
  private static final String THIRD = "2024-07-01T08:00:00Z";

  private static final String HEALTH =
      Workbench.HEADER
          + """
          深圳市,三级医院,2020年末,50,家
          青岛市,三级医院,2020年末,22,家
          济南市,三级医院,2020年末,30,家
          深圳市,床位,2020年末,62904,张
          青岛市,床位,2020年末,65000,张
          """;
  private static final String POPULATION =
      Workbench.HEADER
          + """
          深圳市,年末常住人口,2020年,1763.38,万人
          青岛市,年末常住人口,2020年,1010.57,万人
          济南市,年末常住人口,2020年,924.15,万人
          """;

  private static final String CURRENT =
      "SELECT observation_id, city_code, indicator, value, file_sha256, locator, known_from"
          + " FROM silver.observations WHERE known_to IS NULL ORDER BY ALL";

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

  private Workbench.Result run(String moment, String... options) {
    String[] all = new String[options.length + 1];
    all[0] = "run";
    System.arraycopy(options, 0, all, 1, options.length);
    Workbench.Result result = bench.run(moment, all);
    assertThat(result.exitCode()).as(result.said()).isEqualTo(0);
    return result;
  }

  @Test
  @Tag("long")
  void oneChangedFigureIsOneNewVintage() {
    List<String> before = bench.rows(CURRENT);
    Map<String, String> reports = Workbench.contents(bench.reports().resolve("current"));
    Release old = bench.release(bench.currentRelease());
    Workbench.edit(
        bench.landing().resolve("gov/health.csv"), "青岛市,三级医院,2020年末,22,", "青岛市,三级医院,2020年末,25,");

    assertThat(run(SECOND).said()).contains("2 files, 1 new or changed, 1 as before");

    // One figure was closed and opened again under the same id, the others stand in the new file.
    assertThat(
            bench.rows(
                """
                SELECT value, known_from, known_to, superseded FROM silver.observations
                WHERE observation_id IN (SELECT observation_id FROM silver.observations
                  GROUP BY observation_id HAVING count(*) > 1) ORDER BY known_from
                """))
        .containsExactly(
            "22|2024-05-01 08:00:00.0|2024-06-01 08:00:00.0|2021-04-20",
            "25|2024-06-01 08:00:00.0|null|null");
    assertThat(
            bench.rows(
                """
                SELECT s.current, count(o.observation_id), count_if(o.known_to IS NULL),
                       count_if(o.known_from = TIMESTAMP '2024-05-01 08:00:00')
                FROM bronze.source_files s LEFT JOIN silver.observations o
                  ON o.file_sha256 = s.file_sha256 AND o.path = s.path
                WHERE s.path = 'gov/health.csv' GROUP BY s.current ORDER BY s.current
                """))
        .containsExactly("false|1|0|1", "true|5|5|4");
    List<String> after = bench.rows(CURRENT);
    assertThat(after).hasSameSizeAs(before);
    assertThat(withoutFile(after)).filteredOn(row -> !withoutFile(before).contains(row)).hasSize(1);

    // Only the gold rows that rest on it differ.
    assertThat(
            changed(
                old, "SELECT city_code, indicator, year, value, rule FROM gold.indicator_values"))
        .containsExactly("370200|tertiary_hospitals|2020|25|only_one");
    String benchmarks =
        "SELECT benchmark, city_code, year, numerator, denominator, rate, reference_rate, ratio,"
            + " needed_to_match FROM gold.benchmarks";
    assertThat(bench.rows(benchmarks)).hasSameSizeAs(bench.rows(old, benchmarks));
    assertThat(changed(old, benchmarks))
        .singleElement()
        .asString()
        .startsWith("tertiary_hospitals_per_million|370200|2020|25|10105700|");

    // The old release still reads as it was.
    assertThat(bench.currentRelease()).isNotEqualTo(old.releaseId());
    assertThat(bench.rows(old, CURRENT)).isEqualTo(before);
    String one =
        "SELECT value FROM gold.indicator_values WHERE city_code = '370200'"
            + " AND indicator = 'tertiary_hospitals'";
    assertThat(bench.run(THIRD, "sql", "--format", "csv", "--release", old.releaseId(), one).out())
        .isEqualTo("value\n22\n");
    assertThat(bench.run(THIRD, "sql", "--format", "csv", one).out()).isEqualTo("value\n25\n");
    assertThat(Workbench.contents(bench.reports().resolve("current"))).isNotEqualTo(reports);
    Workbench.Result report = bench.run(THIRD, "report", "--release", old.releaseId());
    assertThat(report.exitCode()).as(report.said()).isEqualTo(0);
    assertThat(Workbench.contents(bench.reports().resolve(old.releaseId()))).isEqualTo(reports);
  }

  private static List<String> withoutFile(List<String> rows) {
    return rows.stream()
        .map(row -> row.split("\\|"))
        .map(cells -> String.join("|", cells[0], cells[1], cells[2], cells[3], cells[6]))
        .toList();
  }

  private List<String> changed(Release old, String sql) {
    List<String> before = bench.rows(old, sql);
    return bench.rows(sql).stream().filter(row -> !before.contains(row)).toList();
  }

  /** The re-issue lies under another path and says which source it replaces. */
  @Test
  @Tag("long")
  void asOfADayBetweenTwoIssuesGivesTheFirst() {
    bench.put(
        "gov/health_corrected.csv",
        HEALTH.replace("2020年末,22,", "2020年末,25,"),
        "replaces: gov/health\n" + Workbench.bulletin("2022-03-01"));
    run(SECOND);
    String current = bench.currentRelease();

    assertThat(hospitalsAsOf("2021-04-19")).isEmpty();
    assertThat(hospitalsAsOf("2021-12-31")).containsExactly("22", "30", "50");
    assertThat(hospitalsAsOf("2022-03-01")).containsExactly("25", "30", "50");
    assertThat(bench.currentRelease()).as("--as-of is not what readers see").isEqualTo(current);
    assertThat(
            bench.rows(
                "SELECT value FROM gold.indicator_values WHERE city_code = '370200'"
                    + " AND indicator = 'tertiary_hospitals'"))
        .containsExactly("25");
    assertThat(
            bench.rows(
                """
                SELECT value, path, published, superseded, day(known_from), month(known_from)
                FROM silver.observations WHERE indicator = 'tertiary_hospitals' ORDER BY value
                """))
        .as("what a re-issue repeats was known since the first issue")
        .containsExactly(
            "22|gov/health.csv|2021-04-20|2022-03-01|1|5",
            "25|gov/health_corrected.csv|2022-03-01|null|1|6",
            "30|gov/health_corrected.csv|2021-04-20|null|1|5",
            "50|gov/health_corrected.csv|2021-04-20|null|1|5");
  }

  private List<String> hospitalsAsOf(String day) {
    Workbench.Result result = bench.run(THIRD, "benchmark", "--as-of", day);
    assertThat(result.exitCode()).as(result.said()).isEqualTo(0);
    Release release =
        Releases.of(bench.warehouse()).all().stream()
            .filter(each -> each.asOf() != null && each.asOf().toString().equals(day))
            .findFirst()
            .orElseThrow();
    assertThat(release.label()).isNull();
    return bench.rows(
        release,
        "SELECT value FROM gold.indicator_values WHERE indicator = 'tertiary_hospitals'"
            + " ORDER BY value");
  }

  @Test
  @Tag("long")
  void aRetiredFileClosesItsFiguresAndOneThatIsPutBackIsReadAgain() {
    List<String> before = bench.rows(CURRENT);
    bench.remove("gov/health.csv");
    Workbench.Result retired =
        bench.run(SECOND, "retire", "gov/health.csv", "--because", "withdrawn");
    assertThat(retired.exitCode()).as(retired.said()).isEqualTo(0);
    assertThat(
            bench.rows(
                """
                SELECT path, count(*), count_if(known_to = TIMESTAMP '2024-06-01 08:00:00')
                FROM silver.observations GROUP BY path ORDER BY path
                """))
        .containsExactly("gov/health.csv|5|5", "gov/population.csv|3|0");
    assertThat(bench.rows("SELECT path, current FROM bronze.source_files ORDER BY path"))
        .containsExactly("gov/health.csv|false", "gov/population.csv|true");
    assertThat(bench.rows("SELECT DISTINCT indicator FROM gold.indicator_values"))
        .containsExactly("permanent_population");
    assertThat(bench.rows("SELECT * FROM gold.benchmarks")).isEmpty();

    bench.put("gov/health.csv", HEALTH, Workbench.bulletin("2021-04-20"));
    run(THIRD);
    assertThat(withoutTime(bench.rows(CURRENT))).isEqualTo(withoutTime(before));
    assertThat(
            bench.rows(
                """
                SELECT count(*), count_if(known_to IS NULL), count(DISTINCT observation_id),
                       max(known_from) FROM silver.observations WHERE path = 'gov/health.csv'
                """))
        .containsExactly("10|5|5|2024-07-01 08:00:00.0");
    assertThat(bench.currentRelease())
        .as("the same figures, but the report says that they came back")
        .isNotEqualTo(origin.currentRelease());
  }

  private static List<String> withoutTime(List<String> rows) {
    return rows.stream().map(row -> row.substring(0, row.lastIndexOf('|'))).toList();
  }
}
