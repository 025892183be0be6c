package org.duibiao.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The example texts are read no worse than before. What the score is now stands in {@code
 * docs/design/running-text.md}; the bars are a little below, so that a rule that makes things worse
 * is noticed. {@code bench/prose FOLDER} scores other annotated texts.
 */
class ProseAccuracyTest {

  @Test
  void theExamplesAreReadNoWorseThanBefore() throws IOException {
    ProseScore score = ProseScore.of(Path.of("..", "data", "examples"));
    assertThat(score.foundShare()).as("found: %s", score).isGreaterThanOrEqualTo(0.97);
    assertThat(score.exactShare()).as("exact: %s", score).isGreaterThanOrEqualTo(0.91);
    assertThat(score.placedShare()).as("placed: %s", score).isGreaterThanOrEqualTo(0.83);
    assertThat(score.wrongShare()).as("false: %s", score).isLessThanOrEqualTo(0.02);
    assertThat(score.noiseShare()).as("noise: %s", score).isLessThanOrEqualTo(0.10);
  }
}
