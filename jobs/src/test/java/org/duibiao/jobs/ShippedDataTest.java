package org.duibiao.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duibiao.tables.Run;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What `./duibiao run` makes of the files that are shipped. */
@Tag("spark")
@ExtendWith(ShippedRelease.Computed.class)
class ShippedDataTest {

  private static final int FILES = 40;

  private static Workbench bench;
  private static Workbench.Result first;

  @BeforeAll
  static void take(ShippedRelease release) {
    bench = release.bench();
    first = release.run();
  }

  @Test
  void endsWellAndSaysWhereTheReportIs() {
    assertThat(first.exitCode()).as(first.said()).isEqualTo(0);
    Path page = bench.reports().resolve("current/index.html");
    assertThat(page).exists();
    assertThat(first.said())
        .contains(FILES + " files, " + FILES + " new or changed, 0 as before")
        .endsWith("Report: " + page + "\n");
    assertThat(first.out()).isEmpty();
    assertThat(Workbench.contents(bench.reports()).keySet())
        .containsExactlyInAnyOrder(
            "current/index.html",
            "current/benchmarks.csv",
            "current/datapackage.json",
            "current/disagreements.csv",
            "current/duibiao.xlsx",
            "current/figures.csv",
            "current/indicator_values.csv",
            "current/sources.csv",
            "current/targets.csv",
            "current/trends.csv",
            "current/vintages.csv",
            ".current.stamp");
  }

  @Test
  void losesNoValueOfAnyFile() {
    List<String> balances =
        bench.rows(
            """
            SELECT s.path, s.status, s.values_found,
                   (SELECT count(*) FROM silver.observations o
                    WHERE o.path = s.path AND o.file_sha256 = s.file_sha256
                      AND o.known_to IS NULL AND NOT array_contains(o.flags, 'derived')) AS observed,
                   (SELECT count(*) FROM silver.candidates c
                    WHERE c.path = s.path AND c.file_sha256 = s.file_sha256
                      AND c.known_to IS NULL AND NOT array_contains(c.flags, 'derived')) AS waiting,
                   (SELECT count(*) FROM silver.rejects r
                    WHERE r.path = s.path AND r.file_sha256 = s.file_sha256) AS rejected
            FROM bronze.source_files s WHERE s.current ORDER BY s.path
            """);
    assertThat(balances).hasSize(FILES);
    assertThat(balances)
        .allSatisfy(
            row -> {
              String[] cells = row.split("\\|");
              assertThat(cells[1]).as(row).isEqualTo("parsed");
              assertThat(Long.parseLong(cells[2]))
                  .as(row)
                  .isPositive()
                  .isEqualTo(
                      Long.parseLong(cells[3])
                          + Long.parseLong(cells[4])
                          + Long.parseLong(cells[5]));
            });
    // Counted by hand: 20 years × 13 cities, 36 cities × 15, 29 and 35 years, 296 cities × 9
    // columns, a row a value.
    assertThat(bench.rows("SELECT path, records, values_found FROM bronze.source_files"))
        .contains(
            "nbs/permanent_population.csv|20|260",
            "nbs/hospitals.csv|36|540",
            "nbs/hospitals_and_health_centres.csv|36|1044",
            "city_yearbook/2024.csv|296|2664",
            "nbs/registered_population.csv|36|1260",
            "nbs/gross_domestic_product.csv|938|938",
            "census/prefectures_2010_2020.csv|357|1428",
            "large_cities/health_2025.csv|14|182");
  }

  @Test
  void keepsEveryRecordInBronze() {
    assertThat(
            bench.rows(
                """
                SELECT s.path, s.records, count(r.locator), count(DISTINCT r.locator)
                FROM bronze.source_files s LEFT JOIN bronze.source_records r
                  ON r.records_id = s.records_id AND r.file_sha256 = s.file_sha256
                GROUP BY ALL HAVING s.records <> count(r.locator)
                  OR s.records <> count(DISTINCT r.locator)
                """))
        .isEmpty();
  }

