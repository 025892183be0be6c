package org.duibiao.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry;
import org.apache.spark.sql.catalyst.analysis.TableFunctionRegistry;
import org.apache.spark.sql.catalyst.expressions.ExpressionInfo;
import org.duibiao.warehouse.query.QueryException;
import org.duibiao.warehouse.query.QueryLimits;
import org.duibiao.warehouse.query.ReleaseViews;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import scala.Option;

/** What a query can do, and a corpus of what it must not be able to do. */
@Tag("spark")
class QueriesOnlyTest {

  private static final String SECRET = "a secret that no query may show";
  private static final AtomicInteger CONTACTS = new AtomicInteger();

  @TempDir private static Path folder;
  private static Workbench bench;
  private static ServerSocket server;
  private static ReleaseViews views;
  private static Map<String, String> before;

  @BeforeAll
  static void prepare() throws IOException {
    bench =
        Workbench.in(folder)
            .put(
                "gov/health.csv",
                Workbench.HEADER
                    + """
                    青岛市,三级医院,2020年末,22,家
                    深圳市,年末常住人口,2020年,1763.38,万人
                    """,
                Workbench.bulletin("2021-04-20"));
    Workbench.Result result = bench.run("2024-05-01T08:00:00Z", "run");
    assertThat(result.exitCode()).as(result.said()).isEqualTo(0);
    Workbench.write(folder.resolve("secret.txt"), SECRET);
    views = bench.views();
    views.query("SELECT count(*) FROM gold.benchmarks").collectAsList();
    before = Workbench.contents(folder);
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread listener = new Thread(QueriesOnlyTest::listen, "listener");
    listener.setDaemon(true);
    listener.start();
  }

