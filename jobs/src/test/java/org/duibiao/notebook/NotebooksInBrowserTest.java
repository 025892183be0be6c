package org.duibiao.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.duibiao.markup.Browser;
import org.duibiao.markup.BrowserTab;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed exports of the notebooks as a reader meets them. */
@Tag("browser")
class NotebooksInBrowserTest {

  private static final Path EXPORTS =
      Path.of("..", "notebooks-export").toAbsolutePath().normalize();

  @TempDir Path profile;

  @Test
  void openWithoutAWordInTheConsoleAndFitAPhone() throws IOException, InterruptedException {
    List<Path> exports;
    try (Stream<Path> files = Files.list(EXPORTS)) {
      exports = files.filter(file -> file.toString().endsWith(".html")).sorted().toList();
    }
    assumeTrue(!exports.isEmpty(), "skipped: no notebook is exported");
    try (Browser browser = Browser.start(profile)) {
      for (Path export : exports) {
        String name = export.getFileName().toString();
        BrowserTab tab = browser.tab().width(360).go(export);
        assertThat(tab.value("document.documentElement.scrollWidth").asInt())
            .as(name)
            .isEqualTo(360);
        assertThat(tab.cut()).as(name).isEmpty();
        assertThat(tab.problems()).as(name).isEmpty();
        assertThat(tab.requests()).as(name).containsExactly(export.toUri().toString());
        assertThat(tab.violations()).as(name).isEmpty();
      }
    }
  }
}
