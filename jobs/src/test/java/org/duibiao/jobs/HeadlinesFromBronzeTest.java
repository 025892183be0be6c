package org.duibiao.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Works out what the report says by another path than the code's: plain SQL over the raw cells of
 * bronze, which knows nothing of the readers, the catalogue or the classes that choose and divide.
 */
@Tag("spark")
@ExtendWith(ShippedRelease.Computed.class)
class HeadlinesFromBronzeTest {

  /**
   * What the cells say of year-ends, by name of the city; a cell that is no plain number is left
   * out, as are targets, parts of a city and what nobody has verified.
   */
  private static final String FIGURES =
      """
      WITH cells AS (
        SELECT f.path, f.class, f.published, r.fields
        FROM bronze.source_records r JOIN bronze.source_files f ON f.records_id = r.records_id
        WHERE f.current),
      across AS (
        SELECT path, class, published, fields['地区'] AS city, '医院' AS what, header AS period,
               cell, '个' AS unit
        FROM cells LATERAL VIEW explode(fields) AS header, cell WHERE path = 'nbs/hospitals.csv'
        UNION ALL
        SELECT path, class, published, header, '常住人口', fields['年份'], cell, '万人'
        FROM cells LATERAL VIEW explode(fields) AS header, cell
        WHERE path = 'nbs/permanent_population.csv' -- see its corrections
          AND (header, fields['年份']) NOT IN (('深圳', '2024年'), ('武汉', '2020年'))
        UNION ALL
        SELECT path, class, published, fields['城市'],
               CASE split(header, '[(]')[0] WHEN '年末常住人口' THEN '常住人口' WHEN '医院数' THEN '医院'
                 WHEN '三级医院数' THEN '三级医院' WHEN '医疗卫生机构实有床位数' THEN '床位' END,
               '2025年', cell, rtrim(')', split(header, '[(]')[1])
        FROM cells LATERAL VIEW explode(fields) AS header, cell
        WHERE path = 'large_cities/health_2025.csv'
        UNION ALL
        SELECT path, coalesce(nullif(fields['类别'], ''), class), published, fields['城市'],
               CASE split(header, '[(]')[0] WHEN '年末常住人口' THEN '常住人口' WHEN '医院数' THEN '医院' END,
               CASE WHEN path LIKE 'city_yearbook/%' THEN CAST(right(left(path, 18), 4) AS INT) - 1
                 ELSE 2021 END || '年', cell, split(split(header, '[(]')[1], '[)]')[0]
        FROM cells LATERAL VIEW explode(fields) AS header, cell
        WHERE (path LIKE 'city_yearbook/%' AND header LIKE '% › 全市'
            OR path = 'collections/permanent_population_2021.csv')
          AND (path, fields['城市'], split(header, '[(]')[0]) NOT IN ( -- see their corrections
            ('city_yearbook/2020.csv', '山南市', '医院数'), ('city_yearbook/2020.csv', '石嘴山市', '医院数'),
            ('city_yearbook/2022.csv', '龙岩市', '医院数'), ('city_yearbook/2023.csv', '达州市', '医院数'))),
      down AS (
        SELECT path, coalesce(nullif(fields['类别'], ''), class) AS class,
               CASE length(coalesce(fields['发布日期'], fields['发布年份']))
                 WHEN 10 THEN try_cast(fields['发布日期'] AS DATE)
                 WHEN 7 THEN last_day(try_cast(fields['发布日期'] || '-01' AS DATE))
                 WHEN 4 THEN make_date(CAST(fields['发布年份'] AS INT), 12, 31)
                 ELSE published END AS published,
               fields['城市'] AS city,
               CASE WHEN fields['指标'] IN ('常住人口', '年末常住人口') THEN '常住人口'
                 WHEN fields['指标'] IN ('医院', '医院数', '医院机构数') THEN '医院'
                 WHEN fields['指标'] IN ('三级医院', '三级医院数') THEN '三级医院'
                 WHEN fields['指标'] IN ('床位', '年底实有病床数', '医疗卫生机构实有床位',
                   '医疗卫生机构实有床位数') THEN '床位' END AS what,
               coalesce(fields['时间'], fields['年份']) AS period, fields['数值'] AS cell,
               fields['单位'] AS unit
        FROM cells
        WHERE map_contains_key(fields, '指标')
          AND coalesce(fields['性质'], '') IN ('', '实际', '实际值', '抽样推算')
          AND coalesce(fields['范围'], '') = '' AND coalesce(fields['口径'], '') IN ('', '常住')),
      figures AS (
        SELECT path, class, published, regexp_replace(city, '市$', '') AS city, what,
               CAST(left(period, 4) AS INT) AS year,
               CAST(cell AS DECIMAL(20, 6)) * CASE WHEN unit LIKE '万%' THEN 10000 ELSE 1 END AS value
        FROM (SELECT * FROM across UNION ALL SELECT * FROM down)
        WHERE what IS NOT NULL AND cell RLIKE '^[0-9]+([.][0-9]+)?$' AND class <> 'unverified'
          AND period RLIKE '^[0-9]{4}(年|年末|年底|-12-31)$'
          AND unit IN ('万人', '人', '个', '家', '所', '张', '万张')),
      names AS (SELECT city_code, regexp_replace(name_zh, '市$', '') AS city FROM silver.cities
        WHERE level IN ('municipality', 'prefecture'))
      """;

