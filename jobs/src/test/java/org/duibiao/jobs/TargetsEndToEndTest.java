package org.duibiao.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From a year's plan in running text, and a table that was published a year later, to what came of
 * the promises.
 */
@Tag("spark")
class TargetsEndToEndTest {

  private static final String PLAN = "02-summary-and-plan-mianyang.txt";

  @TempDir private static Path folder;

  private static Workbench bench;

  @BeforeAll
  static void run() {
    bench = Workbench.in(folder);
    Path examples = Workbench.DATA.resolve("examples");
    bench.put(
        PLAN,
        Workbench.read(examples.resolve(PLAN)),
        Workbench.read(examples.resolve(PLAN + ".yaml")));
    bench.put(
        "later/2024.csv",
        Workbench.HEADER
            + """
            绵阳市,人均预期寿命,2024年,79.3,岁
            绵阳市,居民健康素养水平,2024年,30.2,%
            绵阳市,孕产妇死亡率,2024年,6.10,/10万
            绵阳市,婴儿死亡率,2024年,4.40,‰
            绵阳市,三级甲等医院,2024年末,10,个
            """,
        Workbench.bulletin("2025-03-20"));
    Workbench.Result result = bench.run("2026-05-01T08:00:00Z", "run");
    assertThat(result.exitCode()).as(result.said()).isEqualTo(0);
  }

  @Test
  void whatWasPromisedInProseIsCheckedByTheLaterTable() {
    assertThat(
            bench.rows(
                """
                SELECT indicator, base, target, bound, start, due, latest, latest_year, attained,
                       gap, share_done, share_elapsed, pace, array_contains(flags, 'kept_before')
                FROM gold.targets WHERE latest IS NOT NULL ORDER BY indicator
                """))
        .containsExactly(
            "grade_a_tertiary_hospitals|8|10|eq|2024-01-01|2024-12-31|10|2024|true|0|1.0|1.0"
                + "|on_pace|false",
            "health_literacy_level|29.4|31|eq|2024-01-01|2024-12-31|30.2|2024|false|0.8|0.5|1.0"
                + "|behind|false",
            "infant_mortality_rate|2.61|4|le|2024-01-01|2024-12-31|4.4|2024|false|-0.4|1.2877697841726619|1.0"
                + "|unknown|true",
            "life_expectancy|78.9|79.1|eq|2024-01-01|2024-12-31|79.3|2024|true|-0.2|2.0|1.0"
                + "|ahead|false",
            "maternal_mortality_ratio|5.83|9|le|2024-01-01|2024-12-31|6.1|2024|true|2.9|0.08517350157728706|1.0"
                + "|unknown|true");
  }

  @Test
  void whatNobodyPublishedLaterCannotBeChecked() {
    assertThat(
            bench.rows(
                """
                SELECT indicator, measure, target, bound, attained, pace FROM gold.targets
                WHERE array_contains(flags, 'cannot_be_checked') ORDER BY indicator
                """))
        .contains(
            "childcare_places_per_1000|level|4.1|eq|null|unknown",
            "community_hospitals|new|6|eq|null|unknown",
            "out_of_pocket_share|level|27|approx|null|unknown",
            "provincial_key_clinical_specialties|new|5|ge|null|unknown");
    assertThat(
            bench.rows(
                """
                SELECT count_if((latest IS NULL) <> array_contains(flags, 'cannot_be_checked'))
                FROM gold.targets
                """))
        .containsExactly("0");
  }

  /** The words at the place that gold.figures names are those of the text. */
  @Test
  void everyPromiseAndWhatItIsCheckedByLeadsToItsFilePlaceAndWords() {
    assertThat(
            bench.rows(
                """
                SELECT t.indicator FROM gold.targets t
                LEFT JOIN gold.figures p ON p.observation_id = t.observation_id
                LEFT JOIN gold.figures a ON a.observation_id = t.latest_observation_id
                LEFT JOIN gold.figures b ON b.observation_id = t.base_observation_id
                WHERE p.observation_id IS NULL OR p.value <> t.target
                  OR (t.latest IS NOT NULL AND (a.value IS NULL OR a.value <> t.latest))
                  OR (t.base IS NOT NULL AND (b.value IS NULL OR b.value <> t.base))
                """))
        .isEmpty();
    List<String> rows =
        bench.rows(
            """
            SELECT p.path, p.locator, p.quote, p.value, a.path, a.locator, b.path
            FROM gold.targets t JOIN gold.figures p ON p.observation_id = t.observation_id
            JOIN gold.figures a ON a.observation_id = t.latest_observation_id
            JOIN gold.figures b ON b.observation_id = t.base_observation_id
            WHERE t.indicator = 'life_expectancy'
            """);
    assertThat(rows).hasSize(1);
    String[] cells = rows.get(0).split("\\|");
    assertThat(cells[0]).isEqualTo(PLAN);
    assertThat(cells[2]).contains("人均预期寿命达到79.1岁");
    String[] place = cells[1].substring("char:".length()).split("-");
    int[] text = Workbench.read(bench.landing().resolve(PLAN)).codePoints().toArray();
    int start = Integer.parseInt(place[0]);
    assertThat(new String(text, start, Integer.parseInt(place[1]) - start)).isEqualTo("79.1岁");
    assertThat(cells).endsWith("later/2024.csv", "row:2", PLAN);
  }
}
