package org.duibiao.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.duibiao.tables.Release;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The numbers of the gold tables over the shipped data once more, in plain SQL. Where rates come
 * from in bronze is the matter of {@link HeadlinesFromBronzeTest}; here it is what follows from
 * them.
 */
@Tag("spark")
@ExtendWith(ShippedRelease.Computed.class)
class GoldInSqlTest {

  /** How many residents a rate is per, by its name. */
  private static final String PER =
      """
      CASE WHEN benchmark LIKE '%per_million' THEN 1e6 WHEN benchmark LIKE '%per_100000' THEN 1e5
        WHEN benchmark LIKE '%per_10000' THEN 1e4 WHEN benchmark LIKE '%per_1000' THEN 1e3
        WHEN benchmark LIKE '%per_100' THEN 1e2 WHEN benchmark LIKE '%per_resident' THEN 1e0 END
      """;

  /** Where less is better. */
  private static final String LOW = "benchmark RLIKE 'mortality'";

  private static Workbench bench;
  private static Release asOf;

  @BeforeAll
  static void take(ShippedRelease release) {
    bench = release.bench();
    asOf = release.asOf();
  }

  @Test
  void ratesRatiosDifferencesAndWhatIsNeeded() {
    assertThat(
            bench.rows(
                """
                WITH n AS (SELECT *, %s AS per, CAST(numerator AS DOUBLE) AS a,
                    CAST(denominator AS DOUBLE) AS b, CAST(reference_numerator AS DOUBLE) AS c,
                    CAST(reference_denominator AS DOUBLE) AS d FROM gold.benchmarks)
                SELECT count_if(basis = 'computed') > 400,
                  count_if(basis = 'computed' AND NOT abs(a / b * per / rate - 1) < 1e-12 AND a > 0),
                  count_if(c > 0 AND NOT abs(c / d * per / reference_rate - 1) < 1e-12),
                  count_if(ratio IS NOT NULL) > 400,
                  count_if(NOT abs(ratio - rate / reference_rate) < 1e-12 * ratio),
                  count_if(NOT abs(difference - (rate - reference_rate)) < 1e-9 * abs(rate)),
                  count_if(needed_to_match IS NOT NULL) > 400,
                  count_if(NOT abs(needed_to_match - (c * b / d - a)) < 1e-9 * (a + 1)),
                  count_if(comparability = 'not_comparable' AND coalesce(ratio, difference,
                    needed_to_match, rank, years_behind) IS NOT NULL)
                FROM n
                """
                    .formatted(PER)))
        .containsExactly("true|0|0|true|0|0|true|0|0");
  }

  @Test
  void ranksTheirIntervalsPercentilesAndScores() {
    assertThat(
            bench.rows(
                """
                WITH ranked AS (SELECT *, CASE WHEN %s THEN -1 ELSE 1 END AS sign
                    FROM gold.benchmarks WHERE rank IS NOT NULL),
                pairs AS (
                  SELECT a.benchmark, a.basis, a.year, a.city_code,
                    count_if(b.rate * a.sign > a.rate * a.sign) + 1 AS rank,
                    count_if(CASE a.sign WHEN 1 THEN b.rate_low > a.rate_high
                      ELSE b.rate_high < a.rate_low END) + 1 AS best,
                    count(*) - count_if(CASE a.sign WHEN 1 THEN a.rate_low > b.rate_high
                      ELSE a.rate_high < b.rate_low END) AS worst,
                    count(*) AS cities, 100 * count_if(b.rate < a.rate) / count(*) AS percentile,
                    (a.rate - avg(b.rate)) / stddev_samp(b.rate) AS score
                  FROM ranked a JOIN ranked b USING (benchmark, basis, year)
                  GROUP BY a.benchmark, a.basis, a.year, a.city_code, a.rate, a.sign)
                SELECT count(*) > 500, count_if(p.rank <> r.rank), count_if(best <> rank_low),
                  count_if(worst <> rank_high), count_if(p.cities <> r.cities OR r.cities < 10),
                  count_if(abs(p.percentile - r.percentile) > 1e-9),
                  count_if(NOT abs(score - z_score) < 1e-9)
                FROM ranked r JOIN pairs p USING (benchmark, basis, year, city_code)
                """
                    .formatted(LOW)))
        .containsExactly("true|0|0|0|0|0|0");
  }

