package org.duibiao.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.duibiao.tables.Release;
import org.duibiao.warehouse.Releases;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Made-up figures of real cities, from the files to the tables: deaths and samples that are tested,
 * every kind of reference, the verdict of a day, and figures from which nothing follows.
 */
@Tag("spark")
class VerdictsEndToEndTest {

  private static final String NOW = "2026-05-01T08:00:00Z";

  private static final List<String> CITIES =
      List.of("深圳市", "青岛市", "济南市", "淄博市", "遂宁市", "酒泉市", "广州市", "成都市", "武汉市", "西安市", "杭州市", "南京市");

  @TempDir private static Path folder;

  private static Workbench bench;

  @BeforeAll
  static void run() {
    bench = Workbench.in(folder);
    bench.put(
        "deaths/2022.csv",
        Workbench.HEADER
            + """
            深圳市,活产数,2022年,100000,人
            深圳市,孕产妇死亡人数,2022年,5,人
            深圳市,婴儿死亡人数,2022年,120,人
            青岛市,活产数,2022年,60000,人
            青岛市,孕产妇死亡人数,2022年,12,人
            青岛市,婴儿死亡人数,2022年,190,人
            济南市,活产数,2022年,80000,人
            济南市,孕产妇死亡人数,2022年,8,人
            济南市,婴儿死亡人数,2022年,60,人
            淄博市,活产数,2022年,20000,人
            淄博市,孕产妇死亡人数,2022年,0,人
            淄博市,婴儿死亡率,2022年,1.25,‰
            遂宁市,婴儿死亡率,2022年,3.00,‰
            酒泉市,活产数,2022年,0,人
            酒泉市,孕产妇死亡人数,2022年,0,人
            """,
        Workbench.bulletin("2023-03-20"));
    bench.put(
        "samples/2022.csv",
        Workbench.HEADER
            + """
            深圳市,居民健康素养水平,2022年,40.0,%
            深圳市,健康素养监测有效调查人数,2022年,1000,人
            青岛市,居民健康素养水平,2022年,33.0,%
            青岛市,健康素养监测有效调查人数,2022年,1000,人
            济南市,居民健康素养水平,2022年,38.0,%
            济南市,健康素养监测有效调查人数,2022年,1000,人
            淄博市,居民健康素养水平,2022年,0,%
            淄博市,健康素养监测有效调查人数,2022年,500,人
            遂宁市,居民健康素养水平,2022年,100,%
            遂宁市,健康素养监测有效调查人数,2022年,500,人
            """,
        Workbench.bulletin("2023-03-20"));
    bench.put(
        "2019/first.csv",
        Workbench.HEADER
            + """
            深圳市,常住人口,2019年末,1343.88,万人
            深圳市,三级医院,2019年末,42,个
            青岛市,常住人口,2019年末,949.98,万人
            青岛市,三级医院,2019年末,23,个
            """,
        Workbench.bulletin("2020-04-15"));
    bench.put(
        "2019/revised.csv",
        Workbench.HEADER + "深圳市,常住人口,2019年末,1710.40,万人\n",
        Workbench.bulletin("2022-01-10"));
    bench.put("counts/2022.csv", Workbench.HEADER + counts(), Workbench.bulletin("2023-03-20"));
    Workbench.Result result = bench.run(NOW, "run");
    assertThat(result.exitCode()).as(result.said()).isEqualTo(0);
  }

