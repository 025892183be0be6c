package org.duibiao.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.duibiao.tables.Run;
import org.duibiao.tables.SourceRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures that wait for a word from a person, and get it. */
@Tag("spark")
class CatalogueChangeTest {

  private static final String FIRST = "2024-05-01T08:00:00Z";
  private static final String SECOND = "2024-06-01T08:00:00Z";
  private static final String WITHOUT_PERIOD =
      """
      publisher: 统计局
      title: 统计公报
      published: 2021-04-20
      class: bulletin
      layout:
        kind: wide
        columns: {city: 城市}
        across: indicator
      """;

  @TempDir private static Path prepared;
  private static Workbench origin;

  @TempDir private Path folder;
  private Workbench bench;

  @BeforeAll
  static void prepare() {
    origin = Workbench.in(prepared.resolve("bench"));
    origin.ownCatalogue();
    origin
        .put(
            "gov/terms.csv",
            Workbench.HEADER
                + """
                深圳市,三星级大医院,2020年末,50,家
                青岛市,三星级大医院,2020年末,22,家
                深圳市,年末常住人口,2020年,1763.38,万人
                """,
            Workbench.bulletin("2021-04-20"))
        .put("gov/periods.csv", "城市,医院数(个)\n青岛市,460\n济南市,284\n", WITHOUT_PERIOD);
    Workbench.Result result = origin.run(FIRST, "run");
    assertThat(result.exitCode()).as(result.said()).isEqualTo(0);
    assertThat(result.said())
        .contains("5 values found = 1 observations + 4 candidates + 0 rejects (0 of them to fix)")
        .contains("2 files read:")
        .contains("  gov/periods.csv: 2 values = 2 waiting; no figure: look at its sidecar")
        .contains("1 term matched nothing in the catalogue")
        .contains("  三星级大医院 (gov/terms.csv)");
  }

  @BeforeEach
  void copy() {
    bench = origin.copy(folder.resolve("bench"));
  }