  /** By hand from the reference's own rows; its series have no break after the year that counts. */
  @Test
  void yearsBehindLeadToTheFirstYearInWhichTheReferenceWasSoFar() {
    assertThat(
            bench.rows(
                """
                WITH behind AS (
                  SELECT *, CASE WHEN %s THEN -1 ELSE 1 END AS sign FROM gold.benchmarks
                  WHERE years_behind IS NOT NULL),
                found AS (
                  SELECT b.benchmark, b.city_code, b.year, b.basis, b.years_behind,
                    max_by(r.rate * sign >= b.rate * sign, r.year) FILTER
                      (WHERE r.year <= b.year - b.years_behind) AS then,
                    max_by(r.rate * sign < b.rate * sign, r.year) FILTER
                      (WHERE r.year < b.year - b.years_behind) AS before,
                    max(r.year) FILTER (WHERE r.year <= b.year - b.years_behind) AS first
                  FROM behind b JOIN gold.benchmarks r ON r.benchmark = b.benchmark
                    AND r.basis = b.basis AND r.city_code = b.reference_code
                  GROUP BY ALL)
                SELECT count(*) >= 20, count_if(first <> year - years_behind), count_if(NOT then),
                  count_if(NOT before), count_if(before IS NULL)
                FROM found
                """
                    .formatted(LOW)))
        .containsExactly("true|0|0|0|0");
    assertThat(
            bench.rows(
                """
                SELECT count_if(years_behind IS NOT NULL AND CASE WHEN %s THEN rate <= reference_rate
                  ELSE rate >= reference_rate END) FROM gold.benchmarks
                """
                    .formatted(LOW)))
        .containsExactly("0");
  }

  /** Theil and Sen by a join of each series with itself. */
  @Test
  void trendsFollowFromThePoints() {
    assertThat(
            bench.rows(
                """
                WITH points AS (
                  SELECT city_code, benchmark AS series, basis, year, rate AS y FROM gold.benchmarks
                  WHERE basis = 'computed' AND NOT arrays_overlap(flags, array('bound', 'quoted',
                      'population_year_differs', 'registered_population'))
                  UNION ALL
                  SELECT city_code, indicator, 'published', year, CAST(value AS DOUBLE)
                  FROM gold.indicator_values WHERE NOT arrays_overlap(flags, array('bound', 'quoted'))),
                mine AS (
                  SELECT t.*, p.year, p.y FROM gold.trends t JOIN points p
                    ON p.city_code = t.city_code AND p.series = t.series AND p.basis = t.basis
                    AND p.year BETWEEN t.first_year AND t.last_year),
                slopes AS (
                  SELECT a.city_code, a.series, a.basis, a.first_year,
                    array_sort(collect_list((b.y - a.y) / (b.year - a.year))) AS all
                  FROM mine a JOIN mine b ON b.city_code = a.city_code AND b.series = a.series
                    AND b.basis = a.basis AND b.first_year = a.first_year AND b.year > a.year
                  GROUP BY a.city_code, a.series, a.basis, a.first_year),
                tied AS (
                  SELECT city_code, series, basis, first_year, sum(k * (k - 1) * (2 * k + 5)) AS ties
                  FROM (SELECT city_code, series, basis, first_year, y, count(*) AS k FROM mine
                        GROUP BY ALL) GROUP BY ALL),
                ends AS (
                  SELECT city_code, series, basis, first_year, any_value(last_year) AS last_year,
                    any_value(points) AS points, count(*) AS n, min_by(y, year) AS first,
                    max_by(y, year) AS last
                  FROM mine GROUP BY city_code, series, basis, first_year),
                sen AS (
                  SELECT *, size(all) AS m, 1.959963984540054
                      * sqrt((n * (n - 1) * (2 * n + 5) - ties) / 18) AS reach
                  FROM ends JOIN slopes USING (city_code, series, basis, first_year)
                    JOIN tied USING (city_code, series, basis, first_year)),
                again AS (
                  SELECT *, (all[CAST((m - 1) DIV 2 AS INT)] + all[CAST(m DIV 2 AS INT)]) / 2 AS by_sql,
                    all[CAST(greatest(0, bround((m - reach) / 2) - 1) AS INT)] AS low,
                    all[CAST(least(m - 1, bround((m + reach) / 2)) AS INT)] AS high
                  FROM sen)
                SELECT count(*) = (SELECT count(*) FROM gold.trends), count(*) > 150,
                  count_if(n <> a.points OR n < 6),
                  count_if(abs(t.slope - by_sql) > 1e-9 * (1 + abs(by_sql))),
                  count_if(abs(t.slope_low - low) > 1e-9 * (1 + abs(low))),
                  count_if(abs(t.slope_high - high) > 1e-9 * (1 + abs(high))),
                  count_if(abs(t.change - (last - first)) > 1e-9 * (1 + abs(last))),
                  count_if(first > 0 AND last > 0 AND NOT abs(t.cagr
                    - (pow(last / first, 1D / (a.last_year - a.first_year)) - 1)) < 1e-9),
                  count_if(t.direction <> CASE WHEN low > 0 THEN 'rising' WHEN high < 0 THEN 'falling'
                    ELSE 'no_trend' END)
                FROM again a JOIN gold.trends t USING (city_code, series, basis, first_year)
                """))
        .containsExactly("true|true|0|0|0|0|0|0|0");
  }