  /** Twelve cities with the same hospitals, beds from none to many, and what divides badly. */
  private static String counts() {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < CITIES.size(); i++) {
      String city = CITIES.get(i);
      rows.append(city).append(",常住人口,2022年末,500,万人\n");
      rows.append(city).append(",医院,2022年末,100,个\n");
      rows.append(city).append(",床位,2022年末,").append(i * i * 1000).append(",张\n");
    }
    for (int year = 2016; year < 2022; year++) {
      rows.append("酒泉市,床位,").append(year).append("年末,0,张\n");
      rows.append("深圳市,医院,").append(year).append("年末,100,个\n");
    }
    return rows
        + """
        山东省,常住人口,2022年末,10000,万人
        山东省,床位,2022年末,700000,张
        全国,常住人口,2022年末,141000,万人
        全国,床位,2022年末,9750000,张
        青岛市,执业(助理)医师,2022年末,99999999999999,人
        深圳市,执业(助理)医师,2022年末,1,人
        德州市,医院,2022年末,7,个
        聊城市,常住人口,2022年末,0,万人
        聊城市,医院,2022年末,7,个
        滨州市,常住人口,2022年末,0.0001,万人
        滨州市,医院,2022年末,99999999999999,个
        青岛市,注册护士,2022年末,0,人
        深圳市,注册护士,2022年末,0,人
        淄博市,居民年平均就诊次数,2022年,0,次
        """;
  }

  private static Release release(String... arguments) {
    Workbench.Result result = bench.run(NOW, arguments);
    assertThat(result.exitCode()).as(result.said()).isEqualTo(0);
    return bench.release(
        result.said().replaceAll("(?s).*(?:Published|since) release ([0-9a-f]+).*", "$1"));
  }

  /** The limits are those of R's {@code poisson.test(c(12, 5), c(60000, 100000))} and so on. */
  @Test
  void deathsAreTestedByTheExactConditionalMethod() {
    assertThat(
            bench.rows(
                """
                SELECT b.benchmark, b.city_code, round(ratio_low, 9), round(ratio_high, 8),
                       significance, significance_998, standing, interval_method
                FROM gold.benchmarks b WHERE method = 'exact_conditional'
                ORDER BY b.benchmark, b.city_code
                """))
        .containsExactly(
            "infant_mortality_rate|370100|0.450590559|0.8589912|lower|similar|better|byar",
            "infant_mortality_rate|370200|2.088769088|3.34477682|higher|higher|worse|byar",
            "maternal_mortality_ratio|370100|0.576891381|7.77010365|similar|similar|similar"
                + "|poisson_exact",
            "maternal_mortality_ratio|370200|1.311743157|14.49330186|higher|similar|worse|byar",
            "maternal_mortality_ratio|370300|0.0|5.45639553|similar|similar|similar|poisson_exact");
  }

  @Test
  void samplesAreTestedByNewcombe() {
    assertThat(
            bench.rows(
                """
                SELECT city_code, significance, standing, interval_method
                FROM gold.benchmarks WHERE method = 'newcombe' ORDER BY city_code
                """))
        .containsExactly(
            "370100|similar|similar|wilson",
            "370200|lower|worse|wilson",
            "370300|lower|worse|wilson",
            "510900|higher|better|wilson");
  }

  @Test
  void aRateThatCannotBeComparedHasItsReasonAndNoVerdict() {
    assertThat(
            bench.rows(
                """
                SELECT city_code, significance, standing, comparability, reasons, ratio IS NULL
                FROM gold.benchmarks
                WHERE benchmark = 'infant_mortality_rate' AND city_code IN ('370300', '440300')
                ORDER BY city_code
                """))
        .containsExactly(
            "370300|not_tested|not_judged|not_comparable|basis_differs|true",
            "440300|not_tested|not_judged|comparable|is_reference|true");
  }

  /** Swapped, the ratios are the inverse and the intervals mirrored. */
  @Test
  void withTheOtherCityAsTheReferenceTheRatioIsTheInverse() {
    Release swapped = release("benchmark", "--reference", "370200");
    assertThat(swapped.label()).isNull();
    String query =
        """
        SELECT benchmark, year, ratio, ratio_low, ratio_high, difference_low, difference_high,
               significance FROM gold.benchmarks
        WHERE method = 'exact_conditional' AND city_code = '%s' ORDER BY benchmark
        """;
    List<String> there = bench.rows(query.formatted("370200"));
    List<String> back = bench.rows(swapped, query.formatted("440300"));
    assertThat(there).hasSize(2);
    assertThat(back).hasSize(2);
    for (int i = 0; i < 2; i++) {
      String[] one = there.get(i).split("\\|");
      String[] other = back.get(i).split("\\|");
      assertThat(number(one[2]) * number(other[2])).isCloseTo(1, within(1e-12));
      assertThat(number(one[3]) * number(other[4])).isCloseTo(1, within(1e-9));
      assertThat(number(one[4]) * number(other[3])).isCloseTo(1, within(1e-9));
      assertThat(number(one[5])).isCloseTo(-number(other[6]), within(1e-9));
      assertThat(number(one[6])).isCloseTo(-number(other[5]), within(1e-9));
      assertThat(one[7]).isEqualTo("higher");
      assertThat(other[7]).isEqualTo("lower");
    }
  }

  private static double number(String cell) {
    return Double.parseDouble(cell);
  }

  /** 700,000 beds for 100 million are 7 per 1,000, whatever the province's cities have. */
  @Test
  @Tag("long")
  void aProvinceAndTheNationAreReferencesAsPublished() {
    for (String[] area : new String[][] {{"370000", "7.0"}, {"000000", "6.914893617021277"}}) {
      Release release = release("benchmark", "--reference", area[0]);
      assertThat(release.referenceCode()).isEqualTo(area[0]);
      assertThat(
              bench.rows(
                  release,
                  """
                  SELECT DISTINCT reference_rate, significance, method
                  FROM gold.benchmarks WHERE benchmark = 'beds_per_1000' AND year = 2022
                    AND city_code <> reference_code AND reference_rate IS NOT NULL
                  """))
          .allSatisfy(row -> assertThat(row).startsWith(area[1] + "|not_tested|"))
          .isNotEmpty();
      assertThat(
              bench.rows(
                  release,
                  "SELECT reasons FROM gold.benchmarks WHERE city_code = '"
                      + area[0]
                      + "'"
                      + " AND benchmark = 'beds_per_1000'"))
          .containsExactly("is_reference");
      assertAllFinite(release);
    }
  }

  /** Of eleven others: the beds are i² · 0.2 per 1,000 for i = 0 … 11. */
  @Test
  @Tag("long")
  void theMedianAndTheBestAreOfTheOtherCities() {
    String query =
        """
        SELECT city_code, round(reference_rate, 9), significance FROM gold.benchmarks
        WHERE benchmark = 'beds_per_1000' AND year = 2022 AND city_code IN ('440300', '370200')
        ORDER BY city_code
        """;
    Release median = release("benchmark", "--reference", "median");
    // Without i = 0 the sixth of the others is i = 6; without i = 1 it is 6 as well.
    assertThat(bench.rows(median, query))
        .containsExactly("370200|7.2|not_tested", "440300|7.2|not_tested");
    Release best = release("benchmark", "--reference", "best");
    assertThat(bench.rows(best, query))
        .containsExactly("370200|24.2|not_tested", "440300|24.2|not_tested");
    assertThat(
            bench.rows(
                best,
                """
                SELECT round(reference_rate, 9), round(needed_to_match, 3) FROM gold.benchmarks
                WHERE benchmark = 'beds_per_1000' AND city_code = '320100'
                """))
        .as("the best city is compared with the second best, and needs fewer than none")
        .containsExactly("20.0|-21000.0");
    assertAllFinite(median);
    assertAllFinite(best);
  }

  /** What 2020 could know of 2019 beside what is known now. */
  @Test
  void theVerdictOf2020On2019StandsBesideTodays() {
    Release then = release("benchmark", "--as-of", "2020-12-31");
    assertThat(then.asOf()).isEqualTo("2020-12-31");
    assertThat(
            bench.rows(
                then,
                """
                SELECT benchmark, city_code, year, round(reference_rate_then, 3),
                       round(reference_rate_now, 3), round(ratio_then, 3), round(ratio_now, 3),
                       CAST(ceil(needed_to_match_then) AS INT),
                       CAST(ceil(needed_to_match_now) AS INT), side_then, side_now, changed
                FROM gold.hindsight WHERE ratio_then IS NOT NULL
                """))
        .containsExactly(
            "tertiary_hospitals_per_million|370200|2019|3.125|2.456|0.775|0.986|7|1|below|level"
                + "|true");
    assertThat(bench.rows(then, "SELECT max(year) FROM gold.indicator_values"))
        .containsExactly("2019");
    assertThat(bench.rows("SELECT count(*) FROM gold.hindsight")).containsExactly("0");
    assertThat(
            bench.rows(
                """
                SELECT vintage, reference_vintage, side, standing FROM gold.benchmark_vintages
                WHERE city_code = '370200' ORDER BY reference_vintage
                """))
        .containsExactly("before|after|level|not_judged", "before|before|below|not_judged");
    assertAllFinite(then);
  }

  @Test
  void identicalCitiesAreAllFirstAndHaveTheRatioOne() {
    // Binzhou, with a hundred trillion hospitals for one resident, is doubted and has no rate.
    assertThat(
            bench.rows(
                """
                SELECT ratio, difference, needed_to_match, rank, rank_low, rank_high, cities,
                       percentile, round(z_score, 9), years_behind, count(*)
                FROM gold.benchmarks WHERE benchmark = 'hospitals_per_million' AND year = 2022
                  AND rank IS NOT NULL AND city_code NOT IN ('371600', '440300') GROUP BY ALL
                """))
        .containsExactly("1.0|0.0|0.0|1|1|12|12|0.0|null|null|11");
  }

  @Test
  void noughtDividedAndDividedByNoughtHaveTheirAnswers() {
    assertThat(
            bench.rows(
                """
                SELECT benchmark, city_code, rate, reference_rate, ratio, difference,
                       needed_to_match FROM gold.benchmarks
                WHERE benchmark IN ('registered_nurses_per_1000', 'beds_per_1000')
                  AND city_code IN ('370200', '620900') AND year = 2022 ORDER BY ALL
                """))
        .containsExactly(
            // Shenzhen has no beds here: there is no ratio to zero, but a difference.
            "beds_per_1000|370200|0.2|0.0|null|0.2|-1000.0",
            "beds_per_1000|620900|5.0|0.0|null|5.0|-25000.0",
            "registered_nurses_per_1000|370200|0.0|0.0|null|0.0|0.0");
    assertThat(
            bench.rows(
                """
                SELECT count(*) FROM gold.benchmarks WHERE city_code IN ('371400', '371500')
                """))
        .as("without residents, or with none, there is no rate")
        .containsExactly("0");
    assertThat(
            bench.rows(
                """
                SELECT change, cagr, slope, slope_low, slope_high, direction FROM gold.trends
                WHERE city_code = '620900' AND series = 'beds'
                """))
        .containsExactly("25000.0|null|0.0|0.0|0.0|no_trend");
  }

  @Test
  void noTableHasANumberThatIsNone() {
    assertAllFinite(Releases.of(bench.warehouse()).current().orElseThrow());
  }

  private static void assertAllFinite(Release release) {
    assertThat(bench.notFinite(release)).as("NaN or infinite").isEmpty();
  }
}
