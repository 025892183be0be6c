package org.duibiao.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class TextsTest {

  /** The first argument of a call, which may choose between texts. */
  private static final Pattern USE =
      Pattern.compile("Texts\\s*\\.of\\(((?:[^,()]|\\((?:[^()]|\\([^()]*\\))*\\))*)");

  private static final Pattern ID = Pattern.compile("\"([a-z-]+\\.[a-z0-9-]+)\"");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d*}");

  @Test
  void keepsEachTextOnceAndUsesEach() throws IOException {
    List<String> ids = new ArrayList<>();
    texts().forEach(text -> ids.add(text.get("id")));
    assertThat(ids).doesNotHaveDuplicates();
    TreeSet<String> used = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src", "main"))) {
      for (Path file : files.filter(path -> path.toString().matches(".*\\.(java|ftl)")).toList()) {
        USE.matcher(Files.readString(file))
            .results()
            .flatMap(use -> ID.matcher(use.group(1)).results())
            .forEach(id -> used.add(id.group(1)));
      }
    }
    assertThat(ids).containsExactlyInAnyOrderElementsOf(used);
  }

  @Test
  void hasBothLanguagesOfEachText() {
    for (CSVRecord text : texts()) {
      for (String language : List.of("zh", "en")) {
        String words = text.get(language);
        assertThat(words).as(text.get("id")).isNotBlank();
        assertThat(PLACEHOLDER.matcher(words).replaceAll(""))
            .as(text.get("id"))
            .doesNotContain("{", "}");
      }
      assertThat(text.get("zh").contains("{}"))
          .as(text.get("id"))
          .isEqualTo(text.get("en").contains("{}"));
    }
  }

  @Test
  void namesAnUnknownText() {
    assertThatThrownBy(() -> Texts.of("no.such"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("texts.csv has no text no.such");
  }

  private static List<CSVRecord> texts() {
    return Resource.csv(Texts.class, "texts.csv");
  }
}