  @Test
  void noTrendGoesAcrossASeriesBreak() {
    assertThat(
            bench.rows(
                """
                SELECT count(*) FROM gold.trends WHERE
                  (series RLIKE 'per_million|per_1000$' AND basis = 'computed'
                    AND first_year < 2010 AND last_year >= 2010)
                  OR (series = 'permanent_population' AND first_year < 2010 AND last_year >= 2010)
                  OR (city_code = '370100' AND series = 'hospitals'
                    AND first_year < 2019 AND last_year >= 2019)
                  OR (city_code = '370200' AND series = 'hospitals'
                    AND first_year < 2021 AND last_year >= 2021)
                """))
        .containsExactly("0");
  }

  @Test
  void targetsFollowFromWhatWasPromisedAndWhatCame() {
    assertThat(
            bench.rows(
                """
                WITH days AS (
                  SELECT t.*, CAST(f.period_end AS DATE) AS day FROM gold.targets t
                  LEFT JOIN gold.figures f ON f.observation_id = t.latest_observation_id),
                again AS (
                  SELECT *, target - latest AS gap_by_sql,
                    CASE WHEN array_contains(flags, 'derived') THEN share_done
                      WHEN base IS NOT NULL AND base <> target THEN (latest - base) / (target - base)
                      WHEN measure = 'new' AND target <> 0 THEN latest / target END AS done,
                    (datediff(least(day, due), start) + 1) / (datediff(due, start) + 1) AS elapsed
                  FROM days)
                SELECT count(*) > 20, count_if(latest IS NOT NULL) >= 2,
                  count_if(gap IS DISTINCT FROM gap_by_sql),
                  count_if((share_done IS NULL) <> (done IS NULL)),
                  count_if(abs(share_done - done) > 1e-9),
                  count_if(day IS NOT NULL AND NOT abs(share_elapsed - elapsed) < 1e-9),
                  count_if(pace <> CASE WHEN share_done IS NULL OR share_elapsed IS NULL
                      OR array_contains(flags, 'kept_before') THEN 'unknown'
                    WHEN abs(share_done - share_elapsed) <= 0.05 + 1e-12 THEN 'on_pace'
                    WHEN share_done > share_elapsed THEN 'ahead' ELSE 'behind' END),
                  count_if(array_contains(flags, 'cannot_be_checked') AND (attained IS NOT NULL
                    OR latest IS NOT NULL))
                FROM again
                """))
        .containsExactly("true|true|0|0|0|0|0|0");
  }

  @Test
  void coverageIsWhatIsAmongTheValuesAndWhatIsNot() {
    assertThat(
            bench.rows(
                """
                SELECT count(*) > 5000, count_if(c.published) > 1000,
                  count_if(c.published <> (v.indicator IS NOT NULL
                    AND NOT array_contains(v.flags, 'quoted'))),
                  count_if(c.sources <> coalesce(v.sources, 0)),
                  count(*) - count(DISTINCT c.city_code, c.indicator, c.year)
                FROM gold.coverage c LEFT JOIN gold.indicator_values v USING (city_code, indicator, year)
                """))
        .containsExactly("true|true|0|0|0");
    assertThat(
            bench.rows(
                """
                WITH cities AS (SELECT city_code, count(DISTINCT indicator) AS indicators,
                    min(year) AS first, max(year) AS last, count(*) AS n
                  FROM gold.coverage GROUP BY city_code)
                SELECT count(DISTINCT indicators), count(DISTINCT last),
                  count_if(n <> indicators * (last - first + 1)) FROM cities
                """))
        .containsExactly("1|1|0");
  }

