package org.duibiao.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What schedulers rely on: the log as JSON, the status file; and options that would be ignored. */
@Tag("spark")
class SchedulerOptionsTest {

  private static final String MOMENT = "2024-05-01T08:00:00Z";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  private Workbench bench() {
    return Workbench.in(folder.resolve("bench"))
        .put(
            "gov/health.csv",
            Workbench.HEADER + "青岛市,三级医院,2020年末,22,家\n",
            Workbench.bulletin("2021-04-20"));
  }

  @Test
  void writesOneJsonObjectALineAndSaysInAFileHowTheJobEnded() throws IOException {
    Path status = folder.resolve("status.json");
    Workbench.Result result =
        bench()
            .run(
                MOMENT,
                "run",
                "--log-format",
                "json",
                "--run-id",
                "night",
                "--status-file",
                status.toString());
    assertThat(result.exitCode()).as(result.said()).isEqualTo(0);
    List<String> lines = result.said().lines().toList();
    assertThat(lines).hasSizeGreaterThan(3);
    for (String line : lines) {
      JsonNode entry = JSON.readTree(line);
      assertThat(entry.fieldNames())
          .as(line)
          .toIterable()
          .containsExactly("time", "level", "logger", "message");
      assertThat(entry.get("time").asText()).isEqualTo(MOMENT);
      assertThat(entry.get("level").asText()).isEqualTo("INFO");
    }
    assertThat(JSON.readTree(lines.get(lines.size() - 1)).get("message").asText())
        .startsWith("Report: ");
    assertThat(Files.readString(status).replaceFirst("[0-9]{8}T[0-9]{6}_[0-9a-f]{12}", "…"))
        .isEqualTo(
            "{\"job\":\"run\",\"run_id\":\"…\",\"run_name\":\"night\",\"stage\":\"report\",\"files_done\":1,"
                + "\"files_total\":1,\"state\":\"done\",\"exit_code\":0}");
    assertThat(folder.resolve("status.json.new")).doesNotExist();
  }

  @Test
  void saysInBothThatAJobFailed() throws IOException {
    Path status = folder.resolve("status.json");
    Workbench.Result result =
        bench()
            .run(
                MOMENT,
                "run",
                "--reference",
                "999999",
                "--log-format",
                "JSON",
                "--status-file",
                status.toString());
    assertThat(result.exitCode()).isEqualTo(2);
    JsonNode last = JSON.readTree(result.said().lines().reduce((a, b) -> b).orElseThrow());
    assertThat(last.get("level").asText()).isEqualTo("ERROR");
    assertThat(last.get("message").asText()).contains("--reference 999999");
    JsonNode written = JSON.readTree(Files.readString(status));
    assertThat(written.get("state").asText()).isEqualTo("failed");
    assertThat(written.get("exit_code").asInt()).isEqualTo(2);
  }

  @Test
  void refusesAStatusFileThatCannotBeWrittenAndAnUnknownFormat() {
    Path nowhere = folder.resolve("missing/status.json");
    Workbench.Result result = bench().run(MOMENT, "run", "--status-file", nowhere.toString());
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.said()).contains("--status-file " + nowhere + " cannot be written");
    assertThat(bench().run(MOMENT, "run", "--log-format", "xml").exitCode()).isEqualTo(2);
  }

  @Test
  void refusesToComputeInAQuery() {
    Workbench.Result result = bench().run(MOMENT, "sql", "--as-of", "2020-12-31", "SELECT 1");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.said())
        .contains("sql reads what was computed")
        .contains("run --as-of 2020-12-31")
        .contains("sql --release ID");
  }
}
