package org.duibiao.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.duibiao.model.Digest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("spark")
class ExportCommandTest {

  private static final String MOMENT = "2024-05-01T08:00:00Z";

  @TempDir private static Path folder;
  private static Workbench bench;

  @BeforeAll
  static void prepare() {
    bench =
        Workbench.in(folder.resolve("bench"))
            .put(
                "gov/health.csv",
                Workbench.HEADER
                    + """
                    青岛市,三级医院,2020年末,22,家
                    深圳市,年末常住人口,2020年,1763.38,万人
                    深圳市,"无名""指标, 甲",2020年,5.50,个
                    """,
                Workbench.bulletin("2021-04-20"));
    Workbench.Result result = bench.run(MOMENT, "run");
    assertThat(result.exitCode()).as(result.said()).isEqualTo(0);
  }

  private static Workbench.Result export(String... arguments) {
    return bench.run(
        MOMENT, Stream.concat(Stream.of("export"), Stream.of(arguments)).toArray(String[]::new));
  }

  /** The files below a folder, with a hash of their bytes. */
  private static Map<String, String> files(Path root) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(root)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(file).toString(), Digest.of(Files.readAllBytes(file)));
      }
    }
    return files;
  }

  @Test
  void csvHasEveryRowWithItsDigitsAndQuotesAsPublished() throws IOException {
    Path out = folder.resolve("导出 [x] %20");
    Workbench.Result result =
        export("--format", "csv", "--table", "silver.observations,silver.candidates", out + "");
    assertThat(result.exitCode()).as(result.said()).isEqualTo(0);
    assertThat(files(out).keySet())
        .containsExactly("silver.candidates/part-00000.csv", "silver.observations/part-00000.csv");
    assertThat(records(out.resolve("silver.observations/part-00000.csv")))
        .extracting(line -> line.get("city_code") + " " + line.get("value") + line.get("flags"))
        .containsExactlyInAnyOrder("370200 22[]", "440300 17633800[\"date_inferred\"]");
    CSVRecord waits = records(out.resolve("silver.candidates/part-00000.csv")).get(0);
    assertThat(waits.get("term")).isEqualTo("无名\"指标, 甲");
    assertThat(waits.get("value")).isEqualTo("5.5");
  }

  private static List<CSVRecord> records(Path csv) throws IOException {
    try (CSVParser parser =
        CSVParser.parse(
            Files.readString(csv),
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get())) {
      return parser.getRecords();
    }
  }

  @Test
  void twiceTheSameBytesInPlaceOfTheOldOnesAndNothingBeside() throws IOException {
    Path out = folder.resolve("twice");
    assertThat(export(out + "").exitCode()).isEqualTo(0);
    Map<String, String> first = files(out);
    assertThat(first.keySet())
        .contains("gold.benchmarks/part-00000.parquet", "silver.observations/part-00000.parquet")
        .doesNotContain("silver.readings/part-00000.parquet")
        .allMatch(name -> name.endsWith("/part-00000.parquet"));
    assertThat(export(out + "").exitCode()).isEqualTo(0);
    assertThat(files(out)).isEqualTo(first);
  }

  @Test
  void aTableThatThereIsNotIsNamed() {
    Workbench.Result result = export("--table", "gold.benchmark", folder.resolve("none") + "");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.said()).contains("gold.benchmark").contains("gold.benchmarks");
    assertThat(folder.resolve("none")).doesNotExist();
  }
}
