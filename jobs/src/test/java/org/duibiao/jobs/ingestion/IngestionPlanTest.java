package org.duibiao.jobs.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.duibiao.ingest.sidecar.LandingArea;
import org.duibiao.ingest.sidecar.LandingFile;
import org.duibiao.jobs.context.Console;
import org.duibiao.jobs.context.Locations;
import org.duibiao.jobs.context.RunContext;
import org.duibiao.jobs.context.StatusFile;
import org.duibiao.tables.NormalizedFile;
import org.duibiao.tables.NormalizedFileBuilder;
import org.duibiao.tables.SourceFile;
import org.duibiao.tables.SourceFileBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What is decided before any file is read; without Spark. */
class IngestionPlanTest {

  private static final String SIDECAR =
      """
      publisher: 深圳市统计局
      title: 公报
      published: 2020-04-15
      layout:
        kind: long
        columns: {city: 城市, value: 数值}
      """;

  @TempDir private Path folder;
  private Path landing;
  private RunContext run;

  @BeforeEach
  void createLandingArea() throws IOException {
    landing = Files.createDirectory(folder.resolve("landing"));
    Locations locations =
        CommandLine.populateCommand(
            new Locations(),
            "--landing=" + landing,
            "--catalogue=../data/catalogue",
            "--warehouse=" + folder.resolve("warehouse"));
    run =
        RunContext.open(
            locations,
            "run",
            Instant.EPOCH,
            new Console(new PrintStream(new ByteArrayOutputStream())),
            new StatusFile(null, "run"),
            () -> {
              throw new AssertionError("planning needs no Spark");
            });
  }