  /** The value to use: official ones first, the later published, the higher class. */
  private static final String CHOSEN =
      FIGURES
          + """
          , ranked AS (
            SELECT *, rank() OVER (PARTITION BY city, what, year ORDER BY
              CASE class WHEN 'report' THEN 1 WHEN 'news' THEN 2 ELSE 0 END,
              published DESC NULLS LAST,
              array_position(array('census', 'yearbook', 'bulletin', 'report', 'news'), class)
              ) AS place FROM figures),
          chosen AS (
            SELECT city_code, what, year, CAST(min(value) AS DOUBLE) AS value,
                   CAST(max(value) AS DOUBLE) AS other
            FROM ranked JOIN names USING (city) WHERE place = 1 GROUP BY ALL),
          rates AS (
            SELECT CASE n.what WHEN '医院' THEN 'hospitals_per_million'
                     WHEN '三级医院' THEN 'tertiary_hospitals_per_million'
                     WHEN '床位' THEN 'beds_per_1000' END AS benchmark,
                   CASE n.what WHEN '床位' THEN 1000 ELSE 1000000 END AS per,
                   n.city_code, n.year, n.value AS numerator, d.value AS denominator
            FROM chosen n JOIN chosen d ON d.city_code = n.city_code AND d.what = '常住人口'
              -- of the newest year, where nothing later is known to interpolate, the nearest one
              AND d.year BETWEEN n.year - IF(n.year = 2025, 5, 0) AND n.year
            WHERE n.what <> '常住人口' AND n.value = n.other AND d.value = d.other
            QUALIFY row_number() OVER (PARTITION BY n.city_code, n.what, n.year ORDER BY d.year DESC)
              = 1),
          compared AS (
            SELECT r.benchmark, r.city_code, r.year, r.numerator, r.denominator,
                   r.numerator * r.per / r.denominator AS rate,
                   s.numerator * s.per / s.denominator AS reference_rate,
                   (r.numerator / r.denominator) / (s.numerator / s.denominator) AS ratio,
                   s.numerator / s.denominator * r.denominator - r.numerator AS needed
            FROM rates r LEFT JOIN rates s ON s.benchmark = r.benchmark AND s.year = r.year
              AND s.city_code = '440300')
          """;

  private static Workbench bench;
  private static String page;

  @BeforeAll
  static void take(ShippedRelease release) {
    bench = release.bench();
    page =
        Workbench.read(bench.reports().resolve("current/index.html"))
            .replaceAll("<span lang=\"en\">.*?</span>", "")
            .replaceAll("<a class=\"r\"[^>]*>[^<]*</a>", "")
            .replaceAll("<[^>]*>", "");
  }