  private Run last() {
    List<Run> runs = bench.warehouse().read(Run.class);
    return runs.stream()
        .filter(recorded -> "second".equals(recorded.runName()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatWaitsIsShownWithWhatIsMissing() {
    assertThat(
            bench.rows(
                """
                SELECT term, missing, count(*), max(quote) FROM silver.candidates
                GROUP BY ALL ORDER BY term
                """))
        .containsExactly("三星级大医院|indicator|2|50", "医院数|period|2|460");
    Workbench.Result review = bench.run(SECOND, "review");
    assertThat(review.exitCode()).isEqualTo(0);
    assertThat(review.out())
        .contains("2 × 三星级大医院, missing indicator; such as '50' in gov/terms.csv row:2")
        .contains("2 × 医院数, missing period; such as '460' in gov/periods.csv row:2: no period is");
  }

  @Test
  @Tag("long")
  void aNewAliasMakesObservationsOfCandidatesWithoutReadingTheFileAgain() {
    Map<String, Long> versions = bench.versions();
    List<String> files = bench.unreleased("SELECT * FROM bronze.source_files");
    Path indicators = Path.of(bench.folder().toString(), "catalogue", "indicators.yaml");
    String text = Workbench.read(indicators);
    int list = text.indexOf("aliases:\n", text.indexOf("- id: tertiary_hospitals\n"));
    int first = list + "aliases:\n".length();
    Workbench.write(
        indicators, text.substring(0, first) + "      - 三星级大医院\n" + text.substring(first));

    Workbench.Result result = bench.run(SECOND, "run", "--run-id", "second");

    assertThat(result.exitCode()).as(result.said()).isEqualTo(0);
    assertThat(result.said())
        .contains("2 files, 0 new or changed, 2 as before")
        .contains("5 values found = 3 observations + 2 candidates + 0 rejects");
    assertThat(last().filesNew()).isZero();
    assertThat(bench.unreleased("SELECT * FROM bronze.source_files"))
        .containsExactlyInAnyOrderElementsOf(files);
    assertThat(bench.versions())
        .containsEntry("bronze.source_records", versions.get("bronze.source_records"))
        .containsEntry("bronze.source_files", versions.get("bronze.source_files"));
    assertThat(
            bench.rows(
                """
                SELECT city_code, indicator, value, unit, known_from FROM silver.observations
                WHERE known_to IS NULL ORDER BY value
                """))
        .containsExactly(
            "370200|tertiary_hospitals|22|hospital|2024-06-01 08:00:00.0",
            "440300|tertiary_hospitals|50|hospital|2024-06-01 08:00:00.0",
            "440300|permanent_population|17633800|person|2024-05-01 08:00:00.0");
    assertThat(
            bench.rows(
                "SELECT term, known_to IS NULL, count(*) FROM silver.candidates GROUP BY ALL"))
        .containsExactlyInAnyOrder("三星级大医院|false|2", "医院数|true|2");
  }

  @Test
  @Tag("long")
  void whatIsAcceptedIsWrittenAndPlacesTheFiguresInTheNextRun() {
    Path indicators = Path.of(bench.folder().toString(), "catalogue", "indicators.yaml");
    String text = Workbench.read(indicators);
    Map<String, Long> versions = bench.versions();
    assertThat(bench.run(SECOND, "review").out())
        .contains("\n    proposed: a")
        .contains(": duibiao review --accept 三星级大医院");

    Workbench.Result unknown =
        bench.run(SECOND, "review", "--accept", "三星级大医院", "--as", "tertiary_hospital");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.said())
        .contains("There is no indicator 'tertiary_hospital' (did you mean 'tertiary_hospitals'?)");
    Workbench.Result absent = bench.run(SECOND, "review", "--accept", "四星级大医院");
    assertThat(absent.exitCode()).isEqualTo(2);
    assertThat(absent.said()).contains("No figure waits under '四星级大医院' (did you mean '三星级大医院'?)");
    Workbench.Result taken =
        bench.run(
            SECOND,
            "review",
            "--accept",
            "三星级大医院",
            "--id",
            "hospitals",
            "--en",
            "Large",
            "--unit",
            "hospital");
    assertThat(taken.exitCode()).isEqualTo(2);
    assertThat(taken.said())
        .contains("Nothing was written, because the catalogue would have errors:")
        .contains("indicators.yaml:");
    Workbench.Result placed = bench.run(SECOND, "review", "--accept", "医院数", "--as", "beds");
    assertThat(placed.exitCode()).isEqualTo(2);
    assertThat(placed.said()).contains("'医院数' is in the catalogue already, as hospitals");
    assertThat(Workbench.read(indicators)).isEqualTo(text);

    Workbench.Result accepted = bench.run(SECOND, "review", "--accept", "三星级大医院", "--as", "三级医院");

    assertThat(accepted.exitCode()).as(accepted.said()).isEqualTo(0);
    assertThat(accepted.out())
        .contains("'三星级大医院' is now an alias of 三级医院 (tertiary_hospitals) in ")
        .contains("2 figures wait under it");
    assertThat(Workbench.read(indicators).replace("      - 三星级大医院\n", "")).isEqualTo(text);
    assertThat(bench.run(SECOND, "review").out())
        .contains("\n    in the catalogue as tertiary_hospitals, counted in hospital: run again");
    Workbench.Result result = bench.run(SECOND, "run", "--run-id", "second");
    assertThat(result.said())
        .contains("2 files, 0 new or changed, 2 as before")
        .contains("5 values found = 3 observations + 2 candidates + 0 rejects");
    assertThat(bench.versions())
        .containsEntry("bronze.source_records", versions.get("bronze.source_records"));
  }

  @Test
  @Tag("long")
  void aConstantInTheSidecarPlacesTheFiguresInTheNextRun() {
    Workbench.write(
        bench.landing().resolve("gov/periods.csv.yaml"),
        WITHOUT_PERIOD + "  constants: {period: 2020年末}\n");
    List<SourceRecord> records = bench.warehouse().read(SourceRecord.class);
    long version = bench.versions().get("bronze.source_records");

    Workbench.Result result = bench.run(SECOND, "run", "--run-id", "second");

    assertThat(result.exitCode()).as(result.said()).isEqualTo(0);
    assertThat(result.said())
        .contains("2 files, 1 new or changed, 1 as before")
        .contains("5 values found = 3 observations + 2 candidates + 0 rejects");
    assertThat(last().filesNew()).isEqualTo(1);
    assertThat(bench.versions()).containsEntry("bronze.source_records", version);
    assertThat(bench.warehouse().read(SourceRecord.class)).hasSameSizeAs(records);
    assertThat(
            bench.rows(
                """
                SELECT city_code, indicator, value, period_end, locator FROM silver.observations
                WHERE known_to IS NULL AND path = 'gov/periods.csv' ORDER BY value
                """))
        .containsExactly(
            "370100|hospitals|284|2020-12-31|row:3", "370200|hospitals|460|2020-12-31|row:2");
    assertThat(
            bench.rows(
                "SELECT term, known_to IS NULL, count(*) FROM silver.candidates GROUP BY ALL"))
        .containsExactlyInAnyOrder("三星级大医院|true|2", "医院数|false|2");
  }
}