  @Test
  void vintagesFollowFromTheirPopulations() {
    assertThat(
            bench.rows(
                """
                WITH n AS (SELECT *, %s AS per, CAST(numerator AS DOUBLE) AS a,
                    CAST(denominator AS DOUBLE) AS b, CAST(reference_numerator AS DOUBLE) AS c,
                    CAST(reference_denominator AS DOUBLE) AS d FROM gold.benchmark_vintages)
                SELECT count(*) > 50, count_if(abs(a / b * per - rate) > 1e-9 * rate),
                  count_if(abs(c / d * per - reference_rate) > 1e-9 * reference_rate),
                  count_if(abs(ratio - a * d / b / c) > 1e-9 * ratio),
                  count_if(abs(needed_to_match - (c * b / d - a)) > 1e-9 * (a + 1)),
                  count_if(side <> CASE WHEN abs(rate - reference_rate) < 0.05 * reference_rate
                    THEN 'level' WHEN rate > reference_rate THEN 'above' ELSE 'below' END)
                FROM n
                """
                    .formatted(PER)))
        .containsExactly("true|0|0|0|0|0");
  }

  /** The release of that day has what was then; the current one what is now. */
  @Test
  void hindsightIsTheOneReleaseBesideTheOther() {
    String then =
        "SELECT benchmark, city_code, year, rate_%1$s, reference_rate_%1$s, ratio_%1$s,"
            + " needed_to_match_%1$s, significance_%1$s, standing_%1$s, comparability_%1$s"
            + " FROM gold.hindsight WHERE rate_%1$s IS NOT NULL ORDER BY ALL";
    String rows =
        """
        SELECT benchmark, city_code, year, rate, reference_rate, ratio, needed_to_match,
          significance, standing, comparability FROM gold.benchmarks
        WHERE city_code <> reference_code AND %s ORDER BY ALL
        """;
    assertThat(bench.rows(asOf, then.formatted("then")))
        .hasSizeGreaterThan(20)
        .isEqualTo(bench.rows(asOf, rows.formatted("true")));
    assertThat(bench.rows(asOf, then.formatted("now")))
        .hasSizeGreaterThan(500)
        .isEqualTo(bench.rows(rows.formatted("year <= 2022")));
    assertThat(
            bench.rows(
                asOf,
                """
                SELECT count_if(changed <> (side_then <> side_now OR standing_then <> standing_now
                  OR significance_then <> significance_now)),
                  count_if((changed IS NULL) <> (side_then IS NULL OR side_now IS NULL))
                FROM gold.hindsight
                """))
        .containsExactly("0|0");
    assertThat(
            bench.rows(
                asOf,
                """
                SELECT count(*) FROM gold.figures WHERE published IS NULL OR published > '2022-12-31'
                """))
        .containsExactly("0");
  }

  @Test
  void everyGoldRowLeadsToItsFigures() {
    assertThat(
            bench.rows(
                """
                WITH needed AS (
                  SELECT 'value' AS what, observation_id AS id FROM gold.indicator_values
                  UNION ALL SELECT 'vintage', denominator_observation_id FROM gold.benchmark_vintages
                  UNION ALL SELECT 'vintage', reference_denominator_observation_id
                    FROM gold.benchmark_vintages
                  UNION ALL SELECT 'promise', observation_id FROM gold.targets
                  UNION ALL SELECT 'latest', latest_observation_id FROM gold.targets
                  UNION ALL SELECT 'base', base_observation_id FROM gold.targets)
                SELECT what, count(*) FROM needed n
                LEFT ANTI JOIN gold.figures f ON f.observation_id = n.id
                WHERE n.id IS NOT NULL GROUP BY what
                """))
        .isEmpty();
  }

  @Test
  void noTableHasANumberThatIsNone() {
    assertThat(bench.notFinite(bench.release(bench.currentRelease()))).isEmpty();
    assertThat(bench.notFinite(asOf)).isEmpty();
  }
}