  @Test
  @Tag("long")
  void everyComparableRateFollowsFromTheRawCells() {
    List<String> rows =
        bench.rows(
            CHOSEN
                + """
                , shown AS (
                  SELECT * FROM gold.benchmarks b WHERE basis = 'computed'
                    -- where a doubted figure is left out, the choice is another one
                    AND NOT EXISTS (SELECT 1 FROM silver.findings f WHERE f.city_code = b.city_code
                      AND f.kind IN ('level_shift', 'implausible') AND year(f.period_end) = b.year)
                    AND NOT array_contains(flags, 'mid_year') AND (comparability = 'comparable'
                      OR array_except(reasons, array('age_structure_differs', 'complete_count',
                        'no_polarity', 'source_untraceable')) = array())
                    AND benchmark IN ('hospitals_per_million', 'tertiary_hospitals_per_million',
                      'beds_per_1000'))
                SELECT b.benchmark, count(*) AS shown, count(c.city_code) AS found,
                  count_if(abs(c.rate - b.rate) < 1e-9) AS rates,
                  count_if(b.city_code = '440300' OR (abs(c.reference_rate - b.reference_rate) < 1e-9
                    AND abs(c.ratio - b.ratio) < 1e-9 AND abs(c.needed - b.needed_to_match) < 1e-9
                    AND abs(c.rate - c.reference_rate - b.difference) < 1e-9)) AS relations
                FROM shown b LEFT JOIN compared c ON c.benchmark = b.benchmark
                  AND c.city_code = b.city_code AND c.year = b.year
                GROUP BY b.benchmark ORDER BY b.benchmark
                """);
    assertThat(rows).hasSize(3);
    assertThat(rows)
        .allSatisfy(
            row -> {
              String[] cells = row.split("\\|");
              assertThat(cells).as(row).endsWith(cells[1], cells[1], cells[1]);
              assertThat(Integer.parseInt(cells[1])).as(row).isGreaterThanOrEqualTo(15);
            });
    assertThat(rows.get(1)).startsWith("hospitals_per_million|").doesNotContain("|15|");
  }

  @Test
  @Tag("long")
  void noComparableRateOfBronzeIsMissingFromTheYearOfTheLargeCities() {
    assertThat(
            bench.rows(
                CHOSEN
                    + """
                    SELECT c.benchmark, c.city_code FROM compared c
                    LEFT ANTI JOIN gold.benchmarks b ON b.benchmark = c.benchmark
                      AND b.city_code = c.city_code AND b.year = c.year
                      AND abs(b.rate - c.rate) < 1e-9
                    WHERE c.year = 2025
                    """))
        .isEmpty();
  }

  @Test
  @Tag("long")
  void qingdaoIsLevelWithShenzhenIn2025AndTheReportSaysSo() {
    List<String> rows =
        bench.rows(
            CHOSEN
                + """
                SELECT a.name_zh, c.rate, c.reference_rate,
                       CAST(c.numerator AS INT), CAST(ceil(c.needed) AS INT)
                FROM compared c JOIN silver.cities a ON a.city_code = c.city_code
                WHERE benchmark = 'tertiary_hospitals_per_million' AND year = 2025
                  AND a.city_code <> '440300'
                ORDER BY rate DESC
                """);
    String above = list(rows, 1);
    String below = list(rows, -1);
    String level = list(rows, 0);
    assertThat(level).contains("青岛市 3.33");
    assertThat(below).isNotEmpty();
    String reference = String.format(Locale.ROOT, "%.2f", cell(rows.get(0), 2));
    assertThat(page)
        .contains(
            "2025年，每百万常住人口三级医院数：深圳市 %s 家/百万。同年可比的其他 %d 个城市中，%d 个高于深圳市，%d 个低于深圳市，%d 个与之相差不到 5%%。"
                .formatted(
                    reference,
                    rows.size(),
                    above.split("、").length,
                    below.split("、").length,
                    level.split("、").length))
        .contains("高于深圳市：" + above)
        .contains("低于深圳市：" + below)
        .contains("与深圳市相差不到 5%：" + level);

    String[] last = rows.get(rows.size() - 1).split("\\|");
    assertThat(page)
        .contains("低于深圳市最多的是" + last[0] + "：三级医院 " + last[3] + " 家")
        .contains("还需增加 " + last[4] + " 家，才与深圳市持平");
    assertThat(
            bench.rows(
                """
                SELECT rate > reference_rate, needed_to_match < 0, side, comparability
                FROM gold.benchmarks WHERE benchmark = 'tertiary_hospitals_per_million'
                  AND city_code = '370200' AND year = 2025
                """))
        .containsExactly("true|true|level|with_care");
  }

