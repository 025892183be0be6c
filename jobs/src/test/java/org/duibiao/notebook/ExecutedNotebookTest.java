package org.duibiao.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Notebooks on an engine that answers from a list, and what is written of them. */
class ExecutedNotebookTest {

  private static final String HEADER = "-- Databricks notebook source\n";
  private static final String BOUNDARY = "\n\n-- COMMAND ----------\n\n";
  private static final String LONG = "长".repeat(5_000) + "x".repeat(5_000);
  private static final String HOSTILE = "</td><script>alert(1)</script>\u202E=HYPERLINK(\"x\")";

  @TempDir private Path folder;

  private final List<String> asked = new ArrayList<>();

  /** Answers with the rows that are given, whatever is asked. */
  private final class Answering implements QueryEngine {

    private final QueryResult result;

    Answering(QueryResult result) {
      this.result = result;
    }

    @Override
    public QueryResult query(String sql) {
      asked.add(sql.strip());
      if (sql.contains("nonesuch")) {
        throw new NotebookException("no table <nonesuch>\nline 1");
      }
      return result;
    }

    @Override
    public void view(String name, String sql) {
      asked.add(name + " := " + sql.strip());
    }
  }

  private static QueryResult result(String[]... rows) {
    return new QueryResult(
        List.of(
            new QueryResult.Column("year", QueryResult.ValueType.NUMBER),
            new QueryResult.Column("city", QueryResult.ValueType.TEXT),
            new QueryResult.Column("rate", QueryResult.ValueType.NUMBER)),
        Arrays.stream(rows).map(Arrays::asList).toList(),
        QueryResult.Completeness.COMPLETE);
  }

  private static final QueryResult CITIES =
      result(
          new String[] {"2019", "青岛市", "2.34"},
          new String[] {"2025", "青岛市", "3.33"},
          new String[] {"2019", "深圳市", "2.49"},
          new String[] {"2025", "深圳市", null});

  private ExecutedNotebook execute(QueryResult answer, Map<String, String> given, String... cells) {
    Notebook notebook = Notebook.parse("n", HEADER + String.join(BOUNDARY, cells));
    return ExecutedNotebook.of(notebook, given, new Answering(answer));
  }

  private static String html(ExecutedNotebook executed) {
    return new String(
        NotebookExport.files(executed, "abc123").get("n.html"), StandardCharsets.UTF_8);
  }

  private static String ipynb(ExecutedNotebook executed) {
    return new String(
        NotebookExport.files(executed, "abc123").get("n.ipynb"), StandardCharsets.UTF_8);
  }

  @Test
  void executesCellsInOrder() {
    ExecutedNotebook executed =
        execute(
            CITIES,
            Map.of("city", "370100"),
            "CREATE WIDGET TEXT city DEFAULT \"370200\"; CREATE WIDGET TEXT year DEFAULT '2019'",
            "CREATE OR REPLACE TEMP VIEW v AS SELECT ';' AS x",
            "-- MAGIC %md text",
            "",
            "SELECT :city; -- then\nSELECT :year;",
            "REMOVE WIDGET year");
    assertThat(executed.failure()).isEmpty();
    assertThat(asked).containsExactly("v := SELECT ';' AS x", "SELECT '370100'", "SELECT '2019'");
    assertThat(executed.steps())
        .extracting(ExecutedNotebook.ExecutedCell::count)
        .containsExactly(1, 2, 0, 0, 3, 4);
    assertThat(executed.steps().get(0).outputs())
        .containsExactly(
            new ExecutedNotebook.NoteOutput("city = 370100"),
            new ExecutedNotebook.NoteOutput("year = 2019"));
  }

