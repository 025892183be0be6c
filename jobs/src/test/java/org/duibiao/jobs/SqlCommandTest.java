package org.duibiao.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("spark")
class SqlCommandTest {

  private static final String MOMENT = "2024-05-01T08:00:00Z";

  @TempDir private static Path folder;
  private static Workbench bench;

  @BeforeAll
  static void prepare() {
    bench =
        Workbench.in(folder.resolve("bench"))
            .put(
                "gov/health.csv",
                Workbench.HEADER
                    + """
                    青岛市,三级医院,2020年末,22,家
                    深圳市,年末常住人口,2020年,1763.38,万人
                    """,
                Workbench.bulletin("2021-04-20"));
    Workbench.Result result = bench.run(MOMENT, "run");
    assertThat(result.exitCode()).as(result.said()).isEqualTo(0);
  }

  private static Workbench.Result sql(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "sql";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return bench.run(MOMENT, all);
  }

  @Test
  void printsATableOfWhichChineseCharactersTakeTwoColumns() {
    Workbench.Result result =
        sql(
            "SELECT c.name_zh AS city, o.value, o.flags FROM silver.observations o"
                + " JOIN silver.cities c ON c.city_code = o.city_code ORDER BY value");
    assertThat(result.exitCode()).as(result.said()).isEqualTo(0);
    assertThat(result.out())
        .isEqualTo(
            """
            city       value  flags
            ------  --------  -------------
            青岛市        22
            深圳市  17633800  date_inferred
            (2 rows)
            """);
    assertThat(result.said()).isEmpty();
  }

  @Test
  void printsCsvAndJson() {
    String query =
        "SELECT city_code, value, quote, population_basis, flags FROM silver.observations"
            + " ORDER BY value";
    assertThat(sql("--format", "csv", query).out())
        .isEqualTo(
            "city_code,value,quote,population_basis,flags\n"
                + "370200,22,22,,[]\n"
                + "440300,17633800,1763.38,permanent,\"[\"\"date_inferred\"\"]\"\n");
    assertThat(sql("--format", "json", query).out().lines())
        .containsExactly(
            "{\"city_code\":\"370200\",\"value\":22.000000000000,\"quote\":\"22\",\"flags\":[]}",
            "{\"city_code\":\"440300\",\"value\":17633800.000000000000,\"quote\":\"1763.38\","
                + "\"population_basis\":\"permanent\",\"flags\":[\"date_inferred\"]}");
  }

