package org.duibiao.jobs.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.duibiao.catalogue.Catalogue;
import org.junit.jupiter.api.Test;

class MethodsPageTest {

  private static final Path PAGE = Path.of("../docs/methods.md");
  private static final Path CATALOGUE = Path.of("../data/catalogue");

  /** {@code mvn test -Dtest=MethodsTest -Dupdate=true} writes the page anew. */
  @Test
  void thePageIsWhatTheCatalogueAndTheDeclarationsSay() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (var paths = Files.list(CATALOGUE)) {
      for (Path path : paths.toList()) {
        files.put(path.getFileName().toString(), Files.readAllBytes(path));
      }
    }
    String page = MethodsPage.markdown(Catalogue.load(CATALOGUE.toString(), files));
    if (Boolean.getBoolean("update")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }
}
