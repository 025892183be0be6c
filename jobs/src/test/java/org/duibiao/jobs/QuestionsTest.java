package org.duibiao.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  private static final Path PAGE =
      Workbench.DATA.resolve("../docs/guides/questions.md").normalize();
  private static final Path README = Workbench.DATA.resolve("../README.md").normalize();
  private static final Path NOTEBOOKS = Workbench.DATA.resolve("../notebooks-export").normalize();
  private static final Pattern QUESTION =
      Pattern.compile("```sql\n(.*?)```\n\n```text\n(.*?)```", Pattern.DOTALL);
  private static final String NOW = ShippedRelease.NOW;

  private static final Pattern RUN =
      Pattern.compile("```text\n(Landing area .*?)```", Pattern.DOTALL);

  private static ShippedRelease release;
  private static Workbench bench;

  @BeforeAll
  static void take(ShippedRelease shipped) {
    release = shipped;
    bench = shipped.bench();
  }

  /** What a run says stands in the README as it says it, and the README can be read to its end. */
  @Test
  void theReadmeShowsWhatARunSays() throws IOException {
    assertThat(Files.size(README)).isLessThanOrEqualTo(8 * 1024);
    Matcher run = RUN.matcher(Files.readString(README));
    assertThat(run.find()).isTrue();
    String said =
        release
            .run()
            .said()
            .replace(bench.reports() + "/", "reports/")
            .replaceAll("Landing area \\S+:", "Landing area data/landing:");
    assertThat(said.lines().toList())
        .containsSubsequence(run.group(1).lines().filter(line -> !line.equals("…")).toList());
  }

  @Test
  void everyQuestionAndEveryCellOfTheNotebooksHasAnAnswer() throws IOException {
    Matcher questions = QUESTION.matcher(Files.readString(PAGE));
    assertThat(questions.results().map(question -> question.group(2)).toList())
        .hasSizeGreaterThanOrEqualTo(10)
        .allSatisfy(answer -> assertThat(answer).contains("\n---").doesNotContain("(0 rows)"));
    assertThat(
            Workbench.contents(NOTEBOOKS).keySet().stream().filter(name -> name.endsWith(".html")))
        .hasSizeGreaterThanOrEqualTo(5)
        .allSatisfy(
            name ->
                assertThat(Workbench.read(NOTEBOOKS.resolve(name)))
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
                SELECT count(*) > 5, count_if(standing <> CASE
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
  @Tag("long")
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
                SELECT count(*) > 40, count_if(abs(b.reference_rate - m.median) > 1e-9)
                FROM gold.benchmarks b JOIN (
                  SELECT a.city_code, median(o.rate) AS median
                  FROM cities a JOIN cities o ON o.city_code <> a.city_code
                  GROUP BY a.city_code) m ON m.city_code = b.city_code
                WHERE b.benchmark = 'beds_per_1000' AND b.year = 2025
                """))
        .containsExactly("true|0");
    assertThat(Workbench.read(copy.reports().resolve(release.releaseId() + "/index.html")))
        .contains("其他城市的中位数");
    Workbench.Result wrong = copy.run(NOW, "benchmark", "--reference", "mean");
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.said()).contains("neither median nor best nor the code of an area");
  }
}
