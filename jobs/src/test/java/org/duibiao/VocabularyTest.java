package org.duibiao;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duibiao.model.code.Bound;
import org.duibiao.model.code.Code;
import org.duibiao.model.code.Comparability;
import org.duibiao.model.code.Disposition;
import org.duibiao.model.code.FindingKind;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.IntervalMethod;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.Polarity;
import org.duibiao.model.code.PopulationBasis;
import org.duibiao.model.code.RateOrigin;
import org.duibiao.model.code.Side;
import org.duibiao.model.code.Significance;
import org.duibiao.model.code.SourceClass;
import org.duibiao.model.code.Standing;
import org.duibiao.model.code.Status;
import org.duibiao.model.code.TargetPace;
import org.duibiao.model.code.TargetState;
import org.duibiao.model.code.TrendDirection;
import org.duibiao.model.code.Uncertainty;
import org.duibiao.model.code.Vintage;
import org.duibiao.report.model.Phrases;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whether schemas and phrases say what the enums of model.code say. */
class VocabularyTest {

  private static final Path MAIN = Path.of("src/main/java/org/duibiao");
  private static final Path SCHEMAS = Path.of("src/main/resources/org/duibiao/schema");

  /** What the phrases call a vocabulary. */
  private static final Map<String, Class<? extends Code>> PHRASES =
      Map.ofEntries(
          Map.entry("basis", RateOrigin.class),
          Map.entry("bound_word", Bound.class),
          Map.entry("class", SourceClass.class),
          Map.entry("comparability", Comparability.class),
          Map.entry("direction", TrendDirection.class),
          Map.entry("disposition", Disposition.class),
          Map.entry("finding", FindingKind.class),
          Map.entry("flag", Flag.class),
          Map.entry("interval", IntervalMethod.class),
          Map.entry("measure", Measure.class),
          Map.entry("pace", TargetPace.class),
          Map.entry("polarity", Polarity.class),
          Map.entry("polarity_short", Polarity.class),
          Map.entry("population", PopulationBasis.class),
          Map.entry("side", Side.class),
          Map.entry("significance", Significance.class),
          Map.entry("standing", Standing.class),
          Map.entry("state", TargetState.class),
          Map.entry("vintage", Vintage.class));

  /** What the schemas of the catalogue and the sidecars call a vocabulary. */
  private static final Map<String, Class<? extends Code>> PROPERTIES =
      Map.of(
          "basis", PopulationBasis.class,
          "class", SourceClass.class,
          "flag", Flag.class,
          "flags", Flag.class,
          "measure", Measure.class,
          "polarity", Polarity.class,
          "status", Status.class,
          "uncertainty", Uncertainty.class);

  private static Set<String> ids(Class<? extends Code> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(Code::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @TestFactory
  Stream<DynamicTest> everyConstantHasItsPhraseAndNoPhraseIsStale() {
    return PHRASES.entrySet().stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.getKey(),
                    () ->
                        assertThat(Phrases.all(each.getKey()).keySet())
                            .containsExactlyElementsOf(ids(each.getValue()))));
  }

  @Test
  void aPhraseIsChineseAndEnglish() {
    Phrases.all("flag")
        .forEach(
            (flag, phrase) -> {
              assertThat(phrase.zh().toString()).as(flag).matches(".*\\p{IsHan}.*");
              assertThat(phrase.en().toString())
                  .as(flag)
                  .isNotBlank()
                  .doesNotContainPattern("\\p{IsHan}");
            });
  }

  @Test
  void schemasAllowOnlyWhatThereIs() throws IOException {
    List<String> checked = new ArrayList<>();
    try (Stream<Path> files = Files.list(SCHEMAS)) {
      for (Path file : files.sorted().toList()) {
        check(new ObjectMapper().readTree(file.toFile()), null, checked, file);
      }
    }
    assertThat(checked).as("places where a schema lists constants").hasSizeGreaterThan(8);
  }

  private static void check(
      JsonNode node, Class<? extends Code> type, List<String> checked, Path file) {
    if (type != null && node.has("enum")) {
      node.get("enum").forEach(id -> assertThat(ids(type)).as("%s", file).contains(id.asText()));
      checked.add(file + " " + type.getSimpleName());
    }
    node.properties()
        .forEach(
            field -> {
              Class<? extends Code> named = PROPERTIES.get(field.getKey());
              check(field.getValue(), named == null ? type : named, checked, file);
            });
  }

  /** The order in which lists of flags are stored, and findings. */
  @Test
  void flagsAndKindsOfFindingAreInTheOrderOfTheirIds() {
    assertThat(Flag.values()).extracting(Flag::id).isSorted();
    assertThat(FindingKind.values()).extracting(FindingKind::id).isSorted();
  }

  /** A literal that is the id of a constant is compared with nothing: it would compile misspelt. */
  @Test
  void theReportComparesConstantsNotTheirIds() throws IOException {
    Set<String> ids = new HashSet<>();
    PHRASES.values().forEach(type -> ids.addAll(ids(type)));
    Pattern comparison = Pattern.compile("(?:equals|contains|Set\\.of|case) ?\\(?\"([a-z_]+)\"");
    try (Stream<Path> files = Files.walk(MAIN.resolve("report"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        Matcher matcher = comparison.matcher(Files.readString(file));
        while (matcher.find()) {
          assertThat(ids).as("%s", file).doesNotContain(matcher.group(1));
        }
      }
    }
  }
}
