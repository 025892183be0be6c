package org.duibiao.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** That every city of the nation can be looked up, and that its series are what they are called. */
@Tag("spark")
@ExtendWith(ShippedRelease.Computed.class)
class NationTest {

  private static Workbench bench;

  @BeforeAll
  static void take(ShippedRelease release) {
    bench = release.bench();
  }

  private static List<String> rows(String query) {
    return bench.rows(query);
  }

  @Test
  void nearlyEveryCityIsComparedWithShenzhenFrom2018To2023() {
    assertThat(
            rows(
                """
                SELECT benchmark, year, count(ratio) FROM gold.benchmarks
                WHERE benchmark IN ('hospitals_per_million', 'hospital_beds_per_1000',
                    'licensed_doctors_per_1000') AND year BETWEEN 2018 AND 2023
                GROUP BY ALL HAVING count(ratio) >= 290
                """))
        .hasSize(3 * 6);
  }

  @Test
  void manyCitiesHaveFiveCoreIndicatorsIn2025() {
    assertThat(
            rows(
                """
                SELECT city_code FROM gold.indicator_values WHERE year = 2025 AND indicator IN
                  ('permanent_population', 'medical_institutions', 'hospitals', 'beds',
                   'hospital_beds', 'health_technical_personnel', 'licensed_doctors',
                   'registered_nurses', 'visits')
                GROUP BY city_code HAVING count(*) >= 5
                """))
        .hasSizeGreaterThanOrEqualTo(55);
  }

  /**
   * A bulletin that says what it leaves out, or counts other beds, is not taken for the usual
   * definition.
   */
  @Test
  void whatABulletinCountsOtherwiseSaysSo() {
    assertThat(
            rows(
                """
                SELECT city_code, indicator, array_contains(flags, 'definition_differs')
                FROM silver.observations WHERE year(period_end) = 2025 AND path = 'bulletins/2025.csv'
                AND (city_code, indicator) IN (('510100', 'grade_a_tertiary_hospitals'),
                  ('411700', 'licensed_doctors'), ('411700', 'registered_nurses'),
                  ('652300', 'beds'), ('652300', 'open_beds'))
                ORDER BY ALL
                """))
        .containsExactly(
            "411700|licensed_doctors|true",
            "411700|registered_nurses|true",
            "510100|grade_a_tertiary_hospitals|true",
            "652300|open_beds|false");
  }

  /** The years for which only interpolated populations are known have rates but no ranks. */
  @Test
  void aRateOnAnInterpolatedPopulationIsWithCareAndHasNoRank() {
    assertThat(
            rows(
                """
                SELECT count(*) > 500, sum(int(rank IS NOT NULL)), sum(int(comparability = 'comparable'))
                FROM gold.benchmarks WHERE array_contains(flags, 'population_interpolated')
                """))
        .containsExactly("true|0|0");
  }

  /**
   * A series of hospitals that equals that of hospitals and health centres is called wrongly, but
   * in Shenzhen, which has no health centres, and in Beijing since 2010, where they are hospitals.
   */
  @Test
  void hospitalsAreNotHospitalsAndHealthCentres() {
    assertThat(
            rows(
                """
                SELECT h.city_code, count(*) FROM silver.observations h
                JOIN silver.observations c ON c.city_code = h.city_code AND c.period_end = h.period_end
                  AND c.indicator = 'hospitals_and_health_centres' AND c.scope = h.scope
                WHERE h.indicator = 'hospitals' AND h.value = c.value AND h.value > 30
                  AND h.class <> 'unverified' AND c.class <> 'unverified' AND h.city_code <> '440300'
                  AND NOT (h.city_code = '110000' AND h.period_end >= DATE'2010-01-01')
                GROUP BY h.city_code HAVING count(*) > 1
                """))
        .isEmpty();
  }

  @Test
  void populationsThatWereNotRevisedAreOfTheOldVintage() {
    assertThat(
            rows(
                """
                SELECT v.city_code, min(v.year), max(v.year) FROM gold.indicator_values v
                JOIN silver.observations o USING (observation_id)
                WHERE v.indicator = 'permanent_population'
                  AND v.city_code IN ('330100', '340100', '420100')
                  AND v.year BETWEEN 2011 AND 2019 AND o.published >= DATE'2021-05-11'
                GROUP BY ALL
                """))
        .isEmpty();
  }

  /** Nobody can look up what has neither a date nor an address. */
  @Test
  void whatCannotBeTracedIsNeverComparable() {
    assertThat(
            rows(
                """
                SELECT b.city_code, b.benchmark, b.year FROM gold.benchmarks b
                JOIN silver.observations o ON o.observation_id IN
                  (b.numerator_observation_id, b.denominator_observation_id,
                   b.reference_numerator_observation_id, b.reference_denominator_observation_id)
                JOIN silver.sources s ON s.source_id = o.source_id
                WHERE b.comparability = 'comparable' AND s.published IS NULL AND s.url IS NULL
                  AND s.class NOT IN ('census', 'yearbook', 'bulletin')
                """))
        .isEmpty();
    assertThat(
            rows(
                """
                SELECT count(*) > 100 FROM gold.benchmarks
                WHERE array_contains(flags, 'source_untraceable')
                """))
        .containsExactly("true");
  }
}
