package org.duibiao.prose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Scores the reader of running text against annotated documents, with the annotators' own program.
 * What it prints stands in {@code docs/design/running-text.md}; the bars here are a little below, so that a rule
 * that makes things worse is noticed.
 */
class ProseAccuracyTest {

  private static final Path SHARED = Path.of("..", "..", "shared");
  private static final Pattern SCORE =
      Pattern.compile(
          "found ([0-9.]+)  exact ([0-9.]+)  placed ([0-9.]+)  false (\\d+) of (\\d+) observations"
              + "  noise (\\d+) of (\\d+) candidates");

  /** What the sidecars of the published documents would say. */
  private static final Map<String, String> LETTERHEADS =
      Map.of(
          "001",
          "publisher: 青岛市卫生健康委员会\ntitle: 2019年上半年工作情况\npublished: 2019-07-26\ncity: \"370200\"\n",
          "002",
          "publisher: 信网\ntitle: 常怀为民之心 常兴为民之举\npublished: 2021-11-20\ncity: \"370100\"\n",
          "004",
          "publisher: 遂宁市卫生健康委员会\ntitle: 有关事项的通知\npublished: 2023-04-09\ncity: \"510900\"\n");

  @TempDir Path folder;

  @Test
  void thePublishedDocumentsAreReadAsTheyWereAnnotated() throws Exception {
    assumeTrue(Files.isDirectory(SHARED.resolve("seeds")), "skipped: there is no ../shared/seeds");
    for (Map.Entry<String, String> letterhead : LETTERHEADS.entrySet()) {
      try (var seeds =
          Files.newDirectoryStream(SHARED.resolve("seeds"), letterhead.getKey() + "*.txt")) {
        for (Path seed : seeds) {
          Files.copy(seed, folder.resolve(seed.getFileName().toString()));
          Files.writeString(
              folder.resolve(seed.getFileName() + ".yaml"),
              letterhead.getValue(),
              StandardCharsets.UTF_8);
        }
      }
    }
    Score score = score(folder, SHARED.resolve("gold"));
    assertThat(score.found).isGreaterThanOrEqualTo(0.98);
    assertThat(score.exact).isGreaterThanOrEqualTo(0.95);
    assertThat(score.placed).isGreaterThanOrEqualTo(0.95);
    assertThat(score.wrong).isLessThanOrEqualTo(0.02);
    assertThat(score.noise).isLessThanOrEqualTo(0.10);
  }

  @Test
  void theExamplesAreReadNoWorseThanBefore() throws Exception {
    Path examples = Path.of("..", "data", "examples");
    Score score = score(examples, examples.resolve("gold"));
    assertThat(score.found).isGreaterThanOrEqualTo(0.97);
    assertThat(score.exact).isGreaterThanOrEqualTo(0.91);
    assertThat(score.placed).isGreaterThanOrEqualTo(0.83);
    assertThat(score.wrong).isLessThanOrEqualTo(0.02);
  }

  private record Score(double found, double exact, double placed, double wrong, double noise) {}

  private Score score(Path texts, Path gold) throws IOException, InterruptedException {
    Path program = SHARED.resolve("gold").resolve("score.py");
    assumeTrue(Files.exists(program), "skipped: there is no ../shared/gold/score.py");
    Path extracted = Files.createTempFile("extracted", ".csv");
    Files.writeString(
        extracted,
        CorpusReader.csv(new TreeMap<>(CorpusReader.read(texts, CorpusReader.catalogue()))),
        StandardCharsets.UTF_8);
    Process process;
    try {
      process =
          new ProcessBuilder("python3", program.toString(), gold.toString(), extracted.toString())
              .redirectErrorStream(true)
              .start();
    } catch (IOException e) {
      assumeTrue(false, "skipped: there is no python3");
      return null;
    }
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    Files.delete(extracted);
    Matcher score = SCORE.matcher(out);
    assertThat(score.find()).as(out).isTrue();
    return new Score(
        Double.parseDouble(score.group(1)),
        Double.parseDouble(score.group(2)),
        Double.parseDouble(score.group(3)),
        Double.parseDouble(score.group(4)) / Double.parseDouble(score.group(5)),
        Double.parseDouble(score.group(6)) / Double.parseDouble(score.group(7)));
  }
}