  private static void listen() {
    while (true) {
      try {
        server.accept().close();
        CONTACTS.incrementAndGet();
      } catch (SocketException e) {
        return;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @AfterAll
  static void nothingWasWrittenAndNobodyContacted() throws IOException {
    server.close();
    assertThat(Workbench.contents(folder)).isEqualTo(before);
    assertThat(CONTACTS).hasValue(0);
  }

  private static List<String> lines(String resource) {
    try (InputStream in = QueriesOnlyTest.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(
              line ->
                  line.replace("{dir}", folder.toString())
                      .replace("{port}", String.valueOf(server.getLocalPort()))
                      .replace("{deep}", "(".repeat(3000) + "1" + ")".repeat(3000))
                      .replace("{sum}", "1" + " + 1".repeat(20000))
                      .replace("\\n", "\n"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @TestFactory
  Stream<DynamicTest> noneOfTheEscapesSucceeds() {
    List<String> corpus = lines("escapes.txt");
    assertThat(corpus).hasSizeGreaterThan(500).doesNotHaveDuplicates();
    return corpus.stream()
        .map(
            line -> {
              String statement = line.substring(line.indexOf('|') + 1);
              String name = line.substring(0, Math.min(line.length(), 120));
              return DynamicTest.dynamicTest(
                  name,
                  () -> {
                    if (line.startsWith("resources|")) {
                      isStopped(statement);
                    } else {
                      isRefused(statement);
                    }
                  });
            });
  }

  private static void isRefused(String statement) {
    long traffic = traffic();
    Throwable refusal = catchThrowable(() -> views.query(statement));
    assertThat(refusal).isInstanceOf(QueryException.class);
    isOneSentence(refusal.getMessage());
    assertThat(traffic()).as("bytes read and written").isEqualTo(traffic);
  }

  private static void isStopped(String statement) {
    QueryLimits limits = new QueryLimits(Duration.ofSeconds(2), 1000);
    Throwable stop =
        catchThrowable(
            () ->
                limits.run(
                    Workbench.spark().sparkContext(),
                    () -> {
                      Iterator<Row> rows = limits.rows(views.query(statement).toLocalIterator());
                      rows.forEachRemaining(row -> {});
                      return null;
                    }));
    assertThat(stop).isNotNull();
  }

  private static void isOneSentence(String message) {
    assertThat(message)
        .isNotBlank()
        .hasSizeLessThan(300)
        .doesNotContain("\n", "SQLSTATE", "Exception", "'Project", SECRET)
        .doesNotMatch("(?s).*\\[[A-Z_.]{4,}].*");
  }

  @SuppressWarnings("deprecation") // Its successor does not count what local files are read.
  private static long traffic() {
    return FileSystem.getAllStatistics().stream()
        .mapToLong(statistics -> statistics.getBytesRead() + statistics.getBytesWritten())
        .sum();
  }

  @TestFactory
  Stream<DynamicTest> queriesAreAnswered() {
    List<String> queries = lines("queries.txt");
    assertThat(queries).hasSizeGreaterThan(100);
    return queries.stream()
        .map(query -> DynamicTest.dynamicTest(query, () -> views.query(query).collectAsList()));
  }

  @Test
  void sparksOwnExamplesOfTheAllowedFunctionsAreAnswered() {
    List<String> refused = new ArrayList<>();
    int examples = 0;
    Pattern example = Pattern.compile("(?ms)^\\s*> (SELECT .*?);\\s*$");
    for (String function : column("SHOW FUNCTIONS", 0)) {
      FunctionIdentifier name = new FunctionIdentifier(function);
      Option<ExpressionInfo> info =
          FunctionRegistry.builtin()
              .lookupFunction(name)
              .orElse(() -> TableFunctionRegistry.builtin().lookupFunction(name));
      assertThat(info.isDefined()).as(function).isTrue();
      for (Matcher query = example.matcher(info.get().getExamples()); query.find(); examples++) {
        try {
          views.query(query.group(1));
        } catch (QueryException e) {
          // Spark shows some functions on sketches and on a type that is not switched on.
          if (!e.getMessage().matches("There is no function .*|The data type TIME is not .*")) {
            refused.add(query.group(1) + ": " + e.getMessage());
          }
        }
      }
    }
    assertThat(refused).isEmpty();
    assertThat(examples).isGreaterThan(900);
  }

  @Test
  void nothingIsSubstituted() {
    for (String text : List.of("${env:PATH}", "${system:user.home}", "${spark.app.id}", "${x}")) {
      assertThat(views.query("SELECT '" + text + "'").first().getString(0)).isEqualTo(text);
    }
  }

  @Test
  void errorsNameTheNearest() {
    Map<String, String> errors =
        Map.of(
            "SELECT * FROM gold.benchmark",
            "There is no table gold.benchmark; the nearest is gold.benchmarks",
            "TABLE benchmarks",
            "There is no table benchmarks; the nearest is gold.benchmarks",
            "DESCRIBE silver.city",
            "There is no table silver.city; the nearest is silver.cities",
            "SELECT b.rat FROM gold.benchmarks b",
            "There is no column rat; the nearest is rate",
            "SELECT coutn(*) FROM gold.benchmarks",
            "There is no function coutn; the nearest is count",
            "SELECT sum() FORM gold.benchmarks",
            "The query cannot be read at line 1, column 19: unexpected 'gold'",
            "SELECT 1 +",
            "The query cannot be read at line 1, column 11: unexpected end of input",
            "DELETE FROM gold.releases",
            "Only queries are answered, such as SELECT, SHOW TABLES or DESCRIBE gold.benchmarks;"
                + " this has: delete from table");
    errors.forEach(
        (query, message) ->
            assertThatThrownBy(() -> views.query(query))
                .isInstanceOf(QueryException.class)
                .hasMessage(message));
  }

  @Test
  void tablesAndColumnsAreAnsweredFromTheDeclarations() {
    assertThat(column("SHOW TABLES", 0))
        .contains("bronze.source_files", "silver.observations", "gold.benchmarks", "ops.runs");
    assertThat(column("SHOW TABLES IN gold LIKE '*target*'", 0)).containsExactly("gold.targets");
    assertThat(column("SHOW COLUMNS IN silver.rejects", 0))
        .startsWith("file_sha256", "locator", "quote", "reason");
    Row first = views.query("DESCRIBE silver.observations").first();
    assertThat(List.of(first.get(0), first.get(1))).containsExactly("observation_id", "STRING");
    assertThat(first.getString(2)).isNotBlank();
    for (String table : ReleaseViews.tables().keySet()) {
      assertThat(column("DESCRIBE " + table, 0))
          .as(table)
          .containsExactly(views.query("TABLE " + table).columns());
    }
  }

  private static List<String> column(String query, int column) {
    return views.query(query).collectAsList().stream().map(row -> row.getString(column)).toList();
  }

  @Test
  void aNamedQueryIsReadLikeATableInItsOwnViewsOnly() {
    ReleaseViews others = bench.views();
    others.name("v", "SELECT city_code FROM silver.cities");
    assertThat(others.query("SELECT * FROM v a JOIN v b USING (city_code)").count()).isPositive();
    assertThat(others.query("WITH v AS (SELECT * FROM v LIMIT 1) TABLE v").count()).isEqualTo(1);
    others.name("v", "SELECT 1 AS one FROM v LIMIT 2");
    assertThat(others.query("TABLE v").count()).isEqualTo(2);
    assertThatThrownBy(() -> views.query("TABLE v")).hasMessageStartingWith("There is no table v;");
    assertThatThrownBy(() -> others.name("w", "SELECT * FROM text.`" + folder + "`"))
        .isInstanceOf(QueryException.class);
  }

  @Test
  void aQueryThatCannotBeInterruptedEndsInTimeForWhoeverWaits() {
    AtomicBoolean over = new AtomicBoolean();
    QueryLimits limits = new QueryLimits(Duration.ofMillis(50), 1);
    try {
      assertThatThrownBy(
              () ->
                  limits.run(
                      Workbench.spark().sparkContext(),
                      () -> {
                        while (!over.get()) {
                          Thread.onSpinWait();
                        }
                        return null;
                      }))
          .hasMessageContaining("took longer than 0 seconds")
          .hasMessageContaining("--timeout");
    } finally {
      over.set(true);
    }
  }

  @Test
  void rowsBeyondTheLimitAreAnError() {
    Iterator<Integer> rows =
        new QueryLimits(Duration.ofSeconds(1), 2).rows(List.of(1, 2, 3).iterator());
    assertThat(List.of(rows.next(), rows.next())).containsExactly(1, 2);
    assertThatThrownBy(rows::next)
        .hasMessage(
            "the query answers more than 2 rows: narrow it with WHERE or LIMIT, or allow more with"
                + " --max-rows N");
  }
}