  /** The cities above (1) or below (−1) the reference, or less than the margin of 5 % away (0). */
  private static String list(List<String> rows, int side) {
    return rows.stream()
        .filter(row -> side(cell(row, 1), cell(row, 2)) == side)
        .map(row -> String.format(Locale.ROOT, "%s %.2f", row.split("\\|")[0], cell(row, 1)))
        .collect(Collectors.joining("、"));
  }

  private static int side(double rate, double reference) {
    return Math.abs(rate - reference) < 0.05 * reference ? 0 : Double.compare(rate, reference);
  }

  private static double cell(String row, int ordinal) {
    return Double.parseDouble(row.split("\\|")[ordinal]);
  }

  /** The middle of 2019: of Shenzhen the mean of two year-ends, of Qingdao the nearer one. */
  @Test
  @Tag("long")
  void in2019QingdaoHasTwoAnswersAndTheReportGivesBoth() {
    List<String> rows =
        bench.rows(
            FIGURES
                + """
                , counts AS (
                  SELECT fields['城市'] AS city, CAST(fields['数值'] AS DOUBLE) AS hospitals
                  FROM cells WHERE path = 'qingdao/half_year_2019.csv'
                    AND fields['指标'] = '三级医院' AND fields['范围'] = ''),
                vintages AS (
                  SELECT 'before' AS vintage, avg(value) AS residents FROM (
                    SELECT DISTINCT year, CAST(value AS DOUBLE) AS value FROM figures
                    WHERE city = '深圳' AND what = '常住人口' AND year IN (2018, 2019)
                      AND published < DATE '2021-05-11')
                  UNION ALL
                  SELECT 'after', avg(CAST(value AS DOUBLE)) FROM figures
                  WHERE city = '深圳' AND what = '常住人口' AND year IN (2018, 2019)
                    AND path = 'nbs/permanent_population.csv'),
                qingdao AS (
                  SELECT CAST(value AS DOUBLE) AS residents FROM figures
                  WHERE city = '青岛' AND what = '常住人口' AND year = 2018),
                answers AS (
                  SELECT vintage, q.hospitals / d.residents * 1e6 AS rate,
                         s.hospitals / v.residents * 1e6 AS reference_rate,
                         s.hospitals / v.residents * d.residents - q.hospitals AS needed
                  FROM vintages v CROSS JOIN qingdao d CROSS JOIN counts q CROSS JOIN counts s
                  WHERE q.city = '青岛市' AND s.city = '深圳市')
                SELECT a.vintage, abs(a.rate - b.rate) < 1e-9,
                       abs(a.reference_rate - b.reference_rate) < 1e-9,
                       abs(a.needed - b.needed_to_match) < 1e-9,
                       array_contains(b.flags, 'population_vintage_differs'),
                       CAST(ceil(a.needed) AS INT), round(a.rate, 2), round(a.reference_rate, 2)
                FROM answers a JOIN gold.benchmark_vintages b ON b.reference_vintage = a.vintage
                WHERE b.benchmark = 'tertiary_hospitals_per_million' AND b.city_code = '370200'
                  AND b.year = 2019
                ORDER BY a.vintage DESC
                """);
    assertThat(rows)
        .containsExactly(
            "before|true|true|true|true|8|2.34|3.17", "after|true|true|true|true|2|2.34|2.49");
    assertThat(page)
        .contains(
            "2019年的每百万常住人口三级医院数，青岛市与深圳市相比有两个答案：按当时公布的人口，还差 8 家才持平（2.34 家/百万 对 3.17 家/百万）；"
                + "按修订后的人口，还差 2 家才持平（2.34 家/百万 对 2.49 家/百万）。");
  }
}