  @Test
  void quotesEveryObservationFromTheLineThatItsLocatorNames() {
    List<String> rows =
        bench.rows(
            """
            SELECT o.path, s.charset, o.locator, o.quote FROM silver.observations o
            JOIN bronze.source_files s ON s.path = o.path WHERE o.known_to IS NULL
            """);
    assertThat(rows).hasSizeGreaterThan(5000);
    Map<String, List<String>> files = new HashMap<>();
    List<String> wrong = new ArrayList<>();
    for (String row : rows) {
      String[] cells = row.split("\\|", 4);
      List<String> lines = files.computeIfAbsent(cells[0], path -> lines(path, cells[1]));
      int line = Integer.parseInt(cells[2].substring("row:".length()));
      if (cells[3].isBlank() || !lines.get(line - 1).contains(cells[3])) {
        wrong.add(row);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static List<String> lines(String path, String charset) {
    Charset decoder =
        charset.startsWith("UTF-8") ? StandardCharsets.UTF_8 : Charset.forName(charset);
    return Workbench.read(bench.landing().resolve(path), decoder).lines().toList();
  }

  @Test
  void readsShenzhensRevisedPopulationOf2019FromAYearsDownCitiesAcrossTable() {
    assertThat(
            bench.rows(
                """
                SELECT value, unit, resolution, bound, period_start, period_end, population_basis,
                       class, published, locator, field, quote, method, flags
                FROM silver.observations WHERE path = 'nbs/permanent_population.csv'
                  AND city_code = '440300' AND period_end = DATE '2019-12-31'
                """))
        .containsExactly(
            "17104000|person|1000|eq|2019-12-31|2019-12-31|permanent|yearbook|2026-04-12|row:16"
                + "|深圳|1710.4|table|date_inferred,transcribed");
    assertThat(lines("nbs/permanent_population.csv", "UTF-8").get(15))
        .startsWith("2019年,")
        .contains(",1710.4,");
  }

  @Test
  void keepsBothPopulationsOfShenzhenIn2019AndUsesTheRevisedOne() {
    assertThat(
            bench.rows(
                """
                SELECT DISTINCT value, class, published FROM silver.observations
                WHERE city_code = '440300' AND indicator = 'permanent_population'
                  AND year(period_end) = 2019 AND class IN ('yearbook', 'bulletin')
                ORDER BY value
                """))
        .containsExactly("13438800|bulletin|2020-04-17", "17104000|yearbook|2026-04-12");
    assertThat(
            bench.rows(
                """
                SELECT value, conflict, rule FROM gold.indicator_values
                WHERE city_code = '440300' AND indicator = 'permanent_population' AND year = 2019
                """))
        .containsExactly("17104000|true|latest_published");
  }

  @Test
  void readsGb18030() {
    assertThat(
            bench.rows(
                """
                SELECT s.charset, o.value, o.field, o.quote, o.population_basis, o.locator
                FROM silver.observations o JOIN bronze.source_files s ON s.path = o.path
                WHERE o.path = 'nbs/registered_population.csv' AND o.city_code = '110000'
                  AND o.period_end = DATE '2023-12-31'
                """))
        .containsExactly("GB18030|14312000|2023年|1431.2|registered|row:2");
    assertThat(bench.rows("SELECT path, charset FROM bronze.source_files"))
        .contains("large_cities/health_2025.csv|UTF-8-BOM", "nbs/hospitals.csv|UTF-8");
  }

  @Test
  void readsTwoHeaderRows() {
    assertThat(
            bench.rows(
                """
                SELECT indicator, value, unit, period_start, period_end, period_type, field, quote,
                       locator
                FROM silver.observations WHERE path = 'census/prefectures_2010_2020.csv'
                  AND city_code = '110000' ORDER BY indicator, period_end
                """))
        .containsExactly(
            "permanent_population|19612368|person|2010-11-01|2010-11-01|instant"
                + "|常住人口(人) › 2010-11-01|19612368|row:3",
            "permanent_population|21893095|person|2020-11-01|2020-11-01|instant"
                + "|常住人口(人) › 2020-11-01|21893095|row:3",
            "population_65_and_over_share|8.7|percent|2010-11-01|2010-11-01|instant"
                + "|65岁及以上人口比重(%) › 2010-11-01|8.7|row:3",
            "population_65_and_over_share|13.3|percent|2020-11-01|2020-11-01|instant"
                + "|65岁及以上人口比重(%) › 2020-11-01|13.3|row:3");
  }

  @Test
  void readsTheTertiaryHospitalsOfTheSeedDocumentWithTheQuotedOnesOfShenzhen() {
    assertThat(
            bench.rows(
                """
                SELECT city_code, value, scope, period_end, array_contains(flags, 'quoted'), status
                FROM silver.observations WHERE path = 'qingdao/half_year_2019.csv'
                  AND indicator = 'tertiary_hospitals' ORDER BY value
                """))
        .containsExactly(
            "370200|16|urban_core|2019-06-30|false|actual",
            "370200|22|city|2019-06-30|false|actual",
            "440300|42|city|2019-06-30|true|actual");
  }

  @Test
  void takesTheSourceOfARowFromTheRow() {
    assertThat(bench.rows("SELECT DISTINCT class FROM silver.observations"))
        .containsExactlyInAnyOrder(
            "census", "yearbook", "bulletin", "report", "news", "unverified");
    assertThat(
            bench.rows(
                """
                SELECT o.value, o.publisher, o.class, o.published, s.title
                FROM silver.observations o JOIN silver.sources s
                  ON s.source_id = o.source_id AND s.path = o.path
                WHERE o.path = 'large_cities/bulletins_2022_2025.csv' AND o.locator = 'row:2'
                """))
        .containsExactly("850091000000|上海市统计局|bulletin|2026-03-30|2025年上海市国民经济和社会发展统计公报");
    assertThat(
            bench.rows(
                """
                SELECT v.observation_id FROM gold.indicator_values v JOIN silver.observations o
                  ON o.observation_id = v.observation_id AND o.known_to IS NULL
                WHERE o.class = 'unverified' OR o.status <> 'actual' OR o.measure <> 'level'
                  OR o.scope <> 'city'
                """))
        .as("unverified figures are witnesses of disagreement, never chosen")
        .isEmpty();
  }

  @Test
  void tracesEveryRateToItsFigures() {
    assertThat(
            bench.rows(
                """
                SELECT b.benchmark, b.city_code, b.year FROM gold.benchmarks b
                LEFT JOIN gold.figures n ON n.observation_id = b.numerator_observation_id
                LEFT JOIN gold.figures d ON d.observation_id = b.denominator_observation_id
                WHERE n.observation_id IS NULL
                  OR (b.basis = 'computed' AND (d.observation_id IS NULL OR n.value <> b.numerator))
                  OR (b.basis = 'published' AND n.value <> b.rate)
                """))
        .isEmpty();
  }

  @Test
  void doesNothingWhenNothingHasChanged(@TempDir Path elsewhere) throws IOException {
    Workbench copy = bench.copy(elsewhere.resolve("bench"));
    Map<String, Long> versions = copy.versions();
    Map<String, String> reports = Workbench.contents(copy.reports());
    List<String> files = copy.unreleased("SELECT * FROM bronze.source_files");

    Workbench.Result second = copy.run("2026-05-02T08:00:00Z", "run", "--run-id", "second");

    assertThat(second.exitCode()).as(second.said()).isEqualTo(0);
    assertThat(second.said())
        .contains(FILES + " files, 0 new or changed, " + FILES + " as before")
        .contains("Nothing has changed since release " + bench.currentRelease());
    Run recorded =
        copy.warehouse().read(Run.class).stream()
            .filter(each -> "second".equals(each.runName()))
            .collect(Collectors.toList())
            .get(0);
    assertThat(recorded.filesSeen()).isEqualTo(FILES);
    assertThat(recorded.filesNew()).isZero();
    assertThat(recorded.observations()).isGreaterThan(5000);
    Map<String, Long> after = copy.versions();
    assertThat(after.remove("ops.runs")).isEqualTo(versions.remove("ops.runs") + 1);
    assertThat(after).isEqualTo(versions);
    assertThat(copy.unreleased("SELECT * FROM bronze.source_files"))
        .containsExactlyInAnyOrderElementsOf(files);
    assertThat(Workbench.contents(copy.reports())).isEqualTo(reports);

    Files.delete(copy.reports().resolve("current/index.html"));
    assertThat(copy.run("2026-05-03T08:00:00Z", "run").exitCode()).isZero();
    assertThat(Workbench.contents(copy.reports())).isEqualTo(reports);
  }

  @Test
  @Tag("long")
  void writesTheSameReportInAnotherFolderAtAnotherTime(@TempDir Path elsewhere) {
    Workbench again = Workbench.withShippedData(elsewhere);
    assertThat(again.run("2027-01-01T00:00:00Z", "run").exitCode()).isEqualTo(0);
    assertThat(again.currentRelease()).isEqualTo(bench.currentRelease());
    assertThat(Workbench.contents(again.reports())).isEqualTo(Workbench.contents(bench.reports()));
  }
}
