package org.duibiao.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code notebooks}, on Spark. */
@Tag("spark")
class NotebooksCommandTest {

  private static final String MOMENT = "2024-05-01T08:00:00Z";
  private static final String HEADER = "-- Databricks notebook source\n";
  private static final String BOUNDARY = "\n\n-- COMMAND ----------\n\n";
  private static final String WIDGET = "CREATE WIDGET TEXT city DEFAULT \"370200\"";
  private static final String QUERY =
      "SELECT quote FROM silver.observations WHERE city_code = :city ORDER BY quote";

  @TempDir private static Path folder;
  private static Workbench bench;

  private Path notebooks;

  @BeforeAll
  static void prepare() {
    bench =
        Workbench.in(folder.resolve("bench"))
            .put(
                "gov/health.csv",
                Workbench.HEADER
                    + """
                    青岛市,三级医院,2020年末,22,家
                    深圳市,三级医院,2020年末,"<script>alert(1)</script>",家
                    深圳市,年末常住人口,2020年,1763.38,万人
                    """,
                Workbench.bulletin("2021-04-20"));
    Workbench.Result result = bench.run(MOMENT, "run");
    assertThat(result.exitCode()).as(result.said()).isEqualTo(0);
  }

  @BeforeEach
  void emptyFolder() {
    notebooks = folder.resolve("notebooks");
    Workbench.delete(notebooks);
  }

  private void put(String name, String... cells) {
    Workbench.write(notebooks.resolve(name), HEADER + String.join(BOUNDARY, cells));
  }

