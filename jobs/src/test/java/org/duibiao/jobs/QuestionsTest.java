package org.duibiao.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duibiao.tables.Release;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The questions page, and the gold tables that it asks, over the shipped data. */
@Tag("spark")
@ExtendWith(ShippedRelease.Computed.class)
class QuestionsTest {

  private static final Path PAGE = Workbench.DATA.resolve("../docs/questions.md").normalize();
  private static final Path NOTEBOOKS = Workbench.DATA.resolve("../notebooks-export").normalize();
  private static final Pattern QUESTION =
      Pattern.compile("```sql\n(.*?)```\n\n```text\n(.*?)```", Pattern.DOTALL);
  private static final String NOW = ShippedRelease.NOW;

  private static Workbench bench;
  private static Release hindsight;

  @BeforeAll
  static void take(ShippedRelease release) {
    bench = release.bench();
    hindsight = release.asOf();
  }

  /** {@code mvn test -Dtest=QuestionsTest -Dupdate=true} writes the answers anew. */
  @Test
  void everyQuestionHasTheAnswerThatIsPrinted() throws IOException {
    String page = Files.readString(PAGE);
    StringBuilder answered = new StringBuilder();
    Matcher matcher = QUESTION.matcher(page);
    int questions = 0;
    while (matcher.find()) {
      String sql = matcher.group(1);
      List<String> arguments =
          sql.contains("gold.hindsight")
              ? List.of("sql", "--release", hindsight.releaseId(), sql)
              : List.of("sql", sql);
      Workbench.Result result = bench.run(NOW, arguments.toArray(String[]::new));
      assertThat(result.exitCode()).as(sql + result.said()).isEqualTo(0);
      assertThat(result.out()).as(sql).contains("\n---").doesNotContain("(0 rows)");
      String answer =
          "```sql\n" + sql + "```\n\n```text\n" + result.out().replaceAll(" +\n", "\n") + "```";
      matcher.appendReplacement(answered, Matcher.quoteReplacement(answer));
      questions++;
    }
    matcher.appendTail(answered);
    assertThat(questions).isGreaterThanOrEqualTo(10);
    if (Boolean.getBoolean("update")) {
      Files.writeString(PAGE, answered);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(answered.toString());
  }

  /** Likewise {@code -Dupdate=true} writes the notebooks' exports anew. */
  @Test
  void theNotebooksExportsAreThoseOfTheShippedData(@TempDir Path exports) {
    Workbench.Result result =
        bench.run(
            NOW, "notebooks", "--notebooks", NOTEBOOKS.toString(), "--exports", exports.toString());
    assertThat(result.exitCode()).as(result.said()).isEqualTo(0);
    if (Boolean.getBoolean("update")) {
      Workbench.copyTree(exports, NOTEBOOKS);
    }
    Map<String, String> written = Workbench.contents(exports);
    assertThat(written).hasSizeGreaterThanOrEqualTo(10);
    Map<String, String> shipped = Workbench.contents(NOTEBOOKS);
    shipped.keySet().removeIf(name -> name.endsWith(".sql") || name.endsWith(".md"));
    assertThat(shipped)
        .as("stale exports: `mvn test -Dtest=QuestionsTest -Dupdate=true` writes them anew")
        .isEqualTo(written);
    written.keySet().stream()
        .filter(name -> name.endsWith(".html"))
        .forEach(
            name ->
                assertThat(Workbench.read(exports.resolve(name)))
                    .as(name)
                    .contains("<table>")
                    .doesNotContain(">0 行 rows<", "class=\"failed\""));
  }

  /** Significance and standing once more, in SQL, from the intervals and the margins. */
  @Test
  void verdictsFollowFromTheIntervals() {
    assertThat(
            bench.rows(
                """
                SELECT benchmark, city_code, year, significance, standing FROM gold.benchmarks
                WHERE (method = 'exact_conditional' AND significance <> CASE
                        WHEN ratio_low > 1 THEN 'higher' WHEN ratio_high < 1 THEN 'lower'
                        ELSE 'similar' END)
                   OR (method = 'relevance_margin' AND significance <> 'not_tested')
                   OR (comparability = 'not_comparable' AND (rank IS NOT NULL
                        OR standing <> 'not_judged' OR ratio IS NOT NULL))
                   OR (city_code = reference_code AND (ratio IS NOT NULL
                        OR standing <> 'not_judged'))
                   OR rate_low > rate OR rate_high < rate OR ratio_low > ratio
                   OR ratio_high < ratio OR isnan(z_score)
                """))
        .isEmpty();
    assertThat(
            bench.rows(
                """
                WITH judged AS (
                  SELECT b.*, r.rate_low AS other_low, r.rate_high AS other_high,
                         CASE WHEN benchmark LIKE '%life_expectancy' THEN 0.01 ELSE 0.05 END AS margin,
                         CASE WHEN benchmark RLIKE 'mortality|death' THEN -1 ELSE 1 END AS sign
                  FROM gold.benchmarks b
                  JOIN (SELECT benchmark, basis, year AS reference_year, rate_low, rate_high
                        FROM gold.benchmarks WHERE city_code = '440300') r
                    USING (benchmark, basis, reference_year)
                  WHERE b.method = 'relevance_margin')
                SELECT count(*) > 20, count_if(standing <> CASE
                    WHEN difference = 0 OR abs(difference) < margin * abs(reference_rate)
                      OR (rate_low < other_high AND other_low < rate_high) THEN 'similar'
                    WHEN difference * sign > 0 THEN 'better' ELSE 'worse' END)
                FROM judged
                """))
        .containsExactly("true|0");
  }

  /** Rank, percentile and z-score once more, by SQL's own functions. */
  @Test
  void ranksFollowFromTheRates() {
    assertThat(
            bench.rows(
                """
                WITH ranked AS (
                  SELECT *, rank() OVER w AS by_sql, count(*) OVER g AS cities_by_sql,
                         (rate - avg(rate) OVER g) / stddev(rate) OVER g AS z_by_sql
                  FROM gold.benchmarks WHERE rank IS NOT NULL
                    AND benchmark NOT LIKE '%mortality%'
                  WINDOW w AS (PARTITION BY benchmark, basis, year ORDER BY rate DESC),
                         g AS (PARTITION BY benchmark, basis, year))
                SELECT count(*) > 500, count_if(by_sql <> rank), count_if(cities <> cities_by_sql),
                       count_if(abs(z_by_sql - z_score) > 1e-9),
                       count_if(rank < rank_low OR rank > rank_high)
                FROM ranked
                """))
        .containsExactly("true|0|0|0|0");
  }

  @Test
  void theMedianIsThatOfTheOtherCities(@TempDir Path folder) {
    Workbench copy = bench.copy(folder.resolve("bench"));
    Workbench.Result result = copy.run(NOW, "run", "--reference", "median");
    assertThat(result.exitCode()).as(result.said()).isEqualTo(0);
    Release release = copy.published(result);
    assertThat(release.referenceCode()).isEqualTo("median");
    assertThat(release.label()).isNull();
    assertThat(
            copy.rows(
                release,
                """
                WITH cities AS (
                  SELECT city_code, rate FROM gold.benchmarks
                  WHERE benchmark = 'beds_per_1000' AND year = 2025 AND rank IS NOT NULL)
                SELECT count(*), count_if(abs(b.reference_rate - m.median) > 1e-9)
                FROM gold.benchmarks b JOIN (
                  SELECT a.city_code, median(o.rate) AS median
                  FROM cities a JOIN cities o ON o.city_code <> a.city_code
                  GROUP BY a.city_code) m ON m.city_code = b.city_code
                WHERE b.benchmark = 'beds_per_1000' AND b.year = 2025
                """))
        .containsExactly("15|0");
    assertThat(Workbench.read(copy.reports().resolve(release.releaseId() + "/index.html")))
        .contains("其他城市的中位数");
    Workbench.Result wrong = copy.run(NOW, "benchmark", "--reference", "mean");
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.said()).contains("neither median nor best nor the code of an area");
  }
}
