package org.duibiao.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.duibiao.jobs.cli.DocumentGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The documents that follow from the code and the shipped data. */
@Tag("spark")
@ExtendWith(ShippedRelease.Computed.class)
class DocumentsTest {

  private static final Path REPOSITORY = Workbench.DATA.resolve("..").normalize();

  /** Where {@code -Drenew} is given they are renewed instead. */
  @Test
  @Tag("long")
  void everyOneIsAsTheCodeAndTheDataSayAndWhatIsNotIsNamed(
      ShippedRelease shipped, @TempDir Path folder) throws IOException {
    Path warehouse = shipped.bench().folder().resolve("warehouse");
    if (System.getProperty("renew") != null) {
      for (Map.Entry<Path, byte[]> stale :
          new DocumentGenerator(REPOSITORY, warehouse).stale().entrySet()) {
        Files.deleteIfExists(stale.getKey());
        if (stale.getValue() != null) {
          Files.write(stale.getKey(), stale.getValue());
        }
      }
      return;
    }
    Path copy = folder.resolve("repository");
    for (String part : List.of("data/landing", "data/catalogue", "docs", "notebooks-export")) {
      Workbench.copyTree(REPOSITORY.resolve(part), copy.resolve(part));
    }
    Files.copy(REPOSITORY.resolve("README.md"), copy.resolve("README.md"));
    Path page = copy.resolve("docs/reference/tables.md");
    Workbench.write(page, "old");
    Path export = copy.resolve("notebooks-export/00_gone.html");
    Workbench.write(export, "old");
    Map<Path, byte[]> stale = new DocumentGenerator(copy, warehouse).stale();
    assertThat(stale.keySet())
        .as("`mvn -B test -Dtest=DocumentsTest -Drenew` renews all but these")
        .containsExactly(page, export);
    assertThat(stale.get(page))
        .isEqualTo(Files.readAllBytes(REPOSITORY.resolve("docs/reference/tables.md")));
    assertThat(stale.get(export)).isNull();
  }
}