  private void put(String path, String text) throws IOException {
    Path file = landing.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void put(String path, String text, String sidecar) throws IOException {
    put(path, text);
    put(path + ".yaml", sidecar);
  }

  private IngestionPlan plan() throws IOException {
    return plan(List.of());
  }

  private IngestionPlan plan(List<SourceFile> known) throws IOException {
    return plan(new KnownFiles(known, List.of()));
  }

  private IngestionPlan plan(KnownFiles known) throws IOException {
    LandingArea area = LandingArea.scan(landing.toString(), new Configuration());
    return new IngestionPlan(area, known, run);
  }

  /** The first file of the landing area, as if it had been read as this source. */
  private KnownFiles known(String sourceId) throws IOException {
    LandingFile file = LandingArea.scan(landing.toString(), new Configuration()).files().get(0);
    SourceFile row =
        SourceFileBuilder.builder()
            .path(file.path())
            .fileSha256(file.fileSha256())
            .sidecarSha256(file.sidecarSha256())
            .current(true)
            .publisher("深圳市统计局")
            .status(SourceFile.PARSED)
            .build();
    NormalizedFile normalized =
        NormalizedFileBuilder.builder()
            .path(file.path())
            .fileSha256(file.fileSha256())
            .sidecarSha256(file.sidecarSha256())
            .sourceId(sourceId)
            .build();
    return new KnownFiles(List.of(row), List.of(normalized));
  }

  private static List<String> rejected(IngestionPlan plan) {
    return plan.sourceFileRows().stream()
        .filter(row -> row.isRejected())
        .map(row -> row.path() + " (" + row.reason() + "): " + row.detail())
        .toList();
  }

  private static List<String> read(IngestionPlan plan) {
    return plan.files().stream().map(planned -> planned.file().path()).toList();
  }

  @Test
  void missingSidecar() throws IOException {
    put("sz/hospitals.csv", "城市,数值\n深圳市,145\n");
    put("sz/good.csv", "城市,数值\n深圳市,145\n", SIDECAR);
    IngestionPlan plan = plan();
    assertThat(rejected(plan))
        .containsExactly(
            "sz/hospitals.csv (no_sidecar): there is no sz/hospitals.csv.yaml that says where the"
                + " file comes from and how it is laid out: `./duibiao describe sz/hospitals.csv`"
                + " drafts it");
    assertThat(read(plan)).containsExactly("sz/good.csv");
  }

  @Test
  void misspeltKeyInASidecar() throws IOException {
    put("sz/hospitals.csv", "城市,数值\n深圳市,145\n", SIDECAR.replace("title", "titel"));
    put("sz/good.csv", "城市,数值\n深圳市,145\n", SIDECAR);
    IngestionPlan plan = plan();
    assertThat(rejected(plan))
        .containsExactly(
            "sz/hospitals.csv (bad_sidecar): sz/hospitals.csv.yaml:1: missing key 'title': the"
                + " publication's title; or map it from a column\n"
                + "sz/hospitals.csv.yaml:2: unknown key 'titel' (did you mean 'title'?)");
    assertThat(read(plan)).containsExactly("sz/good.csv");
  }

  @Test
  void duplicateFile() throws IOException {
    put("sz/a.csv", "城市,数值\n深圳市,145\n", SIDECAR);
    put("sz/b.csv", "城市,数值\n深圳市,145\n", SIDECAR);
    IngestionPlan plan = plan();
    assertThat(rejected(plan))
        .containsExactly(
            "sz/b.csv (duplicate_file): the file and its sidecar are the same as sz/a.csv: remove"
                + " one of them");
    assertThat(read(plan)).containsExactly("sz/a.csv");
  }

  @Test
  void duplicateId() throws IOException {
    put("sz/a.csv", "城市,数值\n深圳市,145\n", "id: sz-2019\n" + SIDECAR);
    put("sz/b.csv", "城市,数值\n深圳市,146\n", "id: sz-2019\n" + SIDECAR.replace("04-15", "04-16"));
    IngestionPlan plan = plan();
    assertThat(rejected(plan))
        .containsExactly(
            "sz/a.csv (duplicate_id): its source id 'sz-2019' is also that of sz/b.csv: give one of"
                + " them another `id`, or say that it `replaces` the other");
    assertThat(read(plan)).containsExactly("sz/b.csv");
  }

  @Test
  void aFileOfTheSameIdClosesNothingUnlessItSaysSo() throws IOException {
    put("sz/a.csv", "城市,数值\n深圳市,145\n", "id: sz-2019\n" + SIDECAR);
    KnownFiles known = known("sz-2019");
    Files.delete(landing.resolve("sz/a.csv"));
    Files.delete(landing.resolve("sz/a.csv.yaml"));
    String other = "城市,数值\n深圳市,146\n";
    put("sz/b.csv", other, "id: sz-2019\n" + SIDECAR);
    IngestionPlan plan = plan(known);
    assertThat(rejected(plan))
        .containsExactly(
            "sz/b.csv (duplicate_id): its source id 'sz-2019' is also that of sz/a.csv: give one of"
                + " them another `id`, or say that it `replaces` the other");
    assertThat(plan.closedPaths(Set.of())).isEmpty();
    KnownFiles later =
        new KnownFiles(plan.sourceFileRows(), List.copyOf(known.normalized().values()));
    assertThat(rejected(plan(later))).as("the next time").isEqualTo(rejected(plan));

    put("sz/b.csv.yaml", "replaces: sz-2019\n" + SIDECAR);
    assertThat(plan(known).closedPaths(Set.of())).containsExactly("sz/a.csv");

    put("sz/b.csv", "城市,数值\n深圳市,145\n", "id: sz-2019\n" + SIDECAR);
    assertThat(rejected(plan(known))).as("the same file at another path").isEmpty();
    assertThat(read(plan(known))).containsExactly("sz/b.csv");
  }

  @Test
  void aReissueTakesThePlaceOfWhatItReplaces() throws IOException {
    put("sz/a.csv", "城市,数值\n深圳市,145\n", "id: sz-2019\n" + SIDECAR);
    put("sz/b.csv", "城市,数值\n深圳市,146\n", "replaces: sz-2019\n" + SIDECAR.replace("04-15", "05-01"));
    IngestionPlan plan = plan(known("sz-2019"));
    assertThat(rejected(plan)).isEmpty();
    assertThat(read(plan)).containsExactly("sz/b.csv");
    assertThat(plan.files().get(0).sourceId()).isEqualTo("sz-2019");
    assertThat(plan.closedPaths(Set.of())).containsExactly("sz/a.csv");
    assertThat(plan.closedPaths(Set.of("sz/b.csv"))).as("it could not be read").isEmpty();
    assertThat(plan.replacedOn()).containsExactly(Map.entry("sz/a.csv", LocalDate.of(2020, 5, 1)));
  }

  @Test
  void oneSidecarForAFolder() throws IOException {
    put("sz/_source.yaml", SIDECAR);
    put("sz/a.csv", "城市,数值\n深圳市,145\n");
    put("sz/b.csv", "城市,数值\n深圳市,146\n", SIDECAR.replace("公报", "年鉴"));
    put("sz/sub/c.csv", "城市,数值\n深圳市,147\n");
    IngestionPlan plan = plan();
    assertThat(read(plan)).containsExactly("sz/a.csv", "sz/b.csv");
    assertThat(plan.files().get(0).file().sidecarPath()).isEqualTo("sz/_source.yaml");
    assertThat(rejected(plan))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("sz/sub/c.csv (no_sidecar)");
  }

  @Test
  void whatWasRejectedIsNotNewTheNextTime() throws IOException {
    put("sz/hospitals.csv", "城市,数值\n深圳市,145\n");
    IngestionPlan first = plan();
    assertThat(first.newFiles()).isEqualTo(1);
    IngestionPlan second = plan(first.sourceFileRows());
    assertThat(second.newFiles()).isZero();
    assertThat(second.unchanged()).isEqualTo(1);
    assertThat(second.sourceFileRows()).isEqualTo(first.sourceFileRows());
    put("sz/hospitals.csv.yaml", SIDECAR);
    assertThat(read(plan(first.sourceFileRows()))).containsExactly("sz/hospitals.csv");
  }

  @Test
  void sidecarsWithoutAFileAreListed() throws IOException {
    put("sz/a.csv.yaml", SIDECAR);
    assertThat(LandingArea.scan(landing.toString(), new Configuration()).orphans())
        .containsExactly("sz/a.csv.yaml");
  }
}