  private Workbench.Result run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("notebooks", "--notebooks", notebooks.toString()));
    all.addAll(List.of(arguments));
    return bench.run(MOMENT, all.toArray(String[]::new));
  }

  private Document page(String name) {
    return Jsoup.parse(Workbench.read(notebooks.resolve(name + ".html")));
  }

  @Test
  void writesBesideEachNotebook() {
    put("a.sql", WIDGET, QUERY);
    put("b.sql", "SELECT count(*) AS n FROM silver.rejects", "-- MAGIC %md text");
    Workbench.Result result = run();
    assertThat(result.exitCode()).as(result.said()).isEqualTo(0);
    assertThat(result.out()).isEmpty();
    assertThat(result.said()).isEqualTo("a.sql: a.html, a.ipynb\nb.sql: b.html, b.ipynb\n");
    assertThat(Workbench.contents(notebooks).keySet())
        .containsExactly("a.html", "a.ipynb", "a.sql", "b.html", "b.ipynb", "b.sql");
    assertThat(page("a").select("td").eachText()).containsExactly("22");
    assertThat(page("a").select("header code").text()).isEqualTo(bench.currentRelease());

    Map<String, String> before = Workbench.contents(notebooks);
    assertThat(run().exitCode()).isEqualTo(0);
    assertThat(Workbench.contents(notebooks)).isEqualTo(before);
  }

  @Test
  void takesParametersAndWritesElsewhere() {
    put("a.sql", WIDGET, QUERY);
    put("b.sql", "SELECT 1");
    Path exports = folder.resolve("exports");
    Workbench.Result result = run("a", "--param", "city=440300", "--exports", exports.toString());
    assertThat(result.exitCode()).as(result.said()).isEqualTo(0);
    assertThat(Workbench.contents(exports).keySet()).containsExactly("a.html", "a.ipynb");
    assertThat(Workbench.contents(notebooks).keySet()).containsExactly("a.sql", "b.sql");
    assertThat(Workbench.read(exports.resolve("a.html"))).contains("1763.38");
  }

  @Test
  void aParameterIsNeverMoreThanAValue() {
    List<String> values =
        List.of(
            "440300' OR '1'='1",
            "\\",
            "\\' OR 1=1 --",
            "440300'; DROP TABLE gold.benchmarks; --",
            "${env:HOME}",
            "${system:user.home}",
            "*/ 440300 /*",
            "\" OR \"\"=\"");
    List<String> arguments = new ArrayList<>();
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      arguments.addAll(List.of("--param", "w" + i + "=" + values.get(i)));
      cells.add("CREATE WIDGET TEXT w" + i + " DEFAULT ''");
      cells.add(
          """
          SELECT :w, '${w}', "${w}", getArgument('w'), length(:w), count(*)
          FROM silver.observations
          WHERE city_code = :w OR city_code = '${w}' OR city_code = getArgument("w")
          """
              .replaceAll("\\bw\\b", "w" + i));
    }
    put("a.sql", cells.toArray(String[]::new));
    Workbench.Result result = run(arguments.toArray(String[]::new));
    assertThat(result.exitCode()).as(result.said()).isEqualTo(0);
    for (int i = 0; i < values.size(); i++) {
      String value = values.get(i);
      String length = Integer.toString(value.length());
      assertThat(page("a").select("#cell-" + (2 * i + 2) + " td").eachText())
          .containsExactly(value, value, value, value, length, "0");
    }
  }

  @Test
  void anUnknownParameterIsWrongUsage() {
    put("a.sql", WIDGET, QUERY);
    put("b.sql", "CREATE WIDGET TEXT year DEFAULT '2019'");
    Workbench.Result result = run("--param", "cty=440300");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.said())
        .isEqualTo("--param cty: no notebook has a widget of that name; there is city, year\n");
    assertThat(Workbench.contents(notebooks).keySet()).containsExactly("a.sql", "b.sql");
    assertThat(run("--param", "city").exitCode()).isEqualTo(2);
    assertThat(run("c").said()).isEqualTo("There is no notebook c.sql; there are a.sql, b.sql\n");
    assertThat(run("--release", "nonesuch").exitCode()).isEqualTo(2);
    assertThat(run("--as-of", "2020-12-31").said()).contains("does not compute");
    Workbench.Result nowhere =
        bench.run(MOMENT, "notebooks", "--notebooks", folder.resolve("nowhere").toString());
    assertThat(nowhere.exitCode()).isEqualTo(2);
    assertThat(nowhere.said()).startsWith("There are no notebooks (.sql) in ");
  }

  @Test
  void oneThatFailsDoesNotKeepTheOthers() {
    put("a.sql", "SELECT 1", "-- DBTITLE 1,Gap\nSELECT nonesuch FROM gold.benchmarks", "SELECT 3");
    put("b.sql", "SELECT 7 AS n");
    put("c.sql", "SELECT * FROM v");
    Workbench.write(notebooks.resolve("d.sql"), "SELECT 1");
    put("e.sql", "SELECT 1/0");
    put("f.sql", "CREATE TEMP VIEW v AS SELECT 5 AS five", "SELECT * FROM v");
    Workbench.Result result = run();
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.said())
        .contains("b.sql: b.html, b.ipynb\n", "f.sql: f.html, f.ipynb\n")
        .contains("a.sql: cell 2 (Gap): There is no column nonesuch; the nearest is cities\n")
        .contains("c.sql: cell 1: There is no table v; the nearest is ops.runs\n")
        .contains("d.sql: is no notebook: its first line must be '-- Databricks notebook source'")
        .contains("e.sql: cell 1: Division by zero\n")
        .doesNotContain("Relation", "\tat ");
    assertThat(page("a").select(".failed pre").text())
        .isEqualTo("cell 2 (Gap): There is no column nonesuch; the nearest is cities");
    assertThat(page("a").select("#cell-1 td").text()).isEqualTo("1");
    assertThat(page("a").select("#cell-3 td")).isEmpty();
    assertThat(page("b").select("td").text()).isEqualTo("7");
    assertThat(page("f").select("td").text()).isEqualTo("5");
    Map<String, String> before = Workbench.contents(notebooks);
    assertThat(run().exitCode()).isEqualTo(1);
    assertThat(Workbench.contents(notebooks)).as("ids in messages").isEqualTo(before);
  }

  @Test
  void readsAndDoesNothingElse() {
    List<String> cells =
        List.of(
            "DROP TABLE gold.benchmarks",
            "CREATE TABLE t AS SELECT 1",
            "CREATE VIEW v AS SELECT 1",
            "CREATE TEMP VIEW v AS DELETE FROM gold.releases",
            "CREATE TEMP VIEW v AS SELECT * FROM text.`/etc/passwd`; SELECT * FROM v",
            "SELECT * FROM IDENTIFIER('text.`/etc/passwd`')",
            "INSERT INTO gold.releases SELECT * FROM gold.releases",
            "SET spark.sql.runSQLOnFiles = true",
            "SELECT reflect('java.lang.System', 'getProperty', 'user.home')",
            "-- note \\\nSELECT 1; DROP TABLE x\nSELECT * FROM csv.`/etc/passwd`");
    for (int i = 0; i < cells.size(); i++) {
      put("n" + i + ".sql", cells.get(i));
    }
    Map<String, String> before = Workbench.contents(bench.folder());
    Workbench.Result result = run();
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(Workbench.contents(bench.folder())).isEqualTo(before);
    for (int i = 0; i < cells.size(); i++) {
      assertThat(page("n" + i).select(".failed")).as(cells.get(i)).hasSize(1);
      assertThat(page("n" + i).select("td")).as(cells.get(i)).isEmpty();
    }
  }

  @Test
  void cutsLargeAnswersAndSaysSo() {
    put("a.sql", "SELECT id FROM range(0, 5000) ORDER BY id", "SELECT id FROM range(1000)");
    assertThat(run().exitCode()).isEqualTo(0);
    assertThat(page("a").select("#cell-1 tbody tr")).hasSize(1000);
    assertThat(page("a").select("#cell-1 .note").text())
        .contains("Only the first 1000 rows are shown; there are more.");
    assertThat(page("a").select("#cell-2 .note").text()).isEqualTo("1000 行 rows");
  }

  @Test
  void whatStandsInAFileIsNoMarkup() {
    put(
        "a.sql",
        "SELECT quote, 1.50 AS n, 29340600.8D AS d, array('a', '<b>') AS a FROM silver.rejects"
            + " WHERE quote LIKE '%script%'");
    assertThat(run().exitCode()).isEqualTo(0);
    assertThat(page("a").select("script")).isEmpty();
    assertThat(page("a").select("td").eachText())
        .containsExactly("<script>alert(1)</script>", "1.5", "29340600.8", "a, <b>");
  }
}
