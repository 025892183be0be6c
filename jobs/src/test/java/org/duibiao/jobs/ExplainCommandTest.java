package org.duibiao.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.duibiao.jobs.context.Console;
import org.duibiao.jobs.context.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A text is shown with what was read from it, without Spark and without a warehouse. */
@Isolated("changes the streams of the JVM")
class ExplainCommandTest {

  private static final String TEXT =
      """
      青岛市卫生健康情况

      截至2020年底,全市共有医院460家,其中三级医院超过22家。
      全市有爱心驿站85个,热线电话12345。
      """;
  private static final String SIDECAR =
      """
      publisher: 青岛市卫生健康委员会
      title: 青岛市卫生健康情况
      published: 2021-03-01
      class: report
      city: "370200"
      """;

  @TempDir private Path folder;
  private Path landing;

  private record Result(int exitCode, String out, String said) {}

  @BeforeEach
  void write() {
    landing = folder.resolve("landing");
    Workbench.write(landing.resolve("gov/text.txt"), TEXT);
    Workbench.write(landing.resolve("gov/text.txt.yaml"), SIDECAR);
  }

  private Result explain(String... arguments) {
    List<String> all = new ArrayList<>(List.of("explain"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--landing", landing.toString()));
    all.addAll(List.of("--catalogue", Workbench.DATA.resolve("catalogue").toString()));
    all.addAll(List.of("--warehouse", folder.resolve("warehouse").toString()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream systemOut = System.out;
    try (PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      System.setOut(to);
      Clock clock = Clock.fixed(Instant.parse("2024-05-01T08:00:00Z"), ZoneOffset.UTC);
      int code = Main.run(new Console(err), clock, all.toArray(String[]::new));
      return new Result(
          code, out.toString(StandardCharsets.UTF_8), said.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(systemOut);
    }
  }

  private static String place(String words) {
    int at = TEXT.indexOf(words);
    return "char:" + at + "-" + (at + words.length());
  }

  @Test
  void everyFigureStandsUnderItsParagraphWithItsReasons() {
    Result result = explain("gov/text.txt");

    assertThat(result.exitCode()).as(result.said()).isEqualTo(ExitCode.DONE);
    assertThat(result.said()).isEmpty();
    List<String> lines = result.out().lines().toList();
    assertThat(lines.get(0))
        .isEqualTo("gov/text.txt: by text.txt.yaml, area 青岛市 370200, published 2021-03-01");
    int paragraph = lines.indexOf(TEXT.lines().toList().get(2));
    assertThat(lines.get(paragraph + 1))
        .isEqualTo(
            "  "
                + place("460家")
                + " '460家': 460 hospital; 医院 (hospitals); 青岛市 370200; city; 2020-12-31; actual;"
                + " level [cue: 截至; noun: 医院; time: 2020年底]");
    assertThat(lines.get(paragraph + 2))
        .startsWith("    reliability 0.9")
        .contains(
            "indicator 0.9", " (the noun as the catalogue has it), unit ", " (a time in its ");
    assertThat(lines.get(paragraph + 3))
        .startsWith("  " + place("超过22家") + " '超过22家': > 22 hospital; 三级医院 (tertiary_hospitals)");
    assertThat(lines.get(paragraph + 5)).isEqualTo("  not statistics: 1 date, 1 ordinal");
    assertThat(result.out())
        .contains("  " + place("85个") + " '85个': 85 ")
        .contains("; '爱心驿站'; waits for indicator; 青岛市 370200; ")
        .endsWith(
            "2 figures placed, 1 wait, 0 cannot be read, 3 numbers are not statistics (--all shows"
                + " them)\n");
  }

  @Test
  void whatIsNoStatisticIsShownOnRequest() {
    assertThat(explain("--all", "gov/text.txt").out())
        .contains(
            "  " + place("12345") + " '12345': not a statistic (phone: it is a number to call)\n")
        .doesNotContain("not statistics: ")
        .endsWith("3 numbers are not statistics\n");
  }

  @Test
  void withoutASidecarTheTextAloneSpeaks() {
    Path bare = folder.resolve("bare.txt");
    Workbench.write(bare, "全市共有医院460家。\n");

    Result result = explain(bare.toString());

    assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(result.out())
        .startsWith(
            bare + ": there is no sidecar beside it, so it is read with an empty letterhead")
        .contains("waits for city and period; no area; city; no period; ");
  }

  @Test
  void whatIsNoTextIsRefused() {
    Workbench.write(landing.resolve("gov/table.csv"), "城市,医院数\n青岛市,460\n");
    Workbench.write(landing.resolve("gov/half.txt"), "青岛市有医院460家。\n");
    Workbench.write(landing.resolve("gov/half.txt.yaml"), "publisher: \"?\"\ntitle: 情况\n");

    Result missing = explain("gov/none.txt");
    assertThat(missing.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(missing.said()).contains("gov/none.txt: there is no such file or folder, nor in ");
    Result table = explain("gov/table.csv");
    assertThat(table.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(table.said()).contains("is a table, not running text: `duibiao describe`");
    Result half = explain("gov/half.txt");
    assertThat(half.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(half.said()).contains("half.txt.yaml:1: publisher is still '?'");
    assertThat(explain("gov").exitCode()).isEqualTo(ExitCode.USAGE);
  }
}