  @Test
  void stopsAtTheCellThatFails() throws IOException {
    ExecutedNotebook executed =
        execute(
            CITIES,
            Map.of(),
            "SELECT 1",
            "-- DBTITLE 1,The gap\nSELECT * FROM nonesuch",
            "SELECT 2");
    assertThat(executed.failure()).contains("cell 2 (The gap): no table <nonesuch>\nline 1");
    assertThat(asked).containsExactly("SELECT 1", "SELECT * FROM nonesuch");
    Document page = Jsoup.parse(html(executed));
    assertThat(page.select(".failed pre").first().wholeText())
        .isEqualTo("cell 2 (The gap): no table <nonesuch>\nline 1");
    assertThat(page.select("#cell-3 summary").text()).isEqualTo("SQL [未执行 not run]");
    JsonNode cells = new ObjectMapper().readTree(ipynb(executed)).get("cells");
    assertThat(cells.get(1).at("/outputs/0/output_type").asText()).isEqualTo("error");
    assertThat(cells.get(1).at("/outputs/0/evalue").asText())
        .isEqualTo("cell 2 (The gap): no table <nonesuch>\nline 1");
    assertThat(cells.get(2).get("execution_count").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          -- MAGIC %python print(1)                 | cell 1: is in %python, which does not run here: only SQL and %md do
          CREATE WIDGET TEXT city                   | cell 1: cannot be understood; a widget is made by
          REMOVE WIDGET city                        | cell 1: names the widget 'city', which no cell before has created
          SELECT :city                              | cell 1: names the widget 'city', which no cell before has created
          CREATE WIDGET DROPDOWN y DEFAULT '1999' CHOICES SELECT year | cell 1: the widget 'y' cannot be '1999'; it can be 2019, 2025
          CREATE WIDGET MULTISELECT y DEFAULT '2019,1999' CHOICES SELECT year | the widget 'y' cannot be '1999'
          -- CHART line x=year y=rate               | cell 1: -- CHART stands in no query
          SELECT 1 -- CHART pie x=year y=rate       | cell 1: has a chart of no known form: pie
          SELECT 1 -- CHART line x=year             | cell 1: has a chart without x= and y=
          SELECT 1 -- CHART line x=year y=rate z=1  | has a chart with the unknown z=
          SELECT 1 -- CHART line x=year y="rate     | has a chart that cannot be read
          SELECT 1 -- CHART line x=year y=rates     | cell 1: has a chart of the column 'rates', which the query does not give; it gives year, city, rate
          SELECT 1 -- CHART line x=year y=city      | has a chart whose y=city is no column of numbers
          SELECT 1 -- CHART bar x=year y=rate base=x| has a chart whose base= is no number: x
          """)
  void saysWhichCellIsWrongAndWhy(String cell, String message) {
    assertThat(execute(CITIES, Map.of(), cell).failure().orElseThrow()).contains(message);
  }

  @Test
  void widgetsTakeWhatMayBeChosen() {
    String widget = "CREATE WIDGET %s y DEFAULT \"2019\" CHOICES SELECT year";
    assertThat(
            execute(CITIES, Map.of("y", "2019,2025"), widget.replace("%s", "MULTISELECT"))
                .failure())
        .isEmpty();
    assertThat(execute(CITIES, Map.of("y", "x"), widget.replace("%s", "COMBOBOX")).failure())
        .isEmpty();
  }

  @Test
  void drawsWhatACommentAsksFor() throws Exception {
    ExecutedNotebook executed =
        execute(
            CITIES,
            Map.of(),
            "-- DBTITLE 1,Qingdao <catches> up\nSELECT 1\n"
                + "-- CHART line x=year y=rate series=city label=\"每百万 per million\"\n"
                + "-- CHART bar x=city y=rate series=year\n-- CHART bar x=year y=rate base=2.4");
    List<ExecutedNotebook.Output> outputs = executed.steps().get(0).outputs();
    assertThat(executed.failure()).isEmpty();
    assertThat(outputs).hasSize(4);
    for (ExecutedNotebook.Output output : outputs.subList(1, 4)) {
      String svg = ((ExecutedNotebook.ChartOutput) output).svg().toString();
      DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
      assertThat(svg)
          .contains("<title>Qingdao &lt;catches&gt; up</title>")
          .doesNotContain("NaN", "Infinity", "style=");
    }
    String line = ((ExecutedNotebook.ChartOutput) outputs.get(1)).svg().toString();
    // 2019 and 2025 at the ends of the axis, for both cities; where there is no figure, no point.
    Document picture = Jsoup.parse(line);
    assertThat(picture.select("path[stroke-width=2]")).hasSize(2);
    assertThat(picture.select("path[stroke-width=2]").get(0).attr("d"))
        .matches("M[\\d. ]+L[\\d. ]+");
    assertThat(picture.select("path[stroke-width=2]").get(1).attr("d")).matches("M[\\d. ]+");
    assertThat(picture.select("text").eachText())
        .contains("每百万 per million", "2019", "2025", "青岛市", "深圳市");
    assertThat(
            Jsoup.parse(((ExecutedNotebook.ChartOutput) outputs.get(2)).svg().toString())
                .select("text")
                .eachText())
        .contains("2.34", "3.33", "2.49", "–");
  }

  @Test
  void drawsNoMoreThanCanBeRead() {
    String[][] rows = new String[100][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new String[] {"2019", "city " + i, "1"};
    }
    assertThat(
            execute(result(rows), Map.of(), "SELECT 1 -- CHART line x=year y=rate series=city")
                .failure()
                .orElseThrow())
        .contains("has a chart of 100 lines; more than 8 cannot be told apart");
    assertThat(
            execute(result(rows), Map.of(), "SELECT 1 -- CHART bar x=city y=rate")
                .failure()
                .orElseThrow())
        .contains("has a chart of 100 bars; more than 60 cannot be read");
  }

  /** Nothing that stands in data becomes markup, changes direction or widens the page. */
  @Test
  void whatDataSayIsInert() throws IOException {
    ExecutedNotebook executed =
        execute(
            result(
                new String[] {"2019", HOSTILE, "1"},
                new String[] {"2020", LONG, "2"},
                new String[] {"2021", "=HYPERLINK(\"http://x\")", "3"}),
            Map.of("city", HOSTILE),
            "-- MAGIC %md\n-- MAGIC # <script>alert(2)</script> [x](javascript:alert(3))\n"
                + "-- MAGIC <img src=x onerror=alert(4)>",
            "CREATE WIDGET TEXT city DEFAULT ''",
            "-- DBTITLE 1,<script>alert(5)</script>\n"
                + "SELECT '<script>alert(6)</script>' -- CHART bar x=city y=rate label=\"<b>\"");
    assertThat(executed.failure()).isEmpty();
    String html = html(executed);
    Document page = Jsoup.parse(html);
    assertThat(page.select("script, img, a[href^=javascript], [onerror]")).isEmpty();
    assertThat(html).doesNotContain("\u202E", LONG);
    assertThat(page.select("meta[http-equiv]").attr("content")).startsWith("default-src 'none'; ");
    assertThat(page.select("td").eachText())
        .contains("</td><script>alert(1)</script>=HYPERLINK(\"x\")")
        .contains(LONG.substring(0, 1000) + "…");
    assertThat(page.select("tbody tr")).hasSize(3);

    JsonNode cells = new ObjectMapper().readTree(ipynb(executed)).get("cells");
    assertThat(ipynb(executed)).doesNotContain("\u202E", LONG);
    StringBuilder table = new StringBuilder();
    cells.get(2).at("/outputs/0/data/text~1html").forEach(line -> table.append(line.asText()));
    assertThat(Jsoup.parse(table.toString()).select("script")).isEmpty();
    assertThat(Jsoup.parse(table.toString()).select("td").eachText())
        .contains("</td><script>alert(1)</script>=HYPERLINK(\"x\")");
  }

  @Test
  void theSameNotebookGivesTheSameBytes() {
    String[] cells = {
      "-- MAGIC %md # T", "SELECT 1 -- CHART line x=year y=rate series=city", "SELECT 1"
    };
    ExecutedNotebook once = execute(CITIES, Map.of(), cells);
    ExecutedNotebook again = execute(CITIES, Map.of(), cells);
    assertThat(html(again)).isEqualTo(html(once));
    assertThat(ipynb(again)).isEqualTo(ipynb(once));
  }

  @Test
  void aCellsTitleStandsBelowTheHeadingThatItComesAfter() {
    Document page =
        Jsoup.parse(
            html(
                execute(
                    CITIES,
                    Map.of(),
                    "-- DBTITLE 1,First\nSELECT 1",
                    "-- MAGIC %md # Notebook",
                    "-- DBTITLE 1,Second\nSELECT 1",
                    "-- MAGIC %md text\n-- MAGIC ## Part\n-- MAGIC text",
                    "-- DBTITLE 1,Third\nSELECT 1",
                    "-- MAGIC %md no heading",
                    "-- DBTITLE 1,Fourth\nSELECT 1")));
    assertThat(page.select("h1, h2, h3, h4, h5, h6"))
        .extracting(heading -> heading.tagName() + " " + heading.text())
        .containsExactly(
            "h1 First", "h1 Notebook", "h2 Second", "h2 Part", "h3 Third", "h3 Fourth");
  }

  @Test
  void saysThatAnAnswerWasCut() throws IOException {
    QueryResult cut =
        new QueryResult(CITIES.columns(), CITIES.rows(), QueryResult.Completeness.TRUNCATED);
    ExecutedNotebook executed = execute(cut, Map.of(), "SELECT 1");
    assertThat(html(executed)).contains("Only the first 4 rows are shown; there are more.");
    assertThat(ipynb(executed)).contains("Only the first 4 rows are shown; there are more.");
  }

  @Tag("browser")
  @Test
  void jupyterFindsNoFault() throws Exception {
    List<String> python = python();
    assumeThat(python).as("Jupyter's nbformat is not installed").isNotEmpty();
    ExecutedNotebook executed =
        execute(
            CITIES,
            Map.of(),
            "-- MAGIC %md # <b>",
            "CREATE WIDGET TEXT x DEFAULT ''",
            "",
            "-- DBTITLE 1,t\nSELECT 1; SELECT 2 -- CHART line x=year y=rate series=city",
            "SELECT 1",
            "SELECT 1",
            "SELECT * FROM nonesuch",
            "-- MAGIC %python 1");
    Path file = Files.writeString(folder.resolve("n.ipynb"), ipynb(executed));
    String script =
        "import nbformat, sys, warnings; warnings.simplefilter('error'); n ="
            + " nbformat.read(sys.argv[1], as_version=nbformat.NO_CONVERT); nbformat.validate(n);"
            + " print(n.nbformat, n.nbformat_minor, len(n.cells))";
    assertThat(run(python.get(0), "-c", script, file.toString())).isEqualTo("4 5 8\n");
  }

  @Tag("browser")
  @Test
  void nbconvertMakesAPageOfIt() throws Exception {
    assumeThat(works("jupyter", "nbconvert", "--version"))
        .as("nbconvert is not installed")
        .isTrue();
    ExecutedNotebook executed =
        execute(CITIES, Map.of(), "-- MAGIC %md # T", "SELECT 1 -- CHART bar x=city y=rate");
    Path file = Files.writeString(folder.resolve("n.ipynb"), ipynb(executed));
    run("jupyter", "nbconvert", "--to", "html", "--output", "out", file.toString());
    Document page = Jsoup.parse(Files.readString(folder.resolve("out.html")));
    assertThat(page.select("h1").text()).startsWith("T");
    assertThat(page.select("td").eachText()).contains("青岛市", "2.34");
    assertThat(page.select("img[src^=data:image/svg+xml]").attr("alt")).startsWith("rate (");
  }

  /** A Python that has nbformat, if there is one. */
  private static List<String> python() {
    return List.of("python3", "/usr/bin/python3").stream()
        .filter(python -> works(python, "-c", "import nbformat"))
        .toList();
  }

  private static boolean works(String... command) {
    try {
      run(command);
      return true;
    } catch (IOException | AssertionError e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }

  @Test
  void aChartNeedsAFormThatIsKnown() {
    assertThatThrownBy(() -> ChartSpec.parse("")).hasMessageContaining("of no known form");
    assertThat(ChartSpec.parse("bar x=a y=\"b c\" base=1"))
        .extracting(ChartSpec::x, ChartSpec::y, ChartSpec::label)
        .containsExactly("a", "b c", "b c");
  }
}