  @Test
  void answersEveryTable() {
    for (String table :
        new String[] {
          "bronze.source_files",
          "bronze.source_records",
          "silver.observations",
          "silver.candidates",
          "silver.rejects",
          "silver.findings",
          "silver.cities",
          "silver.indicators",
          "silver.sources",
          "gold.indicator_values",
          "gold.benchmarks",
          "gold.benchmark_vintages",
          "gold.figures",
          "gold.releases",
          "ops.runs"
        }) {
      Workbench.Result result = sql("--format", "csv", "SELECT count(*) AS n FROM " + table);
      assertThat(result.exitCode()).as(table + ": " + result.said()).isEqualTo(0);
      assertThat(result.out()).as(table).matches("n\n[0-9]+\n");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SELECT sum(value) FROM silver.observations                                   | 17633822
          SELECT sum(Silver.OBSERVATIONS.value) FROM SILVER.Observations               | 17633822
          WITH o AS (SELECT * FROM silver.observations) SELECT sum(value) FROM o       | 17633822
          WITH a AS (WITH b AS (TABLE silver.observations) TABLE b) SELECT count(*) FROM a    | 2
          SELECT (SELECT max(value) FROM silver.observations) + 1                      | 17633801
          SELECT count(*) FROM silver.cities WHERE city_code IN (TABLE silver.codes)   |
          SELECT count(*) FROM silver.cities c WHERE EXISTS (SELECT * FROM silver.observations o WHERE o.city_code = c.city_code) | 2
          SELECT count(*) FROM silver.observations a JOIN silver.observations b ON a.value < b.value | 1
          SELECT count(*) FROM (TABLE silver.observations UNION ALL TABLE silver.observations) | 4
          """)
  void findsTheTablesWhereverAQueryNamesThem(String query, String answer) {
    Workbench.Result result = sql("--format", "csv", query);
    if (answer == null) {
      assertThat(result.said())
          .contains("There is no table silver.codes; the nearest is silver.cities");
      assertThat(result.exitCode()).isEqualTo(2);
    } else {
      assertThat(result.exitCode()).as(result.said()).isEqualTo(0);
      assertThat(result.out().lines().skip(1).toList())
          .singleElement()
          .satisfies(cell -> assertThat(cell.replaceFirst("\\.0+$", "")).isEqualTo(answer));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DROP TABLE gold.benchmarks",
        "DROP VIEW gold.benchmarks",
        "INSERT INTO gold.releases SELECT * FROM gold.releases",
        "INSERT INTO gold.releases SELECT * FROM gold.releases",
        "WITH r AS (SELECT * FROM gold.releases) INSERT INTO gold.releases SELECT * FROM r",
        "FROM gold.releases INSERT INTO gold.releases SELECT *"
            + " INSERT INTO gold.releases SELECT *",
        "INSERT OVERWRITE DIRECTORY '/tmp/duibiao-sql-test' USING csv SELECT 1",
        "DELETE FROM gold.releases",
        "UPDATE gold.releases SET label = null",
        "CREATE TABLE t AS SELECT 1 AS x",
        "SET spark.sql.runSQLOnFiles = true",
        "ADD JAR '/tmp/x.jar'",
        "EXECUTE IMMEDIATE 'DROP VIEW gold.benchmarks'",
        "BEGIN DROP VIEW gold.benchmarks; END",
        "SELECT TRANSFORM(city_code) USING 'cat' AS (x) FROM silver.cities",
        "SELECT * FROM (SELECT TRANSFORM(city_code) USING 'cat' AS (x) FROM silver.cities)",
        "SELECT reflect('java.lang.System', 'getProperty', 'user.home')",
        "SELECT java_method('java.lang.System', 'getProperty', 'user.home')",
        "SELECT try_reflect('java.lang.System', 'getProperty', 'user.home')",
        "SELECT * FROM csv.`/etc/passwd`",
        "SELECT * FROM text.`/etc/passwd`",
        "SELECT (SELECT max(value) FROM text.`/etc/passwd`)",
        "SELECT * FROM delta.`/tmp`",
        "SELECT * FROM gold.nonesuch",
        "SELECT * FROM gold.releases VERSION AS OF 0",
        "SELECT nonesuch FROM gold.benchmarks",
        "SELEKT 1",
        ""
      })
  void refusesWhatIsNoQuestionAboutTheTables(String query) {
    Map<String, String> before = Workbench.contents(bench.folder());
    Workbench.Result result = sql(query);
    assertThat(result.out()).as(result.said()).isEmpty();
    assertThat(result.exitCode()).as(result.said()).isEqualTo(2);
    assertThat(result.said()).isNotBlank();
    assertThat(Workbench.contents(bench.folder())).isEqualTo(before);
    assertThat(Path.of("/tmp/duibiao-sql-test")).doesNotExist();
  }

  @Test
  void aQueryThatFailsOrCostsTooMuchEndsWithOneSentence() {
    for (String query :
        List.of("SELECT 1/0", "SELECT sum(1 / (value - value)) FROM silver.observations")) {
      Workbench.Result failed = sql(query);
      assertThat(failed.said()).isEqualTo("Failed: Division by zero\n");
      assertThat(failed.exitCode()).isEqualTo(1);
    }
    Workbench.Result many = sql("--max-rows", "1", "TABLE silver.observations");
    assertThat(many.out()).isEmpty();
    assertThat(many.said())
        .isEqualTo(
            "Failed: the query answers more than 1 rows: narrow it with WHERE or LIMIT, or allow"
                + " more with --max-rows N\n");
    assertThat(many.exitCode()).isEqualTo(1);
    Workbench.Result endless =
        sql(
            "--timeout",
            "1",
            "SELECT count(*) FROM range(1000000) a, range(1000) b WHERE a.id * b.id < 0");
    assertThat(endless.said())
        .isEqualTo(
            "Failed: the query took longer than 1 seconds: narrow it, or allow more with"
                + " --timeout SECONDS\n");
    assertThat(endless.exitCode()).isEqualTo(1);
    assertThat(sql("--timeout", "0", "SELECT 1").exitCode()).isEqualTo(2);
  }

  @Test
  void saysThatATableIsNotThereYet() {
    Workbench empty = Workbench.in(folder.resolve("empty"));
    Workbench.Result result = empty.run(MOMENT, "sql", "SELECT * FROM gold.benchmarks");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.said())
        .contains("gold.benchmarks does not exist yet in ")
        .contains("`./duibiao run` fills it");
    assertThat(folder.resolve("empty/warehouse")).doesNotExist();
  }
}
