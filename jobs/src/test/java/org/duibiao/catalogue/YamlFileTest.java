package org.duibiao.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlFileTest {

  private static YamlFile read(String text) {
    return YamlFile.read("x.yaml", text.getBytes(StandardCharsets.UTF_8), YamlSchema.of("natures"));
  }

  @ParameterizedTest
  @CsvSource({
    "2019, NUMBER",
    "0, NUMBER",
    "-5, NUMBER",
    "2019.50, NUMBER",
    "0.0000001, NUMBER",
    "true, BOOLEAN",
    "000000, STRING",
    "007, STRING",
    "-0, STRING",
    "1e3, STRING",
    "0x10, STRING",
    "12:30, STRING",
    "1_000, STRING",
    "no, STRING",
    "2024-04-28, STRING",
    "123456789012345678901234567890, STRING",
    "'\"2019\"', STRING",
    "~, NULL"
  })
  void keepsScalarsLetterByLetter(String written, JsonNodeType type) {
    JsonNode node = read("natures: []\nx: " + written).root().get("x");
    assertThat(node.getNodeType()).isEqualTo(type);
    if (type != JsonNodeType.NULL) {
      assertThat(YamlFile.text(node)).isEqualTo(written.replace("\"", ""));
    }
  }

  @Test
  void knowsTheLines() {
    YamlFile file =
        read(
            """
            # a comment

            natures:
              - terms:
                  - 实际
                  - 实际值
                status: actual
              - {terms: [目标], status: target}
            """);
    assertThat(file.problems()).isEmpty();
    assertThat(file.isValid("")).isTrue();
    assertThat(file.line("")).isEqualTo(3);
    assertThat(file.line("/natures/0")).isEqualTo(4);
    assertThat(file.line("/natures/0/terms/1")).isEqualTo(6);
    assertThat(file.line("/natures/0/status")).isEqualTo(7);
    assertThat(file.line("/natures/1/status")).isEqualTo(8);
    assertThat(file.line("/natures/1/measure")).as("what is around it").isEqualTo(8);
  }

  @Test
  void knowsWhatIsSound() {
    YamlFile file =
        read("natures:\n  - {terms: [a], status: b}\n  - {terms: [c], status: plan}\nx/~y: 1\n");
    assertThat(file.problems())
        .containsExactly(
            "x.yaml:2: status 'b' is not one of actual, target, plan, standard, comparison",
            "x.yaml:4: unknown key 'x/~y'; known are natures");
    assertThat(file.isValid("/natures/0/terms")).isTrue();
    assertThat(file.isValid("/natures/0")).isFalse();
    assertThat(file.isValid("/natures/1")).isTrue();
    assertThat(file.isValid(YamlFile.child("", "x/~y"))).isFalse();
    file.report("/natures/1/terms", "wrong");
    assertThat(file.isValid("/natures/1")).isFalse();
    assertThat(file.problems()).contains("x.yaml:3: wrong");
  }

  @Test
  void refusesWhatIsNestedTooDeeply() {
    assertThat(read("natures: " + "[".repeat(100_000)).problems())
        .containsExactly("x.yaml:1: not readable as YAML: nested more than 50 deep");
  }

  @Test
  void reportsCharactersThatMayNotStandInAText() {
    assertThat(read("natures:\n  - {terms: [\u0001]}\n").problems())
        .containsExactly(
            "x.yaml:2: not readable as YAML: a character that may not stand in a text");
  }

  @Test
  void alwaysAnswers() {
    String valid = "natures:\n  - {terms: [实际值, \"实际\"], status: actual, flags: [quoted]}\n";
    String letters = "{}[]:,-&*!|>'\"%@`#?\n \t\u0000\u0085~0a1.实";
    Random random = new Random(20260101);
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder(valid);
      for (int slips = 1 + random.nextInt(4); slips > 0; slips--) {
        int at = random.nextInt(text.length());
        String letter = String.valueOf(letters.charAt(random.nextInt(letters.length())));
        text.replace(at, at + random.nextInt(2), letter);
      }
      YamlFile file = read(text.toString());
      assertThat(file.root()).as(text.toString()).isNotNull();
      assertThat(file.problems())
          .as(text.toString())
          .allMatch(p -> p.matches("(?s)x.yaml:\\d+: .+"));
    }
  }
}
